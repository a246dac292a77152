package news.titr.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that catches nothing protects nothing: each is shown what it must catch and what it must let pass. */
class RulesCatchTest {

    static Stream<Rule> rules() {
        return HouseRulesTest.rules();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void catches_its_bad_examples(Rule rule) {
        assertFalse(rule.bad().isEmpty(), "a rule needs a bad example");
        for (SourceFile bad : rule.bad()) {
            assertFalse(rule.findings(bad).isEmpty(), () -> "not caught: " + bad.text());
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void lets_its_good_examples_pass(Rule rule) {
        for (SourceFile good : rule.good()) {
            assertEquals(List.of(), rule.findings(good), good.text());
        }
    }

    @Test
    void names_the_line() {
        var file = new SourceFile("src/main/java/A.java", "class A {\n\n    // TODO later\n}\n");
        List<Finding> findings = HouseRules.all().stream()
                .flatMap(rule -> rule.findings(file).stream())
                .toList();
        assertEquals(List.of(new Finding("src/main/java/A.java", 3, "TODO")), findings);
    }
}
