package news.titr.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
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
        try (var newspaper = data.open()) {
            var story = newspaper
                    .liveStories
                    .story(number)
                    .orElseThrow(() -> new CommandFailed("Story " + number + " is not live"));
            byte[] pdf = newspaper.pdfEdition.of(story);
            // a file that was there stays whole until the new one is
            Path unfinished = Files.createTempFile(file.toAbsolutePath().getParent(), "titr-", ".part");
            Files.write(unfinished, pdf);
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
            spec.commandLine().getOut().println(file);
        } catch (IOException e) {
            throw new CommandFailed("Cannot write " + file + ": " + e.getMessage());
        }
        return 0;
    }
}
