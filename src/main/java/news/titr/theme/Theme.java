package news.titr.theme;

import io.quarkus.qute.Engine;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.Variant;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import news.titr.http.Response;

/**
 * A look that a site can wear.
 *
 * @param id {@code newspaper}, or the name of its folder
 * @param sheets its style sheets by name, minified: {@code theme} for every page, {@code front}, {@code story} … after the
 *     program's own sheet of that name
 * @param files what browsers fetch of it, by their names in its folder
 * @param fonts the addresses of those that are asked for at once
 * @param templates the texts of its templates by name, such as {@code teaser}
 * @param colours those of its own that are written plainly, by their custom properties such as {@code --paper}
 * @param remarks all that was found when it was read
 */
public record Theme(
        String id,
        String name,
        Map<String, String> sheets,
        Map<String, ThemeFile> files,
        List<String> fonts,
        Optional<Logo> logo,
        Map<String, String> templates,
        Map<String, Shades> colours,
        List<Remark> remarks) {

    /** What all addresses of themes' files begin with, behind the hash. */
    public static final String PREFIX = "theme/";

    public Theme {
        sheets = Map.copyOf(sheets);
        files = Map.copyOf(files);
        fonts = List.copyOf(fonts);
        templates = Map.copyOf(templates);
        colours = Map.copyOf(colours);
        remarks = List.copyOf(remarks);
    }

    /** A colour for light and for dark, each as {@code #rrggbb}. */
    public record Shades(String light, String dark) {}

    /** A drawing or picture in place of the newspaper's name. */
    public record Logo(String address, int width, int height) {}

    /** Nothing but the program's own look. */
    public static Theme plain() {
        return new Theme(
                Themes.STANDARD, "", Map.of(), Map.of(), List.of(), Optional.empty(), Map.of(), Map.of(), List.of());
    }

    /** The colour behind everything, for the browser's own frame, if the theme has one of its own. */
    public Optional<Shades> paper() {
        return Optional.ofNullable(colours.get("--paper"));
    }

    /** Its colours alone, as a rule for pages that wear nothing else of it; empty when it has none. */
    public String colourRule() {
        return colours.isEmpty()
                ? ""
                : new TreeMap<>(colours)
                        .entrySet().stream()
                                .map(colour -> colour.getKey() + ":light-dark("
                                        + colour.getValue().light() + ","
                                        + colour.getValue().dark() + ")")
                                .collect(Collectors.joining(";", ":root{", "}"));
    }

    /** What it is made of, in one line. */
    public String summary() {
        int bytes = sheets.values().stream()
                .mapToInt(css -> css.getBytes(StandardCharsets.UTF_8).length)
                .sum();
        return "%s: %.1f KB of style, %d templates, %d files"
                .formatted(name, bytes / 1024.0, templates.size(), files.size());
    }

    /** What keeps it from being worn. */
    public List<Remark> problems() {
        return remarks.stream().filter(Remark::wrong).toList();
    }

    /** What stands behind a sheet of the program; empty when there is nothing. */
    public String sheet(String name) {
        return sheets.getOrDefault(name, "");
    }

    /** The address of one of its files, if it has it. */
    public Optional<String> address(String file) {
        return Optional.ofNullable(files.get(file)).map(ThemeFile::address);
    }

    /** Answers {@code /assets/HASH/theme/NAME}; empty if the theme has no such file, or it holds something else by now. */
    public Optional<Response> answer(String hash, String name) {
        return Optional.ofNullable(files.get(name.substring(PREFIX.length())))
                .filter(file -> file.hash().equals(hash))
                .map(ThemeFile::answer);
    }

    /** The engine of the site, with the theme's templates in place of those that it overrides. */
    public Engine over(Engine engine) {
        if (templates.isEmpty()) {
            return engine;
        }
        return engine.newBuilder().addLocator(new Overrides()).build();
    }

    private final class Overrides implements TemplateLocator {

        @Override
        public Optional<TemplateLocation> locate(String id) {
            return id.startsWith(TemplateCheck.FOLDER)
                    ? Optional.ofNullable(templates.get(id.substring(TemplateCheck.FOLDER.length())))
                            .map(Overriding::new)
                    : Optional.empty();
        }

        @Override
        public int getPriority() {
            return DEFAULT_PRIORITY + 10;
        }
    }

    private record Overriding(String text) implements TemplateLocator.TemplateLocation {

        @Override
        public Reader read() {
            return new StringReader(text);
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.of(Variant.forContentType(Variant.TEXT_HTML));
        }
    }
}
