package news.titr.theme;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.titr.language.Nearest;

/** Reads a theme from its files and looks everything over; what is wrong is remarked, never thrown. */
final class ThemeReader {

    static final String PROPERTIES = "theme.properties";

    /** What a theme's own sheets may add to every page, minified and not yet compressed, before it is told to be less. */
    static final int MUCH_STYLE = 12 << 10;

    /** What stands for the newspaper: in its pages, in a browser's tab, on a phone. */
    private static final Set<String> PICTURES =
            Set.of("logo.svg", "logo.png", "icon.svg", "icon-192.png", "icon-512.png", "icon-maskable.png");

    private static final int MUCH_FONT = 120 << 10;

    private static final Pattern DRAWING_SIZE = Pattern.compile("<svg[^>]*?\\s(width|height)=\"([0-9.]+)");
    private static final Pattern VIEW_BOX =
            Pattern.compile("<svg[^>]*?\\sviewBox=\"[0-9.-]+[ ,]+[0-9.-]+[ ,]+([0-9.]+)[ ,]+([0-9.]+)");
    private static final Pattern PICTURE = Pattern.compile("pictures/[a-z0-9-]+\\.(svg|png|jpg|webp|avif)");
    private static final Pattern NOTES = Pattern.compile("(README|LICENSE|LICENCE|OFL|NOTICE|CHANGELOG)(\\.(md|txt))?");

    private final Program program;
    private final TemplateCheck templates;
    private final Function<String, Optional<Theme>> shipped;

    /** @param shipped the program's own themes, on which others may be based */
    ThemeReader(Program program, Function<String, Optional<Theme>> shipped) {
        this.program = program;
        this.shipped = shipped;
        templates = new TemplateCheck(program.templates(), program.sheets());
    }

    Theme read(String id, ThemeFiles from) {
        var remarks = new ArrayList<Remark>();
        var names = from.names();
        var properties = properties(from, names, remarks);
        var fonts = ThemeFont.read(properties, PROPERTIES, remarks);
        var base = base(id, properties, remarks);
        var files = new TreeMap<String, ThemeFile>();
        var sheets = new TreeMap<String, String>();
        var overrides = new TreeMap<String, String>();
        for (String name : names) {
            from.bytes(name).ifPresent(bytes -> sort(name, bytes, files, sheets, overrides, remarks));
        }
        fonts(fonts, files, remarks);
        var minified = new HashMap<String, String>();
        var style = new StyleCheck(known(base, sheets), files.keySet());
        sheets.forEach((name, css) -> {
            remarks.addAll(style.remarks(name + ".css", css));
            minified.put(name, Css.minify(addressed(css, files)));
        });
        Palette.of(program.css(), sheets.getOrDefault("theme", ""))
                .tooNear()
                .forEach(near -> remarks.add(Remark.advice("theme.css", 0, near)));
        minified.merge("theme", faces(fonts, files), (rules, faces) -> faces + rules);
        size(minified, remarks);
        overrides.forEach((name, text) -> remarks.addAll(templates.remarks(name, "templates/" + name + ".html", text)));
        return over(
                base,
                new Theme(
                        id,
                        properties.getOrDefault("name", id),
                        minified,
                        files,
                        fonts.stream()
                                .filter(ThemeFont::preload)
                                .flatMap(font -> Stream.ofNullable(files.get(font.file())))
                                .map(ThemeFile::address)
                                .toList(),
                        logo(files, remarks),
                        overrides,
                        Palette.chosen(sheets.getOrDefault("theme", "")),
                        remarks));
    }

    private static Theme over(Optional<Theme> base, Theme theme) {
        if (base.isEmpty()) {
            return theme;
        }
        var under = base.get();
        var sheets = new HashMap<>(under.sheets());
        theme.sheets().forEach((name, css) -> sheets.merge(name, css, String::concat));
        return new Theme(
                theme.id(),
                theme.name(),
                sheets,
                merged(under.files(), theme.files()),
                theme.fonts().isEmpty() ? under.fonts() : theme.fonts(),
                theme.logo().or(under::logo),
                merged(under.templates(), theme.templates()),
                merged(under.colours(), theme.colours()),
                theme.remarks());
    }

    private static <T> Map<String, T> merged(Map<String, T> under, Map<String, T> over) {
        var merged = new HashMap<>(under);
        merged.putAll(over);
        return merged;
    }

    private Map<String, String> properties(ThemeFiles from, List<String> names, List<Remark> remarks) {
        var bytes = from.bytes(PROPERTIES);
        if (bytes.isEmpty()) {
            remarks.add(Remark.wrong(
                    PROPERTIES,
                    0,
                    "is missing; a theme has at least this file, with a line such as name = Evening"
                            + (names.isEmpty() ? " (the folder is empty)" : "")));
            return Map.of();
        }
        var read = new Properties();
        try {
            read.load(new StringReader(text(PROPERTIES, bytes.get(), remarks)));
        } catch (IOException | IllegalArgumentException e) {
            remarks.add(Remark.wrong(PROPERTIES, 0, "cannot be read: " + e.getMessage()));
        }
        var properties = new TreeMap<String, String>();
        var known = Set.of("name", "based-on");
        for (String key : read.stringPropertyNames()) {
            if (known.contains(key) || key.startsWith("font.")) {
                properties.put(key, read.getProperty(key).strip());
            } else {
                var all = new TreeSet<>(known);
                all.add("font.NAME.file");
                remarks.add(Remark.wrong(
                        PROPERTIES, 0, "there is no “%s” here.%s".formatted(key, Nearest.question(key, all))));
            }
        }
        return properties;
    }

    private Optional<Theme> base(String id, Map<String, String> properties, List<Remark> remarks) {
        String name = properties.getOrDefault("based-on", Themes.STANDARD);
        if (name.equals(Themes.STANDARD)) {
            return id.equals(Themes.STANDARD) ? Optional.empty() : shipped.apply(name);
        }
        var base = name.equals(id) ? Optional.<Theme>empty() : shipped.apply(name);
        if (base.isEmpty()) {
            remarks.add(Remark.wrong(
                    PROPERTIES,
                    0,
                    "based-on must be one of %s, not “%s”".formatted(String.join(", ", Themes.SHIPPED), name)));
        }
        return base;
    }

    private void sort(
            String name,
            byte[] bytes,
            Map<String, ThemeFile> files,
            Map<String, String> sheets,
            Map<String, String> overrides,
            List<Remark> remarks) {
        var sheetNames = new LinkedHashSet<String>(List.of("theme"));
        sheetNames.addAll(program.sheets());
        String plain = name.substring(name.lastIndexOf('/') + 1).replaceFirst("\\.[a-z0-9]+$", "");
        if (name.equals(PROPERTIES) || NOTES.matcher(name).matches()) {
            return;
        }
        if (name.endsWith(".css") && sheetNames.contains(plain) && !name.contains("/")) {
            sheets.put(plain, text(name, bytes, remarks));
        } else if (name.equals("templates/" + plain + ".html")
                && templates.names().contains(plain)) {
            overrides.put(plain, text(name, bytes, remarks));
        } else if (PICTURES.contains(name)
                || name.matches("fonts/[a-z0-9-]+\\.woff2")
                || PICTURE.matcher(name).matches()) {
            files.put(name, ThemeFile.of(name, bytes));
        } else {
            var known = new TreeSet<>(Set.of(PROPERTIES, "README.md"));
            known.addAll(PICTURES);
            sheetNames.forEach(sheet -> known.add(sheet + ".css"));
            templates.names().forEach(template -> known.add("templates/" + template + ".html"));
            remarks.add(Remark.wrong(
                    name,
                    0,
                    "a theme has no such file.%s (fonts lie in fonts/NAME.woff2, pictures in pictures/NAME.svg, all in small Latin letters)"
                            .formatted(Nearest.question(name, known))));
        }
    }

    private static void fonts(List<ThemeFont> fonts, Map<String, ThemeFile> files, List<Remark> remarks) {
        var declared = fonts.stream().map(ThemeFont::file).toList();
        for (String file : declared) {
            var there = files.get(file);
            if (there == null) {
                remarks.add(Remark.wrong(
                        PROPERTIES,
                        0,
                        "%s is not in the folder.%s".formatted(file, Nearest.question(file, files.keySet()))));
            } else if (!new String(there.bytes(), 0, Math.min(4, there.bytes().length), StandardCharsets.ISO_8859_1)
                    .equals("wOF2")) {
                remarks.add(Remark.wrong(file, 0, "is no WOFF2 font"));
            } else if (there.bytes().length > MUCH_FONT) {
                remarks.add(Remark.advice(
                        file,
                        0,
                        "is %d KB; a reader on a slow network waits for it: leave out what the newspaper does not write"
                                .formatted(there.bytes().length >> 10)));
            }
        }
        files.keySet().stream()
                .filter(file -> file.startsWith("fonts/") && !declared.contains(file))
                .forEach(file -> remarks.add(
                        Remark.wrong(file, 0, "is not declared in theme.properties: font.NAME.file = " + file)));
    }

    private static String faces(List<ThemeFont> fonts, Map<String, ThemeFile> files) {
        var css = new StringBuilder();
        fonts.forEach(font ->
                Optional.ofNullable(files.get(font.file())).ifPresent(file -> css.append(font.css(file.address()))));
        return css.toString();
    }

    /** The custom properties that somebody asks for. */
    private Set<String> known(Optional<Theme> base, Map<String, String> sheets) {
        var known = new TreeSet<>(program.properties());
        base.ifPresent(theme -> theme.sheets().values().forEach(css -> known.addAll(StyleCheck.asked(css))));
        sheets.values().forEach(css -> known.addAll(StyleCheck.asked(css)));
        return known;
    }

    private static String addressed(String css, Map<String, ThemeFile> files) {
        return StyleCheck.ADDRESS
                .matcher(css)
                .replaceAll((MatchResult found) -> Optional.ofNullable(files.get(found.group(1)))
                        .map(file -> "url(" + file.address() + ")")
                        .orElse("url()"));
    }

    private static void size(Map<String, String> sheets, List<Remark> remarks) {
        int size = sheets.values().stream()
                .mapToInt(css -> css.getBytes(StandardCharsets.UTF_8).length)
                .sum();
        if (size > MUCH_STYLE) {
            remarks.add(Remark.advice(
                    "theme.css",
                    0,
                    "the theme's style sheets are %.1f KB, and stand inside pages; %d KB is much"
                            .formatted(size / 1024.0, MUCH_STYLE >> 10)));
        }
    }

    private static Optional<Theme.Logo> logo(Map<String, ThemeFile> files, List<Remark> remarks) {
        return Stream.of("logo.svg", "logo.png")
                .filter(files::containsKey)
                .findFirst()
                .flatMap(name -> {
                    var file = files.getOrDefault(name, ThemeFile.of(name, new byte[0]));
                    var size = name.endsWith(".png") ? pngSize(file.bytes()) : drawingSize(file.bytes());
                    if (size.isEmpty()) {
                        remarks.add(Remark.wrong(
                                name,
                                0,
                                name.endsWith(".png")
                                        ? "is no PNG"
                                        : "says neither width and height nor a viewBox, so pages would jump"));
                    }
                    return size.map(measured -> new Theme.Logo(file.address(), measured[0], measured[1]));
                });
    }

    private static Optional<int[]> pngSize(byte[] bytes) {
        return bytes.length < 24 || bytes[1] != 'P'
                ? Optional.empty()
                : Optional.of(new int[] {
                    ByteBuffer.wrap(bytes).getInt(16), ByteBuffer.wrap(bytes).getInt(20)
                });
    }

    private static Optional<int[]> drawingSize(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        var sizes = new TreeMap<String, Integer>();
        var said = DRAWING_SIZE.matcher(text);
        while (said.find()) {
            sizes.put(said.group(1), (int) Math.ceil(Double.parseDouble(said.group(2))));
        }
        var box = VIEW_BOX.matcher(text);
        if (box.find()) {
            return Optional.of(new int[] {
                (int) Math.ceil(Double.parseDouble(box.group(1))), (int) Math.ceil(Double.parseDouble(box.group(2)))
            });
        }
        return sizes.size() == 2
                ? Optional.of(new int[] {sizes.getOrDefault("width", 1), sizes.getOrDefault("height", 1)})
                : Optional.empty();
    }

    private static String text(String file, byte[] bytes, List<Remark> remarks) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            remarks.add(Remark.wrong(file, 0, "is not UTF-8 text; save it as UTF-8"));
            return "";
        }
    }
}
