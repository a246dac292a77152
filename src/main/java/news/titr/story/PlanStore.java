package news.titr.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The tables of what is planned. */
final class PlanStore {

    private static final String SELECT = "SELECT p.*, s.slug AS section_slug, s.name AS section_name FROM plan p"
            + " LEFT JOIN section s ON s.id = p.section ";

    private PlanStore() {}

    static Optional<Plan> plan(Handle read, String id) {
        return plans(
                        read,
                        read.createQuery(SELECT + "WHERE p.id = :id")
                                .bind("id", id)
                                .map((row, _) -> row(row))
                                .list())
                .stream()
                .findFirst();
    }

    /** What is planned from one day to another, both included, in order. */
    static List<Plan> between(Handle read, LocalDate from, LocalDate until, int limit) {
        return plans(
                read,
                read.createQuery(SELECT
                                + "WHERE p.day >= :from AND p.day <= :until ORDER BY p.day, p.clock, p.id LIMIT :limit")
                        .bind("from", from.toString())
                        .bind("until", until.toString())
                        .bind("limit", limit)
                        .map((row, _) -> row(row))
                        .list());
    }

    /** What has passed without becoming a story or being called off, newest first. */
    static List<Plan> missed(Handle read, LocalDate from, LocalDate before, int limit) {
        return plans(
                read,
                read.createQuery(SELECT
                                + "WHERE p.day >= :from AND p.day < :before AND p.story IS NULL AND p.cancelled = 0"
                                + " ORDER BY p.day DESC, p.clock DESC, p.id DESC LIMIT :limit")
                        .bind("from", from.toString())
                        .bind("before", before.toString())
                        .bind("limit", limit)
                        .map((row, _) -> row(row))
                        .list());
    }

    static Optional<Plan> ofStory(Handle read, long story) {
        return read.createQuery("SELECT id FROM plan WHERE story = :story ORDER BY id LIMIT 1")
                .bind("story", story)
                .mapTo(String.class)
                .findOne()
                .flatMap(id -> plan(read, id));
    }

    static void insert(Handle write, Plan plan, Instant now) {
        write.createUpdate("INSERT INTO plan (id, edition, version, title, section, day, clock, place, notes, words,"
                        + " pictures, cancelled, story, begun_by, created_at) VALUES (:id, :edition, :version, :title,"
                        + " :section, :day, :clock, :place, :notes, :words, :pictures, 0, NULL, :begunBy, :now)")
                .bindMap(values(plan))
                .bind("section", section(write, plan))
                .bind("begunBy", plan.begunBy())
                .bind("now", now.toEpochMilli())
                .execute();
        putPeople(write, plan);
    }

    /** Keeps a plan as it is now; its version must be the next one. */
    static void put(Handle write, Plan plan) {
        write.createUpdate("UPDATE plan SET version = :version, title = :title, section = :section, day = :day,"
                        + " clock = :clock, place = :place, notes = :notes, words = :words, pictures = :pictures,"
                        + " cancelled = :cancelled, story = :story WHERE id = :id")
                .bindMap(values(plan))
                .bind("section", section(write, plan))
                .bind("cancelled", plan.cancelled() ? 1 : 0)
                .bind("story", plan.story().orElse(null))
                .execute();
        write.createUpdate("DELETE FROM plan_person WHERE plan = :id")
                .bind("id", plan.id())
                .execute();
        putPeople(write, plan);
    }

    private static void putPeople(Handle write, Plan plan) {
        for (String person : plan.details().people()) {
            write.createUpdate("INSERT INTO plan_person (plan, person) VALUES (:plan, :person)")
                    .bind("plan", plan.id())
                    .bind("person", person)
                    .execute();
        }
    }

    private static Map<String, Object> values(Plan plan) {
        var details = plan.details();
        var values = new HashMap<String, Object>();
        values.put("id", plan.id());
        values.put("edition", plan.edition());
        values.put("version", plan.version());
        values.put("title", details.title());
        values.put("day", details.day().toString());
        values.put("clock", details.clock().map(LocalTime::toString).orElse(""));
        values.put("place", details.place());
        values.put("notes", details.notes());
        values.put("words", details.words());
        values.put("pictures", details.pictures());
        return values;
    }

    private static @Nullable String section(Handle read, Plan plan) {
        return SectionStore.bySlug(read, plan.edition(), plan.details().section())
                .map(Section::id)
                .orElse(null);
    }

    private static List<Plan> plans(Handle read, List<Plan> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        var people = read
                .createQuery("SELECT pp.plan, pe.id, pe.name FROM plan_person pp JOIN person pe ON pe.id = pp.person"
                        + " WHERE pp.plan IN (<plans>)")
                .bindList("plans", rows.stream().map(Plan::id).toList())
                .map((row, _) ->
                        Map.entry(row.getString("plan"), new Card.Holder(row.getString("id"), row.getString("name"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return rows.stream()
                .map(plan -> with(plan, people.getOrDefault(plan.id(), List.of())))
                .toList();
    }

    private static Plan with(Plan plan, List<Card.Holder> people) {
        return new Plan(
                plan.id(),
                plan.edition(),
                plan.version(),
                plan.details().withPeople(people.stream().map(Card.Holder::id).collect(Collectors.toUnmodifiableSet())),
                plan.sectionName(),
                people,
                plan.cancelled(),
                plan.story(),
                plan.begunBy());
    }

    private static Plan row(ResultSet row) throws SQLException {
        String clock = row.getString("clock");
        long story = row.getLong("story");
        boolean isStory = !row.wasNull();
        return new Plan(
                row.getString("id"),
                row.getString("edition"),
                row.getInt("version"),
                new Plan.Details(
                        row.getString("title"),
                        Optional.ofNullable(row.getString("section_slug")).orElse(""),
                        LocalDate.parse(row.getString("day")),
                        clock.isEmpty() ? Optional.empty() : Optional.of(LocalTime.parse(clock)),
                        row.getString("place"),
                        row.getString("notes"),
                        row.getInt("words"),
                        row.getInt("pictures"),
                        java.util.Set.of()),
                Optional.ofNullable(row.getString("section_name")).orElse(""),
                List.of(),
                row.getInt("cancelled") == 1,
                isStory ? Optional.of(story) : Optional.empty(),
                row.getString("begun_by"));
    }
}
