package news.titr.language.halfspace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Lays the counts of one house over a model: as if the model had been trained with them. */
final class HouseModel {
    private static final double DISCOUNT = .9;
    private static final int COMMON = 3;

    private final ModelTables base;
    private final HalfSpaceModel model;
    private final WordCounts house;
    private final Map<String, Double> stems = new TreeMap<>();
    private final double total;

    private record Pair(int first, int second, double probability) {}

    HouseModel(HalfSpaceModel model, WordCounts house) {
        this.model = model;
        base = model.tables();
        this.house = house;
        total = base.total + house.total();
        house.words.forEach((word, count) -> {
            if (word.charAt(0) != '<') {
                stems.merge(word, count, Double::sum);
                int last = word.lastIndexOf(KeyLetters.HALF_SPACE);
                if (last > 0 && !word.substring(0, last).endsWith("می")) {
                    stems.merge(word.substring(0, last), count, Double::sum);
                }
            }
        });
    }

    ModelTables merge() {
        List<String> known = base.wordList();
        Set<String> all = new TreeSet<>(ModelTables.ORDER);
        all.addAll(known);
        all.addAll(stems.keySet());
        List<String> words = new ArrayList<>(all);
        ModelTables merged = new ModelTables();
        merged.constants = base.constants;
        merged.affixes = base.affixes;
        merged.typeWords = base.typeWords;
        merged.typeLogs = base.typeLogs;
        merged.total = total;
        merged.words(words);
        merged.withContexts();
        merged.makeColumns();
        int[] moved = new int[base.forms()];
        Map<String, Integer> numbers = new HashMap<>();
        int old = 0;
        WordForms forms = new WordForms(model);
        WordTypes types = model.types();
        LetterRun run = new LetterRun();
        for (int form = 0; form < words.size(); form++) {
            String word = words.get(form);
            if (stems.containsKey(word)) {
                numbers.put(word, form);
            }
            int from = old < known.size() && known.get(old).equals(word) ? old++ : HalfSpaceModel.UNKNOWN;
            if (from != HalfSpaceModel.UNKNOWN) {
                moved[from] = form;
            }
            run.clear();
            run.addAll(word);
            fill(merged, form, from, word, forms, types, run);
        }
        copyContext(merged, merged.startForm, base.startForm, TrainingText.START);
        copyContext(merged, merged.numberForm, base.numberForm, TrainingText.NUMBER);
        moved[base.startForm] = merged.startForm;
        moved[base.numberForm] = merged.numberForm;
        numbers.put(TrainingText.START, merged.startForm);
        numbers.put(TrainingText.NUMBER, merged.numberForm);
        mergePairs(merged, moved, numbers);
        return merged;
    }

    private void fill(
            ModelTables merged, int form, int from, String word, WordForms forms, WordTypes types, LetterRun run) {
        double seen = house.of(word);
        boolean isKnown = from != HalfSpaceModel.UNKNOWN;
        boolean listed = isKnown && model.has(from, HalfSpaceModel.LISTED);
        double before = listed ? model.wordProbability(from) : 0;
        double whole = (before * base.total + seen) / total;
        if (!listed && seen > 0) {
            whole = forms.probability(run, 0, run.length(), merged.masks[form], whole);
        }
        double stem =
                ((isKnown ? model.stemProbability(from) : 0) * base.total + stems.getOrDefault(word, 0.0)) / total;
        merged.wordLogs[form] = HalfSpaceModel.quantise(whole);
        merged.stemLogs[form] = HalfSpaceModel.quantise(stem);
        merged.backoffs[form] = isKnown ? base.backoffs[from] : 0;
        merged.types[form] = isKnown ? base.types[from] : (byte) types.of(run, 0, run.length(), merged.masks[form]);
        int flags = isKnown ? base.flags[from] : 0;
        if (seen > 0) {
            flags |= HalfSpaceModel.LISTED | HalfSpaceModel.SEEN;
        }
        if ((flags & HalfSpaceModel.LISTED) != 0 && stems.getOrDefault(word, 0.0) >= COMMON) {
            flags |= HalfSpaceModel.COMMON;
        }
        merged.flags[form] = (byte) flags;
    }

    private void copyContext(ModelTables merged, int form, int from, String name) {
        double whole = (model.wordProbability(from) * base.total + house.of(name)) / total;
        merged.wordLogs[form] = HalfSpaceModel.quantise(whole);
        merged.backoffs[form] = base.backoffs[from];
        merged.types[form] = base.types[from];
    }

    private void mergePairs(ModelTables merged, int[] moved, Map<String, Integer> numbers) {
        List<Pair> pairs = new ArrayList<>();
        Map<Long, Double> added = new HashMap<>();
        house.pairs.forEach((pair, count) -> {
            Integer first = numbers.get(pair.first());
            Integer second = numbers.get(pair.second());
            if (first != null && second != null) {
                added.put((long) first << 32 | second, count);
            }
        });
        double[] firstCounts = new double[merged.forms()];
        numbers.forEach((word, form) -> firstCounts[form] = house.of(word));
        for (int i = 0; i < base.pairFirst.length; i++) {
            int oldFirst = base.pairFirst[i];
            int first = moved[oldFirst];
            int second = moved[base.pairSecond[i]];
            double before = model.wordProbability(oldFirst) * base.total;
            Double more = added.remove((long) first << 32 | second);
            double count = HalfSpaceModel.probability(base.pairLogs[i]) * before + (more == null ? 0 : more);
            pairs.add(new Pair(first, second, count / Math.max(1, before + firstCounts[first])));
        }
        added.forEach((key, count) -> {
            int first = (int) (key >>> 32);
            int second = key.intValue();
            double firstCount = Math.max(1, HalfSpaceModel.probability(merged.wordLogs[first]) * total);
            double whole = HalfSpaceModel.probability(merged.wordLogs[second]);
            pairs.add(new Pair(first, second, Math.min(.9, (count - DISCOUNT) / firstCount + whole / 2)));
        });
        pairs.sort(Comparator.comparingInt(Pair::first).thenComparingInt(Pair::second));
        merged.pairFirst = pairs.stream().mapToInt(Pair::first).toArray();
        merged.pairSecond = pairs.stream().mapToInt(Pair::second).toArray();
        merged.pairLogs = new byte[pairs.size()];
        for (int i = 0; i < pairs.size(); i++) {
            merged.pairLogs[i] = HalfSpaceModel.quantise(pairs.get(i).probability());
        }
    }
}
