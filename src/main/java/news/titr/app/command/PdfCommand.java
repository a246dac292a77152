package news.titr.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import news.titr.print.Typefaces;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "pdf", mixinStandardHelpOptions = true, description = "Writes the PDF of a live story to a file.")
final class PdfCommand implements Callable<Integer> {

    @Mixin
    private final DataFolder data = new DataFolder();

    @Parameters(paramLabel = "N", description = "The story's number.")
    private long number;

    @Option(names = "--to", required = true, paramLabel = "FILE", description = "The file to write.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        Typefaces.problem().ifPresent(problem -> {
            throw new CommandFailed(problem);
        });
        try (var newspaper = data.open()) {
            var story = newspaper
                    .liveStories
                    .story(number)
                    .orElseThrow(() -> new CommandFailed("Story " + number + " is not live"));
            byte[] pdf = newspaper.pdfEdition.of(story);
            // a file that was there stays whole until the new one is
            Path unfinished = file.resolveSibling(file.getFileName() + ".part");
            try {
                Files.write(unfinished, pdf);
                Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
            spec.commandLine().getOut().println(file);
        } catch (IOException e) {
            throw new CommandFailed("Cannot write " + file + ": " + e.getMessage());
        }
        return 0;
    }
}
