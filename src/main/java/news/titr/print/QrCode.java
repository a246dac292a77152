package news.titr.print;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** A QR code (ISO/IEC 18004, error correction level M) as squares, for paper and for pages. Immutable. */
public final class QrCode {

    /** The empty border, in squares, that the standard asks for. */
    public static final int QUIET = 4;

    private final ByteMatrix squares;

    private QrCode(ByteMatrix squares) {
        this.squares = squares;
    }

    /**
     * @param text usually an address
     * @throws IllegalArgumentException when the text is empty or longer than a QR code holds (about 2,300 bytes)
     */
    public static QrCode of(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("A QR code of nothing leads nowhere");
        }
        try {
            return new QrCode(Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix());
        } catch (WriterException problem) {
            throw new IllegalArgumentException("No QR code holds this text: " + problem.getMessage(), problem);
        }
    }

    /** Squares on each side, without the border. */
    public int size() {
        return squares.getWidth();
    }

    public boolean isDark(int column, int row) {
        return squares.get(column, row) == 1;
    }

    /** Path data for an SVG whose view box is {@code 0 0 n n} with n = {@code size() + 2 * QUIET}. */
    public String svgPath() {
        var path = new StringBuilder();
        forEachBar((column, row, length) -> path.append('M')
                .append(column + QUIET)
                .append(' ')
                .append(row + QUIET)
                .append('h')
                .append(length)
                .append("v1h-")
                .append(length)
                .append('z'));
        return path.toString();
    }

    /**
     * A whole SVG element, to stand in an HTML page. It carries its own white ground, since dark pages would make it
     * unreadable.
     *
     * @param label what a screen reader says, plain text
     */
    public String svg(String label) {
        int side = size() + 2 * QUIET;
        return "<svg class=\"qr\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side
                + "\" role=\"img\" aria-label=\"" + escape(label) + "\" shape-rendering=\"crispEdges\">"
                + "<path fill=\"#fff\" d=\"M0 0h" + side + "v" + side + "h-" + side + "z\"/>"
                + "<path fill=\"#000\" d=\"" + svgPath() + "\"/></svg>";
    }

    interface Bar {
        void draw(int column, int row, int length);
    }

    /** Dark squares side by side, joined so that no hairline shows between them. */
    void forEachBar(Bar bar) {
        for (int row = 0; row < size(); row++) {
            for (int column = 0; column < size(); column++) {
                int from = column;
                while (column < size() && isDark(column, row)) {
                    column++;
                }
                if (column > from) {
                    bar.draw(from, row, column - from);
                }
            }
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
