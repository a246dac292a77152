package news.titr.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import news.titr.language.Fold;

/** Finds who is called in a text: {@code @سارا}. */
final class Mentions {

    private Mentions() {}

    /**
     * The people whose names stand behind an @, however their letters are written; of two that fit the longer name.
     *
     * @param people names by id
     */
    static List<String> in(String text, Map<String, String> people) {
        var called = new ArrayList<String>();
        var pieces = text.split("@", -1);
        for (int i = 1; i < pieces.length; i++) {
            String folded = Fold.fold(pieces[i]);
            people.entrySet().stream()
                    .filter(person -> begins(folded, Fold.fold(person.getValue())))
                    .max(Comparator.comparingInt(person -> person.getValue().length()))
                    .map(Map.Entry::getKey)
                    .filter(person -> !called.contains(person))
                    .ifPresent(called::add);
        }
        return called;
    }

    private static boolean begins(String text, String name) {
        return !name.isEmpty() && text.startsWith(name);
    }
}
