package news.titr.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import news.titr.TestDatabase;
import news.titr.TestTemplates;
import news.titr.story.StaticPage;
import news.titr.story.StaticPages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of addresses. */
class RoutesTest {

    /** Not of files at the root, such as robots.txt: what has a dot can be no slug. */
    private static final Pattern FIRST_PART = Pattern.compile("\\^?/([a-z-]+)[/$(].*|\\^?/([a-z-]+)");

    @TempDir
    Path folder;

    @Test
    void no_page_of_the_desk_can_take_an_address_that_the_program_answers_itself() {
        var settings = Settings.load(folder, Map.of("TITR_DATABASE_URL", TestDatabase.url()));
        try (var newspaper = Newspaper.open(settings, Clock.systemUTC())) {
            var own = new TreeSet<String>();
            for (var route : new Routes(newspaper, TestTemplates.engine()).all()) {
                var first = FIRST_PART.matcher(route.path());
                if (first.matches()) {
                    own.add(first.group(1) == null ? first.group(2) : first.group(1));
                }
            }
            assertTrue(own.containsAll(Set.of("desk", "news", "section", "imprint")), own.toString());
            own.removeIf(StaticPages::isReserved);
            // what is written at the desk and has its place
            own.removeAll(StaticPage.HAVE_THEIR_PLACE);
            assertEquals(Set.of(), own);
        }
    }
}
