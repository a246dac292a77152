package news.titr.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.titr.doc.Block;
import news.titr.doc.BlockWords;
import news.titr.doc.HtmlRenderer;
import news.titr.doc.Surroundings;
import news.titr.http.Address;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.language.Language;
import news.titr.language.Shorten;
import news.titr.story.Drafting;
import news.titr.story.History;
import news.titr.story.Label;
import news.titr.story.LiveStory;
import news.titr.story.Section;
import news.titr.story.StoryDocument;

/**
 * A draft, or any revision, as readers would see it: on a phone, on a desktop, printed, as PDF, in a feed reader, on a card and
 * in search results. Only for who is signed in; nothing of it is kept or indexed.
 */
public final class PreviewPage {

    /** What search engines show, in characters. */
    private static final int RESULT_TITLE = 65;

    private static final int RESULT_TEXT = 160;

    private static final String WORKING = "working";

    private final Drafting drafting;
    private final History history;
    private final Rehearsal rehearsal;
    private final DraftSurroundings surroundings;
    private final DeskFrame frame;

    public PreviewPage(
            Drafting drafting, History history, Rehearsal rehearsal, DraftSurroundings surroundings, DeskFrame frame) {
        this.drafting = drafting;
        this.history = history;
        this.rehearsal = rehearsal;
        this.surroundings = surroundings;
        this.frame = frame;
    }

    /** What it can be seen as. */
    enum As {
        PHONE,
        DESKTOP,
        PRINT,
        PDF,
        FEED,
        SOCIAL;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static As of(String id) {
            return Arrays.stream(values())
                    .filter(as -> as.id().equals(id))
                    .findFirst()
                    .orElse(PHONE);
        }
    }

    public record Tab(String address, String words, boolean current) {}

    /** An entry as a feed reader shows it; {@code body} is HTML. */
    public record Entry(String title, String byline, String date, String summary, String body) {}

    /** A card of a social network, and a search result below it. */
    public record Card(
            String kicker,
            String headline,
            String site,
            String domain,
            String picture,
            String resultTitle,
            String resultAddress,
            String resultText) {}

    /**
     * What the template shows.
     *
     * @param as the id of what it is seen as
     * @param source the address of what stands in the frame, or empty
     * @param language and {@code direction} of the newspaper, in which the entry and the card stand
     */
    public record View(
            long number,
            String as,
            List<Tab> tabs,
            String source,
            String moment,
            String language,
            String direction,
            Entry entry,
            Card card) {}

    /** {@code GET /desk/stories/N/preview?as=phone&revision=ID}. */
    public Response show(Request request, DeskAccess.Visitor visitor) {
        return story(request, visitor)
                .map(story -> {
                    var page = frame.page(
                            200,
                            DeskTemplates.preview(
                                    frame.forVisitor(frame.word("preview.title"), visitor), view(request, story)));
                    return withPolicy(page, policy -> policy + "; frame-src 'self'");
                })
                .orElseGet(() -> missing(visitor));
    }

    /** {@code GET /desk/stories/N/preview/page?revision=ID}: what stands in the frame. */
    public Response page(Request request, DeskAccess.Visitor visitor) {
        return framed(request, visitor, rehearsal::page);
    }

    /** {@code GET /desk/stories/N/preview/print?revision=ID}. */
    public Response print(Request request, DeskAccess.Visitor visitor) {
        return framed(request, visitor, rehearsal::printSheet);
    }

    /** {@code GET /desk/stories/N/preview/pdf?revision=ID}. */
    public Response pdf(Request request, DeskAccess.Visitor visitor) {
        return story(request, visitor)
                .map(story -> Response.of(200, "application/pdf", rehearsal.pdf(story))
                        .with("Content-Disposition", "inline; filename=\"" + story.number() + ".pdf\"")
                        .with("X-Content-Type-Options", "nosniff")
                        .with("Content-Security-Policy", "default-src 'none'; frame-ancestors 'self'")
                        .with("X-Robots-Tag", "noindex"))
                .orElseGet(() -> missing(visitor));
    }

    private Response framed(Request request, DeskAccess.Visitor visitor, Function<LiveStory, Response> rendering) {
        return story(request, visitor)
                .map(rendering)
                .map(page -> withPolicy(
                                page, policy -> policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"))
                        .with("X-Robots-Tag", "noindex"))
                .orElseGet(() -> missing(visitor));
    }

    private static Response withPolicy(Response page, Function<String, String> change) {
        String name = "Content-Security-Policy";
        return page.with(name, change.apply(page.header(name)));
    }

    private Response missing(DeskAccess.Visitor visitor) {
        return frame.page(404, DeskTemplates.missing(frame.forVisitor(frame.word("desk.missing"), visitor)));
    }

    /** What is being typed, or a revision. */
    private Optional<LiveStory> story(Request request, DeskAccess.Visitor visitor) {
        long number = HistoryPage.number(request);
        String wanted = revision(request);
        var open = drafting.open(visitor.actor(), number);
        if (wanted.equals(WORKING)) {
            return open.map(
                    opened -> history.rehearsal(opened.story(), StoryDocument.content(opened.document()), WORKING));
        }
        return open.flatMap(opened -> history.revision(number, wanted)
                .map(revision -> history.rehearsal(opened.story(), revision.content(), revision.id())));
    }

    private static String revision(Request request) {
        return request.query().first("revision").filter(id -> !id.isEmpty()).orElse(WORKING);
    }

    private View view(Request request, LiveStory story) {
        var as = As.of(request.query().text("as"));
        String address = HistoryPage.address(story.number()) + "/preview";
        String revision = "revision=" + Address.encode(revision(request));
        String source = switch (as) {
            case PHONE, DESKTOP -> address + "/page?" + revision;
            case PRINT -> address + "/print?" + revision;
            case PDF -> address + "/pdf?" + revision;
            case FEED, SOCIAL -> "";
        };
        var readers = Language.of(story.edition(), frame.masthead().language());
        return new View(
                story.number(),
                as.id(),
                Arrays.stream(As.values())
                        .map(other -> new Tab(
                                address + "?as=" + other.id() + "&" + revision,
                                frame.word("preview.as." + other.id()),
                                other == as))
                        .toList(),
                source,
                revision(request).equals(WORKING)
                        ? frame.word("preview.working")
                        : history.revision(story.number(), revision(request))
                                .map(shown ->
                                        frame.word("preview.of", frame.dates().full(shown.createdAt())))
                                .orElse(""),
                readers.tag(),
                readers.direction().html(),
                entry(rehearsal.whole(story)),
                card(story));
    }

    private Entry entry(LiveStory story) {
        var edition = frame.edition(story.edition());
        var words = edition.words();
        var dates = edition.dates();
        String byline = story.authors().stream().map(Label::name).collect(Collectors.joining(words.word("site.comma")));
        return new Entry(
                story.headline(),
                byline,
                story.published().map(dates::medium).orElseGet(() -> words.word("story.date-unknown")),
                story.lead(),
                HtmlRenderer.render(story.body(), surroundings, BlockWords.of(words)));
    }

    private Card card(LiveStory story) {
        var masthead = frame.edition(story.edition()).masthead();
        String page = masthead.absolute(masthead.addresses().story(story));
        String domain = masthead.absolute("/").replaceFirst("^https?://", "").replaceFirst("/.*$", "");
        return new Card(
                story.kicker().isEmpty() ? story.section().map(Section::name).orElse("") : story.kicker(),
                story.headline(),
                masthead.name(),
                domain,
                story.picture()
                        .map(Block.Picture::asset)
                        .flatMap(surroundings::card)
                        .map(Surroundings.ShownPicture::source)
                        .orElse(""),
                Shorten.atWord(story.headline() + " | " + masthead.name(), RESULT_TITLE),
                page.replaceFirst("^https?://", "").replace("/", " › "),
                Shorten.atWord(story.lead().isEmpty() ? story.headline() : story.lead(), RESULT_TEXT));
    }
}
