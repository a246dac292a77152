package news.titr.media;

import java.util.List;
import java.util.Locale;
import news.titr.language.FoldedWords;

/**
 * What somebody looks for in the library.
 *
 * @param terms folded; each must occur
 * @param actor who {@link Only#MINE} means, as in the audit log
 * @param after the place in the order (newest first) after which the page begins
 */
public record PictureQuery(List<String> terms, Only only, String actor, Place after, int count) {

    public enum Only {
        ALL,
        MINE,
        UNDESCRIBED,
        EXPIRED,
        PICTURES,
        PLAYED;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Only of(String id) {
            for (var only : values()) {
                if (only.id().equals(id)) {
                    return only;
                }
            }
            return ALL;
        }
    }

    /** A place in the order: when a picture was added, and its id. */
    public record Place(long at, String id) {
        public static final Place START = new Place(Long.MAX_VALUE, "");

        public static Place after(Asset asset) {
            return new Place(asset.addedAt().toEpochMilli(), asset.id());
        }

        /** As it stands in an address; anything else is the start. */
        public static Place of(String text) {
            int parting = text.indexOf('.');
            return parting > 0 && text.substring(0, parting).matches("\\d{1,15}")
                    ? new Place(Long.parseLong(text.substring(0, parting)), text.substring(parting + 1))
                    : START;
        }

        @Override
        public String toString() {
            return at + "." + id;
        }
    }

    public static PictureQuery of(String words, Only only, String actor, Place after, int count) {
        return new PictureQuery(
                FoldedWords.terms(words).stream().distinct().limit(8).toList(), only, actor, after, count);
    }
}
