package news.titr.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import news.titr.doc.Block;
import news.titr.doc.Body;
import news.titr.doc.Inline;

/**
 * A page of a live coverage as readers have it.
 *
 * @param coverage how it stands; empty for a story that readers do not have
 * @param pinned what stays at the top, newest first; on the first page alone
 * @param entries newest first, those of the first page without the pinned ones
 * @param keyEvents newest first, of the whole coverage
 * @param older the entry before which the next page begins; empty on the last
 */
public record LiveCoverage(
        Optional<Coverage> coverage,
        List<CoverageEntry> pinned,
        List<CoverageEntry> entries,
        List<CoverageEntry> keyEvents,
        OptionalLong older) {

    /** As many as paper and PDF take: those of days on end. */
    public static final int ALL = 2_000;

    public LiveCoverage {
        pinned = List.copyOf(pinned);
        entries = List.copyOf(entries);
        keyEvents = List.copyOf(keyEvents);
    }

    /**
     * The text of the story with the entries of this page below it, each under its time, for what shows them as one text.
     *
     * @param time how readers are told a moment
     */
    public Body below(Body introduction, Function<Instant, String> time) {
        var blocks = new ArrayList<>(introduction.blocks());
        Stream.concat(pinned.stream(), entries.stream()).forEach(entry -> {
            String at = time.apply(entry.at());
            blocks.add(
                    entry.headline().isEmpty()
                            ? new Block.Subhead(2, "", Inline.plain(at))
                            : new Block.Subhead(2, at, Inline.plain(entry.headline())));
            // headings of its text belong to it
            entry.body().blocks().stream()
                    .map(block -> block instanceof Block.Subhead subhead
                            ? new Block.Subhead(3, subhead.kicker(), subhead.text())
                            : block)
                    .forEach(blocks::add);
        });
        return new Body(blocks);
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
