package news.titr.desk;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.language.CalendarSystem;
import news.titr.language.SortKey;
import news.titr.people.People;
import news.titr.people.Permission;
import news.titr.people.Person;
import news.titr.story.Card;
import news.titr.story.Outcome;
import news.titr.story.Plan;
import news.titr.story.Planning;
import news.titr.story.Problem;
import news.titr.story.Section;
import news.titr.story.Sections;

/** {@code /desk/planning}: who covers what, when and where, by day and week. */
public final class PlanningPage {

    private static final int LOOKS_BACK_DAYS = 14;

    private final Planning planning;
    private final People people;
    private final Sections sections;
    private final DeskFrame frame;

    public PlanningPage(Planning planning, People people, Sections sections, DeskFrame frame) {
        this.planning = planning;
        this.people = people;
        this.sections = sections;
        this.frame = frame;
    }

    /**
     * A day or a week.
     *
     * @param missed what has passed without a story
     */
    public record View(
            String title,
            boolean week,
            String from,
            String previous,
            String next,
            String today,
            String asDay,
            String asWeek,
            String add,
            List<Choice> sections,
            List<Choice> people,
            List<Choice> statuses,
            boolean mine,
            List<Day> days,
            List<Item> missed) {}

    public record Choice(String value, String words, boolean chosen) {}

    public record Day(String id, String title, boolean today, List<Item> items, String add) {}

    /**
     * A line of the list.
     *
     * @param story where its story is, or empty
     */
    public record Item(
            String id,
            String title,
            String when,
            String moment,
            String section,
            String place,
            List<String> people,
            String expected,
            String notes,
            String status,
            String statusWords,
            String address,
            String story,
            boolean coveredByMe,
            boolean mayTake,
            boolean mayBegin,
            boolean mayChange) {}

    /** A plan in its form; {@code id} is empty for one that does not exist yet. */
    public record Sheet(
            String id,
            int version,
            PlanForm form,
            List<Choice> sections,
            List<Choice> people,
            boolean mayAssign,
            boolean cancelled,
            boolean mayCancel,
            List<String> problems,
            String back) {

        public String action() {
            return id.isEmpty() ? "/desk/planning" : "/desk/planning/" + id;
        }
    }

    /** {@code GET /desk/planning?from=2025-01-20&span=week}. */
    public Response show(Request request, DeskAccess.Visitor visitor) {
        var query = request.query();
        boolean week = !query.text("span").equals("day");
        var asked = day(query.text("from")).orElse(today());
        var from = week ? asked.with(TemporalAdjusters.previousOrSame(firstOfWeek())) : asked;
        var until = week ? from.plusDays(6) : from;
        var wanted = wanted(request, visitor);
        var plans = planning.between(from, until).stream().filter(wanted).toList();
        var missed = planning.missed(today().minusDays(LOOKS_BACK_DAYS), today()).stream()
                .filter(plan -> plan.details().day().isBefore(from)
                        || plan.details().day().isAfter(until))
                .filter(wanted)
                .map(plan -> item(plan, visitor, true))
                .toList();
        var days = from.datesUntil(until.plusDays(1))
                .map(day -> new Day(
                        day.toString(),
                        frame.dates().fullDate(day),
                        day.equals(today()),
                        plans.stream()
                                .filter(plan -> plan.details().day().equals(day))
                                .map(plan -> item(plan, visitor, false))
                                .toList(),
                        "/desk/planning/new?day=" + day))
                .toList();
        return frame.page(
                200,
                DeskTemplates.planning(
                        frame.forVisitor(frame.word("desk.navigation.planning"), visitor),
                        new View(
                                week
                                        ? frame.word(
                                                "planning.from-to",
                                                frame.dates().dayAndMonth(from),
                                                frame.dates().longDate(until))
                                        : frame.dates().fullDate(from),
                                week,
                                from.toString(),
                                address(request, week ? from.minusWeeks(1) : from.minusDays(1), week),
                                address(request, week ? from.plusWeeks(1) : from.plusDays(1), week),
                                address(request, today(), week),
                                address(request, week && holds(from, until) ? today() : from, false),
                                address(request, from, true),
                                "/desk/planning/new?day=" + (holds(from, until) ? today() : from),
                                sectionChoices(query.text("section")),
                                personChoices(List.of(query.text("person"))),
                                statusChoices(query.text("status")),
                                query.has("mine"),
                                days,
                                missed)));
    }

    /** {@code GET /desk/planning/new?day=…}. */
    public Response begin(Request request, DeskAccess.Visitor visitor) {
        var day = day(request.query().text("day")).orElse(today());
        return sheet(200, visitor, Optional.empty(), PlanForm.on(day, frame.dates()), List.of());
    }

    /** {@code POST /desk/planning}. */
    public Response add(Request request, DeskAccess.Visitor visitor) {
        var form = PlanForm.of(request.form());
        var read = form.read(frame.masthead().zone(), frame.now());
        if (read.details().isEmpty()) {
            return sheet(422, visitor, Optional.empty(), form, words(read.problems()));
        }
        String edition = request.form().first("edition").orElseGet(frame::edition);
        return switch (planning.add(visitor.actor(), edition, read.details().get())) {
            case Outcome.Done<Plan>(var plan, var _) -> Response.seeOther(back(plan));
            case Outcome.Refused<Plan>(var problems) -> sheet(422, visitor, Optional.empty(), form, reasons(problems));
            case Outcome.Conflict<Plan>(var current) -> Response.seeOther(back(current));
        };
    }

    /** {@code GET /desk/planning/ID}. */
    public Response edit(Request request, DeskAccess.Visitor visitor) {
        return planning.plan(request.route().text("id"))
                .map(plan ->
                        sheet(200, visitor, Optional.of(plan), PlanForm.of(plan.details(), frame.dates()), List.of()))
                .orElseGet(() -> missing(visitor));
    }

    /** {@code POST /desk/planning/ID}. */
    public Response change(Request request, DeskAccess.Visitor visitor) {
        String id = request.route().text("id");
        var form = PlanForm.of(request.form());
        var read = form.read(frame.masthead().zone(), frame.now());
        var plan = planning.plan(id);
        if (plan.isEmpty()) {
            return missing(visitor);
        }
        if (read.details().isEmpty()) {
            return sheet(422, visitor, plan, form, words(read.problems()));
        }
        int seen = request.form().text("version").matches("[0-9]{1,9}")
                ? Integer.parseInt(request.form().text("version"))
                : 0;
        return switch (planning.change(visitor.actor(), id, seen, read.details().get())) {
            case Outcome.Done<Plan>(var changed, var _) -> Response.seeOther(back(changed));
            case Outcome.Refused<Plan>(var problems) -> sheet(422, visitor, plan, form, reasons(problems));
            // what was typed stays; saving again puts it in place of what the other wrote
            case Outcome.Conflict<Plan>(var current) ->
                sheet(409, visitor, Optional.of(current), form, List.of(frame.word("planning.problem.changed")));
        };
    }

    /** {@code POST /desk/planning/ID/taking}: «I cover this», or no longer. */
    public Response take(Request request, DeskAccess.Visitor visitor) {
        boolean take = !request.form().has("leave");
        return done(
                request, visitor, planning.take(visitor.actor(), request.route().text("id"), take));
    }

    /** {@code POST /desk/planning/ID/cancellation}. */
    public Response cancel(Request request, DeskAccess.Visitor visitor) {
        boolean cancelled = !request.form().has("restore");
        return done(
                request,
                visitor,
                planning.cancel(visitor.actor(), request.route().text("id"), cancelled));
    }

    /** {@code POST /desk/planning/ID/story}: makes the story, and goes there. */
    public Response story(Request request, DeskAccess.Visitor visitor) {
        var outcome = planning.becomeStory(visitor.actor(), request.route().text("id"));
        if (outcome instanceof Outcome.Done<Plan>(var plan, var _)
                && plan.story().isPresent()) {
            return Response.seeOther("/desk/stories/" + plan.story().get());
        }
        return done(request, visitor, outcome);
    }

    private Response done(Request request, DeskAccess.Visitor visitor, Outcome<Plan> outcome) {
        return switch (outcome) {
            case Outcome.Done<Plan>(var plan, var _) -> Response.seeOther(back(plan));
            case Outcome.Conflict<Plan>(var plan) -> Response.seeOther(back(plan));
            case Outcome.Refused<Plan>(var problems) ->
                planning.plan(request.route().text("id"))
                        .map(plan -> sheet(
                                422,
                                visitor,
                                Optional.of(plan),
                                PlanForm.of(plan.details(), frame.dates()),
                                reasons(problems)))
                        .orElseGet(() -> missing(visitor));
        };
    }

    // ---- what is shown

    private Predicate<Plan> wanted(Request request, DeskAccess.Visitor visitor) {
        var query = request.query();
        String section = query.text("section");
        String person = query.has("mine") ? visitor.personId() : query.text("person");
        var status = Plan.Status.of(query.text("status"));
        return plan -> (section.isEmpty() || plan.details().section().equals(section))
                && (person.isEmpty() || plan.isCoveredBy(person))
                && status.map(wanted -> plan.status(today()) == wanted).orElse(true);
    }

    private Item item(Plan plan, DeskAccess.Visitor visitor, boolean withDay) {
        var details = plan.details();
        var status = plan.status(today());
        String clock = details.clock().map(time -> frame.dates().time(time)).orElse("");
        boolean active = status == Plan.Status.OPEN || status == Plan.Status.TAKEN || status == Plan.Status.MISSED;
        boolean mine = plan.isCoveredBy(visitor.personId());
        return new Item(
                plan.id(),
                details.title(),
                withDay ? (frame.dates().dayAndMonth(details.day()) + " " + clock).strip() : clock,
                details.day() + details.clock().map(time -> "T" + time).orElse(""),
                plan.sectionName(),
                details.place(),
                plan.people().stream().map(Card.Holder::name).toList(),
                expected(details),
                details.notes(),
                status.id(),
                frame.word("planning.status." + status.id()),
                "/desk/planning/" + plan.id(),
                plan.story().map(number -> "/desk/stories/" + number).orElse(""),
                mine,
                active && !mine && visitor.actor().may(Permission.WRITE),
                active && visitor.actor().may(Permission.WRITE),
                planning.mayChange(visitor.actor(), plan));
    }

    private String expected(Plan.Details details) {
        var parts = new ArrayList<String>();
        if (details.words() > 0) {
            parts.add(frame.word("board.words", details.words()));
        }
        if (details.pictures() > 0) {
            parts.add(frame.word("planning.pictures", details.pictures()));
        }
        return String.join(frame.word("planning.comma"), parts);
    }

    private Response sheet(
            int status, DeskAccess.Visitor visitor, Optional<Plan> plan, PlanForm form, List<String> problems) {
        boolean mayAssign = plan.map(there -> planning.mayAssign(visitor.actor(), there))
                .orElseGet(() -> visitor.actor().may(Permission.ASSIGN));
        var sheet = new Sheet(
                plan.map(Plan::id).orElse(""),
                plan.map(Plan::version).orElse(0),
                form,
                sectionChoices(form.section()),
                personChoices(form.people()).stream()
                        .filter(choice ->
                                mayAssign || choice.chosen() || choice.value().equals(visitor.personId()))
                        .toList(),
                mayAssign,
                plan.map(Plan::cancelled).orElse(false),
                plan.filter(there -> there.story().isEmpty() && planning.mayChange(visitor.actor(), there))
                        .isPresent(),
                problems,
                plan.map(PlanningPage::back).orElse("/desk/planning"));
        String title = plan.map(there -> there.details().title()).orElseGet(() -> frame.word("planning.add"));
        return frame.page(status, DeskTemplates.planSheet(frame.forVisitor(title, visitor), sheet));
    }

    private Response missing(DeskAccess.Visitor visitor) {
        return frame.page(404, DeskTemplates.missing(frame.forVisitor(frame.word("problem.no-such-plan"), visitor)));
    }

    private List<Choice> sectionChoices(String chosen) {
        return sections.all(frame.edition()).stream()
                .sorted(Comparator.comparing(Section::position))
                .map(section -> new Choice(
                        section.slug(), section.name(), section.slug().equals(chosen)))
                .toList();
    }

    private List<Choice> personChoices(List<String> chosen) {
        return people.all().stream()
                .filter(person -> !person.disabled() || chosen.contains(person.id()))
                .sorted(Comparator.comparing((Person person) -> SortKey.of(person.name())))
                .map(person -> new Choice(person.id(), person.name(), chosen.contains(person.id())))
                .toList();
    }

    private List<Choice> statusChoices(String chosen) {
        return java.util.Arrays.stream(Plan.Status.values())
                .map(status -> new Choice(
                        status.id(),
                        frame.word("planning.status." + status.id()),
                        status.id().equals(chosen)))
                .toList();
    }

    private List<String> reasons(List<Problem> problems) {
        return problems.stream().map(frame::problem).toList();
    }

    private List<String> words(List<String> keys) {
        return keys.stream().map(key -> frame.word(key)).toList();
    }

    private static String address(Request request, LocalDate from, boolean week) {
        var address = new StringBuilder("/desk/planning?from=" + from + "&span=" + (week ? "week" : "day"));
        for (String name : List.of("section", "person", "status", "mine")) {
            request.query()
                    .first(name)
                    .filter(value -> !value.isEmpty())
                    .ifPresent(value -> address.append('&')
                            .append(name)
                            .append('=')
                            .append(java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8)));
        }
        return address.toString();
    }

    private static String back(Plan plan) {
        return "/desk/planning?from=" + plan.details().day() + "#plan-" + plan.id();
    }

    private boolean holds(LocalDate from, LocalDate until) {
        return !today().isBefore(from) && !today().isAfter(until);
    }

    private DayOfWeek firstOfWeek() {
        return frame.dates().calendar() == CalendarSystem.JALALI ? DayOfWeek.SATURDAY : DayOfWeek.MONDAY;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(frame.now(), frame.masthead().zone());
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (java.time.format.DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
