package news.titr.desk;

import java.util.List;
import java.util.Locale;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.story.Newsroom;
import news.titr.story.Release;
import news.titr.story.Story;

/** {@code GET /desk/stories}: every story, newest first. */
public final class StoriesPage {

    private static final int ON_A_PAGE = 40;

    private final Newsroom newsroom;
    private final DeskFrame frame;

    public StoriesPage(Newsroom newsroom, DeskFrame frame) {
        this.newsroom = newsroom;
        this.frame = frame;
    }

    /** A line of the list; {@code state} is also the name of its colour. */
    public record Line(
            long number,
            String shownNumber,
            String headline,
            String section,
            String state,
            String stateWords,
            String revised,
            String address) {}

    public Response show(Request request, DeskAccess.Visitor visitor) {
        long below = request.query().first("below").flatMap(StoriesPage::number).orElse(Long.MAX_VALUE);
        var found = newsroom.stories(below, ON_A_PAGE + 1);
        var lines = found.stream().limit(ON_A_PAGE).map(this::line).toList();
        String older = found.size() > ON_A_PAGE
                ? "/desk/stories?below=" + lines.getLast().number()
                : "";
        return frame.page(
                200,
                DeskTemplates.stories(
                        frame.forVisitor(frame.word("desk.stories"), visitor), lines, older, notice(request)));
    }

    private String notice(Request request) {
        // only messages of our own can be named here; anything else is ignored
        return List.of("published", "withdrawn", "saved")
                        .contains(request.query().text("done"))
                ? frame.word("desk.done." + request.query().text("done"))
                : "";
    }

    private Line line(Newsroom.Line line) {
        String state = state(line.story());
        return new Line(
                line.story().number(),
                frame.dates().digits().apply(Long.toString(line.story().number())),
                line.headline().isBlank() ? frame.word("desk.no-headline") : line.headline(),
                line.section(),
                state,
                frame.word("desk.state." + state),
                frame.moment(line.revisedAt()),
                "/desk/stories/" + line.story().number());
    }

    /** One word for where a story stands: what readers have comes before what the newsroom has. */
    static String state(Story story) {
        return switch (story.release()) {
            case Release.Live live -> live.revision().equals(story.newestRevision()) ? "live" : "live-with-draft";
            case Release.Scheduled _ -> "scheduled";
            case Release.Withdrawn _ -> "withdrawn";
            case Release.Unreleased _ -> story.stage().name().toLowerCase(Locale.ROOT);
        };
    }

    private static java.util.Optional<Long> number(String text) {
        try {
            return java.util.Optional.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return java.util.Optional.empty();
        }
    }
}
