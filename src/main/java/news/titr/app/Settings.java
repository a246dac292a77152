package news.titr.app;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.titr.api.ApiSettings;
import news.titr.db.Database;
import news.titr.feed.PingSettings;
import news.titr.http.PrivateServers;
import news.titr.language.HouseStyle;
import news.titr.language.Language;
import news.titr.mail.MailSettings;
import news.titr.story.Masthead;
import news.titr.story.SiteKeeping;
import news.titr.theme.Theme;
import news.titr.theme.Themes;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What a newspaper decides about its installation: {@code titr.properties} in the data folder, and the environment,
 * which goes first ({@code TITR_SITE_NAME} for {@code site.name}). Anything unknown or wrong stops the start.
 *
 * @param theme the name of a theme or the path of its folder, or empty
 * @param secondFactorRequired whether chief editors and administrators must have more than a password
 * @param given the names of those that are set there, and not left to their defaults
 * @param wiresFolder below which agencies may put files; empty where no folder is read
 * @param fediverse whether people follow the newspaper from Mastodon and its like
 * @param themeWatched whether the theme's files are looked at for every page, for working on it; said on the command line
 */
public record Settings(
        Path dataFolder,
        String databaseUrl,
        String host,
        int port,
        List<String> trustedProxies,
        Masthead masthead,
        long firstNumber,
        List<Map.Entry<String, String>> sections,
        HouseStyle houseStyle,
        String theme,
        boolean secondFactorRequired,
        Set<String> editions,
        Set<String> given,
        Optional<MailSettings> mail,
        PingSettings pings,
        CdnSettings cdn,
        PrivateServers privateServers,
        Optional<Path> wiresFolder,
        ApiSettings api,
        boolean fediverse,
        boolean themeWatched) {

    /** In the data folder: further themes, each a folder. */
    public static final String THEMES = "themes";

    /** A setting that cannot be used; the message says which, and what to do. */
    public static final class WrongSetting extends RuntimeException {
        WrongSetting(String message) {
            super(message);
        }
    }

    private static final Logger LOG = Logger.getLogger(Settings.class);

    /** The file in the data folder. */
    public static final String FILE = "titr.properties";

    private static final int LAST_PORT = 65_535;

    /** An address, alone or with the length of its network: a name would have to be looked up, and may be anybody's. */
    private static final Pattern PROXY =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!/|$)|(?=/|$))){4}(?:/(?:3[0-2]|[12]?\\d))?"
                    + "|(?=[^/]*:[^/]*:)[0-9A-Fa-f:.]+(?:/(?:12[0-8]|1[01]\\d|\\d?\\d))?");

    /** Reads the settings of a data folder. A folder without a file has every default. */
    public static Settings load(Path dataFolder, Map<String, String> environment) {
        var given = given(dataFolder.resolve(FILE), environment);
        var values = new LinkedHashMap<Setting, String>();
        for (var setting : Setting.values()) {
            values.put(setting, Optional.ofNullable(given.get(setting)).orElse(setting.defaultValue()));
        }
        return read(
                dataFolder, values, given.keySet().stream().map(Setting::key).collect(Collectors.toUnmodifiableSet()));
    }

    /** The same settings, listening where the command line says; the base URL follows the port unless it is set. */
    public Settings listeningOn(@Nullable String otherHost, @Nullable Integer otherPort) {
        int newPort = otherPort == null ? port : otherPort;
        if (newPort < 0 || newPort > LAST_PORT) {
            throw new WrongSetting(
                    "--port must be a whole number from 0 to %d, not “%d”".formatted(LAST_PORT, newPort));
        }
        boolean followsPort = masthead.baseUrl().toString().equals("http://localhost:" + port);
        var at = followsPort ? masthead.at(URI.create("http://localhost:" + newPort)) : masthead;
        return new Settings(
                dataFolder,
                databaseUrl,
                otherHost == null ? host : otherHost,
                newPort,
                trustedProxies,
                at,
                firstNumber,
                sections,
                houseStyle,
                theme,
                secondFactorRequired,
                editions,
                given,
                mail,
                pings,
                cdn,
                privateServers,
                wiresFolder,
                api,
                fediverse,
                themeWatched);
    }

    /** The same settings, with the theme's files looked at for every page. */
    public Settings watchingTheme() {
        return new Settings(
                dataFolder,
                databaseUrl,
                host,
                port,
                trustedProxies,
                masthead,
                firstNumber,
                sections,
                houseStyle,
                theme,
                secondFactorRequired,
                editions,
                given,
                mail,
                pings,
                cdn,
                privateServers,
                wiresFolder,
                api,
                fediverse,
                true);
    }

    /** The themes that this newspaper can wear. */
    Themes themes() {
        return new Themes(dataFolder.resolve(THEMES), themeWatched ? Optional.of(Settings::tell) : Optional.empty());
    }

    private static void tell(Theme theme) {
        LOG.infof("The theme %s was read", theme.id());
        theme.remarks().forEach(remark -> LOG.log(remark.wrong() ? Logger.Level.ERROR : Logger.Level.WARN, remark));
    }

    private static Settings read(Path dataFolder, Map<Setting, String> values, Set<String> given) {
        int port = number(Setting.SERVER_PORT, values, 0, LAST_PORT);
        String baseUrl = values.get(Setting.SITE_BASE_URL);
        var imprint = new ArrayList<Masthead.ImprintLine>();
        for (var line : entries(Setting.SITE_IMPRINT, values)) {
            imprint.add(new Masthead.ImprintLine(line.getKey(), line.getValue()));
        }
        var masthead = new Masthead(
                text(Setting.SITE_NAME, values),
                text(Setting.SITE_MOTTO, values),
                address(baseUrl == null || baseUrl.isEmpty() ? "http://localhost:" + port : baseUrl),
                zone(text(Setting.SITE_ZONE, values)),
                language(text(Setting.SITE_LANGUAGE, values)),
                imprint);
        String database = text(Setting.DATABASE_URL, values);
        if (!database.isEmpty() && !database.startsWith("jdbc:sqlite:") && !database.startsWith("jdbc:postgresql:")) {
            throw new WrongSetting(
                    "database.url must begin with jdbc:postgresql: or jdbc:sqlite:, not “" + database + "”");
        }
        return new Settings(
                dataFolder,
                database.isEmpty() ? Database.sqliteUrl(dataFolder) : database,
                text(Setting.SERVER_HOST, values),
                port,
                trustedProxies(text(Setting.SERVER_TRUSTED_PROXIES, values)),
                masthead,
                number(Setting.SITE_FIRST_NUMBER, values, 1, Integer.MAX_VALUE),
                entries(Setting.SITE_SECTIONS, values),
                houseStyle(values),
                text(Setting.SITE_THEME, values),
                secondFactorRequired(text(Setting.PEOPLE_SECOND_FACTOR, values)),
                editions(masthead.language(), values),
                given,
                mail(values),
                pings(values),
                cdn(values),
                privateServers(text(Setting.OUTGOING_PRIVATE_ADDRESSES, values)),
                wiresFolder(text(Setting.WIRES_FOLDER, values)),
                api(values),
                yes(Setting.FEDIVERSE_ENABLED, values),
                false);
    }

    /** The other languages, such as {@code en, ar}, that the newspaper has as well. */
    private static Set<String> editions(Language main, Map<Setting, String> values) {
        var known = Language.all().stream().map(Language::tag).toList();
        var editions = new LinkedHashSet<String>();
        for (String tag : text(Setting.SITE_EDITIONS, values).split("[,;]", -1)) {
            if (tag.isBlank()) {
                continue;
            }
            if (!known.contains(tag.strip())) {
                throw new WrongSetting("site.editions must be languages of %s, parted by commas; “%s” is none"
                        .formatted(String.join(", ", known), tag.strip()));
            }
            editions.add(tag.strip());
        }
        editions.remove(main.tag());
        return editions;
    }

    private static List<String> trustedProxies(String text) {
        var proxies = Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(proxy -> !proxy.isEmpty())
                .toList();
        for (String proxy : proxies) {
            if (!PROXY.matcher(proxy).matches()) {
                throw new WrongSetting(
                        "server.trusted-proxies must be addresses or networks such as 127.0.0.1, 10.0.0.0/8"
                                + " or fd00::/8, parted by commas, not “" + proxy + "”");
            }
        }
        return proxies;
    }

    private static HouseStyle houseStyle(Map<Setting, String> values) {
        var style = HouseStyle.standard();
        for (var choice : entries(Setting.SITE_HOUSE_STYLE, values)) {
            try {
                style = style.with(choice.getKey(), choice.getValue());
            } catch (IllegalArgumentException e) {
                throw new WrongSetting("site.house-style: " + e.getMessage());
            }
        }
        return style;
    }

    private static boolean secondFactorRequired(String value) {
        return switch (value) {
            case "advised" -> false;
            case "required" -> true;
            default -> throw new WrongSetting("people.second-factor must be advised or required, not “" + value + "”");
        };
    }

    private static Optional<MailSettings> mail(Map<Setting, String> values) {
        String host = text(Setting.MAIL_HOST, values);
        if (host.isEmpty()) {
            return Optional.empty();
        }
        String from = text(Setting.MAIL_FROM, values);
        if (!from.matches("[^\\s<>@]+@[^\\s<>@]+")) {
            throw new WrongSetting("mail.from must be the address that mails come from, such as news@example.org");
        }
        String security = text(Setting.MAIL_SECURITY, values);
        if (!List.of("none", "starttls", "tls").contains(security)) {
            throw new WrongSetting("mail.security must be none, starttls or tls, not “" + security + "”");
        }
        return Optional.of(new MailSettings(
                host,
                number(Setting.MAIL_PORT, values, 1, LAST_PORT),
                text(Setting.MAIL_USERNAME, values),
                text(Setting.MAIL_PASSWORD, values),
                security,
                from));
    }

    private static PingSettings pings(Map<Setting, String> values) {
        var hubs = Arrays.stream(text(Setting.PING_HUBS, values).split("[,\\s]+", -1))
                .filter(hub -> !hub.isEmpty())
                .map(hub -> address(Setting.PING_HUBS, hub))
                .toList();
        String key = text(Setting.PING_INDEXNOW_KEY, values);
        if (!key.isEmpty() && !key.matches("[A-Za-z0-9-]{8,128}")) {
            throw new WrongSetting("ping.indexnow-key must be 8 to 128 letters, digits and hyphens, not “" + key + "”");
        }
        var server = address(Setting.PING_INDEXNOW_SERVER, text(Setting.PING_INDEXNOW_SERVER, values));
        return new PingSettings(
                hubs, key.isEmpty() ? Optional.empty() : Optional.of(new PingSettings.IndexNow(server, key)));
    }

    private static CdnSettings cdn(Map<Setting, String> values) {
        int seconds = number(Setting.CDN_SECONDS, values, 0, CdnSettings.LONGEST_SECONDS);
        String purge = text(Setting.CDN_PURGE_ADDRESS, values);
        String header = text(Setting.CDN_PURGE_HEADER, values);
        if (!header.isEmpty() && !header.matches("[A-Za-z0-9-]+:\\s*\\S[ -~]*")) {
            throw new WrongSetting("cdn.purge-header must be a header such as “Fastly-Key: …”");
        }
        if (seconds == 0 && !purge.isEmpty()) {
            throw new WrongSetting("cdn.purge-address is of no use while cdn.seconds is 0");
        }
        return new CdnSettings(
                Duration.ofSeconds(seconds),
                purge.isEmpty() ? Optional.empty() : Optional.of(address(Setting.CDN_PURGE_ADDRESS, purge)),
                header.isEmpty()
                        ? Map.of()
                        : Map.of(
                                header.substring(0, header.indexOf(':')),
                                header.substring(header.indexOf(':') + 1).strip()));
    }

    /** A folder that is there, so that a slip is told at the start and not in the night. */
    private static Optional<Path> wiresFolder(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            var folder = Path.of(text);
            if (folder.isAbsolute() && Files.isDirectory(folder)) {
                return Optional.of(folder);
            }
        } catch (InvalidPathException e) {
            // told below
        }
        throw new WrongSetting(
                "wires.folder must be the whole path of a folder that is there, such as /srv/wires, not “" + text
                        + "”");
    }

    /** {@code yes}, {@code no}, or the names of servers. */
    private static PrivateServers privateServers(String text) {
        return switch (text) {
            case "no" -> PrivateServers.NONE;
            case "yes" -> PrivateServers.ALL;
            default -> {
                var names = names(text);
                names.stream()
                        .filter(name -> !name.matches("[A-Za-z0-9.:\\[\\]_-]{1,253}"))
                        .findFirst()
                        .ifPresent(name -> {
                            throw new WrongSetting(
                                    "outgoing.private-addresses must be yes, no, or names of servers such as"
                                            + " hub.intern.example.org, parted by commas; “" + name + "” is none");
                        });
                yield new PrivateServers(false, names);
            }
        };
    }

    private static ApiSettings api(Map<Setting, String> values) {
        var origins = names(text(Setting.API_ALLOWED_ORIGINS, values));
        for (String origin : origins) {
            if (!origin.equals("*") && !origin.matches("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?")) {
                throw new WrongSetting("api.allowed-origins must be sites such as https://app.example.org, parted by"
                        + " commas, or * for all; “" + origin + "” is none");
            }
        }
        return new ApiSettings(
                yes(Setting.API_PUBLIC_READING, values),
                origins,
                number(Setting.API_REQUESTS_PER_MINUTE, values, 1, 1_000_000));
    }

    private static Set<String> names(String text) {
        return Arrays.stream(text.split("[,\\s]+", -1))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static URI address(Setting setting, String text) {
        try {
            var address = new URI(text);
            if (address.getHost() != null
                    && List.of("http", "https")
                            .contains(Optional.ofNullable(address.getScheme()).orElse(""))) {
                return address;
            }
        } catch (URISyntaxException e) {
            // told below
        }
        throw new WrongSetting(
                setting.key() + " must be an address such as https://hub.example.org/, not “" + text + "”");
    }

    private static boolean yes(Setting setting, Map<Setting, String> values) {
        String value = text(setting, values);
        if (!List.of("yes", "no").contains(value)) {
            throw new WrongSetting(setting.key() + " must be yes or no, not “" + value + "”");
        }
        return value.equals("yes");
    }

    /** What the machine says of the site; the desk may say the rest. */
    SiteKeeping.Machine machine(Themes themes) {
        return new SiteKeeping.Machine(masthead, houseStyle, editions, given, theme, themes::names);
    }

    /** What is set, by the file or by the environment. */
    static Map<Setting, String> given(Path file, Map<String, String> environment) {
        var values = new LinkedHashMap<Setting, String>();
        fromFile(file).forEach((key, value) -> values.put(Setting.named(key, FILE), value));
        for (var variable : environment.entrySet()) {
            if (variable.getKey().startsWith(Setting.ENVIRONMENT_PREFIX)
                    && !variable.getKey().startsWith("TITR_TEST_")) {
                values.put(Setting.inEnvironment(variable.getKey()), variable.getValue());
            }
        }
        return values;
    }

    private static Map<String, String> fromFile(Path file) {
        if (!Files.exists(file)) {
            return Map.of();
        }
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (MalformedInputException e) {
            throw new WrongSetting(file + " is not UTF-8 text; save it as UTF-8");
        } catch (IllegalArgumentException | IOException e) {
            throw new WrongSetting(file + " cannot be read: " + e.getMessage());
        }
        var values = new LinkedHashMap<String, String>();
        properties
                .stringPropertyNames()
                .forEach(key -> values.put(key, properties.getProperty(key).strip()));
        return values;
    }

    private static String text(Setting setting, Map<Setting, String> values) {
        return Optional.ofNullable(values.get(setting)).orElse("");
    }

    private static int number(Setting setting, Map<Setting, String> values, int least, int most) {
        String value = text(setting, values);
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, together with numbers out of range
        }
        throw new WrongSetting(
                "%s must be a whole number from %d to %d, not “%s”".formatted(setting.key(), least, most, value));
    }

    /** Entries such as {@code city=شهر; sport=ورزش}. */
    private static List<Map.Entry<String, String>> entries(Setting setting, Map<Setting, String> values) {
        var entries = new ArrayList<Map.Entry<String, String>>();
        for (String entry : text(setting, values).split(";", -1)) {
            if (entry.isBlank()) {
                continue;
            }
            int equals = entry.indexOf('=');
            if (equals < 1 || entry.substring(equals + 1).isBlank()) {
                throw new WrongSetting(setting.key() + " must be entries such as name=value, parted by semicolons; “"
                        + entry.strip() + "” is not one");
            }
            entries.add(Map.entry(
                    entry.substring(0, equals).strip(),
                    entry.substring(equals + 1).strip()));
        }
        return entries;
    }

    private static URI address(String text) {
        try {
            var address = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            if (address.getHost() != null
                    && List.of("http", "https")
                            .contains(Optional.ofNullable(address.getScheme()).orElse(""))) {
                return address;
            }
        } catch (URISyntaxException e) {
            // told below
        }
        throw new WrongSetting("site.base-url must be an address such as https://news.example.org, not “" + text + "”");
    }

    private static Language language(String tag) {
        try {
            return Language.of(tag);
        } catch (IllegalArgumentException e) {
            throw new WrongSetting("site.language must be one of %s, not “%s”"
                    .formatted(Language.all().stream().map(Language::tag).collect(Collectors.joining(", ")), tag));
        }
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new WrongSetting("site.zone must be a time zone such as Asia/Tehran, not “" + text + "”");
        }
    }
}
