package news.titr.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import news.titr.desk.SiteTemplates.Choice;
import news.titr.desk.SiteTemplates.Room;
import news.titr.http.Parameters;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.media.Asset;
import news.titr.media.Pictures;
import news.titr.people.People;
import news.titr.story.Bylines;
import news.titr.story.Label;
import news.titr.story.Labelling;
import news.titr.story.Labels;
import news.titr.story.Outcome;

/** {@code /desk/site/tags} and {@code /desk/site/authors}: found, renamed, merged; authors are told about besides. */
public final class LabelsDesk {

    private static final int LINES = 60;
    private static final int GROUPS = 25;
    private static final int PORTRAIT = 320;

    private final Label.Kind kind;
    private final Labels labels;
    private final Labelling labelling;
    private final Bylines bylines;
    private final People people;
    private final Pictures pictures;
    private final DeskFrame frame;

    public LabelsDesk(
            Label.Kind kind,
            Labels labels,
            Labelling labelling,
            Bylines bylines,
            People people,
            Pictures pictures,
            DeskFrame frame) {
        this.kind = kind;
        this.labels = labels;
        this.labelling = labelling;
        this.bylines = bylines;
        this.people = people;
        this.pictures = pictures;
        this.frame = frame;
    }

    public record Line(String id, String name, String slug, String stories, long version, String editAddress) {}

    /** @param address of the list itself; {@code older} of its next page, or empty */
    public record View(String title, String address, String words, List<Line> lines, String older) {}

    public record Form(
            String id,
            long version,
            String name,
            String slug,
            String introduction,
            String biography,
            String picture,
            String person) {}

    /**
     * One tag or author.
     *
     * @param readers its page on the site
     * @param portrait the address of the portrait's picture, or empty
     */
    public record One(
            String title,
            String address,
            Form form,
            boolean author,
            String stories,
            String readers,
            String portrait,
            List<Choice> people,
            List<Line> alike) {}

    public record Groups(String title, String address, List<List<Line>> groups, String older) {}

    /** {@code GET}: the list, those with most stories first. */
    public Response list(Request request, DeskAccess.Visitor visitor) {
        if (!SiteTemplates.mayEnter(visitor)) {
            return SiteTemplates.refused(frame, visitor);
        }
        String words = request.query().text("q");
        var found = labels.list(kind, frame.edition(), words, after(request.query()), LINES + 1);
        var shown = found.subList(0, Math.min(LINES, found.size()));
        String older = "";
        if (found.size() > LINES) {
            var last = Labels.After.of(shown.getLast());
            older = frame.within(address() + "?q=" + encoded(words) + "&stories=" + last.stories() + "&key="
                    + encoded(last.sortKey()) + "&id=" + last.id());
        }
        String notice = request.query().has("done") ? frame.word("desk.site.done") : "";
        return frame.page(
                200,
                SiteTemplates.siteLabels(
                        frame.forVisitor(title(), visitor),
                        Room.of(frame, room(), notice),
                        new View(
                                title(),
                                address(),
                                words,
                                shown.stream().map(this::line).toList(),
                                older)));
    }

    /** {@code GET …/duplicates}: names that may be one. */
    public Response duplicates(Request request, DeskAccess.Visitor visitor) {
        if (!SiteTemplates.mayEnter(visitor)) {
            return SiteTemplates.refused(frame, visitor);
        }
        var found = labels.duplicates(kind, frame.edition(), request.query().text("after"), GROUPS + 1);
        var shown = found.subList(0, Math.min(GROUPS, found.size()));
        String older = found.size() > GROUPS
                ? frame.within(address() + "/duplicates?after="
                        + encoded(Labels.stem(shown.getLast().getFirst())))
                : "";
        String notice = request.query().has("done") ? frame.word("desk.site.done") : "";
        return frame.page(
                200,
                SiteTemplates.siteDuplicates(
                        frame.forVisitor(frame.word("desk.site.duplicates"), visitor),
                        Room.of(frame, room(), notice),
                        new Groups(
                                title(),
                                address(),
                                shown.stream()
                                        .map(group ->
                                                group.stream().map(this::line).toList())
                                        .toList(),
                                older)));
    }

    /** {@code GET …/one?id=}: one of them. */
    public Response show(Request request, DeskAccess.Visitor visitor) {
        String notice = request.query().has("done") ? frame.word("desk.site.done") : "";
        return labels.find(kind, request.query().text("id"))
                .map(line -> page(200, visitor, line, form(line), Room.of(frame, room(), notice)))
                .orElseGet(() -> Response.seeOther(frame.within(address())));
    }

    /** {@code POST …/one}: saves. */
    public Response save(Request request, DeskAccess.Visitor visitor) {
        var form = submitted(request.form());
        var line = labels.find(kind, form.id());
        if (line.isEmpty()) {
            return Response.seeOther(frame.within(address()));
        }
        var outcome = switch (kind) {
            case TAG ->
                labelling.introduce(
                        visitor.actor(), form.id(), form.version(), form.name(), form.slug(), form.introduction());
            case AUTHOR ->
                labelling.describe(
                        visitor.actor(),
                        form.version(),
                        new Bylines.Profile(
                                line.get().label(),
                                form.biography().strip(),
                                optional(form.picture()),
                                optional(form.person())),
                        form.name(),
                        form.slug());
        };
        return answer(
                visitor,
                line.get(),
                form,
                outcome,
                done -> frame.within(
                        address() + "/one?done=yes&id=" + done.label().id()));
    }

    /** {@code POST …/merge}: lets {@code id} become {@code into}. */
    public Response merge(Request request, DeskAccess.Visitor visitor) {
        var given = request.form();
        var line = labels.find(kind, given.text("id"));
        if (line.isEmpty()) {
            return Response.seeOther(frame.within(address()));
        }
        String into = given.text("into").strip();
        var target = labels.find(kind, into)
                .or(() -> labels.list(kind, frame.edition(), into, Labels.After.START, 20).stream()
                        .filter(other -> other.label().name().equals(into))
                        .findFirst())
                .map(other -> other.label().id())
                .orElse("");
        String next = given.text("from").equals("duplicates") ? frame.within(address() + "/duplicates?done=yes") : "";
        return answer(
                visitor,
                line.get(),
                form(line.get()),
                labelling.merge(
                        visitor.actor(), kind, given.text("id"), FrontEditor.number(given.text("version")), target),
                done -> next.isEmpty()
                        ? frame.within(
                                address() + "/one?done=yes&id=" + done.label().id())
                        : next);
    }

    private Response answer(
            DeskAccess.Visitor visitor,
            Labels.Line line,
            Form form,
            Outcome<Labels.Line> outcome,
            Function<Labels.Line, String> next) {
        return switch (outcome) {
            case Outcome.Done<Labels.Line>(var done, var _) -> Response.seeOther(next.apply(done));
            case Outcome.Refused<Labels.Line>(var problems) ->
                page(
                        422,
                        visitor,
                        line,
                        form,
                        Room.refused(
                                frame,
                                room(),
                                problems.stream().map(frame::problem).toList()));
            case Outcome.Conflict<Labels.Line>(var current) ->
                page(
                        409,
                        visitor,
                        current,
                        new Form(
                                form.id(),
                                current.version(),
                                form.name(),
                                form.slug(),
                                form.introduction(),
                                form.biography(),
                                form.picture(),
                                form.person()),
                        Room.conflict(
                                frame,
                                room(),
                                frame.word(
                                        "desk.site.conflict",
                                        current.label().name() + " /"
                                                + current.label().slug())));
        };
    }

    private Response page(int status, DeskAccess.Visitor visitor, Labels.Line line, Form form, Room room) {
        if (!SiteTemplates.mayEnter(visitor)) {
            return SiteTemplates.refused(frame, visitor);
        }
        boolean author = kind == Label.Kind.AUTHOR;
        var accounts = new ArrayList<Choice>();
        if (author) {
            accounts.add(new Choice(
                    "", frame.word("desk.site.no-account"), form.person().isEmpty()));
            people.all()
                    .forEach(person -> accounts.add(
                            new Choice(person.id(), person.name(), person.id().equals(form.person()))));
        }
        String portrait = optional(form.picture())
                .flatMap(picture ->
                        Optional.ofNullable(pictures.find(List.of(picture)).get(picture)))
                .flatMap(asset -> asset.atLeast(PORTRAIT))
                .map(Asset.Rendition::address)
                .orElse("");
        var alike = labels.list(kind, frame.edition(), line.label().name(), Labels.After.START, 12).stream()
                .filter(other -> !other.label().id().equals(line.label().id()))
                .map(this::line)
                .toList();
        return frame.page(
                status,
                SiteTemplates.siteLabel(
                        frame.forVisitor(line.label().name(), visitor),
                        room,
                        new One(
                                line.label().name(),
                                address(),
                                form,
                                author,
                                frame.word("desk.site.stories", line.stories()),
                                frame.masthead().addresses().label(frame.edition(), line.label()),
                                portrait,
                                List.copyOf(accounts),
                                alike)));
    }

    private Form form(Labels.Line line) {
        var profile = kind == Label.Kind.AUTHOR
                ? bylines.profile(frame.edition(), line.label().slug())
                : Optional.<Bylines.Profile>empty();
        return new Form(
                line.label().id(),
                line.version(),
                line.label().name(),
                line.label().slug(),
                labels.introduction(line.label()),
                profile.map(Bylines.Profile::biography).orElse(""),
                profile.flatMap(Bylines.Profile::picture).orElse(""),
                profile.flatMap(Bylines.Profile::person).orElse(""));
    }

    private static Form submitted(Parameters form) {
        return new Form(
                form.text("id"),
                FrontEditor.number(form.text("version")),
                form.text("name"),
                form.text("slug"),
                form.text("introduction"),
                form.text("biography"),
                form.text("picture").strip(),
                form.text("person"));
    }

    private Line line(Labels.Line line) {
        return new Line(
                line.label().id(),
                line.label().name(),
                line.label().slug(),
                frame.word("desk.site.stories", line.stories()),
                line.version(),
                frame.within(address() + "/one?id=" + line.label().id()));
    }

    private static Labels.After after(Parameters query) {
        return query.has("stories")
                ? new Labels.After(FrontEditor.number(query.text("stories")), query.text("key"), query.text("id"))
                : Labels.After.START;
    }

    private static Optional<String> optional(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String room() {
        return switch (kind) {
            case TAG -> "tags";
            case AUTHOR -> "authors";
        };
    }

    private String address() {
        return "/desk/site/" + room();
    }

    private String title() {
        return frame.word("desk.site." + room());
    }
}
