package news.titr.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import news.titr.db.Database;
import news.titr.db.Outbox;
import news.titr.story.LiveStories;
import news.titr.story.Teaser;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the search index as the newspaper is: follows the outbox, and makes a new index beside the old one when there is none
 * that fits. Each process that serves readers has its own, in its data folder; the file {@code current} there names it.
 */
public final class Indexing implements AutoCloseable {

    private static final int AT_A_TIME = 500;

    /** Writing to the disk takes time; what a power cut takes is looked up in the outbox again. */
    private static final Duration KEPT_AFTER = Duration.ofSeconds(5);

    private final Database database;
    private final LiveStories stories;
    private final Path folder;
    private final LongConsumer building;

    private @Nullable SearchIndex index;
    private String name = "";
    private long position;
    private boolean unkept;
    private long keptAt = System.nanoTime();
    /** Read without waiting for whoever writes. */
    private volatile @Nullable SearchIndex open;

    /**
     * Nothing is opened before the first {@link #run}.
     *
     * @param folder where indexes stand
     * @param building is told now and then how many stories a new index has
     */
    public Indexing(Database database, LiveStories stories, Path folder, LongConsumer building) {
        this.database = database;
        this.stories = stories;
        this.folder = folder;
        this.building = building;
    }

    /** The index; empty as long as the first one is being made. */
    public Optional<SearchIndex> index() {
        return Optional.ofNullable(open);
    }

    /** Takes in what has happened since it was called last. To be called again and again, by one thread at a time. */
    public synchronized void run() {
        try {
            ready();
            follow();
        } catch (LockObtainFailedException e) {
            throw new UncheckedIOException(
                    "Another Titr uses the search index in " + folder + "; give each server a data folder of its own",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The search index in " + folder + " cannot be used; delete the folder and it is made anew", e);
        }
    }

    /**
     * Makes a new index beside the one in use, and puts it in its place; a running server goes over to it by itself. Answers how
     * many stories are in it.
     */
    public synchronized long rebuild() {
        try {
            Files.createDirectories(folder);
            String next = "v" + IndexedStory.FORMAT + "-" + UUID.randomUUID();
            long count = build(folder.resolve(next));
            point(next);
            return count;
        } catch (IOException e) {
            throw new UncheckedIOException("The search index in " + folder + " cannot be made", e);
        }
    }

    private void ready() throws IOException {
        String current = current();
        if (index != null && name.equals(current) && !current.isEmpty()) {
            return;
        }
        if (!current.startsWith("v" + IndexedStory.FORMAT + "-") || !Files.isDirectory(folder.resolve(current))) {
            rebuild();
            current = current();
        }
        use(current);
        if (position > database.read(Outbox::newest)) {
            // of another database, or of a later state of this one
            rebuild();
            use(current());
        }
        sweep();
    }

    private void use(String next) throws IOException {
        var before = index;
        var opened = SearchIndex.open(folder.resolve(next));
        index = opened;
        open = opened;
        name = next;
        position = opened.position();
        if (before != null) {
            before.close();
        }
    }

    private void follow() throws IOException {
        var writing = index;
        if (writing == null) {
            return;
        }
        while (true) {
            long after = position;
            var entries = database.read(read -> Outbox.after(read, after, AT_A_TIME));
            var changed = new LinkedHashSet<Long>();
            entries.stream()
                    .filter(entry -> LiveStories.concernsReaders(entry.event()))
                    .forEach(entry -> entry.story().ifPresent(changed::add));
            take(writing, List.copyOf(changed));
            if (!entries.isEmpty()) {
                position = entries.getLast().position();
                unkept |= !changed.isEmpty();
            }
            if (entries.size() < AT_A_TIME) {
                break;
            }
        }
        if (unkept && System.nanoTime() - keptAt > KEPT_AFTER.toNanos()) {
            keep(writing);
        }
    }

    private void take(SearchIndex writing, List<Long> numbers) throws IOException {
        if (numbers.isEmpty()) {
            return;
        }
        var teasers = stories.teasers(numbers);
        for (long number : numbers) {
            var teaser = teasers.get(number);
            var story = teaser == null ? Optional.<news.titr.story.LiveStory>empty() : stories.story(number);
            if (story.isPresent() && teaser != null) {
                writing.put(story.get(), teaser.firstReleasedAt());
            } else {
                writing.remove(number);
            }
        }
        writing.show();
    }

    private void keep(SearchIndex writing) throws IOException {
        writing.keep(position);
        unkept = false;
        keptAt = System.nanoTime();
    }

    private long build(Path next) throws IOException {
        // what happens from now on is taken in afterwards
        long from = database.read(Outbox::newest);
        long count = 0;
        try (var made = SearchIndex.open(next)) {
            for (String edition : stories.editions()) {
                var after = LiveStories.After.START;
                while (true) {
                    var teasers = stories.list(new LiveStories.Of.Edition(edition), after, AT_A_TIME);
                    if (teasers.isEmpty()) {
                        break;
                    }
                    for (Teaser teaser : teasers) {
                        var story = stories.story(teaser.number());
                        if (story.isPresent()) {
                            made.add(story.get(), teaser.firstReleasedAt());
                            count++;
                        }
                    }
                    building.accept(count);
                    after = LiveStories.After.of(teasers.getLast());
                }
            }
            made.keep(from);
        }
        return count;
    }

    // ---- the folder

    private String current() throws IOException {
        try {
            return Files.readString(folder.resolve("current"), StandardCharsets.UTF_8)
                    .strip();
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    private void point(String next) throws IOException {
        var written = Files.writeString(folder.resolve("current.new"), next + "\n", StandardCharsets.UTF_8);
        Files.move(
                written,
                folder.resolve("current"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** Throws away older indexes, and what was never finished, but not what somebody is writing. */
    private void sweep() throws IOException {
        try (var folders = Files.list(folder)) {
            for (var other : (Iterable<Path>) folders.filter(Files::isDirectory)::iterator) {
                if (!other.getFileName().toString().equals(name) && !isWritten(other)) {
                    delete(other);
                }
            }
        }
    }

    private static boolean isWritten(Path folder) throws IOException {
        try (var directory = FSDirectory.open(folder);
                var _ = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            return false;
        } catch (LockObtainFailedException e) {
            return true;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public synchronized void close() {
        var closing = index;
        open = null;
        index = null;
        name = "";
        if (closing != null) {
            try {
                if (unkept) {
                    keep(closing);
                }
                closing.close();
            } catch (IOException e) {
                throw new UncheckedIOException("The search index in " + folder + " could not be closed", e);
            }
        }
    }
}
