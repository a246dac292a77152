package news.titr.story;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.Set;
import news.titr.doc.Body;

/**
 * A page that stays: the imprint, «about us», how corrections are made.
 *
 * @param slug its address below /
 * @param newest the ordinal of its newest revision
 * @param live the ordinal of the one that readers have
 */
public record StaticPage(String id, String edition, String slug, int position, long newest, OptionalLong live) {

    /** The imprint has a fixed place, which the press law asks for: it is always there, at /imprint. */
    public static final String IMPRINT = "imprint";

    /** How corrections are made stands above the list of them, at /corrections. */
    public static final String CORRECTIONS = "corrections";

    /** These stand in the foot anyway, whatever they are called. */
    public static final Set<String> HAVE_THEIR_PLACE = Set.of(IMPRINT, CORRECTIONS);

    /** What a page said at one time. It never changes. */
    public record Revision(String page, long ordinal, Instant at, String actor, String title, Body body) {}

    /** A page with one of its revisions. */
    public record Opened(StaticPage page, Revision revision) {

        public boolean isLive() {
            return page.live().isPresent() && page.live().getAsLong() == revision.ordinal();
        }
    }

    public String address() {
        return "/" + slug;
    }

    public boolean isImprint() {
        return slug.equals(IMPRINT);
    }
}
