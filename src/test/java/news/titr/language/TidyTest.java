package news.titr.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TidyTest {
    private final Tidy tidy = Tidy.standard();
    private final HouseStyle standard = HouseStyle.standard();

    private static final String DAMAGED = """
            ریاست جمهوری در بیانیهای از گفتوگوی تلفنی خبر داد و گفت تلاشها میتواند نتیجه بدهد.
            همکاریهای دو کشور در زمینههای گوناگون بیشتر میشود و نقشهها روشنتر خواهد شد.
            """;

    private String tidied(String text) {
        return tidy.tidy(text, standard);
    }

    @Test
    void whatIsTiedOfKnownWordsIsNotSplitFurther() {
        for (String right : List.of("میان‌تیتر را بنویسید", "یک پیش‌دفتر دارد", "روزنامه‌دفتر")) {
            assertEquals(right, Tidy.standard().tidy(right, HouseStyle.standard()));
        }
        assertEquals("پیش‌بینی‌ها درست بود", Tidy.standard().tidy("پیش‌بینیها درست بود", HouseStyle.standard()));
    }

    @Test
    void mendsWhatWasGlued() {
        assertEquals("""
                ریاست جمهوری در بیانیه‌ای از گفت‌وگوی تلفنی خبر داد و گفت تلاش‌ها می‌تواند نتیجه بدهد.
                همکاری‌های دو کشور در زمینه‌های گوناگون بیشتر می‌شود و نقشه‌ها روشن‌تر خواهد شد.
                """, tidied(DAMAGED));
    }

    @ParameterizedTest
    @CsvSource({
        "این کار انجام می شود,این کار انجام می‌شود",
        "کتاب های تازه رسید,کتاب‌های تازه رسید",
        "او را نمی شناسم,او را نمی‌شناسم",
        "خانه ای در شهر ساخته اند,خانه‌ای در شهر ساخته‌اند",
        "بزرگ ترین شهر ایران,بزرگ‌ترین شهر ایران",
    })
    void mendsWhatWasSpaced(String damaged, String right) {
        assertEquals(right, tidied(damaged));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "مردم در خیابان‌ها می‌گفتند که خانهٔ ما همین‌جاست.",
                "آنها به طور کامل گفتگو کردند و اینها بیشتر شد.",
                "هر گونه حمایت، هرگونه کمک، هیچ کس و هیچ‌کس.",
                "کشورها و شهرها و کارها و راه‌ها",
                "در سال 1403 و ۱۴۰۴ و ٤٥ نفر",
                "«رویا» و «مومنی» و «راس» نام‌اند.",
                "بهتر، کمتر، بیشتر، مهتر، کهتر",
                "او گفت: \"خوب است\" , و رفت ...",
                "کار انجام شده است و آمده است.",
            })
    void leavesWhatIsRight(String text) {
        assertEquals(List.of(), tidy.edits(text, standard));
    }

    @ParameterizedTest
    @CsvSource({
        "تاکید کرد,تأکید کرد",
        "تاکیدهای او,تأکیدهای او",
        "مسوولان,مسئولان",
        "رییس مجلس,رئیس مجلس",
        "متاسفانه,متأسفانه",
        "سوال این است,سؤال این است",
        "کاملا روشن,کاملاً روشن",
        "واقعا خوب,واقعاً خوب",
    })
    void writesHamzaAndTanvin(String damaged, String right) {
        assertEquals(right, tidied(damaged));
        assertEquals(Edit.Kind.HAMZA, tidy.edits(damaged, standard).getFirst().kind());
    }

    @Test
    void turnsArabicLettersIntoPersianOnes() {
        assertEquals("کتابی برای علی", tidied("\u0643تاب\u064a برا\u064a عل\u0649"));
    }

    @Test
    void mendsLettersAndHalfSpacesOfOneWordApart() {
        List<Edit> edits = tidy.edits("\u0643تابها را م\u064aخوانم و تلاشها را میبینم", standard);
        assertEquals(
                "کتاب‌ها را می‌خوانم و تلاش‌ها را می‌بینم",
                Tidy.apply("\u0643تابها را م\u064aخوانم و تلاشها را میبینم", edits));
        assertTrue(edits.stream().anyMatch(edit -> edit.kind() == Edit.Kind.LETTER));
        assertTrue(edits.stream().anyMatch(edit -> edit.kind() == Edit.Kind.GLUED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/می شود",
                "https://example.org/\u0643تابها",
                "نامه@مثال.ایران",
                "#تلاشها",
                "@\u0643اربر",
                "The \"quick\" brown fox, 1 of 2; really?",
                "﴿إِنَّ اللَّهَ مَعَ الصَّابِرِينَ﴾",
                "«بسم الله الرحمن الرحيم»",
                "قال رسول الله صلى الله عليه وسلم",
                "إنما الأعمال بالنيات",
            })
    void neverTouchesLinksLatinAndArabic(String text) {
        HouseStyle all = HouseStyle.thorough().withQuotes(HouseStyle.Quotes.LEAVE);
        assertEquals(List.of(), tidy.edits(text, all));
    }

    @Test
    void leavesAVerseAloneWithinAPersianSentence() {
        assertEquals(
                "او آیهٔ «إن الله مع الصابرين» را می‌خواند و کتاب‌ها را بست.",
                tidied("او آیهٔ «إن الله مع الصابرين» را میخواند و \u0643تابها را بست."));
    }

    @Test
    void followsTheHouseInPairsOfWhichBothAreRight() {
        HouseStyle tied = standard.withThey(HouseStyle.Tie.HALF_SPACE)
                .withAdverbs(HouseStyle.Tie.HALF_SPACE)
                .withDialogue(HouseStyle.Tie.HALF_SPACE)
                .withEzafe(HouseStyle.Ezafe.YEH);
        HouseStyle plain = standard.withThey(HouseStyle.Tie.PLAIN)
                .withAdverbs(HouseStyle.Tie.PLAIN)
                .withDialogue(HouseStyle.Tie.PLAIN)
                .withEzafe(HouseStyle.Ezafe.HAMZA);
        String one = "آنها به طور کامل در خانهٔ ما گفتگو کردند.";
        String other = "آن‌ها به‌طور کامل در خانه‌ی ما گفت‌وگو کردند.";
        assertEquals(other, tidy.tidy(one, tied));
        assertEquals("آنها به طور کامل در خانهٔ ما گفتگو کردند.", tidy.tidy(other, plain));
        assertEquals(List.of(), tidy.edits(one, standard));
        assertEquals(List.of(), tidy.edits(other, standard));
    }

    @Test
    void writesDigitsAndQuotesAsTheHouseDoes() {
        assertEquals("۱۲۳ و ۴۵", tidy.tidy("123 و ٤٥", standard.withDigits(HouseStyle.Digits.PERSIAN)));
        assertEquals("123 و 45", tidy.tidy("۱۲۳ و ٤٥", standard.withDigits(HouseStyle.Digits.LATIN)));
        assertEquals("B2B و ۳", tidy.tidy("B2B و 3", standard.withDigits(HouseStyle.Digits.PERSIAN)));
        assertEquals(
                "او گفت «سلام» و رفت",
                tidy.tidy("او گفت \"سلام\" و رفت", standard.withQuotes(HouseStyle.Quotes.GUILLEMETS)));
        assertEquals("تلویزیون 42\"", tidy.tidy("تلویزیون 42\"", standard.withQuotes(HouseStyle.Quotes.GUILLEMETS)));
        assertEquals(
                "او گفت \"سلام\" و رفت",
                tidy.tidy("او گفت «سلام» و رفت", standard.withQuotes(HouseStyle.Quotes.STRAIGHT)));
    }

    @Test
    void writesPunctuationAndSpacesAsTheHouseDoes() {
        HouseStyle style = standard.withPunctuation(true).withSpacing(true);
        assertEquals("سلام، خوبی؟ آری؛ شاید…", tidy.tidy("سلام , خوبی ?  آری;شاید...", style));
        assertEquals("«سلام» گفت", tidy.tidy("« سلام » گفت", style));
        assertEquals("1,000 نفر", tidy.tidy("1,000 نفر", style));
    }

    @Test
    void appliesSomeEditsAndLeavesTheRest() {
        List<Edit> edits = tidy.edits(DAMAGED, standard);
        Edit first = edits.getFirst();
        assertEquals(DAMAGED.replace("بیانیهای", "بیانیه‌ای"), Tidy.apply(DAMAGED, List.of(first)));
        assertEquals("بیانیهای", first.wordBefore(DAMAGED));
        assertEquals("بیانیه‌ای", first.wordAfter(DAMAGED));
        assertEquals("tidy.half-space.glued", first.reason().key());
    }

    @Test
    void refusesEditsOfAnotherText() {
        List<Edit> edits = tidy.edits(DAMAGED, standard);
        assertThrows(IllegalArgumentException.class, () -> Tidy.apply("چیز دیگری", edits));
        assertThrows(IllegalArgumentException.class, () -> Tidy.apply(DAMAGED, edits.reversed()));
    }

    @Test
    void turnsEverythingOffWhereTheHouseWantsNothing() {
        assertEquals(List.of(), tidy.edits(DAMAGED + " \u0643تاب تاکید کاملا", HouseStyle.none()));
    }
}
