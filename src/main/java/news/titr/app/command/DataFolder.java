package news.titr.app.command;

import java.nio.file.Path;
import java.time.Clock;
import news.titr.app.Newspaper;
import news.titr.app.Settings;
import picocli.CommandLine.Option;

/** The option that every command has: which newspaper it is about. */
final class DataFolder {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The newspaper's data folder (default: ${DEFAULT-VALUE}).",
            defaultValue = "data")
    @SuppressWarnings("NullAway.Init") // set by picocli
    Path folder;

    Settings settings() {
        return Settings.load(folder, System.getenv());
    }

    Newspaper open() {
        return Newspaper.open(settings(), Clock.systemUTC());
    }
}
