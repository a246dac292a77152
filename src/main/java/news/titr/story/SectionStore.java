package news.titr.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The table of sections. */
final class SectionStore {

    private static final String COLUMNS = "s.id, s.edition, s.slug, s.name, s.parent, s.position, s.description,"
            + " s.hidden, s.in_navigation, s.version";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM section s ";

    /** Follows a revision's section to what it is now; {@code r} is the revision, {@code s} the section. */
    static final String JOIN_REVISION = " LEFT JOIN section was ON was.id = r.section"
            + " LEFT JOIN section s ON s.id = COALESCE(was.merged_into, was.id) ";

    private SectionStore() {}

    static List<Section> all(Handle read, String edition) {
        return read.createQuery(
                        SELECT + "WHERE s.edition = :edition AND s.merged_into IS NULL ORDER BY s.position, s.slug")
                .bind("edition", edition)
                .map(SectionStore::section)
                .list();
    }

    /** The section with this slug, or the one that once had it. */
    static Optional<Section> bySlug(Handle read, String edition, String slug) {
        return read.createQuery(SELECT + "WHERE s.edition = :edition AND s.slug = :slug AND s.merged_into IS NULL")
                .bind("edition", edition)
                .bind("slug", slug)
                .map(SectionStore::section)
                .findOne()
                .or(() -> OldSlugStore.find(read, OldSlugStore.SECTION, edition, slug)
                        .flatMap(id -> byId(read, id)));
    }

    /** The section with this id, or the one that it was merged into. */
    static Optional<Section> byId(Handle read, String id) {
        return read.createQuery("SELECT " + COLUMNS + " FROM section was"
                        + " JOIN section s ON s.id = COALESCE(was.merged_into, was.id) WHERE was.id = :id")
                .bind("id", id)
                .map(SectionStore::section)
                .findOne();
    }

    /** The sections that one stands below, up to the root. */
    static Set<String> above(Handle read, String id) {
        return above(parents(read), id);
    }

    /** These sections and all that stand below them. */
    static Set<String> withThoseBelow(Handle read, Collection<String> ids) {
        var parents = parents(read);
        var all = new LinkedHashSet<>(ids);
        parents.keySet().stream()
                .filter(id -> above(parents, id).stream().anyMatch(ids::contains))
                .forEach(all::add);
        return all;
    }

    /** The ids of a section, of those below it, and of those that were merged into one of them. */
    static List<String> idsWithin(Handle read, Section section) {
        var within = withThoseBelow(read, Set.of(section.id()));
        return read.createQuery("SELECT id FROM section WHERE COALESCE(merged_into, id) IN (<ids>)")
                .bindList("ids", List.copyOf(within))
                .mapTo(String.class)
                .list();
    }

    private static Set<String> above(Map<String, String> parents, String id) {
        var above = new LinkedHashSet<String>();
        for (String parent = parents.get(id); parent != null && above.add(parent); ) {
            parent = parents.get(parent);
        }
        return above;
    }

    private static Map<String, String> parents(Handle read) {
        var parents = new HashMap<String, String>();
        read.createQuery("SELECT id, parent FROM section WHERE parent IS NOT NULL")
                .map((row, _) -> Map.entry(row.getString("id"), row.getString("parent")))
                .forEach(section -> parents.put(section.getKey(), section.getValue()));
        return parents;
    }

    /** Every section of an edition by its id, merged ones as what they are now. */
    static Map<String, Section> byIds(Handle read, String edition) {
        var sections = new HashMap<String, Section>();
        read.createQuery("SELECT was.id AS was, " + COLUMNS + " FROM section was"
                        + " JOIN section s ON s.id = COALESCE(was.merged_into, was.id) WHERE was.edition = :edition")
                .bind("edition", edition)
                .map((row, context) -> Map.entry(row.getString("was"), section(row, context)))
                .forEach(section -> sections.put(section.getKey(), section.getValue()));
        return sections;
    }

    static List<String> editions(Handle read) {
        return read.createQuery("SELECT id FROM edition ORDER BY position, id")
                .mapTo(String.class)
                .list();
    }

    static void putEdition(Handle write, String edition) {
        write.createUpdate("INSERT INTO edition (id, position) VALUES (:id, (SELECT COUNT(*) + 1 FROM edition))"
                        + " ON CONFLICT (id) DO NOTHING")
                .bind("id", edition)
                .execute();
    }

    static void insert(Handle write, Section section) {
        var statement = write.createUpdate(
                "INSERT INTO section (id, edition, slug, name, parent, position, description, hidden, in_navigation,"
                        + " version) VALUES (:id, :edition, :slug, :name, :parent, :position, :description, :hidden,"
                        + " :inNavigation, :version)");
        bind(statement, section).bind("edition", section.edition()).execute();
    }

    static void update(Handle write, Section section) {
        var statement = write.createUpdate("UPDATE section SET slug = :slug, name = :name, parent = :parent,"
                + " position = :position, description = :description, hidden = :hidden,"
                + " in_navigation = :inNavigation, version = :version WHERE id = :id");
        bind(statement, section).execute();
    }

    private static org.jdbi.v3.core.statement.Update bind(
            org.jdbi.v3.core.statement.Update statement, Section section) {
        return statement
                .bind("id", section.id())
                .bind("slug", section.slug())
                .bind("name", section.name())
                .bind("parent", section.parent().orElse(null))
                .bind("position", section.position())
                .bind("description", section.description())
                .bind("hidden", section.hidden() ? 1 : 0)
                .bind("inNavigation", section.inNavigation() ? 1 : 0)
                .bind("version", section.version());
    }

    static void place(Handle write, String id, int position) {
        write.createUpdate("UPDATE section SET position = :position WHERE id = :id")
                .bind("position", position)
                .bind("id", id)
                .execute();
    }

    static void delete(Handle write, String id) {
        OldSlugStore.forget(write, OldSlugStore.SECTION, id);
        write.createUpdate("DELETE FROM section WHERE id = :id").bind("id", id).execute();
    }

    /** True when some revision of some story names it, be it the newest or not. */
    static boolean isUsed(Handle read, String id) {
        return read.createQuery("SELECT id FROM revision WHERE section = :id LIMIT 1")
                        .bind("id", id)
                        .mapTo(String.class)
                        .findOne()
                        .isPresent()
                || read.createQuery("SELECT id FROM section WHERE merged_into = :id LIMIT 1")
                        .bind("id", id)
                        .mapTo(String.class)
                        .findOne()
                        .isPresent();
    }

    /** How many live stories stand in each section, by its id. */
    static Map<String, Long> counts(Handle read) {
        var counts = new HashMap<String, Long>();
        read.createQuery("SELECT live_section, COUNT(*) AS stories FROM story WHERE live_section IS NOT NULL"
                        + " GROUP BY live_section")
                .map((row, _) -> Map.entry(row.getString("live_section"), row.getLong("stories")))
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    /** Everything that stood in a section stands in another from now on; the row stays, for old revisions name it. */
    static void merge(Handle write, Section from, Section into) {
        for (String statement : List.of(
                "UPDATE story SET live_section = :into WHERE live_section = :from",
                "UPDATE story_card SET section = :into WHERE section = :from",
                "UPDATE section SET parent = :into WHERE parent = :from",
                "UPDATE section SET merged_into = :into WHERE merged_into = :from",
                "UPDATE section SET merged_into = :into, parent = NULL, slug = :slug, version = version + 1"
                        + " WHERE id = :from")) {
            var update = write.createUpdate(statement).bind("from", from.id()).bind("into", into.id());
            if (statement.contains(":slug")) {
                // no slug has this sign, so that the old one is free
                update.bind("slug", "~" + from.id());
            }
            update.execute();
        }
        OldSlugStore.lead(write, OldSlugStore.SECTION, from.id(), into.id());
        OldSlugStore.put(write, OldSlugStore.SECTION, from.edition(), from.slug(), into.id());
    }

    private static Section section(ResultSet row, StatementContext context) throws SQLException {
        return new Section(
                row.getString("id"),
                row.getString("edition"),
                row.getString("slug"),
                row.getString("name"),
                Optional.ofNullable(row.getString("parent")),
                row.getInt("position"),
                row.getString("description"),
                row.getInt("hidden") != 0,
                row.getInt("in_navigation") != 0,
                row.getLong("version"));
    }
}
