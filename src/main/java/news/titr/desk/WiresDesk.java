package news.titr.desk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.titr.http.Parameters;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.language.Digits;
import news.titr.people.People;
import news.titr.people.Verdict;
import news.titr.sources.WireSource;
import news.titr.sources.WireSources;
import news.titr.story.Arrival;
import news.titr.story.Sections;

/** {@code /desk/wires}: where news comes from by itself, and how it goes. */
public final class WiresDesk {

    private static final String ADDRESS = "/desk/wires";
    private static final List<String> DONE = List.of("added", "changed", "removed", "paused", "going-on", "fetch");

    private final WireSources sources;
    private final Sections sections;
    private final People people;
    private final DeskFrame frame;

    public WiresDesk(WireSources sources, Sections sections, People people, DeskFrame frame) {
        this.sources = sources;
        this.sections = sections;
        this.people = people;
        this.frame = frame;
    }

    public record Choice(String value, String words, boolean chosen) {}

    /**
     * A source, and how it goes.
     *
     * @param state {@code live}, {@code review} while it fails, {@code withdrawn} when it is paused: the classes of the desk
     * @param fetched when it last answered, in words; {@code fresh}, {@code next} and {@code taken} likewise
     * @param failure why the last fetch failed, or what could not be read of it; English, for the technician
     * @param rule in words, where it publishes by itself; empty otherwise
     */
    public record Line(
            String address,
            String name,
            String target,
            String state,
            String stateWords,
            String fetched,
            String fresh,
            String next,
            String taken,
            String failure,
            String rule) {}

    /** The fields of a source, as they were typed. */
    public record Form(
            String action,
            String name,
            String address,
            List<Choice> formats,
            String minutes,
            List<Choice> within,
            String mapping,
            String credit,
            String rights,
            boolean authors,
            boolean tags,
            List<Choice> rules,
            String most,
            String keptDays,
            String button) {}

    public record ListView(List<Line> lines, Form form, String notice, List<String> problems) {}

    /** @param rule with whose rights it publishes, in words; empty where it does not */
    public record View(Line line, Form form, boolean paused, String rule, String notice, List<String> problems) {}

    // ---- the list

    /** {@code GET /desk/wires}. */
    public Response list(Request request, DeskAccess.Visitor visitor) {
        return list(200, visitor, WireSource.Wish.usual(frame.edition()), notice(request), List.of());
    }

    private Response list(
            int status, DeskAccess.Visitor visitor, WireSource.Wish wish, String notice, List<String> problems) {
        var all = sources.all(visitor.actor());
        if (all.isEmpty()) {
            return refused(visitor);
        }
        var view = new ListView(
                all.get().stream().map(this::line).toList(),
                form(ADDRESS, wish, frame.word("wires.add")),
                notice,
                problems);
        return frame.page(status, DeskTemplates.wires(frame.forVisitor(frame.word("wires.title"), visitor), view));
    }

    private Response refused(DeskAccess.Visitor visitor) {
        return frame.page(
                403,
                DeskTemplates.notice(
                        frame.forVisitor(frame.word("wires.title"), visitor),
                        frame.word("people.refused.not-allowed")));
    }

    /** {@code POST /desk/wires}. */
    public Response add(Request request, DeskAccess.Visitor visitor) {
        var wish = wish(request.form());
        return switch (sources.add(visitor.actor(), wish)) {
            case Verdict.Done<WireSource>(var source) -> done(source.id(), "added");
            case Verdict.Refused<WireSource>(var reasons) -> list(422, visitor, wish, "", frame.reasons(reasons));
        };
    }

    // ---- one

    /** {@code GET /desk/wires/ID}. */
    public Response show(Request request, DeskAccess.Visitor visitor) {
        return one(200, visitor, id(request), Optional.empty(), notice(request), List.of());
    }

    private Response one(
            int status,
            DeskAccess.Visitor visitor,
            String id,
            Optional<WireSource.Wish> typed,
            String notice,
            List<String> problems) {
        var all = sources.all(visitor.actor());
        if (all.isEmpty()) {
            return refused(visitor);
        }
        var found = all.get().stream().filter(source -> source.id().equals(id)).findFirst();
        if (found.isEmpty()) {
            return frame.page(404, DeskTemplates.missing(frame.forVisitor(frame.word("desk.missing"), visitor)));
        }
        var source = found.get();
        var view = new View(
                line(source),
                form(ADDRESS + "/" + id, typed.orElse(source.wish()), frame.word("desk.save")),
                source.paused(),
                source.wish().rule().publishes() ? frame.word("wires.rule-of", owner(source)) : "",
                notice,
                problems);
        return frame.page(status, DeskTemplates.wire(frame.forVisitor(source.name(), visitor), view));
    }

    private String owner(WireSource source) {
        return people.all().stream()
                .filter(person -> person.id().equals(source.setUpBy()))
                .map(person -> person.disabled() ? frame.word("wires.gone", person.name()) : person.name())
                .findFirst()
                .orElseGet(() -> frame.word("wires.nobody"));
    }

    /** {@code POST /desk/wires/ID}. */
    public Response change(Request request, DeskAccess.Visitor visitor) {
        var wish = wish(request.form());
        return switch (sources.change(visitor.actor(), id(request), wish)) {
            case Verdict.Done<WireSource> _ -> done(id(request), "changed");
            case Verdict.Refused<WireSource>(var reasons) ->
                one(422, visitor, id(request), Optional.of(wish), "", frame.reasons(reasons));
        };
    }

    /** {@code POST /desk/wires/ID/removal}. */
    public Response remove(Request request, DeskAccess.Visitor visitor) {
        return switch (sources.remove(visitor.actor(), id(request))) {
            case Verdict.Done<WireSource> _ -> Response.seeOther(ADDRESS + "?done=removed");
            case Verdict.Refused<WireSource>(var reasons) ->
                one(422, visitor, id(request), Optional.empty(), "", frame.reasons(reasons));
        };
    }

    /** {@code POST /desk/wires/ID/pausing}. */
    public Response pause(Request request, DeskAccess.Visitor visitor) {
        return answer(request, visitor, sources.pause(visitor.actor(), id(request), true), "paused");
    }

    /** {@code POST /desk/wires/ID/going-on}. */
    public Response goOn(Request request, DeskAccess.Visitor visitor) {
        return answer(request, visitor, sources.pause(visitor.actor(), id(request), false), "going-on");
    }

    /** {@code POST /desk/wires/ID/fetch}. */
    public Response fetch(Request request, DeskAccess.Visitor visitor) {
        return answer(request, visitor, sources.fetchNow(visitor.actor(), id(request)), "fetch");
    }

    private Response answer(Request request, DeskAccess.Visitor visitor, Verdict<WireSource> verdict, String done) {
        return switch (verdict) {
            case Verdict.Done<WireSource> _ -> done(id(request), done);
            case Verdict.Refused<WireSource>(var reasons) ->
                one(422, visitor, id(request), Optional.empty(), "", frame.reasons(reasons));
        };
    }

    private static Response done(String id, String done) {
        return Response.seeOther(ADDRESS + "/" + id + "?done=" + done);
    }

    private static String id(Request request) {
        return request.route().text("wire");
    }

    private String notice(Request request) {
        String done = request.query().text("done");
        return DONE.contains(done) ? frame.word("wires.done." + done) : "";
    }

    // ---- what was typed, and what is shown

    /** The edition and the section stand in one list: {@code en/city}. */
    private static WireSource.Wish wish(Parameters form) {
        var within = form.text("within").split("/", 2);
        return new WireSource.Wish(
                form.text("name"),
                form.text("address").strip(),
                WireSource.Format.of(form.text("format")).orElse(WireSource.Format.AUTOMATIC),
                number(form, "minutes"),
                within[0],
                within.length > 1 ? within[1] : "",
                form.text("mapping").replace("\r\n", "\n"),
                form.text("credit"),
                form.text("rights"),
                form.has("authors"),
                form.has("tags"),
                Arrival.Rule.of(form.text("rule")).orElse(Arrival.Rule.DRAFT),
                number(form, "most"),
                number(form, "kept"));
    }

    /** What is no number is one that no source can have. */
    private static int number(Parameters form, String name) {
        String typed = Digits.ascii(form.text(name)).strip();
        return typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : -1;
    }

    private Form form(String action, WireSource.Wish wish, String button) {
        String chosen = wish.section().isEmpty() ? wish.edition() : wish.edition() + "/" + wish.section();
        var editions = frame.openEditions();
        return new Form(
                action,
                wish.name(),
                wish.address(),
                Stream.of(WireSource.Format.values())
                        .map(format -> new Choice(
                                format.id(), frame.word("wires.format." + format.id()), format == wish.format()))
                        .toList(),
                shown(wish.minutes()),
                editions.stream()
                        .flatMap(edition -> within(edition, editions.size() > 1, chosen))
                        .toList(),
                wish.mapping(),
                wish.credit(),
                wish.rights(),
                wish.authors(),
                wish.tags(),
                Stream.of(Arrival.Rule.values())
                        .map(rule -> new Choice(rule.id(), frame.word("wires.rule." + rule.id()), rule == wish.rule()))
                        .toList(),
                shown(wish.most()),
                shown(wish.keptDays()),
                button);
    }

    private static String shown(int number) {
        return number < 0 ? "" : Integer.toString(number);
    }

    private Stream<Choice> within(String edition, boolean several, String chosen) {
        String before = several ? frame.languageName(edition) + " · " : "";
        return Stream.concat(
                Stream.of(new Choice(edition, before + frame.word("wires.no-section"), edition.equals(chosen))),
                sections.all(edition).stream()
                        .map(section -> new Choice(
                                edition + "/" + section.slug(),
                                before + section.name(),
                                (edition + "/" + section.slug()).equals(chosen))));
    }

    private Line line(WireSource source) {
        var state = source.state();
        String stands = source.paused()
                ? "paused"
                : state.failures() > 0 ? "failing" : state.fetchedAt().isEmpty() ? "new" : "fine";
        return new Line(
                ADDRESS + "/" + source.id(),
                source.name(),
                source.shownAddress(),
                switch (stands) {
                    case "paused" -> "withdrawn";
                    case "fine" -> "live";
                    default -> "review";
                },
                state.failingSince()
                        .filter(_ -> stands.equals("failing"))
                        .map(since -> frame.word("wires.state.failing", frame.moment(since)))
                        .orElseGet(() -> frame.word("wires.state." + stands)),
                state.fetchedAt()
                        .map(at -> frame.word("wires.fetched", frame.moment(at)))
                        .orElse(""),
                state.newAt()
                        .map(at -> frame.word("wires.fresh", frame.moment(at)))
                        .orElse(""),
                source.paused() ? "" : next(source),
                state.taken() == 0 ? "" : frame.word("wires.taken", state.taken()),
                state.failure(),
                source.wish().rule().publishes()
                        ? frame.word("wires.rule." + source.wish().rule().id())
                        : "");
    }

    private String next(WireSource source) {
        return source.state().dueAt().isAfter(frame.now())
                ? frame.word("wires.next", frame.inField(source.state().dueAt()))
                : frame.word("wires.next-now");
    }
}
