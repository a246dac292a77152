package news.titr.language;

/** The letters and marks that Persian text is made of, and the Arabic ones that get into it. */
public final class Letters {
    /** The half-space, zero width non-joiner. */
    public static final char HALF_SPACE = '\u200C';

    /** The line that stretches a word, and means nothing. */
    public static final char TATWEEL = '\u0640';

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
}
