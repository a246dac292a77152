package news.titr.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.media.BlobStore;
import news.titr.media.SquareIcon;
import news.titr.story.SiteSettings;
import news.titr.theme.ThemeFile;

/**
 * {@code /icon/NAME.png}: what stands for the newspaper on the home screen of a phone. It is made of the logo where that is a
 * PNG; a newspaper without one has the icons of its theme, or the program's own.
 */
public final class AppIcons {

    /**
     * @param sizes as the manifest says them: {@code 192x192}, or {@code any} for a drawing
     * @param maskable true for one whose edge a phone may cut off
     */
    record Icon(String address, String sizes, String mediaType, boolean maskable) {}

    /** The sizes that browsers ask for, and how much of each a logo may fill: what is cut off is at most a fifth. */
    private enum Kind {
        SMALL("192", 192, .9),
        LARGE("512", 512, .9),
        MASKABLE("maskable", 512, .6);

        final String id;
        final int size;
        final double share;

        Kind(String id, int size, double share) {
            this.id = id;
            this.size = size;
            this.share = share;
        }
    }

    private final Site site;
    private final BlobStore blobs;
    private final MissingPage missing;

    public AppIcons(Site site, BlobStore blobs, MissingPage missing) {
        this.site = site;
        this.blobs = blobs;
        this.missing = missing;
    }

    List<Icon> icons() {
        var logo = logo();
        if (logo.isPresent()) {
            return Stream.of(Kind.values())
                    .map(kind -> icon(kind, site.address("/icon/" + name(kind, logo.get()))))
                    .toList();
        }
        var its = Stream.concat(
                        site.theme().address("icon.svg").map(AppIcons::drawing).stream(),
                        Stream.of(Kind.values())
                                .flatMap(kind ->
                                        site.theme().address(file(kind)).map(address -> icon(kind, address)).stream()))
                .toList();
        return its.isEmpty()
                ? Stream.of(Kind.values())
                        .map(kind -> icon(kind, site.files().address("site/" + file(kind))))
                        .toList()
                : its;
    }

    private static String file(Kind kind) {
        return "icon-" + kind.id + ".png";
    }

    private static Icon icon(Kind kind, String address) {
        return new Icon(address, kind.size + "x" + kind.size, "image/png", kind == Kind.MASKABLE);
    }

    private static Icon drawing(String address) {
        return new Icon(address, "any", "image/svg+xml", false);
    }

    /** A PNG that stands for the newspaper: its logo, or an icon. */
    byte[] picture() {
        return logo().flatMap(logo -> blobs.get(logo.blob()))
                .or(() -> Optional.ofNullable(site.theme().files().get(file(Kind.LARGE)))
                        .map(ThemeFile::bytes))
                .orElseGet(AppIcons::own);
    }

    private static byte[] own() {
        try (var stream = AppIcons.class.getResourceAsStream("/web/site/" + file(Kind.LARGE))) {
            if (stream == null) {
                throw new IllegalStateException("The program lacks its icon");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The icons of the logo in force, and no others. */
    public Response answer(Request request) {
        String name = request.route().text("name");
        return logo().flatMap(logo -> Stream.of(Kind.values())
                        .filter(kind -> name(kind, logo).equals(name))
                        .findFirst()
                        .flatMap(kind -> blobs.get(logo.blob())
                                .map(bytes -> SquareIcon.of(bytes, kind.size, kind.share, paper()))))
                .map(icon -> Response.of(200, "image/png", icon)
                        .with("Cache-Control", "public, max-age=31536000, immutable")
                        .with("X-Content-Type-Options", "nosniff"))
                .orElseGet(() -> missing.answer(request));
    }

    private Optional<SiteSettings.Logo> logo() {
        return site.settings().logo().filter(logo -> logo.mediaType().equals("image/png"));
    }

    /** Another for each logo and each colour behind it. */
    private String name(Kind kind, SiteSettings.Logo logo) {
        return kind.id + "-" + logo.blob().substring(0, 16) + "-" + paper().substring(1) + ".png";
    }

    private String paper() {
        return site.paper().light();
    }
}
