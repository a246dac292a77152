package news.titr.print;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

class PrintedCodeTest {

    private static final String ADDRESS = "https://namune.example/26841";

    private static String scan(int[] pixels, int width, int height) throws Exception {
        var picture = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        return new QRCodeReader().decode(picture).getText();
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
}
