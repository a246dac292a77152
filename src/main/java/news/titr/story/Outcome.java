package news.titr.story;

import java.util.List;

/** What a door answers. */
public sealed interface Outcome<T> {

    /** It is done; the warnings are for the editor to look at. */
    record Done<T>(T value, List<Problem> warnings) implements Outcome<T> {
        public Done {
            warnings = List.copyOf(warnings);
        }
    }

    /** Nothing was changed, for every one of these reasons. */
    record Refused<T>(List<Problem> problems) implements Outcome<T> {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** Nothing was changed, because what the caller saw is no longer so: this is how it stands now. */
    record Conflict<T>(T current) implements Outcome<T> {}

    static <T> Outcome<T> refused(Problem.Kind... kinds) {
        return new Refused<>(List.of(kinds).stream().map(Problem::of).toList());
    }
}
