package news.titr.media;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Takes in a newspaper's logo: a drawing, made safe, or a PNG, made anew so that nothing hidden comes along. */
public final class Logos {

    private static final int LARGEST = 1 << 20;
    private static final int WIDEST = 3_000;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private final BlobStore blobs;

    public Logos(BlobStore blobs) {
        this.blobs = blobs;
    }

    /** A logo that was kept. */
    public record Kept(String blob, String mediaType, int width, int height) {}

    /** Keeps it; empty for what is neither a drawing nor a PNG, or is too large. */
    public Optional<Kept> keep(byte[] bytes) {
        if (bytes.length > LARGEST) {
            return Optional.empty();
        }
        return isPng(bytes) ? png(bytes) : drawing(bytes);
    }

    private Optional<Kept> drawing(byte[] bytes) {
        return SafeSvg.of(bytes)
                .map(safe -> new Kept(
                        blobs.put(safe.text().getBytes(StandardCharsets.UTF_8)),
                        "image/svg+xml",
                        safe.width(),
                        safe.height()));
    }

    private Optional<Kept> png(byte[] bytes) {
        // how large it is stands at its beginning, and is read before anything is unpacked
        if (bytes.length < 24 || number(bytes, 16) > WIDEST || number(bytes, 20) > WIDEST) {
            return Optional.empty();
        }
        try {
            var image = ImageIO.read(new ByteArrayInputStream(bytes));
            if (image == null) {
                return Optional.empty();
            }
            var clean = new ByteArrayOutputStream();
            ImageIO.write(image, "png", clean);
            return Optional.of(
                    new Kept(blobs.put(clean.toByteArray()), "image/png", image.getWidth(), image.getHeight()));
        } catch (IOException | RuntimeException e) {
            // whatever is wrong with it, it is no picture
            return Optional.empty();
        }
    }

    private static boolean isPng(byte[] bytes) {
        return bytes.length > PNG.length && java.util.Arrays.equals(bytes, 0, PNG.length, PNG, 0, PNG.length);
    }

    private static long number(byte[] bytes, int at) {
        return (bytes[at] & 0xFFL) << 24
                | (bytes[at + 1] & 0xFF) << 16
                | (bytes[at + 2] & 0xFF) << 8
                | bytes[at + 3] & 0xFF;
    }
}
