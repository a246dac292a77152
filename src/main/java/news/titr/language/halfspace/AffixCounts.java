package news.titr.language.halfspace;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Estimates from word counts how often each ending and beginning is tied to which stems. */
final class AffixCounts {
    private static final char HALF_SPACE = KeyLetters.HALF_SPACE;
    private static final Set<String> NEVER_JOINED = new HashSet<>(Affixes.NEVER_JOINED);
    private static final List<String> INFLECTIONS = List.of("ی", "ان", "گی", "گان", "انه", "ترین", "تر", "م", "ش");
    /** The share of words in a silent heh that «است» is glued to where half-spaces are lost. */
    private static final double COPULA_RATE = .002;

    private static final int LEAST_STEMS = 3;
    private static final int LEAST_ENDING = 3;
    private static final int LEAST_COMPOUNDS = 4;
    private static final int LEAST_GLUED_STEM = 5;
    private static final Set<String> BOUND = new HashSet<>(Affixes.BOUND);

    private final Map<String, Double> words;
    private final Map<String, Double> stems;
    private final Set<String> lemmas;
    private final Map<String, double[]> tied = new TreeMap<>();
    private final Map<String, Set<String>> tiedStems = new TreeMap<>();
    private final Map<String, Set<String>> compounds = new TreeMap<>();
    private final Map<String, Double> begun = new TreeMap<>();

    AffixCounts(WordCounts counts, Map<String, Double> stems, Set<String> lemmas) {
        words = new TreeMap<>(counts.words);
        this.stems = stems;
        this.lemmas = lemmas;
    }

    Affixes affixes(double total) {
        words.forEach(this::count);
        double[] classes = new double[EndingClass.COUNT];
        stems.forEach((stem, count) -> classes[EndingClass.of(stem)] += count);
        Set<String> kept = new TreeSet<>(Affixes.BOUND);
        tiedStems.forEach((ending, with) -> {
            if (with.size() >= LEAST_STEMS && ending.length() >= LEAST_ENDING) {
                kept.add(ending);
            }
        });
        expand(kept);
        Map<String, double[]> glued = glued();
        List<Affixes.Ending> endings = new ArrayList<>();
        for (String ending : kept) {
            double[] tiedRate =
                    tied.getOrDefault(ending, new double[EndingClass.COUNT]).clone();
            double[] gluedRate =
                    glued.getOrDefault(ending, new double[EndingClass.COUNT]).clone();
            for (int k = 0; k < EndingClass.COUNT; k++) {
                tiedRate[k] /= classes[k];
                gluedRate[k] /= classes[k];
            }
            if (ending.equals(Affixes.COPULA)) {
                tiedRate[EndingClass.HEH] = COPULA_RATE;
            }
            if (Affixes.ALWAYS_TIED.contains(ending) || ending.equals("تر")) {
                gluedRate[EndingClass.NON_JOINING] =
                        Math.max(gluedRate[EndingClass.NON_JOINING], tiedRate[EndingClass.JOINING]);
            }
            endings.add(new Affixes.Ending(ending, BOUND.contains(ending), tiedRate, gluedRate));
        }
        List<Affixes.Beginning> beginnings = new ArrayList<>();
        for (String beginning : Affixes.BEGINNINGS) {
            if (compounds.getOrDefault(beginning, Set.of()).size() >= LEAST_COMPOUNDS) {
                beginnings.add(new Affixes.Beginning(
                        beginning,
                        Affixes.FREE_BEGINNINGS.contains(beginning),
                        begun.getOrDefault(beginning, 0.0) / total));
            }
        }
        return new Affixes(endings, beginnings);
    }

    /** Adds to each ending that is a word in itself («نگار») its inflected forms («نگاران»), at the usual rate. */
    private void expand(Set<String> kept) {
        for (String inflection : INFLECTIONS) {
            double base = 0;
            double inflected = 0;
            for (String ending : kept) {
                if (!BOUND.contains(ending) && ending.length() >= LEAST_ENDING) {
                    base += sum(tied.get(ending));
                    inflected += sum(tied.get(inflect(ending, inflection)));
                }
            }
            double rate = base == 0 ? 0 : inflected / base;
            Set<String> added = new TreeSet<>();
            for (String ending : kept) {
                String longer = inflect(ending, inflection);
                if (BOUND.contains(ending) || ending.length() < LEAST_ENDING || longer.isEmpty() || rate == 0) {
                    continue;
                }
                double[] own = tied.computeIfAbsent(longer, e -> new double[EndingClass.COUNT]);
                double[] of = tied.getOrDefault(ending, new double[EndingClass.COUNT]);
                for (int k = 0; k < EndingClass.COUNT; k++) {
                    own[k] = Math.max(own[k], rate * of[k]);
                }
                added.add(longer);
            }
            kept.addAll(added);
        }
    }

    private static String inflect(String ending, String inflection) {
        boolean silent = EndingClass.of(ending) == EndingClass.HEH;
        if (inflection.startsWith("گ")) {
            return silent ? ending.substring(0, ending.length() - 1) + inflection : "";
        }
        return silent ? "" : ending + inflection;
    }

    private static double sum(double @Nullable [] rates) {
        double sum = 0;
        if (rates != null) {
            for (double rate : rates) {
                sum += rate;
            }
        }
        return sum;
    }

    private void count(String word, double seen) {
        int last = word.lastIndexOf(HALF_SPACE);
        if (last <= 0) {
            return;
        }
        String stem = word.substring(0, last);
        String ending = word.substring(last + 1);
        if (!stem.endsWith("می") && canTie(stem, ending)) {
            tied.computeIfAbsent(ending, e -> new double[EndingClass.COUNT])[EndingClass.of(stem)] += seen;
            tiedStems.computeIfAbsent(ending, e -> new HashSet<>()).add(stem);
        }
        int first = word.indexOf(HALF_SPACE);
        String beginning = word.substring(0, first);
        String rest = word.substring(first + 1);
        int end = rest.indexOf(HALF_SPACE);
        if (Affixes.BEGINNINGS.contains(beginning) && !BOUND.contains(end < 0 ? rest : rest.substring(0, end))) {
            compounds.computeIfAbsent(beginning, b -> new HashSet<>()).add(rest);
            begun.merge(beginning, seen, Double::sum);
        }
    }

    /** False for half-spaces that are typing errors: a «ی» after a consonant, a bound ending after an open letter. */
    private static boolean canTie(String stem, String ending) {
        int stemClass = EndingClass.of(stem);
        return switch (ending) {
            case "ی" -> stemClass == EndingClass.HEH;
            case "ای", "یی" -> stemClass == EndingClass.HEH || stemClass == EndingClass.YEH;
            default -> stemClass != EndingClass.NON_JOINING || !BOUND.contains(ending);
        };
    }

    private Map<String, double[]> glued() {
        Map<String, double[]> glued = new TreeMap<>();
        words.forEach((word, seen) -> {
            if (word.charAt(0) == '<' || word.length() < 5) {
                return;
            }
            for (int tail = 2; tail <= 6 && word.length() - tail >= 3; tail++) {
                String ending = word.substring(word.length() - tail);
                String stem = word.substring(0, word.length() - tail);
                if (BOUND.contains(ending)
                        && (EndingClass.of(stem) == EndingClass.NON_JOINING || !NEVER_JOINED.contains(ending))
                        && stem.charAt(stem.length() - 1) != HALF_SPACE
                        && (stems.getOrDefault(stem, 0.0) >= LEAST_GLUED_STEM || lemmas.contains(stem))) {
                    glued.computeIfAbsent(ending, e -> new double[EndingClass.COUNT])[EndingClass.of(stem)] += seen;
                }
            }
        });
        return glued;
    }
}
