package news.titr.app.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import news.titr.app.Newspaper;
import news.titr.doc.TextRenderer;
import news.titr.language.Edit;
import news.titr.language.HouseStyle;
import news.titr.language.Tidy;
import news.titr.language.halfspace.HalfSpaceTraining;
import news.titr.language.halfspace.HalfSpaces;
import news.titr.language.halfspace.HouseWords;
import news.titr.story.LiveStory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "language",
        mixinStandardHelpOptions = true,
        description = "Tidies Persian text and teaches the program the words of the house.",
        subcommands = {LanguageCommand.TidyText.class, LanguageCommand.Learn.class, LanguageCommand.Train.class})
final class LanguageCommand {
    private LanguageCommand() {}

    private static PrintStream out() {
        return new PrintStream(System.out, false, StandardCharsets.UTF_8);
    }

    private static HalfSpaces model(@Nullable Path dataFolder) throws IOException {
        Path words = dataFolder == null ? null : dataFolder.resolve(Newspaper.HOUSE_WORDS);
        return words == null || !Files.exists(words)
                ? HalfSpaces.shipped()
                : HalfSpaces.shipped().with(HouseWords.load(words));
    }

    @Command(
            name = "tidy",
            mixinStandardHelpOptions = true,
            description =
                    "Reads a text from the standard input and writes it tidied; what is right stays byte for byte.")
    static final class TidyText implements Callable<Integer> {
        @Option(names = "--diff", description = "Show each change with its reason instead of the text.")
        private boolean diff;

        @Option(names = "--json", description = "Write the changes as JSON instead of the text.")
        private boolean json;

        @Option(
                names = "--thorough",
                description = "Also digits, punctuation, quotation marks, spaces and house style.")
        private boolean thorough;

        @Option(
                names = "--data",
                paramLabel = "DIR",
                description = "A data folder whose learned words are used, see `titr language learn`.")
        private @Nullable Path data;

        @Override
        public Integer call() throws IOException {
            String text = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
            HouseStyle style = thorough ? HouseStyle.thorough() : HouseStyle.standard();
            List<Edit> edits = new Tidy(model(data)).edits(text, style);
            try (PrintStream out = out()) {
                if (json) {
                    out.println(json(edits));
                } else if (diff) {
                    edits.forEach(edit -> out.println(line(text, edit)));
                } else {
                    out.print(Tidy.apply(text, edits));
                }
            }
            return 0;
        }

        private static String line(String text, Edit edit) {
            long row = 1
                    + text.substring(0, edit.start())
                            .chars()
                            .filter(unit -> unit == '\n')
                            .count();
            return "%d: %s → %s (%s, %d%%) %s"
                    .formatted(
                            row,
                            edit.wordBefore(text),
                            edit.wordAfter(text),
                            edit.kind().name().toLowerCase(Locale.ROOT),
                            Math.round(edit.confidence() * 100),
                            edit.reason().sentence());
        }

        private static String json(List<Edit> edits) throws IOException {
            List<Map<String, Object>> list = new ArrayList<>();
            for (Edit edit : edits) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("start", edit.start());
                one.put("end", edit.end());
                one.put("before", edit.before());
                one.put("after", edit.after());
                one.put("kind", edit.kind().name().toLowerCase(Locale.ROOT));
                one.put("reason", edit.reason().key());
                one.put("sentence", edit.reason().sentence());
                one.put("confidence", edit.confidence());
                list.add(one);
            }
            return new ObjectMapper().writeValueAsString(list);
        }
    }

    @Command(
            name = "learn",
            mixinStandardHelpOptions = true,
            description =
                    "Counts the words of the newspaper's published stories, and says what changed on a test split."
                            + " Imports then know them.")
    static final class Learn implements Callable<Integer> {
        @Mixin
        private final DataFolder data = new DataFolder();

        @Parameters(arity = "0..*", paramLabel = "TEXT", description = "Text files (UTF-8) to learn from instead.")
        private List<Path> texts = List.of();

        @Override
        public Integer call() throws IOException {
            Path words;
            List<String> read = new ArrayList<>();
            try (var newspaper = data.open()) {
                words = newspaper.houseWordsFile();
                if (texts.isEmpty()) {
                    newspaper.liveStories.forEach(newspaper.masthead.language().tag(), story -> read.add(text(story)));
                }
            }
            for (Path text : texts) {
                read.add(Files.readString(text));
            }
            if (read.isEmpty()) {
                throw new CommandFailed("There is nothing to learn from: no story is live");
            }
            HouseWords.Learned learned = HouseWords.learn(HalfSpaces.shipped(), read);
            learned.words().save(words);
            HouseWords.Report report = learned.report();
            try (PrintStream out = out()) {
                out.printf(
                        Locale.ROOT,
                        "Counted %,d words in %,d texts; %,d written forms are new.%n",
                        report.words(),
                        report.texts(),
                        report.newForms());
                out.println("New: " + String.join("، ", report.examples()));
                out.printf("On %d texts set aside      before   after%n", report.testTexts());
                row(out, "glued, F1", report.before().glued(), report.after().glued());
                row(out, "spaced, F1", report.before().spaced(), report.after().spaced());
                row(
                        out,
                        "changes per 1,000",
                        report.before().changesPerThousand(),
                        report.after().changesPerThousand());
            }
            return 0;
        }

        private static String text(LiveStory story) {
            return String.join("\n", story.kicker(), story.headline(), story.lead(), TextRenderer.render(story.body()));
        }

        private static void row(PrintStream out, String name, double before, double after) {
            out.printf(Locale.ROOT, "%-22s %9.2f %7.2f%n", name, before, after);
        }
    }

    @Command(
            name = "train",
            mixinStandardHelpOptions = true,
            description = "Trains the model that the program ships from the material that NOTICE names.")
    static final class Train implements Callable<Integer> {
        @Parameters(
                index = "0",
                paramLabel = "FOLDER",
                description = "perdt-train.txt, pquad-val.txt, words.dat, verbs.dat, index.dic")
        private Path folder = Path.of(".");

        @Parameters(index = "1", paramLabel = "MODEL", description = "The file to write.")
        private Path model = Path.of("half-spaces.model");

        @Override
        public Integer call() throws IOException {
            HalfSpaceTraining.Trained trained = HalfSpaceTraining.train(folder, model);
            System.err.printf(
                    Locale.ROOT,
                    "%,d forms, %,d pairs, %,d bytes%n",
                    trained.forms(),
                    trained.pairs(),
                    trained.bytes());
            return 0;
        }
    }
}
