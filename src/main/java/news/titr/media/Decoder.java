package news.titr.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Turns a picture file into pixels: upright, in sRGB, and no larger than readers could ever want. The file is only looked
 * at by another process with limits; what comes back is checked before it is read.
 */
sealed interface Decoder permits VipsDecoder, JavaDecoder {

    /** In pixels, of the longer side. */
    int LARGEST_SIDE = 2560;

    /** More would be a bomb, or a scan that nobody needs on a page. */
    long MOST_PIXELS = 150_000_000;

    /**
     * @param width and {@code height}: of the whole file, upright
     * @param pages more than one for a picture that moves
     */
    record Decoded(BufferedImage image, int width, int height, int pages) {}

    /**
     * @param folder an empty one for the work
     * @param patient true when nobody waits for it
     * @throws NotAPicture when it cannot be shown
     */
    Decoded decode(Path file, FileType type, int orientation, Path folder, boolean patient);

    /** Reads what the other process has made, unless it is not what was asked for. */
    static BufferedImage made(Path png) {
        try (var input = ImageIO.createImageInputStream(png.toFile())) {
            var readers = ImageIO.getImageReadersByFormatName("png");
            var reader = readers.next();
            try {
                reader.setInput(input, true, true);
                if (reader.getWidth(0) > LARGEST_SIDE || reader.getHeight(0) > LARGEST_SIDE) {
                    throw new NotAPicture(MediaProblem.Kind.DAMAGED);
                }
                return Scaling.plain(reader.read(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            throw e instanceof NotAPicture refused ? refused : new NotAPicture(MediaProblem.Kind.DAMAGED);
        } finally {
            delete(png);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
