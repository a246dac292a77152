package news.titr.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ShortenTest {
    @Test
    void textThatFitsIsLeftAlone() {
        assertEquals("سلام دنیا", Shorten.atWord(" سلام دنیا ", 9));
    }

    @Test
    void longerTextEndsAfterAWordWithAnEllipsis() {
        assertEquals("سلام…", Shorten.atWord("سلام دنیا", 8));
        assertEquals("سلام…", Shorten.atWord("سلام، دنیای بزرگ", 11));
        assertEquals("گفت‌وگو با…", Shorten.atWord("گفت‌وگو با کتاب‌ها", 16));
    }

    @Test
    void aWordIsNeverCutAtItsHalfSpaceUnlessItIsTheOnlyOne() {
        assertEquals("از…", Shorten.atWord("از می‌خواهیم‌شان", 9));
        assertEquals("می…", Shorten.atWord("می‌خواهیم", 4));
    }

    @Test
    void aLetterKeepsItsMarks() {
        assertEquals("خا…", Shorten.atWord("خانِهٔ", 4));
        assertThrows(IllegalArgumentException.class, () -> Shorten.atWord("سلام", 0));
    }
}
