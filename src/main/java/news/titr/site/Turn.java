package news.titr.site;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a list goes on, page by page. An address names the last line of the page before, so that a page shows the same for
 * ever, whatever comes on top.
 *
 * @param newest the address of the first page; empty when this is it
 * @param previous the address of the page with what is newer; empty when this is the first
 * @param next the address of the page with what is older; empty when this is the last
 */
record Turn(String newest, String previous, String next) {

    /** The name of the parameter that says where a page begins. */
    static final String AFTER = "after";

    static final Turn NONE = new Turn("", "", "");

    public boolean shown() {
        return !newest.isEmpty() || !next.isEmpty();
    }

    /**
     * One page of a list, cut out of what was read of it.
     *
     * @param shown no more than a page
     */
    record Page<T>(List<T> shown, boolean more) {

        /** @param read a page and one more, if there is one more */
        static <T> Page<T> of(List<T> read, int size) {
            return new Page<>(List.copyOf(read.subList(0, Math.min(size, read.size()))), read.size() > size);
        }
    }

    /**
     * @param first the address of the first page
     * @param begins the key that this page begins after; empty for the first
     * @param page what it shows
     * @param newer the keys of the lines that are newer than this page's first, the nearest first: a page and one more, if there is
     *     one more
     * @param last the key of the page's last line, if there are older ones
     */
    static <K> Turn of(
            String first, boolean isFirst, List<K> newer, int size, Optional<K> last, Function<K, String> written) {
        return new Turn(
                isFirst ? "" : first,
                isFirst ? "" : newer.size() > size ? at(first, written.apply(newer.get(size))) : first,
                last.map(key -> at(first, written.apply(key))).orElse(""));
    }

    static String at(String first, String key) {
        return first + (first.contains("?") ? "&" : "?") + AFTER + "=" + key;
    }
}
