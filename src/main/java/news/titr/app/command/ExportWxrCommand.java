package news.titr.app.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import news.titr.archive.WxrExport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "wxr",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the live stories and pages of one edition as WXR, which WordPress imports (Tools → Import → WordPress).",
            "WordPress fetches the pictures from this site while it imports, so the site must be open then."
        })
final class ExportWxrCommand implements Callable<Integer> {

    @Mixin
    private final DataFolder data = new DataFolder();

    @Option(names = "--to", required = true, paramLabel = "FILE", description = "The file to write.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Option(names = "--edition", paramLabel = "LANGUAGE", description = "Which edition (default: the main one).")
    private @Nullable String edition;

    @Option(names = "--overwrite", description = "Put it in the place of a file that is there.")
    private boolean overwrite;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        var line = spec.commandLine();
        try (var newspaper = data.open()) {
            String id = edition == null ? newspaper.masthead.language().tag() : edition;
            if (!newspaper.liveStories.editions().contains(id)) {
                throw new CommandFailed(
                        "There is no edition " + id + ", only " + String.join(", ", newspaper.liveStories.editions()));
            }
            var written = new WxrExport(
                            newspaper.liveStories,
                            newspaper.liveRanges,
                            newspaper.staticPages,
                            newspaper.pictures,
                            newspaper.siteKeeping.edition(id))
                    .write(file, overwrite, new ShownProgress(line.getErr()));
            line.getOut()
                    .println("%s: %d stories, %d pages, %d pictures"
                            .formatted(file, written.stories(), written.pages(), written.pictures()));
        }
        return 0;
    }
}
