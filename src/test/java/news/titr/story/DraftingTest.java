package news.titr.story;

import static news.titr.World.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import news.titr.World;
import news.titr.db.Outbox;
import news.titr.doc.Block;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class DraftingTest {

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whatIsWrittenComesBackAsItWasWritten() {
        var content = new Content(
                "روتیتر با نیم‌فاصله می‌آید",
                "«تیتر» <b>&amp;</b> \"و\" 'این'",
                List.of("یک", "دو"),
                "لید",
                World.bridgeReopens().body(),
                "culture",
                List.of("برچسب‌ها"),
                List.of("نویسندهٔ یک", "نویسندهٔ دو"),
                "تهران",
                "ایسنا",
                "تهران",
                new Published.At(World.MORNING),
                Optional.of(new Block.Picture("bridge", "پل", "شرح", "عکاس")));
        var story = world.draft(content);
        assertEquals(
                content,
                world.newsroom.open(story.number()).orElseThrow().revision().content());
    }

    @Test
    void numbersBeginWhereTheSettingsSayAndAreNeverUsedTwice() {
        assertEquals(1001, world.draft(World.bridgeReopens()).number());
        var kept = done(world.drafting.begin(
                world.technician, Drafting.Beginning.in(World.EDITION).withNumber(26841), World.bridgeReopens()));
        assertEquals(26841, kept.number());
        // what comes next must not run into the number that was kept
        assertEquals(26842, world.draft(World.bridgeReopens()).number());
        var taken = done(world.drafting.begin(
                world.technician, Drafting.Beginning.in(World.EDITION).withNumber(26841), World.bridgeReopens()));
        assertEquals(26843, taken.number());
    }

    @Test
    void aFailedDraftTakesNoNumber() {
        var refused = world.drafting.begin(
                world.technician,
                Drafting.Beginning.in(World.EDITION),
                World.bridgeReopens().withSection("no-such-section"));
        assertEquals(
                List.of(new Problem(Problem.Kind.NO_SUCH_SECTION, "no-such-section")),
                assertInstanceOf(Outcome.Refused.class, refused).problems());
        assertEquals(1001, world.draft(World.bridgeReopens()).number());
    }

    @Test
    void revisionsAreAddedAndNeverChanged() {
        var story = world.draft(world.reporter(), World.bridgeReopens());
        var first = story.newestRevision();
        var revised = done(world.drafting.revise(world.reporter(), story.number(), first, World.bridgeCloses()));
        assertNotEquals(first, revised.newestRevision());
        var kept = world.database.read(read -> StoryStore.revision(read, first)).orElseThrow();
        assertEquals(World.bridgeReopens(), kept.content());
        assertEquals(
                2, world.newsroom.open(story.number()).orElseThrow().revision().ordinal());
    }

    @Test
    void whoeverWroteOnAnOlderRevisionOverwritesNothing() {
        var story = world.draft(world.reporter(), World.bridgeReopens());
        done(world.drafting.revise(world.reporter(), story.number(), story.newestRevision(), World.bridgeCloses()));

        var late = world.drafting.revise(
                world.chiefEditor(), story.number(), story.newestRevision(), World.bridgeReopens());

        assertInstanceOf(Outcome.Conflict.class, late);
        assertEquals(
                World.bridgeCloses(),
                world.newsroom.open(story.number()).orElseThrow().revision().content());
    }

    @Test
    void tagsThatReadersCannotTellApartAreOne() {
        world.published(withTags("کتاب‌ها"));
        world.published(withTags("كتاب‌ها"));
        assertEquals(1, world.count("SELECT COUNT(*) FROM tag"));
        var tag = world.liveStories
                .label(Label.Kind.TAG, World.EDITION, "کتاب-ها")
                .orElseThrow();
        assertEquals(
                2,
                world.liveStories
                        .list(new LiveStories.Of.Labelled(tag), LiveStories.After.START, 10)
                        .size());
    }

    @Test
    void everyActLeavesAnAuditRowAndAnOutboxRowInOrder() {
        var story = world.published(World.bridgeReopens());
        assertEquals(
                2,
                world.count("SELECT COUNT(*) FROM audit WHERE subject_kind = 'story' AND subject_id = '"
                        + story.number() + "'"));
        var events = world.database.read(read -> Outbox.after(read, 0, 10));
        assertEquals(
                List.of("drafted", "publish"),
                events.stream().map(Outbox.Entry::event).toList());
        assertTrue(events.get(0).position() < events.get(1).position());
    }

    @Test
    void aWriteThatFailsLeavesNothingBehind() {
        assertThrows(
                IllegalStateException.class,
                () -> world.database.write(write -> {
                    write.execute("UPDATE counter SET value = 9 WHERE name = 'outbox'");
                    throw new IllegalStateException("stop");
                }));
        assertEquals(0, world.count("SELECT value FROM counter WHERE name = 'outbox'"));
    }

    @Test
    void idsSortInTheOrderInWhichTheyWereMade() {
        var ids = new HashSet<String>();
        String previous = "";
        for (int i = 0; i < 5_000; i++) {
            String id = world.ids.next();
            assertTrue(id.compareTo(previous) > 0, id + " after " + previous);
            assertTrue(ids.add(id));
            previous = id;
        }
    }

    private static Content withTags(String... tags) {
        var content = World.bridgeReopens();
        return new Content(
                content.kicker(),
                content.headline(),
                List.of(),
                content.lead(),
                content.body(),
                content.section(),
                List.of(tags),
                List.of(),
                "",
                "",
                "",
                content.published(),
                Optional.empty());
    }
}
