package news.titr.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DigitsTest {
    @Test
    void digitsChangeBetweenTheThreeSetsAndNothingElseDoes() {
        assertEquals("شماره ۱۲۳۴۵۶ a", Digits.persian("شماره 12\u0663\u0664۵۶ a"));
        assertEquals("123", Digits.ascii("۱\u06623"));
        assertEquals("\u0661\u0662\u0663", Digits.arabic("۱۲3"));
        assertEquals("۲۶۸۴۱", Digits.persian(26841));
        assertEquals("۱۴۰۳", DigitPolicy.PERSIAN.number(1403));
        assertEquals("1403", DigitPolicy.LATIN.apply("۱۴۰۳"));
    }

    @Test
    void aTextTakesTheEditionsDigitsAndMarksButLatinWordsKeepTheirs() {
        assertEquals(
                "در ۱۴۰۳/۹/۱۲ قیمت ۱٬۲۳۴٬۵۰۰ تومان، ۲٫۵ درصد؛ F-35 و http://a.b/12 نسخهٔ ۱.۲.۳ ساعت ۸:۳۰ و (۳٫۱۴).",
                DigitPolicy.PERSIAN.applyToText(
                        "در 1403/9/12 قیمت 1,234,500 تومان، 2.5 درصد؛ F-35 و http://a.b/12 نسخهٔ 1.2.3 ساعت 8:30 و (3.14)."));
        assertEquals("1,234.5 و 12", DigitPolicy.LATIN.applyToText("۱٬۲۳۴٫۵ و ۱۲"));
        assertEquals("\tبی‌عدد \n ", DigitPolicy.PERSIAN.applyToText("\tبی‌عدد \n "));
    }

    @Test
    void typedNumbersAreReadInAnyDigits() {
        assertEquals(OptionalLong.of(26841), Digits.parse(" ۲۶٬۸۴۱ "));
        assertEquals(OptionalLong.of(26841), Digits.parse("26,841"));
        assertEquals(OptionalLong.of(-5), Digits.parse("\u200E−۵"));
        assertEquals(OptionalLong.empty(), Digits.parse("۲۶٬۸۴"));
        assertEquals(OptionalLong.empty(), Digits.parse("12.5"));
        assertEquals(OptionalLong.empty(), Digits.parse("9999999999999999999"));
        assertEquals(OptionalLong.empty(), Digits.parse(""));
    }
}
