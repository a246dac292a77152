package news.titr.app.command;

import news.titr.app.Settings;
import picocli.CommandLine.Option;

/** The option of the commands that serve pages: for working on a theme. */
final class WatchTheme {

    @Option(
            names = "--watch-theme",
            description = "Looks at the theme's files for every page, and shows what is wrong with them in its place.")
    private boolean watch;

    Settings over(Settings settings) {
        return watch ? settings.watchingTheme() : settings;
    }
}
