package news.titr.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was found.
 *
 * @param stories their numbers, the best first
 * @param total how many there are in all; at least so many where {@code exact} is false
 * @param partial true when no story has all the words, and these have some
 * @param facets how the found stories divide, the most frequent value first; of the first {@link #COUNTED} where there are more
 * @param meant other words that find more, for what seems misspelt
 */
public record SearchResult(
        List<Long> stories,
        long total,
        boolean exact,
        boolean partial,
        Map<Facet, List<Count>> facets,
        Optional<String> meant) {

    /** Counting more would take longer than finding them. */
    public static final int COUNTED = 10_000;

    /** By what found stories are divided. */
    public enum Facet {
        SECTION,
        TYPE,
        AUTHOR,
        TAG
    }

    /** @param value the id of a section, tag or author, or the id of a type */
    public record Count(String value, int stories) {}

    public static final SearchResult NOTHING = new SearchResult(List.of(), 0, true, false, Map.of(), Optional.empty());

    SearchResult withMeant(Optional<String> words) {
        return new SearchResult(stories, total, exact, partial, facets, words);
    }
}
