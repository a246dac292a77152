package news.titr.site;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.story.LiveStories;
import news.titr.story.StaticPage;

/**
 * {@code /corrections}: everything that was wrong and was set right, newest first. What the desk has written about how
 * corrections are made, in the page of that name, stands below the heading.
 */
public final class CorrectionsPage {

    private static final int CORRECTIONS = 20;
    private static final Pattern AFTER = Pattern.compile("(\\d{1,15})-([0-9a-f-]{1,40})");

    /** @param body HTML; empty when nobody has written anything */
    record View(String body, List<Line> lines, Turn turn) {}

    record Line(String text, String at, String atMachine, TeaserView story) {}

    private final Site site;
    private final MissingPage missing;

    public CorrectionsPage(Site site, MissingPage missing) {
        this.site = site;
        this.missing = missing;
    }

    public Response answer(Request request) {
        return after(request).map(after -> show(request, after)).orElseGet(() -> missing.answer(request));
    }

    private Response show(Request request, LiveStories.CorrectedAfter after) {
        boolean first = after.equals(LiveStories.CorrectedAfter.START);
        var page = Turn.Page.of(site.stories.corrections(site.edition(), after, CORRECTIONS + 1), CORRECTIONS);
        var stories = site.teasers()
                .of(page.shown().stream()
                        .map(LiveStories.Corrected::story)
                        .distinct()
                        .toList());
        var lines = page.shown().stream()
                .flatMap(corrected -> Optional.ofNullable(
                        stories.get(corrected.story().number()))
                        .map(story -> new Line(
                                corrected.correction().text(),
                                site.dates().longDate(corrected.correction().at()),
                                corrected.correction().at().toString(),
                                story))
                        .stream())
                .toList();
        String path = site.address("/" + StaticPage.CORRECTIONS);
        var turn = Turn.of(
                path,
                first,
                first || page.shown().isEmpty()
                        ? List.of()
                        : site.stories.newerCorrections(
                                site.edition(),
                                LiveStories.CorrectedAfter.of(page.shown().getFirst()),
                                CORRECTIONS + 1),
                CORRECTIONS,
                page.more()
                        ? Optional.of(LiveStories.CorrectedAfter.of(page.shown().getLast()))
                        : Optional.empty(),
                CorrectionsPage::written);
        String heading = site.words().word("site.corrections");
        String here = first ? path : Turn.at(path, request.query().text(Turn.AFTER));
        String body = first
                ? site.stories
                        .page(site.edition(), StaticPage.CORRECTIONS)
                        .map(written ->
                                new StoryViews(site).body(written.revision().body()))
                        .orElse("")
                : "";
        return site.page(
                200,
                site.templates.correctionsPage(
                        site.frame(heading, site.words().word("site.corrections-about"), here, ""),
                        new View(body, lines, turn)));
    }

    private static String written(LiveStories.CorrectedAfter after) {
        return after.at().toEpochMilli() + "-" + after.id();
    }

    private static Optional<LiveStories.CorrectedAfter> after(Request request) {
        if (!request.query().has(Turn.AFTER)) {
            return Optional.of(LiveStories.CorrectedAfter.START);
        }
        var text = AFTER.matcher(request.query().text(Turn.AFTER));
        return text.matches()
                ? Optional.of(new LiveStories.CorrectedAfter(
                        Instant.ofEpochMilli(Long.parseLong(text.group(1))), text.group(2)))
                : Optional.empty();
    }
}
