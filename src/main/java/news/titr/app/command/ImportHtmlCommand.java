package news.titr.app.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import news.titr.wire.moving.OldDates;
import news.titr.wire.saved.PageParts;
import news.titr.wire.saved.SavedPagesReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "html",
        mixinStandardHelpOptions = true,
        description = {
            "Takes in a folder of saved pages, one story in each. Where its parts stand is found by what pages tell machines"
                    + " (JSON-LD, OpenGraph) and by the usual names, or said in a file of settings.",
            "It may be begun again at any time: what is there already is left as it is. docs/moving.md has an example."
        })
final class ImportHtmlCommand implements Callable<Integer> {

    @Mixin
    private final DataFolder data = new DataFolder();

    @Mixin
    private final ArchiveOptions archive = new ArchiveOptions();

    @Parameters(paramLabel = "DIR", description = "The folder; pictures that were saved with the pages come too.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path folder;

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "Lines PART=SELECTOR, such as headline=h1.title; selector@attribute for an attribute.")
    private @Nullable Path settings;

    @Option(
            names = "--site",
            paramLabel = "NAME",
            defaultValue = "pages",
            description = "Names the site that the pages are from, to know them again.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String site;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        var parts = settings == null ? new PageParts(Map.of()) : SavedPagesReader.settings(settings);
        try (var newspaper = data.open()) {
            var dates = new OldDates(newspaper.masthead.zone(), newspaper.clock.instant());
            try (var reader = new SavedPagesReader(folder, parts, dates, site)) {
                return archive.run(newspaper, reader, Optional.of(folder), spec);
            }
        }
    }
}
