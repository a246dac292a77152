package news.titr.desk;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import news.titr.desk.SiteTemplates.Choice;
import news.titr.desk.SiteTemplates.Room;
import news.titr.http.Parameters;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.story.Outcome;
import news.titr.story.Robots;
import news.titr.story.SecurityContact;
import news.titr.story.SiteKeeping;
import news.titr.story.SiteSettings;
import news.titr.story.StoryFormat;
import news.titr.story.StoryFormats;

/** {@code /desk/site/machines}: what robots may read, who has which format of a story, whom to tell of a hole, and whom the newspaper tells of changes. */
public final class MachinesDesk {

    private static final String ADDRESS = "/desk/site/machines";

    private final SiteKeeping keeping;
    private final Supplier<Telling> telling;
    private final DeskFrame frame;

    /** @param telling how the telling of others goes, at this moment */
    public MachinesDesk(SiteKeeping keeping, Supplier<Telling> telling, DeskFrame frame) {
        this.keeping = keeping;
        this.telling = telling;
        this.frame = frame;
    }

    /**
     * Whom the newspaper tells of changes, as the machine's settings have it.
     *
     * @param targets their addresses; nobody where there are none
     * @param troubles what they could not be told, in words
     * @param followed who can be followed from Mastodon and its like; nobody where that is not open
     */
    public record Telling(List<String> targets, List<Trouble> troubles, List<Followed> followed) {}

    /** @param handle {@code @city@news.example.org} */
    public record Followed(String handle, String name, long followers) {}

    /** @param givenUp how many of the pings are not tried any more */
    public record Trouble(String target, String failure, long pings, long givenUp) {}

    /** @param rules one for each line */
    public record Form(String ai, String rules, String contact, String policy, StoryFormats formats) {}

    /** @param sample an address in this format, with N for the number */
    public record FormatLine(String id, String name, String sample, List<Choice> choices) {}

    public record View(
            long version,
            Form form,
            List<Choice> choices,
            List<FormatLine> formats,
            List<String> targets,
            List<String> troubles,
            List<FollowedLine> followed) {}

    /** The same in words. */
    public record FollowedLine(String handle, String name, String followers) {}

    public Response show(Request request, DeskAccess.Visitor visitor) {
        String notice = request.query().has("done") ? frame.word("desk.site.done") : "";
        var settings = keeping.current();
        return page(200, visitor, settings.version(), form(settings), Room.of(frame, "machines", notice));
    }

    /** {@code POST /desk/site/machines}. */
    public Response save(Request request, DeskAccess.Visitor visitor) {
        var given = request.form();
        var form = new Form(
                given.text("ai"),
                given.text("rules"),
                given.text("contact").strip(),
                given.text("policy").strip(),
                formats(given));
        var wishes = keeping.current()
                .wishes()
                .withMachines(
                        new Robots(Robots.Ai.of(form.ai()).orElse(Robots.USUAL.ai()), rules(form.rules())),
                        new SecurityContact(form.contact(), form.policy()))
                .withFormats(form.formats());
        var outcome = keeping.change(visitor.actor(), FrontEditor.number(given.text("version")), wishes);
        return switch (outcome) {
            case Outcome.Done<SiteSettings> _ -> Response.seeOther(ADDRESS + "?done");
            case Outcome.Refused<SiteSettings>(var problems) ->
                page(
                        422,
                        visitor,
                        FrontEditor.number(given.text("version")),
                        form,
                        Room.refused(
                                frame,
                                "machines",
                                problems.stream().map(frame::problem).toList()));
            case Outcome.Conflict<SiteSettings>(var current) ->
                page(
                        409,
                        visitor,
                        current.version(),
                        form,
                        Room.conflict(frame, "machines", frame.word("desk.site.conflict", text(current.robots()))));
        };
    }

    private Response page(int status, DeskAccess.Visitor visitor, long version, Form form, Room room) {
        if (!SiteTemplates.mayEnter(visitor)) {
            return SiteTemplates.refused(frame, visitor);
        }
        var told = telling.get();
        var view = new View(
                version,
                form,
                Arrays.stream(Robots.Ai.values())
                        .map(ai -> new Choice(
                                ai.id(),
                                frame.word("desk.site.machines.ai." + ai.id()),
                                ai.id().equals(form.ai())))
                        .toList(),
                Arrays.stream(StoryFormat.values())
                        .map(format -> line(format, form.formats().of(format)))
                        .toList(),
                told.targets(),
                told.troubles().stream()
                        .map(trouble -> frame.word(
                                "desk.site.machines.trouble",
                                trouble.target(),
                                trouble.failure(),
                                trouble.pings(),
                                trouble.givenUp()))
                        .toList(),
                told.followed().stream()
                        .map(one -> new FollowedLine(
                                one.handle(), one.name(), frame.word("desk.site.machines.followers", one.followers())))
                        .toList());
        return frame.page(
                status,
                SiteTemplates.siteMachines(frame.forVisitor(frame.word("desk.site.machines"), visitor), room, view));
    }

    private static Form form(SiteSettings settings) {
        return new Form(
                settings.robots().ai().id(),
                text(settings.robots()),
                settings.security().contact(),
                settings.security().policy(),
                settings.formats());
    }

    private FormatLine line(StoryFormat format, StoryFormats.Audience chosen) {
        return new FormatLine(
                format.id(),
                frame.word("desk.site.machines.format." + format.id()),
                "/news/N." + format.ending(),
                Arrays.stream(StoryFormats.Audience.values())
                        .map(audience -> new Choice(
                                audience.id(),
                                frame.word("desk.site.machines.audience." + audience.id()),
                                audience == chosen))
                        .toList());
    }

    /** What a form does not say stays as it is: pages that were opened before a format was there have no choice for it. */
    private StoryFormats formats(Parameters given) {
        var now = keeping.current().formats();
        var chosen = new EnumMap<StoryFormat, StoryFormats.Audience>(StoryFormat.class);
        for (var format : StoryFormat.values()) {
            chosen.put(
                    format,
                    StoryFormats.Audience.of(given.text("format-" + format.id()))
                            .orElse(now.of(format)));
        }
        return new StoryFormats(chosen);
    }

    private static String text(Robots robots) {
        return robots.rules().stream().map(Robots.Rule::text).collect(Collectors.joining("\n"));
    }

    private static List<Robots.Rule> rules(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(Robots.Rule::read)
                .toList();
    }
}
