package news.titr.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.titr.story.StoryType;

/**
 * What somebody looks for.
 *
 * @param edition in whose stories; empty for those of all
 * @param text as it was typed: words, «phrases» and words with a minus sign before them; may be empty where a filter is not
 * @param sections ids of sections, one of which a story must stand in; empty for all
 * @param tags ids of tags, one of which a story must have; empty for all
 * @param authors ids of public bylines, one of which it must have; empty for all
 * @param from stories first released at this moment or later
 * @param until stories first released before this moment
 * @param first how many of the best to leave out, for later pages
 * @param count how many to give
 */
public record SearchQuery(
        String edition,
        String text,
        List<String> sections,
        List<String> tags,
        List<String> authors,
        Optional<StoryType> type,
        Optional<Instant> from,
        Optional<Instant> until,
        Order order,
        int first,
        int count) {

    /** Nobody goes further: what is not among so many is found by more words. */
    public static final int DEEPEST = 1_000;

    /** What readers may type, in characters; what comes behind is not read. */
    public static final int LONGEST = 200;

    /** What comes first. */
    public enum Order {
        RELEVANCE,
        NEWEST
    }

    /** The first of all stories that have these words. */
    public static SearchQuery of(String edition, String text, int count) {
        return new SearchQuery(
                edition,
                text,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Order.RELEVANCE,
                0,
                count);
    }

    public SearchQuery ordered(Order other) {
        return new SearchQuery(edition, text, sections, tags, authors, type, from, until, other, first, count);
    }

    SearchQuery withText(String other) {
        return new SearchQuery(edition, other, sections, tags, authors, type, from, until, order, first, count);
    }
}
