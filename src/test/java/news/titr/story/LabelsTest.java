package news.titr.story;

import static news.titr.World.EDITION;
import static news.titr.World.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import news.titr.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tags and authors: found, renamed, merged, and told apart. */
@Tag("database")
class LabelsTest {

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void those_with_most_stories_come_first_and_the_list_goes_on_where_it_ended() {
        publish("الف", "ب", "پ");
        publish("ب", "پ");
        publish("پ");
        var first = world.labels.list(Label.Kind.TAG, EDITION, "", Labels.After.START, 2);
        assertEquals(List.of("پ", "ب"), names(first));
        assertEquals(List.of(3L, 2L), first.stream().map(Labels.Line::stories).toList());
        var rest = world.labels.list(Label.Kind.TAG, EDITION, "", Labels.After.of(first.getLast()), 2);
        assertEquals(List.of("الف"), names(rest));
    }

    @Test
    void a_name_is_found_however_it_is_typed() {
        publish("کتاب‌های درسی", "حمل‌ونقل");
        for (String typed : List.of("\u0643تاب ها", "درسی کتاب", "كتابهای")) {
            assertEquals(
                    List.of("کتاب‌های درسی"),
                    names(world.labels.list(Label.Kind.TAG, EDITION, typed, Labels.After.START, 5)),
                    typed);
        }
    }

    @Test
    void names_that_may_be_one_are_found_group_by_group() {
        publish("کتاب", "مسئول", "تنها");
        publish("کتاب");
        publish("کتاب‌ها");
        publish("مسؤول");
        var groups = world.labels.duplicates(Label.Kind.TAG, EDITION, "", 10);
        assertEquals(
                Set.of(List.of("کتاب", "کتاب‌ها"), List.of("مسئول", "مسؤول")),
                groups.stream().map(LabelsTest::names).collect(Collectors.toSet()));
        var after = Labels.stem(groups.getFirst().getFirst());
        assertEquals(
                1, world.labels.duplicates(Label.Kind.TAG, EDITION, after, 10).size());
    }

    @Test
    void what_carried_one_carries_the_other_after_a_merge_and_the_address_leads_on() {
        var story = publish("کتاب‌ها", "کتاب");
        var other = publish("کتاب‌ها");
        var from = tag("کتاب‌ها");
        var into = tag("کتاب");
        var merged = done(world.labelling.merge(
                world.chiefEditor(),
                Label.Kind.TAG,
                from.label().id(),
                from.version(),
                into.label().id()));
        assertEquals(2, merged.stories());
        assertEquals(
                into.label(),
                world.liveStories.label(Label.Kind.TAG, EDITION, "کتاب-ها").orElseThrow());
        assertEquals(List.of(into.label()), world.live(story.number()).tags());
        assertEquals(List.of(into.label()), world.live(other.number()).tags());
        assertEquals(
                List.of(other.number(), story.number()),
                world.liveStories.list(new LiveStories.Of.Labelled(into.label()), LiveStories.After.START, 5).stream()
                        .map(Teaser::number)
                        .toList());
        // typed once more, the old name means the new one
        var third = publish("کتاب‌ها");
        assertEquals(List.of(into.label()), world.live(third.number()).tags());
        world.publishing.rebuildLists();
        assertEquals(3, tag("کتاب").stories());
    }

    @Test
    void everything_can_be_counted_anew_whatever_was_counted_before() {
        publish("پل", "رود");
        publish("پل");
        var withdrawn = publish("ماه");
        done(world.publishing.withdraw(
                world.chiefEditor(), withdrawn.number(), Publishing.Seen.of(withdrawn), "نادرست بود"));
        assertEquals(0, tag("ماه").stories());
        world.database.write(write -> write.execute("UPDATE tag SET stories = 77"));
        assertEquals(2, world.publishing.rebuildLists());
        assertEquals(2, tag("پل").stories());
        assertEquals(1, tag("رود").stories());
        assertEquals(0, tag("ماه").stories());
        assertEquals(3, world.count("SELECT COUNT(*) FROM live_tag"));
    }

    @Test
    void an_author_is_known_at_the_desk_as_soon_as_a_story_is_handed_in() {
        var draft = world.draft(World.bridgeCloses());
        var step = JsonNodeFactory.instance.objectNode();
        step.put("stepType", "docAttr").put("attr", "authors");
        step.putArray("value").add("لیلا تازه‌کار");
        assertInstanceOf(
                Typed.Accepted.class, world.drafting.type(world.chiefEditor(), draft.number(), 0, "w", List.of(step)));
        done(world.workflow.move(world.chiefEditor(), draft.number(), Stage.DRAFT, Stage.REVIEW, ""));
        assertTrue(names(world.labels.list(Label.Kind.AUTHOR, EDITION, "", Labels.After.START, 9))
                .contains("لیلا تازه‌کار"));
    }

    @Test
    void a_name_that_changes_keeps_its_stories_and_its_old_address() {
        var story = publish("پل");
        var pul = tag("پل");
        done(world.labelling.rename(
                world.chiefEditor(), Label.Kind.TAG, pul.label().id(), pul.version(), "پل‌ها", ""));
        assertEquals("پل‌ها", world.live(story.number()).tags().getFirst().name());
        assertEquals(
                "پل-ها",
                world.liveStories
                        .label(Label.Kind.TAG, EDITION, "پل")
                        .orElseThrow()
                        .slug());
    }

    @Test
    void an_author_has_a_biography_a_face_and_an_account() {
        world.published(World.bridgeReopens());
        var author = world.labels
                .list(Label.Kind.AUTHOR, EDITION, "", Labels.After.START, 1)
                .getFirst();
        String person = world.people.all().isEmpty()
                ? "someone"
                : world.people.all().getFirst().id();
        var profile =
                new Bylines.Profile(author.label(), "از پل‌ها می‌نویسد.", Optional.of("face"), Optional.of(person));
        done(world.labelling.describe(world.chiefEditor(), author.version(), profile, "سارا پل‌نویس", ""));
        var shown = new Bylines(world.database).profile(EDITION, "سارا-پل-نویس").orElseThrow();
        assertEquals("از پل‌ها می‌نویسد.", shown.biography());
        assertEquals(Optional.of("face"), shown.picture());
        assertEquals(Optional.of(person), shown.person());
    }

    @Test
    void a_name_that_was_changed_meanwhile_is_a_conflict_and_reporters_change_none() {
        publish("پل", "راه");
        var pul = tag("پل");
        String id = pul.label().id();
        assertInstanceOf(
                Outcome.Refused.class,
                world.labelling.rename(world.reporter(), Label.Kind.TAG, id, pul.version(), "پل تازه", ""));
        assertInstanceOf(
                Outcome.Refused.class,
                world.labelling.rename(world.chiefEditor(), Label.Kind.TAG, id, pul.version(), "راه", ""));
        assertInstanceOf(
                Outcome.Refused.class,
                world.labelling.merge(world.chiefEditor(), Label.Kind.TAG, id, pul.version(), id));
        done(world.labelling.rename(world.chiefEditor(), Label.Kind.TAG, id, pul.version(), "پل تازه", ""));
        assertInstanceOf(
                Outcome.Conflict.class,
                world.labelling.rename(world.chiefEditor(), Label.Kind.TAG, id, pul.version(), "پل دیگر", ""));
    }

    @Test
    void names_from_before_there_was_a_fold_are_found_after_the_start() {
        publish("کتاب‌ها");
        world.database.write(write -> write.execute("UPDATE tag SET fold = '', stem = ''"));
        assertEquals(1, world.labels.foldMissing());
        assertEquals(
                1,
                world.labels
                        .list(Label.Kind.TAG, EDITION, "کتابها", Labels.After.START, 5)
                        .size());
    }

    private Story publish(String... tags) {
        var bridge = World.bridgeReopens();
        world.clock.forward(java.time.Duration.ofMinutes(1));
        return world.published(new Content(
                bridge.kicker(),
                bridge.headline(),
                bridge.subheadlines(),
                bridge.lead(),
                bridge.body(),
                bridge.section(),
                List.of(tags),
                List.of(),
                "",
                "",
                "",
                bridge.published(),
                Optional.empty()));
    }

    private Labels.Line tag(String name) {
        return world.labels.list(Label.Kind.TAG, EDITION, name, Labels.After.START, 20).stream()
                .filter(line -> line.label().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(List<Labels.Line> lines) {
        return lines.stream().map(line -> line.label().name()).toList();
    }
}
