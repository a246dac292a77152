package news.titr.story;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import news.titr.language.Fold;

/**
 * Which stories are wanted on the board. Whatever is empty is not asked for.
 *
 * @param words looked for in headlines, folded; or a story's number
 * @param section a slug
 * @param writer the id of the person who began it
 * @param assignee the id of a person, or {@link #NOBODY}
 * @param mine the id of a person: what they began, were given, or have claimed
 * @param from the first moment of the last change, included
 * @param until the moment after the last
 */
public record BoardFilter(
        String words,
        Optional<String> section,
        Optional<String> writer,
        Optional<String> assignee,
        Optional<String> mine,
        Optional<String> edition,
        Optional<StoryType> type,
        Optional<Priority> priority,
        Optional<Instant> from,
        Optional<Instant> until) {

    public static final String NOBODY = "nobody";

    public static final BoardFilter EVERYTHING = new BoardFilter(
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public BoardFilter withWords(String words) {
        return new BoardFilter(words, section, writer, assignee, mine, edition, type, priority, from, until);
    }

    public BoardFilter withMine(String person) {
        return new BoardFilter(
                words, section, writer, assignee, Optional.of(person), edition, type, priority, from, until);
    }

    public BoardFilter withSection(String slug) {
        return new BoardFilter(words, Optional.of(slug), writer, assignee, mine, edition, type, priority, from, until);
    }

    public BoardFilter withAssignee(String person) {
        return new BoardFilter(words, section, writer, Optional.of(person), mine, edition, type, priority, from, until);
    }

    /** Whether older stories are wanted as well where the board shows today's only. */
    public boolean looksBack() {
        return !words.isBlank() || from.isPresent() || until.isPresent();
    }

    /** The parts that must all stand in a folded headline. */
    List<String> foldedWords() {
        return Arrays.stream(words.strip().split("\\s+"))
                .map(Fold::fold)
                .filter(word -> !word.isEmpty())
                .limit(8)
                .toList();
    }

    /** Whether all the words stand in it. */
    boolean isInHeadline(String headline) {
        String key = Fold.fold(headline);
        return foldedWords().stream().allMatch(key::contains);
    }

    /** The story that is meant when nothing but a number is looked for. */
    Optional<Long> number() {
        var folded = foldedWords();
        return folded.size() == 1 && folded.getFirst().matches("[0-9]{1,18}")
                ? Optional.of(Long.parseLong(folded.getFirst()))
                : Optional.empty();
    }
}
