package news.titr.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The colours of the site, each for light and for dark. What is not chosen is as the style sheet has it; what is quiet, ruled
 * or tinted follows from ink and paper.
 *
 * @param accent kickers, live, links on hover
 * @param ink text
 * @param paper behind it
 */
public record Colours(Optional<Pair> accent, Optional<Pair> ink, Optional<Pair> paper) {

    public static final Colours STANDARD = new Colours(Optional.empty(), Optional.empty(), Optional.empty());

    /** What the guidelines for accessible pages ask of text (WCAG 2.2, 1.4.3). */
    public static final double LEAST_CONTRAST = 4.5;

    public static final Pair STANDARD_ACCENT = new Pair("#ae1f17", "#ff907f");
    public static final Pair STANDARD_INK = new Pair("#15120e", "#edeae5");
    public static final Pair STANDARD_PAPER = new Pair("#ffffff", "#141413");

    private static final Pair STANDARD_QUIET = new Pair("#5e5850", "#aaa49b");
    private static final Pair STANDARD_TINT = new Pair("#f7f4ef", "#1e1d1b");

    /** The dark band of picture stories, in light and in dark. */
    private static final Pair PICTURES = new Pair("#171614", "#000000");

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

    /** A colour as {@code #rrggbb} for light and one for dark. */
    public record Pair(String light, String dark) {

        public boolean understood() {
            return COLOUR.matcher(light).matches() && COLOUR.matcher(dark).matches();
        }

        private Pair mixed(Pair with, double share) {
            return new Pair(mix(light, with.light, share), mix(dark, with.dark, share));
        }

        private String css() {
            return "light-dark(" + light + "," + dark + ")";
        }
    }

    /** Two colours that are too near each other to be read: which, on which, in light or dark, and their contrast. */
    public record TooNear(String colour, String ground, boolean dark, double contrast) {}

    public Pair accentOr() {
        return accent.orElse(STANDARD_ACCENT);
    }

    public Pair inkOr() {
        return ink.orElse(STANDARD_INK);
    }

    public Pair paperOr() {
        return paper.orElse(STANDARD_PAPER);
    }

    private boolean groundChosen() {
        return ink.isPresent() || paper.isPresent();
    }

    private Pair quiet() {
        return groundChosen() ? inkOr().mixed(paperOr(), .7) : STANDARD_QUIET;
    }

    private Pair tint() {
        return groundChosen() ? inkOr().mixed(paperOr(), .04) : STANDARD_TINT;
    }

    /** Everything that could not be read; empty when all is well. */
    public List<TooNear> tooNear() {
        var found = new ArrayList<TooNear>();
        var texts = new TreeMap<>(Map.of("accent", accentOr(), "ink", inkOr(), "quiet", quiet()));
        var grounds = new TreeMap<>(Map.of("paper", paperOr(), "tint", tint()));
        texts.forEach((text, colour) -> grounds.forEach((ground, behind) -> {
            check(found, text, ground, false, colour.light(), behind.light());
            check(found, text, ground, true, colour.dark(), behind.dark());
        }));
        check(found, "accent", "pictures", false, accentOr().dark(), PICTURES.light());
        check(found, "accent", "pictures", true, accentOr().dark(), PICTURES.dark());
        return List.copyOf(found);
    }

    private static void check(
            List<TooNear> found, String text, String ground, boolean dark, String colour, String behind) {
        double contrast = contrast(colour, behind);
        if (contrast < LEAST_CONTRAST) {
            found.add(new TooNear(text, ground, dark, contrast));
        }
    }

    /** What stands behind the style sheet; empty when nothing is chosen. */
    public String css() {
        var properties = new ArrayList<String>();
        accent.ifPresent(colour -> properties.add("--accent:" + colour.css()));
        if (groundChosen()) {
            properties.add("--ink:" + inkOr().css());
            properties.add("--paper:" + paperOr().css());
            properties.add("--quiet:" + quiet().css());
            properties.add("--tint:" + tint().css());
            properties.add("--rule:" + inkOr().mixed(paperOr(), .18).css());
        }
        if (properties.isEmpty()) {
            return "";
        }
        String band = accent.map(colour -> ".pictures{--accent:" + colour.dark() + "}")
                .orElse("");
        return ":root{" + String.join(";", properties) + "}" + band;
    }

    /** The contrast of two colours, 1 to 21 (WCAG 2.2, relative luminance). */
    public static double contrast(String one, String other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + .05) / (Math.min(first, second) + .05);
    }

    private static double luminance(String colour) {
        return .2126 * linear(channel(colour, 0))
                + .7152 * linear(channel(colour, 1))
                + .0722 * linear(channel(colour, 2));
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= .04045 ? value / 12.92 : Math.pow((value + .055) / 1.055, 2.4);
    }

    private static int channel(String colour, int index) {
        return Integer.parseInt(colour.substring(1 + 2 * index, 3 + 2 * index), 16);
    }

    private static String mix(String colour, String with, double share) {
        var mixed = new StringBuilder("#");
        for (int i = 0; i < 3; i++) {
            mixed.append("%02x".formatted(Math.round(channel(colour, i) * share + channel(with, i) * (1 - share))));
        }
        return mixed.toString();
    }
}
