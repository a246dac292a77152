package news.titr.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    private static final String ADDRESS = "https://namune.example/26841";

    private static String scan(int[] pixels, int width, int height) throws Exception {
        var picture = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        return new QRCodeReader().decode(picture).getText();
    }

    @Test
    void theSvgPathScansAsTheAddress() throws Exception {
        var code = QrCode.of(ADDRESS);
        int side = code.size() + 2 * QrCode.QUIET;
        int scale = 4;
        int[] pixels = new int[side * side * scale * scale];
        Arrays.fill(pixels, 0xFFFFFF);
        var bar = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z").matcher(code.svgPath());
        while (bar.find()) {
            int left = Integer.parseInt(bar.group(1));
            int top = Integer.parseInt(bar.group(2));
            int length = Integer.parseInt(bar.group(3));
            for (int y = top * scale; y < (top + 1) * scale; y++) {
                for (int x = left * scale; x < (left + length) * scale; x++) {
                    pixels[y * side * scale + x] = 0;
                }
            }
        }
        assertEquals(ADDRESS, scan(pixels, side * scale, side * scale));
    }

    @Test
    void theCodeOnThePageScansAsTheShortLink() throws Exception {
        byte[] pdf = StoryPdf.render(SampleStories.bridge(), PdfSurroundings.NONE, Typefaces.load());
        try (var document = Loader.loadPDF(pdf)) {
            var page = new PDFRenderer(document).renderImageWithDPI(0, 200);
            int width = page.getWidth() / 3;
            int height = page.getHeight() / 6;
            int[] pixels = page.getRGB(0, 0, width, height, null, 0, width);
            assertEquals(ADDRESS, scan(pixels, width, height));
        }
    }

    @Test
    void theSvgIsEscapedAndHasItsBorder() {
        String svg = QrCode.of("x").svg("a \"b\" <c>");
        assertTrue(svg.contains("aria-label=\"a &quot;b&quot; &lt;c&gt;\""), svg);
        assertTrue(svg.contains("viewBox=\"0 0 29 29\""), svg);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> QrCode.of("x".repeat(3000)));
        assertThrows(IllegalArgumentException.class, () -> QrCode.of(""));
    }
}
