package news.titr.doc.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import news.titr.doc.Block;
import news.titr.doc.Bodies;
import news.titr.doc.Body;
import news.titr.doc.Inline;
import news.titr.doc.Mark;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    // ---- words

    @Test
    void a_verb_with_another_ending_is_one_changed_word() {
        assertEquals("سارا به خانه [می‌رود→می‌روند].", told("سارا به خانه می‌رود.", "سارا به خانه می‌روند."));
    }

    @Test
    void a_new_word_is_put_in_with_its_space() {
        assertEquals("پل+{ کهنه} باز شد", told("پل باز شد", "پل کهنه باز شد"));
        assertEquals("پل باز شد+{ امروز}", told("پل باز شد", "پل باز شد امروز"));
        assertEquals("+{دیروز }پل باز شد", told("پل باز شد", "دیروز پل باز شد"));
    }

    @Test
    void a_word_is_taken_out_with_its_space() {
        assertEquals("پل-{ کهنه} باز شد", told("پل کهنه باز شد", "پل باز شد"));
        assertEquals("-{دیروز }پل باز شد", told("دیروز پل باز شد", "پل باز شد"));
    }

    @Test
    void punctuation_stands_apart_from_the_word_before_it() {
        assertEquals("باز شد[.→؟]", told("باز شد.", "باز شد؟"));
        assertEquals("باز شد+{!}", told("باز شد", "باز شد!"));
    }

    @Test
    void numbers_and_dates_are_words() {
        assertEquals(
                "در [۱۴۰۳/۱۱/۰۱→۱۴۰۳/۱۱/۰۲] ساعت ۸:۱۰", told("در ۱۴۰۳/۱۱/۰۱ ساعت ۸:۱۰", "در ۱۴۰۳/۱۱/۰۲ ساعت ۸:۱۰"));
        assertEquals("[۲٫۵→۲٫۷] درصد", told("۲٫۵ درصد", "۲٫۷ درصد"));
    }

    @Test
    void what_was_said_anew_is_one_change_and_not_ten_pieces() {
        assertEquals(
                "شهرداری [می‌گوید مرمت تمام شده و راه→هنوز خبر نداده است که پل کی] باز است",
                told("شهرداری می‌گوید مرمت تمام شده و راه باز است", "شهرداری هنوز خبر نداده است که پل کی باز است"));
    }

    @Test
    void words_that_stay_between_two_changes_stay() {
        assertEquals("[مینا→سارا] به خانه [رفت→آمد]", told("مینا به خانه رفت", "سارا به خانه آمد"));
    }

    // ---- what nobody sees

    @Test
    void a_half_space_that_came_or_went_is_told() {
        assertEquals("او [میرود→می‌رود]{HALF_SPACE_ADDED}", told("او میرود", "او می‌رود"));
        assertEquals("او [می‌رود→میرود]{HALF_SPACE_REMOVED}", told("او می‌رود", "او میرود"));
    }

    @Test
    void a_space_that_became_a_half_space_is_told() {
        assertEquals("او [می رود→می‌رود]{SPACE_BECAME_HALF_SPACE} خانه", told("او می رود خانه", "او می‌رود خانه"));
        assertEquals("[کتاب‌ها→کتاب ها]{HALF_SPACE_BECAME_SPACE}", told("کتاب‌ها", "کتاب ها"));
    }

    @Test
    void an_arabic_letter_that_became_persian_is_told() {
        assertEquals(
                "[\u064Aك→یک]{LETTER_BECAME_PERSIAN} روز".replace('ك', '\u0643'), told("\u064A\u0643 روز", "یک روز"));
        assertEquals("[کتاب→\u0643تاب]{LETTER_BECAME_ARABIC}", told("کتاب", "\u0643تاب"));
    }

    @Test
    void digits_of_the_other_set_are_told() {
        assertEquals("سال [\u0661\u0664→۱۴]{DIGIT_BECAME_PERSIAN}", told("سال \u0661\u0664", "سال ۱۴"));
    }

    @Test
    void an_invisible_character_is_told() {
        assertEquals("او [رفت→رفت\u200f]{HIDDEN_ADDED}.", told("او رفت.", "او رفت\u200f."));
        assertEquals(Set.of(Unseen.HIDDEN_REMOVED), Unseen.removed("\u2067"));
    }

    @Test
    void spaces_that_came_or_changed_are_told() {
        assertEquals("رفت[→ ]{SPACE_ADDED}.", told("رفت.", "رفت ."));
        assertEquals("او[ →  ]{OTHER_SPACE}رفت", told("او رفت", "او  رفت"));
        assertEquals("او[ →\u00a0]{OTHER_SPACE}رفت", told("او رفت", "او\u00a0رفت"));
        assertEquals("او[ →\n]{LINE_ADDED}رفت", told("او رفت", "او\nرفت"));
    }

    @Test
    void letters_coded_another_way_are_told() {
        assertEquals("[خانهٔ→خان\u06C0]{OTHER_ENCODING} ما", told("خان\u0647\u0654 ما", "خان\u06C0 ما"));
    }

    @Test
    void two_unseen_changes_in_one_text_are_told_apart() {
        assertEquals(
                "[\u0643تاب→کتاب]{LETTER_BECAME_PERSIAN} را [می خوانم→می‌خوانم]{SPACE_BECAME_HALF_SPACE}",
                told("\u0643تاب را می خوانم", "کتاب را می‌خوانم"));
    }

    // ---- marks

    @Test
    void a_word_that_became_strong_is_restyled_and_not_replaced() {
        var before = Inline.plain("پل باز شد");
        var after = List.of(
                new Inline("پل ", List.of()),
                new Inline("باز", List.of(new Mark.Strong())),
                new Inline(" شد", List.of()));
        var changes = TextDifference.of(before, after);
        assertEquals(3, changes.size());
        var restyled = assertInstanceOf(Change.Restyled.class, changes.get(1));
        assertEquals(List.of(new Inline("باز", List.of(new Mark.Strong()))), restyled.after());
    }

    @Test
    void a_link_that_leads_elsewhere_is_told() {
        var before = List.of(new Inline("اینجا", List.of(new Mark.Link("https://a.example"))));
        var after = List.of(new Inline("اینجا", List.of(new Mark.Link("https://b.example"))));
        assertInstanceOf(Change.Restyled.class, TextDifference.of(before, after).getFirst());
    }

    // ---- blocks

    private static final Block FIRST = Block.Paragraph.of("مرمت پل سه سال طول کشید و هزینهٔ آن دو برابر شد.");
    private static final Block SECOND = Block.Paragraph.of("شهرداری می‌گوید راه از فردا باز است و کسی نگران نباشد.");
    private static final Block THIRD = Block.Paragraph.of("مهندس کار گفت پایه‌ها را از نو ساخته‌اند.");

    @Test
    void a_paragraph_that_was_moved_is_told_as_moved() {
        var changes = BodyDifference.of(Body.of(FIRST, SECOND, THIRD), Body.of(SECOND, THIRD, FIRST));
        assertEquals(List.of("MovedAway", "Kept", "Kept", "MovedHere"), kinds(changes));
    }

    @Test
    void a_paragraph_that_was_moved_and_mended_shows_both() {
        var mended = Block.Paragraph.of("مرمت پل سه سال طول کشید و هزینهٔ آن سه برابر شد.");
        var changes = BodyDifference.of(Body.of(FIRST, SECOND, THIRD), Body.of(SECOND, THIRD, mended));
        var here = assertInstanceOf(BlockChange.MovedHere.class, changes.getLast());
        assertTrue(here.changed());
        assertEquals(
                "مرمت پل سه سال طول کشید و هزینهٔ آن [دو→سه] برابر شد.",
                told(((BlockChange.Inside.Text) here.inside()).changes()));
    }

    @Test
    void a_paragraph_that_was_split_is_told_as_split() {
        var whole = Block.Paragraph.of("مرمت پل سه سال طول کشید. شهرداری می‌گوید راه از فردا باز است.");
        var one = Block.Paragraph.of("مرمت پل سه سال طول کشید.");
        var other = Block.Paragraph.of("شهرداری می‌گوید راه از فردا باز است.");
        var split = BodyDifference.of(Body.of(THIRD, whole), Body.of(THIRD, one, other));
        assertEquals(List.of("Kept", "Split"), kinds(split));
        assertEquals(
                "مرمت پل سه سال طول کشید.[ →\u2029]{PARAGRAPH_ADDED}شهرداری می‌گوید راه از فردا باز است.",
                told(((BlockChange.Split) split.getLast()).text()));
        assertEquals(
                List.of("Kept", "Joined"), kinds(BodyDifference.of(Body.of(THIRD, one, other), Body.of(THIRD, whole))));
    }

    @Test
    void a_paragraph_that_became_a_subhead_keeps_its_words() {
        var changes = BodyDifference.of(
                Body.of(FIRST, Block.Paragraph.of("راه از فردا باز است")),
                Body.of(FIRST, Block.Subhead.of("راه از فردا باز است")));
        var changed = assertInstanceOf(BlockChange.Changed.class, changes.getLast());
        assertInstanceOf(BlockChange.Inside.Nothing.class, changed.inside());
        assertInstanceOf(Block.Subhead.class, changed.block());
    }

    @Test
    void a_table_is_compared_cell_by_cell() {
        var changes = BodyDifference.of(
                Body.of(table(List.of("شهر", "باران"), List.of("ساوران", "۱۲"), List.of("نیلاب", "۸"))),
                Body.of(table(List.of("شهر", "باران"), List.of("ساوران", "۱۴"), List.of("نیلاب", "۸"))));
        var rows = ((BlockChange.Inside.Rows) ((BlockChange.Changed) changes.getFirst()).inside()).changes();
        assertInstanceOf(Part.Kept.class, rows.get(0));
        assertInstanceOf(Part.Kept.class, rows.get(2));
        var row = assertInstanceOf(Part.Changed.class, rows.get(1));
        assertEquals(
                "[Kept[value=" + cell("ساوران") + "], Changed",
                row.detail().toString().split("\\[before")[0]);
    }

    @Test
    void a_row_that_was_added_leaves_the_others_alone() {
        var changes = BodyDifference.of(
                Body.of(table(List.of("شهر", "باران"), List.of("ساوران", "۱۲"))),
                Body.of(table(List.of("شهر", "باران"), List.of("کوهیار", "۳"), List.of("ساوران", "۱۲"))));
        var rows = ((BlockChange.Inside.Rows) ((BlockChange.Changed) changes.getFirst()).inside()).changes();
        assertEquals(
                List.of("Kept", "Added", "Kept"),
                rows.stream().map(row -> row.getClass().getSimpleName()).toList());
    }

    @Test
    void a_picture_is_compared_by_what_is_said_about_it() {
        var changes = BodyDifference.of(
                Body.of(new Block.Picture("a", "پل", "پل کهنه", "مینا")),
                Body.of(new Block.Picture("a", "پل", "پل کهنهٔ ساوران", "مینا")));
        var attributes = ((BlockChange.Changed) changes.getFirst()).attributes();
        assertEquals(
                List.of("caption"),
                attributes.stream().map(BlockChange.Attribute::name).toList());
        assertEquals("پل [کهنه→کهنهٔ]+{ ساوران}", told(attributes.getFirst().change()));
    }

    @Test
    void a_quote_is_compared_by_its_speaker_and_by_its_words() {
        var changes = BodyDifference.of(
                Body.of(new Block.Quote("مهندس", List.of(Block.Paragraph.of("پایه‌ها از نو ساخته شد.")))),
                Body.of(new Block.Quote("معمار", List.of(Block.Paragraph.of("پایه‌ها از نو ساخته شدند.")))));
        var changed = (BlockChange.Changed) changes.getFirst();
        assertEquals("speaker", changed.attributes().getFirst().name());
        assertInstanceOf(BlockChange.Inside.Blocks.class, changed.inside());
    }

    @Test
    void a_block_that_nobody_knows_is_compared_by_its_json() {
        var changes = BodyDifference.of(Body.of(poll("آری")), Body.of(poll("نه")));
        assertEquals(
                "json",
                ((BlockChange.Changed) changes.getFirst())
                        .attributes()
                        .getFirst()
                        .name());
    }

    // ---- whatever the texts

    @Property(tries = 400)
    void the_pieces_make_both_texts_again(@ForAll("runs") List<Inline> before, @ForAll("runs") List<Inline> after) {
        var changes = TextDifference.of(before, after);
        assertEquals(Token.joined(before), joined(changes, true));
        assertEquals(Token.joined(after), joined(changes, false));
        assertEquals(Token.joined(before).equals(Token.joined(after)), Change.none(changes));
    }

    @Property(tries = 400)
    void edited_texts_make_both_again(@ForAll("sentences") List<String> words, @ForAll("edits") List<Integer> edits) {
        String before = String.join(" ", words);
        String after = String.join(" ", edited(words, edits));
        var changes = TextDifference.of(before, after);
        assertEquals(before, Inline.text(joined(changes, true)));
        assertEquals(after, Inline.text(joined(changes, false)));
    }

    @Property(tries = 300)
    void the_blocks_make_both_bodies_again(@ForAll("bodies") Body before, @ForAll("bodies") Body after) {
        var changes = BodyDifference.of(before, after);
        assertEquals(
                before.blocks(),
                changes.stream().flatMap(change -> change.before().stream()).toList());
        assertEquals(
                after.blocks(),
                changes.stream().flatMap(change -> change.after().stream()).toList());
        assertEquals(before.equals(after), BlockChange.none(changes));
    }

    @Property(tries = 300)
    void shuffled_and_edited_bodies_make_both_again(@ForAll("bodies") Body body, @ForAll("edits") List<Integer> edits) {
        var after = new Body(edited(body.blocks(), edits));
        var changes = BodyDifference.of(body, after);
        assertEquals(
                body.blocks(),
                changes.stream().flatMap(change -> change.before().stream()).toList());
        assertEquals(
                after.blocks(),
                changes.stream().flatMap(change -> change.after().stream()).toList());
    }

    @Test
    void a_huge_text_against_a_wholly_different_one_comes_to_an_end() {
        String one = words(20_000, 0);
        String other = words(20_000, 7);
        var changes = TextDifference.of(one, other);
        assertEquals(one, Inline.text(joined(changes, true)));
        assertEquals(other, Inline.text(joined(changes, false)));
    }

    @Test
    void a_huge_text_of_few_words_comes_to_an_end_as_well() {
        var random = new java.util.Random(4);
        String one = IntStream.range(0, 20_000)
                .mapToObj(_ -> "و،نه".split("،")[random.nextInt(2)])
                .collect(Collectors.joining(" "));
        String other = IntStream.range(0, 20_000)
                .mapToObj(_ -> "بله،نه،و".split("،")[random.nextInt(3)])
                .collect(Collectors.joining(" "));
        var changes = TextDifference.of(one, other);
        assertEquals(one, Inline.text(joined(changes, true)));
        assertEquals(other, Inline.text(joined(changes, false)));
    }

    @Test
    void one_changed_word_in_a_huge_text_is_found() {
        String one = words(20_000, 0);
        String other = one.replaceFirst("w901 ", "تازه ");
        assertEquals(
                1,
                TextDifference.of(one, other).stream()
                        .filter(change -> !(change instanceof Change.Kept))
                        .count());
    }

    @Provide
    Arbitrary<List<Inline>> runs() {
        return Bodies.runs();
    }

    @Provide
    Arbitrary<Body> bodies() {
        return Bodies.any();
    }

    @Provide
    Arbitrary<List<String>> sentences() {
        return Arbitraries.of(
                        "پل",
                        "کهنه",
                        "می‌رود",
                        "می رود",
                        "میرود",
                        "و",
                        "،",
                        "شد.",
                        "\u064A\u0643",
                        "یک",
                        "۱۲",
                        "\u200f")
                .list()
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<List<Integer>> edits() {
        return Arbitraries.integers().between(0, 1000).list().ofMaxSize(6);
    }

    /** Some members taken out, doubled or moved. */
    private static <T> List<T> edited(List<T> members, List<Integer> edits) {
        var edited = new ArrayList<>(members);
        for (int edit : edits) {
            if (edited.isEmpty()) {
                break;
            }
            int place = edit / 3 % edited.size();
            T member = edited.remove(place);
            if (edit % 3 == 1) {
                edited.add(place, member);
                edited.add(member);
            } else if (edit % 3 == 2) {
                edited.add(edit % (edited.size() + 1), member);
            }
        }
        return edited;
    }

    private static String words(int count, int seed) {
        return IntStream.range(0, count)
                .mapToObj(i -> i % 5 == 0 ? "و" : "w" + (i + seed * 100_000))
                .collect(Collectors.joining(" "));
    }

    private static Block.Table.Cell cell(String text) {
        return new Block.Table.Cell(false, 1, 1, Inline.plain(text));
    }

    @SafeVarargs
    private static Block table(List<String>... rows) {
        return new Block.Table(
                "",
                List.of(rows).stream()
                        .map(row -> new Block.Table.Row(
                                row.stream().map(DifferenceTest::cell).toList()))
                        .toList());
    }

    private static Block poll(String answer) {
        return new Block.Unknown(
                JsonNodeFactory.instance.objectNode().put("type", "poll").put("text", answer));
    }

    private static List<String> kinds(List<BlockChange> changes) {
        return changes.stream().map(change -> change.getClass().getSimpleName()).toList();
    }

    private static List<Inline> joined(List<Change> changes, boolean before) {
        return Token.joined(changes.stream()
                .flatMap(change -> (before ? change.before() : change.after()).stream())
                .toList());
    }

    private static String told(String before, String after) {
        return told(TextDifference.of(before, after));
    }

    /** {@code kept [was→is]{what nobody sees} +{put in} -{taken out}}. */
    private static String told(List<Change> changes) {
        return changes.stream()
                .map(change -> switch (change) {
                    case Change.Kept(var text) -> Inline.text(text);
                    case Change.Inserted(var text) -> "+{" + Inline.text(text) + "}";
                    case Change.Removed(var text) -> "-{" + Inline.text(text) + "}";
                    case Change.Replaced(var was, var is, var unseen) ->
                        "[" + Inline.text(was) + "→" + Inline.text(is) + "]"
                                + (unseen.isEmpty()
                                        ? ""
                                        : "{"
                                                + unseen.stream()
                                                        .sorted()
                                                        .map(Enum::name)
                                                        .collect(Collectors.joining(","))
                                                + "}");
                    case Change.Restyled(var was, var _) -> "*{" + Inline.text(was) + "}";
                })
                .collect(Collectors.joining());
    }
}
