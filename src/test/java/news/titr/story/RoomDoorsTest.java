package news.titr.story;

import static news.titr.World.done;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Function;
import news.titr.World;
import news.titr.doc.Block;
import news.titr.doc.Body;
import news.titr.people.Actor;
import news.titr.people.Person;
import news.titr.people.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The doors of the rooms around the stories: front page, site, planning, notes. A reporter comes to those of the site, and
 * somebody whose account was closed while they looked to all of them.
 */
@Tag("database")
class RoomDoorsTest {

    private final World world = new World();
    private final Actor closed = closed();

    @AfterEach
    void close() {
        world.close();
    }

    private interface Try extends Function<Actor, Outcome<?>> {}

    @Test
    void a_reporter_is_refused_in_the_rooms_of_the_site_and_at_the_stories_of_others() {
        assertEquals(List.of(), letIn(world.reporter(), doorsOfTheSite()));
    }

    @Test
    void whose_account_is_closed_is_refused_everywhere() {
        assertEquals(List.of(), letIn(closed, doorsOfTheSite()));
        assertEquals(List.of(), letIn(closed, doorsOfTheNewsroom()));
    }

    private static List<String> letIn(Actor actor, Map<String, Try> doors) {
        var open = new TreeSet<String>();
        doors.forEach((door, attempt) -> {
            var outcome = attempt.apply(actor);
            boolean refused = outcome instanceof Outcome.Refused<?>(var problems)
                    && problems.stream().map(Problem::kind).anyMatch(Problem.Kind.NOT_ALLOWED::equals);
            if (!refused) {
                open.add(door + ": " + outcome);
            }
        });
        return List.copyOf(open);
    }

    private Map<String, Try> doorsOfTheSite() {
        String edition = World.EDITION;
        var story = world.published(World.bridgeReopens());
        var section = world.sections.all(edition).getFirst();
        var tag = world.labels
                .list(Label.Kind.TAG, edition, "", Labels.After.START, 1)
                .getFirst();
        var author = world.labels
                .list(Label.Kind.AUTHOR, edition, "", Labels.After.START, 1)
                .getFirst();
        var profile = new Bylines.Profile(author.label(), "", Optional.empty(), Optional.empty());
        String page = world.staticPages.all(edition).isEmpty()
                ? page(edition)
                : world.staticPages.all(edition).getFirst().page().id();
        var body = Body.of(Block.Paragraph.of("متن"));
        var wish = new Sectioning.Wish("هوا", "weather", Optional.empty(), "", false, true);
        var redirect = new Redirects.Wish("/old", "/news/1001", 301);
        var doors = new LinkedHashMap<String, Try>();
        doors.put("acknowledge an alarm", who -> world.alarms.acknowledge(who, story.number()));
        doors.put(
                "show breaking news",
                who -> world.breaking.show(who, edition, 0, "فوری", OptionalLong.empty(), Optional.empty()));
        doors.put("hide breaking news", who -> world.breaking.hide(who, edition, 0));
        doors.put("change the front", who -> world.fronting.change(who, edition, 0, new FrontChange.Undo()));
        doors.put("publish the front", who -> world.fronting.publish(who, edition, 0, 0));
        doors.put(
                "rename a label",
                who -> world.labelling.rename(who, Label.Kind.TAG, tag.label().id(), tag.version(), "پل", ""));
        doors.put(
                "introduce a tag",
                who -> world.labelling.introduce(who, tag.label().id(), tag.version(), "پل", "", "متن"));
        doors.put("describe an author", who -> world.labelling.describe(who, author.version(), profile, "سارا", ""));
        doors.put(
                "merge labels",
                who -> world.labelling.merge(
                        who,
                        Label.Kind.TAG,
                        tag.label().id(),
                        tag.version(),
                        tag.label().id()));
        doors.put("put a redirect", who -> world.redirects.put(who, 0, redirect));
        doors.put("remove a redirect", who -> world.redirects.remove(who, "/old", 0));
        doors.put("take in redirects", who -> world.redirects.importTable(who, "/old,/new"));
        doors.put("add a section", who -> world.sectioning.add(who, edition, wish));
        doors.put("change a section", who -> world.sectioning.change(who, section.id(), section.version(), wish));
        doors.put("move a section", who -> world.sectioning.move(who, section.id(), 1));
        doors.put("merge sections", who -> world.sectioning.merge(who, section.id(), section.version(), section.id()));
        doors.put("remove a section", who -> world.sectioning.remove(who, section.id(), section.version()));
        doors.put("begin a page", who -> world.staticPages.begin(who, edition, "rules", "آیین‌نامه", body));
        doors.put("save a page", who -> world.staticPages.save(who, page, 1, "about", "درباره", body));
        doors.put("publish a page", who -> world.staticPages.publish(who, page, 1));
        doors.put("withdraw a page", who -> world.staticPages.withdraw(who, page, 1));
        doors.put("move a page", who -> world.staticPages.move(who, page, 1));
        doors.put(
                "cut what was typed",
                who -> world.drafting.cut(who, story.number(), OptionalLong.empty(), Cause.HAND_OVER));
        doors.put("name what was typed", who -> world.drafting.name(who, story.number(), OptionalLong.empty(), "نام"));
        doors.put("name a revision", who -> world.history.name(who, story.number(), story.newestRevision(), "نام"));
        return doors;
    }

    private Map<String, Try> doorsOfTheNewsroom() {
        var story = world.draft(World.bridgeReopens());
        var desk = world.chiefEditor();
        long version = world.drafting.open(desk, story.number()).orElseThrow().version();
        var note = done(world.notes.add(desk, story.number(), version, new Note.Passage(1, 5), "", "یادداشت"));
        var plan = done(world.planning.add(desk, World.EDITION, Plan.Details.of("نشست", LocalDate.of(2025, 1, 21))));
        var doors = new LinkedHashMap<String, Try>();
        doors.put(
                "add a note",
                who -> world.notes.add(who, story.number(), version, new Note.Passage(1, 5), "", "یادداشت"));
        doors.put("answer a note", who -> world.notes.answer(who, story.number(), note.id(), "پاسخ"));
        doors.put("settle a note", who -> world.notes.resolve(who, story.number(), note.id()));
        doors.put("open a note again", who -> world.notes.reopen(who, story.number(), note.id()));
        doors.put("cancel what is planned", who -> world.planning.cancel(who, plan.id(), true));
        doors.put("make a story of it", who -> world.planning.becomeStory(who, plan.id()));
        doors.put("translate a story", who -> world.translating.begin(who, story.number(), "en"));
        return doors;
    }

    private String page(String edition) {
        return done(world.staticPages.begin(
                        world.technician, edition, "about", "درباره", Body.of(Block.Paragraph.of("متن"))))
                .id();
    }

    /** As a request that was under way when the account was closed still has them. */
    private Actor closed() {
        var person = ((Actor.AtDesk) world.actor("gone@example.org", "رفته", Role.ADMINISTRATOR)).person();
        return world.atDesk(new Person(
                person.id(),
                person.email(),
                person.name(),
                person.role(),
                person.sections(),
                person.trusted(),
                "",
                true));
    }
}
