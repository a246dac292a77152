package news.titr.archive;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A table that goes into the archive.
 *
 * @param name as in the database
 * @param place where its rows stand: the name of a file, or of a field of each story
 * @param columns in the order in which the archive shows them; without the story for those that stand in one
 * @param join further tables that say to which story a row belongs; empty where the row says it itself
 * @param storyColumn the column, with its table, that says to which story a row belongs; empty for a file of its own
 * @param order columns with their tables, which no two rows have alike; those that hold text end in {@code ~}
 * @param later a column that points to another row of the table, which may come after it; empty for none
 */
record ArchiveTable(
        String name,
        String place,
        Shape shape,
        List<ArchiveColumn> columns,
        String join,
        String storyColumn,
        List<String> order,
        Optional<String> later) {

    enum Shape {
        /** A file with a line for each row. */
        FILE,
        /** A line for each row, in a file for each thousand story numbers; {@link #ONE} and {@link #MANY} stand in it. */
        STORY,
        /** At most one row for a story: an object in it. */
        ONE,
        /** An array in the story. */
        MANY
    }

    static ArchiveTable file(String name, String place, String order, String... columns) {
        return new ArchiveTable(name, place, Shape.FILE, columns(columns), "", "", words(order), Optional.empty());
    }

    static ArchiveTable story(String... columns) {
        return new ArchiveTable(
                "story",
                "stories",
                Shape.STORY,
                columns(columns),
                "",
                "t.number",
                List.of("t.number"),
                Optional.empty());
    }

    static ArchiveTable one(String name, String field, String... columns) {
        return new ArchiveTable(
                name, field, Shape.ONE, columns(columns), "", "t.story", List.of("t.story"), Optional.empty());
    }

    /** @param order behind the story */
    static ArchiveTable many(String name, String field, String order, String... columns) {
        return new ArchiveTable(
                name, field, Shape.MANY, columns(columns), "", "t.story", words("t.story " + order), Optional.empty());
    }

    /** The same, of a table whose rows belong to a row that belongs to a story. */
    ArchiveTable by(String joined, String story) {
        var ordered = order.stream()
                .map(column -> column.equals("t.story") ? story : column)
                .toList();
        return new ArchiveTable(name, place, shape, columns, joined, story, ordered, later);
    }

    ArchiveTable withLater(String column) {
        return new ArchiveTable(name, place, shape, columns, join, storyColumn, order, Optional.of(column));
    }

    /** True when the rows hold the story's number themselves, and the archive leaves it out because they stand in it. */
    boolean hasStoryColumn() {
        return (shape == Shape.ONE || shape == Shape.MANY) && join.isEmpty();
    }

    /** The path of its file in the archive. */
    String path() {
        return place + ".jsonl";
    }

    private static List<ArchiveColumn> columns(String... lines) {
        return Arrays.stream(lines)
                .flatMap(line -> words(line).stream())
                .map(ArchiveColumn::read)
                .toList();
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
