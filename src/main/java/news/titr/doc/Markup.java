package news.titr.doc;

/**
 * A body as text that people can type: a dialect of Markdown. Blocks are parted by an empty line.
 *
 * <pre>
 * ## subhead            ### of the third level; its kicker stands in the line above, after ^
 * > quote               its speaker in the last line: > — name
 * - item                1. item in a numbered list
 * | a | b |             a row; |---|---| below the first makes it a header; |+ caption above
 * •                     separator
 * ![alt](asset "caption | credit")
 * => 26841 headline     read also
 * &lt;&lt;aparat:abc title>>  embed
 * **strong** *emphasis* [text](address) [text]{en}   a backslash takes the next character as it is
 * </pre>
 *
 * Whatever the dialect cannot say, blocks of the future included, stands in it as JSON between ``` lines, so that a body
 * that is written and read again is the same body. Reading never fails: what is not understood is a paragraph.
 */
public final class Markup {

    private Markup() {}

    public static Body read(String text) {
        return new Body(
                new MarkupReader(text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1)).blocks());
    }

    public static String write(Body body) {
        return MarkupWriter.write(body.blocks());
    }
}
