package news.titr.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The tables of saved views. */
final class BoardViewStore {

    private BoardViewStore() {}

    static List<BoardViews.Saved> of(Handle read, String person) {
        return read.createQuery("SELECT id, owner, name, query, shared FROM board_view"
                        + " WHERE owner = :person OR shared = 1 ORDER BY created_at, id")
                .bind("person", person)
                .map(BoardViewStore::saved)
                .list();
    }

    static Optional<BoardViews.Saved> opensWith(Handle read, String person) {
        return read.createQuery("SELECT v.id, v.owner, v.name, v.query, v.shared FROM board_default d"
                        + " JOIN board_view v ON v.id = d.view WHERE d.person = :person"
                        + " AND (v.owner = :person OR v.shared = 1)")
                .bind("person", person)
                .map(BoardViewStore::saved)
                .findOne();
    }

    static void put(Handle write, BoardViews.Saved view, Instant now) {
        write.createUpdate("INSERT INTO board_view (id, owner, name, query, shared, created_at)"
                        + " VALUES (:id, :owner, :name, :query, :shared, :now)"
                        + " ON CONFLICT (id) DO UPDATE SET query = excluded.query, shared = excluded.shared")
                .bind("id", view.id())
                .bind("owner", view.owner())
                .bind("name", view.name())
                .bind("query", view.query())
                .bind("shared", view.shared() ? 1 : 0)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    static void open(Handle write, String person, String view) {
        write.createUpdate("INSERT INTO board_default (person, view) VALUES (:person, :view)"
                        + " ON CONFLICT (person) DO UPDATE SET view = excluded.view")
                .bind("person", person)
                .bind("view", view)
                .execute();
    }

    static void openWithEverything(Handle write, String person) {
        write.createUpdate("DELETE FROM board_default WHERE person = :person")
                .bind("person", person)
                .execute();
    }

    static void delete(Handle write, String view) {
        write.createUpdate("DELETE FROM board_default WHERE view = :view")
                .bind("view", view)
                .execute();
        write.createUpdate("DELETE FROM board_view WHERE id = :view")
                .bind("view", view)
                .execute();
    }

    private static BoardViews.Saved saved(ResultSet row, StatementContext context) throws SQLException {
        return new BoardViews.Saved(
                row.getString("id"),
                row.getString("owner"),
                row.getString("name"),
                row.getString("query"),
                row.getInt("shared") == 1);
    }
}
