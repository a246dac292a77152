package news.titr.doc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class HtmlRendererTest {

    private static final String HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>&amp;";
    private static final Pattern TAG = Pattern.compile("<(/?)([a-z0-9]+)((?: [a-z-]+=\"[^\"<>]*\")*)>");
    private static final List<String> WITHOUT_END = List.of("br", "hr", "img");

    private static String html(Block... blocks) {
        return HtmlRenderer.render(Body.of(blocks), everything(), BlockWords.PERSIAN);
    }

    /** Has a picture for every key and a story for every number, all of them named by a hostile writer. */
    private static Surroundings everything() {
        return new Surroundings() {
            @Override
            public Optional<ShownPicture> picture(String asset) {
                return Optional.of(new ShownPicture("/p/" + asset, HOSTILE, 3, 2));
            }

            @Override
            public Optional<ShownStory> story(long number) {
                return Optional.of(new ShownStory("/news/" + number, HOSTILE));
            }
        };
    }

    @Provide
    Arbitrary<Body> bodies() {
        return Bodies.any();
    }

    @Property(tries = 2000)
    void whateverWasTypedTheTagsAreOursAndNestWell(@ForAll("bodies") Body body) {
        String html = HtmlRenderer.render(body, everything(), BlockWords.PERSIAN);
        var open = new java.util.ArrayDeque<String>();
        var tags = TAG.matcher(html);
        int behind = 0;
        while (tags.find()) {
            assertFalse(html.substring(behind, tags.start()).matches("(?s).*[<>].*"), html);
            behind = tags.end();
            if (tags.group(1).isEmpty() && !WITHOUT_END.contains(tags.group(2))) {
                assertFalse(tags.group(2).equals("a") && open.contains("a"), "a link within a link: " + html);
                open.push(tags.group(2));
            } else if (!tags.group(1).isEmpty()) {
                assertEquals(open.pop(), tags.group(2), html);
            }
            assertFalse(tags.group(3).replaceAll("\"[^\"]*\"", "").contains(" on"), html);
        }
        assertFalse(html.substring(behind).matches("(?s).*[<>].*"), html);
        assertTrue(open.isEmpty(), html);
    }

    @Test
    void everyPlaceWhereWordsStandIsEscaped() {
        var words = Inline.plain(HOSTILE);
        String html = html(
                new Block.Paragraph(words),
                new Block.Subhead(2, HOSTILE, words),
                new Block.Quote(HOSTILE, List.of(new Block.Paragraph(words))),
                new Block.Listing(false, List.of(new Block.Listing.Item(List.of(new Block.Paragraph(words))))),
                new Block.Table(
                        HOSTILE, List.of(new Block.Table.Row(List.of(new Block.Table.Cell(false, 1, 1, words))))),
                new Block.Picture(HOSTILE, HOSTILE, HOSTILE, HOSTILE),
                new Block.ReadAlso(1, HOSTILE),
                new Block.Embed(HOSTILE, HOSTILE, HOSTILE),
                new Block.Unknown(JsonNodeFactory.instance.objectNode().put("text", HOSTILE)),
                new Block.Paragraph(List.of(new Inline(HOSTILE, List.of(new Mark.Language(HOSTILE))))));
        assertFalse(html.contains("<script"), html);
        assertFalse(html.contains("<img src=x"), html);
        assertFalse(html.contains("&amp;amp;amp;"), html);
        assertTrue(html.contains("<bdi>&lt;script&gt;"), html);
    }

    @Test
    void aLinkWithOneStrongWordIsOneLink() {
        var link = new Mark.Link("https://a.test/");
        assertEquals(
                "<p><a href=\"https://a.test/\" rel=\"external noopener\">این <strong>همان</strong> است</a>.</p>\n",
                html(new Block.Paragraph(List.of(
                        new Inline("این ", List.of(link)),
                        new Inline("همان", List.of(link, new Mark.Strong())),
                        new Inline(" است", List.of(link)),
                        new Inline(".", List.of())))));
    }

    @Test
    void anUnsafeLinkLosesItsAddressAndKeepsItsWords() {
        var marks = List.<Mark>of(new Mark.Link("javascript:alert(1)"), new Mark.Strong());
        assertEquals("<p><strong>متن</strong></p>\n", html(new Block.Paragraph(List.of(new Inline("متن", marks)))));
    }

    @Test
    void whatIsEmptyLeavesNothingBehind() {
        assertEquals(
                "",
                html(
                        new Block.Paragraph(List.of()),
                        new Block.Subhead(2, "", List.of()),
                        new Block.Quote("", List.of()),
                        new Block.Listing(true, List.of()),
                        new Block.Table("", List.of()),
                        new Block.Table("", List.of(new Block.Table.Row(List.of())))));
    }

    @Test
    void aHeadThatSpansRowsStaysWithTheRowsThatItSpans() {
        var tall = new Block.Table.Cell(true, 1, 2, Inline.plain("شهر"));
        var low = new Block.Table.Cell(true, 1, 1, Inline.plain("دما"));
        var cell = new Block.Table.Cell(false, 1, 1, Inline.plain("۱۱"));
        String html = html(new Block.Table(
                "", List.of(new Block.Table.Row(List.of(tall, low)), new Block.Table.Row(List.of(cell)))));
        assertFalse(html.contains("<thead>"), html);
        assertTrue(html.contains("<th scope=\"col\" rowspan=\"2\">شهر</th>"), html);
    }

    @Test
    void theEmptyCornerOfATableHeadsNothing() {
        var corner = new Block.Table.Cell(true, 1, 1, List.of());
        var head = new Block.Table.Cell(true, 1, 1, Inline.plain("دما"));
        String html = html(new Block.Table("", List.of(new Block.Table.Row(List.of(corner, head)))));
        assertTrue(html.contains("<thead>\n<tr><td></td><th scope=\"col\">دما</th></tr>"), html);
    }

    @Test
    void tablesWithoutACaptionAreToldApart() {
        var table = new Block.Table(
                "", List.of(new Block.Table.Row(List.of(new Block.Table.Cell(false, 1, 1, Inline.plain("۱"))))));
        String html = html(table, table);
        assertTrue(html.contains("aria-label=\"جدول\"") && html.contains("aria-label=\"جدول ۲\""), html);
    }

    @Test
    void controlCharactersAreLeftOutAndHalfSpacesAreNot() {
        assertEquals("می\u200cشود\n\t", Html.escape("می\u200cش\u0000و\u0008د\u0085\n\t"));
        assertEquals("&amp;lt; &lt;b&gt; &quot;&#39;", Html.escape("&lt; <b> \"'"));
    }
}
