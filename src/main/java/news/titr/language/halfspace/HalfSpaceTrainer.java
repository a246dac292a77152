package news.titr.language.halfspace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes a half-space model from its material: counts, cleans the counts of typing noise, estimates. Repeatable. */
final class HalfSpaceTrainer {
    private static final char HALF_SPACE = KeyLetters.HALF_SPACE;

    /** How likely a word nobody has seen is, and how much less so with each letter. */
    private static final double UNSEEN = .005;

    private static final double PER_LETTER = 3;

    /** How much the parts of a form count beside the form itself: tied on, joined. */
    private static final double TIED_SHARE = .3;

    private static final double PLAIN_SHARE = .1;

    /** How much the word lists count beside running text. */
    private static final double LISTED = .3;

    /** What a tied form seen once is worth. */
    private static final double ONCE = .35;

    /** How likely «های» or «می» is as a word of its own, whatever untidy texts say. */
    private static final double ALONE = 1e-7;

    /** Taken off the count of every pair, for pairs not seen. */
    private static final double DISCOUNT = .9;

    private static final int TYPE_WORDS = 60;
    private static final double TYPE_SHARE = .5;
    private static final double TYPE_PRIOR = 5;

    private final TrainingMaterial material;
    private WordCounts counts = new WordCounts();
    private final Map<String, Double> stems = new TreeMap<>();

    HalfSpaceTrainer(TrainingMaterial material) {
        this.material = material;
    }

    ModelTables train() {
        for (TrainingMaterial.Text text : material.texts()) {
            for (String line : text.lines()) {
                String before = TrainingText.START;
                for (TrainingText.Token token : TrainingText.tokens(line)) {
                    counts.add(before, token.word(), text.weight());
                    before = token.word();
                }
            }
        }
        counts = new NoiseFilter(counts, material.dictionary()).recount(material.texts());
        countStems();
        ModelTables tables = new ModelTables();
        tables.total = counts.total();
        tables.constants = new double[] {UNSEEN, PER_LETTER, TIED_SHARE, PLAIN_SHARE};
        tables.affixes = new AffixCounts(counts, stems, material.lemmas().keySet()).affixes(tables.total);
        fill(tables);
        return tables;
    }

    private void countStems() {
        for (Map.Entry<String, Double> entry : new TreeMap<>(counts.words).entrySet()) {
            String word = entry.getKey();
            if (word.charAt(0) == '<') {
                continue;
            }
            stems.merge(word, entry.getValue(), Double::sum);
            int last = word.lastIndexOf(HALF_SPACE);
            if (last > 0 && !word.substring(0, last).endsWith("می")) {
                stems.merge(word.substring(0, last), entry.getValue(), Double::sum);
            }
        }
    }

    private double listedWeight(String word) {
        String tied = NoiseFilter.tieEnding(word);
        if (!tied.isEmpty() && !counts.words.containsKey(word)) {
            String stem = tied.substring(0, tied.lastIndexOf(HALF_SPACE));
            if (counts.of(stem) > 0 || material.lemmas().containsKey(stem)) {
                return 0;
            }
        }
        return material.lemmas().getOrDefault(word, 0.0);
    }

    private double wholeProbability(String word, double total) {
        if (Affixes.ALWAYS_TIED.contains(word) || Affixes.VERBAL.contains(word)) {
            return ALONE;
        }
        double count = counts.of(word);
        boolean tied = word.indexOf(HALF_SPACE) >= 0;
        if (count == 1 && tied) {
            count = ONCE;
        }
        return (count + LISTED * listedWeight(word)) / total;
    }

    private void fill(ModelTables tables) {
        Set<String> all = new TreeSet<>(ModelTables.ORDER);
        all.addAll(counts.words.keySet());
        all.addAll(material.lemmas().keySet());
        all.addAll(stems.keySet());
        all.addAll(material.verbs());
        all.remove(TrainingText.START);
        all.remove(TrainingText.NUMBER);
        List<String> words = new ArrayList<>(all);
        int listedForms = words.size();
        tables.words(words);
        tables.withContexts();
        tables.makeColumns();
        int forms = tables.forms();
        Set<String> functions = new HashSet<>(Affixes.FUNCTION_WORDS);
        double[] whole = new double[forms];
        for (int form = 0; form < listedForms; form++) {
            String word = words.get(form);
            whole[form] = wholeProbability(word, tables.total);
            tables.stemLogs[form] = HalfSpaceModel.quantise(
                    (stems.getOrDefault(word, 0.0) + LISTED * listedWeight(word)) / tables.total);
            boolean seen = counts.words.containsKey(word);
            boolean isListed = seen || material.lemmas().containsKey(word);
            tables.flags[form] = (byte) ((isListed ? HalfSpaceModel.LISTED : 0)
                    | (seen ? HalfSpaceModel.SEEN : 0)
                    | (isListed && stems.getOrDefault(word, 0.0) >= 3 ? HalfSpaceModel.COMMON : 0)
                    | (functions.contains(word) ? HalfSpaceModel.FUNCTION : 0)
                    | (material.verbs().contains(word) ? HalfSpaceModel.VERB : 0));
            tables.wordLogs[form] = HalfSpaceModel.quantise(whole[form]);
        }
        whole[tables.startForm] = counts.of(TrainingText.START) / tables.total;
        whole[tables.numberForm] = counts.of(TrainingText.NUMBER) / tables.total;
        addParts(tables, words, whole);
        addTypes(tables, words);
        addPairs(tables, words, whole);
    }

    /** Adds to each listed form what its parts say, with the code that does so for forms that are not listed. */
    private void addParts(ModelTables tables, List<String> words, double[] whole) {
        tables.typeLogs = new double[1];
        WordForms forms = new WordForms(new HalfSpaceModel(tables));
        LetterRun run = new LetterRun();
        for (int form = 0; form < words.size(); form++) {
            run.clear();
            run.addAll(words.get(form));
            whole[form] = forms.probability(run, 0, run.length(), tables.masks[form], whole[form]);
        }
        for (int form = 0; form < whole.length; form++) {
            tables.wordLogs[form] = HalfSpaceModel.quantise(whole[form]);
        }
    }

    /** Gives each form its type and counts which types follow which. */
    private void addTypes(ModelTables tables, List<String> words) {
        tables.typeWords = counts.words.entrySet().stream()
                .filter(entry ->
                        entry.getKey().charAt(0) != '<' && entry.getKey().length() <= 5)
                .filter(entry -> entry.getKey().indexOf(HALF_SPACE) < 0)
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(TYPE_WORDS)
                .map(Map.Entry::getKey)
                .toList();
        WordTypes types = new HalfSpaceModel(tables).types();
        int size = types.count();
        LetterRun run = new LetterRun();
        Map<String, Integer> typeOf = new HashMap<>();
        for (int form = 0; form < words.size(); form++) {
            run.clear();
            run.addAll(words.get(form));
            int type = types.of(run, 0, run.length(), tables.masks[form]);
            tables.types[form] = (byte) type;
            typeOf.put(words.get(form), type);
        }
        tables.types[tables.startForm] = WordTypes.START;
        tables.types[tables.numberForm] = WordTypes.NUMBER;
        typeOf.put(TrainingText.START, WordTypes.START);
        typeOf.put(TrainingText.NUMBER, WordTypes.NUMBER);
        double[][] seen = new double[size][size];
        double[] firsts = new double[size];
        double[] seconds = new double[size];
        double[] all = {0};
        counts.pairsInOrder().forEach((pair, count) -> {
            int first = typeOf.getOrDefault(pair.first(), WordTypes.OTHER);
            int second = typeOf.getOrDefault(pair.second(), WordTypes.OTHER);
            seen[first][second] += count;
            firsts[first] += count;
            seconds[second] += count;
            all[0] += count;
        });
        tables.typeLogs = new double[size * size];
        for (int first = 0; first < size; first++) {
            for (int second = 0; second < size; second++) {
                double expected = firsts[first] * seconds[second] / all[0];
                tables.typeLogs[first * size + second] =
                        TYPE_SHARE * Math.log((seen[first][second] + TYPE_PRIOR) / (expected + TYPE_PRIOR));
            }
        }
    }

    private void addPairs(ModelTables tables, List<String> words, double[] whole) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int form = 0; form < words.size(); form++) {
            numbers.put(words.get(form), form);
        }
        numbers.put(TrainingText.START, tables.startForm);
        numbers.put(TrainingText.NUMBER, tables.numberForm);
        record Kept(int first, int second, double share) {}
        List<Kept> kept = new ArrayList<>();
        double[] left = new double[whole.length];
        double[] context = new double[whole.length];
        counts.words.forEach((word, count) -> context[numbers.getOrDefault(word, HalfSpaceModel.UNKNOWN)] = count);
        counts.pairs.forEach((pair, count) -> {
            int first = numbers.getOrDefault(pair.first(), HalfSpaceModel.UNKNOWN);
            int second = numbers.getOrDefault(pair.second(), HalfSpaceModel.UNKNOWN);
            double share = (count - DISCOUNT) / Math.max(1, context[first]);
            kept.add(new Kept(first, second, share));
        });
        kept.sort(Comparator.comparingInt(Kept::first).thenComparingInt(Kept::second));
        for (Kept pair : kept) {
            left[pair.first()] += pair.share();
        }
        Arrays.fill(tables.backoffs, (byte) 0);
        for (int form = 0; form < left.length; form++) {
            tables.backoffs[form] = HalfSpaceModel.quantiseBackoff(Math.max(1e-3, 1 - left[form]));
        }
        tables.pairFirst = kept.stream().mapToInt(Kept::first).toArray();
        tables.pairSecond = kept.stream().mapToInt(Kept::second).toArray();
        tables.pairLogs = new byte[kept.size()];
        for (int i = 0; i < kept.size(); i++) {
            Kept pair = kept.get(i);
            double backoff = Math.max(1e-3, 1 - left[pair.first()]);
            tables.pairLogs[i] = HalfSpaceModel.quantise(pair.share() + backoff * whole[pair.second()]);
        }
    }
}
