package news.titr.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.titr.http.Parameters;
import news.titr.language.DateParser;
import news.titr.story.BoardColumn;
import news.titr.story.BoardFilter;
import news.titr.story.Priority;
import news.titr.story.StoryType;

/**
 * What the board was asked for. It stands whole in the address, so that a view can be kept, sent to a colleague, and gone
 * back to.
 *
 * @param fields what was filled in, in the order of {@link #FIELDS}
 */
record BoardQuery(List<Field> fields) {

    /** Everything that can be asked for; anything else in an address is passed over. */
    static final List<String> FIELDS = List.of(
            "q",
            "mine",
            "section",
            "stage",
            "writer",
            "assignee",
            "language",
            "type",
            "priority",
            "from",
            "until",
            "view");

    private static final int LONGEST = 200;

    record Field(String name, String value) {}

    static BoardQuery of(Parameters parameters) {
        var fields = new ArrayList<Field>();
        for (String name : FIELDS) {
            parameters.all(name).stream()
                    .map(String::strip)
                    .filter(value -> !value.isEmpty() && value.length() <= LONGEST)
                    .distinct()
                    .forEach(value -> fields.add(new Field(name, value)));
        }
        return new BoardQuery(List.copyOf(fields));
    }

    /** Reads what {@link #written} has written. */
    static BoardQuery read(String written) {
        var values = Arrays.stream(written.split("&", -1))
                .map(part -> part.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.groupingBy(
                        pair -> pair[0],
                        Collectors.mapping(
                                pair -> java.net.URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                                Collectors.toList())));
        return of(new Parameters(values));
    }

    String value(String name) {
        return values(name).findFirst().orElse("");
    }

    private Stream<String> values(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).map(Field::value);
    }

    boolean asksNothing() {
        return fields.isEmpty();
    }

    /** Whether anything but the way it is shown was asked for. */
    boolean filters() {
        return fields.stream().anyMatch(field -> !field.name().equals("view"));
    }

    boolean isList() {
        return value("view").equals("list");
    }

    boolean isMine() {
        return !value("mine").isEmpty();
    }

    /** What stands behind the question mark, always in the same order. */
    String written() {
        return fields.stream()
                .map(field -> field.name() + "=" + URLEncoder.encode(field.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    String address() {
        return fields.isEmpty() ? "/desk?view=board" : "/desk?" + written();
    }

    BoardQuery with(String name, String value) {
        var parameters = new ArrayList<Field>();
        for (String each : FIELDS) {
            if (each.equals(name)) {
                if (!value.isEmpty()) {
                    parameters.add(new Field(name, value));
                }
            } else {
                values(each).forEach(kept -> parameters.add(new Field(each, kept)));
            }
        }
        return new BoardQuery(List.copyOf(parameters));
    }

    BoardQuery without(Field unwanted) {
        return new BoardQuery(
                fields.stream().filter(field -> !field.equals(unwanted)).toList());
    }

    /** The columns that were asked for: all, when none was named. */
    List<BoardColumn> columns() {
        var named =
                values("stage").flatMap(stage -> BoardColumn.of(stage).stream()).toList();
        return named.isEmpty()
                ? List.of(BoardColumn.values())
                : Arrays.stream(BoardColumn.values()).filter(named::contains).toList();
    }

    BoardFilter filter(String visitor, ZoneId zone, Instant now) {
        return new BoardFilter(
                value("q"),
                values("section").findFirst(),
                values("writer").findFirst(),
                values("assignee").findFirst(),
                isMine() ? Optional.of(visitor) : Optional.empty(),
                values("language").findFirst(),
                StoryType.of(value("type")),
                Priority.of(value("priority")),
                date("from", zone, now).map(date -> date.atStartOfDay(zone).toInstant()),
                date("until", zone, now)
                        .map(date -> date.plusDays(1).atStartOfDay(zone).toInstant()));
    }

    private Optional<LocalDate> date(String name, ZoneId zone, Instant now) {
        return new DateParser(zone).parse(value(name), now).map(typed -> typed.date());
    }
}
