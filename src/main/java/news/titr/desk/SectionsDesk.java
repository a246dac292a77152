package news.titr.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import news.titr.desk.SiteTemplates.Choice;
import news.titr.desk.SiteTemplates.Room;
import news.titr.http.Parameters;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.story.Outcome;
import news.titr.story.Section;
import news.titr.story.Sectioning;
import news.titr.story.Sections;

/** {@code /desk/site/sections}: the sections as a tree, and one of them to be changed. */
public final class SectionsDesk {

    private static final String ADDRESS = "/desk/site/sections";

    private final Sections sections;
    private final Sectioning sectioning;
    private final DeskFrame frame;

    public SectionsDesk(Sections sections, Sectioning sectioning, DeskFrame frame) {
        this.sections = sections;
        this.sectioning = sectioning;
        this.frame = frame;
    }

    /** @param depth how far below the top it stands, as a name for the style sheet */
    public record Line(
            String id, String name, String slug, String depth, String stories, String marks, boolean chosen) {}

    /** @param id empty for a section that is to be added */
    public record Form(
            String id,
            long version,
            String name,
            String slug,
            String parent,
            String description,
            boolean hidden,
            boolean inNavigation) {

        static final Form NEW = new Form("", 0, "", "", "", "", false, true);

        static Form of(Section section) {
            return new Form(
                    section.id(),
                    section.version(),
                    section.name(),
                    section.slug(),
                    section.parent().orElse(""),
                    section.description(),
                    section.hidden(),
                    section.inNavigation());
        }

        static Form of(Parameters form, long version) {
            return new Form(
                    form.text("id"),
                    version,
                    form.text("name"),
                    form.text("slug"),
                    form.text("parent"),
                    form.text("description"),
                    form.has("hidden"),
                    form.has("navigation"));
        }

        Sectioning.Wish wish() {
            return new Sectioning.Wish(
                    name,
                    slug,
                    parent.isEmpty() ? Optional.empty() : Optional.of(parent),
                    description,
                    hidden,
                    inNavigation);
        }

        public boolean isNew() {
            return id.isEmpty();
        }
    }

    public record View(List<Line> lines, Form form, List<Choice> parents, List<Choice> targets) {}

    /** {@code GET /desk/site/sections}; {@code id} chooses one. */
    public Response show(Request request, DeskAccess.Visitor visitor) {
        var form = request.query()
                .first("id")
                .flatMap(sections::find)
                .map(Form::of)
                .orElse(Form.NEW);
        String done = request.query().text("done");
        String notice = done.isEmpty() ? "" : frame.word("desk.site.done");
        return page(200, visitor, form, Room.of(frame, "sections", notice));
    }

    /** {@code POST /desk/site/sections}: adds one, or changes the one that is named. */
    public Response save(Request request, DeskAccess.Visitor visitor) {
        var form = Form.of(request.form(), FrontEditor.number(request.form().text("version")));
        var outcome = form.isNew()
                ? sectioning.add(visitor.actor(), frame.edition(), form.wish())
                : sectioning.change(visitor.actor(), form.id(), form.version(), form.wish());
        return answer(visitor, form, outcome, section -> frame.within(ADDRESS + "?done=yes&id=" + section.id()));
    }

    /** {@code POST /desk/site/sections/order}. */
    public Response move(Request request, DeskAccess.Visitor visitor) {
        String id = request.form().text("id");
        int by = request.form().text("act").equals("up") ? -1 : 1;
        return answer(
                visitor,
                sections.find(id).map(Form::of).orElse(Form.NEW),
                sectioning.move(visitor.actor(), id, by),
                section -> frame.within(ADDRESS + "?id=" + section.id()));
    }

    /** {@code POST /desk/site/sections/merge}. */
    public Response merge(Request request, DeskAccess.Visitor visitor) {
        String id = request.form().text("id");
        return answer(
                visitor,
                sections.find(id).map(Form::of).orElse(Form.NEW),
                sectioning.merge(
                        visitor.actor(),
                        id,
                        FrontEditor.number(request.form().text("version")),
                        request.form().text("into")),
                section -> frame.within(ADDRESS + "?done=yes&id=" + section.id()));
    }

    /** {@code POST /desk/site/sections/removal}. */
    public Response remove(Request request, DeskAccess.Visitor visitor) {
        String id = request.form().text("id");
        return answer(
                visitor,
                sections.find(id).map(Form::of).orElse(Form.NEW),
                sectioning.remove(
                        visitor.actor(), id, FrontEditor.number(request.form().text("version"))),
                _ -> frame.within(ADDRESS + "?done=yes"));
    }

    private Response answer(
            DeskAccess.Visitor visitor, Form form, Outcome<Section> outcome, Function<Section, String> next) {
        return switch (outcome) {
            case Outcome.Done<Section>(var section, var _) -> Response.seeOther(next.apply(section));
            case Outcome.Refused<Section>(var problems) ->
                page(
                        422,
                        visitor,
                        form,
                        Room.refused(
                                frame,
                                "sections",
                                problems.stream().map(frame::problem).toList()));
            case Outcome.Conflict<Section>(var current) ->
                page(
                        409,
                        visitor,
                        new Form(
                                form.id(),
                                current.version(),
                                form.name(),
                                form.slug(),
                                form.parent(),
                                form.description(),
                                form.hidden(),
                                form.inNavigation()),
                        Room.conflict(
                                frame,
                                "sections",
                                frame.word(
                                        "desk.site.conflict",
                                        current.name() + " /" + current.slug() + " " + current.description())));
        };
    }

    private Response page(int status, DeskAccess.Visitor visitor, Form form, Room room) {
        if (!SiteTemplates.mayEnter(visitor)) {
            return SiteTemplates.refused(frame, visitor);
        }
        var all = sections.all(frame.edition());
        var counts = sections.counts();
        var lines = new ArrayList<Line>();
        addBelow(lines, all, Optional.empty(), 0, counts, form);
        var others =
                all.stream().filter(section -> !section.id().equals(form.id())).toList();
        var parents = new ArrayList<Choice>();
        parents.add(
                new Choice("", frame.word("desk.site.no-parent"), form.parent().isEmpty()));
        others.forEach(section -> parents.add(
                new Choice(section.id(), section.name(), section.id().equals(form.parent()))));
        var targets = others.stream()
                .map(section -> new Choice(section.id(), section.name(), false))
                .toList();
        return frame.page(
                status,
                SiteTemplates.siteSections(
                        frame.forVisitor(frame.word("desk.site.sections"), visitor),
                        room,
                        new View(List.copyOf(lines), form, List.copyOf(parents), targets)));
    }

    private void addBelow(
            List<Line> lines,
            List<Section> all,
            Optional<String> parent,
            int depth,
            Map<String, Long> counts,
            Form form) {
        for (var section : all) {
            if (!section.parent().equals(parent)) {
                continue;
            }
            var marks = new ArrayList<String>();
            if (section.hidden()) {
                marks.add(frame.word("desk.site.hidden"));
            } else if (!section.inNavigation() && depth == 0) {
                marks.add(frame.word("desk.site.not-in-navigation"));
            }
            lines.add(new Line(
                    section.id(),
                    section.name(),
                    section.slug(),
                    "depth-" + Math.min(depth, 3),
                    frame.word("desk.site.stories", counts.getOrDefault(section.id(), 0L)),
                    String.join(" · ", marks),
                    section.id().equals(form.id())));
            addBelow(lines, all, Optional.of(section.id()), depth + 1, counts, form);
        }
    }
}
