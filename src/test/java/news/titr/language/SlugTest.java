package news.titr.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SlugTest {
    @Test
    void aPersianHeadlineKeepsItsWords() {
        assertEquals("گفت-وگو-با-نویسنده-از-کتاب-ها-تا-سینما", Slug.of("گفت‌وگو با «نویسنده»؛ از کتاب‌ها تا سینما!"));
        assertEquals("آماده-هرگونه-حمایت-هستیم", Slug.of("  آمادهٔ هرگونه حمایت هستیم … "));
    }

    @Test
    void arabicLettersAndDigitsBecomeWhatPersianReadersType() {
        assertEquals("کتابی-در-سال-1403", Slug.of("\u0643تاب\u064A در سال ۱۴۰۳"));
        assertEquals("کتاب-عربی", Slug.of("کِتابــ عَرَبی"));
        assertEquals("خانه-ما", Slug.of("خانۀ ما"));
    }

    @Test
    void latinIsLowerCaseAndApostrophesVanish() {
        assertEquals("the-editors-note-u-s-economy", Slug.of("The Editor’s Note: U.S. Economy"));
        assertEquals("نسخه-pdf", Slug.of("نسخهٔ PDF"));
    }

    @Test
    void longHeadlinesEndAfterAWord() {
        String slug = Slug.of(
                "رئیس جمهور سوریه در تماس تلفنی تأکید کرد که تشدید حملات تروریستی در راستای تحقق اهداف تجزیهٔ منطقه است");
        assertTrue(slug.length() <= Slug.MAX_LENGTH, slug);
        assertEquals("رئیس-جمهور-سوریه-در-تماس-تلفنی-تأکید-کرد-که-تشدید-حملات-تروریستی-در-راستای-تحقق", slug);
        assertEquals(Slug.MAX_LENGTH, Slug.of("ا".repeat(200)).length());
    }

    @Test
    void whatHasNoLettersHasNoSlug() {
        assertEquals("", Slug.of(" … «»! "));
        assertEquals("", Slug.of(""));
        assertEquals("", Slug.of("😀"));
    }
}
