package news.titr.story;

import static news.titr.World.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import news.titr.World;
import news.titr.doc.Block;
import news.titr.doc.Body;
import news.titr.doc.Inline;
import news.titr.doc.step.DocumentJson;
import news.titr.doc.step.Node;
import news.titr.people.Actor;
import news.titr.people.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Typing: steps into the working copy, and the revisions that are cut from it. */
@Tag("database")
class WritingTest {

    private final World world = new World();
    private final Actor mina = world.chiefEditor();
    private final Actor reza = world.actor("reza@example.org", "رضا", Role.DESK_EDITOR);
    private final Story story = world.draft(World.bridgeReopens());
    private final long number = story.number();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whatIsTypedIsInTheDocumentAndNotYetInARevision() {
        assertEquals(new Typed.Accepted(1), type(mina, 0, insert(1, "خبر: ")));
        assertEquals("خبر: پایان مرمت", field("kicker"));
        assertEquals("پایان مرمت", newest().content().kicker());
        assertEquals(1, version());
    }

    @Test
    void aRequestThatIsRepeatedIsTakenOnce() {
        var steps = List.of(insert(1, "الف"), insert(4, "ب"));
        assertEquals(new Typed.Accepted(2), world.drafting.type(mina, number, 0, "window", steps));
        assertEquals(new Typed.Accepted(2), world.drafting.type(mina, number, 0, "window", steps));
        type(reza, 2, insert(1, "ج"));
        assertEquals(new Typed.Accepted(2), world.drafting.type(mina, number, 0, "window", steps));
        assertEquals("جالفبپایان مرمت", field("kicker"));
    }

    @Test
    void whoeverWasSlowerGetsWhatTheOthersDid() {
        type(mina, 0, insert(1, "الف"));
        var behind = assertInstanceOf(Typed.Behind.class, type(reza, 0, insert(1, "ب")));
        assertEquals(1, behind.version());
        assertEquals("of " + mina.id(), behind.steps().getFirst().client());
        assertEquals(
                insert(1, "الف"), DocumentJson.read(behind.steps().getFirst().json()));
        assertEquals(new Typed.Accepted(2), type(reza, 1, insert(4, "ب")));
        assertEquals("الفبپایان مرمت", field("kicker"));
        assertInstanceOf(Typed.TooOld.class, type(reza, 7, insert(1, "از آینده")));
    }

    @Test
    void whatDoesNotFitIsRefusedAndChangesNothing() {
        for (String step : List.of(
                "{\"stepType\":\"replace\",\"from\":0,\"to\":3}",
                "{\"stepType\":\"replace\",\"from\":0,\"to\":100000}",
                "{\"stepType\":\"replace\",\"from\":-1,\"to\":2}",
                "{\"stepType\":\"addMark\",\"mark\":{\"type\":\"sparkle\"},\"from\":1,\"to\":3}",
                "{\"stepType\":\"explode\"}",
                "{\"stepType\":\"docAttr\",\"attr\":\"published\",\"value\":\"some day\"}",
                "{\"stepType\":\"docAttr\",\"attr\":\"section\",\"value\":\"nowhere\"}",
                "{\"stepType\":\"replace\",\"from\":1,\"to\":1,\"slice\":{\"content\":[{\"type\":\"text\",\"marks\":"
                        + "[{\"type\":\"strong\"}],\"text\":\"پررنگ در روتیتر\"}]}}",
                "{\"stepType\":\"replace\",\"from\":1,\"to\":1,\"slice\":{\"content\":[{\"type\":\"text\","
                        + "\"text\":\"\\ud83d\"}]}}",
                "{\"stepType\":\"replace\",\"from\":1,\"to\":1,\"slice\":{\"content\":[{\"type\":\"text\","
                        + "\"text\":\"\\u0000\"}]}}",
                "[]",
                "7")) {
            assertInstanceOf(Typed.Refused.class, type(mina, 0, DocumentJson.read(step)), step);
        }
        // the first would fit; together with the second it is refused whole
        assertInstanceOf(
                Typed.Refused.class,
                world.drafting.type(
                        mina,
                        number,
                        0,
                        "window",
                        List.of(insert(1, "x"), DocumentJson.read("{\"stepType\":\"replace\",\"from\":0,\"to\":3}"))));
        assertEquals(0, version());
        assertEquals(0, world.count("SELECT COUNT(*) FROM step"));
    }

    @Test
    void tooMuchIsRefusedWithOneClearAnswer() {
        var many = IntStream.range(0, 1001).mapToObj(_ -> insert(1, "x")).toList();
        assertEquals(Problem.Kind.TOO_MANY_STEPS, problem(world.drafting.type(mina, number, 0, "window", many)));
        assertEquals(Problem.Kind.TEXT_TOO_LARGE, problem(type(mina, 0, insert(1, "م".repeat(1_100_000)))));
        String deep = "{\"type\":\"quote\",\"content\":[".repeat(60) + "{\"type\":\"paragraph\"}" + "]}".repeat(60);
        int end = document().content().size() - 1;
        assertEquals(
                Problem.Kind.STEP_DOES_NOT_FIT,
                problem(type(
                        mina,
                        0,
                        DocumentJson.read("{\"stepType\":\"replace\",\"from\":" + end + ",\"to\":" + end
                                + ",\"slice\":{\"content\":[" + deep + "]}}"))));
        assertEquals(0, version());
    }

    @Test
    void aReporterWritesTheirOwnAndReadsTheOthers() {
        var sara = world.reporter();
        assertEquals(Problem.Kind.NOT_ALLOWED, problem(type(sara, 0, insert(1, "x"))));
        assertTrue(world.drafting.open(sara, number).orElseThrow().may().isEmpty());

        long own = done(world.drafting.begin(sara, Drafting.Beginning.in(World.EDITION), Content.EMPTY))
                .number();
        assertEquals(new Typed.Accepted(1), world.drafting.type(sara, own, 0, "window", List.of(insert(1, "x"))));
    }

    @Test
    void aPauseOfTenMinutesMakesOneRevision() {
        type(mina, 0, insert(1, "یک "));
        world.clock.forward(Duration.ofMinutes(6));
        type(mina, 1, insert(1, "دو "));
        world.clock.forward(Duration.ofMinutes(6));
        world.drafting.cutPaused();
        assertEquals(1, revisions());

        var typedAt = world.clock.instant().minus(Duration.ofMinutes(6));
        world.clock.forward(Duration.ofMinutes(5));
        world.drafting.cutPaused();
        world.drafting.cutPaused();
        assertEquals(2, revisions());
        assertEquals("دو یک پایان مرمت", newest().content().kicker());
        assertEquals(mina.id(), newest().createdBy());
        assertEquals(typedAt, newest().createdAt());
        assertEquals(Cause.PAUSE, newest().cause());
        assertEquals(OptionalLong.of(2), newest().version());
    }

    @Test
    void whatWasTypedAndTakenBackMakesNoRevision() {
        type(mina, 0, insert(1, "یک"));
        type(mina, 1, DocumentJson.read("{\"stepType\":\"replace\",\"from\":1,\"to\":3}"));
        // an empty paragraph at the end is where the next word would go, and no text
        int end = document().content().size() - 1;
        type(
                mina,
                2,
                DocumentJson.read("{\"stepType\":\"replace\",\"from\":" + end + ",\"to\":" + end
                        + ",\"slice\":{\"content\":[{\"type\":\"paragraph\"}]}}"));
        world.clock.forward(Duration.ofMinutes(11));
        world.drafting.cutPaused();
        assertEquals(1, revisions());
        assertEquals(0, world.count("SELECT version - cut_version FROM working_copy"));
    }

    @Test
    void whenAnotherTypesOnWhatTheFirstWroteIsARevision() {
        type(mina, 0, insert(1, "مینا "));
        type(reza, 1, insert(1, "رضا "));
        assertEquals("مینا پایان مرمت", newest().content().kicker());
        assertEquals(Cause.HAND_OVER, newest().cause());
        assertEquals(mina.id(), newest().createdBy());
    }

    @Test
    void twoWhoWriteTogetherMakeOneRevisionInTenMinutes() {
        long version = 0;
        for (int minute = 0; minute < 9; minute++) {
            type(mina, version++, insert(1, "م"));
            type(reza, version++, insert(1, "ر"));
            world.clock.forward(Duration.ofMinutes(1));
        }
        assertEquals(2, revisions());
        world.clock.forward(Duration.ofMinutes(2));
        type(mina, version++, insert(1, "م"));
        assertEquals(3, revisions());
        assertEquals("رم".repeat(9) + "پایان مرمت", newest().content().kicker());
    }

    @Test
    void aMoveToAnotherStageTakesWhatWasTypedAlong() {
        type(mina, 0, insert(1, "تازه: "));
        done(world.workflow.move(mina, number, Stage.DRAFT, Stage.REVIEW, ""));
        assertEquals("تازه: پایان مرمت", newest().content().kicker());
        assertEquals(Cause.STAGE, newest().cause());
    }

    @Test
    void revisionsOfOneBurstCollapseButNoneThatReadersHadOrThatHasAName() {
        type(mina, 0, insert(1, "یک "));
        done(world.drafting.cut(mina, number, OptionalLong.empty(), Cause.STAGE));
        type(mina, 1, insert(1, "دو "));
        done(world.drafting.cut(mina, number, OptionalLong.empty(), Cause.STAGE));
        assertEquals(List.of("پایان مرمت", "دو یک پایان مرمت"), history());

        var cut = done(world.drafting.cut(mina, number, OptionalLong.of(2), Cause.PUBLICATION));
        done(world.publishing.publish(mina, number, Publishing.Seen.of(cut)));
        type(mina, 2, insert(1, "سه "));
        done(world.drafting.name(mina, number, OptionalLong.of(3), "برای سردبیر"));
        type(mina, 3, insert(1, "چهار "));
        done(world.drafting.cut(mina, number, OptionalLong.empty(), Cause.STAGE));
        assertEquals(
                List.of("پایان مرمت", "دو یک پایان مرمت", "سه دو یک پایان مرمت", "چهار سه دو یک پایان مرمت"),
                history());
        assertEquals(1, world.count("SELECT COUNT(*) FROM revision WHERE name = 'برای سردبیر'"));

        world.clock.forward(Duration.ofMinutes(11));
        type(mina, 4, insert(1, "پنج "));
        done(world.drafting.cut(mina, number, OptionalLong.empty(), Cause.STAGE));
        assertEquals(5, history().size());
    }

    @Test
    void readersGetExactlyWhatTheEditorSaw() {
        type(mina, 0, insert(1, "درست: "));
        type(reza, 1, insert(1, "چیزی که مینا ندیده است "));
        assertInstanceOf(
                Outcome.Conflict.class, world.drafting.cut(mina, number, OptionalLong.of(1), Cause.PUBLICATION));

        var cut = done(world.drafting.cut(mina, number, OptionalLong.of(2), Cause.PUBLICATION));
        type(reza, 2, insert(1, "پس از آن "));
        done(world.publishing.publish(mina, number, Publishing.Seen.of(cut)));
        assertEquals(
                "چیزی که مینا ندیده است درست: پایان مرمت", world.live(number).kicker());
    }

    @Test
    void whatOthersSaveComesIntoAnOpenEditorAsSteps() {
        var window = new EditorWindow(world.drafting, mina, number, "window");
        window.typeAtEndOf("lead", " و این را مینا هنوز نفرستاده است");
        var changed = World.bridgeReopens();
        done(world.drafting.revise(
                reza,
                number,
                story.newestRevision(),
                changed.withText("پایان کار", changed.headline(), changed.lead(), changed.body())));
        window.send();
        assertEquals("پایان کار", field("kicker"));
        assertTrue(field("lead").endsWith("باز است. و این را مینا هنوز نفرستاده است"), field("lead"));
        assertEquals(document(), window.document());
    }

    @Test
    void whoeverSavesWithoutHavingSeenWhatWasTypedOverwritesNothing() {
        type(mina, 0, insert(1, "تازه: "));
        var late = world.drafting.revise(reza, number, story.newestRevision(), World.bridgeCloses());
        var conflict = assertInstanceOf(Outcome.Conflict.class, late);
        assertEquals("تازه: پایان مرمت", newest().content().kicker());
        assertEquals(newest().id(), ((Story) conflict.current()).newestRevision());
        assertEquals("تازه: پایان مرمت", field("kicker"));
    }

    @Test
    void aBodyThatIsChangedInManyPlacesLeavesThePlacesBetweenToWhoeverIsTypingThere() {
        var blocks = IntStream.range(0, 30)
                .<Block>mapToObj(i -> Block.Paragraph.of("بند " + i + " که می شود و خانه ها"))
                .toList();
        var longStory = world.draft(World.bridgeReopens().withText("", "بلند", "", new Body(blocks)));
        var window = new EditorWindow(world.drafting, mina, longStory.number(), "window");
        window.typeAtEndOfBlock(11, " — مینا اینجاست");
        var mended = blocks.stream()
                .<Block>map(block -> Block.Paragraph.of(Inline.text(((Block.Paragraph) block).text())
                        .replace("می شود", "می‌شود")
                        .replace("خانه ها", "خانه‌ها")))
                .toList();
        done(world.drafting.revise(
                reza,
                longStory.number(),
                longStory.newestRevision(),
                World.bridgeReopens().withText("", "بلند", "", new Body(mended))));
        window.send();
        var body = window.document().children().getLast();
        assertEquals("بند 11 که می‌شود و خانه‌ها — مینا اینجاست", body.child(11).textContent());
        assertEquals("بند 29 که می‌شود و خانه‌ها", body.child(29).textContent());
        assertEquals(
                window.document(),
                world.drafting.open(mina, longStory.number()).orElseThrow().document());
    }

    @Test
    void stepsAreForgottenAfterThirtyDaysAndNoneThatNoRevisionHolds() {
        type(mina, 0, insert(1, "یک "));
        world.clock.forward(Duration.ofDays(31));
        world.drafting.forgetOldSteps();
        assertEquals(1, world.count("SELECT COUNT(*) FROM step"));

        world.drafting.cutPaused();
        world.drafting.forgetOldSteps();
        assertEquals(0, world.count("SELECT COUNT(*) FROM step"));
        type(mina, 1, insert(1, "دو "));
        var tooOld = assertInstanceOf(Typed.TooOld.class, type(reza, 0, insert(1, "از ماه پیش ")));
        assertEquals(2, tooOld.version());
        assertEquals(document(), tooOld.document());
        assertInstanceOf(Typed.Behind.class, world.drafting.stepsSince(number, 1));
    }

    @Test
    void aFieldOfTheStoryIsTypedToo() {
        type(mina, 0, DocumentJson.read("{\"stepType\":\"docAttr\",\"attr\":\"section\",\"value\":\"culture\"}"));
        type(
                mina,
                1,
                DocumentJson.read("{\"stepType\":\"docAttr\",\"attr\":\"tags\",\"value\":[\"پل\",\" نو \",\"پل\"]}"));
        done(world.drafting.cut(mina, number, OptionalLong.of(2), Cause.NAMED));
        assertEquals("culture", newest().content().section());
        assertEquals(List.of("پل", "نو"), newest().content().tags());
    }

    // ---- small words

    private Typed type(Actor actor, long version, JsonNode step) {
        return world.drafting.type(actor, number, version, "of " + actor.id(), List.of(step));
    }

    private static JsonNode insert(int position, String text) {
        return DocumentJson.read("{\"stepType\":\"replace\",\"from\":" + position + ",\"to\":" + position
                + ",\"slice\":{\"content\":[{\"type\":\"text\",\"text\":\"" + text + "\"}]}}");
    }

    private Node document() {
        return world.drafting.open(mina, number).orElseThrow().document();
    }

    private long version() {
        return world.drafting.open(mina, number).orElseThrow().version();
    }

    private String field(String name) {
        return document().children().stream()
                .filter(node -> node.type().name().equals(name))
                .findFirst()
                .orElseThrow()
                .textContent();
    }

    private Revision newest() {
        return world.newsroom.open(number).orElseThrow().revision();
    }

    private long revisions() {
        return world.count("SELECT COUNT(*) FROM revision WHERE story = " + number);
    }

    /** The kickers of what the history shows. */
    private List<String> history() {
        return world.database.read(read -> read.createQuery(
                        "SELECT kicker FROM revision WHERE story = :story AND superseded = 0 ORDER BY ordinal")
                .bind("story", number)
                .mapTo(String.class)
                .list());
    }

    private static Problem.Kind problem(Typed typed) {
        return assertInstanceOf(Typed.Refused.class, typed)
                .problems()
                .getFirst()
                .kind();
    }
}
