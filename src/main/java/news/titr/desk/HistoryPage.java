package news.titr.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.story.Cause;
import news.titr.story.Drafting;
import news.titr.story.History;
import news.titr.story.Outcome;
import news.titr.story.Publishing;
import news.titr.story.Story;

/** What a story was: every revision with who, when and why; as a page of its own and beside the editor. */
public final class HistoryPage {

    private static final int ON_A_PAGE = 60;
    private static final int IN_THE_PANEL = 25;

    /** Revisions of one editor that lie no further apart are one line until it is unfolded. */
    private static final Duration BURST = Duration.ofMinutes(10);

    private final History history;
    private final Drafting drafting;
    private final DeskFrame frame;

    public HistoryPage(History history, Drafting drafting, DeskFrame frame) {
        this.history = history;
        this.drafting = drafting;
        this.frame = frame;
    }

    /**
     * What the templates show.
     *
     * @param typing whether something was typed that is in no revision yet
     * @param action where the forms of this list go
     * @param older the address of the next page, or empty
     * @param isPanel true beside the editor
     */
    public record View(
            long number,
            String address,
            String action,
            List<Run> runs,
            boolean typing,
            boolean mayWrite,
            String older,
            boolean isPanel,
            String done,
            List<String> problems) {

        /** Readers have an older revision than the newest. */
        public boolean isNewerThanLive() {
            var shown = runs.stream().flatMap(run -> run.lines().stream()).toList();
            return shown.stream().anyMatch(line -> line.live() && !line.newest());
        }

        /** Two are needed to compare. */
        public boolean isComparable() {
            return runs.size() > 1
                    || runs.size() == 1 && runs.getFirst().lines().size() > 1;
        }
    }

    /** Revisions of one burst: the newest is shown, the others when it is unfolded. */
    public record Run(List<Line> lines, String summary) {

        public Line first() {
            return lines.getFirst();
        }

        public List<Line> others() {
            return lines.subList(1, lines.size());
        }

        public boolean isFolded() {
            return lines.size() > 1;
        }
    }

    /**
     * A revision.
     *
     * @param when «دو ساعت پیش»; {@code exactly} is the date in full, {@code machine} in ISO 8601
     * @param marks what was done with it, in words
     */
    public record Line(
            String id,
            String when,
            String exactly,
            String machine,
            String who,
            String cause,
            String name,
            List<String> marks,
            boolean live,
            boolean newest,
            boolean chosenFrom,
            boolean chosenTo,
            String changes,
            String asReaders) {}

    /** {@code GET /desk/stories/N/history?below=ORDINAL}. */
    public Response show(Request request, DeskAccess.Visitor visitor) {
        return page(request, visitor, 200, "", List.of());
    }

    /** {@code GET /desk/stories/N/panels/history}. */
    public Response panel(Request request, DeskAccess.Visitor visitor) {
        return fragment(request, visitor, 200, "", List.of());
    }

    /** {@code POST /desk/stories/N/history}: names or restores a revision. */
    public Response act(Request request, DeskAccess.Visitor visitor) {
        return switch (outcome(request, visitor)) {
            case Outcome.Done<Story> _ ->
                Response.seeOther(address(number(request)) + "/history?done="
                        + request.form().text("act"));
            case Outcome.Refused<Story> refused -> page(request, visitor, 422, "", problems(refused));
            case Outcome.Conflict<Story> _ -> page(request, visitor, 409, "", List.of(frame.word("desk.conflict")));
        };
    }

    /** {@code POST /desk/stories/N/panels/history}. */
    public Response actInPanel(Request request, DeskAccess.Visitor visitor) {
        return switch (outcome(request, visitor)) {
            case Outcome.Done<Story> _ ->
                fragment(request, visitor, 200, done(request.form().text("act")), List.of())
                        .with("X-Titr-Changed", "story");
            case Outcome.Refused<Story> refused -> fragment(request, visitor, 422, "", problems(refused));
            case Outcome.Conflict<Story> _ -> fragment(request, visitor, 409, "", List.of(frame.word("desk.conflict")));
        };
    }

    private Outcome<Story> outcome(Request request, DeskAccess.Visitor visitor) {
        String revision = request.form().text("revision");
        return request.form().text("act").equals("restore")
                ? drafting.restore(visitor.actor(), number(request), revision)
                : history.name(
                        visitor.actor(),
                        number(request),
                        revision,
                        request.form().text("name"));
    }

    private List<String> problems(Outcome.Refused<Story> refused) {
        return refused.problems().stream().map(frame::problem).toList();
    }

    private String done(String act) {
        return switch (act) {
            case "restore" -> frame.word("history.done.restore");
            case "name" -> frame.word("history.done.name");
            default -> "";
        };
    }

    private Response page(Request request, DeskAccess.Visitor visitor, int status, String done, List<String> problems) {
        int below = ordinal(request.query().text("below"));
        return history.page(visitor.actor(), number(request), below, ON_A_PAGE)
                .map(page -> {
                    String said = done.isEmpty() ? done(request.query().text("done")) : done;
                    var view = view(page, false, below == Integer.MAX_VALUE, said, problems);
                    return frame.page(
                            status,
                            DeskTemplates.history(
                                    frame.forVisitor(
                                            frame.word(
                                                    "history.title",
                                                    frame.dates().digits().apply(Long.toString(view.number()))),
                                            visitor),
                                    view));
                })
                .orElseGet(() -> missing(visitor));
    }

    private Response fragment(
            Request request, DeskAccess.Visitor visitor, int status, String done, List<String> problems) {
        return history.page(visitor.actor(), number(request), Integer.MAX_VALUE, IN_THE_PANEL)
                .map(page -> frame.fragment(
                        status,
                        DeskTemplates.historyPanel(
                                frame.forVisitor("", visitor), view(page, true, true, done, problems))))
                .orElseGet(() -> missing(visitor));
    }

    private Response missing(DeskAccess.Visitor visitor) {
        return frame.page(404, DeskTemplates.missing(frame.forVisitor(frame.word("desk.missing"), visitor)));
    }

    private View view(History.Page page, boolean panel, boolean first, String done, List<String> problems) {
        long number = page.story().number();
        String address = address(number);
        String older = page.next().isPresent()
                ? address + "/history?below=" + page.next().getAsInt()
                : "";
        return new View(
                number,
                address,
                address + (panel ? "/panels/history" : "/history"),
                runs(page, first),
                page.typing() && first,
                page.mayWrite(),
                older,
                panel,
                done,
                problems);
    }

    private List<Run> runs(History.Page page, boolean first) {
        var runs = new ArrayList<Run>();
        var lines = page.lines();
        for (int i = 0; i < lines.size(); ) {
            int end = i + 1;
            while (end < lines.size() && belongTogether(lines.get(i), lines.get(end))) {
                end++;
            }
            var shown = new ArrayList<Line>();
            for (int at = i; at < end; at++) {
                shown.add(line(page.story(), lines.get(at), first ? at : -1));
            }
            runs.add(new Run(shown, end - i > 1 ? frame.word("history.more", end - i - 1) : ""));
            i = end;
        }
        return runs;
    }

    /** What somebody pointed to always stands for itself. */
    private static boolean belongTogether(History.Line newest, History.Line earlier) {
        return newest.by().equals(earlier.by())
                && isPassing(earlier)
                && Duration.between(earlier.at(), newest.at()).compareTo(BURST) <= 0;
    }

    private static boolean isPassing(History.Line line) {
        return line.name().isEmpty()
                && line.acts().isEmpty()
                && switch (line.cause()) {
                    case PAUSE, HAND_OVER, SAVED, STAGE, PUBLICATION, NAMED -> true;
                    case BEGUN, RESTORED -> false;
                };
    }

    private Line line(Story story, History.Line line, int place) {
        var marks = new ArrayList<String>();
        line.acts().forEach(act -> marks.add(frame.word("history.act." + act.id())));
        String address = address(story.number());
        return new Line(
                line.id(),
                frame.moment(line.at()),
                frame.dates().full(line.at()),
                line.at().toString(),
                who(frame, line.by(), line.byName()),
                cause(story, line),
                line.name(),
                marks,
                Publishing.Seen.of(story).live().filter(line.id()::equals).isPresent(),
                line.id().equals(story.newestRevision()),
                place == 1,
                place == 0,
                line.ordinal() > 1 ? address + "/history/comparison?to=" + line.id() : "",
                address + "/preview?revision=" + line.id());
    }

    private String cause(Story story, History.Line line) {
        boolean imported = line.cause() == Cause.BEGUN && !story.sourceNumber().isEmpty();
        return frame.word(
                "history.cause." + (imported ? "imported" : line.cause().id()));
    }

    /** Somebody by name, or what did it. */
    static String who(DeskFrame frame, String actor, String name) {
        if (!name.isEmpty()) {
            return name;
        }
        String key = "history.who." + actor.toLowerCase(Locale.ROOT);
        return List.of("technician", "timer", "wire").contains(actor)
                ? frame.word(key)
                : frame.word("history.who.gone");
    }

    static String address(long number) {
        return "/desk/stories/" + number;
    }

    static long number(Request request) {
        return Long.parseLong(request.route().text("number"));
    }

    private static int ordinal(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return Integer.MAX_VALUE;
        }
    }
}
