package news.titr.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import news.titr.doc.BodyJson;

/** What holds for every page, however odd. */
class PagePropertiesTest {

    /** Lines of the kinds that pages are made of, so that chance puts them in every order. */
    private static final List<String> LINES = List.of(
            "",
            "",
            "",
            "باران در راه است | هوای ساوران",
            "باران در راه است",
            "هوای ساوران",
            "در گفت‌وگو با کارشناس هواشناسی؛",
            "کارشناس هواشناسی گفت:",
            "وی افزود:",
            "در بیانیه شورا آمده است:",
            "گفت",
            "«بند یکم گفته است و گیومه هنوز باز است.",
            "بند دوم گفته است و گیومه اینجا بسته می‌شود.»",
            "از فردا شب بارش باران در نوار ساحلی آغاز می‌شود و تا دو روز ادامه دارد و سپس هوا آرام می‌شود.",
            "به گزارش خبرگزاری ساوران، راه‌ها باز است.",
            "میان‌تیتری کوتاه",
            "•",
            "***",
            "---",
            "• یکی",
            "• دیگری",
            "۱. نخست",
            "۲. دوم",
            "- گزینه",
            "شماره: ۲۶۸۴۱",
            "کد خبر",
            "12",
            "تاریخ انتشار: ۱۲ آذر ۱۴۰۳ - ۱۰:۲۰",
            "دوشنبه، 1 بهمن 1403 - 8:10",
            "برچسب‌ها:",
            "برچسب‌ها: باران، هوا",
            "صفحه نخست > سیاسی",
            "منبع: روزنامه",
            "Aa Aa",
            "نسخه PDF نسخه چاپی ارسال به دوستان",
            "بله",
            "بیشتر بخوانید:",
            "نظرات",
            "سیاسی",
            "انتهای پیام",
            "https://example.org/1",
            "گفت\u200Cوگو");

    @Property(tries = 3000)
    void everyLineOfAPageIsKept(@ForAll("pages") String page) {
        EveryLine.isKept(page.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 1000)
    void anyTextIsReadOrRefused(@ForAll String text) {
        byte[] page = text.getBytes(StandardCharsets.UTF_8);
        EveryLine.isKept(page);
        if (PageReader.read(page) instanceof PageReading.Read read) {
            assertEquals(read.body(), BodyJson.read(BodyJson.write(read.body())));
            assertNotNull(read.note());
        }
    }

    @Property(tries = 1000)
    void anyBytesAreReadOrRefused(@ForAll byte[] page) {
        assertNotNull(PageReader.read(page));
    }

    @Provide
    Arbitrary<String> pages() {
        return Arbitraries.of(LINES).list().ofMinSize(1).ofMaxSize(40).map(lines -> String.join("\n", lines));
    }
}
