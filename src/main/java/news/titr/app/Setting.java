package news.titr.app;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;

/** Every setting there is, with its default. docs/operating.md explains each; a test keeps the two together. */
enum Setting {
    SITE_NAME("تیتر"),
    SITE_MOTTO(""),
    SITE_BASE_URL(""),
    SITE_LANGUAGE("fa"),
    SITE_EDITIONS(""),
    SITE_ZONE("Asia/Tehran"),
    SITE_FIRST_NUMBER("1001"),
    SITE_SECTIONS("politics=سیاست; economy=اقتصاد; city=شهر; culture=فرهنگ; science=دانش; sport=ورزش; world=جهان"),
    SITE_IMPRINT(""),
    SITE_HOUSE_STYLE(""),
    PEOPLE_SECOND_FACTOR("advised"),
    DATABASE_URL(""),
    SERVER_HOST("127.0.0.1"),
    SERVER_PORT("8080"),
    SERVER_TRUSTED_PROXIES(""),
    MAIL_HOST(""),
    MAIL_PORT("587"),
    MAIL_USERNAME(""),
    MAIL_PASSWORD(""),
    MAIL_SECURITY("starttls"),
    MAIL_FROM(""),
    PING_HUBS(""),
    PING_INDEXNOW_KEY(""),
    PING_INDEXNOW_SERVER("https://api.indexnow.org/indexnow"),
    OUTGOING_PRIVATE_ADDRESSES("no");

    static final String ENVIRONMENT_PREFIX = "TITR_";

    private final String defaultValue;

    Setting(String defaultValue) {
        this.defaultValue = defaultValue;
    }

    String defaultValue() {
        return defaultValue;
    }

    /** Its name in the file: {@code site.base-url}. The first word is the group. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replaceFirst("_", ".").replace('_', '-');
    }

    static Setting named(String key, String where) {
        return Arrays.stream(values())
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Settings.WrongSetting("Unknown setting “%s” in %s. Did you mean %s?"
                        .formatted(key, where, nearest(key).key())));
    }

    static Setting inEnvironment(String variable) {
        String name = variable.substring(ENVIRONMENT_PREFIX.length());
        return Arrays.stream(values())
                .filter(setting -> setting.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Settings.WrongSetting("Unknown setting %s in the environment. Did you mean %s?"
                        .formatted(
                                variable,
                                ENVIRONMENT_PREFIX
                                        + nearest(name.toLowerCase(Locale.ROOT).replace('_', '.'))
                                                .name())));
    }

    private static Setting nearest(String key) {
        return Arrays.stream(values())
                .min(Comparator.comparingInt(setting -> distance(setting.key(), key)))
                .orElseThrow();
    }

    /** How many letters must be added, dropped or changed to make one word of the other (Levenshtein). */
    private static int distance(String one, String other) {
        int[] previous = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] current = new int[other.length() + 1];
            current[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                current[j] = Math.min(Math.min(current[j - 1], previous[j]) + 1, previous[j - 1] + change);
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
