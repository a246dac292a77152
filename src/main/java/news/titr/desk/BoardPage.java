package news.titr.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import news.titr.db.Signals;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.people.People;
import news.titr.people.Permission;
import news.titr.story.Board;
import news.titr.story.BoardColumn;
import news.titr.story.BoardFilter;
import news.titr.story.BoardViews;
import news.titr.story.Priority;
import news.titr.story.Section;
import news.titr.story.Sections;
import news.titr.story.StoryType;

/** {@code GET /desk}: the board. Every story in its column, filtered by what stands in the address. */
public final class BoardPage {

    /** The fleeting signal that something was typed into a story. */
    static final String TYPED = "board/typed";

    private static final int IN_A_COLUMN = 20;
    /** More than one change of the board ever brings. */
    private static final int MOST_CARDS = 100;

    private final Board board;
    private final BoardViews views;
    private final People people;
    private final Sections sections;
    private final Signals signals;
    private final DeskFrame frame;

    public BoardPage(
            Board board, BoardViews views, People people, Sections sections, Signals signals, DeskFrame frame) {
        this.board = board;
        this.views = views;
        this.people = people;
        this.sections = sections;
        this.signals = signals;
        this.frame = frame;
    }

    /**
     * What the board's template shows.
     *
     * @param query what stands behind the question mark of the address
     * @param position of the outbox, up to which the page has everything
     */
    public record View(
            String query,
            boolean list,
            boolean mine,
            String search,
            List<Choices> choices,
            String from,
            String until,
            List<Chip> chips,
            List<Tab> tabs,
            List<Column> columns,
            String boardAddress,
            String listAddress,
            String mineAddress,
            String clearAddress,
            boolean maySave,
            boolean mayWrite,
            long position) {}

    /** A field of the filter with what it can be set to. */
    public record Choices(String name, String label, List<Choice> choices) {}

    public record Choice(String value, String words, boolean chosen) {}

    /** Something that the board was asked for, and the board without it. */
    public record Chip(String words, String address) {}

    /** A saved view. */
    public record Tab(
            String id, String name, String address, boolean current, boolean own, boolean shared, boolean opens) {}

    /**
     * A column.
     *
     * @param count in words, «۲۰۰+» when there are more than are counted
     * @param stage that a card put here by hand gets, or empty
     * @param more where the next page is, or empty
     */
    public record Column(
            String id,
            String title,
            String count,
            String stage,
            boolean empty,
            String nothing,
            List<CardView> cards,
            String more) {}

    /** {@code GET /desk}. */
    public Response show(Request request, DeskAccess.Visitor visitor) {
        var query = BoardQuery.of(request.query());
        if (query.asksNothing()) {
            // the address says what is seen, also when the view was chosen long ago
            var opens = views.opensWith(visitor.personId());
            if (opens.isPresent()) {
                return Response.seeOther(BoardQuery.read(opens.get().query()).address());
            }
        }
        var sight = board.sight(filter(query, visitor), query.columns(), zone(), IN_A_COLUMN);
        return frame.page(
                200,
                DeskTemplates.board(frame.forVisitor(frame.word("board.title"), visitor), view(query, sight, visitor)));
    }

    /** {@code GET /desk/board/columns/NAME}: the next cards of a column, to be put behind those that are there. */
    public Response more(Request request, DeskAccess.Visitor visitor) {
        var column = BoardColumn.of(request.route().text("column"));
        var after = after(request.query().text("after"));
        if (column.isEmpty() || after.isEmpty()) {
            return frame.page(404, DeskTemplates.missing(frame.forVisitor(frame.word("desk.missing"), visitor)));
        }
        var query = BoardQuery.of(request.query());
        var page = board.column(column.get(), filter(query, visitor), zone(), after.get(), IN_A_COLUMN);
        return frame.fragment(
                200, DeskTemplates.boardColumn(frame.forVisitor("", visitor), column(page, query, visitor)));
    }

    /** {@code GET /desk/board/cards?number=…}: how these stories stand now; those that are not in it are not on the board. */
    public Response cards(Request request, DeskAccess.Visitor visitor) {
        var query = BoardQuery.of(request.query());
        var numbers = request.query().all("number").stream()
                .filter(number -> number.matches("[0-9]{1,18}"))
                .limit(MOST_CARDS)
                .map(Long::parseLong)
                .toList();
        var filter = filter(query, visitor);
        var cards = board.cards(numbers, filter, zone()).stream()
                .filter(card -> query.columns().contains(card.column()))
                .map(card -> CardView.of(card, frame, visitor.personId()))
                .toList();
        var counts = board.counts(filter, query.columns(), zone()).entrySet().stream()
                .map(count -> Map.entry(count.getKey().id(), shown(count.getValue())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return frame.fragment(200, DeskTemplates.boardCards(frame.forVisitor("", visitor), cards, counts));
    }

    /**
     * {@code GET /desk/board/events?since=…}: which stories have changed since a position of the outbox, and from then on
     * each as it changes. Listening begins before looking back, so that nothing falls between.
     */
    public Response events(Request request, DeskAccess.Visitor visitor) {
        String since = request.query().text("since");
        if (!since.matches("[0-9]{1,18}")) {
            return Response.text(422, "");
        }
        return Response.events(stream -> {
            var subscription = signals.onCommitted(entry ->
                    entry.story().ifPresent(story -> stream.send("cards", changed(entry.position(), List.of(story)))));
            var typing = signals.on(TYPED, number -> stream.send("typed", number));
            stream.whenClosed(() -> {
                subscription.close();
                typing.close();
            });
            var missed = board.since(Long.parseLong(since));
            if (missed.size() >= Board.AT_ONCE) {
                stream.send("stale", "{}");
            } else if (!missed.isEmpty()) {
                stream.send(
                        "cards",
                        changed(
                                missed.getLast().position(),
                                missed.stream()
                                        .flatMapToLong(entry -> entry.story().stream())
                                        .distinct()
                                        .boxed()
                                        .toList()));
            }
        });
    }

    private static String changed(long position, List<Long> numbers) {
        return "{\"position\":" + position + ",\"numbers\":" + numbers + "}";
    }

    private View view(BoardQuery query, Board.Sight sight, DeskAccess.Visitor visitor) {
        return new View(
                query.written(),
                query.isList(),
                query.isMine(),
                query.value("q"),
                choices(query),
                query.value("from"),
                query.value("until"),
                chips(query),
                tabs(query, visitor),
                sight.columns().stream()
                        .filter(column -> column.column() != BoardColumn.WITHDRAWN
                                || !column.cards().isEmpty()
                                || query.columns().size() == 1)
                        .map(column -> column(column, query, visitor))
                        .toList(),
                query.with("view", "board").address(),
                query.with("view", "list").address(),
                query.with("mine", query.isMine() ? "" : "1").address(),
                query.isList() ? "/desk?view=list" : "/desk?view=board",
                query.filters(),
                visitor.actor().may(Permission.WRITE),
                sight.position());
    }

    private Column column(Board.Column column, BoardQuery query, DeskAccess.Visitor visitor) {
        String id = column.column().id();
        return new Column(
                id,
                title(column.column(), query),
                shown(column.count()),
                column.column().stage().map(stage -> stage.id()).orElse(""),
                column.cards().isEmpty(),
                frame.word(query.filters() ? "board.nothing-found" : "board.nothing." + id),
                column.cards().stream()
                        .map(card -> CardView.of(card, frame, visitor.personId()))
                        .toList(),
                column.next()
                        .map(after -> "/desk/board/columns/" + id + "?after=" + after.position() + "," + after.story()
                                + (query.fields().isEmpty() ? "" : "&" + query.written()))
                        .orElse(""));
    }

    private String title(BoardColumn column, BoardQuery query) {
        boolean all = column.isOfToday() && !query.value("q").isEmpty()
                || !query.value("from").isEmpty()
                || !query.value("until").isEmpty();
        return frame.word("board.column." + column.id() + (column.isOfToday() && all ? ".all" : ""));
    }

    private String shown(int count) {
        String number = frame.dates().digits().number(count);
        return count >= Board.COUNTED ? frame.word("board.more-than", number) : number;
    }

    // ---- what can be asked for

    private List<Choices> choices(BoardQuery query) {
        var everybody = people();
        var all = new ArrayList<Choices>();
        all.add(choices(
                query,
                "section",
                sections().stream()
                        .map(section -> Map.entry(section.slug(), section.name()))
                        .distinct()
                        .toList()));
        all.add(choices(
                query,
                "stage",
                Arrays.stream(BoardColumn.values())
                        .map(column -> Map.entry(column.id(), frame.word("board.column." + column.id())))
                        .toList()));
        all.add(choices(query, "writer", everybody));
        var assignees = new ArrayList<>(everybody);
        assignees.addFirst(Map.entry(BoardFilter.NOBODY, frame.word("board.nobody")));
        all.add(choices(query, "assignee", assignees));
        all.add(choices(
                query,
                "priority",
                Arrays.stream(Priority.values())
                        .map(priority -> Map.entry(priority.id(), frame.word("priority." + priority.id())))
                        .toList()));
        all.add(choices(
                query,
                "type",
                Arrays.stream(StoryType.values())
                        .map(type -> Map.entry(type.id(), frame.word("story.type." + type.id())))
                        .toList()));
        var editions = frame.openEditions();
        if (editions.size() > 1) {
            all.add(choices(
                    query,
                    "language",
                    editions.stream()
                            .map(edition -> Map.entry(edition, frame.languageName(edition)))
                            .toList()));
        }
        return all;
    }

    private Choices choices(BoardQuery query, String name, List<Map.Entry<String, String>> values) {
        String chosen = query.value(name);
        return new Choices(
                name,
                frame.word("board.filter." + name),
                values.stream()
                        .map(value -> new Choice(
                                value.getKey(), value.getValue(), value.getKey().equals(chosen)))
                        .toList());
    }

    private List<Chip> chips(BoardQuery query) {
        var words = choices(query).stream().collect(Collectors.toMap(Choices::name, choices -> choices));
        return query.fields().stream()
                .filter(field -> !field.name().equals("view")
                        && !field.name().equals("mine")
                        && !field.name().equals("q"))
                .map(field -> new Chip(
                        frame.word("board.filter." + field.name()) + ": " + chosen(field, words),
                        query.without(field).address()))
                .toList();
    }

    private static String chosen(BoardQuery.Field field, Map<String, Choices> words) {
        return Optional.ofNullable(words.get(field.name())).stream()
                .flatMap(choices -> choices.choices().stream())
                .filter(choice -> choice.value().equals(field.value()))
                .map(Choice::words)
                .findFirst()
                .orElse(field.value());
    }

    private List<Tab> tabs(BoardQuery query, DeskAccess.Visitor visitor) {
        String opens =
                views.opensWith(visitor.personId()).map(BoardViews.Saved::id).orElse("");
        return views.of(visitor.personId()).stream()
                .map(saved -> new Tab(
                        saved.id(),
                        saved.name(),
                        BoardQuery.read(saved.query()).address(),
                        saved.query().equals(query.written()),
                        saved.owner().equals(visitor.personId()),
                        saved.shared(),
                        saved.id().equals(opens)))
                .toList();
    }

    private List<Map.Entry<String, String>> people() {
        return people.all().stream()
                .filter(person -> !person.disabled())
                .sorted(java.util.Comparator.comparing(person -> news.titr.language.SortKey.of(person.name())))
                .map(person -> Map.entry(person.id(), person.name()))
                .toList();
    }

    private List<Section> sections() {
        return sections.editions().stream()
                .flatMap(edition -> sections.all(edition).stream())
                .toList();
    }

    private BoardFilter filter(BoardQuery query, DeskAccess.Visitor visitor) {
        return query.filter(visitor.personId(), zone(), frame.now());
    }

    private java.time.ZoneId zone() {
        return frame.masthead().zone();
    }

    private static Optional<Board.After> after(String text) {
        var parts = text.split(",", -1);
        if (parts.length != 2 || !parts[0].matches("-?[0-9]{1,18}") || !parts[1].matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(new Board.After(Long.parseLong(parts[0]), Long.parseLong(parts[1])));
    }
}
