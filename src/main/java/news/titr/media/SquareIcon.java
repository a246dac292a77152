package news.titr.media;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A picture of any shape as the square that a phone shows on its home screen. */
public final class SquareIcon {

    private SquareIcon() {}

    /**
     * @param png what {@link Logos} has kept
     * @param size of the square, in pixels
     * @param share of it that the picture fills at most, 0 to 1
     * @param ground as {@code #rrggbb}
     * @return a PNG
     */
    public static byte[] of(byte[] png, int size, double share, String ground) {
        try {
            var picture = ImageIO.read(new ByteArrayInputStream(png));
            double scale = size * share / Math.max(picture.getWidth(), picture.getHeight());
            int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
            int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
            var icon = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
            var graphics = icon.createGraphics();
            graphics.setColor(Color.decode(ground));
            graphics.fillRect(0, 0, size, size);
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            graphics.drawImage(picture, (size - width) / 2, (size - height) / 2, width, height, null);
            graphics.dispose();
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(icon, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
