package news.titr.app.command;

import java.util.stream.Collectors;
import news.titr.app.Newspaper;
import news.titr.story.Outcome;
import news.titr.story.Problem;
import news.titr.story.Story;
import picocli.CommandLine.Model.CommandSpec;

/** Tells the outcome of a door to somebody at a prompt. */
final class Outcomes {

    private Outcomes() {}

    /** The value when it was done, with its warnings on stderr; else the command fails with every reason. */
    static <T> T require(Outcome<T> outcome, CommandSpec spec) {
        return switch (outcome) {
            case Outcome.Done<T>(var value, var warnings) -> {
                warnings.forEach(warning -> spec.commandLine().getErr().println("note: " + text(warning)));
                yield value;
            }
            case Outcome.Refused<T>(var problems) ->
                throw new CommandFailed("Refused: "
                        + problems.stream()
                                .filter(Problem::refuses)
                                .map(Outcomes::text)
                                .collect(Collectors.joining("; ")));
            case Outcome.Conflict<T> _ ->
                throw new CommandFailed("Somebody changed the story in the same moment. Look at it, and try again");
        };
    }

    static String address(Newspaper newspaper, Story story) {
        return newspaper.masthead.absolute("/" + story.number());
    }

    static String text(Problem problem) {
        return problem.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
                + (problem.detail().isEmpty() ? "" : " (" + problem.detail() + ")");
    }
}
