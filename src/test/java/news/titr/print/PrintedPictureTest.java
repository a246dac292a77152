package news.titr.print;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;

class PrintedPictureTest {

    private static PDImageXObject picture(byte[] bytes) {
        return PrintedPicture.of(bytes, new PDDocument()).orElseThrow();
    }

    @Test
    void aJpegGoesInByteForByte() throws IOException {
        byte[] jpeg = SampleStories.picture(200, 100, "jpg");
        var picture = picture(jpeg);
        assertEquals(200, picture.getWidth());
        assertEquals(100, picture.getHeight());
        assertArrayEquals(jpeg, picture.getCOSObject().createRawInputStream().readAllBytes());
    }

    @Test
    void aTransparentPngStandsOnWhite() throws IOException {
        var image = new BufferedImage(10, 10, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0xFFFF0000);
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        var shown = picture(bytes.toByteArray()).getImage();
        assertEquals(0xFFFF0000, shown.getRGB(0, 0));
        assertEquals(0xFFFFFFFF, shown.getRGB(5, 5));
    }

    @Test
    void printingInksBecomeRgb() throws IOException {
        // four samples per pixel without Adobe's marker: plain cyan, magenta, yellow and black
        var raster = Raster.createInterleavedRaster(java.awt.image.DataBuffer.TYPE_BYTE, 32, 32, 4, null);
        fill(raster, 0, 255, 255, 0);
        var picture = picture(jpeg(raster));
        int middle = picture.getImage().getRGB(16, 16);
        assertEquals("DeviceRGB", picture.getColorSpace().getName());
        assertTrue(
                (middle >> 16 & 255) > 240 && (middle >> 8 & 255) < 15 && (middle & 255) < 15,
                Integer.toHexString(middle));
    }

    private static void fill(WritableRaster raster, int... samples) {
        for (int y = 0; y < raster.getHeight(); y++) {
            for (int x = 0; x < raster.getWidth(); x++) {
                raster.setPixel(x, y, samples);
            }
        }
    }

    private static byte[] jpeg(WritableRaster raster) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var stream = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(raster, null, null), null);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    @Test
    void aCameraHeldSidewaysGivesAnUprightPicture() throws IOException {
        byte[] jpeg = SampleStories.picture(200, 100, "jpg");
        byte[] exif = {
            (byte) 0xFF,
            (byte) 0xE1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            6,
            0,
            0,
            0,
            0,
            0,
            0
        };
        byte[] turned = new byte[jpeg.length + exif.length];
        System.arraycopy(jpeg, 0, turned, 0, 2);
        System.arraycopy(exif, 0, turned, 2, exif.length);
        System.arraycopy(jpeg, 2, turned, 2 + exif.length, jpeg.length - 2);
        var picture = picture(turned);
        assertEquals(100, picture.getWidth());
        assertEquals(200, picture.getHeight());
    }

    @Test
    void whatIsNoPictureIsLeftOut() {
        byte[] jpeg = SampleStories.picture(200, 100, "jpg");
        for (byte[] broken :
                new byte[][] {{}, {1, 2, 3}, "<svg/>".getBytes(), Arrays.copyOf(jpeg, 20), Arrays.copyOf(jpeg, 300)}) {
            assertTrue(PrintedPicture.of(broken, new PDDocument()).isEmpty());
        }
    }
}
