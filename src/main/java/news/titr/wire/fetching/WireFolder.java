package news.titr.wire.fetching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import news.titr.sources.WireSource;
import news.titr.sources.WireSources;
import news.titr.wire.agency.WireItem;
import news.titr.wire.moving.BadArchive;
import news.titr.wire.moving.OldDates;

/**
 * Looks into a folder where an agency puts files. Each is read once, and again when it has changed: one that was being
 * written still is no sound file, and comes right the next time. Nothing in the folder is changed or removed.
 */
final class WireFolder {

    private static final int LARGEST = 10 << 20;
    private static final int AT_ONCE = 500;

    private final WireSources sources;

    WireFolder(WireSources sources) {
        this.sources = sources;
    }

    /** Empty when no file is new. */
    Optional<Found> look(WireSource source, OldDates dates) throws Found.Failed {
        var folder = sources.folder(source.wish().address())
                .orElseThrow(() -> new Found.Failed("there is no such folder below wires.folder"));
        var known = sources.files(source.id());
        var there = there(folder);
        var gone =
                known.keySet().stream().filter(name -> !there.containsKey(name)).toList();
        var oldest = Map.Entry.<String, WireSources.Seen>comparingByValue(
                        Comparator.comparing(WireSources.Seen::modifiedAt))
                .thenComparing(Map.Entry.comparingByKey());
        // of what has piled up before anybody asked, the newest is news
        boolean first = source.state().fetchedAt().isEmpty();
        var fresh = there.entrySet().stream()
                .filter(file -> !file.getValue().equals(known.get(file.getKey())))
                .sorted(first ? oldest.reversed() : oldest)
                .toList();
        if (fresh.isEmpty() && gone.isEmpty()) {
            return Optional.empty();
        }
        var items = new ArrayList<WireItem>();
        var remarks = new ArrayList<String>();
        var read = new HashMap<String, WireSources.Seen>();
        for (var file : fresh.subList(0, Math.min(AT_ONCE, fresh.size()))) {
            try {
                items.addAll(items(source, folder, file.getKey(), dates));
            } catch (BadArchive e) {
                remarks.add(String.valueOf(e.getMessage()));
            } catch (IOException e) {
                remarks.add(file.getKey() + ": It cannot be read");
            }
            read.put(file.getKey(), file.getValue());
        }
        if (first) {
            fresh.forEach(file -> read.put(file.getKey(), file.getValue()));
        }
        return Optional.of(new Found(items, "", "", remarks, read, gone, read.size() < fresh.size()));
    }

    private static List<WireItem> items(WireSource source, Path folder, String name, OldDates dates)
            throws IOException {
        try (var in = Files.newInputStream(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new BadArchive(name + ": It is larger than " + (LARGEST >> 20) + " MB");
            }
            return Formats.items(source, name, bytes, dates);
        }
    }

    /** The files right in the folder that can hold news; links are not followed, hidden ones are somebody's own. */
    private static Map<String, WireSources.Seen> there(Path folder) throws Found.Failed {
        var there = new HashMap<String, WireSources.Seen>();
        try (Stream<Path> files = Files.list(folder)) {
            for (var file : (Iterable<Path>) files::iterator) {
                String name = file.getFileName().toString();
                if (name.startsWith(".")
                        || !name.toLowerCase(Locale.ROOT).matches(".*\\.(xml|rss|atom|rdf|json|nitf|ninjs|newsml)")) {
                    continue;
                }
                var kept = attributes(file);
                if (kept.isPresent() && kept.get().isRegularFile()) {
                    there.put(name, new WireSources.Seen(kept.get().size(), modified(kept.get())));
                }
            }
        } catch (IOException e) {
            throw new Found.Failed("the folder cannot be read: " + e.getMessage());
        }
        return there;
    }

    /** Empty for a file that was taken away between two looks. */
    private static Optional<BasicFileAttributes> attributes(Path file) {
        try {
            return Optional.of(Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** To the millisecond, as it is remembered. */
    private static Instant modified(BasicFileAttributes attributes) {
        return attributes.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.MILLIS);
    }
}
