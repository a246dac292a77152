package news.titr.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import news.titr.doc.Block;
import news.titr.doc.TextRenderer;
import news.titr.language.HouseStyle;
import news.titr.language.Tidy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageReaderTest {

    private static final String PAGE = """
            بازگشایی موزهٔ باد | خبر ساوران

            سه‌شنبه، 2 بهمن 1403 - 9:15

            بازگشایی موزهٔ باد

            شماره: %s
            Aa Aa

            موزهٔ باد پس از دو سال مرمت از امروز به روی همگان باز شد.

            مدیر موزه گفت:
            بازدید تا پایان ماه رایگان است.
            """;

    @Test
    void aBareNameAboveAKickerIsTheSites() {
        for (String kicker : List.of("پایان مرمت", "گفت‌وگو با مهندس پل؛")) {
            var read = assertInstanceOf(PageReading.Read.class, PageReader.read(utf8("""
                    کرانه

                    %s
                    پل کهنه پس از سه سال باز می‌شود

                    مرمت پل کهنه تمام شد و عابران از فردا می‌توانند از روی آن بگذرند.

                    کار سه سال طول کشید و هزینهٔ آن را شهرداری داد.
                    """.formatted(kicker))));
            assertEquals("پل کهنه پس از سه سال باز می‌شود", read.headline());
            assertEquals(kicker, read.kicker());
            assertEquals("کرانه", read.siteName());
        }
    }

    @Test
    void aQuestionInTheWordsOfTheHeadlineStaysWhereItIsAsked() {
        var read = assertInstanceOf(PageReading.Read.class, PageReader.read(utf8("""
                پل کهنه کی باز می‌شود؟ | خبر ساوران

                پل کهنه کی باز می‌شود؟

                مهندس پل می‌گوید که کار مرمت تمام شده است و راه باز می‌شود.

                مرمت از کجا آغاز شد؟

                از پایه‌ها آغاز کردیم و تا نرده‌ها پیش رفتیم، بی آن‌که راه را ببندیم.

                هزینهٔ کار چه‌قدر شد؟

                هزینه را شهرداری داد و ما از آن چیزی نمی‌دانیم و نمی‌گوییم.

                سرانجام مردم چه می‌بینند؟

                همان پل را می‌بینند که پدرانشان دیده بودند، با سنگ‌های نو.

                پل کهنه کی باز می‌شود؟

                از فردا صبح، ساعت هشت، راه به روی همه باز است و می‌ماند.
                """)));
        assertEquals("پل کهنه کی باز می‌شود؟", read.headline());
        assertTrue(TextRenderer.render(read.body()).contains("پل کهنه کی باز می‌شود؟"));
    }

    // ---- what is refused

    @Test
    void anEmptyPageIsRefused() {
        assertEquals("It is empty", refused(new byte[0]));
        assertEquals("It is empty", refused(utf8("\uFEFF \u00A0\r\n\u200C\u200B\t\r\n")));
    }

    @Test
    void aPageOfFurnitureOnlyIsRefused() {
        assertEquals("It has no text of a story", refused(utf8("Aa Aa\nنسخه چاپی ارسال به دوستان\n")));
    }

    @Test
    void aPageInWindows1256IsRefusedWithAdvice() {
        byte[] old = PAGE.formatted("7").replace("\u06CC", "\u064A").getBytes(Charset.forName("windows-1256"));
        assertEquals("It is not UTF-8; save it as UTF-8 (it may be Windows-1256) and try again", refused(old));
    }

    @Test
    void binaryFilesAreRefused() {
        var noise = new byte[4096];
        new Random(7).nextBytes(noise);
        String problem = "It is not text, or it is UTF-16 without a byte order mark";
        assertEquals(problem, refused(noise));
        assertEquals(problem, refused(utf8("%PDF-1.7\n1 0 obj")));
        assertEquals(problem, refused(PAGE.formatted("7").getBytes(StandardCharsets.UTF_16LE)));
    }

    @Test
    void theSourceOfAWebPageIsRefused() {
        assertEquals(
                "It is HTML or XML; what is wanted is the text that a browser shows",
                refused(utf8("<!DOCTYPE html>\n<html lang=\"fa\"><body>خبر</body></html>")));
    }

    @Test
    void aPageOfMoreThanFiveMegabytesIsRefused() {
        assertEquals("It is larger than 5 MB", refused(utf8("خبر ".repeat(1_500_000))));
    }

    // ---- bytes and letters

    @Test
    void theSamePageInEveryFormOfBytesIsTheSameStory() {
        String page = PAGE.formatted("26841");
        var expected = read(page);
        assertEquals(expected, PageReader.read(utf8("\uFEFF" + page)));
        assertEquals(expected, PageReader.read(utf8(page.replace("\n", "\r\n"))));
        assertEquals(expected, PageReader.read(utf8(page.replace("\n", "\r"))));
        assertEquals(expected, PageReader.read(utf8(page.replace(" ", "\u00A0"))));
        assertEquals(
                expected, PageReader.read(utf8(page.replace("\u06CC", "\u064A").replace("\u06A9", "\u0643"))));
        assertEquals(
                expected,
                PageReader.read(utf8(
                        page.replace("م", "م\u200B").replace("باد", "با\u0007د").replace("\n", "\u200F\n"))));
        assertEquals(expected, PageReader.read(("\uFEFF" + page).getBytes(StandardCharsets.UTF_16LE)));
        assertEquals(expected, PageReader.read(page.getBytes(StandardCharsets.UTF_16)));
    }

    @Test
    void halfSpacesSurvive() {
        var read = read("می‌آید | سایت\n\n"
                + "می‌آید\n\n"
                + "کتاب‌های تازه‌ای را می‌خوانیم و آن‌ها را نمی‌بندیم.\n\n"
                + "خانه‌به‌خانه رفتند و گشتند.");
        assertEquals("می‌آید", read.headline());
        assertEquals("کتاب‌های تازه‌ای را می‌خوانیم و آن‌ها را نمی‌بندیم.", read.lead());
        assertEquals("خانه‌به‌خانه رفتند و گشتند.", TextRenderer.render(read.body()));
        assertTrue(read.note().contains("می‌آید | سایت"));
    }

    // ---- what is found

    @Test
    void thePagesClockIsNeverTheDateOfPublication() {
        var read = read(PAGE.formatted("26841"));
        assertEquals("سه‌شنبه، 2 بهمن 1403 - 9:15", read.pageClock());
        assertEquals("", read.publishedText());
        assertTrue(read.note().contains("تاریخ انتشار: نامعلوم"));
    }

    @ParameterizedTest
    @CsvSource({"26841, 26841", "۲۶۸۴۱, 26841", "\u0662\u0666\u0668\u0664\u0661, 26841"})
    void theNumberIsReadInEveryDigits(String written, long number) {
        assertEquals(OptionalLong.of(number), read(PAGE.formatted(written)).number());
    }

    @Test
    void aNumberThatCannotBeAStorysIsKeptAsTextOnly() {
        var read = read(PAGE.formatted("99999999999999999999"));
        assertEquals("99999999999999999999", read.sourceNumber());
        assertEquals(OptionalLong.empty(), read.number());
        assertEquals(OptionalLong.empty(), read(PAGE.formatted("0")).number());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            پزشک قانونی گفت:                                            | پزشک قانونی
            رئیس‌جمهور کشور همسایه نیز گفت:                              | رئیس‌جمهور کشور همسایه
            رئیسجمهور نیز گفت:                                          | رئیسجمهور
            سخنگو در تماس با همتای خود گفت                               | سخنگو
            در بیانیه صادره از سوی دفتر شهردار در این خصوص آمده است:        | دفتر شهردار
            بیانیهٔ شورا در این ارتباط افزود:                             | بیانیهٔ شورا
            به گزارش خبر ساوران، در بیانیه شورای شهر آمده است:             | بیانیه شورای شهر
            «بهرام نیک‌راه» خاطر نشان کرد:                               | بهرام نیک‌راه
            مینا رضایی، مدیر موزه، با اشاره به مرمت تالار تأکید کرد که:       | مینا رضایی
            در ادامه این نشست، استاندار تصریح‌کرد:                         | استاندار
            فرماندار خاطرنشانکرد:                                       | فرماندار
            کاپیتان تیم پس از بازی می‌گوید:                               | کاپیتان تیم
            مربی میگوید:                                               | مربی
            این روزنامه‌نگار باسابقه، لاله کاتب نوشت:                      | ''
            وی یادآور شد:                                              | ''
            با بیان اینکه کار تمام است، افزود:                             | ''
            """)
    void theSpeakerIsReadFromTheLineAbove(String announcement, String speaker) {
        assertTrue(Speech.announces(announcement));
        assertEquals(speaker, Speech.speaker(announcement).orElse(""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            استاندار از پایان کار خبر داد
            نقشهٔ تازهٔ شهر منتشر شد
            او گفت که می‌آید.
            ساعت کار:
            گفتنی است باران ادامه دارد.
            ناگفته‌ها
            """)
    void otherLinesAnnounceNoQuote(String line) {
        assertFalse(Speech.announces(line));
    }

    @Test
    void aPronounMeansWhoWasNamedLastAndIsDoubted() {
        var read = read("""
                تیتر خبر نمونه است

                لید خبر نمونه است و چیزی نمی‌گوید که مهم باشد.

                مینا رضایی، مدیر موزه، در این نشست بر مرمت تالار تأکید کرد.

                وی افزود:

                این کار یک سال زمان می‌برد و هزینهٔ آن فراهم شده است.
                """);
        assertEquals("مینا رضایی", read.body().all(Block.Quote.class).getFirst().speaker());
        assertTrue(read.doubts().stream()
                .anyMatch(doubt -> doubt.kind() == Doubt.Kind.SPEAKER_FROM_BEFORE && doubt.line() == 7));
    }

    @Test
    void aQuoteThatOpensWithAGuillemetGoesOnUntilItCloses() {
        var read = read("""
                تیتر خبر نمونه است

                لید خبر نمونه است و چیزی نمی‌گوید که مهم باشد.

                مدیر موزه گفت:

                «بند یکم گفته است و گیومه هنوز باز است.

                بند دوم گفته است و گیومه اینجا بسته می‌شود.»

                این بند دیگر گفتهٔ کسی نیست و به متن تعلق دارد.
                """);
        assertEquals(2, read.body().all(Block.Quote.class).getFirst().blocks().size());
        assertInstanceOf(Block.Paragraph.class, read.body().blocks().getLast());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Aa Aa",
                "A+ A-",
                "نسخه PDF نسخه چاپی ارسال به دوستان",
                "اشتراک‌گذاری: تلگرام | واتساپ | ایکس",
                "بازدید: ۱۲۳",
                "زمان مطالعه: ۲ دقیقه",
                "لینک کوتاه: https://savaran.example/x/12",
                "© تمامی حقوق محفوظ است."
            })
    void furnitureIsKnown(String line) {
        assertTrue(Furniture.is(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"چاپ کتاب‌های تازه آغاز شد", "بلهٔ بزرگ مردم", "ارسال کمک به روستاها", "خانهٔ پدری"})
    void textThatBeginsLikeFurnitureIsNotFurniture(String line) {
        assertFalse(Furniture.is(line));
    }

    // ---- tidying

    @Test
    void tidyingMendsTheTextsAndCountsThePlaces() {
        byte[] page =
                utf8(PAGE.formatted("26841").replace("\u200C", "").replace("بازدید تا", "رئیسجمهور میگوید بازدید تا"));
        var reader = new PageReader(Tidy.standard());
        var tidied = (PageReading.Read) reader.read(page, HouseStyle.standard());
        assertTrue(
                TextRenderer.render(tidied.body()).contains("رئیس‌جمهور می‌گوید"), TextRenderer.render(tidied.body()));
        assertTrue(tidied.edits() >= 2);
        assertTrue(tidied.note().contains("ویرایش خودکار"));
        assertEquals(PageReader.read(page), reader.read(page, HouseStyle.none()));
        assertNotEquals(PageReader.read(page), tidied);
    }

    @Test
    void theNoteNamesWhatWasLeftOut() {
        var read = read(PAGE.formatted("26841"));
        assertEquals(List.of(8), read.furniture().stream().map(PageLine::number).toList());
        assertTrue(read.note().contains("سطر ۸: Aa Aa"), read.note());
        assertTrue(read.note().contains("شماره در مبدأ: ۲۶۸۴۱"), read.note());
    }

    private static PageReading.Read read(String page) {
        return assertInstanceOf(PageReading.Read.class, PageReader.read(utf8(page)));
    }

    private static String refused(byte[] page) {
        return assertInstanceOf(PageReading.Refused.class, PageReader.read(page))
                .problem();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
