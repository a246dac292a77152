package news.titr.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import news.titr.doc.BodyJson;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The tables of static pages. */
final class StaticPageStore {

    private static final String PAGE = "p.id, p.edition, p.slug, p.position, p.newest, p.live";
    private static final String REVISION = "r.page, r.ordinal, r.at, r.actor, r.title, r.body";

    private StaticPageStore() {}

    /** Every page with its newest revision, in the order of the foot. */
    static List<StaticPage.Opened> all(Handle read, String edition) {
        return opened(read, edition, "newest");
    }

    /** The pages that readers have, as they have them. */
    static List<StaticPage.Opened> live(Handle read, String edition) {
        return opened(read, edition, "live");
    }

    private static List<StaticPage.Opened> opened(Handle read, String edition, String pointer) {
        return read.createQuery("SELECT " + PAGE + ", " + REVISION + " FROM static_page p"
                        + " JOIN static_page_revision r ON r.page = p.id AND r.ordinal = p." + pointer
                        + " WHERE p.edition = :edition ORDER BY p.position, p.slug")
                .bind("edition", edition)
                .map((row, context) -> new StaticPage.Opened(page(row, context), revision(row)))
                .list();
    }

    /** Titles of the live pages, for the foot: without their bodies. */
    static List<LiveStories.PageLink> links(Handle read, String edition) {
        return read.createQuery("SELECT p.slug, r.title FROM static_page p JOIN static_page_revision r"
                        + " ON r.page = p.id AND r.ordinal = p.live WHERE p.edition = :edition"
                        + " ORDER BY p.position, p.slug")
                .bind("edition", edition)
                .map((row, _) -> new LiveStories.PageLink(row.getString("slug"), row.getString("title")))
                .list();
    }

    static Optional<StaticPage> page(Handle read, String id) {
        return read.createQuery("SELECT " + PAGE + " FROM static_page p WHERE p.id = :id")
                .bind("id", id)
                .map(StaticPageStore::page)
                .findOne();
    }

    static Optional<StaticPage> bySlug(Handle read, String edition, String slug) {
        return read.createQuery("SELECT " + PAGE + " FROM static_page p WHERE p.edition = :edition AND p.slug = :slug")
                .bind("edition", edition)
                .bind("slug", slug)
                .map(StaticPageStore::page)
                .findOne();
    }

    static Optional<StaticPage.Revision> revision(Handle read, String page, long ordinal) {
        return read.createQuery("SELECT " + REVISION
                        + " FROM static_page_revision r WHERE r.page = :page AND r.ordinal = :ordinal")
                .bind("page", page)
                .bind("ordinal", ordinal)
                .map((row, _) -> revision(row))
                .findOne();
    }

    static List<StaticPage.Revision> history(Handle read, String page, long below, int limit) {
        return read.createQuery("SELECT " + REVISION + " FROM static_page_revision r WHERE r.page = :page"
                        + " AND r.ordinal < :below ORDER BY r.ordinal DESC LIMIT :limit")
                .bind("page", page)
                .bind("below", below)
                .bind("limit", limit)
                .map((row, _) -> revision(row))
                .list();
    }

    static void insert(Handle write, StaticPage page) {
        write.createUpdate("INSERT INTO static_page (id, edition, slug, position, newest, live)"
                        + " VALUES (:id, :edition, :slug, :position, :newest, NULL)")
                .bind("id", page.id())
                .bind("edition", page.edition())
                .bind("slug", page.slug())
                .bind("position", page.position())
                .bind("newest", page.newest())
                .execute();
    }

    static void update(Handle write, StaticPage page) {
        write.createUpdate("UPDATE static_page SET slug = :slug, position = :position, newest = :newest, live = :live"
                        + " WHERE id = :id")
                .bind("slug", page.slug())
                .bind("position", page.position())
                .bind("newest", page.newest())
                .bind("live", page.live().isPresent() ? (Long) page.live().getAsLong() : null)
                .bind("id", page.id())
                .execute();
    }

    static void insert(Handle write, StaticPage.Revision revision) {
        write.createUpdate("INSERT INTO static_page_revision (page, ordinal, at, actor, title, body)"
                        + " VALUES (:page, :ordinal, :at, :actor, :title, :body)")
                .bind("page", revision.page())
                .bind("ordinal", revision.ordinal())
                .bind("at", revision.at().toEpochMilli())
                .bind("actor", revision.actor())
                .bind("title", revision.title())
                .bind("body", BodyJson.write(revision.body()))
                .execute();
    }

    private static StaticPage page(ResultSet row, StatementContext context) throws SQLException {
        long live = row.getLong("live");
        return new StaticPage(
                row.getString("id"),
                row.getString("edition"),
                row.getString("slug"),
                row.getInt("position"),
                row.getLong("newest"),
                live == 0 ? OptionalLong.empty() : OptionalLong.of(live));
    }

    private static StaticPage.Revision revision(ResultSet row) throws SQLException {
        return new StaticPage.Revision(
                row.getString("page"),
                row.getLong("ordinal"),
                StoryStore.instant(row, "at"),
                row.getString("actor"),
                row.getString("title"),
                BodyJson.read(row.getString("body")));
    }
}
