package news.titr.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WordCountTest {
    @Test
    void wordsWithHalfSpacesCountOnce() {
        assertEquals(1, WordCount.of("می‌شود"));
        assertEquals(1, WordCount.of("گفت‌وگو"));
        assertEquals(7, WordCount.of("گفت‌وگو با «نویسنده»؛ از کتاب‌ها تا سینما!"));
    }

    @Test
    void marksNumbersAndApostrophesDoNotSplitWords() {
        assertEquals(2, WordCount.of("عَلَمِ ۱٬۲۳۴٫۵"));
        assertEquals(3, WordCount.of("it’s a test"));
        assertEquals(2, WordCount.of("۱۴۰۳/۱۱/۰۱ - ۸:۱۰"));
        assertEquals(2, WordCount.of("تهران–مشهد"));
        assertEquals(2, WordCount.of("تهران,مشهد"));
        assertEquals(2, WordCount.of("و/یا"));
        assertEquals(0, WordCount.of(" … \u200C "));
    }

    @Test
    void readingTimeIsRoundedUpToMinutes() {
        assertEquals(0, WordCount.minutes(0));
        assertEquals(1, WordCount.minutes(1));
        assertEquals(1, WordCount.minutes(200));
        assertEquals(2, WordCount.minutes(201));
    }
}
