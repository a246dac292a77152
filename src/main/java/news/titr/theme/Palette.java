package news.titr.theme;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import news.titr.story.Colours;

/** The colours that text and grounds have under a theme, as far as they are written as {@code light-dark(#…, #…)} or {@code #…}. */
record Palette(Map<String, Theme.Shades> texts, Map<String, Theme.Shades> grounds, boolean own) {

    private static final List<String> TEXTS = List.of("--ink", "--quiet", "--accent");
    private static final List<String> GROUNDS = List.of("--paper", "--tint");
    private static final List<String> ALL = List.of("--paper", "--ink", "--quiet", "--rule", "--tint", "--accent");

    /** The usual colours, and over them those that a theme chooses. */
    static Palette of(String usual, String chosen) {
        boolean own = TEXTS.stream().anyMatch(name -> shades(chosen, name).isPresent())
                || GROUNDS.stream().anyMatch(name -> shades(chosen, name).isPresent());
        return new Palette(shades(usual, chosen, TEXTS), shades(usual, chosen, GROUNDS), own);
    }

    private static Map<String, Theme.Shades> shades(String usual, String chosen, List<String> names) {
        var shades = new TreeMap<String, Theme.Shades>();
        names.forEach(name ->
                shades(chosen, name).or(() -> shades(usual, name)).ifPresent(colour -> shades.put(name, colour)));
        return shades;
    }

    /** The colours that a theme chooses for what has one on every page. */
    static Map<String, Theme.Shades> chosen(String css) {
        return shades("", css, ALL);
    }

    /** The first colours that a style sheet gives a custom property. */
    static Optional<Theme.Shades> shades(String css, String name) {
        var found = Pattern.compile(
                        "(?<![\\w-])" + name
                                + "\\s*:\\s*(?:light-dark\\(\\s*(#[0-9a-fA-F]{3,6})\\s*,\\s*(#[0-9a-fA-F]{3,6})\\s*\\)|(#[0-9a-fA-F]{3,6})\\b)")
                .matcher(css);
        if (!found.find()) {
            return Optional.empty();
        }
        return found.group(3) == null
                ? Optional.of(new Theme.Shades(whole(found.group(1)), whole(found.group(2))))
                : Optional.of(new Theme.Shades(whole(found.group(3)), whole(found.group(3))));
    }

    private static String whole(String colour) {
        return (colour.length() == 4 ? colour.replaceAll("([0-9a-fA-F])", "$1$1") : colour)
                .toLowerCase(java.util.Locale.ROOT);
    }

    /** Whatever could not be read; nothing when all is well, or the theme has no colours of its own. */
    List<String> tooNear() {
        var near = new ArrayList<String>();
        if (!own) {
            return near;
        }
        texts.forEach((text, colour) -> grounds.forEach((ground, behind) -> {
            tell(near, text, ground, "light", colour.light(), behind.light());
            tell(near, text, ground, "dark", colour.dark(), behind.dark());
        }));
        return near;
    }

    private static void tell(List<String> near, String text, String ground, String when, String colour, String behind) {
        double contrast = Colours.contrast(colour, behind);
        if (contrast < Colours.LEAST_CONTRAST) {
            near.add("%s on %s in %s has a contrast of %.1f; to be read by everybody it needs %.1f"
                    .formatted(text, ground, when, contrast, Colours.LEAST_CONTRAST));
        }
    }
}
