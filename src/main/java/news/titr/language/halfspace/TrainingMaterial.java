package news.titr.language.halfspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the model is trained from, all of it openly licensed; see NOTICE.
 *
 * @param texts running text with its half-spaces, and how much each counts
 * @param lemmas word-list entries (folded) with the weight of their evidence
 * @param verbs conjugated verb forms without «می»
 */
record TrainingMaterial(List<Text> texts, Map<String, Double> lemmas, Set<String> verbs, Set<String> dictionary) {
    /** Lines of running text; each line counts so many times. */
    record Text(List<String> lines, double weight) {}

    private static final double DICTIONARY_WEIGHT = .4;
    private static final double LIST_WEIGHT = .3;
    private static final double LIST_MOST = 3;
    private static final double LIST_SCALE = 2e4;
    private static final double VERB_WEIGHT = .15;

    /**
     * Reads {@code perdt-train.txt}, {@code pquad-val.txt}, {@code words.dat}, {@code verbs.dat} and lilak's
     * {@code index.dic} from a folder.
     *
     * @throws IOException if one of them is missing
     */
    static TrainingMaterial read(Path folder) throws IOException {
        List<Text> texts = new ArrayList<>();
        texts.add(new Text(Files.readAllLines(folder.resolve("perdt-train.txt")), 1));
        texts.add(new Text(Files.readAllLines(folder.resolve("pquad-val.txt")), 1));
        return read(folder, texts);
    }

    static TrainingMaterial read(Path folder, List<Text> texts) throws IOException {
        Map<String, Double> lemmas = new TreeMap<>();
        Set<String> dictionary = new HashSet<>();
        for (String line : Files.readAllLines(folder.resolve("index.dic"))) {
            int slash = line.indexOf('/');
            String word = KeyLetters.fold(slash < 0 ? line : line.substring(0, slash));
            if (!word.isEmpty() && word.length() <= WordForms.LONGEST) {
                lemmas.merge(word, DICTIONARY_WEIGHT, Math::max);
                dictionary.add(word);
            }
        }
        for (String line : Files.readAllLines(folder.resolve("words.dat"))) {
            String[] fields = line.split("\t");
            String word = KeyLetters.fold(fields[0].replace('_', KeyLetters.HALF_SPACE));
            if (fields[0].length() > 1 && !word.isEmpty() && word.length() <= WordForms.LONGEST) {
                double seen = fields.length > 1 && fields[1].matches("\\d+") ? Double.parseDouble(fields[1]) : 0;
                lemmas.merge(word, LIST_WEIGHT + Math.min(LIST_MOST, seen / LIST_SCALE), Double::sum);
            }
        }
        Set<String> verbs = conjugate(Files.readAllLines(folder.resolve("verbs.dat")));
        for (String verb : verbs) {
            for (String prefix : Affixes.VERBAL) {
                lemmas.merge(prefix + KeyLetters.HALF_SPACE + verb, VERB_WEIGHT, Double::sum);
            }
        }
        return new TrainingMaterial(texts, lemmas, verbs, dictionary);
    }

    /** The forms that can follow «می»: past and present, six persons each. */
    private static Set<String> conjugate(List<String> lines) {
        Set<String> verbs = new HashSet<>();
        for (String line : lines) {
            int hash = line.indexOf('#');
            if (hash < 0) {
                continue;
            }
            String past = KeyLetters.fold(line.substring(0, hash));
            String present = KeyLetters.fold(line.substring(hash + 1));
            for (String person : List.of("م", "ی", "", "یم", "ید", "ند")) {
                verbs.add(past + person);
            }
            if (!present.isEmpty()) {
                boolean vowel = present.endsWith("ا") || present.endsWith("و");
                for (String person : vowel
                        ? List.of("یم", "یی", "ید", "یند", "ییم", "یید")
                        : List.of("م", "ی", "د", "یم", "ید", "ند")) {
                    verbs.add(present + person);
                }
            }
        }
        verbs.removeIf(verb -> verb.length() < 2);
        return verbs;
    }
}
