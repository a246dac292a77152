package news.titr.app.command;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import news.titr.wire.moving.ArchiveFiles;
import news.titr.wire.moving.UploadedFiles;
import news.titr.wire.wordpress.WordPressOptions;
import news.titr.wire.wordpress.WordPressReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "wxr",
        mixinStandardHelpOptions = true,
        description = {
            "Takes in what WordPress exports (Tools → Export → All content): posts, pages, authors, categories, tags, pictures,"
                    + " comments, and the addresses at which readers know them.",
            "It may be begun again at any time: what is there already is left as it is. docs/moving.md says what becomes what."
        })
final class ImportWxrCommand implements Callable<Integer> {

    private static final Set<String> KINDS = Set.of("story", "page", "skip");
    private static final Set<String> FIELDS = Set.of("kicker", "subheadline", "lead", "source", "dateline", "author");

    @Mixin
    private final DataFolder data = new DataFolder();

    @Mixin
    private final ArchiveOptions archive = new ArchiveOptions();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Exports: XML files, zips of them, or folders.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private List<Path> files;

    @Option(
            names = "--uploads",
            paramLabel = "DIR",
            description =
                    "Their folder wp-content/uploads, or a zip of it (default: the zip with the export, if the folder is in it):"
                            + " pictures come from it. Without it texts link to where they are.")
    private @Nullable Path uploads;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "The time zone there, for dates that name none (default: that of this newspaper).")
    private @Nullable ZoneId zone;

    @Option(
            names = "--author",
            paramLabel = "LOGIN=NAME",
            description = "The byline of what LOGIN wrote; «LOGIN=» for none.")
    private Map<String, String> authors = new LinkedHashMap<>();

    @Option(
            names = "--type",
            paramLabel = "TYPE=KIND",
            description = "Items of a type of their own are stories, pages, or left behind: story, page, skip.")
    private Map<String, String> types = new LinkedHashMap<>();

    @Option(
            names = "--field",
            paramLabel = "KEY=FIELD",
            description = "Where a custom field goes: kicker, subheadline, lead, source, dateline, author.")
    private Map<String, String> fields = new LinkedHashMap<>();

    @Option(
            names = "--new-numbers",
            description = "Give stories new numbers; else they keep theirs as long as these are free.")
    private boolean newNumbers;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        check("--type", types, KINDS);
        check("--field", fields, FIELDS);
        try (var newspaper = data.open()) {
            var options = new WordPressOptions(
                    zone == null ? newspaper.masthead.zone() : zone,
                    newspaper.masthead.addresses(),
                    authors,
                    types,
                    fields,
                    !newNumbers);
            try (var reader = new WordPressReader(ArchiveFiles.of(files, ".xml", ".wxr"), options)) {
                return archive.run(newspaper, reader, uploads(), spec);
            }
        }
    }

    private Optional<Path> uploads() {
        return Optional.ofNullable(uploads)
                .or(() -> files.stream().filter(UploadedFiles::areIn).findFirst());
    }

    private void check(String option, Map<String, String> given, Set<String> known) {
        given.forEach((key, value) -> {
            if (!known.contains(value)) {
                throw new ParameterException(
                        spec.commandLine(),
                        option + " " + key + "=" + value + ": it is one of "
                                + String.join(", ", known.stream().sorted().toList()));
            }
        });
    }
}
