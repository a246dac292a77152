package news.titr.doc;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The places that an embed may point to, and the public address of a thing there. */
public enum EmbedProvider {
    APARAT(
            "aparat",
            "آپارات",
            "Aparat",
            "[A-Za-z0-9]{3,20}",
            "https://www.aparat.com/v/%s",
            List.of("aparat.com"),
            "/v/(ID)",
            "/video/video/embed/videohash/(ID)/.*"),
    YOUTUBE(
            "youtube",
            "یوتیوب",
            "YouTube",
            "[A-Za-z0-9_-]{6,20}",
            "https://www.youtube.com/watch?v=%s",
            List.of("youtube.com", "youtu.be", "youtube-nocookie.com"),
            "/watch\\?(?:.*&)?v=(ID)(?:&.*)?",
            "/(?:shorts/|live/|embed/|v/)?(ID)"),
    INSTAGRAM(
            "instagram",
            "اینستاگرام",
            "Instagram",
            "[A-Za-z0-9_-]{5,30}",
            "https://www.instagram.com/p/%s/",
            List.of("instagram.com", "instagr.am"),
            "/(?:[A-Za-z0-9._]+/)?(?:p|reel|reels|tv)/(ID)"),
    TELEGRAM(
            "telegram",
            "تلگرام",
            "Telegram",
            "[A-Za-z0-9_]{4,40}/[0-9]{1,10}",
            "https://t.me/%s",
            List.of("t.me", "telegram.me", "telegram.dog"),
            "/(?:s/)?(ID)"),
    X(
            "x",
            "ایکس",
            "X",
            "[A-Za-z0-9_]{1,20}/status/[0-9]{1,25}",
            "https://x.com/%s",
            List.of("x.com", "twitter.com"),
            "/(ID)(?:/.*)?");

    private static final int LONGEST = 2_000;

    private final String id;
    private final String persianName;
    private final String latinName;
    private final Pattern shape;
    private final String address;
    private final List<String> hosts;
    private final List<Pattern> paths;

    EmbedProvider(
            String id,
            String persianName,
            String latinName,
            String shape,
            String address,
            List<String> hosts,
            String... paths) {
        this.id = id;
        this.persianName = persianName;
        this.latinName = latinName;
        this.shape = Pattern.compile(shape);
        this.address = address;
        this.hosts = hosts;
        this.paths = Arrays.stream(paths)
                .map(path -> Pattern.compile(path.replace("ID", shape)))
                .toList();
    }

    public String id() {
        return id;
    }

    public String latinName() {
        return latinName;
    }

    public String persianName() {
        return persianName;
    }

    /** The provider with this id, as it stands in the body's JSON. */
    public static Optional<EmbedProvider> of(String id) {
        return Arrays.stream(values())
                .filter(provider -> provider.id.equals(id))
                .findFirst();
    }

    /** The public address of an embed, or empty when provider or id is not one that we know. */
    public static Optional<String> address(Block.Embed embed) {
        return of(embed.provider())
                .filter(provider -> provider.shape.matcher(embed.id()).matches())
                .map(provider -> provider.address.formatted(embed.id()));
    }

    /** The embed that a web address stands for, as people copy it; empty when it is no video or post of a provider. */
    public static Optional<Block.Embed> read(String written) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var uri = new URI(written.strip());
            if (uri.getHost() == null
                    || !("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))) {
                return Optional.empty();
            }
            String host = uri.getHost().toLowerCase(Locale.ROOT).replaceFirst("^(www|m|mobile)\\.", "");
            String path = uri.getPath().replaceFirst("/+$", "");
            String withQuery = uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
            return Arrays.stream(values())
                    .filter(provider -> provider.hosts.contains(host))
                    .flatMap(provider -> provider.paths.stream()
                            .map(pattern ->
                                    pattern.matcher(pattern.pattern().contains("\\?(?:.*&)") ? withQuery : path))
                            .filter(java.util.regex.Matcher::matches)
                            .map(found -> new Block.Embed(provider.id, found.group(1), "")))
                    .findFirst();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
