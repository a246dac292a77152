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
            line.getErr().println("Lists of live stories …");
            int stories = newspaper.publishing.rebuildLists();
            newspaper.pictureUses.rebuild();
            line.getErr().println("Search index …");
            newspaper.indexing.rebuild();
            line.getErr().println("Sizes of pictures …");
            int pictures = newspaper.pictures.rebuildRenditions();
            line.getOut().println("Rebuilt: " + stories + " live stories, " + pictures + " pictures");
        }
        return 0;
    }
}
