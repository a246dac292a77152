package news.titr.site;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.media.BlobStore;
import news.titr.media.SquareIcon;
import news.titr.story.SiteSettings;

/**
 * {@code /icon/NAME.png}: what stands for the newspaper on the home screen of a phone. It is made of the logo where that is a
 * PNG; a newspaper without one has the program's own icon.
 */
public final class AppIcons {

    /** @param maskable true for one whose edge a phone may cut off */
    record Icon(String address, int size, boolean maskable) {}

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
        return Stream.of(Kind.values())
                .map(kind -> new Icon(
                        logo.map(its -> site.address("/icon/" + name(kind, its)))
                                .orElseGet(() -> site.files().address("site/icon-" + kind.id + ".png")),
                        kind.size,
                        kind == Kind.MASKABLE))
                .toList();
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
        return site.settings().colours().paperOr().light();
    }
}
