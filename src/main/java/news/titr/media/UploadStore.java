package news.titr.media;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table of files on their way in. */
final class UploadStore {

    private UploadStore() {}

    static void insert(Handle write, Uploads.Upload upload, String actor, Instant at) {
        write.createUpdate("INSERT INTO upload (id, actor, file_name, size, received, touched_at)"
                        + " VALUES (:id, :actor, :name, :size, 0, :at)")
                .bind("id", upload.id())
                .bind("actor", actor)
                .bind("name", upload.fileName())
                .bind("size", upload.size())
                .bind("at", at.toEpochMilli())
                .execute();
    }

    static Optional<Uploads.Upload> find(Handle read, String id, String actor) {
        return read.createQuery("SELECT * FROM upload WHERE id = :id AND actor = :actor")
                .bind("id", id)
                .bind("actor", actor)
                .map((row, _) -> new Uploads.Upload(
                        row.getString("id"),
                        row.getString("file_name"),
                        row.getLong("size"),
                        row.getLong("received"),
                        Optional.of(row.getString("asset")).filter(asset -> !asset.isEmpty()),
                        problem(row.getString("problem"))))
                .findOne();
    }

    static void setReceived(Handle write, String id, long received, Instant at) {
        write.createUpdate("UPDATE upload SET received = :received, touched_at = :at WHERE id = :id")
                .bind("received", received)
                .bind("at", at.toEpochMilli())
                .bind("id", id)
                .execute();
    }

    static void setAsset(Handle write, String id, String asset) {
        write.createUpdate("UPDATE upload SET asset = :asset WHERE id = :id")
                .bind("asset", asset)
                .bind("id", id)
                .execute();
    }

    static void setProblem(Handle write, String id, MediaProblem problem) {
        write.createUpdate("UPDATE upload SET problem = :problem WHERE id = :id")
                .bind("problem", problem.kind() + ":" + problem.detail())
                .bind("id", id)
                .execute();
    }

    static List<String> untouchedSince(Handle read, Instant before) {
        return read.createQuery("SELECT id FROM upload WHERE touched_at < :before")
                .bind("before", before.toEpochMilli())
                .mapTo(String.class)
                .list();
    }

    static int deleteUntouchedSince(Handle write, Instant before) {
        return write.createUpdate("DELETE FROM upload WHERE touched_at < :before")
                .bind("before", before.toEpochMilli())
                .execute();
    }

    private static Optional<MediaProblem> problem(String stored) {
        int parting = stored.indexOf(':');
        return parting < 0
                ? Optional.empty()
                : Optional.of(new MediaProblem(
                        MediaProblem.Kind.valueOf(stored.substring(0, parting)), stored.substring(parting + 1)));
    }
}
