package news.titr.story;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import news.titr.language.FoldedWords;
import org.jdbi.v3.core.Handle;

/**
 * Which stories go with a story. Candidates are the newest few that share a tag, an author, the section or the place with it; no
 * other is looked at, however large the archive. They get points:
 *
 * <ul>
 *   <li>for each shared tag, 1 to 6: a tag that few stories carry says more than one that thousands do;
 *   <li>for the same section, author and place, 1 each;
 *   <li>for each word that both headlines have, 2; a word in more than a fifth of the candidates' headlines says nothing.
 * </ul>
 *
 * <p>Who has fewer than {@value #ENOUGH} points is left out, so that a common author or section alone makes nobody related.
 */
final class RelatedStories {

    private static final int NEWEST_EACH = 30;
    private static final int TAGS = 8;
    private static final int AUTHORS = 2;
    /** Whose headlines are read. */
    private static final int CANDIDATES = 60;

    private static final double ENOUGH = 3;
    private static final double WORD = 2;
    private static final double COMMON = 0.2;

    /** In folded form. They tie sentences together, and no stories. */
    private static final Set<String> LITTLE_WORDS = Set.of(
            "از", "به", "با", "در", "بر", "تا", "که", "را", "هم", "یا", "نه", "هر", "بی", "ان", "این", "او", "ما", "من",
            "دو", "سه", "شد", "شود", "است", "بود", "کرد", "کند", "دارد", "برای", "یک", "چه", "چرا", "پس", "پیش", "روی",
            "زیر", "بعد", "نیست", "همه", "خود", "دیگر", "اما", "هنوز", "the", "of", "to", "in", "on", "for", "and",
            "is", "at", "as", "by", "with", "from");

    /** Of headlines: the newest ones are compared with every story that is shown, and finding their words takes longest. */
    private static final Map<String, Set<String>> WORDS = new ConcurrentHashMap<>();

    private static final int REMEMBERED = 4_000;

    private RelatedStories() {}

    static List<Teaser> of(Handle read, LiveStory story, Set<Long> without, int limit) {
        var points = points(read, story);
        points.remove(story.number());
        without.forEach(points::remove);
        var numbers = points.entrySet().stream()
                .sorted(Map.Entry.<Long, Double>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey())
                        .reversed())
                .limit(CANDIDATES)
                .map(Map.Entry::getKey)
                .toList();
        if (numbers.isEmpty()) {
            return List.of();
        }
        var candidates = LiveStore.teasers(read, numbers).stream()
                .filter(teaser -> teaser.type() != StoryType.ADVERTORIAL)
                .toList();
        var words = new HashMap<Long, Set<String>>();
        candidates.forEach(candidate -> words.put(candidate.number(), words(candidate.headline())));
        var telling = wordsThatTell(words(story.headline()), words.values());
        var scores = new HashMap<Long, Double>();
        words.forEach((candidate, its) -> {
            long shared = its.stream().filter(telling::contains).count();
            scores.put(candidate, points.getOrDefault(candidate, 0.0) + WORD * shared);
        });
        return candidates.stream()
                .filter(candidate -> scores.getOrDefault(candidate.number(), 0.0) >= ENOUGH)
                .sorted(Comparator.comparing((Teaser candidate) -> scores.getOrDefault(candidate.number(), 0.0))
                        .thenComparing(Teaser::firstReleasedAt)
                        .thenComparing(Teaser::number)
                        .reversed())
                .limit(limit)
                .toList();
    }

    private static Map<Long, Double> points(Handle read, LiveStory story) {
        var points = new HashMap<Long, Double>();
        for (var tag : story.tags().stream().limit(TAGS).toList()) {
            double weight = 6 / (1 + Math.log10(Math.max(1, LabelStore.stories(read, tag))));
            add(points, RelatedStore.newest(read, tag, NEWEST_EACH), weight);
        }
        for (var author : story.authors().stream().limit(AUTHORS).toList()) {
            add(points, RelatedStore.newest(read, author, NEWEST_EACH), 1);
        }
        for (var place : Place.named(story.edition(), story.place()).reversed()) {
            add(points, RelatedStore.newest(read, place, NEWEST_EACH), place.isTown() ? 1 : 0.5);
        }
        story.section().ifPresent(section -> add(points, RelatedStore.newest(read, section, NEWEST_EACH), 1));
        return points;
    }

    private static void add(Map<Long, Double> points, List<Long> stories, double weight) {
        stories.forEach(story -> points.merge(story, weight, Double::sum));
    }

    /** The words of the story's headline that are not in every other headline as well. */
    private static Set<String> wordsThatTell(Set<String> own, Collection<Set<String>> others) {
        var telling = new HashSet<>(own);
        telling.removeIf(word ->
                others.stream().filter(other -> other.contains(word)).count() > Math.max(1, others.size() * COMMON));
        return telling;
    }

    private static Set<String> words(String headline) {
        var known = WORDS.get(headline);
        if (known != null) {
            return known;
        }
        var words = new HashSet<>(FoldedWords.terms(headline));
        words.removeIf(word -> word.length() < 2 || LITTLE_WORDS.contains(word));
        if (WORDS.size() >= REMEMBERED) {
            WORDS.clear();
        }
        WORDS.put(headline, words);
        return words;
    }
}
