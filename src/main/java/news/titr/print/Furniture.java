package news.titr.print;

import java.util.ArrayList;
import java.util.List;
import news.titr.doc.QrCode;
import news.titr.print.BidiText.Kind;
import news.titr.print.TextPainter.Align;
import news.titr.print.TextPainter.Placed;

/** What stands in the margins and is no part of the story: masthead, running head, page number, short link, QR code. */
final class Furniture {

    private static final float SMALL = 8.5f;
    private static final float QR = 19 * Sheet.MILLIMETRE;
    private static final float RULE = Sheet.HEIGHT - 37 * Sheet.MILLIMETRE;
    private static final float HEAD = Sheet.HEIGHT - 16 * Sheet.MILLIMETRE;
    private static final float FOOT = 13 * Sheet.MILLIMETRE;

    private final PdfStory story;
    private final Typefaces faces;
    private final PrintWords words;
    private final TextPainter painter;
    private final Align start;
    private final Align end;

    Furniture(PdfStory story, Typefaces faces, PrintWords words, TextPainter painter) {
        this.story = story;
        this.faces = faces;
        this.words = words;
        this.painter = painter;
        start = story.rightToLeft() ? Align.RIGHT : Align.LEFT;
        end = story.rightToLeft() ? Align.LEFT : Align.RIGHT;
    }

    void draw(List<PageCanvas> pages) {
        for (int i = 0; i < pages.size(); i++) {
            var page = pages.get(i);
            if (i == 0) {
                masthead(page);
            } else {
                runningHead(page);
            }
            foot(page, words.page(i + 1, pages.size()));
        }
    }

    private void masthead(PageCanvas page) {
        float room = Sheet.COLUMN - QR - 20;
        text(page, story.siteName(), new Style(faces.bold, 27, Ink.BLACK), start, RULE + 27, room);
        text(page, story.siteMotto(), new Style(faces.regular, 9.5f, Ink.GREY), start, RULE + 9, room);
        page.rectangle(Sheet.LEFT, RULE, Sheet.COLUMN, 1.8f, Ink.BLACK);
        page.rectangle(Sheet.LEFT, RULE - 2.4f, Sheet.COLUMN, 0.4f, Ink.BLACK);
        if (!story.shortLink().isBlank()) {
            code(page, QrCode.modules(story.shortLink()));
        }
    }

    private void code(PageCanvas page, boolean[][] modules) {
        float square = QR / modules.length;
        float left = story.rightToLeft() ? Sheet.LEFT : Sheet.RIGHT - QR;
        page.beginArtifact(true);
        page.write("q 0 g ").write(square).write("0 0 ").write(-square).write(left);
        page.write(RULE + 7 + QR).write("cm\n");
        for (int row = 0; row < modules.length; row++) {
            for (int column = 0; column < modules.length; column++) {
                int length = 0;
                while (column + length < modules.length && modules[row][column + length]) {
                    length++;
                }
                if (length > 0) {
                    page.write(column).write(row).write(length).write("1 re\n");
                    column += length;
                }
            }
        }
        page.write("f Q\n");
        page.end();
    }

    private void runningHead(PageCanvas page) {
        var lines = new ArrayList<Placed>();
        lines.addAll(
                placed(story.siteName(), new Style(faces.bold, SMALL + 0.5f, Ink.BLACK), start, Sheet.COLUMN * 0.35f));
        lines.addAll(placed(story.headline(), new Style(faces.regular, SMALL, Ink.GREY), end, Sheet.COLUMN * 0.6f));
        painter.row(page, lines, HEAD, story.rightToLeft());
        page.rectangle(Sheet.LEFT, HEAD - 8, Sheet.COLUMN, 0.4f, Ink.HAIRLINE);
    }

    private void foot(PageCanvas page, String number) {
        var small = new Style(faces.regular, SMALL, Ink.GREY);
        var lines = new ArrayList<Placed>();
        lines.addAll(placed(story.shortLink().replaceFirst("^https?://", ""), small, start, Sheet.COLUMN * 0.6f));
        lines.addAll(placed(number, small, end, Sheet.COLUMN * 0.35f));
        page.rectangle(Sheet.LEFT, FOOT + 15, Sheet.COLUMN, 0.4f, Ink.HAIRLINE);
        painter.row(page, lines, FOOT, story.rightToLeft());
    }

    private void text(PageCanvas page, String text, Style style, Align align, float baseline, float room) {
        painter.row(page, placed(text, style, align, room), baseline, story.rightToLeft());
    }

    private List<Placed> placed(String text, Style style, Align align, float room) {
        return LineBreaker.lines(fitting(PdfMetadata.plain(text), style, room), Sheet.COLUMN, false).stream()
                .map(line -> new Placed(line, Sheet.LEFT, Sheet.COLUMN, align, null))
                .toList();
    }

    /** The text, or as many of its words as fit, with an ellipsis. */
    private Paragraph fitting(String text, Style style, float room) {
        var whole = Paragraph.of(List.of(new StyledText(text, style)), story.rightToLeft());
        if (whole.naturalWidth() <= room) {
            return whole;
        }
        float width = 0;
        int end = 0;
        for (var piece : whole.lines().getFirst()) {
            width += piece.width();
            if (width > room - style.size()) {
                break;
            }
            end = piece.kind() == Kind.SPACE ? Math.min(piece.start(), text.length()) : end;
        }
        return Paragraph.of(List.of(new StyledText(text.substring(0, end).strip() + "…", style)), story.rightToLeft());
    }
}
