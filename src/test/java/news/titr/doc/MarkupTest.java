package news.titr.doc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MarkupTest {

    @Property(tries = 4000)
    void whatIsWrittenReadsBackTheSame(@ForAll("bodies") Body body) {
        assertEquals(body, Markup.read(Markup.write(body)));
    }

    @Property(tries = 1000)
    void aBrowserThatSendsOtherLineEndsChangesNothing(@ForAll("bodies") Body body) {
        assertEquals(body, Markup.read(Markup.write(body).replace("\n", "\r\n")));
    }

    @Property(tries = 4000)
    void anyTextIsRead(@ForAll("texts") String text) {
        var body = Markup.read(text);
        assertEquals(body, Markup.read(Markup.write(body)));
    }

    @Property(tries = 2000)
    void plainWordsNeedNoJson(@ForAll("words") String text) {
        var body = Body.of(
                Block.Paragraph.of(text),
                Block.Subhead.of(text),
                new Block.Subhead(3, text, Inline.plain(text)),
                new Block.Quote(text, List.of(Block.Paragraph.of(text), Block.Paragraph.of(text))),
                new Block.Listing(true, List.of(new Block.Listing.Item(List.of(Block.Paragraph.of(text))))),
                new Block.Picture("key", text, text, text),
                new Block.ReadAlso(26841, text));
        String written = Markup.write(body);
        assertFalse(written.contains("```block\n{"), written);
        assertEquals(body, Markup.read(written));
    }

    @Provide
    Arbitrary<Body> bodies() {
        return Bodies.any();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                        Bodies.text(), Arbitraries.of("\n", "\n\n", "\n  ", "\n> ", "\n- ", "\n|", "\r", "```block\n"))
                .list()
                .ofMaxSize(20)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> words() {
        return Bodies.text()
                .map(text -> text.replaceAll("[\n\t ]+", " ").strip())
                .filter(text -> !text.isEmpty());
    }

    @Test
    void everyBlockHasItsShape() {
        var body = Markup.read("""
                متن یک
                دنبالهٔ همان

                ^ روتیتر
                ## میان‌تیتر
                ### تیتر **ریز**

                > بند یک
                >
                > بند دو
                > — نام گوینده

                - الف
                - ب

                ۱. یک
                ۲. دو

                |+ آب رود
                | ماه | آب |
                |---|---|
                | مهر | ۱ |

                •

                ![پل](bridge "پل نو | نگار")

                => 26841 تیتر آن خبر

                <<aparat:abc123>>
                """);
        assertEquals(
                List.of(
                        Block.Paragraph.of("متن یک دنبالهٔ همان"),
                        new Block.Subhead(2, "روتیتر", Inline.plain("میان‌تیتر")),
                        new Block.Subhead(
                                3,
                                "",
                                List.of(new Inline("تیتر ", List.of()), new Inline("ریز", List.of(new Mark.Strong())))),
                        new Block.Quote(
                                "نام گوینده", List.of(Block.Paragraph.of("بند یک"), Block.Paragraph.of("بند دو"))),
                        list(false, "الف", "ب"),
                        list(true, "یک", "دو"),
                        new Block.Table("آب رود", List.of(row(true, "ماه", "آب"), row(false, "مهر", "۱"))),
                        new Block.Separator(),
                        new Block.Picture("bridge", "پل", "پل نو", "نگار"),
                        new Block.ReadAlso(26841, "تیتر آن خبر"),
                        new Block.Embed("aparat", "abc123", "")),
                body.blocks());
    }

    private static Block list(boolean numbered, String... items) {
        return new Block.Listing(
                numbered,
                Stream.of(items)
                        .map(item -> new Block.Listing.Item(List.of(Block.Paragraph.of(item))))
                        .toList());
    }

    private static Block.Table.Row row(boolean header, String... cells) {
        return new Block.Table.Row(Stream.of(cells)
                .map(cell -> new Block.Table.Cell(header, 1, 1, Inline.plain(cell)))
                .toList());
    }

    @Test
    void marksMayNestAndTouch() {
        var strong = new Mark.Strong();
        var emphasis = new Mark.Emphasis();
        assertEquals(
                List.of(
                        new Inline("الف", List.of(strong)),
                        new Inline("ب", List.of(strong, emphasis)),
                        new Inline("ج", List.of())),
                MarkupRuns.read("**الف*ب***ج"));
        assertEquals(
                List.of(new Inline("الف", List.of(emphasis)), new Inline("ب", List.of(strong))),
                MarkupRuns.read("*الف***ب**"));
        assertEquals(
                List.of(
                        new Inline("ب", List.of(new Mark.Link("https://a.test/x_(y)"))),
                        new Inline(" and ", List.of()),
                        new Inline("news", List.of(new Mark.Language("en")))),
                MarkupRuns.read("[ب](https://a.test/x_(y)) and [news]{en}"));
    }

    @Test
    void aMarkThatIsNeverClosedIsText() {
        for (var text : List.of("۲ * ۳ * ۴", "**باز", "[نقل]", "[نقل](بی پایان", "[x]{not a tag}", "****", "a ** b")) {
            assertEquals(Inline.plain(text), MarkupRuns.read(text));
        }
    }

    @Test
    void anUnfinishedBlockIsAParagraph() {
        for (var text :
                List.of("```block", "```block\n{", "=> ندارد", "<<aparat>>", "![x]", "^ تنها", "۵. پنج", "| یک")) {
            var body = Markup.read(text);
            assertEquals(
                    text.replaceAll("\\s+", ""),
                    TextRenderer.render(body).replaceAll("\\s+", ""),
                    () -> "read as " + body);
            assertTrue(body.blocks().stream().allMatch(block -> block instanceof Block.Paragraph));
        }
    }

    @Test
    void numberedItemsMayStandApart() {
        assertEquals(
                List.of(list(true, "یک", "دو")), Markup.read("۱. یک\n\n۲. دو").blocks());
        assertEquals(
                List.of(list(true, "یک"), list(true, "یک")),
                Markup.read("1. یک\n\n1. یک").blocks());
    }

    @Test
    void listsNestByTwoSpacesOrMore() {
        var inner = list(false, "ب", "ج");
        var outer =
                new Block.Listing(false, List.of(new Block.Listing.Item(List.of(Block.Paragraph.of("الف"), inner))));
        assertEquals(List.of(outer), Markup.read("- الف\n  - ب\n  - ج").blocks());
        assertEquals(List.of(outer), Markup.read("- الف\n    - ب\n    - ج").blocks());
        assertEquals(List.of(outer), Markup.read("- الف\n\t- ب\n\t- ج").blocks());
        assertEquals("- الف\n  - ب\n  - ج", Markup.write(Body.of(outer)));
    }

    @Test
    void halfSpacesSurvive() {
        String text = "## می‌شود\n\n> نمی‌دانم\n> — علی‌اکبر\n\n| نیم‌فاصله |\n|---|";
        assertEquals(text, Markup.write(Markup.read(text)));
    }

    @Test
    void whatCannotBeSaidIsJson() {
        var wide = new Block.Table.Cell(false, 2, 1, Inline.plain("پهن"));
        var body = Body.of(
                new Block.Table("", List.of(new Block.Table.Row(List.of(wide)))), new Block.Paragraph(List.of()));
        String written = Markup.write(body);
        assertTrue(written.startsWith("```block\n{\"type\":\"table\""), written);
        assertTrue(written.endsWith("```block\n{\"type\":\"paragraph\"}\n```"), written);
        assertEquals(body, Markup.read(written));
    }

    @Test
    void anUnknownBlockComesBackUntouched() {
        String json =
                "{\"type\":\"doc\",\"version\":1,\"content\":[{\"type\":\"poll\",\"n\":1.10,\"content\":[\"x\",null]}]}";
        var body = BodyJson.read(json);
        assertEquals(json, BodyJson.write(Markup.read(Markup.write(body))));
    }

    @Test
    void hostileTextIsOnlyLong() {
        for (var part :
                List.of(">", "- ", "[", "](", "](a", "*a ", "**a *b ", "|", "\\", "1. ", "`", "![", "(", "[a](b)")) {
            assertNotNull(Markup.read(part.repeat(50_000)));
        }
        assertNotNull(Markup.read("- a\n\n".repeat(20_000)));
        var body = Body.of();
        for (int i = 0; i < 100; i++) {
            body = Body.of(new Block.Quote("", body.blocks()));
        }
        assertEquals(body, Markup.read(Markup.write(body)));
    }
}
