package news.titr.app.command;

import java.util.OptionalLong;
import java.util.concurrent.Callable;
import news.titr.people.Actor;
import news.titr.story.Cause;
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
            if (newspaper.newsroom.story(number).isEmpty()) {
                throw new CommandFailed("There is no story " + number);
            }
            // what an editor has typed until now goes out with it
            var technician = new Actor.Technician();
            var story = Outcomes.require(
                    newspaper.drafting.cut(technician, number, OptionalLong.empty(), Cause.PUBLICATION), spec);
            var published =
                    Outcomes.require(newspaper.publishing.publish(technician, number, Publishing.Seen.of(story)), spec);
            spec.commandLine().getOut().println(Outcomes.address(newspaper, published));
        }
        return 0;
    }
}
