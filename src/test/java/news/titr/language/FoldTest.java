package news.titr.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class FoldTest {
    @Test
    void halfSpaceSpaceAndNothingMeet() {
        for (String written : new String[] {"کتاب‌ها", "کتاب ها", "کتابها", "\u0643تابها", "کتـاب‌ها", "«کتاب‌ها»"}) {
            assertEquals("کتابها", Fold.fold(written));
        }
    }

    @Test
    void hamzaIsSeenPastWhereverItSits() {
        assertEquals(Fold.fold("مسئول"), Fold.fold("مسؤول"));
        assertEquals(Fold.fold("مسئول"), Fold.fold("مسوول"));
        assertEquals("سوال", Fold.fold("سئوال"));
        assertEquals("رییس", Fold.fold("رئیس"));
        assertEquals("تاکید", Fold.fold("تأکید"));
        assertEquals("املا", Fold.fold("املاء"));
        assertNotEquals(Fold.fold("تئوری"), Fold.fold("توری"));
    }

    @Test
    void twoHeadlinesAreDuplicatesWhateverTheirHalfSpacesAndDigits() {
        assertEquals(
                Fold.fold("گفت‌وگوی تلفنی رئیس‌جمهور با «بشار اسد»؛ ۲ ساعت"),
                Fold.fold("گفتوگو\u064A تلفن\u064A رئ\u064Aس جمهور با بشار اسد، 2 ساعت"));
    }

    @Test
    void otherScriptsLoseAccentsAndCapitals() {
        assertEquals("cafezurich", Fold.fold("Café ZÜRICH"));
        assertEquals("", Fold.fold("… ! \u200C"));
    }
}
