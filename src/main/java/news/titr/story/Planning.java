package news.titr.story;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import news.titr.audit.Action;
import news.titr.audit.Audit;
import news.titr.audit.Detail;
import news.titr.audit.Subject;
import news.titr.db.Database;
import news.titr.db.Ids;
import news.titr.db.Outbox;
import news.titr.people.Actor;
import news.titr.people.Matter;
import news.titr.people.People;
import news.titr.people.Permission;
import org.jdbi.v3.core.Handle;

/**
 * What the newsroom means to cover. Whoever writes may plan, and take what is planned for themselves; whoever assigns does
 * so for others. A plan becomes a story, and both know of each other.
 */
public final class Planning {

    private static final int MOST = 500;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_NOTES = 4000;

    private final Database database;
    private final Ids ids;
    private final InstantSource clock;
    private final Drafting drafting;

    public Planning(Database database, Ids ids, InstantSource clock, Drafting drafting) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        this.drafting = drafting;
    }

    // ---- what is planned

    /** From one day to another, both included. */
    public List<Plan> between(LocalDate from, LocalDate until) {
        return database.read(read -> PlanStore.between(read, from, until, MOST));
    }

    /** What has passed since that day without becoming a story, newest first. */
    public List<Plan> missed(LocalDate from, LocalDate today) {
        return database.read(read -> PlanStore.missed(read, from, today, MOST));
    }

    public Optional<Plan> plan(String id) {
        return database.read(read -> PlanStore.plan(read, id));
    }

    /** What a story was planned as. */
    public Optional<Plan> ofStory(long number) {
        return database.read(read -> PlanStore.ofStory(read, number));
    }

    /** Whether somebody may change a plan, apart from who covers it. */
    public boolean mayChange(Actor actor, Plan plan) {
        return database.read(read -> mayChange(read, actor, plan));
    }

    /** Whether somebody may give it to others. */
    public boolean mayAssign(Actor actor, Plan plan) {
        return database.read(read -> mayAssign(read, actor, plan.edition(), plan.details()));
    }

    // ---- what is done with it

    public Outcome<Plan> add(Actor actor, String edition, Plan.Details details) {
        return database.write(write -> {
            var problems = problems(write, actor, edition, Set.of(), details);
            if (!actor.may(Permission.WRITE)) {
                problems.addFirst(Problem.of(Problem.Kind.NOT_ALLOWED));
            }
            if (!problems.isEmpty()) {
                return new Outcome.Refused<>(problems);
            }
            String id = ids.next();
            PlanStore.insert(
                    write,
                    new Plan(id, edition, 1, details, "", List.of(), false, Optional.empty(), actor.id()),
                    clock.instant());
            return done(write, actor, id, Action.ADD, Detail.NONE);
        });
    }

    /**
     * Changes what is planned.
     *
     * @param seen the version that the caller looked at
     */
    public Outcome<Plan> change(Actor actor, String id, int seen, Plan.Details details) {
        return act(id, (write, plan) -> {
            if (!mayChange(write, actor, plan)) {
                return Outcome.refused(Problem.Kind.NOT_ALLOWED);
            }
            if (plan.version() != seen) {
                return new Outcome.Conflict<>(plan);
            }
            var problems = problems(write, actor, plan.edition(), plan.personIds(), details);
            if (!problems.isEmpty()) {
                return new Outcome.Refused<>(problems);
            }
            return put(write, actor, plan, details, plan.cancelled(), plan.story(), Action.CHANGE);
        });
    }

    /** «I cover this», or no longer. */
    public Outcome<Plan> take(Actor actor, String id, boolean take) {
        return act(id, (write, plan) -> {
            if (!(actor instanceof Actor.AtDesk desk) || !actor.may(Permission.WRITE)) {
                return Outcome.refused(Problem.Kind.NOT_ALLOWED);
            }
            String person = desk.person().id();
            if (plan.isCoveredBy(person) == take) {
                return new Outcome.Done<>(plan, List.of());
            }
            var people = new HashSet<>(plan.personIds());
            if (take) {
                people.add(person);
            } else {
                people.remove(person);
            }
            return put(
                    write,
                    actor,
                    plan,
                    plan.details().withPeople(people),
                    plan.cancelled(),
                    plan.story(),
                    take ? Action.CLAIM : Action.LET_GO);
        });
    }

    /** It will not be covered, or will be after all. */
    public Outcome<Plan> cancel(Actor actor, String id, boolean cancelled) {
        return act(id, (write, plan) -> {
            if (!mayChange(write, actor, plan)) {
                return Outcome.refused(Problem.Kind.NOT_ALLOWED);
            }
            if (plan.story().isPresent()) {
                return Outcome.refused(Problem.Kind.PLAN_HAS_STORY);
            }
            if (plan.cancelled() == cancelled) {
                return new Outcome.Done<>(plan, List.of());
            }
            return put(
                    write,
                    actor,
                    plan,
                    plan.details(),
                    cancelled,
                    plan.story(),
                    cancelled ? Action.REMOVE : Action.RESTORE);
        });
    }

    /**
     * Makes a story of it: in its section, about its place, given to the one who covers it, with what was noted. Asked
     * again, it answers with the story that there is.
     */
    public Outcome<Plan> becomeStory(Actor actor, String id) {
        return act(id, (write, plan) -> {
            if (plan.story().isPresent()) {
                return new Outcome.Done<>(plan, List.of());
            }
            return switch (drafting.begin(write, actor, beginning(plan), content(plan))) {
                case Outcome.Refused<Story>(var problems) -> new Outcome.Refused<>(problems);
                case Outcome.Conflict<Story> _ -> new Outcome.Conflict<>(plan);
                case Outcome.Done<Story>(var story, var _) -> {
                    assignee(actor, plan)
                            .ifPresent(person -> WorkStore.put(
                                    write, story.number(), Work.NOBODYS.withAssignee(Optional.of(person))));
                    yield put(write, actor, plan, plan.details(), false, Optional.of(story.number()), Action.BEGIN);
                }
            };
        });
    }

    private static Drafting.Beginning beginning(Plan plan) {
        return Drafting.Beginning.in(plan.edition())
                .withSource("", plan.details().notes());
    }

    private static Content content(Plan plan) {
        return Content.EMPTY
                .withText("", plan.details().title(), "", Content.EMPTY.body())
                .withSection(plan.details().section())
                .withPlace(plan.details().place());
    }

    /** Whoever makes the story writes it, if they cover it; else the first who does. */
    private static Optional<String> assignee(Actor actor, Plan plan) {
        return actor instanceof Actor.AtDesk desk
                        && plan.isCoveredBy(desk.person().id())
                ? Optional.of(desk.person().id())
                : plan.people().stream().map(Card.Holder::id).findFirst();
    }

    // ---- who may

    private static boolean mayChange(Handle read, Actor actor, Plan plan) {
        boolean own = plan.begunBy().equals(actor.id())
                || actor instanceof Actor.AtDesk desk
                        && plan.isCoveredBy(desk.person().id());
        return actor.may(Permission.WRITE, matter(read, plan.edition(), plan.details(), own))
                || mayAssign(read, actor, plan.edition(), plan.details());
    }

    private static boolean mayAssign(Handle read, Actor actor, String edition, Plan.Details details) {
        return actor.may(Permission.ASSIGN, matter(read, edition, details, false));
    }

    private static Matter matter(Handle read, String edition, Plan.Details details, boolean own) {
        return Matters.in(
                read, SectionStore.bySlug(read, edition, details.section()).map(Section::id), own);
    }

    private static List<Problem> problems(
            Handle read, Actor actor, String edition, Set<String> before, Plan.Details details) {
        var problems = new ArrayList<Problem>();
        if (details.title().isEmpty() || details.title().length() > LONGEST_TITLE) {
            problems.add(Problem.of(Problem.Kind.NO_TITLE));
        }
        if (details.notes().length() > LONGEST_NOTES) {
            problems.add(Problem.of(Problem.Kind.NOTES_TOO_LONG));
        }
        if (!details.section().isEmpty()
                && SectionStore.bySlug(read, edition, details.section()).isEmpty()) {
            problems.add(new Problem(Problem.Kind.NO_SUCH_SECTION, details.section()));
        }
        var changed = new HashSet<>(details.people());
        changed.addAll(before);
        changed.removeIf(person -> before.contains(person) == details.people().contains(person));
        if (changed.stream()
                .anyMatch(person -> People.nameOf(read, person).isEmpty()
                        && details.people().contains(person))) {
            problems.add(Problem.of(Problem.Kind.NO_SUCH_PERSON));
        }
        if (actor instanceof Actor.AtDesk desk) {
            changed.remove(desk.person().id());
        }
        if (!changed.isEmpty() && !mayAssign(read, actor, edition, details)) {
            problems.add(Problem.of(Problem.Kind.NOT_ALLOWED));
        }
        return problems;
    }

    // ---- one transaction

    @FunctionalInterface
    private interface Act {
        Outcome<Plan> on(Handle write, Plan plan);
    }

    private Outcome<Plan> act(String id, Act act) {
        return database.write(write -> PlanStore.plan(write, id)
                .map(plan -> act.on(write, plan))
                .orElseGet(() -> Outcome.refused(Problem.Kind.NO_SUCH_PLAN)));
    }

    private Outcome<Plan> put(
            Handle write,
            Actor actor,
            Plan before,
            Plan.Details details,
            boolean cancelled,
            Optional<Long> story,
            Action action) {
        PlanStore.put(
                write,
                new Plan(
                        before.id(),
                        before.edition(),
                        before.version() + 1,
                        details,
                        "",
                        List.of(),
                        cancelled,
                        story,
                        before.begunBy()));
        return done(
                write,
                actor,
                before.id(),
                action,
                story.map(number -> Detail.of(Detail.Name.TEXT, Long.toString(number)))
                        .orElse(Detail.NONE));
    }

    private Outcome<Plan> done(Handle write, Actor actor, String id, Action action, Detail detail) {
        Instant now = clock.instant();
        var plan = PlanStore.plan(write, id).orElseThrow();
        Audit.append(
                write,
                ids.next(),
                now,
                actor,
                action,
                Subject.plan(id, plan.details().title()),
                detail);
        Outbox.append(write, now, "planned", OptionalLong.empty());
        return new Outcome.Done<>(plan, List.of());
    }
}
