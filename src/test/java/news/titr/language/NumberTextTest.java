package news.titr.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NumberTextTest {
    private final NumberText persian = NumberText.of(Language.PERSIAN);
    private final NumberText english = NumberText.of(Language.ENGLISH);
    private final NumberText arabic = NumberText.of(Language.ARABIC);

    @Test
    void numbersAreGroupedByThreesWithTheMarksOfTheirDigits() {
        assertEquals("۲۶٬۸۴۱", persian.number(26_841));
        assertEquals("26,841", english.number(26_841));
        assertEquals("٢٦٬٨٤١", arabic.number(26_841));
        assertEquals("۱٬۲۳۴٫۵", persian.number(new BigDecimal("1234.50")));
        assertEquals("۰٫۰۰۵", persian.number(new BigDecimal("0.005")));
        assertEquals("۰", persian.number(new BigDecimal("0.00")));
        assertEquals("۱٬۰۰۰", persian.number(new BigDecimal("1E3")));
        assertEquals("\u200E−۵", persian.number(-5));
        assertEquals("−5", english.number(-5));
        assertEquals("۱۲٫۵٪", persian.percent(new BigDecimal("12.5")));
        assertEquals("26,841", new NumberText(Language.PERSIAN, DigitPolicy.LATIN).number(26_841));
    }

    @Test
    void numbersInPersianWords() {
        assertEquals("صفر", persian.words(0));
        assertEquals("بیست‌وسه", persian.words(23));
        assertEquals("صد و یک", persian.words(101));
        assertEquals("هزار و چهارصد و سه", persian.words(1403));
        assertEquals("یک میلیون و دویست هزار", persian.words(1_200_000));
        assertEquals("منفی پنج", persian.words(-5));
        assertEquals(
                "منفی نه کوینتیلیون و دویست و بیست‌وسه کوادریلیون و سیصد و هفتاد‌ودو تریلیون و سی‌وشش میلیارد و هشتصد و پنجاه‌وچهار"
                        + " میلیون و هفتصد و هفتاد‌وپنج هزار و هشتصد و هشت",
                persian.words(Long.MIN_VALUE));
    }

    @Test
    void ordinals() {
        assertEquals("اول", persian.ordinal(1));
        assertEquals("سوم", persian.ordinal(3));
        assertEquals("دهم", persian.ordinal(10));
        assertEquals("بیست‌وسوم", persian.ordinal(23));
        assertEquals("سی‌ام", persian.ordinal(30));
        assertEquals("صد و یکم", persian.ordinal(101));
        assertEquals("۲۳اُم", persian.ordinalInDigits(23));
        assertEquals("1st", english.ordinal(1));
        assertEquals("12th", english.ordinal(12));
        assertEquals("23rd", english.ordinal(23));
        assertEquals("111th", english.ordinal(111));
        assertThrows(IllegalArgumentException.class, () -> persian.ordinal(0));
    }

    @Test
    void amountsAreSaidShortAndNeverRounded() {
        assertEquals("۲٫۵ میلیارد تومان", persian.amount(2_500_000_000L, "تومان"));
        assertEquals("۱ میلیون تومان", persian.amount(1_000_000, "تومان"));
        assertEquals("۱۲ میلیون و ۳۴۵ هزار تومان", persian.amount(12_345_000, "تومان"));
        assertEquals("۱۲ میلیون و ۳۴۵ هزار و ۶۷۸ تومان", persian.amount(12_345_678, "تومان"));
        assertEquals("۲ میلیارد و ۵۴۳ میلیون تومان", persian.amount(2_543_000_000L, "تومان"));
        assertEquals("۲٬۵۰۰ میلیارد تومان", persian.amount(2_500_000_000_000L, "تومان"));
        assertEquals("۱۰ هزار نفر", persian.amount(10_000, "نفر"));
        assertEquals("۱٬۵۰۰ تومان", persian.amount(1_500, "تومان"));
        assertEquals("۰٫۵ درصد", persian.amount(new BigDecimal("0.5"), "درصد"));
        assertEquals("\u200E−۱٫۵ میلیون", persian.amount(-1_500_000, ""));
        assertEquals("\u200E−۱ میلیون و ۲ تن", persian.amount(-1_000_002, "تن"));
        assertEquals("2.5 billion tomans", english.amount(2_500_000_000L, "tomans"));
        assertEquals("12,345,678 tomans", english.amount(12_345_678, "tomans"));
    }

    @Test
    void fileSizes() {
        assertEquals("۰ بایت", persian.fileSize(0));
        assertEquals("۹۹۹ بایت", persian.fileSize(999));
        assertEquals("۱ کیلوبایت", persian.fileSize(1000));
        assertEquals("۲٫۴ مگابایت", persian.fileSize(2_412_345));
        assertEquals("۱ مگابایت", persian.fileSize(999_999));
        assertEquals("15 MB", english.fileSize(15_300_000));
        assertThrows(IllegalArgumentException.class, () -> persian.fileSize(-1));
    }

    @Test
    void durations() {
        assertEquals("۴۵ ثانیه", persian.duration(Duration.ofSeconds(45)));
        assertEquals("۱ ساعت و ۲۰ دقیقه", persian.duration(Duration.ofSeconds(4805)));
        assertEquals("۲ روز و ۴ ساعت", persian.duration(Duration.ofSeconds(190_000)));
        assertEquals("۳ ساعت", persian.duration(Duration.ofSeconds(3 * 3600 + 5)));
        assertEquals("1 hour 20 minutes", english.duration(Duration.ofMinutes(80)));
        assertEquals("ساعة و٢٠ دق\u064Aقة", arabic.duration(Duration.ofMinutes(80)));
        assertEquals("۳:۰۵", persian.clock(Duration.ofSeconds(185)));
        assertEquals("۱:۲۰:۰۵", persian.clock(Duration.ofSeconds(4805)));
    }
}
