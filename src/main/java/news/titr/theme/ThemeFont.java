package news.titr.theme;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import news.titr.language.Nearest;

/**
 * A font that a theme brings, as its {@code theme.properties} declares it.
 *
 * @param file in the theme, {@code fonts/estedad.woff2}
 * @param weight one, or the range of a variable font: {@code 100 900}
 * @param range the characters that it is fetched for, or empty for all
 * @param preload whether every page asks for it at once
 * @param standIn fonts of the reader's machine to stand there until it has come, or empty
 * @param measures those that the stand-in is brought to: {@code ascent-override: 109%} …
 */
record ThemeFont(
        String file,
        String family,
        String weight,
        String style,
        String range,
        boolean preload,
        List<String> standIn,
        Map<String, String> measures) {

    private static final Map<String, Pattern> FIELDS = Map.ofEntries(
            Map.entry("file", Pattern.compile("fonts/[a-z0-9-]+\\.woff2")),
            Map.entry("family", Pattern.compile("[\\w -]+")),
            Map.entry("weight", Pattern.compile("[1-9][0-9]{0,2}( [1-9][0-9]{0,2})?")),
            Map.entry("style", Pattern.compile("normal|italic")),
            Map.entry("range", Pattern.compile("U\\+[0-9A-F?-]+(, ?U\\+[0-9A-F?-]+)*", Pattern.CASE_INSENSITIVE)),
            Map.entry("preload", Pattern.compile("yes|no")),
            Map.entry("stand-in", Pattern.compile("[\\w -]+(, ?[\\w -]+)*")),
            Map.entry("ascent", Pattern.compile("[0-9.]+%")),
            Map.entry("descent", Pattern.compile("[0-9.]+%")),
            Map.entry("line-gap", Pattern.compile("[0-9.]+%")),
            Map.entry("size", Pattern.compile("[0-9.]+%")));

    /** Reads {@code font.NAME.file = …} and its neighbours; what is wrong is remarked. */
    static List<ThemeFont> read(Map<String, String> properties, String from, Collection<Remark> remarks) {
        var fonts = new TreeMap<String, Map<String, String>>();
        properties.forEach((key, value) -> {
            var words = key.split("\\.", -1);
            if (!words[0].equals("font")) {
                return;
            }
            var form = words.length == 3 ? FIELDS.get(words[2]) : null;
            if (form == null) {
                remarks.add(Remark.wrong(
                        from,
                        0,
                        "“%s” is no part of a font, which are font.NAME.%s%s"
                                .formatted(
                                        key,
                                        String.join(", .", new TreeSet<>(FIELDS.keySet())),
                                        words.length == 3 ? "." + Nearest.question(words[2], FIELDS.keySet()) : "")));
            } else if (!form.matcher(value).matches()) {
                remarks.add(Remark.wrong(from, 0, "%s cannot be “%s”".formatted(key, value)));
            } else {
                fonts.computeIfAbsent(words[1], _ -> new TreeMap<>()).put(words[2], value);
            }
        });
        fonts.forEach((name, fields) -> List.of("file", "family").stream()
                .filter(field -> !fields.containsKey(field))
                .forEach(field -> remarks.add(Remark.wrong(from, 0, "font.%s.%s is missing".formatted(name, field)))));
        return fonts.values().stream()
                .filter(fields -> fields.containsKey("file") && fields.containsKey("family"))
                .map(ThemeFont::of)
                .toList();
    }

    private static ThemeFont of(Map<String, String> fields) {
        var measures = new TreeMap<String, String>();
        Map.of(
                        "ascent", "ascent-override",
                        "descent", "descent-override",
                        "line-gap", "line-gap-override",
                        "size", "size-adjust")
                .forEach((field, property) ->
                        Optional.ofNullable(fields.get(field)).ifPresent(value -> measures.put(property, value)));
        return new ThemeFont(
                fields.getOrDefault("file", ""),
                fields.getOrDefault("family", ""),
                fields.getOrDefault("weight", "400"),
                fields.getOrDefault("style", "normal"),
                fields.getOrDefault("range", ""),
                !fields.getOrDefault("preload", "yes").equals("no"),
                fields.containsKey("stand-in")
                        ? List.of(fields.getOrDefault("stand-in", "").split(", ?"))
                        : List.of(),
                measures);
    }

    /** Its {@code @font-face} rules: its own, and that of its stand-in under the name {@code "Estedad stand-in"}. */
    String css(String address) {
        var css = new StringBuilder(
                "@font-face{font-family:\"%s\";src:url(%s) format(\"woff2\");font-weight:%s;font-style:%s;font-display:swap"
                        .formatted(family, address, weight, style));
        if (!range.isEmpty()) {
            css.append(";unicode-range:").append(range);
        }
        css.append('}');
        if (!standIn.isEmpty()) {
            css.append("@font-face{font-family:\"%s stand-in\";font-weight:%s;src:%s"
                    .formatted(
                            family,
                            weight,
                            String.join(
                                    ",",
                                    standIn.stream()
                                            .map(font -> "local(\"" + font + "\")")
                                            .toList())));
            measures.forEach((property, value) ->
                    css.append(';').append(property).append(':').append(value));
            css.append('}');
        }
        return css.toString();
    }
}
