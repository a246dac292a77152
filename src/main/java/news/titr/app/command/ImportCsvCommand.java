package news.titr.app.command;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import news.titr.wire.moving.ArchiveFiles;
import news.titr.wire.moving.OldDates;
import news.titr.wire.table.TableReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "csv",
        mixinStandardHelpOptions = true,
        description = {
            "Takes in a table, a story in each line. The first line names the columns, in English or Persian: id, headline,"
                    + " kicker, subheadline, lead, body, section, tags, authors, published, updated, status, address, source,"
                    + " dateline, picture, type.",
            "It may be begun again at any time: what is there already is left as it is. docs/moving.md says what becomes what."
        })
final class ImportCsvCommand implements Callable<Integer> {

    @Mixin
    private final DataFolder data = new DataFolder();

    @Mixin
    private final ArchiveOptions archive = new ArchiveOptions();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Tables: CSV files, zips of them, or folders.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private List<Path> files;

    @Option(
            names = "--column",
            paramLabel = "NAME=FIELD",
            description = "What a column is that has another name: «--column Titel=headline».")
    private Map<String, String> columns = new LinkedHashMap<>();

    @Option(
            names = "--site",
            paramLabel = "NAME",
            defaultValue = "table",
            description = "Names the system that the table is from, to know its stories again.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String site;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            defaultValue = "UTF-8",
            description = "Of the files (default: UTF-8).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String encoding;

    @Option(
            names = "--pictures",
            paramLabel = "DIR",
            description = "The folder that the column «picture» names files in.")
    private @Nullable Path pictures;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!Charset.isSupported(encoding)) {
            throw new ParameterException(spec.commandLine(), "There is no encoding " + encoding);
        }
        columns.forEach((name, field) -> {
            if (!TableReader.fields().contains(field)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--column " + name + "=" + field + ": it is one of "
                                + String.join(", ", new TreeSet<>(TableReader.fields())));
            }
        });
        try (var newspaper = data.open()) {
            var dates = new OldDates(newspaper.masthead.zone(), newspaper.clock.instant());
            var found = ArchiveFiles.of(files, ".csv", ".tsv");
            try (var reader = new TableReader(found, site, Charset.forName(encoding), columns, dates)) {
                return archive.run(newspaper, reader, Optional.ofNullable(pictures), spec);
            }
        }
    }
}
