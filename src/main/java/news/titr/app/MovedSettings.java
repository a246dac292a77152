package news.titr.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The settings that belong to a newspaper and not to the machine it runs on: they move with it. None is a secret. */
final class MovedSettings {

    /** In an archive. */
    static final String PATH = "settings.properties";

    private static final List<Setting> MOVING = List.of(
            Setting.SITE_NAME,
            Setting.SITE_MOTTO,
            Setting.SITE_BASE_URL,
            Setting.SITE_LANGUAGE,
            Setting.SITE_EDITIONS,
            Setting.SITE_ZONE,
            Setting.SITE_FIRST_NUMBER,
            Setting.SITE_SECTIONS,
            Setting.SITE_IMPRINT,
            Setting.SITE_HOUSE_STYLE,
            Setting.SITE_THEME,
            Setting.PEOPLE_SECOND_FACTOR,
            Setting.PING_HUBS);

    private MovedSettings() {}

    /** What is set of them, and the language in any case, by which editions are told apart. */
    static byte[] write(Settings settings, Map<String, String> environment) {
        var given = new TreeMap<String, String>();
        Settings.given(settings.dataFolder().resolve(Settings.FILE), environment)
                .forEach((setting, value) -> {
                    if (MOVING.contains(setting)) {
                        given.put(setting.key(), value);
                    }
                });
        given.putIfAbsent(
                Setting.SITE_LANGUAGE.key(), settings.masthead().language().tag());
        return lines(given).getBytes(StandardCharsets.UTF_8);
    }

    private static String lines(Map<String, String> values) {
        var text = new StringBuilder();
        values.forEach((key, value) -> text.append(key)
                .append(" = ")
                .append(value.replace("\\", "\\\\").replace("\n", "\\n"))
                .append('\n'));
        return text.toString();
    }

    /**
     * Adds them to the settings of a data folder, where they are not set otherwise.
     *
     * @return in a line each, what is set otherwise and stays so
     */
    static List<String> take(Path dataFolder, Map<String, String> environment, InputStream moved) throws IOException {
        var properties = new Properties();
        properties.load(new InputStreamReader(moved, StandardCharsets.UTF_8));
        var here = Settings.given(dataFolder.resolve(Settings.FILE), environment);
        var lacking = new TreeMap<String, String>();
        var otherwise = new ArrayList<String>();
        for (var setting : MOVING) {
            String value = properties.getProperty(setting.key());
            String own = here.get(setting);
            if (value != null && own == null) {
                lacking.put(setting.key(), value);
            } else if (value != null && !value.equals(own)) {
                otherwise.add("%s is “%s” here and “%s” in the archive".formatted(setting.key(), own, value));
            }
        }
        if (!lacking.isEmpty()) {
            Files.createDirectories(dataFolder);
            Files.writeString(
                    dataFolder.resolve(Settings.FILE),
                    "# from the archive that this newspaper was made of\n" + lines(lacking),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
        return otherwise;
    }
}
