package news.titr.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import news.titr.audit.Action;
import news.titr.audit.AuditQuery;
import news.titr.audit.Detail;
import news.titr.audit.Entry;
import news.titr.audit.Subject;
import news.titr.http.Parameters;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.language.DateParser;
import news.titr.language.Digits;
import news.titr.language.TypedDate;
import news.titr.people.AuditLog;
import news.titr.people.People;

/** {@code /desk/audit}: who did what, when, from where, and what changed; to be searched, and taken away. */
public final class AuditPage {

    private static final int ROWS = 100;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> FIELDS = List.of("q", "who", "action", "story", "from", "until");

    private final AuditLog log;
    private final People people;
    private final ActorNames names;
    private final DeskFrame frame;

    public AuditPage(AuditLog log, People people, DeskFrame frame) {
        this.log = log;
        this.people = people;
        this.names = new ActorNames(people, frame);
        this.frame = frame;
    }

    /** What the template shows; {@code older} is the address of the rows before, or empty. */
    public record View(
            List<Line> lines,
            String older,
            boolean isFiltered,
            String words,
            String story,
            String from,
            String until,
            List<Choice> actors,
            List<Choice> actions,
            List<String> problems) {}

    public record Choice(String value, String words, boolean chosen) {}

    /** A row in words; {@code link} leads to what it was about, {@code difference} to what changed, or are empty. */
    public record Line(
            String words,
            String when,
            String moment,
            String address,
            String link,
            String difference,
            List<Text> texts) {}

    public record Text(String name, String text) {}

    /** {@code GET /desk/audit}. */
    public Response show(Request request, DeskAccess.Visitor visitor) {
        var parameters = request.query();
        var problems = new ArrayList<String>();
        var query = query(parameters, problems);
        return log.read(visitor.actor(), query, after(parameters.text("after")), ROWS + 1)
                .map(found -> {
                    var entries = found.subList(0, Math.min(ROWS, found.size()));
                    String older = found.size() > ROWS
                            ? "/desk/audit?" + written(parameters) + "after="
                                    + entries.getLast().at().toEpochMilli() + "."
                                    + entries.getLast().id()
                            : "";
                    return frame.page(
                            problems.isEmpty() ? 200 : 422,
                            DeskTemplates.audit(
                                    frame.forVisitor(frame.word("audit.title"), visitor),
                                    view(entries, older, parameters, problems)));
                })
                .orElseGet(() -> refused(visitor));
    }

    /** {@code POST /desk/audit/export}: the same rows, all of them, as CSV or as JSON Lines. */
    public Response export(Request request, DeskAccess.Visitor visitor) {
        var parameters = request.form();
        boolean csv = !parameters.text("format").equals("json");
        var query = query(parameters, new ArrayList<>());
        return log.export(visitor.actor(), query, csv ? "CSV" : "JSON Lines", filter(parameters))
                .map(copy -> csv ? csv(copy) : jsonLines(copy))
                .orElseGet(() -> refused(visitor));
    }

    private Response refused(DeskAccess.Visitor visitor) {
        return frame.page(
                403,
                DeskTemplates.notice(
                        frame.forVisitor(frame.word("audit.title"), visitor), frame.word("problem.not-allowed")));
    }

    // ---- what was asked for

    private AuditQuery query(Parameters parameters, List<String> problems) {
        String story = Digits.ascii(parameters.text("story")).strip();
        return new AuditQuery(
                text(parameters, "who"),
                Action.of(parameters.text("action")).map(Set::of).orElse(Set.of()),
                story.isEmpty() ? Optional.empty() : Optional.of(Subject.Kind.STORY),
                story.isEmpty() ? Optional.empty() : Optional.of(story),
                day(parameters, "from", problems)
                        .map(day ->
                                day.date().atStartOfDay(frame.masthead().zone()).toInstant()),
                day(parameters, "until", problems)
                        .map(day -> day.date()
                                .plusDays(1)
                                .atStartOfDay(frame.masthead().zone())
                                .toInstant()),
                parameters.text("q"));
    }

    private Optional<TypedDate> day(Parameters parameters, String name, List<String> problems) {
        var text = text(parameters, name);
        var day = text.flatMap(typed -> new DateParser(frame.masthead().zone()).parse(typed, frame.now()));
        if (text.isPresent() && day.isEmpty()) {
            problems.add(frame.word("audit.date-not-read", text.get()));
        }
        return day;
    }

    private static Optional<String> text(Parameters parameters, String name) {
        return parameters.first(name).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static AuditQuery.After after(String text) {
        int dot = text.indexOf('.');
        try {
            return dot < 0
                    ? AuditQuery.After.START
                    : new AuditQuery.After(
                            Instant.ofEpochMilli(Long.parseLong(text.substring(0, dot))), text.substring(dot + 1));
        } catch (NumberFormatException e) {
            return AuditQuery.After.START;
        }
    }

    private static String written(Parameters parameters) {
        return FIELDS.stream()
                .filter(name -> text(parameters, name).isPresent())
                .map(name -> name + "=" + URLEncoder.encode(parameters.text(name), StandardCharsets.UTF_8) + "&")
                .collect(Collectors.joining());
    }

    private static String filter(Parameters parameters) {
        return FIELDS.stream()
                .filter(name -> text(parameters, name).isPresent())
                .map(name -> name + ": " + parameters.text(name))
                .collect(Collectors.joining(", "));
    }

    // ---- rows in words

    private View view(List<Entry> entries, String older, Parameters parameters, List<String> problems) {
        var actors = new ArrayList<Choice>();
        people.all()
                .forEach(person -> actors.add(new Choice(
                        "person:" + person.id(),
                        person.name(),
                        parameters.text("who").equals("person:" + person.id()))));
        for (String other : List.of("timer", "wire", "technician", "stranger")) {
            actors.add(new Choice(
                    other,
                    frame.word("audit.actor." + other),
                    parameters.text("who").equals(other)));
        }
        return new View(
                entries.stream().map(this::line).toList(),
                older,
                !written(parameters).isEmpty(),
                parameters.text("q"),
                parameters.text("story"),
                parameters.text("from"),
                parameters.text("until"),
                actors,
                Arrays.stream(Action.values())
                        .map(action -> new Choice(
                                action.id(),
                                frame.word("audit.action." + action.id()),
                                parameters.text("action").equals(action.id())))
                        .toList(),
                problems);
    }

    private Line line(Entry entry) {
        var texts = new ArrayList<Text>();
        entry.detail().texts().forEach((name, text) -> {
            if (!name.isRevision()) {
                texts.add(new Text(frame.word("audit.detail." + name.id()), shown(name, text)));
            }
        });
        return new Line(
                words(entry),
                frame.dates().full(entry.at()),
                entry.at().toString(),
                entry.address(),
                link(entry.subject()),
                difference(entry),
                texts);
    }

    private String words(Entry entry) {
        var subject = entry.subject();
        String called = subject.name().isEmpty() ? frame.dates().digits().apply(subject.id()) : subject.name();
        return frame.word(
                "audit.did." + entry.action().id(),
                actor(entry),
                frame.word("audit.subject." + subject.kind().id(), called));
    }

    private String actor(Entry entry) {
        if (!entry.actorName().isEmpty()) {
            return entry.actorName();
        }
        String key = "audit.actor." + entry.actor();
        return frame.messages().has(key) ? frame.word(key) : names.of(entry.actor());
    }

    private String shown(Detail.Name name, String text) {
        if (name.isTime()) {
            return frame.dates().full(Instant.parse(text));
        }
        String key = name == Detail.Name.WEIGHT ? "publishing.weight." + text : "desk.state." + text;
        boolean isWord = name == Detail.Name.WEIGHT || name == Detail.Name.STAGE;
        return isWord && frame.messages().has(key) ? frame.word(key) : text;
    }

    private static String link(Subject subject) {
        return subject.kind() == Subject.Kind.STORY ? "/desk/stories/" + subject.id() : "";
    }

    private static String difference(Entry entry) {
        var before = entry.detail().text(Detail.Name.REVISION_BEFORE);
        var after = entry.detail().text(Detail.Name.REVISION);
        return before.isPresent() && after.isPresent() && entry.subject().kind() == Subject.Kind.STORY
                ? "/desk/stories/" + entry.subject().id() + "/history/comparison?from=" + before.get() + "&to="
                        + after.get()
                : "";
    }

    // ---- copies

    private Response csv(AuditLog.Copy copy) {
        return download("text/csv; charset=utf-8", "audit.csv", out -> {
            // Excel takes UTF-8 for what it is only when it begins like this
            write(
                    out,
                    "\uFEFF"
                            + row(List.of(
                                    "time", "actor", "name", "address", "action", "words", "kind", "id", "called",
                                    "detail")));
            copy.forEach(entry -> write(
                    out,
                    row(List.of(
                            entry.at().toString(),
                            entry.actor(),
                            entry.actorName(),
                            entry.address(),
                            entry.action().id(),
                            words(entry),
                            entry.subject().kind().id(),
                            entry.subject().id(),
                            entry.subject().name(),
                            entry.detail().texts().entrySet().stream()
                                    .map(text -> text.getKey().id() + ": " + text.getValue())
                                    .collect(Collectors.joining("\n"))))));
        });
    }

    private Response jsonLines(AuditLog.Copy copy) {
        return download(
                "application/x-ndjson",
                "audit.jsonl",
                out -> copy.forEach(entry -> {
                    var texts = new LinkedHashMap<String, String>();
                    entry.detail().texts().forEach((name, text) -> texts.put(name.id(), text));
                    var line = JSON.createObjectNode()
                            .put("id", entry.id())
                            .put("at", entry.at().toString())
                            .put("actor", entry.actor())
                            .put("name", entry.actorName())
                            .put("address", entry.address())
                            .put("action", entry.action().id());
                    line.putObject("subject")
                            .put("kind", entry.subject().kind().id())
                            .put("id", entry.subject().id())
                            .put("name", entry.subject().name());
                    line.set("detail", JSON.valueToTree(texts));
                    write(out, line + "\n");
                }));
    }

    private static Response download(String type, String name, Response.Writer writer) {
        return Response.of(200, type, new Response.Content.Written(writer))
                .with("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .with("X-Content-Type-Options", "nosniff");
    }

    private static void write(OutputStream out, String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String row(List<String> cells) {
        return cells.stream().map(AuditPage::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    /** What a spreadsheet would take for a formula gets an apostrophe before it, and is text. */
    static String cell(String text) {
        boolean isFormula = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
        return '"' + (isFormula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
