package news.titr.wire.fetching;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.titr.sources.WireSources;
import news.titr.wire.agency.WireItem;

/**
 * What a source had when it was asked.
 *
 * @param items in its own order, the newest wherever it puts it
 * @param etag and {@code modified} are sent back to it the next time
 * @param remarks what could not be read of it, a line for each
 * @param read files of a folder, as they were, to be remembered when their items are at the desk
 * @param gone files that are no longer in the folder
 * @param more true where there is more, which can be had at once
 */
record Found(
        List<WireItem> items,
        String etag,
        String modified,
        List<String> remarks,
        Map<String, WireSources.Seen> read,
        List<String> gone,
        boolean more) {

    Found {
        items = List.copyOf(items);
        remarks = List.copyOf(remarks);
        read = Map.copyOf(read);
        gone = List.copyOf(gone);
    }

    /** A source could not be asked, or answered nothing of use; the message is one line. */
    static final class Failed extends Exception {

        private final Optional<Duration> patience;

        Failed(String message) {
            this(message, Optional.empty());
        }

        /** @param patience how long the source itself wants to be left alone */
        Failed(String message, Optional<Duration> patience) {
            super(message);
            this.patience = patience;
        }

        Optional<Duration> patience() {
            return patience;
        }

        String line() {
            return String.valueOf(getMessage()).lines().findFirst().orElse("");
        }
    }
}
