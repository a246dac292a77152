package news.titr.app.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import news.titr.app.StaticSite;
import news.titr.print.Typefaces;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "static",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the whole site as files, with relative links: for any host, a folder below one, or a stick.",
            "Search, sending and forms need a server; in their place stands a page that says so."
        })
final class ExportStaticCommand implements Callable<Integer> {

    @Mixin
    private final DataFolder data = new DataFolder();

    @Parameters(paramLabel = "DIR", description = "A new or empty folder.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path folder;

    @Option(names = "--pdf", description = "Also the PDF of every story, which takes longer.")
    private boolean pdf;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (pdf) {
            Typefaces.problem().ifPresent(problem -> {
                throw new CommandFailed(problem);
            });
        }
        var line = spec.commandLine();
        try (var newspaper = data.open()) {
            var written = StaticSite.write(newspaper, folder, pdf, new ShownProgress(line.getErr()));
            written.broken().forEach(broken -> line.getErr().println("titr: Nothing there: " + broken));
            line.getOut().println("%s: %d files, %d MB".formatted(folder, written.files(), written.bytes() >> 20));
        }
        return 0;
    }
}
