package news.titr.story;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The tables of what comes with an archive's stories. */
final class MovingInStore {

    private MovingInStore() {}

    static Optional<String> page(Handle read, String source, String sourceId) {
        return read.createQuery("SELECT page FROM page_origin WHERE source = :source AND source_id = :id")
                .bind("source", source)
                .bind("id", sourceId)
                .mapTo(String.class)
                .findOne();
    }

    static void insertPage(Handle write, String source, String sourceId, String page) {
        write.createUpdate("INSERT INTO page_origin (source, source_id, page) VALUES (:source, :id, :page)")
                .bind("source", source)
                .bind("id", sourceId)
                .bind("page", page)
                .execute();
    }

    static int insertComments(Handle write, List<ArchivedComment> comments) {
        var rows = write.prepareBatch("INSERT INTO story_comment (source, source_id, story, reply_to, name, site, text,"
                + " standing, at) VALUES (:source, :id, :story, :replyTo, :name, :site, :text, :standing, :at)"
                + " ON CONFLICT (source, source_id) DO NOTHING");
        for (var comment : comments) {
            rows.bind("source", comment.source())
                    .bind("id", comment.sourceId())
                    .bind("story", comment.story())
                    .bind("replyTo", comment.replyTo())
                    .bind("name", comment.name())
                    .bind("site", comment.site())
                    .bind("text", comment.text())
                    .bind("standing", comment.shown() ? "shown" : "waiting")
                    .bind("at", comment.at().toEpochMilli())
                    .add();
        }
        return added(rows);
    }

    static long comments(Handle read, long story) {
        return read.createQuery("SELECT COUNT(*) FROM story_comment WHERE story = :story")
                .bind("story", story)
                .mapTo(Long.class)
                .one();
    }

    static int insertRedirects(Handle write, List<Redirect> redirects, String actor) {
        var rows = write.prepareBatch("INSERT INTO redirect (path, target, status, hits, hit_at, version, created_at,"
                + " actor) VALUES (:path, :target, :status, 0, NULL, 1, :at, :actor) ON CONFLICT (path) DO NOTHING");
        for (var redirect : redirects) {
            rows.bind("path", redirect.path())
                    .bind("target", redirect.target())
                    .bind("status", redirect.status())
                    .bind("at", redirect.createdAt().toEpochMilli())
                    .bind("actor", actor)
                    .add();
        }
        return added(rows);
    }

    private static int added(PreparedBatch rows) {
        int added = 0;
        if (rows.size() > 0) {
            for (int count : rows.execute()) {
                added += Math.max(0, count);
            }
        }
        return added;
    }
}
