package news.titr.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LettersTest {
    @Test
    void everyLineOfTheCorpusIsMendedOrLeftAloneAsItSays() throws IOException {
        var wrong = new ArrayList<String>();
        for (String[] columns : Corpus.lines("letters.tsv")) {
            String expected = columns.length > 1 ? columns[1] : columns[0];
            String repaired = Letters.repair(columns[0]);
            if (!repaired.equals(expected)) {
                wrong.add(repaired + " and not " + expected);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void mendedTextIsLeftAlone() throws IOException {
        for (String[] columns : Corpus.lines("letters.tsv")) {
            String repaired = Letters.repair(columns[0]);
            assertEquals(repaired, Letters.repair(repaired));
        }
    }

    /** A word that is mended makes its neighbour plainly Persian too. */
    @Test
    void whatIsMendedIsMendedAtOnce() {
        assertEquals("پپی.\u064E \u0623ا ی", Letters.repair("پپ\u064A.\u064E \u0623ا \u064A"));
    }

    @Test
    void repairsSayWhereTheyAre() {
        assertEquals(
                List.of(new Letters.Repair(1, 2, "ک"), new Letters.Repair(5, 6, "ی")),
                Letters.repairs("ش\u0643ر ا\u064Aن"));
    }
}
