package news.titr.language;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** The letters and marks that Persian text is made of, and the Arabic ones that get into it. */
public final class Letters {
    /** The half-space, zero width non-joiner. */
    public static final char HALF_SPACE = '\u200C';

    /** The line that stretches a word, and means nothing. */
    public static final char TATWEEL = '\u0640';

    /** Letters that Urdu, Pashto, Kurdish or Uyghur has and neither Persian nor Arabic. */
    private static final String OTHER_LANGUAGES = "ٹڈڑںےٹټډړږښڼېۍێڵڕۆەۇۈۋڭ";

    /** A text in which more than one word of so many has such a letter is not Persian. */
    private static final int FOREIGN_SHARE = 10;

    private Letters() {}

    /** True for the vowel and reading signs that stand on letters: fathatan to sukun, superscript alef, Quranic signs. */
    public static boolean isMark(int codePoint) {
        return codePoint >= 0x064B && codePoint <= 0x065F
                || codePoint == 0x0670
                || codePoint >= 0x0610 && codePoint <= 0x061A
                || codePoint >= 0x06D6
                        && codePoint <= 0x06ED
                        && codePoint != 0x06DD
                        && codePoint != 0x06DE
                        && codePoint != 0x06E9;
    }

    /** True for the invisible characters that steer direction or joining, the half-space aside. */
    public static boolean isInvisible(int codePoint) {
        return codePoint >= 0x200B && codePoint <= 0x200F && codePoint != HALF_SPACE
                || codePoint >= 0x202A && codePoint <= 0x202E
                || codePoint >= 0x2060 && codePoint <= 0x2069
                || codePoint == 0x061C
                || codePoint == 0x00AD
                || codePoint == 0xFEFF;
    }

    /** True for a letter of the Arabic script, Persian ones included. */
    public static boolean isArabicScript(int codePoint) {
        return Character.isLetter(codePoint) && Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.ARABIC;
    }

    /**
     * The Persian letter for an Arabic, Urdu or Kurdish variant of it: ي and ى give ی, ك gives ک, ه forms give ه. Letters
     * that have no Persian twin are given back as they are.
     */
    public static int persianTwin(int codePoint) {
        return switch (codePoint) {
            case 0x064A, 0x0649, 0x06CD, 0x06D0, 0x06D2, 0x0620, 0x06CE -> 'ی';
            case 0x0643, 0x06AA, 0x06AB, 0x06AC, 0x06AD, 0x06AE -> 'ک';
            case 0x06BE, 0x06C1, 0x06D5 -> 'ه';
            case 0x06C2, 0x06D3 -> 0x06C0;
            case 0x06C6, 0x06C7, 0x06C8, 0x06CB, 0x06CA -> 'و';
            default -> codePoint;
        };
    }

    /**
     * A letter to be mended.
     *
     * @param start offset in the text
     * @param end offset behind it
     * @param replacement what belongs there
     */
    public record Repair(int start, int end, String replacement) {}

    /**
     * The text with Persian letters where Arabic, Urdu or presentation forms of them had got in («ي», «ى», «ك», «ھ», «ﮐ»). Passages
     * that are Arabic, such as a verse of the Quran, stay as they are, and so do words with letters that only Kurdish, Pashto
     * or Urdu has, and texts with many such words. «ة» and hamza are spelling, not letters gone wrong, and stay too.
     */
    public static String repair(String text) {
        String repaired = text;
        // next to a word that has become plainly Persian, another may no longer pass for Arabic
        for (var repairs = repairs(repaired); !repairs.isEmpty(); repairs = repairs(repaired)) {
            repaired = repaired(repaired, repairs);
        }
        return repaired;
    }

    private static String repaired(String text, List<Repair> repairs) {
        var repaired = new StringBuilder(text.length() + 16);
        int done = 0;
        for (Repair repair : repairs) {
            repaired.append(text, done, repair.start).append(repair.replacement);
            done = repair.end;
        }
        return repaired.append(text, done, text.length()).toString();
    }

    /** The changes that {@link #repair} makes first, in order, one for each letter. */
    public static List<Repair> repairs(String text) {
        if (text.chars().noneMatch(Letters::mayNeedRepair)) {
            return List.of();
        }
        var words = ArabicPassages.words(text);
        long foreign =
                words.stream().filter(word -> isOfAnotherLanguage(text, word)).count();
        if (foreign * FOREIGN_SHARE > words.size()) {
            return List.of();
        }
        var repairs = new ArrayList<Repair>();
        for (var word : words) {
            if (!word.arabic() && !isOfAnotherLanguage(text, word)) {
                for (int i = word.start(); i < word.end(); i++) {
                    if (mayNeedRepair(text.charAt(i))) {
                        repairs.add(new Repair(i, i + 1, repaired(text.charAt(i))));
                    }
                }
            }
        }
        return repairs;
    }

    private static boolean mayNeedRepair(int letter) {
        return switch (letter) {
            case 0x064A, 0x0649, 0x0643, 0x06AA, 0x06BE, 0x06C1 -> true;
            default -> isPresentationForm(letter);
        };
    }

    /** Letters in the shape of one place in a word, as PDF files give them; the ligatures of whole phrases are not meant. */
    private static boolean isPresentationForm(int letter) {
        return letter >= 0xFB50 && letter <= 0xFBB1
                || letter >= 0xFBD3 && letter <= 0xFBFF
                || letter >= 0xFE80 && letter <= 0xFEFC;
    }

    private static String repaired(char letter) {
        if (!isPresentationForm(letter)) {
            return Character.toString(persianTwin(letter));
        }
        var text = new StringBuilder(2);
        Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKC)
                .codePoints()
                .map(plain -> mayNeedRepair(plain) && !isPresentationForm(plain) ? persianTwin(plain) : plain)
                .forEach(text::appendCodePoint);
        return text.toString();
    }

    private static boolean isOfAnotherLanguage(String text, ArabicPassages.Word word) {
        for (int i = word.start(); i < word.end(); i++) {
            if (OTHER_LANGUAGES.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
