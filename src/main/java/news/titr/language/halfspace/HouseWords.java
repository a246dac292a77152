package news.titr.language.halfspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The words that one newspaper uses, counted from its own published text: a small file beside the data that is laid
 * over the shipped model.
 */
public final class HouseWords {
    /** Half-spaces at least so much likelier (logarithm) are put in before counting: damage is not to be learned. */
    private static final double SURE = 4;

    private static final String HEADER = "titr house words 1";
    private static final int TEST_EVERY = 10;
    private static final int MOST_SHOWN = 20;

    /**
     * How the texts set aside for the test come out: F1 in percent for half-spaces deleted and for half-spaces replaced
     * by spaces, and changes for every thousand words of the text as it is.
     */
    public record Score(double glued, double spaced, double changesPerThousand) {}

    /**
     * What was learned.
     *
     * @param texts how many texts were counted
     * @param testTexts how many were set aside for the test
     * @param words how many words were counted
     * @param newForms how many written forms the model did not know
     * @param examples some of them, the most frequent first
     * @param before the test with the model as it was
     * @param after the test with the house's words
     */
    public record Report(
            int texts, int testTexts, long words, int newForms, List<String> examples, Score before, Score after) {}

    /** The words and the report on them. */
    public record Learned(HouseWords words, Report report) {}

    private final WordCounts counts;

    private HouseWords(WordCounts counts) {
        this.counts = counts;
    }

    WordCounts counts() {
        return counts;
    }

    /**
     * Counts published texts. Of every ten texts one is kept for the test; the report is on a model without it, the
     * words returned have it.
     */
    public static Learned learn(HalfSpaces shipped, Iterable<String> texts) {
        HalfSpaceRepair repair = shipped.repair();
        WordCounts training = new WordCounts();
        WordCounts all = new WordCounts();
        List<String> test = new ArrayList<>();
        int read = 0;
        for (String text : texts) {
            String sure = withSureGaps(text, repair);
            if (++read % TEST_EVERY == 0) {
                test.add(sure);
            } else {
                count(sure, training);
            }
            count(sure, all);
        }
        HouseWords words = new HouseWords(all);
        Score before = score(shipped, test);
        Score after = score(shipped.with(new HouseWords(training)), test);
        List<String> unknown = words.unknownTo(shipped.model());
        Report report = new Report(
                read,
                test.size(),
                (long) all.total(),
                unknown.size(),
                List.copyOf(unknown.subList(0, Math.min(MOST_SHOWN, unknown.size()))),
                before,
                after);
        return new Learned(words, report);
    }

    private static String withSureGaps(String text, HalfSpaceRepair repair) {
        List<HalfSpaceRepair.Gap> sure =
                repair.gaps(text).stream().filter(gap -> gap.gain() >= SURE).toList();
        return HalfSpaceRepair.apply(text, sure);
    }

    private static void count(String text, WordCounts counts) {
        for (String line : text.split("\n")) {
            String before = TrainingText.START;
            for (TrainingText.Token token : TrainingText.tokens(line)) {
                counts.add(before, token.word(), 1);
                before = token.word();
            }
        }
    }

    private List<String> unknownTo(HalfSpaceModel model) {
        return counts.words.entrySet().stream()
                .filter(entry ->
                        entry.getKey().charAt(0) != '<' && model.form(entry.getKey()) == HalfSpaceModel.UNKNOWN)
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Score score(HalfSpaces model, List<String> test) {
        GapScore glued = new GapScore();
        GapScore spaced = new GapScore();
        GapScore clean = new GapScore();
        HalfSpaceRepair repair = model.repair();
        for (String text : test) {
            glued.add(text, mended(text.replace("\u200c", ""), repair));
            spaced.add(text, mended(text.replace('\u200c', ' '), repair));
            clean.add(text, mended(text, repair));
        }
        return new Score(glued.f1(), spaced.f1(), clean.changesPerThousand());
    }

    private static String mended(String text, HalfSpaceRepair repair) {
        return HalfSpaceRepair.apply(text, repair.gaps(text));
    }

    /**
     * Writes the words; the same words give the same file.
     *
     * @throws IOException if the file cannot be written
     */
    public void save(Path file) throws IOException {
        StringBuilder lines = new StringBuilder(HEADER).append('\n');
        new TreeMap<>(counts.words)
                .forEach((word, count) -> lines.append(word)
                        .append('\t')
                        .append(count.longValue())
                        .append('\n'));
        counts.pairsInOrder().forEach((pair, count) -> {
            if (count >= 2) {
                lines.append(pair.first())
                        .append('\t')
                        .append(pair.second())
                        .append('\t')
                        .append(count.longValue())
                        .append('\n');
            }
        });
        Files.writeString(file, lines);
    }

    /**
     * Reads what {@link #save} wrote.
     *
     * @throws IOException if the file cannot be read or is something else
     */
    public static HouseWords load(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            throw new IOException(file + " is not a file of house words");
        }
        WordCounts counts = new WordCounts();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split("\t");
            try {
                double count = Double.parseDouble(fields[fields.length - 1]);
                if (fields.length == 2) {
                    counts.words.put(fields[0], count);
                } else if (fields.length == 3) {
                    counts.pairs.put(new WordCounts.Pair(fields[0], fields[1]), count);
                }
            } catch (NumberFormatException e) {
                throw new IOException("Not a line of house words: " + line, e);
            }
        }
        return new HouseWords(counts);
    }
}
