package news.titr.story;

import static news.titr.World.EDITION;
import static news.titr.World.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.titr.World;
import news.titr.people.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sections: a tree whose addresses stay right. */
@Tag("database")
class SectionsTest {

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_section_is_added_below_another_and_gets_its_address_from_its_name() {
        var football = add("فوتبال و والیبال", Optional.of(city().id()));
        assertEquals("فوتبال-و-والیبال", football.slug());
        assertEquals(Optional.of(city().id()), football.parent());
    }

    @Test
    void a_slug_that_changes_leads_on_and_stories_stay_where_they_are() {
        var story = world.published(World.bridgeReopens());
        var renamed = done(world.sectioning.change(
                world.chiefEditor(), city().id(), city().version(), wish("شهر و محله", "town")));
        assertEquals(renamed, world.liveStories.section(EDITION, "city").orElseThrow());
        assertEquals(
                "شهر و محله", world.live(story.number()).section().orElseThrow().name());
        // whoever still writes the old slug means the same section
        var content = World.bridgeReopens();
        done(world.drafting.revise(world.technician, story.number(), story.newestRevision(), content));
    }

    @Test
    void a_slug_that_is_given_back_is_the_section_s_own_again() {
        var there =
                done(world.sectioning.change(world.chiefEditor(), city().id(), city().version(), wish("شهر", "town")));
        done(world.sectioning.change(world.chiefEditor(), there.id(), there.version(), wish("شهر", "city")));
        assertEquals(
                "city", world.liveStories.section(EDITION, "town").orElseThrow().slug());
    }

    @Test
    void a_section_that_stories_stand_in_is_merged_and_not_removed() {
        var story = world.published(World.bridgeReopens());
        var city = city();
        var refused = assertInstanceOf(
                Outcome.Refused.class, world.sectioning.remove(world.chiefEditor(), city.id(), city.version()));
        assertEquals(List.of(new Problem(Problem.Kind.SECTION_IN_USE, "شهر")), refused.problems());

        var culture = culture();
        done(world.sectioning.merge(world.chiefEditor(), city.id(), city.version(), culture.id()));
        assertEquals(List.of(culture), world.sections.all(EDITION));
        assertEquals(Optional.of(culture), world.live(story.number()).section());
        assertEquals(culture, world.liveStories.section(EDITION, "city").orElseThrow());
        assertEquals(
                List.of(story.number()),
                world.liveStories.list(new LiveStories.Of.InSection(culture), LiveStories.After.START, 5).stream()
                        .map(Teaser::number)
                        .toList());
        world.publishing.rebuildLists();
        assertEquals(Map.of(culture.id(), 1L), world.sections.counts());
        // the old revision is published again, and stands where its section is now
        var again = world.newsroom.story(story.number()).orElseThrow();
        done(world.publishing.withdraw(world.chiefEditor(), story.number(), Publishing.Seen.of(again), "برای آزمایش"));
        var back = world.newsroom.story(story.number()).orElseThrow();
        done(world.publishing.publish(world.chiefEditor(), story.number(), Publishing.Seen.of(back)));
        assertEquals(Map.of(culture.id(), 1L), world.sections.counts());
    }

    @Test
    void who_edits_a_section_edits_what_it_was_merged_into_and_nothing_else() {
        var city = city();
        var culture = culture();
        world.people.add("nima@example.org", "نیما", Role.DESK_EDITOR, Set.of(city.id()), Set.of(city.id()));
        var both = Set.of(city.id(), culture.id());
        world.people.add("leila@example.org", "لیلا", Role.DESK_EDITOR, both, Set.of());
        done(world.sectioning.merge(world.chiefEditor(), city.id(), city.version(), culture.id()));
        var nima = world.people.withEmail("nima@example.org").orElseThrow();
        assertEquals(Set.of(culture.id()), nima.sections());
        assertEquals(Set.of(culture.id()), nima.trusted());
        assertEquals(
                Set.of(culture.id()),
                world.people.withEmail("leila@example.org").orElseThrow().sections());
        var story = world.draft(World.bridgeReopens().withSection("culture"));
        assertInstanceOf(
                Outcome.Done.class,
                world.workflow.move(world.atDesk(nima), story.number(), Stage.DRAFT, Stage.READY, ""));
    }

    @Test
    void what_was_merged_twice_is_found_where_it_came_to() {
        var third = add("محله", Optional.empty());
        var city = city();
        done(world.sectioning.merge(world.chiefEditor(), third.id(), third.version(), city.id()));
        var again = city();
        done(world.sectioning.merge(
                world.chiefEditor(), again.id(), again.version(), culture().id()));
        assertEquals(culture(), world.liveStories.section(EDITION, "محله").orElseThrow());
    }

    @Test
    void no_section_comes_below_itself() {
        var football = add("فوتبال", Optional.of(city().id()));
        var below = new Sectioning.Wish("شهر", "city", Optional.of(football.id()), "", false, true);
        assertInstanceOf(
                Outcome.Refused.class,
                world.sectioning.change(world.chiefEditor(), city().id(), city().version(), below));
        assertInstanceOf(
                Outcome.Refused.class,
                world.sectioning.merge(world.chiefEditor(), city().id(), city().version(), football.id()));
    }

    @Test
    void a_list_has_the_stories_of_the_sections_below_as_well() {
        var bridge = World.bridgeReopens();
        add("محله", Optional.of(city().id()));
        var below = world.published(withSection(bridge, "محله"));
        var own = world.published(bridge);
        assertEquals(
                List.of(own.number(), below.number()),
                world.liveStories.list(new LiveStories.Of.InSection(city()), LiveStories.After.START, 5).stream()
                        .map(Teaser::number)
                        .toList());
        assertEquals(
                List.of(own.number()),
                world.liveStories.list(new LiveStories.Of.InSection(city()), LiveStories.After.START, 1).stream()
                        .map(Teaser::number)
                        .toList());
    }

    @Test
    void hidden_sections_are_not_offered_and_still_open() {
        var hidden = new Sectioning.Wish("شهر", "city", Optional.empty(), "", true, true);
        done(world.sectioning.change(world.chiefEditor(), city().id(), city().version(), hidden));
        assertEquals(List.of(culture()), world.liveStories.sections(EDITION));
        assertTrue(world.liveStories.section(EDITION, "city").isPresent());
    }

    @Test
    void sections_change_places_with_their_neighbours() {
        done(world.sectioning.move(world.chiefEditor(), culture().id(), -1));
        assertEquals(
                List.of("culture", "city"),
                world.sections.all(EDITION).stream().map(Section::slug).toList());
    }

    @Test
    void a_change_on_what_was_changed_meanwhile_is_a_conflict_and_others_may_not() {
        var city = city();
        done(world.sectioning.change(world.chiefEditor(), city.id(), city.version(), wish("شهر ما", "city")));
        assertInstanceOf(
                Outcome.Conflict.class,
                world.sectioning.change(world.chiefEditor(), city.id(), city.version(), wish("شهر شما", "city")));
        assertInstanceOf(Outcome.Refused.class, world.sectioning.add(world.reporter(), EDITION, wish("تازه", "new")));
        assertInstanceOf(
                Outcome.Refused.class, world.sectioning.add(world.chiefEditor(), EDITION, wish("دیگر", "culture")));
        assertInstanceOf(
                Outcome.Refused.class, world.sectioning.add(world.chiefEditor(), EDITION, wish("بد", "a b/c")));
    }

    @Test
    void settings_of_the_machine_name_the_first_sections_and_leave_them_to_the_desk() {
        world.sections.keep(EDITION, List.of(Map.entry("town", "شهر"), Map.entry("culture", "فرهنگ و هنر")));
        assertEquals(
                List.of("city", "culture"),
                world.sections.all(EDITION).stream().map(Section::slug).toList());
        assertFalse(world.liveStories.section(EDITION, "town").isPresent());
    }

    private static Content withSection(Content content, String section) {
        return new Content(
                content.kicker(),
                content.headline(),
                content.subheadlines(),
                content.lead(),
                content.body(),
                section,
                content.tags(),
                content.authors(),
                content.dateline(),
                content.source(),
                content.place(),
                content.published(),
                content.picture());
    }

    private Section add(String name, Optional<String> parent) {
        return done(world.sectioning.add(
                world.chiefEditor(), EDITION, new Sectioning.Wish(name, "", parent, "", false, true)));
    }

    private static Sectioning.Wish wish(String name, String slug) {
        return new Sectioning.Wish(name, slug, Optional.empty(), "", false, true);
    }

    private Section city() {
        return world.sections.all(EDITION).stream()
                .filter(section -> section.slug().equals("city"))
                .findFirst()
                .orElseThrow();
    }

    private Section culture() {
        return world.sections.all(EDITION).stream()
                .filter(section -> section.slug().equals("culture"))
                .findFirst()
                .orElseThrow();
    }
}
