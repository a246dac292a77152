package news.titr.media;

import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/** What is done to pixels. */
final class Scaling {

    private Scaling() {}

    /** The same picture in sRGB and without transparency that it does not use. */
    static BufferedImage plain(BufferedImage image) {
        boolean alpha = image.getColorModel().hasAlpha();
        var drawn = drawn(image, image.getWidth(), image.getHeight(), alpha);
        return alpha && opaque(drawn) ? drawn(drawn, drawn.getWidth(), drawn.getHeight(), false) : drawn;
    }

    private static boolean opaque(BufferedImage image) {
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        return Arrays.stream(pixels).allMatch(pixel -> pixel >>> 24 == 0xFF);
    }

    /** Stands upright what a camera held in another way; the numbers are those of EXIF. */
    static BufferedImage turned(BufferedImage image, int orientation) {
        if (orientation < 2 || orientation > 8) {
            return image;
        }
        int width = image.getWidth();
        int height = image.getHeight();
        boolean across = orientation >= 5;
        var drawn = new BufferedImage(across ? height : width, across ? width : height, image.getType());
        var graphics = drawn.createGraphics();
        graphics.drawImage(
                image,
                switch (orientation) {
                    case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
                    case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
                    case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
                    case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
                    case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
                    case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
                    default -> new AffineTransform(0, -1, 1, 0, 0, width);
                },
                null);
        graphics.dispose();
        return drawn;
    }

    static BufferedImage cut(BufferedImage image, Framing.Crop crop) {
        int width = Math.max(1, (int) Math.round(crop.width() * image.getWidth()));
        int height = Math.max(1, (int) Math.round(crop.height() * image.getHeight()));
        int x = Math.min((int) Math.round(crop.x() * image.getWidth()), image.getWidth() - width);
        int y = Math.min((int) Math.round(crop.y() * image.getHeight()), image.getHeight() - height);
        return image.getSubimage(Math.max(0, x), Math.max(0, y), width, height);
    }

    /** Halves until close, then once to the exact size: a single large step would skip pixels. */
    static BufferedImage scale(BufferedImage image, int width, int height) {
        var current = image;
        boolean alpha = image.getColorModel().hasAlpha();
        while (current.getWidth() >= width * 2 && current.getHeight() >= height * 2) {
            current = drawn(current, current.getWidth() / 2, current.getHeight() / 2, alpha);
        }
        return drawn(current, width, height, alpha);
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height, boolean alpha) {
        var drawn = new BufferedImage(width, height, alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        var graphics = drawn.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return drawn;
    }
}
