package news.titr.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import news.titr.language.Fold;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The table of the audit log. */
final class AuditStore {

    /** Rows from before details had names were put into JSON by SQL, which leaves line breaks as they are. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();

    private static final String INSERT =
            "INSERT INTO audit (id, at, actor, address, action, subject_kind, subject_id, subject_name, detail, folded)"
                    + " VALUES (:id, :at, :actor, :address, :action, :kind, :subject, :name, :detail, :folded)";

    private AuditStore() {}

    static void insert(Handle write, Entry entry) {
        bind(write.createUpdate(INSERT), entry).execute();
    }

    static void insert(Handle write, List<Entry> entries) {
        if (!entries.isEmpty()) {
            var rows = write.prepareBatch(INSERT);
            entries.forEach(entry -> bind(rows, entry).add());
            rows.execute();
        }
    }

    private static <S extends SqlStatement<S>> S bind(S row, Entry entry) {
        return row.bind("id", entry.id())
                .bind("at", entry.at().toEpochMilli())
                .bind("actor", entry.actor())
                .bind("address", entry.address())
                .bind("action", entry.action().id())
                .bind("kind", entry.subject().kind().id())
                .bind("subject", entry.subject().id())
                .bind("name", entry.subject().name())
                .bind("detail", json(entry.detail()))
                .bind("folded", folded(entry));
    }

    /** Newest first; cut by key, so that page 5,000 costs what page 1 costs. */
    static List<Entry> entries(Handle read, AuditQuery query, AuditQuery.After after, int limit) {
        var conditions = new ArrayList<String>();
        var values = new LinkedHashMap<String, Object>();
        conditions.add("(a.at < :at OR (a.at = :at AND a.id < :id))");
        values.put("at", after.at().toEpochMilli());
        values.put("id", after.id());
        query.actor().ifPresent(actor -> {
            conditions.add("a.actor = :actor");
            values.put("actor", actor);
        });
        if (!query.actions().isEmpty()) {
            conditions.add("a.action IN (<actions>)");
        }
        query.kind().ifPresent(kind -> {
            conditions.add("a.subject_kind = :kind");
            values.put("kind", kind.id());
        });
        query.subject().ifPresent(subject -> {
            conditions.add("a.subject_id = :subject");
            values.put("subject", subject);
        });
        query.from().ifPresent(from -> {
            conditions.add("a.at >= :from");
            values.put("from", from.toEpochMilli());
        });
        query.until().ifPresent(until -> {
            conditions.add("a.at < :until");
            values.put("until", until.toEpochMilli());
        });
        String words = Fold.fold(query.words()).strip();
        if (!words.isEmpty()) {
            conditions.add("a.folded LIKE :words ESCAPE '!'");
            values.put("words", "%" + words.replaceAll("[!%_]", "!$0") + "%");
        }
        var asked = read.createQuery("SELECT a.*, p.name AS actor_name FROM audit a"
                        + " LEFT JOIN person p ON p.id = SUBSTR(a.actor, 8) WHERE " + String.join(" AND ", conditions)
                        + " ORDER BY a.at DESC, a.id DESC LIMIT :limit")
                .bindMap(values)
                .bind("limit", limit);
        if (!query.actions().isEmpty()) {
            asked.bindList("actions", query.actions().stream().map(Action::id).toList());
        }
        return asked.map((row, _) -> entry(row)).list();
    }

    static long count(Handle read, Subject subject, Action action) {
        return read.createQuery("SELECT COUNT(*) FROM audit WHERE subject_kind = :kind AND subject_id = :subject"
                        + " AND action = :action")
                .bind("kind", subject.kind().id())
                .bind("subject", subject.id())
                .bind("action", action.id())
                .mapTo(Long.class)
                .one();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        String action = row.getString("action");
        String kind = row.getString("subject_kind");
        return new Entry(
                row.getString("id"),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getString("actor"),
                Optional.ofNullable(row.getString("actor_name")).orElse(""),
                row.getString("address"),
                Action.of(action)
                        .orElseThrow(() -> new IllegalStateException("Unknown action in the database: " + action)),
                new Subject(
                        Subject.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                        row.getString("subject_id"),
                        row.getString("subject_name")),
                detail(row.getString("detail")));
    }

    /** What a search finds an entry by. */
    private static String folded(Entry entry) {
        String texts = entry.detail().texts().entrySet().stream()
                .filter(text -> !text.getKey().isRevision() && !text.getKey().isTime())
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(" "));
        return Fold.fold(entry.subject().name() + " " + entry.subject().id() + " " + texts + " " + entry.address())
                .strip();
    }

    private static String json(Detail detail) {
        var texts = new LinkedHashMap<String, String>();
        detail.texts().forEach((name, text) -> texts.put(name.id(), text));
        try {
            return JSON.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Values in memory could not be written", e);
        }
    }

    private static Detail detail(String json) {
        try {
            var texts = new LinkedHashMap<Detail.Name, String>();
            JSON.readValue(json, new TypeReference<LinkedHashMap<String, String>>() {})
                    .forEach((id, text) -> Detail.Name.of(id).ifPresent(name -> texts.put(name, text)));
            return new Detail(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A detail in the audit log is damaged: " + json, e);
        }
    }
}
