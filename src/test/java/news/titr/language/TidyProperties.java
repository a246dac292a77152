package news.titr.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TidyProperties {
    private static final Tidy TIDY = Tidy.standard();

    private static final List<String> PIECES = List.of(
            "می",
            "نمی",
            "ها",
            "های",
            "ای",
            "اند",
            "تر",
            "ترین",
            "کتاب",
            "خانه",
            "گفت",
            "و",
            "گو",
            "شود",
            "شده",
            "است",
            "آن",
            "به",
            "طور",
            "بی",
            "هم",
            "نظر",
            "رئیس",
            "جمهور",
            "تاکید",
            "کاملا",
            "\u0643تاب",
            "عل\u064a",
            "خانهٔ",
            "خانه‌ی",
            "تلاشها",
            "میشود",
            "بر",
            "گردد",
            "گری",
            "دار",
            "كار",
            "إن",
            "الله",
            "الرحمن",
            "abc",
            "http://a.b/می",
            "a@b.c",
            "۱۲",
            "34",
            "٥",
            "😀",
            "\ud83d",
            "\u064e",
            "ـ");
    private static final List<String> GLUE = List.of(
            "", " ", " ", " ", "\u200c", "  ", "\n", "،", ", ", ". ", "«", "»", "\"", "؟", "\u200c ", " \u200c",
            "\u00a0", "...");

    @Provide
    Arbitrary<String> untidyTexts() {
        Arbitrary<String> pair = Combinators.combine(Arbitraries.of(PIECES), Arbitraries.of(GLUE))
                .as((piece, glue) -> piece + glue);
        return pair.list().ofMaxSize(40).map(parts -> String.join("", parts));
    }

    @Property(tries = 1500)
    void tidyTextStaysAsItIs(@ForAll("untidyTexts") String text) {
        String once = TIDY.tidy(text, HouseStyle.standard());
        assertEquals(List.of(), TIDY.edits(once, HouseStyle.standard()), once);
    }

    @Property(tries = 1000)
    void tidyTextStaysAsItIsInTheStrictestHouseToo(@ForAll("untidyTexts") String text) {
        String once = TIDY.tidy(text, HouseStyle.thorough());
        assertEquals(List.of(), TIDY.edits(once, HouseStyle.thorough()), once);
    }

    @Property(tries = 1000)
    void onlySpacesBecomeHalfSpacesAndNoLetterIsLost(@ForAll("untidyTexts") String text) {
        HouseStyle halfSpaces = HouseStyle.none().withHalfSpaces(true);
        assertEquals(unspaced(text), unspaced(TIDY.tidy(text, halfSpaces)));
    }

    @Property(tries = 1000)
    void searchFindsTheSameBeforeAndAfter(@ForAll("untidyTexts") String text) {
        assertEquals(Fold.fold(text), Fold.fold(TIDY.tidy(text, HouseStyle.standard())));
    }

    @Property(tries = 500)
    void editsAreInOrderAndSayWhatTheyReplace(@ForAll("untidyTexts") String text) {
        int end = 0;
        for (Edit edit : TIDY.edits(text, HouseStyle.thorough())) {
            assertTrue(edit.start() >= end, edit::toString);
            assertEquals(text.substring(edit.start(), edit.end()), edit.before());
            assertTrue(edit.confidence() >= 0 && edit.confidence() <= 1, edit::toString);
            end = edit.end();
        }
    }

    @Property(tries = 500)
    void anyStringIsRead(@ForAll String text) {
        HouseStyle halfSpaces = HouseStyle.none().withHalfSpaces(true);
        assertEquals(unspaced(text), unspaced(TIDY.tidy(text, halfSpaces)));
        String once = TIDY.tidy(text, HouseStyle.thorough());
        assertEquals(List.of(), TIDY.edits(once, HouseStyle.thorough()), once);
    }

    @Example
    void aMillionUnitsOfAnythingAreRead() {
        Random random = new Random(7);
        StringBuilder noise = new StringBuilder(1 << 20);
        while (noise.length() < 1 << 20) {
            switch (random.nextInt(8)) {
                case 0 -> noise.append((char) random.nextInt(0x10000));
                case 1 -> noise.append((char) (0x600 + random.nextInt(0x100)));
                case 2 -> noise.append(GLUE.get(random.nextInt(GLUE.size())));
                default -> noise.append(PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        String text = noise.toString();
        String once = TIDY.tidy(text, HouseStyle.thorough());
        assertTrue(once.length() > text.length() / 2);
        for (String endless : List.of("م", "م ", "ها", "می ", "\u200c", "\u064e", "(", "\"", "a", "1.", "#")) {
            String long1 = endless.repeat((1 << 20) / endless.length());
            assertTrue(TIDY.edits(long1, HouseStyle.standard()).size() <= long1.length());
        }
    }

    private static String unspaced(String text) {
        return text.replace("\u200c", "").replace(" ", "");
    }
}
