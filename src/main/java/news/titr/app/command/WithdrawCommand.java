package news.titr.app.command;

import java.util.concurrent.Callable;
import news.titr.people.Actor;
import news.titr.story.Publishing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "withdraw",
        mixinStandardHelpOptions = true,
        description = "Takes a story back; its page then says so, and why.")
final class WithdrawCommand implements Callable<Integer> {

    @Mixin
    private final DataFolder data = new DataFolder();

    @Parameters(paramLabel = "N", description = "The story's number.")
    private long number;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "What readers are told.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String reason;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (var newspaper = data.open()) {
            var story = newspaper
                    .newsroom
                    .story(number)
                    .orElseThrow(() -> new CommandFailed("There is no story " + number));
            Outcomes.require(
                    newspaper.publishing.withdraw(new Actor.Technician(), number, Publishing.Seen.of(story), reason),
                    spec);
            spec.commandLine().getOut().println("Story " + number + " is withdrawn");
        }
        return 0;
    }
}
