package news.titr.archive;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import news.titr.archive.ArchiveTable.Shape;
import news.titr.db.Database;
import news.titr.media.BlobStore;
import news.titr.media.FileType;
import org.jdbi.v3.core.Handle;

/**
 * Writes the whole newspaper into one zip file, as docs/archive-format.md describes it: of one moment, also while a server
 * writes on, and row by row, so that no newspaper is too large.
 */
public final class ArchiveExport {

    /** Story numbers in one file. */
    static final long PER_FILE = 1000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;
    private final BlobStore blobs;
    private final InstantSource clock;
    private final String program;

    /** @param program name and version, for the manifest */
    public ArchiveExport(Database database, BlobStore blobs, InstantSource clock, String program) {
        this.database = database;
        this.blobs = blobs;
        this.clock = clock;
        this.program = program;
    }

    /**
     * A file that is not in the database.
     *
     * @param path in the archive
     */
    public record Extra(String path, Source source) {

        /** Opens it; whoever asks closes it. */
        @FunctionalInterface
        public interface Source {
            InputStream open() throws IOException;
        }
    }

    /**
     * What an archive holds.
     *
     * @param missing keys of files that the newspaper had lost, and the archive therefore lacks
     * @param bytes the size of the archive
     */
    public record Written(Map<String, Long> counts, List<String> missing, long bytes) {}

    /** A story as others read it, in one line of JSON; empty for one that readers do not have. */
    @FunctionalInterface
    public interface Told {
        /** Asked on the thread of the export, and so of the moment that the export is of. */
        Optional<byte[]> ninjs(long number);
    }

    /** @throws ArchiveProblem when it cannot be written; then there is no file, or the one that was there before */
    public Written write(Path to, boolean overwrite, List<Extra> extras, Told told, Progress progress) {
        ArchiveProblem.refuseToReplace(to, overwrite);
        try (var writing = new ArchiveWriting(to)) {
            var manifest = database.read(read -> new Run(read, writing, told, progress).all(extras));
            writing.finish(manifest);
            return new Written(manifest.counts(), manifest.missing(), Files.size(to));
        } catch (IOException e) {
            throw ArchiveProblem.cannotWrite(to, e);
        } catch (WriteFailed e) {
            throw ArchiveProblem.cannotWrite(to, e.problem);
        }
    }

    /** Carries an IOException out of a transaction. */
    private static final class WriteFailed extends RuntimeException {
        private final transient IOException problem;

        WriteFailed(IOException problem) {
            super(problem.getMessage(), problem);
            this.problem = problem;
        }
    }

    /** One export, inside one transaction. */
    private final class Run {
        private final Handle read;
        private final ArchiveWriting writing;
        private final Told told;
        private final Progress progress;
        private final Map<String, Long> counts = new LinkedHashMap<>();
        private final List<String> missing = new ArrayList<>();

        Run(Handle read, ArchiveWriting writing, Told told, Progress progress) {
            this.read = read;
            this.writing = writing;
            this.told = told;
            this.progress = progress;
        }

        /** Every file in the order of its path, but for the manifest. */
        Manifest all(List<Extra> extras) {
            var parts = new TreeMap<String, Part>();
            ArchiveTables.FILES.forEach(table -> parts.put(table.path(), () -> file(table)));
            parts.put("README.txt", () -> writing.add("README.txt", ArchiveExport::readMe));
            parts.put("pictures/", this::pictures);
            parts.put("stories/", this::stories);
            parts.put("ninjs/", this::ninjs);
            for (var extra : extras) {
                parts.put(
                        extra.path(),
                        () -> writing.add(extra.path(), out -> {
                            try (var in = extra.source().open()) {
                                in.transferTo(out);
                            }
                        }));
            }
            try {
                for (var part : parts.values()) {
                    part.write();
                }
            } catch (IOException e) {
                throw new WriteFailed(e);
            }
            return new Manifest(clock.instant(), program, counts, missing, List.copyOf(writing.files()));
        }

        private void file(ArchiveTable table) throws IOException {
            writing.add(table.path(), out -> {
                long rows = 0;
                try (var json = ArchiveJson.to(out);
                        var all = ArchiveStore.rows(read, database.engine(), table)) {
                    while (all.hasNext()) {
                        json.writeStartObject();
                        ArchiveJson.fields(json, table, all.next().values());
                        json.writeEndObject();
                        json.writeRaw('\n');
                        rows++;
                        tell(table.place(), rows, 0);
                    }
                }
                counts.put(table.place(), rows);
            });
        }

        private void stories() throws IOException {
            long total = ArchiveStore.count(read, ArchiveTables.STORIES);
            try (var rows = new StoryRows(read, database.engine())) {
                long done = 0;
                while (rows.hasNext()) {
                    long from = rows.next() / PER_FILE * PER_FILE;
                    long before = done;
                    var written = new long[1];
                    writing.add(path("stories", from), out -> {
                        try (var json = ArchiveJson.to(out)) {
                            while (rows.hasNext() && rows.next() < from + PER_FILE) {
                                rows.write(json);
                                json.writeRaw('\n');
                                written[0]++;
                                tell("stories", before + written[0], total);
                            }
                        }
                    });
                    done += written[0];
                }
                counts.put("stories", done);
                rows.counts().forEach(counts::put);
            }
        }

        /** What readers have, once more, as programs of others read it: made of what stands in the stories. */
        private void ninjs() throws IOException {
            long done = 0;
            long total = ArchiveStore.countLive(read);
            try (var numbers = ArchiveStore.live(read)) {
                var next = numbers.hasNext() ? OptionalLong.of(numbers.next()) : OptionalLong.empty();
                while (next.isPresent()) {
                    long from = next.getAsLong() / PER_FILE * PER_FILE;
                    var here = new ArrayList<Long>();
                    while (next.isPresent() && next.getAsLong() < from + PER_FILE) {
                        here.add(next.getAsLong());
                        next = numbers.hasNext() ? OptionalLong.of(numbers.next()) : OptionalLong.empty();
                    }
                    long before = done;
                    writing.add(path("ninjs", from), out -> {
                        long written = before;
                        for (long number : here) {
                            var line = told.ninjs(number);
                            if (line.isPresent()) {
                                out.write(line.get());
                                out.write('\n');
                            }
                            tell("ninjs", ++written, total);
                        }
                    });
                    done += here.size();
                }
            }
            counts.put("ninjs", done);
        }

        private void pictures() throws IOException {
            var logos = logos();
            long done = 0;
            try (var all = ArchiveStore.blobs(read, database.engine())) {
                while (all.hasNext()) {
                    var blob = all.next();
                    // what is both a logo and a picture comes once
                    for (var logo = logos.firstEntry();
                            logo != null && logo.getKey().compareTo(blob.key()) <= 0;
                            logo = logos.firstEntry()) {
                        logos.pollFirstEntry();
                        if (!logo.getKey().equals(blob.key())) {
                            picture(new ArchiveStore.Blob(logo.getKey(), logo.getValue()));
                            tell("pictures", ++done, 0);
                        }
                    }
                    picture(blob);
                    tell("pictures", ++done, 0);
                }
            }
            for (var logo : logos.entrySet()) {
                picture(new ArchiveStore.Blob(logo.getKey(), logo.getValue()));
                done++;
            }
            counts.put("files of pictures", done - missing.size());
        }

        private void picture(ArchiveStore.Blob blob) throws IOException {
            var found = blobs.find(blob.key());
            if (found.isEmpty()) {
                missing.add(blob.key());
                return;
            }
            try (var in = found.get().open(0)) {
                writing.addPressed(path(blob.key(), blob.mediaType()), in);
            }
            // what has changed on the disk goes along, and is named: perhaps it can be mended
            if (!writing.files().getLast().sha256().equals(blob.key())) {
                missing.add(blob.key());
            }
        }

        private TreeMap<String, String> logos() {
            var logos = new TreeMap<String, String>();
            for (String settings : ArchiveStore.settings(read)) {
                logo(settings).ifPresent(logo -> logos.put(logo.key(), logo.mediaType()));
            }
            return logos;
        }

        private void tell(String what, long done, long total) {
            progress.told(what, done, total);
        }
    }

    private interface Part {
        void write() throws IOException;
    }

    private static Optional<ArchiveStore.Blob> logo(String settings) {
        try {
            var logo = JSON.readTree(settings).path("logo");
            return logo.isObject()
                    ? Optional.of(new ArchiveStore.Blob(
                            logo.path("blob").asText(), logo.path("mediaType").asText()))
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The file of the stories from this number on. */
    private static String path(String folder, long from) {
        return "%s/%09d.jsonl".formatted(folder, from);
    }

    /** Where the file of a picture lies in the archive. */
    public static String path(String blob, String mediaType) {
        String extension = mediaType.equals("image/svg+xml")
                ? "svg"
                : FileType.ofMediaType(mediaType).map(FileType::extension).orElse("bin");
        return "pictures/" + blob.substring(0, 2) + "/" + blob + "." + extension;
    }

    private static void readMe(OutputStream out) throws IOException {
        out.write("""
                A whole newspaper, written by Titr (titr export).

                manifest.json       what is in here, with the SHA-256 of every file, and when it was made
                stories/            a thousand story numbers a file, one story a line: JSON Lines, UTF-8
                ninjs/              what readers have of them, likewise, as IPTC ninjs 3.0
                pictures.jsonl      what is known of each picture; its file is pictures/AB/ABC….jpg, by the SHA-256 under "blob"
                people.jsonl        who works at the desk: no passwords, keys or other secrets
                *.jsonl             everything else, one thing a line

                Times are ISO 8601 in UTC. What points to something else names its "id", or the "number" of a story.
                An empty Titr takes it in with: titr import archive FILE.zip
                docs/archive-format.md of the program says what every field means.
                """.getBytes(StandardCharsets.UTF_8));
    }

    /** Stories with all that belongs to them: one reader for each table, all of them at the same story. */
    private static final class StoryRows implements AutoCloseable {
        private final Cursor stories;
        private final List<Cursor> parts = new ArrayList<>();

        StoryRows(Handle read, Database.Engine engine) {
            stories = new Cursor(read, engine, ArchiveTables.STORIES);
            for (var table : ArchiveTables.IN_STORIES) {
                parts.add(new Cursor(read, engine, table));
            }
        }

        boolean hasNext() {
            return stories.waiting.isPresent();
        }

        /** The number of the story that is written next. */
        long next() {
            return stories.waiting.orElseThrow().story();
        }

        void write(JsonGenerator json) throws IOException {
            var story = stories.take();
            json.writeStartObject();
            ArchiveJson.fields(json, stories.table, story.values());
            for (var part : parts) {
                if (part.isAt(story.story())) {
                    part(json, part, story.story());
                }
            }
            json.writeEndObject();
        }

        private static void part(JsonGenerator json, Cursor part, long story) throws IOException {
            boolean many = part.table.shape() == Shape.MANY;
            json.writeFieldName(part.table.place());
            if (many) {
                json.writeStartArray();
            }
            while (part.isAt(story)) {
                json.writeStartObject();
                ArchiveJson.fields(json, part.table, part.take().values());
                json.writeEndObject();
            }
            if (many) {
                json.writeEndArray();
            }
        }

        Map<String, Long> counts() {
            var counts = new LinkedHashMap<String, Long>();
            parts.forEach(part -> counts.put(part.table.place(), part.taken));
            return counts;
        }

        @Override
        public void close() {
            stories.rows.close();
            parts.forEach(part -> part.rows.close());
        }
    }

    /** The rows of one table, of which the next is known. */
    private static final class Cursor {
        private final ArchiveTable table;
        private final ArchiveStore.Rows<ArchiveStore.Row> rows;
        private Optional<ArchiveStore.Row> waiting = Optional.empty();
        private long taken;

        Cursor(Handle read, Database.Engine engine, ArchiveTable table) {
            this.table = table;
            rows = ArchiveStore.rows(read, engine, table);
            advance();
        }

        private void advance() {
            waiting = rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
        }

        boolean isAt(long story) {
            return waiting.isPresent() && waiting.get().story() == story;
        }

        ArchiveStore.Row take() {
            var row = waiting.orElseThrow();
            taken++;
            advance();
            return row;
        }
    }
}
