package news.titr.print;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * Turns the bytes of a picture into one that a PDF can hold. A JPEG in grey or RGB goes in as it is; everything else
 * is decoded to RGB on white, at most {@value #LARGEST_SIDE} pixels wide or high.
 */
final class PrintedPicture {

    private static final int LARGEST_SIDE = 2000;
    private static final long MOST_PIXELS = 60_000_000;
    private static final float QUALITY = 0.85f;
    /** Above this, a picture that is not a JPEG is most likely a photograph and becomes one. */
    private static final int PHOTOGRAPH = 700_000;

    private PrintedPicture() {}

    /** Empty when the bytes are no picture that can be shown whole. */
    static Optional<PDImageXObject> of(byte[] bytes, PDDocument document) {
        try {
            var header = JpegHeader.read(bytes);
            if (header.isPresent() && header.get().canPassThrough()) {
                return Optional.of(passThrough(bytes, header.get(), document));
            }
            var decoded = decode(bytes, header);
            if (decoded.isEmpty()) {
                return Optional.empty();
            }
            var picture = onWhite(decoded.get());
            boolean photograph = header.isPresent() || picture.getWidth() * picture.getHeight() > PHOTOGRAPH;
            return Optional.of(
                    photograph
                            ? JPEGFactory.createFromImage(document, picture, QUALITY)
                            : LosslessFactory.createFromImage(document, picture));
        } catch (IOException | RuntimeException broken) {
            // the decoders throw many kinds of exception at bytes that somebody damaged
            return Optional.empty();
        }
    }

    private static PDImageXObject passThrough(byte[] bytes, JpegHeader header, PDDocument document) throws IOException {
        PDColorSpace colours = header.components() == 1 ? PDDeviceGray.INSTANCE : PDDeviceRGB.INSTANCE;
        return new PDImageXObject(
                document,
                new ByteArrayInputStream(bytes),
                COSName.DCT_DECODE,
                header.width(),
                header.height(),
                8,
                colours);
    }

    private static Optional<BufferedImage> decode(byte[] bytes, Optional<JpegHeader> header) throws IOException {
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    return Optional.empty();
                }
                if (header.isPresent() && header.get().components() == 4) {
                    return Optional.of(fromInks(reader.readRaster(0, null), header.get()));
                }
                var picture = reader.read(0);
                return Optional.of(header.isPresent() ? header.get().upright(picture) : picture);
            } finally {
                reader.dispose();
            }
        }
    }

    /** Cyan, magenta, yellow and black to RGB, without a profile: close enough for a picture in the text. */
    private static BufferedImage fromInks(Raster raster, JpegHeader header) {
        var picture = new BufferedImage(raster.getWidth(), raster.getHeight(), BufferedImage.TYPE_INT_RGB);
        int[] inks = new int[4 * raster.getWidth()];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, inks);
            for (int x = 0; x < raster.getWidth(); x++) {
                picture.setRGB(x, y, header.rgb(inks[4 * x], inks[4 * x + 1], inks[4 * x + 2], inks[4 * x + 3]));
            }
        }
        return header.upright(picture);
    }

    private static BufferedImage onWhite(BufferedImage picture) {
        float scale = Math.min(1f, (float) LARGEST_SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, Math.round(picture.getWidth() * scale));
        int height = Math.max(1, Math.round(picture.getHeight() * scale));
        var page = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = page.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
        graphics.dispose();
        return page;
    }
}
