package news.titr.wire.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import news.titr.doc.Block;
import news.titr.doc.BlockWords;
import news.titr.doc.BodyJson;
import news.titr.doc.HtmlRenderer;
import news.titr.doc.Inline;
import news.titr.doc.Mark;
import news.titr.doc.Markup;
import news.titr.doc.Surroundings;
import news.titr.doc.TextRenderer;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlBlocksTest {

    /** Takes every picture under its address. */
    private static final HtmlSurroundings TAKING = new HtmlSurroundings() {
        @Override
        public Optional<String> asset(String address, Element element) {
            return Optional.of(address);
        }

        @Override
        public String base() {
            return "https://example.org/news/7/";
        }
    };

    private static String markup(String html) {
        return Markup.write(read(html).body());
    }

    private static HtmlReading read(String html) {
        return new HtmlBlocks(TAKING).read(html);
    }

    private static HtmlReading alone(String html) {
        return new HtmlBlocks(HtmlSurroundings.NONE).read(html);
    }

    private static List<HtmlRemark.Kind> kinds(HtmlReading reading) {
        return reading.remarks().stream().map(HtmlRemark::kind).toList();
    }

    @Test
    void paragraphs_subheads_and_lists_come_through() {
        assertEquals("""
                بند یکم

                ## میان‌تیتر

                ### کوچک‌تر

                - یک
                - دو
                  1. تو""", markup("""
                <p>بند   یکم</p><h2>میان‌تیتر</h2><h4>کوچک‌تر</h4>
                <ul><li>یک</li><li>دو<ol><li>تو</li></ol></li></ul>"""));
    }

    @Test
    void text_outside_blocks_becomes_paragraphs_and_two_breaks_part_them() {
        assertEquals(
                "آزاد\n\nبند\n\nباز آزاد\\\nخط دوم\n\nسوم", markup("آزاد<p>بند</p>باز آزاد<br>خط دوم<br><br>سوم<br>"));
    }

    @Test
    void a_list_below_another_belongs_to_the_entry_before_it() {
        assertEquals("- یک\n  - تو\n- دو", markup("<ul><li>یک</li><ul><li>تو</li></ul><li>دو</li></ul>"));
    }

    @Test
    void half_spaces_and_bidi_controls_stay() {
        String text = "می\u200Cشود \u2067نمونه\u2069 \u200Eabc\u200F";
        assertEquals(
                List.of(Block.Paragraph.of(text)), read("<p>" + text + "</p>").blocks());
        assertEquals(
                List.of(Block.Paragraph.of("می\u200Cشود")),
                read("<p>می&zwnj;شود&nbsp;</p>").blocks());
    }

    @Test
    void marks_and_links_come_through_in_one_order() {
        var strong = new Mark.Strong();
        var link = new Mark.Link("https://example.org/a");
        assertEquals(
                List.of(new Block.Paragraph(List.of(
                        new Inline("آ ", List.of()),
                        new Inline("پیوند", List.of(strong, link)),
                        new Inline(" و ", List.of()),
                        new Inline("en", List.of(new Mark.Emphasis(), new Mark.Language("en")))))),
                read("آ <a href='/a'><b>پیوند</b></a> و <span lang='en' style='font-style: italic'>en</span>")
                        .blocks());
    }

    @Test
    void a_link_that_would_run_something_is_only_text() {
        var reading = alone("<a href='java&#10;script:alert(1)'>متن</a> <a href='#'>دو</a>");
        assertEquals(List.of(Block.Paragraph.of("متن دو")), reading.blocks());
        assertEquals(List.of(HtmlRemark.Kind.LINK, HtmlRemark.Kind.LINK), kinds(reading));
    }

    @Test
    void a_quote_has_its_speaker() {
        assertEquals("> سخن\n> — گوینده", markup("<blockquote><p>سخن</p><cite>— گوینده</cite></blockquote>"));
        assertEquals(
                "> در\\ *کتاب*\\ آمده است", markup("<blockquote><p>در <cite>کتاب</cite> آمده است</p></blockquote>"));
    }

    @Test
    void pictures_have_alternative_text_caption_and_credit() {
        assertEquals(
                List.of(new Block.Picture("https://example.org/a.jpg", "جایگزین", "شرح", "عکاس")),
                read("<figure><a href='/big'><img src='/a.jpg' alt='جایگزین'></a>"
                                + "<figcaption>شرح <cite>عکاس</cite></figcaption></figure>")
                        .blocks());
    }

    @Test
    void a_picture_in_the_middle_of_a_paragraph_comes_after_it() {
        assertEquals(
                List.of(
                        new Block.Picture("https://example.org/news/7/a.jpg", "", "", ""),
                        Block.Paragraph.of("یک دو"),
                        new Block.Picture("https://example.org/news/7/b.jpg", "", "", "")),
                read("<p><img src=a.jpg>یک <img src=b.jpg>دو</p>").blocks());
    }

    @Test
    void a_picture_that_loads_late_is_taken_once() {
        assertEquals(
                List.of(new Block.Picture("https://example.org/a.jpg", "", "", "")),
                read("<p><img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' data-src='/a.jpg'>"
                                + "<noscript><img src='/a.jpg'></noscript></p>")
                        .blocks());
    }

    @Test
    void a_picture_that_is_not_here_is_left_as_a_link() {
        var reading = alone("<figure><img src='https://example.org/%D8%B9.jpg'><figcaption>شرح</figcaption></figure>");
        assertEquals("[شرح](https://example.org/%D8%B9.jpg)", Markup.write(reading.body()));
        assertEquals(List.of(HtmlRemark.Kind.PICTURE_LINKED), kinds(reading));
    }

    @Test
    void trackers_scripts_styles_and_hidden_text_never_enter() {
        var reading = read("<style>p{}</style><script>x()</script><p>دیده</p><p style='DISPLAY : none'>پنهان</p>"
                + "<div hidden>پنهان</div><span class='screen-reader-text'>پنهان</span>"
                + "<img src='/dot.gif' width=1 height='1'><img src='https://pixel.wp.com/g.gif'>"
                + "<iframe src='https://www.googletagmanager.com/ns.html'></iframe>");
        assertEquals(List.of(Block.Paragraph.of("دیده")), reading.blocks());
        assertEquals(
                3,
                kinds(reading).stream().filter(HtmlRemark.Kind.HIDDEN::equals).count());
        assertEquals(
                3,
                kinds(reading).stream().filter(HtmlRemark.Kind.TRACKER::equals).count());
    }

    @Test
    void films_and_posts_elsewhere_become_embeds() {
        var aparat = new Block.Embed("aparat", "abc12", "");
        assertEquals(
                List.of(aparat),
                read("<div id='1'><script src='https://www.aparat.com/embed/abc12?data[rnddiv]=1'></script></div>")
                        .blocks());
        assertEquals(
                List.of(aparat),
                read("<iframe src='https://www.aparat.com/video/video/embed/videohash/abc12/vt/frame'></iframe>")
                        .blocks());
        assertEquals(
                List.of(aparat), read("<p>https://www.aparat.com/v/abc12</p>").blocks());
        assertEquals(
                List.of(new Block.Embed("telegram", "kanal/12", "")),
                read("<script async src='https://telegram.org/js/telegram-widget.js' data-telegram-post='kanal/12'></script>")
                        .blocks());
        assertEquals(
                List.of(new Block.Embed("x", "me/status/12", "سخن — Me")),
                read("<blockquote class='twitter-tweet'><p>سخن</p>— Me <a href='https://twitter.com/me/status/12?x=1'></a></blockquote>")
                        .blocks());
    }

    @Test
    void tables_keep_header_cells_spans_and_caption() {
        assertEquals(
                List.of(new Block.Table(
                        "عنوان",
                        List.of(
                                new Block.Table.Row(List.of(new Block.Table.Cell(true, 2, 1, Inline.plain("الف")))),
                                new Block.Table.Row(List.of(
                                        new Block.Table.Cell(false, 1, 1, Inline.plain("ب\nپ")),
                                        new Block.Table.Cell(false, 1, 1, List.of())))))),
                read("<figure class=wp-block-table><table><thead><tr><th colspan=2>الف</th></tr></thead><tbody><tr>"
                                + "<td><p>ب</p><p>پ</p></td><td></td></tr></tbody></table><figcaption>عنوان</figcaption></figure>")
                        .blocks());
    }

    @Test
    void a_table_that_a_page_is_set_in_gives_its_blocks() {
        assertEquals(
                "## تیتر\n\nمتن\n\n- یک",
                markup("<table><tr><td><h2>تیتر</h2><p>متن</p></td><td><ul><li>یک</li></ul></td></tr></table>"));
    }

    @Test
    void what_no_block_can_hold_is_kept_with_its_source_but_without_what_runs() {
        var reading = read("<p>پیش</p><form onsubmit='x()'><script>y()</script><label>نظر</label>"
                + "<input name=a><button onclick='z()'>بفرست</button></form>");
        var unknown = (Block.Unknown) reading.blocks().get(1);
        assertEquals("نظر بفرست", unknown.safeText());
        String source = unknown.json().path("attrs").path("source").asText();
        assertTrue(source.contains("<input name=\"a\">"), source);
        assertFalse(source.matches("(?s).*(?:x\\(|y\\(|z\\().*"), source);
        assertEquals(List.of(HtmlRemark.Kind.UNKNOWN), kinds(reading));
    }

    @Test
    void small_numbers_keep_their_meaning() {
        assertEquals(
                "10² و H₂O",
                TextRenderer.render(read("10<sup>2</sup> و H<sub>2</sub>O").body()));
    }

    @Test
    void line_ends_may_part_paragraphs() {
        assertEquals(
                "یک\\\nدو\n\nسه\n\n- چهار\n\nپنج\\\nشش",
                Markup.write(new HtmlBlocks(TAKING)
                        .read(
                                "یک\nدو\n\nسه\n\n<ul>\n<li>چهار</li>\n</ul>\nپنج<br />\nشش",
                                HtmlBlocks.LineEnds.PARAGRAPHS)
                        .body()));
    }

    @Test
    void a_line_of_html_is_text() {
        assertEquals("الف & ب", HtmlBlocks.line(" الف\n&amp; <b>ب</b>"));
    }

    @Test
    void million_fold_nesting_is_read_to_its_text() {
        assertEquals(
                "متن",
                TextRenderer.render(alone("<div><b>".repeat(50_000) + "متن").body()));
        assertEquals(
                "متن",
                TextRenderer.render(alone("<ul><li>".repeat(5_000) + "متن").body())
                        .replaceAll("[•\\s]", ""));
        assertTrue(
                TextRenderer.render(alone("<blockquote>".repeat(5_000) + "متن").body())
                        .contains("متن"));
        assertTrue(
                TextRenderer.render(alone("<table><tr><td>".repeat(500) + "متن").body())
                        .contains("متن"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=x onerror=alert(1)>متن",
                "<svg><script>alert(1)</script><text>متن</text></svg>",
                "<math><mi xlink:href='javascript:alert(1)'>متن</mi></math>",
                "<a href='\u0001javascript:alert(1)'>متن</a>",
                "<a href='data:text/html;base64,PHNjcmlwdD4='>متن</a>",
                "<iframe srcdoc='<script>alert(1)</script>' src='javascript:alert(1)'>متن</iframe>",
                "<object data='javascript:alert(1)'>متن</object>",
                "<form action='javascript:alert(1)'><input onfocus=alert(1) autofocus>متن<button>b</button></form>",
                "<table background='javascript:alert(1)'><tr><td>متن</td></tr></table>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">متن</p></noscript>",
                "<svg><a xlink:href='javascript:alert(1)'><text>متن</text></a><animate attributeName=href values='javascript:alert(1)'/></svg>",
                "<div style='background:url(javascript:alert(1))'>متن</div>"
            })
    void nothing_that_runs_survives(String html) {
        var body = alone(html).body();
        String shown = HtmlRenderer.render(body, Surroundings.NONE, BlockWords.PERSIAN);
        String kept = BodyJson.write(body);
        for (String running :
                List.of("<script", "onerror=", "onfocus=", "href=\\\"javascript", "='javascript", "srcdoc")) {
            assertFalse(kept.contains(running), kept);
        }
        assertFalse(shown.contains("<script") || shown.contains("<img") || shown.contains("href=\"javascript"), shown);
        assertEquals(body, BodyJson.read(kept));
        assertEquals(
                body.blocks().stream().map(Object::toString).collect(Collectors.joining()),
                BodyJson.read(kept).blocks().stream().map(Object::toString).collect(Collectors.joining()));
    }
}
