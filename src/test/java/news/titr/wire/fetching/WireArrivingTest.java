package news.titr.wire.fetching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import news.titr.World;
import news.titr.audit.Action;
import news.titr.audit.Detail;
import news.titr.people.Actor;
import news.titr.people.Role;
import news.titr.story.Alarm;
import news.titr.story.Arrival;
import news.titr.story.FromWire;
import news.titr.story.Outcome;
import news.titr.story.Problem;
import news.titr.story.Publishing;
import news.titr.story.Release;
import news.titr.story.Stage;
import news.titr.story.StoryDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of news that comes by itself: once, in its newest version, and never over what an editor wrote. */
@Tag("database")
class WireArrivingTest extends AskedSources {
    // ---- once

    @Test
    void the_same_text_under_another_id_or_from_another_source_is_a_mark_and_no_second_draft() {
        answer(rss(item("1", "پل باز می\u200Cشود", LONG)));
        var source = added(wish("/feed"));
        fetch(source);
        answer(rss(item("9", "پل باز میشود!", LONG.replace("ک", "\u0643").replace("پل", "«پل»"))));
        assertEquals(1, fetch(source).count(Arrival.Fate.SAME));
        world.clock.forward(Duration.ofMinutes(1));
        var second = added(wish("/other").named("راه\u200Cنیوز"));
        answer(rss(item("1", "پل باز می\u200Cشود", LONG), item("2", "قیمت طلا", "۱۲"), item("3", "قیمت طلا", "۱۲")));
        assertEquals(1, fetch(second).count(Arrival.Fate.SAME));
        assertEquals(3, world.count("SELECT COUNT(*) FROM story"), "texts of a few words are compared by their ids");
        var from = arriving.of(story(source, "1").number());
        assertEquals(
                List.of(true, false, false), from.stream().map(FromWire::own).toList());
        assertEquals("راه\u200Cنیوز", from.getLast().source());
        assertEquals(
                0,
                fetch(second).fates().values().stream().mapToInt(count -> count).sum());
    }

    // ---- newer versions

    @Test
    void a_newer_version_becomes_the_text_of_an_untouched_draft() {
        var source = added(wish("/ninjs"));
        answer(ninjs("1", "پل باز شد", LONG, "usable"));
        fetch(source);
        var story = story(source, "1");
        world.drafting.open(chief, story.number());
        answer(ninjs("2", "پل باز شد؛ عابران آمدند", LONG, "usable"));
        assertEquals(1, fetch(source).count(Arrival.Fate.REVISED));
        assertEquals("پل باز شد؛ عابران آمدند", content(story(source, "1")).headline());
        answer(ninjs("1", "پل باز شد", LONG, "usable"));
        assertEquals(1, fetch(source).count(Arrival.Fate.THERE), "an older one comes late");
        assertEquals("پل باز شد؛ عابران آمدند", content(story(source, "1")).headline());
        assertEquals(
                "پل باز شد؛ عابران آمدند",
                StoryDocument.content(world.drafting
                                .open(chief, story.number())
                                .orElseThrow()
                                .document())
                        .headline(),
                "whoever has it open sees it");
    }

    @Test
    void what_an_editor_wrote_is_never_written_over_but_marked() {
        var source = added(wish("/ninjs"));
        answer(ninjs("1", "پل باز شد", LONG, "usable"));
        fetch(source);
        var story = story(source, "1");
        var mine = content(story).withText("", "تیتر من", "", content(story).body());
        World.done(world.drafting.revise(chief, story.number(), story.newestRevision(), mine));
        answer(ninjs("2", "پل باز شد؛ عابران آمدند", LONG, "usable"));
        assertEquals(1, fetch(source).count(Arrival.Fate.WAITS));
        assertEquals("تیتر من", content(story(source, "1")).headline());
        var from = arriving.of(story.number()).getFirst();
        assertEquals("پل باز شد؛ عابران آمدند", from.newer().orElseThrow().headline());
        assertTrue(from.calls());

        var now = story(source, "1");
        assertEquals(
                Outcome.refused(Problem.Kind.NOT_ALLOWED),
                arriving.takeNewer(world.reporter(), now.number(), from.origin(), from.item(), now.newestRevision()));
        assertEquals(
                Outcome.refused(Problem.Kind.NOT_ALLOWED),
                arriving.leaveNewer(world.reporter(), now.number(), from.origin(), from.item()));
        World.done(arriving.takeNewer(chief, now.number(), from.origin(), from.item(), now.newestRevision()));
        assertEquals("پل باز شد؛ عابران آمدند", content(story(source, "1")).headline());
        assertEquals(Optional.empty(), arriving.of(story.number()).getFirst().newer());

        answer(ninjs("3", "پل باز شد و بسته شد", LONG, "usable"));
        assertEquals(1, fetch(source).count(Arrival.Fate.WAITS), "it is the editor's from now on");
        World.done(arriving.leaveNewer(chief, now.number(), from.origin(), from.item()));
        assertEquals(Optional.empty(), arriving.of(story.number()).getFirst().newer());
    }

    @Test
    void who_has_taken_or_moved_a_story_has_touched_it() {
        var source = added(wish("/ninjs"));
        answer(ninjs("1", "پل باز شد", LONG, "usable"));
        fetch(source);
        var story = story(source, "1");
        World.done(world.workflow.claim(chief, story.number()));
        answer(ninjs("2", "پل باز شد؛ عابران آمدند", LONG, "usable"));
        assertEquals(1, fetch(source).count(Arrival.Fate.WAITS));
        World.done(world.workflow.release(chief, story.number()));
        World.done(world.workflow.move(chief, story.number(), Stage.DRAFT, Stage.READY, ""));
        answer(ninjs("3", "سومین", LONG, "usable"));
        assertEquals(1, fetch(source).count(Arrival.Fate.WAITS));
        assertEquals("پل باز شد", content(story(source, "1")).headline());
    }

    // ---- taken back

    @Test
    void a_draft_that_its_agency_kills_goes_onto_the_spike_and_comes_back_with_it() {
        var source = added(wish("/newsml"));
        answer(newsml("1", "پل باز شد", "usable"));
        fetch(source);
        answer(newsml("2", "پل باز شد", "canceled"));
        assertEquals(1, fetch(source).count(Arrival.Fate.TAKEN_BACK));
        assertEquals(Stage.SPIKED, story(source, "1").stage());
        assertEquals(List.of(), world.alarms.open(), "nobody has seen it");
        answer(newsml("3", "پل باز شد، این بار درست", "usable"));
        assertEquals(1, fetch(source).count(Arrival.Fate.REVISED));
        assertEquals(Stage.DRAFT, story(source, "1").stage());
    }

    @Test
    void of_a_story_that_readers_have_the_desk_is_told_and_nothing_is_withdrawn() {
        var source = added(wish("/ninjs"));
        answer(ninjs("1", "پل باز شد", LONG, "usable"));
        fetch(source);
        var story = story(source, "1");
        World.done(world.publishing.publish(chief, story.number(), Publishing.Seen.of(story)));
        answer(ninjs("2", "پل باز شد", LONG, "canceled"));
        fetch(source);
        assertInstanceOf(Release.Live.class, story(source, "1").release());
        assertEquals(
                Arrival.Status.CANCELED, arriving.of(story.number()).getFirst().status());
        var alarm = world.alarms.unseen(chief).getFirst();
        assertEquals(Alarm.Kind.CANCELED, alarm.kind());
        World.done(world.alarms.acknowledge(chief, story.number()));
        assertEquals(List.of(), world.alarms.open());
    }

    @Test
    void what_was_taken_back_before_it_came_is_no_news() {
        var source = added(wish("/ninjs"));
        answer(ninjs("2", "پل باز شد", LONG, "withheld"));
        assertEquals(1, fetch(source).count(Arrival.Fate.TAKEN_BACK));
        answer(ninjs("1", "پل باز شد", LONG, "usable"));
        assertEquals(1, fetch(source).count(Arrival.Fate.THERE));
        assertEquals(0, world.count("SELECT COUNT(*) FROM story"));
    }

    // ---- rules

    @Test
    void a_rule_publishes_with_the_rights_of_who_made_it_and_follows_until_somebody_touches_the_story() {
        var source = added(wish("/ninjs").rule(Arrival.Rule.FOLLOW));
        answer(ninjs("1", "پل باز شد", LONG, "usable"));
        fetch(source);
        var story = story(source, "1");
        assertEquals("پل باز شد", world.live(story.number()).headline());
        assertEquals(Optional.of("پل\u200Cنیوز"), audited(story, Action.PUBLISH).text(Detail.Name.TOKEN));
        answer(ninjs("2", "پل باز شد؛ عابران آمدند", LONG, "usable"));
        fetch(source);
        assertEquals("پل باز شد؛ عابران آمدند", world.live(story.number()).headline());
        answer(ninjs("3", "پل باز شد", LONG, "canceled"));
        fetch(source);
        var withdrawn =
                assertInstanceOf(Release.Withdrawn.class, story(source, "1").release());
        assertEquals("منبع fa آن را پس گرفت", withdrawn.reason());
    }

    @Test
    void without_a_rule_for_it_what_a_rule_published_stays() {
        var source = added(wish("/ninjs").rule(Arrival.Rule.PUBLISH));
        answer(ninjs("1", "پل باز شد", LONG, "usable"));
        fetch(source);
        answer(ninjs("2", "پل باز شد", LONG, "canceled"));
        fetch(source);
        assertInstanceOf(Release.Live.class, story(source, "1").release());
        assertEquals(1, world.alarms.unseen(chief).size());
    }

    @Test
    void the_checks_hold_for_a_rule_and_the_desk_is_told_what_was_refused() {
        var source = added(wish("/feed").rule(Arrival.Rule.PUBLISH));
        answer(rss(item("1", "", LONG)));
        fetch(source);
        var story = story(source, "1");
        assertInstanceOf(Release.Unreleased.class, story.release());
        assertEquals(
                List.of(Problem.Kind.NO_HEADLINE),
                arriving.of(story.number()).getFirst().problems());
    }

    @Test
    void a_rule_of_somebody_who_has_left_publishes_nothing() {
        var editor = world.actor("ed@example.org", "دبیر", Role.CHIEF_EDITOR);
        var source = added(editor, wish("/ninjs").rule(Arrival.Rule.PUBLISH));
        world.people.disable(
                world.actor("admin@example.org", "مدیر", Role.ADMINISTRATOR),
                ((Actor.AtDesk) editor).person().id());
        answer(ninjs("1", "پل باز شد", LONG, "usable"));
        fetch(source);
        var story = story(source, "1");
        assertInstanceOf(Release.Unreleased.class, story.release());
        assertEquals(
                List.of(Problem.Kind.NOT_ALLOWED),
                arriving.of(story.number()).getFirst().problems());
    }

    @Test
    void an_embargo_is_kept_and_a_rule_waits_for_its_end() {
        var source = added(wish("/ninjs").rule(Arrival.Rule.PUBLISH));
        var until = world.clock.instant().plus(Duration.ofHours(2));
        answer(ninjs("1", "پل باز شد", LONG, "usable").replace("{", "{\"embargoed\":\"" + until + "\","));
        fetch(source);
        var story = story(source, "1");
        assertEquals(Optional.of(until), story.embargo());
        assertEquals(
                until,
                assertInstanceOf(Release.Scheduled.class, story.release()).at());
        world.clock.forward(Duration.ofHours(3));
        world.due.publish();
        assertInstanceOf(Release.Live.class, story(source, "1").release());
    }

    @Test
    void their_categories_become_sections_as_the_mapping_says() {
        var source = added(
                wish("/feed").mapping("Arts = culture\nmedtop:01 = culture").tags());
        answer(rss(
                item("1", "یک", "متن یک", "sport", "ARTS"),
                item("2", "دو", "متن دو", "sport"),
                item("3", "سه", "متن سه")));
        fetch(source);
        assertEquals("culture", content(story(source, "1")).section());
        assertEquals(List.of("sport", "ARTS"), content(story(source, "1")).tags());
        assertEquals("city", content(story(source, "2")).section());
    }

    @Test
    void a_draft_that_nobody_wanted_goes_onto_the_spike_after_its_days() {
        var source = added(wish("/feed").kept(3));
        answer(rss(item("1", "یک", "متن یک"), item("2", "دو", "متن دو")));
        fetch(source);
        World.done(world.workflow.claim(chief, story(source, "2").number()));
        world.clock.forward(Duration.ofDays(4));
        fetch(source);
        assertEquals(Stage.SPIKED, story(source, "1").stage());
        assertEquals(Stage.DRAFT, story(source, "2").stage());
    }
}
