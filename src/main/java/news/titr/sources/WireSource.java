package news.titr.sources;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import news.titr.language.Fold;
import news.titr.people.Actor;
import news.titr.story.Arrival;

/**
 * A feed or an agency that is asked for news by itself.
 *
 * @param origin what its items are known by, also when its address changes
 * @param setUpBy the id of the person with whose rights it publishes, where its rule says so; empty for none
 */
public record WireSource(
        String id, String origin, Wish wish, String setUpBy, Instant createdAt, boolean paused, State state) {

    /** How its items are written. */
    public enum Format {
        AUTOMATIC,
        FEED,
        NINJS,
        NEWSML,
        NITF;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Format> of(String id) {
            return Arrays.stream(values())
                    .filter(format -> format.id().equals(id))
                    .findFirst();
        }
    }

    /**
     * What is wanted of it.
     *
     * @param address http or https, or a folder below the one that the settings name
     * @param minutes how often it is asked
     * @param section the slug of the section for what the mapping does not know; empty for none
     * @param mapping lines such as {@code Sport = sport}: a category of theirs, the slug of a section here
     * @param credit whom readers are told it is from; empty for what the item says
     * @param rights what the desk is told where the item says nothing of it
     * @param authors whether the item's authors become bylines
     * @param tags whether the item's subjects become tags
     * @param most so many new items at one fetch, the newest
     * @param keptDays then an untouched draft goes onto the spike; 0 for never
     */
    public record Wish(
            String name,
            String address,
            Format format,
            int minutes,
            String edition,
            String section,
            String mapping,
            String credit,
            String rights,
            boolean authors,
            boolean tags,
            Arrival.Rule rule,
            int most,
            int keptDays) {

        /** What a new source begins with. */
        public static Wish usual(String edition) {
            return new Wish(
                    "", "", Format.AUTOMATIC, 10, edition, "", "", "", "", true, false, Arrival.Rule.DRAFT, 50, 0);
        }

        public boolean isFolder() {
            return !address.matches("(?i)https?://.*");
        }

        /** Their categories, folded, and the slugs of sections here, in the order of the lines. */
        public Map<String, String> sections() {
            var sections = new LinkedHashMap<String, String>();
            mapping.lines()
                    .map(line -> line.split("=", 2))
                    .filter(parts -> parts.length == 2)
                    .forEach(parts -> sections.putIfAbsent(Fold.fold(parts[0]), parts[1].strip()));
            return sections;
        }
    }

    /**
     * How it goes.
     *
     * @param dueAt when it is asked next
     * @param fetchedAt when it last answered
     * @param newAt when something new last came
     * @param taken how many drafts came of it
     * @param failures how many fetches have failed since the last that went well
     * @param failure why the last one failed, in one line; also what could not be read of one that went well
     * @param etag and {@code modified} are sent back to it, so that it need not answer what is known
     */
    public record State(
            Instant dueAt,
            Optional<Instant> fetchedAt,
            Optional<Instant> newAt,
            long taken,
            int failures,
            Optional<Instant> failingSince,
            String failure,
            String etag,
            String modified) {

        static State fresh(Instant now) {
            return new State(now, Optional.empty(), Optional.empty(), 0, 0, Optional.empty(), "", "", "");
        }
    }

    public String name() {
        return wish.name();
    }

    /** Who brings its items, for the audit log. */
    public Actor.Wire actor() {
        return new Actor.Wire(wish.name());
    }

    /** The host or the folder, without what may be a key. */
    public String shownAddress() {
        return wish.address().replaceFirst("\\?.*$", "?…");
    }
}
