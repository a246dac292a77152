package news.titr.app.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description =
                "Makes everything that is derived anew: lists of live stories, the search index and the sizes of pictures.")
final class RebuildCommand implements Callable<Integer> {

    @Mixin
    private final DataFolder data = new DataFolder();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        var line = spec.commandLine();
        try (var newspaper = data.open()) {
            var rebuilt = newspaper.rebuild(new ShownProgress(line.getErr()));
            line.getOut()
                    .println("Rebuilt: " + rebuilt.stories() + " live stories, " + rebuilt.pictures() + " pictures");
        }
        return 0;
    }
}
