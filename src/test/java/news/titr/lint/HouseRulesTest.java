package news.titr.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The conventions of STYLE.md that a machine can check, over every file of the project. */
class HouseRulesTest {

    private static final List<SourceFile> FILES = SourceFile.all();

    static Stream<Rule> rules() {
        return Stream.of(HouseRules.all(), PersianRules.all(), PageRules.all()).flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(Rule rule) {
        String findings = FILES.stream()
                .flatMap(file -> rule.findings(file).stream())
                .map(Finding::toString)
                .collect(Collectors.joining("\n"));
        assertEquals("", findings, rule.name() + ": " + rule.advice());
    }

    @Test
    void the_whole_project_is_read() {
        var paths = FILES.stream().map(SourceFile::path).toList();
        for (String path : List.of(
                "pom.xml", "README.md", "bin/titr", "bin/lib/java.sh", "src/main/java/news/titr/app/Main.java")) {
            assertTrue(paths.contains(path), path);
        }
    }
}
