package news.titr.doc.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import news.titr.doc.Block;
import news.titr.doc.Bodies;
import news.titr.doc.Body;
import news.titr.doc.Surroundings;
import news.titr.language.Language;
import news.titr.language.Messages;
import org.junit.jupiter.api.Test;

class DifferenceHtmlTest {

    private static final Messages WORDS = Messages.of(Language.PERSIAN);
    private final DifferenceHtml both = new DifferenceHtml(WORDS, Surroundings.NONE, DifferenceHtml.Side.BOTH);
    private final DifferenceHtml before = new DifferenceHtml(WORDS, Surroundings.NONE, DifferenceHtml.Side.BEFORE);
    private final DifferenceHtml after = new DifferenceHtml(WORDS, Surroundings.NONE, DifferenceHtml.Side.AFTER);

    @Test
    void what_went_and_what_came_is_said_in_words_as_well() {
        assertEquals(
                "سارا <del><span class=\"hidden\">حذف‌شده: </span>رفت</del> <ins><span class=\"hidden\">افزوده:"
                        + " </span>آمد</ins>",
                both.text(TextDifference.of("سارا رفت", "سارا آمد")));
    }

    @Test
    void what_nobody_sees_is_said() {
        String html = both.text(TextDifference.of("او میرود", "او می‌رود"));
        assertTrue(html.contains("<small class=\"unseen\">نیم‌فاصله افزوده شد</small>"), html);
        assertTrue(html.contains("<span class=\"half-space\">\u200c</span>"), html);
    }

    @Test
    void a_space_is_not_struck_out_but_named() {
        String html = both.text(TextDifference.of("رفت.", "رفت ."));
        assertFalse(html.contains("<ins>"), html);
        assertTrue(html.contains("فاصله افزوده شد"), html);
    }

    @Test
    void beside_each_other_each_side_has_its_own_text() {
        var changes = TextDifference.of("سارا رفت", "سارا آمد");
        assertTrue(
                before.text(changes).contains("<del>") && !before.text(changes).contains("آمد"));
        assertTrue(after.text(changes).contains("<ins>") && !after.text(changes).contains("رفت"));
    }

    @Test
    void a_long_stretch_without_changes_is_folded() {
        var many = IntStream.range(0, 12)
                .<Block>mapToObj(i -> Block.Paragraph.of("بند " + i + " از متن بلند"))
                .toList();
        var changed = new java.util.ArrayList<>(many);
        changed.set(11, Block.Paragraph.of("بند آخر از متن بلند"));
        String html = both.blocks(BodyDifference.of(new Body(many), new Body(changed)));
        assertTrue(html.contains("<summary>۱۰ بخش بی‌تغییر</summary>"), html);
    }

    @Test
    void what_was_typed_stays_text() {
        assertTrue(both.text(TextDifference.of("", "<script>")).contains("&lt;script&gt;"));
    }

    /** Every kind of block has its words, and each side keeps what is its own. */
    @Property(tries = 300)
    void every_change_can_be_shown(@ForAll("bodies") Body old, @ForAll("bodies") Body now) {
        var changes = BodyDifference.of(old, now);
        for (var html : List.of(both.blocks(changes), DifferenceHtml.pairs(changes, WORDS, Surroundings.NONE))) {
            assertFalse(html.contains("null"), html);
        }
        assertFalse(before.blocks(changes).contains("<ins>"));
        assertFalse(after.blocks(changes).contains("<del>"));
    }

    @Provide
    Arbitrary<Body> bodies() {
        return Bodies.any();
    }
}
