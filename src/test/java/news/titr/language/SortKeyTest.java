package news.titr.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void arabicSpellingsSortAmongThePersianOnes() {
        assertTrue(SortKey.of("\u0643تاب").compareTo(SortKey.of("کتان")) < 0);
        assertTrue(SortKey.of("کتاب").compareTo(SortKey.of("\u0643تان")) < 0);
        assertNotEquals(SortKey.of("کتاب"), SortKey.of("\u0643تاب"));
    }

    @Test
    void keysAreAsciiAndEmptyForNothing() {
        assertEquals("", SortKey.of(""));
        assertEquals("", SortKey.of("… «»"));
        assertTrue(SortKey.of("پیش‌بینی ۱۴۰۳ Titr").matches("[0-9a-f]+"));
    }

    /** The names of the corpus in their order. */
    static List<String> names() throws IOException {
        return Files.readAllLines(ORDER).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }
}
