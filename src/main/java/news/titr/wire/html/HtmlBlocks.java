package news.titr.wire.html;

import news.titr.doc.Inline;
import news.titr.doc.TextRenderer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Reads HTML as blocks of a body. Scripts, styles, trackers and what readers did not see never enter; text is never lost; a
 * structure that a body has no block for becomes {@code Unknown} with its source (without what would run). Whatever is
 * invisible but part of the text, such as U+200C, stays. Pure, but for what it asks of its {@link HtmlSurroundings}.
 */
public final class HtmlBlocks {

    /** What the end of a line means in text. */
    public enum LineEnds {
        /** A space, as in HTML. */
        SPACES,
        /** A line break, and an empty line parts paragraphs: how people typed into systems that made HTML of it later. */
        PARAGRAPHS
    }

    /** Elements inside each other; deeper ones are read as if they stood here. Hostile pages nest by the million. */
    private static final int DEEPEST = 200;

    private final HtmlSurroundings surroundings;

    public HtmlBlocks(HtmlSurroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Reads a whole page or a part of one. */
    public HtmlReading read(String html) {
        return read(html, LineEnds.SPACES);
    }

    public HtmlReading read(String html, LineEnds lineEnds) {
        return read(parse(html, surroundings.base()), lineEnds);
    }

    /** Reads what stands inside an element. */
    public HtmlReading read(Element element) {
        return read(element, LineEnds.SPACES);
    }

    private HtmlReading read(Element element, LineEnds lineEnds) {
        var walk = new HtmlWalk(surroundings, lineEnds);
        walk.children(element);
        return walk.reading();
    }

    /** The text of HTML on one line: for headlines and names, which have no blocks. */
    public static String line(String html) {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return oneLine(html);
        }
        return oneLine(TextRenderer.render(
                new HtmlBlocks(HtmlSurroundings.NONE).read(html).body()));
    }

    private static String oneLine(String text) {
        return Inline.text(HtmlText.line(text)).replace('\n', ' ');
    }

    /** The body that any text makes, however broken. */
    public static Element parse(String html, String base) {
        var body = Document.createShell(base).body();
        // as what stands in a body: at the start of a whole page scripts and their substitutes would go to its head
        Parser.htmlParser()
                .setMaxDepth(DEEPEST)
                .parseFragmentInput(html, body, base)
                .forEach(body::appendChild);
        return body;
    }
}
