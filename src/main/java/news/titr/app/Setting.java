package news.titr.app;

import java.util.Arrays;
import java.util.Locale;
import news.titr.language.Nearest;

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
    SITE_THEME(""),
    PEOPLE_SECOND_FACTOR("advised"),
    DATABASE_URL(""),
    SERVER_HOST("127.0.0.1"),
    SERVER_PORT("8080"),
    SERVER_TRUSTED_PROXIES(""),
    CDN_SECONDS("0"),
    CDN_PURGE_ADDRESS(""),
    CDN_PURGE_HEADER(""),
    MAIL_HOST(""),
    MAIL_PORT("587"),
    MAIL_USERNAME(""),
    MAIL_PASSWORD(""),
    MAIL_SECURITY("starttls"),
    MAIL_FROM(""),
    PING_HUBS(""),
    PING_INDEXNOW_KEY(""),
    PING_INDEXNOW_SERVER("https://api.indexnow.org/indexnow"),
    OUTGOING_PRIVATE_ADDRESSES("no"),
    WIRES_FOLDER(""),
    API_PUBLIC_READING("no"),
    API_ALLOWED_ORIGINS(""),
    API_REQUESTS_PER_MINUTE("600"),
    FEDIVERSE_ENABLED("no");

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
        var keys = Arrays.stream(values()).map(Setting::key).toList();
        return values()[keys.indexOf(Nearest.to(key, keys).orElseThrow())];
    }
}
