package news.titr.story;

import static news.titr.World.EDITION;
import static news.titr.World.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.titr.World;
import news.titr.db.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What lists of stories are made from: places, days, corrections, reads, and what goes with what. */
@Tag("database")
class ReadingTest {

    private final World world = new World();
    private final Archive archive = new Archive(world.database);
    private final MostRead mostRead = new MostRead(world.database, world.clock);

    @AfterEach
    void close() {
        world.close();
    }

    // ---- lists

    @Test
    void every_list_is_cut_by_key_and_turned_both_ways() {
        for (int i = 0; i < 7; i++) {
            world.published(World.bridgeReopens().withPlace("مهرکوه/ساوران"));
            world.clock.forward(Duration.ofMinutes(i % 2));
        }
        var tag = world.liveStories.label(Label.Kind.TAG, EDITION, "پل-کهنه").orElseThrow();
        var author = world.liveStories
                .label(Label.Kind.AUTHOR, EDITION, "سارا-نویسنده")
                .orElseThrow();
        var section = world.liveStories.section(EDITION, "city").orElseThrow();
        var place = world.liveStories.place(EDITION, "مهرکوه").orElseThrow();
        var day = new LiveStories.Of.Released(
                EDITION, World.MORNING, World.MORNING.plus(Duration.ofDays(1)), Optional.empty());
        var newsOfTheDay = new LiveStories.Of.Released(EDITION, day.from(), day.until(), Optional.of(StoryType.NEWS));
        for (var of : List.of(
                new LiveStories.Of.Edition(EDITION),
                new LiveStories.Of.Labelled(tag),
                new LiveStories.Of.Labelled(author),
                new LiveStories.Of.InSection(section),
                new LiveStories.Of.About(place),
                day,
                newsOfTheDay)) {
            assertEquals(List.of(1007L, 1006L, 1005L), numbers(list(of, LiveStories.After.START, 3)), of.toString());
            var second = list(of, new LiveStories.After(released(1005), 1005), 3);
            assertEquals(List.of(1004L, 1003L, 1002L), numbers(second), of.toString());
            var newer = world.liveStories.newer(of, LiveStories.After.of(second.getFirst()), 10);
            assertEquals(
                    List.of(1005L, 1006L, 1007L),
                    newer.stream().map(LiveStories.After::number).toList(),
                    of.toString());
        }
    }

    @Test
    void a_day_begins_and_ends_where_it_does() {
        world.published(World.bridgeReopens());
        world.clock.forward(Duration.ofHours(20));
        world.published(World.bridgeCloses());
        var first = new LiveStories.Of.Released(
                EDITION, World.MORNING, World.MORNING.plus(Duration.ofHours(20)), Optional.empty());
        assertEquals(List.of(1001L), numbers(list(first, LiveStories.After.START, 9)));
        var none = new LiveStories.Of.Released(EDITION, first.from(), first.until(), Optional.of(StoryType.VIDEO));
        assertEquals(List.of(), list(none, LiveStories.After.START, 9));
    }

    @Test
    void no_list_looks_at_more_than_its_index() {
        var plans = new ArrayList<String>();
        String key =
                "(st.first_released_at, st.number) < (9, 9) ORDER BY st.first_released_at DESC, st.number DESC LIMIT 20";
        plans.addAll(plan("SELECT st.number FROM story st WHERE st.edition = 'fa' AND st.release = 'live' AND " + key));
        plans.addAll(plan("SELECT st.number FROM story st WHERE st.edition = 'fa' AND st.release = 'live'"
                + " AND st.type = 'video' AND st.first_released_at >= 1 AND " + key));
        plans.addAll(plan("SELECT story FROM live_place WHERE edition = 'fa' AND place = 'x' AND"
                + " (first_released_at, story) < (9, 9) ORDER BY first_released_at DESC, story DESC LIMIT 20"));
        plans.addAll(plan("SELECT day, type, stories FROM archive_day WHERE edition = 'fa' AND day >= '1' AND day < '2'"
                + " ORDER BY day, type"));
        plans.addAll(plan("SELECT id FROM correction WHERE edition = 'fa' AND (created_at, id) < (9, 'x')"
                + " ORDER BY created_at DESC, id DESC LIMIT 20"));
        for (String line : plans) {
            assertTrue(line.contains("SEARCH") && line.contains("INDEX"), line);
        }
    }

    /** As SQLite means to do it; PostgreSQL decides by what is in the tables, and these are empty. */
    private List<String> plan(String query) {
        return world.database.engine() != Database.Engine.SQLITE
                ? List.of()
                : world.database.read(read -> read.createQuery("EXPLAIN QUERY PLAN " + query)
                        .map((row, _) -> row.getString("detail"))
                        .list());
    }

    // ---- places

    @Test
    void a_story_about_a_town_is_about_its_province_as_well() {
        world.published(World.bridgeReopens().withPlace("مهرکوه/ساوران"));
        world.published(World.bridgeReopens().withPlace("مهرکوه / نی\u200Cزار"));
        world.published(World.bridgeReopens().withPlace("مهرکوه"));
        var province = world.liveStories.place(EDITION, "مهرکوه").orElseThrow();
        assertEquals(3, province.stories());
        assertEquals(List.of(province), world.liveStories.placesBelow(EDITION, ""));
        assertEquals(
                List.of("ساوران", "نی\u200Cزار"),
                world.liveStories.placesBelow(EDITION, "مهرکوه").stream()
                        .map(Place::name)
                        .toList());
        assertEquals(
                1,
                world.liveStories.place(EDITION, "مهرکوه-ساوران").orElseThrow().stories());
    }

    @Test
    void a_place_without_stories_is_no_page_and_everything_can_be_made_anew() {
        var story = world.published(World.bridgeReopens().withPlace("مهرکوه/ساوران"));
        done(world.publishing.withdraw(world.chiefEditor(), story.number(), Publishing.Seen.of(story), "نادرست بود."));
        assertEquals(Optional.empty(), world.liveStories.place(EDITION, "مهرکوه"));
        assertEquals(List.of(), world.liveStories.placesBelow(EDITION, ""));
        var moved = world.published(World.bridgeReopens().withPlace("مهرکوه/ساوران"));
        var revised = done(world.drafting.revise(
                world.chiefEditor(),
                moved.number(),
                moved.newestRevision(),
                World.bridgeReopens().withPlace("دشت‌سار")));
        done(world.publishing.publish(world.chiefEditor(), moved.number(), Publishing.Seen.of(revised)));
        var before = world.liveStories.placesBelow(EDITION, "");
        assertEquals(List.of("دشت‌سار"), before.stream().map(Place::name).toList());
        world.publishing.rebuildLists();
        assertEquals(before, world.liveStories.placesBelow(EDITION, ""));
    }

    // ---- the archive

    @Test
    void a_day_is_counted_as_stories_come_and_go() {
        var first = world.published(World.bridgeReopens());
        var video = world.draft(StoryType.VIDEO, World.bridgeCloses());
        done(world.publishing.publish(world.technician, video.number(), Publishing.Seen.of(video)));
        // 20:30 UTC is the next day in Tehran
        world.clock.forward(Duration.ofHours(16));
        world.published(World.bridgeReopens());
        var day = LocalDate.of(2025, 1, 20);
        assertEquals(
                List.of(
                        new Archive.Count(day, StoryType.NEWS, 1),
                        new Archive.Count(day, StoryType.VIDEO, 1),
                        new Archive.Count(day.plusDays(1), StoryType.NEWS, 1)),
                days());
        assertEquals(Optional.of(new Archive.Span(day, day.plusDays(1))), archive.span(EDITION));
        assertEquals(Optional.of(day), archive.dayBefore(EDITION, day.plusDays(1)));
        assertEquals(Optional.empty(), archive.dayAfter(EDITION, day.plusDays(1)));

        done(world.publishing.withdraw(world.chiefEditor(), first.number(), Publishing.Seen.of(first), "نادرست بود."));
        assertEquals(
                List.of(
                        new Archive.Count(day, StoryType.VIDEO, 1),
                        new Archive.Count(day.plusDays(1), StoryType.NEWS, 1)),
                days());
        var counted = days();
        world.publishing.rebuildLists();
        assertEquals(counted, days());
    }

    @Test
    void another_zone_has_other_days() {
        world.clock.forward(Duration.ofHours(16));
        world.published(World.bridgeReopens());
        archive.keep(EDITION, ZoneId.of("UTC"));
        assertEquals(List.of(new Archive.Count(LocalDate.of(2025, 1, 20), StoryType.NEWS, 1)), days());
        archive.keep(EDITION, ZoneId.of("Asia/Tehran"));
        assertEquals(List.of(new Archive.Count(LocalDate.of(2025, 1, 21), StoryType.NEWS, 1)), days());
    }

    private List<Archive.Count> days() {
        return archive.days(EDITION, LocalDate.of(2024, 1, 1), LocalDate.of(2026, 1, 1));
    }

    // ---- corrections

    @Test
    void corrections_of_live_stories_stand_together_newest_first() {
        var story = world.published(World.bridgeReopens());
        var other = world.published(World.bridgeCloses());
        for (String text : List.of("یک", "دو", "سه")) {
            world.clock.forward(Duration.ofHours(1));
            story = done(
                    world.publishing.correct(world.chiefEditor(), story.number(), Publishing.Seen.of(story), text));
        }
        other = done(world.publishing.correct(world.chiefEditor(), other.number(), Publishing.Seen.of(other), "چهار"));
        var first = corrections(LiveStories.CorrectedAfter.START);
        assertEquals(List.of("چهار", "سه"), texts(first));
        var second = corrections(LiveStories.CorrectedAfter.of(first.getLast()));
        assertEquals(List.of("دو", "یک"), texts(second));
        var newer = world.liveStories.newerCorrections(EDITION, LiveStories.CorrectedAfter.of(second.getFirst()), 5);
        assertEquals(
                first.reversed().stream().map(LiveStories.CorrectedAfter::of).toList(), newer);
        done(world.publishing.withdraw(world.chiefEditor(), other.number(), Publishing.Seen.of(other), "نادرست بود."));
        assertEquals(List.of("سه", "دو"), texts(corrections(LiveStories.CorrectedAfter.START)));
    }

    private List<LiveStories.Corrected> corrections(LiveStories.CorrectedAfter after) {
        return world.liveStories.corrections(EDITION, after, 2);
    }

    private static List<String> texts(List<LiveStories.Corrected> corrections) {
        return corrections.stream()
                .map(corrected -> corrected.correction().text())
                .toList();
    }

    // ---- what is read most

    @Test
    void reads_of_several_servers_add_up_and_nothing_is_written_before_its_time() {
        world.published(World.bridgeReopens());
        world.published(World.bridgeCloses());
        var otherServer = new MostRead(world.database, world.clock);
        mostRead.count(EDITION, 1001);
        mostRead.count(EDITION, 1001);
        mostRead.count(EDITION, 1002);
        otherServer.count(EDITION, 1002);
        otherServer.count(EDITION, 1002);
        assertEquals(0, world.count("SELECT COUNT(*) FROM hourly_reads"));
        mostRead.write();
        otherServer.write();
        mostRead.write();
        mostRead.rank();
        assertEquals(List.of(1002L, 1001L), numbers(mostRead.list(EDITION, MostRead.Span.HOUR, 9)));
        assertEquals(5, world.count("SELECT SUM(reads) FROM hourly_reads"));
    }

    @Test
    void what_is_withdrawn_is_read_no_more() {
        var story = world.published(World.bridgeReopens());
        mostRead.count(EDITION, story.number());
        mostRead.write();
        mostRead.rank();
        assertEquals(1, mostRead.list(EDITION, MostRead.Span.DAY, 9).size());
        done(world.publishing.withdraw(world.chiefEditor(), story.number(), Publishing.Seen.of(story), "نادرست بود."));
        assertEquals(List.of(), mostRead.list(EDITION, MostRead.Span.DAY, 9));
    }

    @Test
    void hours_become_days_and_days_are_forgotten() {
        world.published(World.bridgeReopens());
        world.published(World.bridgeCloses());
        mostRead.count(EDITION, 1001);
        mostRead.count(EDITION, 1001);
        world.clock.forward(Duration.ofHours(2));
        mostRead.count(EDITION, 1001);
        world.clock.forward(Duration.ofDays(3));
        mostRead.count(EDITION, 1002);
        mostRead.write();
        mostRead.fold();
        mostRead.rank();
        assertEquals(1, world.count("SELECT COUNT(*) FROM hourly_reads"));
        assertEquals(3, world.count("SELECT SUM(reads) FROM daily_reads"));
        assertEquals(List.of(1002L), numbers(mostRead.list(EDITION, MostRead.Span.DAY, 9)));
        assertEquals(List.of(1001L, 1002L), numbers(mostRead.list(EDITION, MostRead.Span.WEEK, 9)));
        world.clock.forward(Duration.ofDays(12));
        mostRead.fold();
        mostRead.rank();
        assertEquals(0, world.count("SELECT COUNT(*) FROM daily_reads WHERE story = 1001"));
        assertEquals(List.of(), mostRead.list(EDITION, MostRead.Span.WEEK, 9));
    }

    @Test
    void whoever_asks_for_a_list_gets_the_last_and_never_waits_until_one_is_made() {
        world.published(World.bridgeReopens());
        mostRead.count(EDITION, 1001);
        mostRead.write();
        assertEquals(List.of(), mostRead.list(EDITION, MostRead.Span.DAY, 9));
        mostRead.rank();
        world.published(World.bridgeCloses());
        mostRead.count(EDITION, 1002);
        mostRead.write();
        world.clock.forward(Duration.ofHours(5));
        assertEquals(List.of(1001L), numbers(mostRead.list(EDITION, MostRead.Span.DAY, 9)));
        mostRead.rank();
        assertEquals(List.of(1002L, 1001L), numbers(mostRead.list(EDITION, MostRead.Span.DAY, 9)));
        assertEquals(List.of(), mostRead.list(EDITION, MostRead.Span.HOUR, 9));
    }

    @Test
    void what_hardly_anybody_opened_is_not_kept_of_an_hour_that_is_over() {
        int more = 200;
        world.published(World.bridgeReopens());
        mostRead.count(EDITION, 1001);
        mostRead.count(EDITION, 1001);
        for (int story = 2001; story <= 2000 + MostRead.KEPT + more; story++) {
            mostRead.count(EDITION, story);
        }
        mostRead.write();
        mostRead.fold();
        assertEquals(MostRead.KEPT + more + 1, world.count("SELECT COUNT(*) FROM hourly_reads"), "not over yet");
        world.clock.forward(Duration.ofHours(3));
        mostRead.fold();
        assertEquals(MostRead.KEPT, world.count("SELECT COUNT(*) FROM hourly_reads"));
        assertEquals(2, world.count("SELECT reads FROM hourly_reads WHERE story = 1001"));
        world.clock.forward(Duration.ofDays(3));
        mostRead.fold();
        assertEquals(MostRead.KEPT, world.count("SELECT COUNT(*) FROM daily_reads"));
        mostRead.rank();
        assertEquals(List.of(1001L), numbers(mostRead.list(EDITION, MostRead.Span.WEEK, 9)));
    }

    // ---- what goes with what

    @Test
    void stories_go_together_by_tags_and_by_the_words_of_their_headlines() {
        var story = world.published(tagged("پل کهنه باز شد", "پل کهنه", "مرمت"));
        world.published(tagged("نمایشگاه عکس در باغ", "عکس"));
        world.published(tagged("کارگاه مرمت در موزه", "مرمت"));
        world.published(tagged("پل کهنه بسته ماند", "پل کهنه", "مرمت"));
        var related = world.liveStories.related(world.live(story.number()), Set.of(), 4);
        assertEquals(List.of(1004L, 1003L), numbers(related));
        assertEquals(List.of(1003L), numbers(world.liveStories.related(world.live(story.number()), Set.of(1004L), 4)));
    }

    @Test
    void what_shares_only_section_and_author_is_not_related() {
        var story = world.published(tagged("پل کهنه باز شد", "پل کهنه"));
        world.published(tagged("نمایشگاه عکس در باغ", "عکس"));
        assertEquals(List.of(), world.liveStories.related(world.live(story.number()), Set.of(), 4));
    }

    private static Content tagged(String headline, String... tags) {
        var like = World.bridgeReopens();
        return new Content(
                like.kicker(),
                headline,
                List.of(),
                like.lead(),
                like.body(),
                like.section(),
                List.of(tags),
                like.authors(),
                "",
                "",
                "",
                like.published(),
                Optional.empty());
    }

    // ----

    private Instant released(long number) {
        return list(new LiveStories.Of.Edition(EDITION), LiveStories.After.START, 99).stream()
                .filter(story -> story.number() == number)
                .findFirst()
                .orElseThrow()
                .firstReleasedAt();
    }

    private List<Teaser> list(LiveStories.Of of, LiveStories.After after, int limit) {
        return world.liveStories.list(of, after, limit);
    }

    private static List<Long> numbers(List<Teaser> stories) {
        return stories.stream().map(Teaser::number).toList();
    }
}
