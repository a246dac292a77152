package news.titr.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import news.titr.World;
import news.titr.db.Outbox;
import news.titr.doc.Body;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whole archives come in as single stories do, only many at once. */
@Tag("database")
class ArchivingTest {

    private static final Instant LONG_AGO = Instant.parse("2021-03-20T20:15:00Z");
    private static final Instant LATER = LONG_AGO.plus(Duration.ofHours(2));

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aStoryOfAnArchiveIsWhatItWouldBeHadItComeAlone() {
        var content = World.bridgeReopens().withPlace("مهرکوه/ساوران");
        var alone = World.done(world.drafting.begin(world.technician, beginning(7), content));
        World.done(world.publishing.publishFromArchive(
                world.technician, alone.number(), Publishing.Seen.of(alone), LONG_AGO));
        var together = in(take(archived("post-8", 8, content, new ArchivedStory.Standing.Live(LONG_AGO, LONG_AGO))));

        assertEquals(8, together);
        assertEquals(world.live(7).body(), world.live(8).body(), "what readers have of it");
        for (String table : List.of("story", "revision", "story_card", "live_tag", "live_author", "live_place")) {
            assertEquals(rows(table, 7), rows(table, 8), table);
        }
        assertEquals(2, world.count("SELECT stories FROM tag WHERE name = 'پل کهنه'"));
        assertEquals(2, world.count("SELECT SUM(stories) FROM archive_day WHERE type = 'news'"));
        assertEquals(2, world.count("SELECT MAX(stories) FROM place"));
        assertEquals(
                world.publishing.releases(7).size(),
                world.publishing.releases(8).size(),
                "acts in the audit log");
    }

    @Test
    void whatIsDerivedFromAnArchiveIsWhatARebuildMakes() {
        var stories = new ArrayList<ArchivedStory>();
        for (int i = 0; i < 60; i++) {
            var content =
                    i % 3 == 0 ? World.bridgeCloses() : World.bridgeReopens().withPlace("مهرکوه");
            var at = LONG_AGO.plus(Duration.ofHours(7L * i));
            stories.add(archived("post-" + i, 0, content, new ArchivedStory.Standing.Live(at, at)));
        }
        take(stories.subList(0, 25));
        take(stories.subList(25, 60));
        var tables = List.of("tag", "author", "live_tag", "live_author", "place", "live_place", "archive_day");
        var before = tables.stream().map(this::whole).toList();
        assertEquals(60, world.publishing.rebuildLists());
        assertEquals(before, tables.stream().map(this::whole).toList());
    }

    @Test
    void anArchiveThatIsHandedOverAgainIsThereAlready() {
        var story = live("post-1", World.bridgeReopens());
        long number = in(take(story));
        assertEquals(List.of(new Taken.There(number)), take(story));
        assertEquals(List.of(new Taken.There(number)), take(live("post-1", World.bridgeCloses())));
        assertEquals("پل کهنه پس از سه سال باز می‌شود", world.live(number).headline());
        assertEquals(
                number, world.archiving.there("wordpress:example.org", "post-1").orElseThrow());
        assertTrue(
                world.archiving.there("wordpress:elsewhere.example", "post-1").isEmpty());
        assertEquals(1, world.count("SELECT COUNT(*) FROM story"));
    }

    @Test
    void onlyTheBadStoryOfABatchStaysOutside() {
        var taken = take(
                live("post-1", World.bridgeReopens()),
                live("post-2", World.bridgeReopens().withText("", "", "بی‌تیتر", Body.EMPTY)),
                live("post-3", World.bridgeReopens().withSection("nowhere")),
                live("post-4", World.bridgeCloses()));
        assertInstanceOf(Taken.In.class, taken.get(0));
        assertEquals(Problem.Kind.NO_HEADLINE, refusal(taken.get(1)));
        assertEquals(Problem.Kind.NO_SUCH_SECTION, refusal(taken.get(2)));
        assertInstanceOf(Taken.In.class, taken.get(3));
        assertEquals(2, world.count("SELECT COUNT(*) FROM story WHERE release = 'live'"));
    }

    @Test
    void draftsAndWhatIsScheduledComeToTheDesk() {
        var at = World.MORNING.plus(Duration.ofDays(2));
        var taken = take(
                archived(
                        "post-1",
                        0,
                        World.bridgeReopens().withText("", "", "", Body.EMPTY),
                        new ArchivedStory.Standing.Draft()),
                archived("post-2", 0, World.bridgeReopens(), new ArchivedStory.Standing.Scheduled(at)),
                archived("post-3", 0, World.bridgeReopens(), new ArchivedStory.Standing.Scheduled(World.MORNING)));
        var draft = world.newsroom.story(in(taken.get(0))).orElseThrow();
        assertEquals(new Release.Unreleased(), draft.release());
        assertEquals(Stage.DRAFT, draft.stage());
        var scheduled = world.newsroom.story(in(taken.get(1))).orElseThrow();
        assertEquals(new Release.Scheduled(at, scheduled.newestRevision()), scheduled.release());
        assertEquals(Problem.Kind.TIME_IS_PAST, refusal(taken.get(2)));

        world.clock.forward(Duration.ofDays(2));
        assertEquals(1, world.due.publish(_ -> {}).size());
        assertEquals(scheduled.number(), world.live(scheduled.number()).number());
    }

    @Test
    void numbersAreKeptWhereTheyAreFreeAndNobodyGetsOneTwice() {
        var standing = new ArchivedStory.Standing.Live(LONG_AGO, LATER);
        var taken = take(
                archived("a", 0, World.bridgeReopens(), standing),
                archived("b", 5000, World.bridgeReopens(), standing),
                archived("c", 5000, World.bridgeReopens(), standing),
                archived("d", 0, World.bridgeReopens(), standing));
        var numbers = taken.stream().map(ArchivingTest::in).toList();
        assertEquals(5000, numbers.get(1));
        assertEquals(4, numbers.stream().distinct().count());
        assertTrue(
                World.done(world.drafting.begin(world.technician, Drafting.Beginning.in(World.EDITION), Content.EMPTY))
                                .number()
                        > Collections.max(numbers));
    }

    @Test
    void everythingElseHearsOfEachStory() {
        long before = world.database.read(Outbox::newest);
        var taken = take(IntStream.range(0, 5)
                .mapToObj(i -> live("post-" + i, World.bridgeReopens()))
                .toList());
        var heard = world.database.read(read -> Outbox.after(read, before, 100));
        assertEquals(
                taken.stream().map(ArchivingTest::in).sorted().toList(),
                heard.stream()
                        .filter(entry -> entry.event().equals("publish"))
                        .map(entry -> entry.story().orElseThrow())
                        .sorted()
                        .toList());
    }

    @Test
    void onlyWhoAdministersTakesArchivesIn() {
        var taken = world.archiving.take(world.chiefEditor(), List.of(live("post-1", World.bridgeReopens())));
        assertEquals(Problem.Kind.NOT_ALLOWED, refusal(taken.getFirst()));
        assertEquals(0, world.count("SELECT COUNT(*) FROM story"));
    }

    @Test
    void aBatchHasItsBound() {
        var many = Collections.nCopies(Archiving.BATCH + 1, live("post-1", World.bridgeReopens()));
        assertThrows(IllegalArgumentException.class, () -> world.archiving.take(world.technician, many));
    }

    // ---- what these tests do

    private List<Taken> take(ArchivedStory... stories) {
        return take(List.of(stories));
    }

    private List<Taken> take(List<ArchivedStory> stories) {
        return world.archiving.take(world.technician, stories);
    }

    private static long in(List<Taken> taken) {
        assertEquals(1, taken.size());
        return in(taken.getFirst());
    }

    private static long in(Taken taken) {
        return assertInstanceOf(Taken.In.class, taken).number();
    }

    private static Problem.Kind refusal(Taken taken) {
        return assertInstanceOf(Taken.Refused.class, taken).problems().stream()
                .filter(Problem::refuses)
                .findFirst()
                .orElseThrow()
                .kind();
    }

    private static ArchivedStory live(String id, Content content) {
        return archived(id, 0, content, new ArchivedStory.Standing.Live(LONG_AGO, LATER));
    }

    private static ArchivedStory archived(String id, long number, Content content, ArchivedStory.Standing standing) {
        return new ArchivedStory("wordpress:example.org", id, beginning(number), content, World.MORNING, standing);
    }

    private static Drafting.Beginning beginning(long number) {
        var beginning = Drafting.Beginning.in(World.EDITION);
        return number == 0 ? beginning : beginning.withNumber(number);
    }

    /** The rows of one story, without its number and what is made anew for every row. */
    private List<String> rows(String table, long number) {
        String column = table.equals("story") ? "number" : "story";
        return world
                .database
                .read(read -> read.createQuery("SELECT * FROM " + table + " WHERE " + column + " = :number")
                        .bind("number", number)
                        .mapToMap()
                        .list())
                .stream()
                .map(row -> {
                    row.keySet().removeAll(List.of(column, "translation_group", "newest_revision", "live_revision"));
                    row.keySet().remove("id");
                    return new java.util.TreeMap<>(row).toString();
                })
                .sorted()
                .toList();
    }

    private List<String> whole(String table) {
        return world
                .database
                .read(read ->
                        read.createQuery("SELECT * FROM " + table).mapToMap().list())
                .stream()
                .map(row -> new java.util.TreeMap<>(row).toString())
                .sorted()
                .toList();
    }
}
