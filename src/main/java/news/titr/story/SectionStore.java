package news.titr.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The table of sections. */
final class SectionStore {

    private static final String SELECT = "SELECT id, edition, slug, name, parent, position FROM section ";

    private SectionStore() {}

    static List<Section> all(Handle read, String edition) {
        return read.createQuery(SELECT + "WHERE edition = :edition ORDER BY position, slug")
                .bind("edition", edition)
                .map(SectionStore::section)
                .list();
    }

    static Optional<Section> bySlug(Handle read, String edition, String slug) {
        return read.createQuery(SELECT + "WHERE edition = :edition AND slug = :slug")
                .bind("edition", edition)
                .bind("slug", slug)
                .map(SectionStore::section)
                .findOne();
    }

    static Optional<Section> byId(Handle read, String id) {
        return read.createQuery(SELECT + "WHERE id = :id")
                .bind("id", id)
                .map(SectionStore::section)
                .findOne();
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

    /** Makes room at the front: every section there is moves behind this many. */
    static void moveBack(Handle write, String edition, int places) {
        write.createUpdate("UPDATE section SET position = position + :places WHERE edition = :edition")
                .bind("places", places)
                .bind("edition", edition)
                .execute();
    }

    /** Adds a section, or gives the one with this slug its new name and place. */
    static void put(Handle write, Section section) {
        write.createUpdate(
                        "INSERT INTO section (id, edition, slug, name, parent, position)"
                                + " VALUES (:id, :edition, :slug, :name, :parent, :position)"
                                + " ON CONFLICT (edition, slug) DO UPDATE SET name = excluded.name, position = excluded.position")
                .bind("id", section.id())
                .bind("edition", section.edition())
                .bind("slug", section.slug())
                .bind("name", section.name())
                .bind("parent", section.parent().orElse(null))
                .bind("position", section.position())
                .execute();
    }

    private static Section section(ResultSet row, StatementContext context) throws SQLException {
        return new Section(
                row.getString("id"),
                row.getString("edition"),
                row.getString("slug"),
                row.getString("name"),
                Optional.ofNullable(row.getString("parent")),
                row.getInt("position"));
    }
}
