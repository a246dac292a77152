package news.titr.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import news.titr.wire.ghost.GhostReader;
import news.titr.wire.moving.ArchiveFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "ghost",
        mixinStandardHelpOptions = true,
        description = {
            "Takes in what Ghost exports (Settings → Labs → Export content): posts, pages, tags, authors. The first public tag"
                    + " of a post becomes its section.",
            "It may be begun again at any time: what is there already is left as it is. docs/moving.md says what becomes what."
        })
final class ImportGhostCommand implements Callable<Integer> {

    @Mixin
    private final DataFolder data = new DataFolder();

    @Mixin
    private final ArchiveOptions archive = new ArchiveOptions();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Exports: JSON files, zips of them, or folders.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private List<Path> files;

    @Option(
            names = "--site",
            paramLabel = "URL",
            defaultValue = "",
            description = "Where the newspaper stood: links to it stay within the new one.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String site;

    @Option(
            names = "--uploads",
            paramLabel = "DIR",
            description =
                    "Their folder content/images: pictures come from it. Without it texts link to where they are.")
    private @Nullable Path uploads;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (var newspaper = data.open();
                var reader = new GhostReader(ArchiveFiles.of(files, ".json"), site, newspaper.masthead.addresses())) {
            return archive.run(newspaper, reader, Optional.ofNullable(uploads), spec);
        }
    }
}
