package news.titr.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.titr.http.Parameters;
import news.titr.language.DateParser;
import news.titr.language.DateText;
import news.titr.language.Digits;
import news.titr.story.Plan;

/** A plan's fields as they are typed: what cannot be read is said, and stays as it was typed. */
public record PlanForm(
        String title,
        String section,
        String when,
        String place,
        String notes,
        String words,
        String pictures,
        List<String> people) {

    public PlanForm {
        people = List.copyOf(people);
    }

    static PlanForm of(Parameters form) {
        return new PlanForm(
                form.text("title"),
                form.text("section"),
                form.text("when"),
                form.text("place"),
                form.text("notes"),
                form.text("words"),
                form.text("pictures"),
                form.all("person"));
    }

    static PlanForm of(Plan.Details details, DateText dates) {
        String day = dates.longDate(details.day());
        return new PlanForm(
                details.title(),
                details.section(),
                details.clock().map(clock -> day + " - " + dates.time(clock)).orElse(day),
                details.place(),
                details.notes(),
                details.words() == 0 ? "" : dates.digits().number(details.words()),
                details.pictures() == 0 ? "" : dates.digits().number(details.pictures()),
                List.copyOf(details.people()));
    }

    /** An empty one for a day. */
    static PlanForm on(LocalDate day, DateText dates) {
        return of(Plan.Details.of("", day), dates);
    }

    /** What was typed, or the keys of what is wrong with it. */
    record Reading(Optional<Plan.Details> details, List<String> problems) {}

    Reading read(ZoneId zone, Instant now) {
        var problems = new ArrayList<String>();
        var date = new DateParser(zone).parse(when, now);
        if (date.isEmpty()) {
            problems.add("planning.problem.when");
        }
        int length = number(words);
        int count = number(pictures);
        if (length < 0 || count < 0) {
            problems.add("planning.problem.number");
        }
        return problems.isEmpty()
                ? new Reading(
                        date.map(day -> new Plan.Details(
                                title,
                                section,
                                day.date(),
                                day.time().map(time -> time.truncatedTo(ChronoUnit.MINUTES)),
                                place,
                                notes,
                                length,
                                count,
                                Set.copyOf(people))),
                        List.of())
                : new Reading(Optional.empty(), problems);
    }

    /** -1 for what is no number. */
    private static int number(String text) {
        String latin = Digits.ascii(text.strip());
        if (latin.isEmpty()) {
            return 0;
        }
        return latin.matches("[0-9]{1,5}") ? Integer.parseInt(latin) : -1;
    }
}
