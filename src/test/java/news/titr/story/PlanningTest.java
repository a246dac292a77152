package news.titr.story;

import static news.titr.World.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.titr.World;
import news.titr.people.Actor;
import news.titr.people.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class PlanningTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 1, 20);

    private final World world = new World();
    private final Actor sara = world.reporter();
    private final Actor editor = world.actor("reza@example.org", "رضا", Role.DESK_EDITOR);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whatIsPlannedComesBackAsItWasPlannedInTheOrderOfTheDay() {
        var details = new Plan.Details(
                "نشست شورای شهر، با نیم‌فاصله",
                "city",
                TODAY,
                Optional.of(LocalTime.of(17, 30)),
                "ساختمان شورا",
                "از بودجه بپرسید.\nعکاس لازم است.",
                400,
                2,
                Set.of(id(sara)));
        var afternoon = add(editor, details);
        var someTime = add(editor, Plan.Details.of("بی‌ساعت", TODAY));
        add(editor, Plan.Details.of("فردا", TODAY.plusDays(1)));
        assertEquals(details, world.planning.plan(afternoon.id()).orElseThrow().details());
        assertEquals("شهر", afternoon.sectionName());
        assertEquals(List.of(new Card.Holder(id(sara), "سارا")), afternoon.people());
        assertEquals(
                List.of(someTime.id(), afternoon.id()),
                world.planning.between(TODAY, TODAY).stream().map(Plan::id).toList());
        assertEquals(3, world.planning.between(TODAY, TODAY.plusDays(6)).size());
    }

    @Test
    void aPlanBecomesAStoryOnceWithItsSectionPlaceNoteAndWriter() {
        var plan = add(
                editor,
                Plan.Details.of("نشست شورا", TODAY)
                        .withSection("city")
                        .withPlace("ساوران", "از بودجه بپرسید.")
                        .withPeople(Set.of(id(sara))));
        var become = done(world.planning.becomeStory(editor, plan.id()));
        long number = become.story().orElseThrow();
        var opened = world.newsroom.open(number).orElseThrow();
        assertEquals("city", opened.revision().content().section());
        assertEquals("ساوران", opened.revision().content().place());
        assertEquals("نشست شورا", opened.revision().content().headline());
        assertEquals("از بودجه بپرسید.", opened.story().note());
        assertEquals(Optional.of(id(sara)), world.board.work(number).assignee());
        assertEquals(
                "سارا",
                world.board.card(number).orElseThrow().assignee().orElseThrow().name());
        // each knows of the other
        assertEquals(plan.id(), world.planning.ofStory(number).orElseThrow().id());
        assertEquals(Plan.Status.STORY, become.status(TODAY.plusDays(9)));
        // asked twice, it is one story
        assertEquals(
                Optional.of(number),
                done(world.planning.becomeStory(sara, plan.id())).story());
        assertEquals(1, world.count("SELECT COUNT(*) FROM story"));
    }

    @Test
    void aReporterPlansAndTakesForThemselvesAndForNobodyElse() {
        var own = add(sara, Plan.Details.of("گزارش بازار", TODAY).withPeople(Set.of(id(sara))));
        assertEquals(Plan.Status.TAKEN, own.status(TODAY));
        assertEquals(
                List.of(Problem.of(Problem.Kind.NOT_ALLOWED)),
                refused(world.planning.add(
                        sara, World.EDITION, Plan.Details.of("کار دیگری", TODAY).withPeople(Set.of(id(editor))))));
        var open = add(editor, Plan.Details.of("نشست", TODAY).withSection("city"));
        assertEquals(Plan.Status.OPEN, open.status(TODAY));
        assertEquals(
                List.of(Problem.of(Problem.Kind.NOT_ALLOWED)),
                refused(world.planning.change(sara, open.id(), open.version(), open.details())));
        var taken = done(world.planning.take(sara, open.id(), true));
        assertTrue(taken.isCoveredBy(id(sara)));
        // whoever covers it may say more about it, and still give it to nobody
        var moved = done(world.planning.change(
                sara, taken.id(), taken.version(), taken.details().withPlace("میدان", "")));
        assertEquals("میدان", moved.details().place());
        assertEquals(
                List.of(Problem.of(Problem.Kind.NOT_ALLOWED)),
                refused(world.planning.change(
                        sara, moved.id(), moved.version(), moved.details().withPeople(Set.of(id(sara), id(editor))))));
        assertEquals(
                Plan.Status.OPEN,
                done(world.planning.take(sara, open.id(), false)).status(TODAY));
    }

    @Test
    void anEditorOfAnotherSectionGivesNobodyWhatIsNotTheirs() {
        var culture = world.atDesk(world.people.add(
                "nima@example.org", "نیما", Role.DESK_EDITOR, Set.of(world.sectionId("culture")), Set.of()));
        var plan = add(editor, Plan.Details.of("نشست", TODAY).withSection("city"));
        assertEquals(
                List.of(Problem.of(Problem.Kind.NOT_ALLOWED)),
                refused(world.planning.change(
                        culture, plan.id(), plan.version(), plan.details().withPeople(Set.of(id(sara))))));
        done(world.planning.change(
                editor, plan.id(), plan.version(), plan.details().withPeople(Set.of(id(sara)))));
    }

    @Test
    void whoChangesWhatSomebodyElseHasChangedMeanwhileIsTold() {
        var plan = add(editor, Plan.Details.of("نشست", TODAY));
        done(world.planning.take(sara, plan.id(), true));
        var late = world.planning.change(editor, plan.id(), plan.version(), plan.details());
        assertEquals(
                Set.of(id(sara)),
                assertInstanceOf(Outcome.Conflict.class, late).current() instanceof Plan current
                        ? current.details().people()
                        : Set.of());
    }

    @Test
    void whatHasPassedWithoutAStoryIsShownAsSuch() {
        var passed = add(editor, Plan.Details.of("دیروز", TODAY.minusDays(1)));
        var written = add(editor, Plan.Details.of("نوشته شد", TODAY.minusDays(1)));
        var cancelled = add(editor, Plan.Details.of("لغو شد", TODAY.minusDays(1)));
        done(world.planning.becomeStory(editor, written.id()));
        done(world.planning.cancel(editor, cancelled.id(), true));
        assertEquals(
                List.of(passed.id()),
                world.planning.missed(TODAY.minusDays(14), TODAY).stream()
                        .map(Plan::id)
                        .toList());
        assertEquals(Plan.Status.MISSED, passed.status(TODAY));
        assertEquals(
                Plan.Status.MISSED,
                done(world.planning.cancel(editor, cancelled.id(), false)).status(TODAY));
        assertEquals(
                List.of(Problem.of(Problem.Kind.PLAN_HAS_STORY)),
                refused(world.planning.cancel(editor, written.id(), true)));
    }

    @Test
    void whatSaysNothingIsNoPlan() {
        assertEquals(
                List.of(Problem.of(Problem.Kind.NO_TITLE), new Problem(Problem.Kind.NO_SUCH_SECTION, "nowhere")),
                refused(world.planning.add(
                        editor, World.EDITION, Plan.Details.of("  ", TODAY).withSection("nowhere"))));
        assertEquals(
                List.of(Problem.of(Problem.Kind.NO_SUCH_PERSON)),
                refused(world.planning.add(
                        editor, World.EDITION, Plan.Details.of("نشست", TODAY).withPeople(Set.of("nobody")))));
        assertEquals(
                List.of(Problem.of(Problem.Kind.NO_SUCH_PLAN)), refused(world.planning.take(sara, "nothing", true)));
    }

    @Test
    void everyActIsAudited() {
        long before = world.count("SELECT COUNT(*) FROM audit");
        var plan = add(editor, Plan.Details.of("نشست", TODAY));
        done(world.planning.take(sara, plan.id(), true));
        done(world.planning.becomeStory(sara, plan.id()));
        // the story's own beginning, and the three of the plan
        assertEquals(before + 4, world.count("SELECT COUNT(*) FROM audit"));
    }

    private Plan add(Actor actor, Plan.Details details) {
        return done(world.planning.add(actor, World.EDITION, details));
    }

    private static String id(Actor actor) {
        return actor instanceof Actor.AtDesk desk ? desk.person().id() : "";
    }

    private static List<Problem> refused(Outcome<Plan> outcome) {
        if (outcome instanceof Outcome.Refused<Plan> refused) {
            return refused.problems();
        }
        throw new AssertionError("Expected Refused, got " + outcome);
    }
}
