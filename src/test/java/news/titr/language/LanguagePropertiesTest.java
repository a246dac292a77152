package news.titr.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every text, however damaged. */
class LanguagePropertiesTest {
    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");
    private static final String USUAL =
            "ابپتجچدرزسشعفقکگلمنوهیآأإؤئءةۀ\u064A\u0643\u0649 \u200C\u200C\u0640\u064B\u064E\u0651\u0654۰۱۵\u0661 19,٬٫./-:«»()؟،abZé\n\u2067\u2069";

    @Property(tries = 2000)
    void foldIsIdempotent(@ForAll("texts") String text) {
        String once = Fold.fold(text);
        assertEquals(once, Fold.fold(once));
    }

    @Property(tries = 2000)
    void foldDoesNotSeeSpacesHalfSpacesMarksOrPunctuation(@ForAll("texts") String text) {
        assertEquals(Fold.fold(text), Fold.fold(text.replace("\u200C", "")));
        assertEquals(Fold.fold(text), Fold.fold(text.replace(' ', '\u200C')));
        assertEquals(Fold.fold(text), Fold.fold("«" + text + "»!"));
    }

    @Property(tries = 2000)
    void foldSeesThroughLetterRepair(@ForAll("texts") String text) {
        assertEquals(Fold.fold(text), Fold.fold(Letters.repair(text)));
    }

    @Property(tries = 2000)
    void wordsCoverTheirPlacesInOrder(@ForAll("texts") String text) {
        int end = 0;
        int start = 0;
        for (var word : FoldedWords.of(text)) {
            assertTrue(word.start() >= start && word.end() > word.start() && word.end() <= text.length());
            assertTrue(word.start() >= end || word.end() == end, text);
            assertTrue(!word.term().isEmpty() && word.term().length() <= 64);
            start = word.start();
            end = word.end();
        }
    }

    @Property(tries = 2000)
    void slugsHaveOnlyLettersDigitsAndSingleHyphens(@ForAll("texts") String text) {
        String slug = Slug.of(text);
        assertTrue(slug.length() <= Slug.MAX_LENGTH);
        assertTrue(slug.isEmpty() || slug.matches("[\\p{L}0-9\\p{Nd}]+(-[\\p{L}0-9\\p{Nd}]+)*"), slug);
        assertEquals(slug, Slug.of(slug));
    }

    @Property(tries = 2000)
    void sortKeysAreATotalOrderOnPlainAscii(@ForAll("texts") String one, @ForAll("texts") String other) {
        String key = SortKey.of(one);
        assertTrue(key.matches("[0-9a-f]*"), key);
        assertEquals(
                Integer.signum(key.compareTo(SortKey.of(other))),
                -Integer.signum(SortKey.of(other).compareTo(key)));
    }

    @Property(tries = 1000)
    void aNameSortsBeforeItsOwnContinuation(@ForAll("words") String one, @ForAll("words") String other) {
        assertTrue(SortKey.of(one).compareTo(SortKey.of(one + " " + other)) < 0);
    }

    @Property(tries = 2000)
    void shortenedTextFitsAndIsABeginning(@ForAll("texts") String text) {
        for (int max : new int[] {1, 2, 10, 50}) {
            String shortened = Shorten.atWord(text, max);
            assertTrue(shortened.length() <= max);
            String beginning = shortened.endsWith("…") ? shortened.substring(0, shortened.length() - 1) : shortened;
            assertTrue(text.strip().startsWith(beginning));
        }
    }

    @Property(tries = 2000)
    void isolatingIsIdempotentAndAddsOnlyIsolates(@ForAll("texts") String text) {
        for (var base : Direction.values()) {
            String once = Bidi.isolateRuns(text, base);
            assertEquals(once, Bidi.isolateRuns(once, base));
            assertEquals(withoutIsolates(text), withoutIsolates(once));
        }
    }

    @Property(tries = 2000)
    void repairIsIdempotentAndKeepsHalfSpaces(@ForAll("texts") String text) {
        String once = Letters.repair(text);
        assertEquals(halfSpaces(text), halfSpaces(once));
        assertEquals(once, Letters.repair(once));
    }

    @Property(tries = 2000)
    void digitsChangeOnlyDigits(@ForAll("texts") String text) {
        for (var policy : DigitPolicy.values()) {
            assertEquals(Digits.ascii(text), Digits.ascii(policy.apply(text)));
            assertEquals(text.length(), policy.applyToText(text).length());
        }
    }

    @Property(tries = 2000)
    void nothingThrowsWhateverIsTyped(@ForAll("texts") String text) {
        var parser = new DateParser(TEHRAN);
        assertNotNull(parser.parse(text, Instant.EPOCH));
        assertNotNull(Direction.of(text));
        assertNotNull(Digits.parse(text));
        assertTrue(WordCount.of(text) >= 0);
    }

    @Property(tries = 2000)
    void everyJalaliDateComesBackFromTextAndDate(@ForAll("dates") JalaliDate date) {
        assertEquals(date, JalaliDate.of(date.toLocalDate()));
        var text = DateText.of(Language.PERSIAN, TEHRAN);
        var parser = new DateParser(TEHRAN);
        LocalDate expected = date.toLocalDate();
        for (String written : new String[] {text.fullDate(expected), text.shortDate(expected), date.toString()}) {
            assertEquals(
                    expected, parser.parse(written, Instant.EPOCH).orElseThrow().date());
        }
    }

    @Example
    void aMegabyteOfAnythingIsReadToItsEnd() {
        for (String piece : List.of(
                "م\u064A‌خواه\u064Aم ",
                "\u200C",
                "\u2067",
                "a",
                "ا",
                "ها ",
                "و ",
                "1",
                "1,",
                "(",
                "ِ",
                "\uD800",
                "😀",
                "سوء ",
                "a ب ")) {
            String text = piece.repeat(1_000_000 / piece.length());
            assertNotNull(Fold.fold(text));
            assertNotNull(FoldedWords.of(text));
            assertNotNull(Letters.repair(text));
            assertNotNull(Bidi.isolateRuns(text, Direction.RIGHT_TO_LEFT));
            assertNotNull(DigitPolicy.PERSIAN.applyToText(text));
            assertTrue(Slug.of(text).length() <= Slug.MAX_LENGTH);
            assertTrue(SortKey.of(text).length() <= 700);
            assertTrue(Shorten.atWord(text, 100).length() <= 100);
            assertTrue(WordCount.of(text) >= 0);
            assertNotNull(new DateParser(TEHRAN).parse(text, Instant.EPOCH));
        }
    }

    @Provide
    Arbitrary<String> texts() {
        var anything = Arbitraries.strings().all().ofMaxLength(60);
        var usual = Arbitraries.strings().withChars(USUAL.toCharArray()).ofMaxLength(80);
        return Arbitraries.oneOf(usual, usual, anything);
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings()
                .withChars("ابپتکگلمنوهیabz".toCharArray())
                .ofMinLength(1)
                .ofMaxLength(8);
    }

    @Provide
    Arbitrary<JalaliDate> dates() {
        int first = Math.toIntExact(new JalaliDate(1206, 1, 1).toLocalDate().toEpochDay());
        int last = Math.toIntExact(new JalaliDate(1498, 12, 30).toLocalDate().toEpochDay());
        return Arbitraries.integers().between(first, last).map(day -> JalaliDate.of(LocalDate.ofEpochDay(day)));
    }

    private static String withoutIsolates(String text) {
        return text.replaceAll("[\u2066-\u2069]", "");
    }

    private static long halfSpaces(String text) {
        return text.chars().filter(c -> c == Letters.HALF_SPACE).count();
    }
}
