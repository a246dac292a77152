package news.titr.doc;

/**
 * A body as text that a person can type, and back: a small dialect of Markdown. Blocks are parted by an empty line.
 *
 * <pre>
 * متن ساده                             paragraph; its lines are joined with a space
 * ## میان‌تیتر                           subhead of level 2; ### for level 3; "^ روتیتر" directly above is its kicker
 * &gt; متن                                quote, with any blocks inside; last line "&gt; — نام" is the speaker
 * - مورد          1. مورد   ۱. مورد       list; lines indented by two spaces belong to the item above
 * | الف | ب |                           table; "|---|---|" below the first row makes that a header row;
 *                                      "|+ عنوان" directly above is its caption
 * •               ***                  separator
 * ![متن جایگزین](KEY "شرح | پدیدآور")    picture: alt text, asset, caption and credit
 * =&gt; 26841 تیتر                         read also
 * &lt;&lt;aparat:abc123 عنوان&gt;&gt;               embed; the title may be left out
 * **strong** *emphasis* [text](https://…) [text]{en}
 * </pre>
 *
 * <p>A backslash takes the meaning from the character after it; at the end of a line it is a line break, and before a
 * space at the edge of a line it keeps that space. Nothing else is changed: U+200C and everything invisible stays.
 *
 * <p>What the markup cannot say (cells that span, an empty paragraph) stands between {@code ```block} and {@code ```}
 * as the JSON of {@link BodyJson}, and a block that this version does not understand between {@code ```unknown} and
 * {@code ```}. So {@code read(write(body))} equals {@code body}, always.
 */
public final class Markup {

    private Markup() {}

    /** The body that a text stands for. Whatever is not understood is a paragraph; no text is an error. */
    public static Body read(String text) {
        return MarkupReader.read(text);
    }

    /** The text of a body, without a line end after the last line. */
    public static String write(Body body) {
        return MarkupWriter.write(body);
    }
}
