package news.titr.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import news.titr.archive.ArchiveExport;
import news.titr.archive.ArchiveImport;
import news.titr.archive.Progress;
import news.titr.db.Database;
import news.titr.feed.ArchivedStories;
import news.titr.media.FolderBlobs;
import news.titr.story.SiteKeeping;

/** A newspaper leaves with everything it has, and comes in elsewhere as the same one. */
public final class Moving {

    private Moving() {}

    /**
     * Writes the whole newspaper into one file.
     *
     * @param program name and version
     * @param environment in which settings may stand as well
     */
    public static ArchiveExport.Written out(
            Newspaper newspaper,
            Map<String, String> environment,
            String program,
            Path to,
            boolean overwrite,
            Progress progress) {
        var extras = new ArrayList<ArchiveExport.Extra>();
        byte[] settings = MovedSettings.write(newspaper.settings, environment);
        extras.add(new ArchiveExport.Extra(MovedSettings.PATH, () -> new ByteArrayInputStream(settings)));
        var folder = newspaper.settings.dataFolder();
        for (var file : files(folder)) {
            extras.add(new ArchiveExport.Extra(
                    folder.relativize(file).toString().replace('\\', '/'), () -> Files.newInputStream(file)));
        }
        return new ArchiveExport(newspaper.database, newspaper.blobs, newspaper.clock, program)
                .write(to, overwrite, extras, ninjs(newspaper)::ninjs, progress);
    }

    private static ArchivedStories ninjs(Newspaper newspaper) {
        // of one moment, and not asked for at every line
        var settings = newspaper.siteKeeping.current();
        return new ArchivedStories(
                () -> settings,
                newspaper.liveStories,
                newspaper.pictures,
                newspaper.clock,
                (blob, mediaType) -> "../" + ArchiveExport.path(blob, mediaType));
    }

    /** Of the data folder, what belongs to the newspaper and is not made from anything else: words that were learned, themes. */
    private static List<Path> files(Path folder) {
        var files = new ArrayList<Path>();
        if (Files.exists(folder.resolve(Newspaper.HOUSE_WORDS))) {
            files.add(folder.resolve(Newspaper.HOUSE_WORDS));
        }
        var themes = folder.resolve(Settings.THEMES);
        if (Files.isDirectory(themes)) {
            try (var all = Files.walk(themes)) {
                all.filter(Files::isRegularFile).forEach(files::add);
            } catch (IOException e) {
                throw new Settings.WrongSetting("The folder " + themes + " cannot be read: " + e.getMessage());
            }
        }
        return files;
    }

    /**
     * What came in.
     *
     * @param told what the technician should know, in a line each
     */
    public record In(ArchiveImport.TakenIn taken, List<String> told) {}

    /** Makes the newspaper of an archive in a data folder that has none yet, and all that is derived. */
    public static In in(
            Path dataFolder, Map<String, String> environment, Clock clock, Path archive, Progress progress) {
        var before = Settings.load(dataFolder, environment);
        var told = new ArrayList<String>();
        ArchiveImport.TakenIn taken;
        try (var _ = OneServer.on(before);
                var database = Database.open(before.databaseUrl())) {
            taken = new ArchiveImport(
                            database,
                            new FolderBlobs(dataFolder.resolve(Newspaper.BLOBS)),
                            clock,
                            dataFolder.resolve("uploads"))
                    .take(
                            archive,
                            SiteKeeping.EVENT,
                            (path, content) -> told.addAll(extra(dataFolder, environment, path, content)),
                            progress);
            try (var newspaper = Newspaper.open(Settings.load(dataFolder, environment), clock)) {
                newspaper.rebuildAfterImport(progress);
            }
        }
        taken.missing().forEach(key -> told.add("The archive lacks the file of a picture, or has it damaged: " + key));
        return new In(taken, told);
    }

    private static List<String> extra(
            Path dataFolder, Map<String, String> environment, String path, InputStream content) throws IOException {
        if (path.equals(MovedSettings.PATH)) {
            return MovedSettings.take(dataFolder, environment, content);
        }
        if (!path.equals(Newspaper.HOUSE_WORDS) && !path.startsWith(Settings.THEMES + "/")) {
            return List.of(path + " in the archive is nothing that this program knows, and was left");
        }
        // absolute: nothing starts with the folder in which one stands
        var folder = dataFolder.toAbsolutePath().normalize();
        var file = folder.resolve(path).normalize();
        if (!file.startsWith(folder) || Files.exists(file)) {
            return List.of(path + " is there already, and stays as it is");
        }
        Files.createDirectories(file.getParent());
        Files.copy(content, file);
        return List.of();
    }
}
