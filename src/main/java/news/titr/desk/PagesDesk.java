package news.titr.desk;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import news.titr.desk.SiteTemplates.Room;
import news.titr.doc.Body;
import news.titr.doc.Markup;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.people.People;
import news.titr.story.Outcome;
import news.titr.story.StaticPage;
import news.titr.story.StaticPages;

/** {@code /desk/site/pages}: the imprint, «about us» and whatever else stays; written as text, published as revisions. */
public final class PagesDesk {

    private static final String ADDRESS = "/desk/site/pages";
    private static final int HISTORY = 30;

    private final StaticPages pages;
    private final ActorNames names;
    private final DeskFrame frame;

    public PagesDesk(StaticPages pages, People people, DeskFrame frame) {
        this.pages = pages;
        this.names = new ActorNames(people, frame);
        this.frame = frame;
    }

    public record Line(
            String id, String title, String address, String state, boolean live, boolean first, boolean last) {}

    /** @param imprint true when nothing is written below the lines of the imprint yet */
    public record View(List<Line> lines, boolean imprint) {}

    public record Revision(long ordinal, String name, String facts, boolean live) {}

    /** @param id empty for a page that does not exist yet */
    public record Form(String id, long newest, String title, String slug, String body) {

        static final Form NEW = new Form("", 0, "", "", "");

        public boolean isNew() {
            return id.isEmpty();
        }
    }

    public record One(
            Form form,
            String state,
            boolean live,
            boolean imprint,
            boolean changed,
            String readers,
            List<Revision> history) {}

    public Response list(Request request, DeskAccess.Visitor visitor) {
        if (!SiteTemplates.mayEnter(visitor)) {
            return SiteTemplates.refused(frame, visitor);
        }
        var all = pages.all(frame.edition());
        var lines = java.util.stream.IntStream.range(0, all.size())
                .mapToObj(i -> new Line(
                        all.get(i).page().id(),
                        all.get(i).revision().title(),
                        readers(all.get(i).page()),
                        state(all.get(i)),
                        all.get(i).page().live().isPresent(),
                        i == 0,
                        i == all.size() - 1))
                .toList();
        return frame.page(
                200,
                SiteTemplates.sitePages(
                        frame.forVisitor(frame.word("desk.site.pages"), visitor),
                        Room.of(frame, "pages", ""),
                        new View(
                                lines,
                                all.stream().noneMatch(opened -> opened.page().isImprint()))));
    }

    /** {@code GET …/one}: {@code id} names a page, {@code revision} one of its older texts; without them, a new page. */
    public Response show(Request request, DeskAccess.Visitor visitor) {
        String id = request.query().text("id");
        String notice = request.query().has("done") ? frame.word("desk.site.done") : "";
        var opened = pages.open(id);
        if (opened.isEmpty()) {
            return page(
                    200,
                    visitor,
                    Optional.empty(),
                    suggested(request.query().text("slug")),
                    Room.of(frame, "pages", ""));
        }
        var shown = request.query()
                .first("revision")
                .flatMap(ordinal -> pages.revision(id, FrontEditor.number(ordinal)))
                .orElse(opened.get().revision());
        var form = new Form(
                id,
                opened.get().page().newest(),
                shown.title(),
                opened.get().page().slug(),
                Markup.write(shown.body()));
        return page(200, visitor, opened, form, Room.of(frame, "pages", notice));
    }

    /** Where readers have a page. */
    private String readers(StaticPage page) {
        return frame.masthead().addresses().page(page.edition(), page.slug());
    }

    private Form suggested(String slug) {
        return slug.equals(StaticPage.IMPRINT)
                ? new Form("", 0, frame.word("site.imprint"), StaticPage.IMPRINT, "")
                : Form.NEW;
    }

    /** {@code POST …/one}: saves, and publishes where {@code act} says so. */
    public Response save(Request request, DeskAccess.Visitor visitor) {
        var given = request.form();
        var form = new Form(
                given.text("id"),
                FrontEditor.number(given.text("newest")),
                given.text("title"),
                given.text("slug"),
                given.text("body"));
        var body = Markup.read(form.body());
        var saved = form.isNew()
                ? pages.begin(visitor.actor(), frame.edition(), form.slug(), form.title(), body)
                : pages.save(visitor.actor(), form.id(), form.newest(), form.slug(), form.title(), body);
        boolean publish = given.text("act").equals("publish");
        return answer(
                visitor,
                form,
                saved,
                page -> publish
                        ? answer(
                                visitor,
                                form,
                                pages.publish(visitor.actor(), page.id(), page.newest()),
                                live -> Response.seeOther(frame.within(ADDRESS + "/one?done=yes&id=" + live.id())))
                        : Response.seeOther(frame.within(ADDRESS + "/one?done=yes&id=" + page.id())));
    }

    /** {@code POST …/withdrawal}. */
    public Response withdraw(Request request, DeskAccess.Visitor visitor) {
        String id = request.form().text("id");
        var form = pages.open(id)
                .map(opened -> new Form(
                        id,
                        opened.page().newest(),
                        opened.revision().title(),
                        opened.page().slug(),
                        Markup.write(opened.revision().body())))
                .orElse(Form.NEW);
        return answer(
                visitor,
                form,
                pages.withdraw(
                        visitor.actor(), id, FrontEditor.number(request.form().text("newest"))),
                page -> Response.seeOther(frame.within(ADDRESS + "/one?done=yes&id=" + page.id())));
    }

    /** {@code POST …/order}. */
    public Response move(Request request, DeskAccess.Visitor visitor) {
        int by = request.form().text("act").equals("up") ? -1 : 1;
        return answer(
                visitor,
                Form.NEW,
                pages.move(visitor.actor(), request.form().text("id"), by),
                _ -> Response.seeOther(frame.within(ADDRESS)));
    }

    /** {@code POST …/preview}: what stands in the form, as readers would have it. */
    public Optional<StaticPage.Opened> previewed(Request request, DeskAccess.Visitor visitor) {
        if (!SiteTemplates.mayEnter(visitor)) {
            return Optional.empty();
        }
        var given = request.form();
        Body body = Markup.read(given.text("body"));
        var page = new StaticPage("", frame.edition(), given.text("slug"), 0, 0, OptionalLong.empty());
        return Optional.of(new StaticPage.Opened(
                page, new StaticPage.Revision("", 0, frame.now(), "", given.text("title"), body)));
    }

    private Response answer(
            DeskAccess.Visitor visitor, Form form, Outcome<StaticPage> outcome, Function<StaticPage, Response> next) {
        return switch (outcome) {
            case Outcome.Done<StaticPage>(var page, var _) -> next.apply(page);
            case Outcome.Refused<StaticPage>(var problems) ->
                page(
                        422,
                        visitor,
                        pages.open(form.id()),
                        form,
                        Room.refused(
                                frame,
                                "pages",
                                problems.stream().map(frame::problem).toList()));
            case Outcome.Conflict<StaticPage>(var current) -> {
                var opened = pages.open(current.id());
                String theirs = opened.map(there -> there.revision().title() + "\n\n"
                                + Markup.write(there.revision().body()))
                        .orElse("");
                yield page(
                        409,
                        visitor,
                        opened,
                        new Form(form.id(), current.newest(), form.title(), form.slug(), form.body()),
                        Room.conflict(frame, "pages", frame.word("desk.site.conflict", theirs)));
            }
        };
    }

    private Response page(
            int status, DeskAccess.Visitor visitor, Optional<StaticPage.Opened> opened, Form form, Room room) {
        if (!SiteTemplates.mayEnter(visitor)) {
            return SiteTemplates.refused(frame, visitor);
        }
        var history = opened.map(there -> pages.history(there.page().id(), HISTORY).stream()
                        .map(revision -> new Revision(
                                revision.ordinal(),
                                frame.word("desk.site.revision", revision.ordinal()),
                                names.of(revision.actor()) + " · "
                                        + frame.dates().medium(revision.at()),
                                there.page().live().equals(OptionalLong.of(revision.ordinal()))))
                        .toList())
                .orElse(List.of());
        var view = new One(
                form,
                opened.map(this::state).orElse(""),
                opened.map(there -> there.page().live().isPresent()).orElse(false),
                opened.map(there -> there.page().isImprint()).orElse(form.slug().equals(StaticPage.IMPRINT)),
                opened.map(there -> !there.isLive()).orElse(true),
                opened.map(there -> readers(there.page())).orElse(""),
                history);
        String title = form.isNew() ? frame.word("desk.site.new-page") : form.title();
        return frame.page(status, SiteTemplates.sitePage(frame.forVisitor(title, visitor), room, view));
    }

    private String state(StaticPage.Opened opened) {
        if (opened.page().live().isEmpty()) {
            return frame.word("desk.site.page-draft");
        }
        return opened.isLive() ? frame.word("desk.site.page-live") : frame.word("desk.site.page-newer");
    }
}
