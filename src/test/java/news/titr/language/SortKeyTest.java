package news.titr.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SortKeyTest {
    private static final Path ORDER = Path.of("corpus/language/persian-order.txt");

    @Test
    void aListInPersianOrderComesOutAsTheCorpusHasIt() throws IOException {
        var expected = names();
        var shuffled = new ArrayList<>(expected);
        Collections.shuffle(shuffled, new Random(1403));
        shuffled.sort(Comparator.comparing(SortKey::of));
        assertEquals(String.join("\n", expected), String.join("\n", shuffled));
    }

    @Test
    void sqliteAgreesWithoutAnyCollation() throws IOException, SQLException {
        var expected = names();
        var shuffled = new ArrayList<>(expected);
        Collections.shuffle(shuffled, new Random(1403));
        try (var connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE names (name TEXT, sort_key TEXT)");
            try (var insert = connection.prepareStatement("INSERT INTO names VALUES (?, ?)")) {
                for (String name : shuffled) {
                    insert.setString(1, name);
                    insert.setString(2, SortKey.of(name));
                    insert.execute();
                }
            }
            List<String> sorted = new ArrayList<>();
            try (var rows = statement.executeQuery("SELECT name FROM names ORDER BY sort_key")) {
                while (rows.next()) {
                    sorted.add(rows.getString(1));
                }
            }
            assertEquals(expected, sorted);
        }
    }

    @Test
    void arabicSpellingsSortAmongThePersianOnes() {
        assertTrue(SortKey.of("\u0643تاب").compareTo(SortKey.of("کتان")) < 0);
        assertTrue(SortKey.of("کتاب").compareTo(SortKey.of("\u0643تان")) < 0);
        assertNotEquals(SortKey.of("کتاب"), SortKey.of("\u0643تاب"));
    }

    @Test
    void keysAreAsciiAndEmptyForNothing() {
        assertEquals("", SortKey.of(""));
        assertEquals("", SortKey.of("… «»"));
        assertTrue(SortKey.of("پیش‌بینی ۱۴۰۳ Titr").matches("[0-9a-f]+(\\.[0-9a-f]+)?"));
    }

    private static List<String> names() throws IOException {
        return Files.readAllLines(ORDER).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }
}
