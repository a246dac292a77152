package news.titr.archive;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.titr.archive.ArchiveTable.Shape;
import news.titr.db.Database;
import news.titr.db.Outbox;
import news.titr.media.BlobStore;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Makes the newspaper of an archive, in an empty one. Pictures are kept first, each under its checksum; then everything else comes
 * in one transaction, so that a newspaper is there as a whole or not at all, and whoever was cut off begins anew.
 */
public final class ArchiveImport {

    private static final Pattern PICTURE = Pattern.compile("pictures/[0-9a-f]{2}/(?<key>[0-9a-f]{64})\\.[a-z0-9]+");
    private static final Pattern STORIES = Pattern.compile("stories/[0-9]+\\.jsonl");

    /** So much is read before it is written: characters, about. */
    private static final int AT_ONCE = 2 << 20;

    private final Database database;
    private final BlobStore blobs;
    private final InstantSource clock;
    private final Path workspace;

    /** @param workspace a folder for one picture at a time */
    public ArchiveImport(Database database, BlobStore blobs, InstantSource clock, Path workspace) {
        this.database = database;
        this.blobs = blobs;
        this.clock = clock;
        this.workspace = workspace;
    }

    /**
     * What came in.
     *
     * @param missing keys of files of pictures that the archive itself lacks
     */
    public record TakenIn(Map<String, Long> counts, List<String> missing) {}

    /** Takes a file that is not for the database, before the rest is there; may be given it again after a failure. */
    @FunctionalInterface
    public interface Extras {
        /** @param path in the archive: without steps up, and not from a root */
        void take(String path, InputStream content) throws IOException;
    }

    /**
     * Afterwards all that is derived is to be made.
     *
     * @param event what the outbox tells running servers
     * @throws ArchiveProblem when it cannot be taken in; then the newspaper is as it was
     */
    public TakenIn take(Path archive, String event, Extras extras, Progress progress) {
        refuseUnlessEmpty();
        try (var reading = new ArchiveReading(archive)) {
            reading.check(progress);
            keepPictures(reading, progress);
            for (var file : reading.files()) {
                if (!isOurs(file.path())) {
                    try (var in = reading.open(file.path())) {
                        extras.take(file.path(), in);
                    }
                }
            }
            var run = new Run(reading, progress);
            var counts = database.write(write -> {
                var taken = run.all(write);
                Outbox.append(write, clock.instant(), event, OptionalLong.empty());
                return taken;
            });
            return new TakenIn(counts, reading.told().missing());
        } catch (ArchiveProblem e) {
            throw new ArchiveProblem("Cannot take in " + archive + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new ArchiveProblem("Cannot read " + archive + ": " + e.getMessage(), e);
        }
    }

    private void refuseUnlessEmpty() {
        var filled = database.read(ArchiveStore::filled);
        if (!filled.isEmpty()) {
            throw new ArchiveProblem("The newspaper is not empty: it has " + String.join(", ", filled)
                    + ". An archive goes into a new one; choose another --data");
        }
    }

    private static boolean isOurs(String path) {
        return path.equals("README.txt")
                || path.startsWith("ninjs/")
                || PICTURE.matcher(path).matches()
                || STORIES.matcher(path).matches()
                || ArchiveTables.FILES.stream().anyMatch(table -> table.path().equals(path));
    }

    private void keepPictures(ArchiveReading reading, Progress progress) throws IOException {
        Files.createDirectories(workspace);
        var copy = workspace.resolve("archive-picture.part");
        long done = 0;
        try {
            for (var file : reading.files()) {
                var picture = PICTURE.matcher(file.path());
                if (picture.matches()) {
                    if (!picture.group("key").equals(file.sha256())) {
                        if (reading.told().missing().contains(picture.group("key"))) {
                            continue;
                        }
                        throw new ArchiveProblem(file.path() + " in it is not the file that its name says");
                    }
                    if (blobs.find(file.sha256()).isEmpty()) {
                        try (var in = reading.open(file.path())) {
                            Files.copy(in, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                        }
                        blobs.put(copy);
                    }
                    progress.told("pictures", ++done, 0);
                }
            }
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** One import of all rows, inside one transaction. */
    private static final class Run {
        private final ArchiveReading reading;
        private final Progress progress;
        private final Map<ArchiveTable, List<ArchiveStore.Row>> rows = new HashMap<>();
        private final Map<String, Long> counts = new HashMap<>();
        private long size;

        Run(ArchiveReading reading, Progress progress) {
            this.reading = reading;
            this.progress = progress;
        }

        Map<String, Long> all(Handle write) {
            ArchiveStore.clear(write);
            for (var table : ArchiveTables.ALL) {
                if (table.shape() == Shape.FILE && reading.has(table.path())) {
                    file(write, table);
                } else if (table.shape() == Shape.STORY) {
                    stories(write);
                }
            }
            return Map.copyOf(counts);
        }

        private void stories(Handle write) {
            for (var file : reading.files()) {
                if (STORIES.matcher(file.path()).matches()) {
                    objects(file.path(), (in, _) -> {
                        story(in);
                        writeWhenMany(write);
                    });
                }
            }
            writeRows(write);
        }

        private void file(Handle write, ArchiveTable table) {
            objects(table.path(), (in, _) -> {
                add(table, 0, row(in, table, 0));
                if (table.later().isEmpty()) {
                    writeWhenMany(write);
                }
            });
            writeRows(write);
        }

        private interface Taking {
            void take(JsonParser in, long line) throws IOException;
        }

        /** Every object of a file; a problem says in which line it is. */
        private void objects(String path, Taking taking) {
            long line = 1;
            try (var in = ArchiveJson.from(reading.open(path))) {
                for (var token = in.nextToken(); token != null; token = in.nextToken()) {
                    if (token != JsonToken.START_OBJECT) {
                        throw new ArchiveProblem("an object was expected");
                    }
                    taking.take(in, line);
                    line++;
                }
            } catch (JsonProcessingException e) {
                throw new ArchiveProblem("%s, line %d: %s".formatted(path, line, e.getOriginalMessage()), e);
            } catch (ArchiveProblem e) {
                throw new ArchiveProblem("%s, line %d: %s".formatted(path, line, e.getMessage()), e);
            } catch (IOException e) {
                throw new ArchiveProblem("%s, line %d: %s".formatted(path, line, e.getMessage()), e);
            }
        }

        /** A story: its own fields first, then what belongs to it. */
        private void story(JsonParser in) throws IOException {
            var table = ArchiveTables.STORIES;
            var values = new @Nullable Object[table.columns().size()];
            var parts = new ArrayList<Map.Entry<ArchiveTable, ArchiveStore.Row>>();
            long number = 0;
            for (var token = in.nextToken(); token == JsonToken.FIELD_NAME; token = in.nextToken()) {
                String field = in.currentName();
                in.nextToken();
                var part = ArchiveTables.IN_STORIES.stream()
                        .filter(inStory -> inStory.place().equals(field))
                        .findFirst();
                if (part.isEmpty()) {
                    int column = column(table, field);
                    values[column] = ArchiveJson.value(in, table.columns().get(column));
                    if (field.equals("number") && values[column] instanceof Long told) {
                        number = told;
                    }
                } else if (in.currentToken() == JsonToken.START_ARRAY) {
                    while (in.nextToken() == JsonToken.START_OBJECT) {
                        parts.add(Map.entry(
                                part.get(),
                                new ArchiveStore.Row(
                                        number, row(in, part.get(), number).values())));
                    }
                } else {
                    parts.add(Map.entry(part.get(), row(in, part.get(), number)));
                }
            }
            add(table, number, new ArchiveStore.Row(number, filled(table, values)));
            parts.forEach(part -> add(part.getKey(), part.getValue().story(), part.getValue()));
        }

        /** The row of an object that the parser stands at. */
        private ArchiveStore.Row row(JsonParser in, ArchiveTable table, long story) throws IOException {
            if (in.currentToken() != JsonToken.START_OBJECT) {
                throw new ArchiveProblem("“" + table.place() + "” must hold objects");
            }
            var values = new @Nullable Object[table.columns().size()];
            for (var token = in.nextToken(); token == JsonToken.FIELD_NAME; token = in.nextToken()) {
                int column = column(table, in.currentName());
                in.nextToken();
                values[column] = ArchiveJson.value(in, table.columns().get(column));
                if (values[column] instanceof String text) {
                    size += text.length();
                }
            }
            size += 100;
            return new ArchiveStore.Row(story, filled(table, values));
        }

        private static int column(ArchiveTable table, String field) {
            for (int i = 0; i < table.columns().size(); i++) {
                if (table.columns().get(i).field().equals(field)) {
                    return i;
                }
            }
            throw new ArchiveProblem(
                    "there is a field “%s” that this program does not know; it may be too old".formatted(field));
        }

        /** With what rows have that were written before a column was there. */
        private static @Nullable Object[] filled(ArchiveTable table, @Nullable Object[] values) {
            for (int i = 0; i < values.length; i++) {
                var column = table.columns().get(i);
                if (values[i] == null && column.fallback().isPresent()) {
                    String fallback = column.fallback().get();
                    values[i] = column.isText() ? fallback : (Object) Long.valueOf(fallback);
                }
            }
            return values;
        }

        private void add(ArchiveTable table, long story, ArchiveStore.Row row) {
            rows.computeIfAbsent(table, _ -> new ArrayList<>()).add(row);
            counts.merge(table.place(), 1L, Long::sum);
            if (table.shape() == Shape.STORY || story == 0) {
                progress.told(
                        table.place(),
                        counts.getOrDefault(table.place(), 0L),
                        reading.told().counts().getOrDefault(table.place(), 0L));
            }
        }

        private void writeWhenMany(Handle write) {
            if (size > AT_ONCE) {
                writeRows(write);
            }
        }

        private void writeRows(Handle write) {
            try {
                ArchiveStore.insert(write, rows);
            } catch (ArchiveStore.DoesNotFit e) {
                throw new ArchiveProblem(e.getMessage() == null ? "" : e.getMessage(), e);
            }
            rows.clear();
            size = 0;
        }
    }

    /** For messages: what is in an archive. */
    public static String words(Map<String, Long> counts) {
        return List.of("stories", "revisions", "pictures", "people").stream()
                .map(what -> counts.getOrDefault(what, 0L) + " " + what)
                .collect(Collectors.joining(", "));
    }
}
