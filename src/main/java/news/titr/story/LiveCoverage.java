package news.titr.story;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A page of a live coverage as readers have it.
 *
 * @param coverage how it stands; empty for a story that readers do not have
 * @param pinned what stays at the top, newest first; on the first page alone
 * @param entries newest first, those of the first page without the pinned ones
 * @param keyEvents newest first, of the whole coverage
 * @param older the entry before which the next page begins; empty on the last
 * @param size entries of the whole coverage
 */
public record LiveCoverage(
        Optional<Coverage> coverage,
        List<CoverageEntry> pinned,
        List<CoverageEntry> entries,
        List<CoverageEntry> keyEvents,
        OptionalLong older,
        long size) {

    /** As many as paper and PDF take: those of days on end. */
    public static final int ALL = 2_000;

    public LiveCoverage {
        pinned = List.copyOf(pinned);
        entries = List.copyOf(entries);
        keyEvents = List.copyOf(keyEvents);
    }

    /** Where a page of entries begins. An entry that was removed still marks its place. */
    public sealed interface From {

        record Newest() implements From {}

        /** With this entry. */
        record Entry(long number) implements From {}

        /** Behind this one. */
        record Before(long number) implements From {}
    }

    /**
     * What happened to the entries after a change.
     *
     * @param change the newest there is
     * @param entries those that were written or touched, oldest first; at most {@link #MOST}
     */
    public record Changes(long change, boolean finished, Instant changedAt, List<Changed> entries) {

        /** Whoever missed more reads the page anew. */
        public static final int MOST = 100;

        public Changes {
            entries = List.copyOf(entries);
        }
    }

    public record Changed(long number, boolean removed) {}
}
