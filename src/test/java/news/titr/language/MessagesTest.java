package news.titr.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Path FOLDER = Path.of("src", "main", "resources", "messages");
    private static final Pattern PLACE = Pattern.compile("\\{[0-9]\\}");

    /** {@code word('site.home')} in a template, {@code word("site.home"} in the program. */
    private static final Pattern USE = Pattern.compile("\\bword\\((['\"])([a-z0-9.-]*[a-z0-9])\\1");

    @Test
    void everyLanguageHasTheSameWords() throws IOException {
        assertEquals(read("fa").stringPropertyNames(), read("en").stringPropertyNames());
    }

    @Test
    void everyLanguageFillsInTheSameThings() throws IOException {
        var persian = read("fa");
        var english = read("en");
        for (String key : persian.stringPropertyNames()) {
            assertEquals(places(persian.getProperty(key)), places(english.getProperty(key)), key);
        }
    }

    @Test
    void everyWordThatIsAskedForIsThere() throws IOException {
        var words = read("fa").stringPropertyNames();
        var asked = new TreeSet<String>();
        for (Path folder : List.of(Path.of("src", "main", "java"), Path.of("src", "main", "resources", "templates"))) {
            try (var files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    USE.matcher(Files.readString(file)).results().forEach(use -> asked.add(use.group(2)));
                }
            }
        }
        try (var scripts = Files.walk(Path.of("src", "main", "resources", "web"))) {
            for (Path script :
                    scripts.filter(file -> file.toString().endsWith(".js")).toList()) {
                USE.matcher(Files.readString(script)).results().forEach(use -> asked.add("js." + use.group(2)));
            }
        }
        assertTrue(asked.size() > 40, "the search has found hardly anything: " + asked);
        asked.removeAll(words);
        assertEquals(Set.of(), asked);
    }

    @Test
    void aWordThatIsNotThereIsAnError() {
        var messages = Messages.of(Language.PERSIAN);
        assertThrows(IllegalArgumentException.class, () -> messages.word("site.no-such-word"));
        assertFalse(messages.has("site.no-such-word"));
    }

    @Test
    void numbersComeInTheReadersDigitsAndTextAsItIs() {
        assertEquals("زمان مطالعه: ۱۲ دقیقه", Messages.of(Language.PERSIAN).word("story.reading-time", 12));
        assertEquals("12 min read", Messages.of(Language.ENGLISH).word("story.reading-time", 12));
        assertEquals("به گزارش ایسنا 24", Messages.of(Language.PERSIAN).word("story.source", "ایسنا 24"));
    }

    @Test
    void whatIsFilledInIsNotReadAgain() {
        assertEquals("{1}: ۷", Messages.of(Language.PERSIAN).word("site.list-title", "{1}", 7));
    }

    @Test
    void aLanguageWithoutAFileGetsTheNearest() {
        assertEquals("برچسب", Messages.of(Language.of("fa-AF")).word("site.tag"));
        assertEquals("Tag", Messages.of(Language.of("ar")).word("site.tag"));
    }

    private static Set<String> places(String word) {
        var places = new TreeSet<String>();
        PLACE.matcher(word).results().forEach(place -> places.add(place.group()));
        return places;
    }

    private static Properties read(String language) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(FOLDER.resolve(language + ".properties"))) {
            properties.load(reader);
        }
        return properties;
    }
}
