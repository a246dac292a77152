package news.titr.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The guide's chapter on tidying is true: every line of its tables is run. */
class TidyGuideTest {
    private record Line(String style, String before, String after) {}

    private static List<Line> lines() throws IOException {
        List<Line> lines = new ArrayList<>();
        String style = "";
        for (String line : Files.readAllLines(Path.of("docs/persian.md"))) {
            String[] cells = line.split(" \\| |^\\| | \\|$");
            if (line.startsWith("| `Tidy` ")) {
                style = cells[1].substring("`Tidy` ".length());
            } else if (!line.startsWith("|")) {
                style = "";
            } else if (!style.isEmpty() && !line.startsWith("|---")) {
                lines.add(new Line(style, cells[1], cells[2]));
            }
        }
        return lines;
    }

    static Stream<Line> everyLine() throws IOException {
        return lines().stream();
    }

    @Test
    void theGuideHasExamples() throws IOException {
        assertTrue(lines().size() >= 20);
    }

    @ParameterizedTest
    @MethodSource("everyLine")
    void theGuideIsRight(Line line) {
        HouseStyle style = switch (line.style()) {
            case "standard" -> HouseStyle.standard();
            case "thorough" -> HouseStyle.thorough();
            default -> throw new IllegalArgumentException(line.style());
        };
        assertEquals(line.after(), Tidy.standard().tidy(line.before(), style));
    }
}
