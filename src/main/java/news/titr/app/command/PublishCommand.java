package news.titr.app.command;

import java.util.concurrent.Callable;
import news.titr.people.Actor;
import news.titr.story.Publishing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "publish", mixinStandardHelpOptions = true, description = "Shows readers a story's newest revision.")
final class PublishCommand implements Callable<Integer> {

    @Mixin
    private final DataFolder data = new DataFolder();

    @Parameters(paramLabel = "N", description = "The story's number.")
    private long number;

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
            var published = Outcomes.require(
                    newspaper.publishing.publish(new Actor.Technician(), number, Publishing.Seen.of(story)), spec);
            spec.commandLine().getOut().println(Outcomes.address(newspaper, published));
        }
        return 0;
    }
}
