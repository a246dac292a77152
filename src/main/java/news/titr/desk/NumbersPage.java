package news.titr.desk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.people.Permission;
import news.titr.people.Person;
import news.titr.story.Alarm;
import news.titr.story.Alarms;
import news.titr.story.Notes;
import news.titr.story.Numbers;
import news.titr.story.Outcome;

/** {@code /desk/numbers}: what came out of late, what waits, what went wrong. */
public final class NumbersPage {

    private final Numbers numbers;
    private final Alarms alarms;
    private final LongSupplier failingMails;
    private final LongSupplier failingPings;
    private final DeskFrame frame;

    /**
     * @param failingMails mails that could not be delivered so far and are tried again
     * @param failingPings addresses whose change could not be told to others so far
     */
    public NumbersPage(
            Numbers numbers, Alarms alarms, LongSupplier failingMails, LongSupplier failingPings, DeskFrame frame) {
        this.numbers = numbers;
        this.alarms = alarms;
        this.failingMails = failingMails;
        this.failingPings = failingPings;
        this.frame = frame;
    }

    /** What the template shows. */
    public record View(
            List<Bar> bars,
            String total,
            String median,
            String ninetieth,
            List<Count> waiting,
            List<Call> calls,
            List<Next> next,
            List<Trouble> alarms,
            String failingMails,
            String failingPings) {}

    /** A day; {@code height} in hundredths of the busiest one. */
    public record Bar(String date, String shortDate, String iso, String stories, int height, int x) {}

    public record Count(String words, String number, String address) {}

    /** Somebody calls who is looking by name. */
    public record Call(long number, String words, String text, String when, String moment) {}

    public record Next(long number, String headline, String when, String moment) {}

    public record Trouble(
            long number, String headline, String what, List<String> why, boolean isSeen, boolean mayAcknowledge) {}

    public Response show(Request request, DeskAccess.Visitor visitor) {
        return frame.page(
                200, DeskTemplates.numbers(frame.forVisitor(frame.word("numbers.title"), visitor), view(visitor)));
    }

    /** {@code POST /desk/stories/N/alarm}: somebody has seen it. */
    public Response acknowledge(Request request, DeskAccess.Visitor visitor) {
        return switch (alarms.acknowledge(visitor.actor(), HistoryPage.number(request))) {
            case Outcome.Done<?> _ -> Response.seeOther("/desk/numbers");
            case Outcome.Refused<?> refused ->
                frame.page(
                        403,
                        DeskTemplates.notice(
                                frame.forVisitor(frame.word("numbers.title"), visitor),
                                refused.problems().stream().map(frame::problem).collect(Collectors.joining(" "))));
            case Outcome.Conflict<?> _ -> Response.seeOther("/desk/numbers");
        };
    }

    private View view(DeskAccess.Visitor visitor) {
        var masthead = frame.masthead();
        var lately = numbers.lately(masthead.language().tag(), masthead.zone());
        int most = Math.max(
                1, lately.days().stream().mapToInt(Numbers.Day::stories).max().orElse(1));
        var days = lately.days();
        var bars = java.util.stream.IntStream.range(0, days.size())
                .mapToObj(i -> new Bar(
                        frame.dates().fullDate(days.get(i).date()),
                        frame.dates().dayAndMonth(days.get(i).date()),
                        days.get(i).date().toString(),
                        number(days.get(i).stories()),
                        days.get(i).stories() * 100 / most,
                        i * 10))
                .toList();
        var waiting = numbers.waiting(visitor.personId(), reviews(visitor));
        boolean publishes = visitor.actor().may(Permission.PUBLISH);
        return new View(
                bars,
                number(days.stream().mapToInt(Numbers.Day::stories).sum()),
                lately.median().map(this::words).orElse("—"),
                lately.ninetieth().map(this::words).orElse("—"),
                List.of(
                        count("numbers.review", waiting.review(), "/desk?stage=review"),
                        count("numbers.returned", waiting.returned(), "/desk?mine=yes&stage=draft"),
                        count("numbers.assigned", waiting.assigned(), "/desk?mine=yes"),
                        count("numbers.mentions", waiting.calls().size(), "#calls")),
                waiting.calls().stream().map(this::call).toList(),
                numbers.next().stream()
                        .map(next -> new Next(
                                next.number(),
                                next.headline(),
                                frame.dates().full(next.at()),
                                next.at().toString()))
                        .toList(),
                alarms.open().stream()
                        .map(alarm -> new Trouble(
                                alarm.story(),
                                alarm.headline(),
                                frame.alarm(alarm),
                                why(alarm),
                                alarm.acknowledgedAt().isPresent(),
                                publishes
                                        && alarm.acknowledgedAt().isEmpty()
                                        && !alarm.id().isEmpty()))
                        .toList(),
                number(failingMails.getAsLong()),
                number(failingPings.getAsLong()));
    }

    private Call call(Notes.Call call) {
        return new Call(
                call.story(),
                frame.word("numbers.call", call.by(), number(call.story())),
                call.text(),
                frame.moment(call.at()),
                call.at().toString());
    }

    private List<String> why(Alarm alarm) {
        return alarm.problems().stream().map(frame::problem).toList();
    }

    /** The sections whose reviews this person does; empty for one who does none. */
    private static Optional<List<String>> reviews(DeskAccess.Visitor visitor) {
        Person person = visitor.actor().person();
        return visitor.actor().may(Permission.MOVE_STAGE)
                ? Optional.of(List.copyOf(person.sections()))
                : Optional.empty();
    }

    private Count count(String key, long number, String address) {
        return new Count(frame.word(key), number(number), address);
    }

    private String number(long number) {
        return frame.dates().digits().apply(Long.toString(number));
    }

    /** «۳ ساعت و ۲۰ دقیقه», in the two greatest units. */
    private String words(Duration duration) {
        long minutes = Math.max(1, duration.toMinutes());
        if (minutes < 60) {
            return frame.word("numbers.minutes", minutes);
        }
        return minutes < 48 * 60
                ? frame.word("numbers.hours", minutes / 60, minutes % 60)
                : frame.word("numbers.days", minutes / 1440, minutes % 1440 / 60);
    }
}
