package news.titr.app.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import news.titr.app.Newspaper;
import news.titr.language.HouseStyle;
import news.titr.people.Actor;
import news.titr.story.Outcome;
import news.titr.story.Publishing;
import news.titr.story.Story;
import news.titr.wire.Doubt;
import news.titr.wire.PageImport;
import news.titr.wire.PageReader;
import news.titr.wire.PageReading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "page",
        mixinStandardHelpOptions = true,
        description = {
            "Takes in stories from the text of news pages, as a browser shows it.",
            "Prints the number and the address of each story; what it was not sure of goes to stderr and into a note on"
                    + " the story. The date of publication stays unknown until an editor sets it."
        })
final class ImportPageCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    @Mixin
    private final DataFolder data = new DataFolder();

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Text files, one page each; - is the standard input.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private List<String> files;

    @Option(names = "--publish", description = "Show readers the stories at once.")
    private boolean publish;

    @Option(names = "--no-tidy", description = "Leave half-spaces and spelling as they stand on the page.")
    private boolean untouched;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        int failed = 0;
        try (var newspaper = data.open()) {
            var reader = new PageReader(newspaper.tidy());
            for (String file : files) {
                try {
                    take(newspaper, reader, file);
                } catch (CommandFailed e) {
                    failed++;
                    spec.commandLine().getErr().println("titr: " + file + ": " + e.getMessage());
                }
            }
        }
        return failed == 0 ? 0 : 1;
    }

    private void take(Newspaper newspaper, PageReader reader, String file) {
        var style =
                untouched ? HouseStyle.none() : newspaper.siteKeeping.current().houseStyle();
        switch (reader.read(bytes(file), style)) {
            case PageReading.Refused(var problem) -> throw new CommandFailed(problem);
            case PageReading.Read read -> store(newspaper, read, file);
        }
    }

    private void store(Newspaper newspaper, PageReading.Read read, String file) {
        if (publish && read.headline().isBlank()) {
            throw new CommandFailed("No headline was found, so it cannot be published; nothing was stored");
        }
        var technician = new Actor.Technician();
        String edition = newspaper.masthead.language().tag();
        var there = PageImport.there(newspaper.newsroom, edition, read);
        if (there.isPresent()) {
            long number = there.getAsLong();
            spec.commandLine().getErr().println(file + ": is story " + number + " already, which was left as it is");
            newspaper
                    .newsroom
                    .story(number)
                    .ifPresent(story ->
                            spec.commandLine().getOut().println(number + "\t" + Outcomes.address(newspaper, story)));
            return;
        }
        var begun = new PageImport(newspaper.drafting).begin(technician, edition, read);
        // publishing says the same warnings again
        var story = publish && begun instanceof Outcome.Done<Story> done ? done.value() : Outcomes.require(begun, spec);
        if (publish) {
            story = Outcomes.require(
                    newspaper.publishing.publishFromArchive(
                            technician, story.number(), Publishing.Seen.of(story), newspaper.clock.instant()),
                    spec);
        }
        tell(read, file, story.number());
        spec.commandLine().getOut().println(story.number() + "\t" + Outcomes.address(newspaper, story));
    }

    private void tell(PageReading.Read read, String file, long number) {
        var err = spec.commandLine().getErr();
        if (read.number().isPresent() && read.number().getAsLong() != number) {
            err.println(file + ": number " + read.sourceNumber() + " is taken; the story is " + number
                    + " and keeps the old number as its source number");
        }
        for (Doubt doubt : read.doubts()) {
            err.println(file + ": " + doubt.english());
        }
        err.println(file + ": published: unknown, until an editor sets the date");
        if (!read.furniture().isEmpty()) {
            err.println(file + ": left out as furniture: "
                    + count(read.furniture().size(), "line") + ", named in the note on the story");
        }
        if (read.edits() > 0) {
            err.println(file + ": half-spaces and spelling tidied: " + count(read.edits(), "place"));
        }
    }

    private static String count(int count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }

    /** At most one byte more than is read: enough for the reader to refuse it, whatever is behind. */
    private static byte[] bytes(String file) {
        try {
            if (file.equals(STANDARD_INPUT)) {
                return System.in.readNBytes(PageReader.LARGEST + 1);
            }
            var path = Path.of(file);
            if (Files.isDirectory(path)) {
                throw new CommandFailed("It is a folder");
            }
            try (InputStream in = Files.newInputStream(path)) {
                return in.readNBytes(PageReader.LARGEST + 1);
            }
        } catch (NoSuchFileException e) {
            throw new CommandFailed("There is no such file");
        } catch (AccessDeniedException e) {
            throw new CommandFailed("It may not be read");
        } catch (IOException e) {
            throw new CommandFailed("It cannot be read: " + e.getMessage());
        }
    }
}
