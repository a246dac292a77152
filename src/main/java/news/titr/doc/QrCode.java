package news.titr.doc;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/** A text, usually an address, as a QR code. Pure: the same text gives the same code. */
public final class QrCode {

    /** The white margin that scanners need on each side, in modules. */
    private static final int MARGIN = 4;

    private QrCode() {}

    /**
     * The code's modules by row and column, true where it is black, without a margin.
     *
     * @throws IllegalArgumentException if the text is empty or too long for a code (about 2,300 bytes)
     */
    public static boolean[][] modules(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("A QR code needs a text");
        }
        try {
            var matrix =
                    Encoder.encode(text, ErrorCorrectionLevel.M, hints(text)).getMatrix();
            var modules = new boolean[matrix.getHeight()][matrix.getWidth()];
            for (int row = 0; row < modules.length; row++) {
                for (int column = 0; column < modules[row].length; column++) {
                    modules[row][column] = matrix.get(column, row) == 1;
                }
            }
            return modules;
        } catch (WriterException e) {
            throw new IllegalArgumentException("This text does not fit a QR code: " + text, e);
        }
    }

    /** Saying which letters are meant makes the code larger; for addresses there is nothing to say. */
    private static Map<EncodeHintType, String> hints(String text) {
        boolean plain = text.chars().allMatch(character -> character < 0x80);
        return plain ? Map.of() : Map.of(EncodeHintType.CHARACTER_SET, "UTF-8");
    }

    /**
     * The code as an SVG element, one unit a module, black on white whatever the page's colours are.
     *
     * @param label what a reader who cannot see it is told
     */
    public static String svg(String text, String label) {
        var modules = modules(text);
        int side = modules.length + 2 * MARGIN;
        return "<svg class=\"qr\" viewBox=\"0 0 " + side + " " + side + "\" role=\"img\" aria-label=\""
                + Html.escape(label) + "\"><path fill=\"#fff\" d=\"M0 0h" + side + "v" + side
                + "H0z\"/><path stroke=\"#000\" shape-rendering=\"crispEdges\" d=\"" + path(modules) + "\"/></svg>";
    }

    /** Runs of black as lines one unit thick; the moves between them are relative, which keeps the page small. */
    private static String path(boolean[][] modules) {
        var path = new StringBuilder("M" + MARGIN + " " + MARGIN + ".5");
        int atRow = 0;
        int atColumn = 0;
        for (int row = 0; row < modules.length; row++) {
            for (int column = 0; column < modules[row].length; column++) {
                if (!modules[row][column]) {
                    continue;
                }
                int from = column;
                while (column < modules[row].length && modules[row][column]) {
                    column++;
                }
                path.append('m').append(from - atColumn).append(' ').append(row - atRow);
                path.append('h').append(column - from);
                atRow = row;
                atColumn = column;
            }
        }
        return path.toString();
    }
}
