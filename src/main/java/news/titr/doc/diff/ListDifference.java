package news.titr.doc.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToDoubleBiFunction;

/** Compares two lists: what is the same in both holds, what is alike meets, everything else came or went. */
public final class ListDifference {

    /** Less alike than this, and one is not the other changed. */
    private static final double ALIKE = 0.4;

    private static final int MOST_PAIRS = 100_000;

    private ListDifference() {}

    /** Short texts, such as sub-headlines, compared word by word. */
    public static List<Part<String, List<Change>>> ofTexts(List<String> before, List<String> after) {
        return of(before, after, WordBag::likeness, TextDifference::of);
    }

    /** Names: one is there or is not. */
    public static List<Part<String, List<Change>>> ofNames(List<String> before, List<String> after) {
        return of(
                before, after, (one, other) -> Unseen.look(one).equals(Unseen.look(other)) ? 1 : 0, TextDifference::of);
    }

    static <T, D> List<Part<T, D>> of(
            List<T> before, List<T> after, ToDoubleBiFunction<T, T> likeness, BiFunction<T, T, D> detail) {
        var numbers = new HashMap<T, Integer>();
        int[] partners = Alignment.partners(numbered(before, numbers), numbered(after, numbers));
        var parts = new ArrayList<Part<T, D>>();
        int i = 0;
        int j = 0;
        for (int next = 0; next <= before.size(); next++) {
            int partner = next == before.size() ? after.size() : partners[next];
            if (partner < 0) {
                continue;
            }
            gap(before.subList(i, next), after.subList(j, partner), likeness, detail, parts);
            if (next < before.size()) {
                parts.add(new Part.Kept<>(after.get(partner)));
            }
            i = next + 1;
            j = partner + 1;
        }
        return parts;
    }

    /** Members that stand for each other because they stand at the same place; the lists are equally long. */
    static <T, D> List<Part<T, D>> inPlace(List<T> before, List<T> after, BiFunction<T, T, D> detail) {
        var parts = new ArrayList<Part<T, D>>();
        for (int i = 0; i < before.size(); i++) {
            parts.add(
                    before.get(i).equals(after.get(i))
                            ? new Part.Kept<>(after.get(i))
                            : new Part.Changed<>(
                                    before.get(i), after.get(i), detail.apply(before.get(i), after.get(i))));
        }
        return parts;
    }

    static <T> int[] numbered(List<T> members, HashMap<T, Integer> numbers) {
        return members.stream()
                .mapToInt(member -> {
                    int next = numbers.size();
                    return numbers.computeIfAbsent(member, _ -> next);
                })
                .toArray();
    }

    private static <T, D> void gap(
            List<T> before,
            List<T> after,
            ToDoubleBiFunction<T, T> likeness,
            BiFunction<T, T, D> detail,
            List<Part<T, D>> parts) {
        int[] partners = alike(before, after, likeness);
        int j = 0;
        for (int i = 0; i < before.size(); i++) {
            if (partners[i] < 0) {
                parts.add(new Part.Removed<>(before.get(i)));
                continue;
            }
            for (; j < partners[i]; j++) {
                parts.add(new Part.Added<>(after.get(j)));
            }
            parts.add(new Part.Changed<>(before.get(i), after.get(j), detail.apply(before.get(i), after.get(j))));
            j++;
        }
        for (; j < after.size(); j++) {
            parts.add(new Part.Added<>(after.get(j)));
        }
    }

    private static <T> int[] alike(List<T> before, List<T> after, ToDoubleBiFunction<T, T> likeness) {
        var partners = new int[before.size()];
        java.util.Arrays.fill(partners, -1);
        if (before.isEmpty() || after.isEmpty() || (long) before.size() * after.size() > MOST_PAIRS) {
            return partners;
        }
        var pair = new double[before.size()][after.size()];
        var best = new double[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                double alike = likeness.applyAsDouble(before.get(i), after.get(j));
                pair[i][j] = alike >= ALIKE ? alike : 0;
                best[i][j] = Math.max(
                        Math.max(best[i + 1][j], best[i][j + 1]), pair[i][j] > 0 ? pair[i][j] + best[i + 1][j + 1] : 0);
            }
        }
        int i = 0;
        int j = 0;
        while (i < before.size() && j < after.size()) {
            if (pair[i][j] > 0 && best[i][j] == pair[i][j] + best[i + 1][j + 1]) {
                partners[i++] = j++;
            } else if (best[i][j] == best[i + 1][j]) {
                i++;
            } else {
                j++;
            }
        }
        return partners;
    }
}
