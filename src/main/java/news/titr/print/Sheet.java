package news.titr.print;

/** The measures of a page, in points: A4 with margins that give lines of about eighty letters. */
final class Sheet {
    static final float MILLIMETRE = 72 / 25.4f;
    static final float WIDTH = 210 * MILLIMETRE;
    static final float HEIGHT = 297 * MILLIMETRE;
    static final float LEFT = 27 * MILLIMETRE;
    static final float RIGHT = WIDTH - LEFT;
    static final float COLUMN = RIGHT - LEFT;
    /** Where text begins below the masthead of the first page. */
    static final float FIRST_TOP = HEIGHT - 46 * MILLIMETRE;
    /** Where text begins below the running head. */
    static final float TOP = HEIGHT - 27 * MILLIMETRE;
    /** Where text ends. */
    static final float BOTTOM = 25 * MILLIMETRE;

    static final float BODY = 11.5f;
    static final float LEADING = 1.75f;

    private Sheet() {}
}
