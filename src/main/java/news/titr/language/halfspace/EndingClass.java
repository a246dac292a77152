package news.titr.language.halfspace;

/** How the last letters of a stem decide which endings it takes, and whether a half-space can show before them. */
final class EndingClass {
    /** The last letter is not joined to the next: a half-space would be invisible. */
    static final int NON_JOINING = 0;
    /** A silent heh, as in «خانه»: takes «ای» and «ام» after a half-space. */
    static final int HEH = 1;
    /** A yeh, as in «سنتی». */
    static final int YEH = 2;
    /** Any other joined letter. */
    static final int JOINING = 3;

    static final int COUNT = 4;

    private EndingClass() {}

    /** The class of a stem whose last two letter codes these are; before is 0 if there is only one. */
    static int of(int before, int last) {
        if (last == KeyLetters.HEH) {
            return before == KeyLetters.ALEF ? JOINING : HEH;
        }
        if (!KeyLetters.joins(last)) {
            return NON_JOINING;
        }
        return last == KeyLetters.YEH ? YEH : JOINING;
    }

    /** The class of a folded stem. */
    static int of(String stem) {
        int last = KeyLetters.code(stem.charAt(stem.length() - 1));
        int before = stem.length() > 1 ? KeyLetters.code(stem.charAt(stem.length() - 2)) : 0;
        return of(before, last);
    }
}
