package news.titr.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import news.titr.World;
import news.titr.audit.AuditQuery;
import news.titr.audit.Detail;
import news.titr.audit.Subject;
import news.titr.doc.Block;
import news.titr.doc.Body;
import news.titr.doc.Inline;
import news.titr.doc.Mark;
import news.titr.language.Edit;
import news.titr.language.HouseStyle;
import news.titr.language.Language;
import news.titr.language.Messages;
import news.titr.language.Tidy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class ChecksTest {

    private static final Block.Picture PICTURE = new Block.Picture("bridge", "پل کهنه در صبح", "", "مینا عکاس");

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    // ---- in the content alone

    @Test
    void a_story_needs_a_headline_and_should_have_the_rest() {
        assertEquals(
                Map.of(
                        Problem.Kind.NO_HEADLINE, "headline",
                        Problem.Kind.NO_SECTION, "section",
                        Problem.Kind.EMPTY_BODY, "body",
                        Problem.Kind.NO_PICTURE, "picture"),
                places(Checks.of(Content.EMPTY)));
    }

    @Test
    void a_headline_that_cards_cut_is_told_and_one_that_feeds_cut_as_well() {
        assertTrue(kinds(Checks.of(headline("ت".repeat(71)))).contains(Problem.Kind.CUT_HEADLINE));
        assertFalse(kinds(Checks.of(headline("ت".repeat(70)))).contains(Problem.Kind.CUT_HEADLINE));
        assertTrue(kinds(Checks.of(headline("ت".repeat(111)))).contains(Problem.Kind.LONG_HEADLINE));
    }

    @Test
    void a_picture_without_alternative_text_or_credit_keeps_the_door_shut() {
        var found = Checks.of(body(Block.Paragraph.of("متن"), new Block.Picture("bridge", " ", "شرح", "")));
        var refusing = found.stream().filter(Problem::refuses).toList();
        assertEquals(List.of(Problem.Kind.NO_ALTERNATIVE_TEXT, Problem.Kind.NO_CREDIT), kinds(refusing));
        assertEquals("body.1", refusing.getFirst().place());
    }

    @Test
    void a_quote_without_a_speaker_an_empty_subhead_and_an_unknown_block_are_found_where_they_stand() {
        var list = new Block.Listing(
                false,
                List.of(
                        new Block.Listing.Item(List.of(Block.Paragraph.of("یک"))),
                        new Block.Listing.Item(List.of(
                                Block.Paragraph.of("دو"), new Block.Quote("", List.of(Block.Paragraph.of("گفته")))))));
        var unknown = new Block.Unknown(JsonNodeFactory.instance.objectNode().put("type", "poll"));
        var found = places(Checks.of(body(list, Block.Subhead.of(" "), unknown)));
        assertEquals("body.0.1.1", found.get(Problem.Kind.NO_SPEAKER));
        assertEquals("body.1", found.get(Problem.Kind.EMPTY_SUBHEAD));
        assertEquals("body.2", found.get(Problem.Kind.UNKNOWN_BLOCK));
    }

    @Test
    void an_unsafe_link_in_a_cell_is_found() {
        var cell = new Block.Table.Cell(false, 1, 1, link("javascript:alert(1)"));
        var table = new Block.Table(
                "", List.of(new Block.Table.Row(List.of(cell)), new Block.Table.Row(List.of(cell, cell))));
        var found = Checks.of(body(table)).stream()
                .filter(problem -> problem.kind() == Problem.Kind.UNSAFE_LINK)
                .toList();
        assertEquals(
                List.of("body.0.0.0", "body.0.1.0", "body.0.1.1"),
                found.stream().map(Problem::place).toList());
    }

    // ---- what other stories say

    @Test
    void links_to_stories_that_readers_cannot_open_are_dead() {
        var live = world.published(World.bridgeReopens());
        var draft = world.draft(headline("دیگر"));
        var gone = world.published(headline("پس‌گرفته"));
        World.done(world.publishing.withdraw(world.technician, gone.number(), Publishing.Seen.of(gone), "نادرست"));
        var found = check(
                world.draft(headline("تازه")),
                body(
                        new Block.ReadAlso(live.number(), ""),
                        new Block.ReadAlso(draft.number(), ""),
                        new Block.Paragraph(link("/news/" + gone.number() + "/هر-چه")),
                        new Block.Paragraph(link("/999999")),
                        new Block.Paragraph(link("https://elsewhere.example.org/999998"))));
        assertEquals("body.1", found.get(Problem.Kind.STORY_NOT_LIVE));
        assertEquals("body.2", found.get(Problem.Kind.STORY_WITHDRAWN));
        assertEquals("body.3", found.get(Problem.Kind.NO_STORY_THERE));
    }

    @Test
    void a_link_with_the_sites_own_address_before_it_is_the_same_link() {
        var gone = world.published(headline("پس‌گرفته"));
        World.done(world.publishing.withdraw(world.technician, gone.number(), Publishing.Seen.of(gone), "نادرست"));
        var found = check(
                world.draft(headline("تازه")),
                body(
                        new Block.Paragraph(link("https://news.example.org.evil.example/" + gone.number())),
                        new Block.Paragraph(link("http://www.News.example.org/news/" + gone.number() + "/هر-چه")),
                        new Block.Paragraph(link("https://news.example.org/999999?from=feed"))));
        assertEquals("body.1", found.get(Problem.Kind.STORY_WITHDRAWN));
        assertEquals("body.2", found.get(Problem.Kind.NO_STORY_THERE));
    }

    @Test
    void a_picture_of_which_nobody_knows_the_terms_is_told_and_keeps_nothing_back() {
        world.database.write(write -> write.execute(
                "INSERT INTO asset (id, blob, media_type, width, height, created_at) VALUES ('bridge', 'x', 'image/jpeg',"
                        + " 1, 1, 0)"));
        var story = world.draft(withPicture(PICTURE));
        assertEquals("picture", check(story, withPicture(PICTURE)).get(Problem.Kind.PICTURE_UNLICENSED));
        world.database.write(write -> write.execute("UPDATE asset SET licence = 'CC BY 4.0'"));
        assertFalse(check(story, withPicture(PICTURE)).containsKey(Problem.Kind.PICTURE_UNLICENSED));
        world.database.write(write -> write.execute("UPDATE asset SET licence = ' '"));
        World.done(world.publishing.publish(world.technician, story.number(), Publishing.Seen.of(story)));
    }

    @Test
    void the_same_headline_in_other_letters_is_the_same_headline() {
        world.published(headline("پل کهنه باز می‌شود"));
        var found = check(world.draft(headline("تازه")), headline("پل \u0643هنه باز میشود"));
        assertTrue(found.containsKey(Problem.Kind.SAME_HEADLINE));
    }

    @Test
    void a_story_is_no_duplicate_of_itself() {
        var story = world.published(World.bridgeReopens());
        assertFalse(check(story, World.bridgeReopens()).containsKey(Problem.Kind.SAME_HEADLINE));
    }

    @Test
    void a_story_that_was_imported_twice_is_noticed() {
        var beginning = Drafting.Beginning.in(World.EDITION).withSource("26841", "");
        World.done(world.drafting.begin(world.technician, beginning, World.bridgeReopens()));
        var second = World.done(world.drafting.begin(world.technician, beginning, World.bridgeCloses()));
        assertTrue(check(second, World.bridgeCloses()).containsKey(Problem.Kind.SAME_SOURCE_NUMBER));
    }

    @Test
    void a_date_to_come_is_noticed() {
        var content = World.bridgeReopens().withPublished(new Published.At(World.MORNING.plusSeconds(60)));
        assertTrue(check(world.draft(content), content).containsKey(Problem.Kind.FUTURE_DATE));
        var past = World.bridgeReopens().withPublished(new Published.At(World.MORNING.minusSeconds(60)));
        assertFalse(check(world.draft(past), past).containsKey(Problem.Kind.FUTURE_DATE));
    }

    @Test
    void a_picture_that_nobody_has_is_noticed() {
        assertTrue(check(world.draft(headline("خبر")), withPicture(PICTURE)).containsKey(Problem.Kind.MISSING_PICTURE));
    }

    @Test
    void a_picture_may_be_used_until_its_right_runs_out() {
        world.database.write(write -> write.execute(
                "INSERT INTO asset (id, blob, media_type, width, height, created_at, usable_until)"
                        + " VALUES ('bridge', 'x', 'image/jpeg', 1, 1, 0, ?)",
                World.MORNING.toEpochMilli() + 1));
        var content = withPicture(PICTURE);
        var story = world.draft(content);
        assertFalse(check(story, content).containsKey(Problem.Kind.PICTURE_EXPIRED));
        world.clock.forward(Duration.ofMinutes(1));
        assertEquals("picture", check(story, content).get(Problem.Kind.PICTURE_EXPIRED));
        assertInstanceOf(
                Outcome.Refused.class,
                world.publishing.publish(world.technician, story.number(), Publishing.Seen.of(story)));
    }

    // ---- at the door

    @Test
    void the_door_says_all_problems_at_once_and_where_they_are() {
        var story = world.draft(withPicture(new Block.Picture("bridge", "", "", "")));
        var outcome = world.publishing.publish(world.technician, story.number(), Publishing.Seen.of(story));
        var problems = assertInstanceOf(Outcome.Refused.class, outcome).problems();
        assertTrue(problems.contains(new Problem(Problem.Kind.NO_ALTERNATIVE_TEXT, "bridge", "picture")));
        assertTrue(problems.contains(new Problem(Problem.Kind.NO_CREDIT, "bridge", "picture")));
    }

    @Test
    void what_was_printed_long_ago_goes_out_as_it_was_and_the_log_remembers() {
        var story = world.draft(withPicture(new Block.Picture("bridge", "", "", "")));
        World.done(world.publishing.publishFromArchive(
                world.technician, story.number(), Publishing.Seen.of(story), World.MORNING));
        var entries = world.database.read(
                read -> AuditQuery.about(Subject.story(story.number())).read(read, AuditQuery.After.START, 1));
        assertEquals(
                Optional.of("no-alternative-text no-credit"),
                entries.getFirst().detail().text(Detail.Name.PROBLEMS));
    }

    @Test
    void without_a_headline_nothing_goes_out_not_even_from_an_archive() {
        var story = world.draft(headline(""));
        assertInstanceOf(
                Outcome.Refused.class,
                world.publishing.publishFromArchive(
                        world.technician, story.number(), Publishing.Seen.of(story), World.MORNING));
    }

    // ---- tidying

    @Test
    void text_that_wants_tidying_is_counted_by_kind() {
        var proofreading = new Proofreading(Tidy.standard(), HouseStyle.standard());
        var mends = proofreading.mends(body(Block.Paragraph.of("او می رود و \u0643تاب ها را می برد.")));
        assertTrue(mends.getOrDefault(Edit.Kind.SPACED, 0) >= 2, mends.toString());
        assertEquals(1, mends.get(Edit.Kind.LETTER));
        assertEquals(
                Problem.Kind.UNTIDIED, Proofreading.problems(mends).getFirst().kind());
        assertEquals(List.of(), Proofreading.problems(proofreading.mends(World.bridgeReopens())));
    }

    // ---- words

    @Test
    void every_problem_has_words_in_both_languages() {
        for (var language : List.of(Language.PERSIAN, Language.ENGLISH)) {
            var messages = Messages.of(language);
            for (var kind : Problem.Kind.values()) {
                assertTrue(messages.has(kind.messageKey()), kind + " in " + language.tag());
            }
        }
    }

    private Map<Problem.Kind, String> check(Story story, Content content) {
        return places(world.newsroom.problems(story, content, world.clock.instant()));
    }

    private static Map<Problem.Kind, String> places(List<Problem> problems) {
        return problems.stream().collect(Collectors.toMap(Problem::kind, Problem::place, (first, _) -> first));
    }

    private static List<Problem.Kind> kinds(List<Problem> problems) {
        return problems.stream().map(Problem::kind).toList();
    }

    private static Content headline(String headline) {
        return World.bridgeReopens().withText("", headline, "لید", Body.of(Block.Paragraph.of("متن")));
    }

    private static Content body(Block... blocks) {
        return World.bridgeReopens().withText("", "تیتر آزمایشی", "لید", Body.of(blocks));
    }

    private static Content withPicture(Block.Picture picture) {
        var content = World.bridgeReopens();
        return new Content(
                content.kicker(),
                content.headline(),
                content.subheadlines(),
                content.lead(),
                content.body(),
                content.section(),
                content.tags(),
                content.authors(),
                content.dateline(),
                content.source(),
                content.place(),
                content.published(),
                Optional.of(picture));
    }

    private static List<Inline> link(String address) {
        return List.of(new Inline("پیوند", List.of(new Mark.Link(address))));
    }
}
