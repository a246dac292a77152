package news.titr.story;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The bar above every page for news that cannot wait.
 *
 * @param version counts its changes
 * @param shown false while it is switched off
 * @param text what it says; empty for the headline of its story
 * @param until when it goes by itself
 */
public record BreakingNews(
        long version,
        boolean shown,
        String text,
        OptionalLong story,
        Optional<Instant> until,
        Instant at,
        String actor) {

    public static final BreakingNews NONE =
            new BreakingNews(0, false, "", OptionalLong.empty(), Optional.empty(), Instant.EPOCH, "");

    boolean showsAt(Instant moment) {
        return shown && until.map(end -> end.isAfter(moment)).orElse(true);
    }
}
