package news.titr.story;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What programs that read the whole web are asked to keep to.
 *
 * @param ai those that gather text for language models
 * @param rules for single robots, which go before all else
 */
public record Robots(Ai ai, List<Rule> rules) {

    /** A newspaper's text is not given away for training unless it says so; who answers with a link to it is welcome. */
    public static final Robots USUAL = new Robots(Ai.NO_TRAINING, List.of());

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 _.-]{0,59}");
    private static final Pattern PATH = Pattern.compile("/[!-~&&[^#]]*");

    public Robots {
        rules = List.copyOf(rules);
    }

    public enum Ai {
        /** They may read what search engines may. */
        ALLOWED,
        /** Not for training; to answer a question and name the source. */
        NO_TRAINING,
        REFUSED;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Ai> of(String id) {
            return Arrays.stream(values()).filter(ai -> ai.id().equals(id)).findFirst();
        }
    }

    /**
     * @param robot the name that it goes by in robots.txt, such as {@code SemrushBot}
     * @param closed the beginnings of the paths that it is to leave alone; {@code /} for everything, none for nothing
     */
    public record Rule(String robot, List<String> closed) {
        public Rule {
            closed = List.copyOf(closed);
        }

        public boolean understood() {
            return NAME.matcher(robot).matches()
                    && closed.stream().allMatch(path -> PATH.matcher(path).matches());
        }

        /** As editors write it: {@code SemrushBot: /archive /tag}. */
        public String text() {
            return robot + ":" + (closed.isEmpty() ? "" : " " + String.join(" ", closed));
        }

        /** Whatever was written; what makes no sense is not {@link #understood}. */
        public static Rule read(String line) {
            int colon = line.indexOf(':');
            return colon < 0
                    ? new Rule(line.strip(), List.of(""))
                    : new Rule(
                            line.substring(0, colon).strip(),
                            Arrays.stream(line.substring(colon + 1).strip().split("\\s+", -1))
                                    .filter(path -> !path.isEmpty())
                                    .toList());
        }
    }
}
