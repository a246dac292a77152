package news.titr.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the program offers to themes: its templates, the names of its style sheets, the custom properties that they ask for.
 *
 * @param templates the texts of {@code templates/site} by name, such as {@code teaser}
 * @param sheets the sheets that some pages have beside {@code site.css}: {@code front}, {@code story} …
 * @param properties with their dashes: {@code --accent}
 * @param css {@code site.css}, where they have their usual values
 */
record Program(Map<String, String> templates, Set<String> sheets, Set<String> properties, String css) {

    private static final String TEMPLATES = "templates/site/";
    private static final String STYLES = "web/site/";

    /** The light edition, and the paper of a day in one file, are plain on purpose, whatever theme the site wears. */
    private static final Pattern PLAIN = Pattern.compile("(lite|day)\\b.*");

    static Program shipped() {
        var templates = new TreeMap<String, String>();
        for (String file : ThemeFiles.Shipped.below(TEMPLATES)) {
            String name = file.replaceFirst("\\.html$", "");
            if (!PLAIN.matcher(name).matches()) {
                templates.put(name, text(TEMPLATES + file));
            }
        }
        var styles = ThemeFiles.Shipped.below(STYLES).stream()
                .filter(file -> file.endsWith(".css") && !PLAIN.matcher(file).matches())
                .toList();
        var properties = new TreeSet<String>();
        styles.forEach(file -> properties.addAll(StyleCheck.asked(text(STYLES + file))));
        return new Program(
                templates,
                styles.stream()
                        .map(file -> file.replace(".css", ""))
                        .filter(name -> !name.equals("site"))
                        .collect(Collectors.toCollection(TreeSet::new)),
                properties,
                text(STYLES + "site.css"));
    }

    private static String text(String file) {
        try (var stream = Program.class.getResourceAsStream("/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("The program lacks its file " + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
