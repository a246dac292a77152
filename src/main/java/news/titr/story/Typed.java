package news.titr.story;

import java.util.List;
import news.titr.doc.step.Node;

/** What the door answers to steps. */
public sealed interface Typed {

    /** They are in the log, and the document has this version. */
    record Accepted(long version) implements Typed {}

    /** Others were faster: these are all steps since the version that the client named. */
    record Behind(long version, List<LoggedStep> steps) implements Typed {
        public Behind {
            steps = List.copyOf(steps);
        }
    }

    /** The log does not reach back that far; the client has to compare its own text with this one. */
    record TooOld(long version, Node document) implements Typed {}

    /** Nothing was changed, for every one of these reasons. */
    record Refused(List<Problem> problems) implements Typed {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    static Typed refused(Problem.Kind kind, String detail) {
        return new Refused(List.of(new Problem(kind, detail)));
    }
}
