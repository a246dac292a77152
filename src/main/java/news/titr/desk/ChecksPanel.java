package news.titr.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.language.Edit;
import news.titr.story.Drafting;
import news.titr.story.Newsroom;
import news.titr.story.Problem;
import news.titr.story.Proofreading;
import news.titr.story.StoryDocument;

/** {@code GET /desk/stories/N/panels/checks}: what the doors would say of what is being typed, and what to do about it. */
public final class ChecksPanel {

    private final Newsroom newsroom;
    private final Drafting drafting;
    private final Proofreading proofreading;
    private final DeskFrame frame;

    public ChecksPanel(Newsroom newsroom, Drafting drafting, Proofreading proofreading, DeskFrame frame) {
        this.newsroom = newsroom;
        this.drafting = drafting;
        this.proofreading = proofreading;
        this.frame = frame;
    }

    public record View(List<Line> refusing, List<Line> warning) {

        public boolean isEmpty() {
            return refusing.isEmpty() && warning.isEmpty();
        }
    }

    /**
     * A problem.
     *
     * @param place as in {@link Problem}, for the editor to jump to; {@code placeWords} says it
     */
    public record Line(String words, String remedy, String place, String placeWords, String more) {}

    public Response show(Request request, DeskAccess.Visitor visitor) {
        return drafting.open(visitor.actor(), HistoryPage.number(request))
                .map(open -> {
                    var content = StoryDocument.content(open.document());
                    var mends = proofreading.mends(content);
                    var problems = new ArrayList<>(newsroom.problems(open.story(), content, frame.now()));
                    problems.addAll(Proofreading.problems(mends));
                    return frame.fragment(
                            200, DeskTemplates.checksPanel(frame.forVisitor("", visitor), view(problems, mends)));
                })
                .orElseGet(() ->
                        frame.page(404, DeskTemplates.missing(frame.forVisitor(frame.word("desk.missing"), visitor))));
    }

    private View view(List<Problem> problems, Map<Edit.Kind, Integer> mends) {
        return new View(
                problems.stream()
                        .filter(Problem::refuses)
                        .map(problem -> line(problem, ""))
                        .toList(),
                problems.stream()
                        .filter(problem -> !problem.refuses())
                        .map(problem -> line(problem, problem.kind() == Problem.Kind.UNTIDIED ? kinds(mends) : ""))
                        .toList());
    }

    private Line line(Problem problem, String more) {
        String remedy = "remedy." + problem.kind().id();
        return new Line(
                frame.problem(problem),
                frame.messages().has(remedy) ? frame.word(remedy) : "",
                problem.place(),
                place(problem.place()),
                more);
    }

    private String kinds(Map<Edit.Kind, Integer> mends) {
        return mends.entrySet().stream()
                .map(mend ->
                        frame.word("checks.mends." + mend.getKey().name().toLowerCase(Locale.ROOT), mend.getValue()))
                .collect(Collectors.joining(frame.word("site.comma")));
    }

    /** «تیتر», «بخش ۴ متن». */
    private String place(String place) {
        if (place.isEmpty()) {
            return "";
        }
        if (!place.startsWith("body.")) {
            return frame.word("field." + place);
        }
        int block = Integer.parseInt(place.split("\\.", -1)[1]);
        return frame.word("checks.block", block + 1);
    }
}
