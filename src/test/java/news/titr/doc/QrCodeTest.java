package news.titr.doc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    private static final String LINK = "https://news.example.org/26841";

    @Test
    void aScannerReadsWhatWasWritten() throws Exception {
        var modules = QrCode.modules(LINK);
        assertEquals(LINK, read(modules));
    }

    @Test
    void theDrawingIsTheCode() throws Exception {
        String svg = QrCode.svg(LINK, "پیوند");
        assertEquals(LINK, read(drawn(svg, QrCode.modules(LINK).length)));
        assertTrue(svg.contains("aria-label=\"پیوند\""));
    }

    @Test
    void theLabelIsEscaped() {
        assertTrue(QrCode.svg("x", "\"><b>").contains("aria-label=\"&quot;&gt;&lt;b&gt;\""));
    }

    @Test
    void nothingAndTooMuchAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> QrCode.modules(""));
        assertThrows(IllegalArgumentException.class, () -> QrCode.modules("x".repeat(3_000)));
    }

    /** Draws the path's lines on paper, as a browser would. */
    private static boolean[][] drawn(String svg, int side) {
        var path = Pattern.compile("stroke=\"#000\".* d=\"M(\\d+) (\\d+)\\.5([^\"]*)\"")
                .matcher(svg);
        assertTrue(path.find(), svg);
        int column = 0;
        int row = 0;
        var paper = new boolean[side][side];
        var moves = Pattern.compile("m(-?\\d+) (-?\\d+)h(\\d+)").matcher(path.group(3));
        while (moves.find()) {
            column += Integer.parseInt(moves.group(1));
            row += Integer.parseInt(moves.group(2));
            for (int end = column + Integer.parseInt(moves.group(3)); column < end; column++) {
                paper[row][column] = true;
            }
        }
        return paper;
    }

    private static String read(boolean[][] modules) throws Exception {
        var matrix = new BitMatrix(modules.length);
        for (int row = 0; row < modules.length; row++) {
            for (int column = 0; column < modules.length; column++) {
                if (modules[row][column]) {
                    matrix.set(column, row);
                }
            }
        }
        return new Decoder().decode(matrix).getText();
    }
}
