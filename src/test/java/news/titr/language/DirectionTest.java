package news.titr.language;

import static news.titr.language.Direction.LEFT_TO_RIGHT;
import static news.titr.language.Direction.RIGHT_TO_LEFT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class DirectionTest {
    @Test
    void theFirstLetterDecides() {
        assertEquals(RIGHT_TO_LEFT, Direction.of("سلام Titr"));
        assertEquals(LEFT_TO_RIGHT, Direction.of("Titr سلام"));
        assertEquals(RIGHT_TO_LEFT, Direction.of("«12» سلام"));
        assertEquals(LEFT_TO_RIGHT, Direction.of("\u2067سلام\u2069 hello"));
        assertEquals("rtl", RIGHT_TO_LEFT.html());
    }

    @Test
    void withoutLettersItIsRightToLeftUnlessTheCallerKnowsBetter() {
        assertEquals(RIGHT_TO_LEFT, Direction.of("۱۲:۳۰"));
        assertEquals(LEFT_TO_RIGHT, Direction.of("12", LEFT_TO_RIGHT));
        assertEquals(RIGHT_TO_LEFT, Direction.of(""));
    }

    @Test
    void foreignRunsAreIsolatedWithWhatClingsToThem() {
        assertEquals("نسخهٔ [Java 25] آمد", runs("نسخهٔ Java 25 آمد"));
        assertEquals("[C++] و ([Visual C++]) و [#titr]", runs("C++ و (Visual C++) و #titr"));
        assertEquals("نشانی: [info@titr.news].", runs("نشانی: info@titr.news."));
        assertEquals("[f(x)] را", runs("f(x) را"));
        assertEquals("فقط فارسی", runs("فقط فارسی"));
        assertEquals("He said «[سلام دنیا]».", show(Bidi.isolateRuns("He said «سلام دنیا».", LEFT_TO_RIGHT)));
    }

    @Test
    void isolatingTwiceIsIsolatingOnce() {
        String once = Bidi.isolateRuns("با Java و C++ کار کرد", RIGHT_TO_LEFT);
        assertSame(once, Bidi.isolateRuns(once, RIGHT_TO_LEFT));
    }

    @Test
    void aWholeValueIsIsolatedInItsOwnOrAGivenDirection() {
        assertEquals("\u2068Titr\u2069", Bidi.isolate("Titr"));
        assertEquals("\u2066+98 21\u2069", Bidi.isolate("+98 21", LEFT_TO_RIGHT));
        assertEquals("", Bidi.isolate(""));
    }

    private static String runs(String text) {
        return show(Bidi.isolateRuns(text, RIGHT_TO_LEFT));
    }

    private static String show(String text) {
        return text.replace('\u2068', '[').replace('\u2069', ']');
    }
}
