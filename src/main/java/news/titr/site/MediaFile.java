package news.titr.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Function;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.media.Asset;
import news.titr.media.Pictures;

/** {@code /media/KEY/NAME}: what readers get of pictures, video and sound. Browsers may keep it for ever. */
public final class MediaFile {

    private final Pictures pictures;
    private final Function<Request, Response> missing;

    public MediaFile(Pictures pictures, Function<Request, Response> missing) {
        this.pictures = pictures;
        this.missing = missing;
    }

    public Response answer(Request request) {
        return switch (pictures.address(request.route().text("name"))) {
            case Pictures.Address.Here(var rendition, var blob) ->
                Response.of(200, rendition.mediaType(), content(rendition, blob))
                        .with("Cache-Control", "public, max-age=31536000, immutable")
                        .with("X-Content-Type-Options", "nosniff")
                        .with("Content-Security-Policy", "default-src 'none'; sandbox");
            case Pictures.Address.Moved(var address) -> Response.movedPermanently(address);
            case Pictures.Address.Nowhere() -> missing.apply(request);
        };
    }

    /** Stills are small; what is played is long, and players ask for parts of it. */
    private static Response.Content content(Asset.Rendition rendition, news.titr.media.BlobStore.Blob blob) {
        try {
            if (rendition.purpose() == Asset.Rendition.Purpose.STILL) {
                try (var stream = blob.open(0)) {
                    return new Response.Content.Bytes(stream.readAllBytes());
                }
            }
            return new Response.Content.OfFile(
                    blob.file(Path.of(System.getProperty("java.io.tmpdir"))), 0, blob.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
