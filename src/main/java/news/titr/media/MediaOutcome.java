package news.titr.media;

import java.util.List;

/** What a door of the library answers. */
public sealed interface MediaOutcome<T> {

    record Done<T>(T value) implements MediaOutcome<T> {}

    /** Nothing was changed. */
    record Refused<T>(List<MediaProblem> problems) implements MediaOutcome<T> {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** Somebody else has changed it since it was looked at; nothing was changed now. */
    record Conflict<T>(Asset now) implements MediaOutcome<T> {}

    static <T> MediaOutcome<T> refused(MediaProblem.Kind kind) {
        return new Refused<>(List.of(MediaProblem.of(kind)));
    }

    static <T> MediaOutcome<T> refused(MediaProblem problem) {
        return new Refused<>(List.of(problem));
    }
}
