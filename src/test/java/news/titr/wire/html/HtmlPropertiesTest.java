package news.titr.wire.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import news.titr.doc.BodyJson;
import news.titr.doc.TextRenderer;

/** What holds for every page, however it is nested. */
class HtmlPropertiesTest {

    private static final List<String> TAGS = List.of(
            "p",
            "div",
            "b",
            "i",
            "span",
            "a href='/x'",
            "h2",
            "h5",
            "ul",
            "ol",
            "li",
            "blockquote",
            "cite",
            "footer",
            "table",
            "tr",
            "td",
            "th",
            "caption",
            "figure",
            "figcaption",
            "section",
            "dl",
            "dt",
            "dd",
            "pre",
            "q",
            "sup",
            "font",
            "form",
            "button",
            "details",
            "summary",
            "center",
            "noscript",
            "svg",
            "x-own",
            "u",
            "del",
            "select",
            "option",
            "label",
            "article",
            "br",
            "hr",
            "img src=/a.jpg",
            "iframe src=https://e.org/></iframe",
            "p style='color:red'");

    /** Opened and closed in any order, words between them. */
    @Property(tries = 400)
    void no_word_is_lost_and_none_comes_twice(@ForAll("pages") List<Integer> page) {
        var html = new StringBuilder();
        var words = new ArrayList<String>();
        for (int piece : page) {
            String tag = TAGS.get(Math.floorMod(piece, TAGS.size()));
            if (piece < 0) {
                html.append("</").append(tag.split(" ", 2)[0]).append('>');
            } else {
                String word = "واژه" + words.size() + "\u200Cپایان";
                words.add(word);
                html.append('<').append(tag).append('>').append(word).append(' ');
            }
        }
        var body = new HtmlBlocks(HtmlSurroundings.NONE).read(html.toString()).body();
        String text = TextRenderer.render(body);
        for (String word : words) {
            assertEquals(text.indexOf(word), text.lastIndexOf(word), () -> "twice: " + word + " in " + html);
            assertTrue(text.contains(word), () -> "lost: " + word + " in " + html + "\n" + text);
        }
        assertEquals(body, BodyJson.read(BodyJson.write(body)));
    }

    @Property(tries = 400)
    void any_text_is_read_and_can_be_stored(@ForAll String text, @ForAll("pages") List<Integer> page) {
        var html = new StringBuilder(text);
        page.forEach(piece -> html.append('<')
                .append(TAGS.get(Math.floorMod(piece, TAGS.size())))
                .append('>')
                .append(text));
        var body = new HtmlBlocks(HtmlSurroundings.NONE)
                .read(html.toString(), HtmlBlocks.LineEnds.PARAGRAPHS)
                .body();
        String json = BodyJson.write(body);
        assertEquals(body, BodyJson.read(json));
        assertEquals(-1, TextRenderer.render(body).indexOf('\u0000'));
    }

    @Provide
    Arbitrary<List<Integer>> pages() {
        return Arbitraries.integers().between(-60, 120).list().ofMaxSize(25);
    }
}
