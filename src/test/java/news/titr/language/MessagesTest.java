package news.titr.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
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

    /**
     * Words for the desk alone, and for the mails of those who work there. A language may lack them: the desk is Persian and
     * English, and says in English what it cannot say otherwise. All other words are for readers, and in every file.
     */
    private static final Set<String> DESK = Set.of(
            "account",
            "alarm",
            "api",
            "audit",
            "block",
            "board",
            "checks",
            "codes",
            "desk",
            "difference",
            "field",
            "first",
            "history",
            "js",
            "language",
            "letter",
            "missing",
            "notes",
            "numbers",
            "password",
            "people",
            "person",
            "picture",
            "planning",
            "preview",
            "priority",
            "problem",
            "proof",
            "publishing",
            "remedy",
            "role",
            "second-factor",
            "tokens",
            "unlock",
            "webhooks",
            "wires",
            "workflow");

    @Test
    void everyLanguageHasTheWordsThatReadersSee() throws IOException {
        var wanted = new TreeSet<>(read("fa").stringPropertyNames());
        wanted.removeIf(key -> DESK.contains(key.substring(0, key.indexOf('.'))));
        for (String language : languages()) {
            // a country says only what differs
            if (!language.contains("-")) {
                var lacking = new TreeSet<>(wanted);
                lacking.removeAll(read(language).stringPropertyNames());
                assertEquals(
                        Set.of(),
                        lacking,
                        language
                                + ".properties lacks words that readers see; are they for the desk alone, their first part belongs into DESK");
            }
        }
    }

    @Test
    void persianAndEnglishHaveAllWordsAndNoLanguageHasOthers() throws IOException {
        var all = read("fa").stringPropertyNames();
        assertEquals(all, read("en").stringPropertyNames());
        for (String language : languages()) {
            var unknown = new TreeSet<>(read(language).stringPropertyNames());
            unknown.removeAll(all);
            assertEquals(Set.of(), unknown, language);
        }
    }

    @Test
    void everyLanguageFillsInTheSameThings() throws IOException {
        var english = read("en");
        for (String language : languages()) {
            var words = read(language);
            for (String key : words.stringPropertyNames()) {
                assertEquals(places(english.getProperty(key)), places(words.getProperty(key)), language + ": " + key);
            }
        }
    }

    @Test
    void eachFileIsALanguageThatAnEditionCanHave() throws IOException {
        var tags = Language.all().stream().map(Language::tag).toList();
        assertTrue(tags.containsAll(languages()), tags.toString());
        assertEquals("العرب\u064Aة", Language.of("ar").name());
        assertEquals(DigitPolicy.ARABIC, Language.of("ar").digits());
        assertEquals(CalendarSystem.GREGORIAN, Language.of("ar").calendar());
        assertEquals(CalendarSystem.JALALI, Language.of("fa-AF").calendar());
    }

    /** The file of this language stands among the tests: nothing else in the program knows of Esperanto. */
    @Test
    void whoeverAddsAFileAddsALanguage() {
        var added = Language.of("eo");
        assertTrue(Language.all().contains(added));
        assertEquals("Esperanto", added.name());
        assertEquals(Direction.LEFT_TO_RIGHT, added.direction());
        assertEquals("Etikedo", Messages.of(added).word("site.tag"));
        assertEquals("Front page", Messages.of(added).word("site.home"), "a word that the file lacks");
        assertEquals(
                "lundo, 20 Januaro 2025",
                DateText.of(added, ZoneId.of("Asia/Tehran")).fullDate(LocalDate.of(2025, 1, 20)));
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
        assertEquals("۱۲ دقیقه", Messages.of(Language.PERSIAN).word("story.reading-time", 12));
        assertEquals("12 min", Messages.of(Language.ENGLISH).word("story.reading-time", 12));
        assertEquals("به گزارش ایسنا 24", Messages.of(Language.PERSIAN).word("story.source", "ایسنا 24"));
    }

    @Test
    void whatIsFilledInIsNotReadAgain() {
        assertEquals("{1}: ۷", Messages.of(Language.PERSIAN).word("site.list-title", "{1}", 7));
    }

    @Test
    void whatAFileLacksIsTakenFromANearOne() {
        assertEquals("برچسب", Messages.of(Language.of("fa-AF")).word("site.tag"));
        assertEquals("وسم", Messages.of(Language.of("ar")).word("site.tag"));
        assertEquals("Settings", Messages.of(Language.of("ar")).word("desk.site.settings"));
    }

    private static List<String> languages() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replace(".properties", ""))
                    .sorted()
                    .toList();
        }
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
