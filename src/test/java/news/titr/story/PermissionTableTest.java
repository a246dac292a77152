package news.titr.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import news.titr.World;
import news.titr.doc.Block;
import news.titr.doc.Body;
import news.titr.people.Actor;
import news.titr.people.Person;
import news.titr.people.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every kind of person goes to every door, with stories of their own and of others, in a section of theirs, in one of
 * others and in none. The table says whom the door lets in; everybody else must be refused for being who they are.
 */
@Tag("database")
class PermissionTableTest {

    private final World world = new World();

    /** What somebody tries on a story; the answer is the real door's. */
    private interface Try extends BiFunction<Actor, Story, Outcome<?>> {}

    private static final List<String> PEOPLE = List.of(
            "reporter",
            "trusted reporter", // in city
            "city editor",
            "trusted culture editor", // trusted in city
            "editor of all",
            "picture editor",
            "chief editor",
            "administrator",
            "disabled administrator",
            "technician",
            "timer");

    /** One letter for each of the people above, in that order: y where the door opens. */
    private static final String TABLE = """
            begin                         city     own     yyyyyyyy-y-
            begin                         none     own     yyyyyyyy-y-
            revise                        city     own     yyyyyyyy-y-
            revise                        city     other   --y-yyyy-y-
            revise                        culture  own     yyyyyyyy-y-
            revise                        culture  other   ---yyyyy-y-
            revise                        cinema   other   ---yyyyy-y-
            revise                        none     own     yyyyyyyy-y-
            revise                        none     other   --yyyyyy-y-
            hand in                       city     own     yyyyyyyy-y-
            hand in                       city     other   --y-yyyy-y-
            make ready                    city     own     --y-y-yy-y-
            make ready                    city     other   --y-y-yy-y-
            make ready                    cinema   other   ---yy-yy-y-
            make ready                    none     other   --yyy-yy-y-
            spike                         city     own     --y-y-yy-y-
            spike                         culture  other   ---yy-yy-y-
            assign                        city     own     --y-y-yy-y-
            assign                        none     other   --yyy-yy-y-
            claim                         city     own     yyyyyyyy---
            claim                         culture  other   ---yyyyy---
            prioritise                    city     own     --y-y-yy-y-
            prioritise                    culture  other   ---yy-yy-y-
            revise                        city     given   yyyyyyyy-y-
            hand in                       culture  given   yyyyyyyy-y-
            publish                       city     given   -yyyy-yy-yy
            publish                       city     own     -yyyy-yy-yy
            publish                       city     other   --y-y-yy-yy
            publish                       culture  own     ---yy-yy-yy
            publish                       culture  other   ---yy-yy-yy
            publish                       cinema   own     ---yy-yy-yy
            publish                       none     own     ------yy-yy
            publish                       none     other   ------yy-yy
            publish what moved to city    city     own     ---yy-yy-yy
            publish what moved to city    city     other   ----y-yy-yy
            schedule                      city     own     -yyyy-yy-yy
            schedule                      culture  other   ---yy-yy-yy
            unschedule                    city     own     -yyyy-yy-yy
            unschedule                    city     other   --y-y-yy-yy
            correct                       city     own     -yyyy-yy-y-
            correct                       city     other   --y-y-yy-y-
            correct                       none     own     ------yy-y-
            set an embargo                city     own     yyyyyyyy-y-
            set an embargo                city     other   --y-yyyy-y-
            lift an embargo               city     own     -yyyy-yy-yy
            lift an embargo               city     other   --y-y-yy-yy
            retype                        city     own     yyyyyyyy-y-
            retype                        culture  other   ---yyyyy-y-
            retype what readers have      city     own     -yyyy-yy-y-
            retype what readers have      city     other   --y-y-yy-y-
            restore                       city     own     yyyyyyyy-y-
            restore                       culture  other   ---yyyyy-y-
            withdraw                      city     own     ------yy-y-
            withdraw                      city     other   ------yy-y-
            write a live entry            city     own     -yyyy-yy-yy
            write a live entry            city     other   --y-y-yy-yy
            write a live entry            culture  other   ---yy-yy-yy
            write a live entry            none     own     ------yy-yy
            change a live entry           city     other   --y-y-yy-yy
            mark a live entry             city     other   --y-y-yy-yy
            remove a live entry           city     own     -yyyy-yy-yy
            remove a live entry           culture  other   ---yy-yy-yy
            finish a live coverage        city     other   --y-y-yy-yy
            reopen a live coverage        city     other   --y-y-yy-yy
            put on the front page         city     own     ------yy-y-
            publish from an archive       city     own     -------y-y-
            correct from an archive       city     own     -------y-y-
            """;

    /** Below culture: whoever edits that edits this as well. */
    @BeforeEach
    void cinema() {
        World.done(world.sectioning.add(
                world.technician,
                World.EDITION,
                new Sectioning.Wish("سینما", "cinema", Optional.of(world.sectionId("culture")), "", false, true)));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void every_door_lets_in_whom_the_table_says_and_nobody_else() {
        assertEquals(TABLE, TABLE.lines().map(this::walked).collect(Collectors.joining("\n", "", "\n")));
    }

    /** The line of the table as the doors have it. */
    private String walked(String line) {
        var act = line.substring(0, 30).strip();
        var section = line.substring(30, 39).strip();
        var whose = line.substring(39, 47).strip();
        var opened = new StringBuilder();
        for (String name : PEOPLE) {
            var actor = actor(name);
            opened.append(isLetIn(acts().get(act).apply(actor, story(act, actor, section, whose))) ? 'y' : '-');
        }
        return line.substring(0, 47) + opened;
    }

    private static boolean isLetIn(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Refused<?>(var problems)) {
            assertEquals(
                    List.of(Problem.Kind.NOT_ALLOWED),
                    problems.stream().map(Problem::kind).toList());
            return false;
        }
        assertInstanceOf(Outcome.Done.class, outcome);
        return true;
    }

    private Actor actor(String name) {
        String city = world.sectionId("city");
        return switch (name) {
            case "reporter" -> person(name, Role.REPORTER, Set.of(), Set.of());
            case "trusted reporter" -> person(name, Role.REPORTER, Set.of(), Set.of(city));
            case "city editor" -> person(name, Role.DESK_EDITOR, Set.of(city), Set.of());
            case "trusted culture editor" ->
                person(name, Role.DESK_EDITOR, Set.of(world.sectionId("culture")), Set.of(city));
            case "editor of all" -> person(name, Role.DESK_EDITOR, Set.of(), Set.of());
            case "picture editor" -> person(name, Role.PICTURE_EDITOR, Set.of(), Set.of());
            case "chief editor" -> person(name, Role.CHIEF_EDITOR, Set.of(), Set.of());
            case "administrator" -> person(name, Role.ADMINISTRATOR, Set.of(), Set.of());
            case "disabled administrator" -> disabled(person(name, Role.ADMINISTRATOR, Set.of(), Set.of()));
            case "technician" -> new Actor.Technician();
            case "timer" -> new Actor.Timer();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private Actor person(String name, Role role, Set<String> sections, Set<String> trusted) {
        String email = name.replace(' ', '.') + "@example.org";
        return world.atDesk(
                world.people.withEmail(email).orElseGet(() -> world.people.add(email, name, role, sections, trusted)));
    }

    /** As a request that was under way when the account was closed still has them. */
    private Actor disabled(Actor actor) {
        var person = ((Actor.AtDesk) actor).person();
        return world.atDesk(
                new Person(person.id(), person.email(), person.name(), person.role(), Set.of(), Set.of(), "", true));
    }

    /** A story such as the act needs: begun by the actor, by somebody else, or by somebody else and given to the actor. */
    private Story story(String act, Actor actor, String section, String whose) {
        boolean own = whose.equals("own");
        var content = World.bridgeReopens().withSection(section.equals("none") ? "" : section);
        if (act.equals("publish what moved to city")) {
            var elsewhere = begunBy(own ? actor.id() : "person:else", content.withSection("culture"));
            var live = publish(elsewhere);
            return World.done(world.drafting.revise(world.technician, live.number(), live.newestRevision(), content));
        }
        var story = begunBy(
                act.contains(" live ") ? StoryType.LIVE : StoryType.NEWS, own ? actor.id() : "person:else", content);
        if (whose.equals("given")
                && actor instanceof Actor.AtDesk desk
                && !desk.person().disabled()) {
            World.done(world.workflow.assign(
                    world.technician, story.number(), Optional.of(desk.person().id())));
        }
        return switch (act) {
            case "change a live entry", "mark a live entry", "remove a live entry" -> {
                World.done(world.covering.write(world.technician, story.number(), world.ids.next(), entry()));
                yield story;
            }
            case "correct",
                    "withdraw",
                    "retype what readers have",
                    "put on the front page",
                    "correct from an archive" -> publish(story);
            case "lift an embargo" ->
                World.done(world.publishing.embargo(world.technician, story.number(), seen(story), soon()));
            case "unschedule" ->
                World.done(world.publishing.schedule(world.technician, story.number(), seen(story), soon()));
            default -> story;
        };
    }

    /** Whoever may not begin a story themselves may still be the one it belongs to. */
    private Story begunBy(String actor, Content content) {
        return begunBy(StoryType.NEWS, actor, content);
    }

    private Story begunBy(StoryType type, String actor, Content content) {
        var story = world.draft(type, content);
        world.database.write(
                write -> write.execute("UPDATE story SET begun_by = ? WHERE number = ?", actor, story.number()));
        return world.newsroom.story(story.number()).orElseThrow();
    }

    private static Covering.Wish entry() {
        return Covering.Wish.of(Body.of(Block.Paragraph.of("باران گرفت.")));
    }

    private String colleague() {
        return world.people
                .withEmail("colleague@example.org")
                .orElseGet(() -> world.people.add("colleague@example.org", "همکار", Role.REPORTER))
                .id();
    }

    private Story publish(Story story) {
        return World.done(world.publishing.publish(world.technician, story.number(), seen(story)));
    }

    private Instant soon() {
        return world.clock.instant().plus(Duration.ofHours(1));
    }

    private static Publishing.Seen seen(Story story) {
        return Publishing.Seen.of(story);
    }

    private Map<String, Try> acts() {
        var acts = new LinkedHashMap<String, Try>();
        acts.put(
                "begin",
                (actor, story) -> world.drafting.begin(actor, Drafting.Beginning.in(World.EDITION), contentOf(story)));
        acts.put(
                "revise",
                (actor, story) ->
                        world.drafting.revise(actor, story.number(), story.newestRevision(), World.bridgeCloses()));
        acts.put(
                "hand in", (actor, story) -> world.workflow.move(actor, story.number(), Stage.DRAFT, Stage.REVIEW, ""));
        acts.put(
                "make ready",
                (actor, story) -> world.workflow.move(actor, story.number(), Stage.DRAFT, Stage.READY, ""));
        acts.put("spike", (actor, story) -> world.workflow.move(actor, story.number(), Stage.DRAFT, Stage.SPIKED, ""));
        acts.put("assign", (actor, story) -> world.workflow.assign(actor, story.number(), Optional.of(colleague())));
        acts.put("claim", (actor, story) -> world.workflow.claim(actor, story.number()));
        acts.put("prioritise", (actor, story) -> world.workflow.prioritise(actor, story.number(), Priority.URGENT));
        acts.put("publish", (actor, story) -> world.publishing.publish(actor, story.number(), seen(story)));
        acts.put("publish what moved to city", acts.get("publish"));
        acts.put("schedule", (actor, story) -> world.publishing.schedule(actor, story.number(), seen(story), soon()));
        acts.put("unschedule", (actor, story) -> world.publishing.unschedule(actor, story.number(), seen(story)));
        acts.put("correct", (actor, story) -> world.publishing.correct(actor, story.number(), seen(story), "درست شد"));
        acts.put(
                "set an embargo",
                (actor, story) -> world.publishing.embargo(actor, story.number(), seen(story), soon()));
        acts.put("lift an embargo", (actor, story) -> world.publishing.liftEmbargo(actor, story.number(), seen(story)));
        acts.put("retype", (actor, story) -> world.drafting.retype(actor, story.number(), StoryType.INTERVIEW));
        acts.put("retype what readers have", acts.get("retype"));
        acts.put("restore", (actor, story) -> world.drafting.restore(actor, story.number(), story.newestRevision()));
        acts.put("withdraw", (actor, story) -> world.publishing.withdraw(actor, story.number(), seen(story), "نادرست"));
        acts.put("put on the front page", (actor, story) -> world.fronting.place(actor, "lead", story.number()));
        acts.put(
                "write a live entry",
                (actor, story) -> world.covering.write(actor, story.number(), world.ids.next(), entry()));
        acts.put("change a live entry", (actor, story) -> world.covering.change(actor, story.number(), 1, 1, entry()));
        acts.put("mark a live entry", (actor, story) -> world.covering.mark(actor, story.number(), 1, true, true));
        acts.put("remove a live entry", (actor, story) -> world.covering.remove(actor, story.number(), 1, "نادرست"));
        acts.put("finish a live coverage", (actor, story) -> world.covering.finish(actor, story.number()));
        acts.put("reopen a live coverage", (actor, story) -> world.covering.reopen(actor, story.number()));
        acts.put(
                "publish from an archive",
                (actor, story) ->
                        world.publishing.publishFromArchive(actor, story.number(), seen(story), World.MORNING));
        acts.put(
                "correct from an archive",
                (actor, story) -> world.publishing.correctFromArchive(
                        actor, story.number(), seen(story), "درست شد", World.MORNING));
        return acts;
    }

    private Content contentOf(Story story) {
        return world.newsroom.open(story.number()).orElseThrow().revision().content();
    }
}
