package news.titr.language;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What somebody may have meant who mistyped a name. */
public final class Nearest {

    private Nearest() {}

    /** The name that is the fewest letters away; empty only if there are no names. */
    public static Optional<String> to(String mistyped, Collection<String> names) {
        return names.stream().min(Comparator.comparingInt(name -> distance(name, mistyped)));
    }

    /** “ Did you mean frame?”, or the empty string if nothing is near. */
    public static String question(String mistyped, Collection<String> names) {
        return to(mistyped, names)
                .filter(name -> distance(name, mistyped) <= Math.max(2, mistyped.length() / 2))
                .map(name -> " Did you mean " + name + "?")
                .orElse("");
    }

    /** How many letters must be added, dropped or changed to make one word of the other (Levenshtein). */
    static int distance(String one, String other) {
        int[] previous = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] current = new int[other.length() + 1];
            current[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                current[j] = Math.min(Math.min(current[j - 1], previous[j]) + 1, previous[j - 1] + change);
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
