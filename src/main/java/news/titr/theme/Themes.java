package news.titr.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import news.titr.language.Nearest;
import news.titr.story.SiteSettings;

/**
 * The themes that a newspaper can wear: those of the program, those in its folder {@code themes}, and any other folder that
 * the machine's settings name.
 */
public final class Themes {

    /** What a site wears that has chosen nothing. */
    public static final String STANDARD = SiteSettings.USUAL_THEME;

    public static final List<String> SHIPPED = List.of(STANDARD, "magazine");

    private final Path folder;
    private final Optional<Consumer<Theme>> watcher;
    private final ThemeReader reader;
    private final Map<String, Worn> read = new ConcurrentHashMap<>();

    private record Worn(String stamp, Theme theme) {}

    /** There is no such theme, or it cannot be worn; the message says why and what to do. */
    public static final class CannotWear extends RuntimeException {
        CannotWear(String message) {
            super(message);
        }
    }

    /**
     * @param folder in which further themes lie, each a folder; it need not be there
     * @param watcher if there is one, folders are looked at whenever the theme is asked for, and it is told of each that was
     *     read anew: for working on a theme
     */
    public Themes(Path folder, Optional<Consumer<Theme>> watcher) {
        this.folder = folder;
        this.watcher = watcher;
        reader = new ThemeReader(Program.shipped(), this::shipped);
    }

    /** Those of the program alone. */
    public static Themes shipped() {
        return new Themes(Path.of("themes"), Optional.empty());
    }

    /** The names that can be chosen: those of the program, and those in the folder with which nothing is wrong. */
    public List<String> names() {
        return Stream.concat(
                        SHIPPED.stream(),
                        found().stream().filter(name -> theme(name).problems().isEmpty()))
                .toList();
    }

    /** The names of the themes in the folder, whatever may be wrong with them. */
    public List<String> found() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var folders = Files.list(folder)) {
            return folders.filter(Files::isDirectory)
                    .map(one -> one.getFileName().toString())
                    .filter(name -> !name.startsWith(".") && !SHIPPED.contains(name))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A theme by its name, or by the path of its folder, with all that is wrong with it.
     *
     * @throws CannotWear if there is none
     */
    public Theme theme(String name) {
        String asked = name.isEmpty() ? STANDARD : name;
        var worn = read.get(asked);
        if (worn != null && watcher.isEmpty()) {
            return worn.theme();
        }
        var files = files(asked);
        String stamp = files.stamp();
        if (worn != null && worn.stamp().equals(stamp)) {
            return worn.theme();
        }
        var fresh = new Worn(stamp, reader.read(id(asked), files));
        // two that read it at once have read the same; the first one's stays, so that nobody takes it for a change
        var kept = Objects.requireNonNull(
                read.merge(asked, fresh, (there, mine) -> there.stamp().equals(mine.stamp()) ? there : mine));
        if (kept == fresh && files instanceof ThemeFiles.Folder) {
            watcher.ifPresent(tell -> tell.accept(fresh.theme()));
        }
        return kept.theme();
    }

    /**
     * A theme with which nothing is wrong.
     *
     * @throws CannotWear with every problem
     */
    public Theme require(String name) {
        var theme = theme(name);
        var problems = theme.problems();
        if (!problems.isEmpty()) {
            var lines = new ArrayList<String>();
            lines.add("The theme “%s” cannot be worn:".formatted(name));
            problems.forEach(problem -> lines.add("  " + problem));
            lines.add("Mend it, or choose another with site.theme (" + String.join(", ", SHIPPED) + ").");
            throw new CannotWear(String.join("\n", lines));
        }
        return theme;
    }

    private Optional<Theme> shipped(String name) {
        return SHIPPED.contains(name) ? Optional.of(theme(name)) : Optional.empty();
    }

    private ThemeFiles files(String name) {
        if (SHIPPED.contains(name)) {
            return new ThemeFiles.Shipped("themes/" + name);
        }
        try {
            var path = name.contains("/") ? Path.of(name) : folder.resolve(name);
            if (Files.isDirectory(path)) {
                return new ThemeFiles.Folder(path);
            }
        } catch (InvalidPathException e) {
            // no folder has such a name
        }
        var known = Stream.concat(SHIPPED.stream(), found().stream()).toList();
        throw new CannotWear("There is no theme “%s”: neither %s, nor a folder in %s, nor the path of one.%s"
                .formatted(name, String.join(" nor ", SHIPPED), folder, Nearest.question(name, known)));
    }

    private static String id(String name) {
        return Optional.ofNullable(Path.of(name).getFileName())
                .map(Path::toString)
                .orElse(name);
    }
}
