package news.titr.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import news.titr.World;
import news.titr.app.sample.SampleStories;
import news.titr.doc.Block;
import news.titr.doc.Body;
import news.titr.doc.Markup;
import news.titr.doc.TextRenderer;
import news.titr.story.ArchivedStory;
import news.titr.story.Archiving;
import news.titr.story.Content;
import news.titr.story.Drafting;
import news.titr.story.Published;
import news.titr.story.Sectioning;
import news.titr.story.Taken;

/**
 * An archive of any size, the same at every run: five years of stories of some 300 words, in twelve sections, with tags, authors
 * and places of which few are frequent and most are rare. Its sentences are the sample newspaper's, with made-up names in
 * them, so that its vocabulary grows as a real one does.
 */
final class BenchArchive {

    static final Instant NEWEST = World.MORNING;
    private static final Duration SPAN = Duration.ofDays(5 * 365);
    private static final int SECTIONS = 12;
    private static final int TAGS = 3_000;
    private static final int AUTHORS = 300;
    private static final int PLACES = 200;
    private static final int NAMES = 200_000;
    private static final String[] SYLLABLES = {
        "سا", "را", "می", "نو", "کا", "مه", "دا", "شی", "رو", "تا", "لا", "با", "هو", "زر", "گل", "پا", "نی", "سر",
        "دل", "فر"
    };
    private static final String[] ENDINGS = {"ن", "د", "ر", "ش", "م", "پور", "زاده", "نیا", "ور", "ستان"};

    private final List<String> sentences = sentences();
    private final int stories;

    BenchArchive(int stories) {
        this.stories = stories;
    }

    private static List<String> sentences() {
        var sentences = new ArrayList<String>();
        for (var story : SampleStories.read()) {
            for (String sentence :
                    TextRenderer.render(Markup.read(story.body())).split("(?<=[.؟!])\\s+", -1)) {
                int words = sentence.split("\\s+", -1).length;
                if (words >= 5 && words <= 40) {
                    sentences.add(sentence.strip());
                }
            }
        }
        return sentences;
    }

    /** Makes the sections, and takes all stories in; tells how many are in after each batch. */
    void fill(World world, LongConsumer progress) {
        for (int i = 0; i < SECTIONS; i++) {
            World.done(world.sectioning.add(
                    world.technician,
                    World.EDITION,
                    new Sectioning.Wish("بخش " + name(i), section(i), Optional.empty(), "", false, true)));
        }
        for (int from = 0; from < stories; from += Archiving.BATCH) {
            var batch = new ArrayList<ArchivedStory>();
            for (int i = from; i < Math.min(stories, from + Archiving.BATCH); i++) {
                batch.add(story(i));
            }
            for (var taken : world.archiving.take(world.technician, batch)) {
                if (!(taken instanceof Taken.In)) {
                    throw new IllegalStateException(taken.toString());
                }
            }
            progress.accept(from + batch.size());
        }
    }

    /** The oldest is 0. */
    ArchivedStory story(int i) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(i);
        var at = NEWEST.minus(SPAN.multipliedBy(stories - i).dividedBy(stories));
        return new ArchivedStory(
                "bench",
                Integer.toString(i),
                Drafting.Beginning.in(World.EDITION),
                content(random),
                at,
                new ArchivedStory.Standing.Live(at, at));
    }

    private Content content(RandomGenerator random) {
        var paragraphs = new ArrayList<Block>();
        for (int i = 0; i < 6; i++) {
            paragraphs.add(Block.Paragraph.of(sentence(random) + " " + sentence(random) + " " + sentence(random)));
        }
        String headline = sentence(random);
        var tags = new LinkedHashSet<String>();
        while (tags.size() < 3) {
            tags.add(name(rare(random, TAGS)) + " " + name(rare(random, 40)));
        }
        return new Content(
                "",
                headline.length() > 70 ? headline.substring(0, headline.lastIndexOf(' ', 70)) : headline,
                List.of(),
                sentence(random),
                Body.of(paragraphs.toArray(Block[]::new)),
                section(random.nextInt(SECTIONS)),
                List.copyOf(tags),
                List.of(name(rare(random, AUTHORS)) + " " + name(NAMES - 1 - rare(random, AUTHORS))),
                "",
                "",
                random.nextInt(5) == 0 ? "استان " + name(rare(random, PLACES)) : "",
                new Published.OnRelease(),
                Optional.empty());
    }

    /** A sentence with a name in it that may stand in no other. */
    private String sentence(RandomGenerator random) {
        String sentence = sentences.get(random.nextInt(sentences.size()));
        int space = sentence.indexOf(' ', random.nextInt(sentence.length()));
        return space < 0
                ? sentence
                : sentence.substring(0, space) + " " + name(rare(random, NAMES)) + sentence.substring(space);
    }

    /** Below the bound; small ones are frequent. */
    private static int rare(RandomGenerator random, int bound) {
        return (int) (Math.pow(bound, random.nextDouble()) - 1);
    }

    static String section(int i) {
        return "section-" + (i + 1);
    }

    private static String name(int i) {
        var name = new StringBuilder();
        int rest = i;
        do {
            name.append(SYLLABLES[rest % SYLLABLES.length]);
            rest /= SYLLABLES.length;
        } while (rest > 0);
        return name.append(ENDINGS[i % ENDINGS.length]).toString();
    }
}
