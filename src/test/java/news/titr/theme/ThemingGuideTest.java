package news.titr.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/theming.md is what themes may rely on: it knows every property, template and sheet that there is, and no other. */
class ThemingGuideTest {

    private final Program program = Program.shipped();
    private final String guide;

    ThemingGuideTest() throws IOException {
        guide = Files.readString(Path.of("docs/theming.md"));
    }

    @Test
    void everyCustomPropertyIsExplainedAndNoneThatIsGone() {
        var table = guide.substring(guide.indexOf("## Custom properties"), guide.indexOf("## Fonts"));
        var explained = Pattern.compile("(?m)^\\|([^|]+)\\|")
                .matcher(table)
                .results()
                .flatMap(row ->
                        Pattern.compile("`(--[a-z-]+)`").matcher(row.group(1)).results())
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(program.properties(), explained);
    }

    @Test
    void everyTemplateIsListedWithWhatItIsGiven() {
        var check = new TemplateCheck(program.templates(), program.sheets());
        for (String name : program.templates().keySet()) {
            String given = check.parameters(name).keySet().stream()
                    .map(parameter -> "`" + parameter + "`")
                    .collect(Collectors.joining(", "));
            assertTrue(
                    Pattern.compile("(?m)^\\| `" + name + "` \\| [^|]{3,} \\| " + Pattern.quote(given) + " \\|$")
                            .matcher(guide)
                            .find(),
                    "docs/theming.md should have a row for the template " + name + ", which is given " + given);
        }
        var listed = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|")
                .matcher(guide.substring(guide.indexOf("## Templates")))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(program.templates().keySet(), listed);
    }

    @Test
    void everyStyleSheetThatAThemeMayAddToIsNamed() {
        program.sheets().forEach(sheet -> assertTrue(guide.contains("`" + sheet + ".css`"), sheet));
    }
}
