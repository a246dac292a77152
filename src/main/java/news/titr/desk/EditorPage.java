package news.titr.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import news.titr.doc.EmbedProvider;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.language.HouseStyle;
import news.titr.language.Language;
import news.titr.people.People;
import news.titr.people.Permission;
import news.titr.story.Board;
import news.titr.story.Card;
import news.titr.story.Content;
import news.titr.story.Drafting;
import news.titr.story.Newsroom;
import news.titr.story.Outcome;
import news.titr.story.Sections;
import news.titr.story.Story;
import news.titr.story.StoryType;

/**
 * One story at the desk. The page is a frame with the settings that {@code web/editor} needs; the document, its steps and
 * the side panels have addresses of their own.
 */
public final class EditorPage {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Newsroom newsroom;
    private final Drafting drafting;
    private final Board board;
    private final ActorNames names;
    private final Sections sections;
    private final Supplier<HouseStyle> style;
    private final DeskFrame frame;

    public EditorPage(
            Newsroom newsroom,
            Drafting drafting,
            Board board,
            People people,
            Sections sections,
            Supplier<HouseStyle> style,
            DeskFrame frame) {
        this.newsroom = newsroom;
        this.drafting = drafting;
        this.board = board;
        names = new ActorNames(people, frame);
        this.sections = sections;
        this.style = style;
        this.frame = frame;
    }

    /**
     * What the editor's template shows.
     *
     * @param returned why it was sent back to be written on, until it is handed in again; or empty
     * @param returnedBy who sent it back
     * @param settings JSON for {@code web/editor/words.js}
     */
    public record View(
            long number,
            String shownNumber,
            String state,
            String stateWords,
            boolean isCoverage,
            String returned,
            String returnedBy,
            String settings) {}

    /** {@code POST /desk/stories}: an empty story, opened at once. */
    public Response create(Request request, DeskAccess.Visitor visitor) {
        return switch (drafting.begin(visitor.actor(), Drafting.Beginning.in(edition(request)), Content.EMPTY)) {
            case Outcome.Done<Story> done ->
                Response.seeOther("/desk/stories/" + done.value().number());
            case Outcome.Refused<Story> _, Outcome.Conflict<Story> _ -> missing(403, visitor);
        };
    }

    /** {@code GET /desk/stories/N}. */
    public Response show(Request request, DeskAccess.Visitor visitor) {
        return newsroom.open(Long.parseLong(request.route().text("number")))
                .map(opened -> frame.page(
                        200,
                        DeskTemplates.editor(frame.forVisitor(title(opened), visitor), view(opened.story(), visitor))))
                .orElseGet(() -> missing(404, visitor));
    }

    /** An address of the desk that there is not. */
    public Response nowhere(Request request, DeskAccess.Visitor visitor) {
        return missing(404, visitor);
    }

    private String title(Newsroom.Opened opened) {
        // what is being typed is on the card before it is a revision
        String headline = board.card(opened.story().number())
                .map(Card::headline)
                .orElseGet(() -> opened.revision().content().headline());
        return headline.isBlank() ? frame.word("desk.no-headline") : headline;
    }

    private Response missing(int status, DeskAccess.Visitor visitor) {
        String title = frame.word(status == 403 ? "desk.not-allowed" : "desk.missing");
        return frame.page(status, DeskTemplates.missing(frame.forVisitor(title, visitor)));
    }

    private View view(Story story, DeskAccess.Visitor visitor) {
        String state = StoriesPage.state(story);
        String returned = board.card(story.number()).map(Card::returned).orElse("");
        return new View(
                story.number(),
                frame.dates().digits().apply(Long.toString(story.number())),
                state,
                frame.word("desk.state." + state),
                story.type() == StoryType.LIVE,
                returned,
                returned.isEmpty() ? "" : returnedBy(story),
                settings(story, visitor).toString());
    }

    private String returnedBy(Story story) {
        return board.moves(story.number(), 1).stream()
                .map(move -> names.of(move.actor()))
                .findFirst()
                .orElse("");
    }

    /** What the modules of {@code web/editor} must know of a story and of who writes. */
    ObjectNode settings(Story story, DeskAccess.Visitor visitor) {
        var language = Language.of(story.edition(), frame.masthead().language());
        var settings = NODES.objectNode()
                .put("number", story.number())
                .put("csrf", visitor.csrf())
                .put("person", visitor.session().person().id())
                .put("edition", story.edition())
                .put("direction", language.direction().html())
                .put("mayWrite", visitor.actor().may(Permission.WRITE, newsroom.matter(visitor.actor(), story)));
        var houseStyle = settings.putObject("houseStyle");
        // only Persian has a house style of ours
        if (story.edition().startsWith("fa")) {
            houseStyle
                    .put("digits", style.get().digits().name().toLowerCase(Locale.ROOT))
                    .put("quotes", style.get().quotes().name().toLowerCase(Locale.ROOT))
                    .put("letters", style.get().letters())
                    .put("punctuation", style.get().punctuation());
        }
        var providers = settings.putObject("providers");
        boolean persian = frame.language().tag().startsWith("fa");
        for (var provider : EmbedProvider.values()) {
            providers.put(provider.id(), persian ? provider.persianName() : provider.latinName());
        }
        var named = settings.putArray("sections");
        sections.all(story.edition())
                .forEach(
                        section -> named.addObject().put("slug", section.slug()).put("name", section.name()));
        settings.put("languages", frame.openEditions().size());
        var types = settings.put("type", story.type().id()).putArray("types");
        for (var type : StoryType.values()) {
            types.addObject().put("id", type.id()).put("name", frame.word("story.type." + type.id()));
        }
        picker().ifPresent(address -> settings.put("picturePicker", address));
        return settings;
    }

    private Optional<String> picker() {
        return frame.script("desk/picture-picker.js");
    }

    /** The one that was chosen, where there is a choice. */
    private String edition(Request request) {
        return request.form().first("edition").orElseGet(frame::edition);
    }
}
