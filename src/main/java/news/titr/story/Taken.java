package news.titr.story;

import java.util.List;

/** What has become of a story that another system handed over. */
public sealed interface Taken {

    /** It is a story here now. */
    record In(long number, List<Problem> warnings) implements Taken {
        public In {
            warnings = List.copyOf(warnings);
        }
    }

    /** It was taken in before, and is left as it is. */
    record There(long number) implements Taken {}

    /** Nothing was stored of it. */
    record Refused(List<Problem> problems) implements Taken {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
