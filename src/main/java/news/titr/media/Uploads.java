package news.titr.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import news.titr.db.Database;
import news.titr.db.Ids;
import news.titr.people.Actor;
import news.titr.people.Permission;

/**
 * Files on their way in, piece by piece: what has arrived is kept, whatever happens to the connection, the browser or the
 * program, and the next piece goes on from there.
 */
public final class Uploads {

    /** Whoever has not gone on after this must begin again. */
    private static final Duration KEPT = Duration.ofDays(2);

    private final Database database;
    private final PictureLibrary library;
    private final Path folder;
    private final Ids ids;
    private final InstantSource clock;
    /** One piece of a file at a time, should a browser send two. */
    private final ConcurrentHashMap<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    /** @param folder for what has arrived so far; the same for all processes of the newspaper */
    public Uploads(Database database, PictureLibrary library, Path folder, Ids ids, InstantSource clock) {
        this.database = database;
        this.library = library;
        // programs that look at what came run in a folder of their own
        this.folder = folder.toAbsolutePath();
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param received how many bytes have arrived
     * @param asset what it has become, once it was whole
     * @param problem why it was not taken in
     */
    public record Upload(
            String id,
            String fileName,
            long size,
            long received,
            Optional<String> asset,
            Optional<MediaProblem> problem) {

        /** The next piece is expected, or none any more. */
        public boolean finished() {
            return asset.isPresent() || problem.isPresent();
        }
    }

    public MediaOutcome<Upload> begin(Actor actor, String fileName, long size) {
        if (!actor.may(Permission.WRITE)) {
            return MediaOutcome.refused(MediaProblem.Kind.NOT_ALLOWED);
        }
        if (size <= 0) {
            return MediaOutcome.refused(MediaProblem.Kind.EMPTY);
        }
        if (size > Intake.LARGEST_FILE) {
            return MediaOutcome.refused(new MediaProblem(MediaProblem.Kind.TOO_LARGE, Long.toString(size >> 20)));
        }
        var upload = new Upload(ids.next(), fileName, size, 0, Optional.empty(), Optional.empty());
        database.write(write -> {
            UploadStore.insert(write, upload, actor.id(), clock.instant());
            return null;
        });
        return new MediaOutcome.Done<>(upload);
    }

    public Optional<Upload> find(Actor actor, String id) {
        return database.read(read -> UploadStore.find(read, id, actor.id()));
    }

    /**
     * Takes the next piece. A piece that begins elsewhere than where the file ends so far is not taken: the answer says
     * where that is, and a piece that was sent twice does no harm.
     */
    public MediaOutcome<Upload> append(Actor actor, String id, long offset, byte[] piece) {
        var lock = locks.computeIfAbsent(id, _ -> new ReentrantLock());
        lock.lock();
        try {
            var found = find(actor, id);
            if (found.isEmpty()) {
                return MediaOutcome.refused(MediaProblem.Kind.NO_SUCH_UPLOAD);
            }
            var upload = found.get();
            if (upload.finished() || offset != upload.received() || piece.length == 0) {
                return new MediaOutcome.Done<>(upload);
            }
            if (offset + piece.length > upload.size()) {
                return MediaOutcome.refused(MediaProblem.Kind.NOT_WHOLE);
            }
            write(id, offset, piece);
            long received = offset + piece.length;
            database.write(write -> {
                UploadStore.setReceived(write, id, received, clock.instant());
                return null;
            });
            return new MediaOutcome.Done<>(received == upload.size() ? finish(actor, upload) : again(actor, id));
        } finally {
            lock.unlock();
            locks.remove(id, lock);
        }
    }

    private Upload finish(Actor actor, Upload upload) {
        var outcome = library.takeIn(actor, file(upload.id()), upload.fileName());
        database.write(write -> {
            switch (outcome) {
                case MediaOutcome.Done<PictureLibrary.TakenIn>(var taken) ->
                    UploadStore.setAsset(write, upload.id(), taken.asset().id());
                case MediaOutcome.Refused<PictureLibrary.TakenIn>(var problems) ->
                    UploadStore.setProblem(write, upload.id(), problems.getFirst());
                case MediaOutcome.Conflict<PictureLibrary.TakenIn> _ ->
                    UploadStore.setProblem(write, upload.id(), MediaProblem.of(MediaProblem.Kind.NO_SUCH_UPLOAD));
            }
            return null;
        });
        delete(upload.id());
        return again(actor, upload.id());
    }

    private Upload again(Actor actor, String id) {
        return find(actor, id).orElseThrow();
    }

    /** Forgets what nobody went on with. */
    public void forgetOld() {
        var before = clock.instant().minus(KEPT);
        database.read(read -> UploadStore.untouchedSince(read, before)).forEach(this::delete);
        database.write(write -> UploadStore.deleteUntouchedSince(write, before));
    }

    private void write(String id, long offset, byte[] piece) {
        try {
            Files.createDirectories(folder);
            try (var channel = FileChannel.open(file(id), StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
                var buffer = ByteBuffer.wrap(piece);
                while (buffer.hasRemaining()) {
                    channel.write(buffer, offset + buffer.position());
                }
                channel.force(false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep an upload in " + folder + ": " + e.getMessage(), e);
        }
    }

    private void delete(String id) {
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ids are ours, and of letters that no path minds. */
    private Path file(String id) {
        return folder.resolve("upload-" + id);
    }
}
