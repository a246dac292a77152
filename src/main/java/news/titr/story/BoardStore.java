package news.titr.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads cards. */
final class BoardStore {

    private static final String SELECT = "SELECT c.*, s.name AS section_name, w.name AS writer_name,"
            + " a.name AS assignee_name, k.name AS claimer_name,"
            + " (SELECT COUNT(*) FROM note n WHERE n.story = c.story AND n.resolved_at IS NULL) AS open_notes,"
            + " (SELECT embargo_until FROM story t WHERE t.number = c.story) AS embargo,"
            + " i.source_name AS wire, i.newer_at AS wire_newer, i.status AS wire_status, i.release AS wire_release FROM ";
    private static final String NAMES = " c LEFT JOIN section s ON s.id = c.section"
            + " LEFT JOIN person w ON w.id = c.writer LEFT JOIN person a ON a.id = c.assignee"
            + " LEFT JOIN person k ON k.id = c.claimed_by"
            + " LEFT JOIN wire_item i ON i.story = c.story AND i.standing = 'own'";

    private BoardStore() {}

    static Board.Column column(
            Handle read,
            BoardColumn column,
            BoardFilter filter,
            Optional<List<Long>> found,
            Instant today,
            Board.After after,
            int limit) {
        var wanted = Conditions.of(filter).in(column, filter, found, today);
        var conditions = wanted.copy().add("(position, story) > (:position, :story)");
        conditions.bind("position", after.position()).bind("story", after.story());
        // the names are looked up for one page, not for all that the filter lets through
        var query = read.createQuery(SELECT + "(SELECT * FROM story_card WHERE " + conditions.sql()
                + " ORDER BY position, story LIMIT :limit)" + NAMES + " ORDER BY c.position, c.story");
        var cards = conditions
                .bindTo(query)
                .bind("limit", limit + 1)
                .map(BoardStore::card)
                .list();
        boolean more = cards.size() > limit;
        var page = more ? cards.subList(0, limit) : cards;
        return new Board.Column(
                column,
                List.copyOf(page),
                more ? Optional.of(Board.After.of(page.getLast())) : Optional.empty(),
                more || !after.equals(Board.After.START) ? count(read, wanted) : page.size());
    }

    static int count(Handle read, BoardColumn column, BoardFilter filter, Optional<List<Long>> found, Instant today) {
        return count(read, Conditions.of(filter).in(column, filter, found, today));
    }

    private static int count(Handle read, Conditions conditions) {
        var query = read.createQuery("SELECT COUNT(*) FROM (SELECT 1 AS one FROM story_card WHERE " + conditions.sql()
                + " LIMIT :limit) counted");
        return conditions
                .bindTo(query)
                .bind("limit", Board.COUNTED)
                .mapTo(Integer.class)
                .one();
    }

    /** Live stories with the filter's words in a headline that readers have not seen yet, the latest first. */
    static List<Long> newerDrafts(Handle read, BoardFilter filter, int most) {
        var conditions = new Conditions().add("mark = 'newer-draft'");
        conditions.headline(filter);
        return conditions
                .bindTo(read.createQuery("SELECT story FROM story_card WHERE " + conditions.sql()
                        + " ORDER BY position, story LIMIT :limit"))
                .bind("limit", most)
                .mapTo(Long.class)
                .list();
    }

    static List<Card> cards(
            Handle read, List<Long> numbers, BoardFilter filter, Optional<List<Long>> found, Instant today) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        var conditions = Conditions.of(filter).add("story IN (<numbers>)");
        if (found.isEmpty()) {
            conditions.headline(filter);
        }
        var query = read.createQuery(SELECT + "(SELECT * FROM story_card WHERE " + conditions.sql() + ")" + NAMES)
                .bindList("numbers", numbers);
        var worded = found.<Set<Long>>map(Set::copyOf);
        return conditions.bindTo(query).map(BoardStore::card).list().stream()
                .filter(card -> worded.isEmpty()
                        || worded.get().contains(card.number())
                        || filter.isInHeadline(card.headline()))
                .filter(card ->
                        !card.column().isOfToday() || filter.looksBack() || -card.position() >= today.toEpochMilli())
                .toList();
    }

    static Optional<Card> card(Handle read, long number) {
        return read.createQuery(SELECT + "story_card" + NAMES + " WHERE c.story = :number")
                .bind("number", number)
                .map(BoardStore::card)
                .findOne();
    }

    private static Card card(ResultSet row, StatementContext context) throws SQLException {
        return new Card(
                row.getLong("story"),
                BoardColumn.of(row.getString("board_column")).orElseThrow(),
                row.getLong("position"),
                Stage.of(row.getString("stage")).orElse(Stage.DRAFT),
                row.getString("release").equals("live"),
                row.getString("edition"),
                StoryType.of(row.getString("type")).orElse(StoryType.NEWS),
                Optional.ofNullable(row.getString("section_name")).orElse(""),
                row.getString("headline"),
                row.getString("byline"),
                holder(row, "writer", "writer_name"),
                holder(row, "assignee", "assignee_name"),
                holder(row, "claimed_by", "claimer_name"),
                Priority.ofLevel(row.getInt("priority")),
                row.getInt("words"),
                Missing.read(row.getString("missing")),
                row.getInt("open_notes"),
                Card.Mark.of(row.getString("mark")),
                StoryStore.instantIfAny(row, "embargo"),
                row.getString("returned"),
                wire(row),
                StoryStore.instant(row, "moved_at"),
                StoryStore.instant(row, "changed_at"));
    }

    private static Optional<Card.Wire> wire(ResultSet row) throws SQLException {
        String source = row.getString("wire");
        return source == null
                ? Optional.empty()
                : Optional.of(new Card.Wire(
                        source,
                        StoryStore.instantIfAny(row, "wire_newer").isPresent(),
                        !row.getString("wire_status").equals(Arrival.Status.USABLE.id()),
                        row.getString("wire_release").equals("refused")));
    }

    private static Optional<Card.Holder> holder(ResultSet row, String id, String name) throws SQLException {
        String person = row.getString(id);
        String called = row.getString(name);
        return person == null || called == null ? Optional.empty() : Optional.of(new Card.Holder(person, called));
    }

    /** Conditions with their values: the values are bound, never written into the SQL. */
    private static final class Conditions {

        private final List<String> parts = new ArrayList<>();
        private final Map<String, Object> values = new HashMap<>();
        private List<Long> found = List.of();

        static Conditions of(BoardFilter filter) {
            var conditions = new Conditions();
            filter.section()
                    .ifPresent(slug -> conditions
                            .add("section IN (SELECT id FROM section WHERE slug = :section)")
                            .bind("section", slug));
            filter.writer().ifPresent(person -> conditions.equal("writer", person));
            filter.assignee().ifPresent(person -> {
                if (person.equals(BoardFilter.NOBODY)) {
                    conditions.add("assignee IS NULL");
                } else {
                    conditions.equal("assignee", person);
                }
            });
            filter.mine()
                    .ifPresent(person -> conditions
                            .add("(writer = :mine OR assignee = :mine OR claimed_by = :mine)")
                            .bind("mine", person));
            filter.edition().ifPresent(edition -> conditions.equal("edition", edition));
            filter.type().ifPresent(type -> conditions.equal("type", type.id()));
            filter.priority().ifPresent(priority -> conditions.equal("priority", priority.level()));
            filter.from()
                    .ifPresent(from -> conditions.add("changed_at >= :from").bind("from", from.toEpochMilli()));
            filter.until()
                    .ifPresent(until -> conditions.add("changed_at < :until").bind("until", until.toEpochMilli()));
            return conditions;
        }

        private void headline(BoardFilter filter) {
            if (filter.number().isPresent()) {
                add("(story = :number OR headline_key LIKE :word0)")
                        .bind("number", filter.number().get())
                        .bind("word0", "%" + filter.number().get() + "%");
                return;
            }
            var words = filter.foldedWords();
            for (int i = 0; i < words.size(); i++) {
                // letters and digits only: nothing in it means anything to LIKE
                add("headline_key LIKE :word" + i).bind("word" + i, "%" + words.get(i) + "%");
            }
            if (words.isEmpty() && !filter.words().isBlank()) {
                add("1 = 0");
            }
        }

        /** @param found the live stories with the filter's words, where they are known otherwise than by a look at all cards */
        Conditions in(BoardColumn column, BoardFilter filter, Optional<List<Long>> found, Instant today) {
            equal("board_column", column.id());
            if (column == BoardColumn.LIVE && found.isPresent()) {
                among(found.get());
            } else {
                headline(filter);
            }
            if (column.isOfToday() && !filter.looksBack()) {
                add("position <= :today").bind("today", -today.toEpochMilli());
            }
            return this;
        }

        private void equal(String column, Object value) {
            add(column + " = :" + column).bind(column, value);
        }

        Conditions add(String condition) {
            parts.add(condition);
            return this;
        }

        private Conditions among(List<Long> numbers) {
            if (numbers.isEmpty()) {
                return add("1 = 0");
            }
            found = numbers;
            return add("story IN (<found>)");
        }

        Conditions bind(String name, Object value) {
            values.put(name, value);
            return this;
        }

        Conditions copy() {
            var copy = new Conditions();
            copy.parts.addAll(parts);
            copy.values.putAll(values);
            copy.found = found;
            return copy;
        }

        String sql() {
            return parts.isEmpty() ? "1 = 1" : String.join(" AND ", parts);
        }

        Query bindTo(Query query) {
            return found.isEmpty()
                    ? query.bindMap(values)
                    : query.bindMap(values).bindList("found", found);
        }
    }
}
