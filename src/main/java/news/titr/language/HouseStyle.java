package news.titr.language;

/**
 * How a newspaper writes what may be written in more than one way. {@link #standard()} mends what is broken and leaves
 * what is only one of two right ways.
 *
 * @param halfSpaces put lost half-spaces back
 * @param hamza «تأکید» and «رئیس» with their hamza
 * @param tanvin «کاملاً» with its tanvin
 * @param letters Persian ی and ک for the Arabic ones
 * @param they «آن‌ها» or «آنها»
 * @param adverbs «به‌طور» or «به طور»
 * @param ezafe «خانهٔ» or «خانه‌ی»
 * @param dialogue «گفت‌وگو» or «گفتگو»
 * @param digits the form of digits
 * @param quotes the form of quotation marks
 * @param punctuation Persian «،», «؛», «؟» and «…» beside Persian words
 * @param spacing one space between words, none before a mark, none inside «»
 * @param leastConfidence edits with less confidence are not suggested; 0 to 1
 */
public record HouseStyle(
        boolean halfSpaces,
        boolean hamza,
        boolean tanvin,
        boolean letters,
        Tie they,
        Tie adverbs,
        Ezafe ezafe,
        Tie dialogue,
        Digits digits,
        Quotes quotes,
        boolean punctuation,
        boolean spacing,
        double leastConfidence) {
    /** Of a pair of which both are right. */
    public enum Tie {
        /** Leave what the author wrote. */
        LEAVE,
        /** With a half-space. */
        HALF_SPACE,
        /** The other way: «آنها», «به طور», «گفتگو». */
        PLAIN
    }

    /** The link after a silent heh. */
    public enum Ezafe {
        LEAVE,
        /** «خانهٔ». */
        HAMZA,
        /** «خانه‌ی». */
        YEH
    }

    public enum Digits {
        LEAVE,
        /** ۱۲۳. */
        PERSIAN,
        /** 123. */
        LATIN
    }

    public enum Quotes {
        LEAVE,
        /** «». */
        GUILLEMETS,
        /** "". */
        STRAIGHT
    }

    private static final HouseStyle STANDARD = new HouseStyle(
            true,
            true,
            true,
            true,
            Tie.LEAVE,
            Tie.LEAVE,
            Ezafe.LEAVE,
            Tie.LEAVE,
            Digits.LEAVE,
            Quotes.LEAVE,
            false,
            false,
            0.5);

    /** Half-spaces, hamza, tanvin and letters are mended; everything else is left. */
    public static HouseStyle standard() {
        return STANDARD;
    }

    /** Everything that a careful copy editor of a Persian daily would do. */
    public static HouseStyle thorough() {
        return new HouseStyle(
                true,
                true,
                true,
                true,
                Tie.HALF_SPACE,
                Tie.HALF_SPACE,
                Ezafe.HAMZA,
                Tie.HALF_SPACE,
                Digits.PERSIAN,
                Quotes.GUILLEMETS,
                true,
                true,
                0.5);
    }

    /** Nothing at all; a start for a style of one's own. */
    public static HouseStyle none() {
        return new HouseStyle(
                false,
                false,
                false,
                false,
                Tie.LEAVE,
                Tie.LEAVE,
                Ezafe.LEAVE,
                Tie.LEAVE,
                Digits.LEAVE,
                Quotes.LEAVE,
                false,
                false,
                0.5);
    }

    public HouseStyle withHalfSpaces(boolean wanted) {
        return new HouseStyle(
                wanted,
                hamza,
                tanvin,
                letters,
                they,
                adverbs,
                ezafe,
                dialogue,
                digits,
                quotes,
                punctuation,
                spacing,
                leastConfidence);
    }

    public HouseStyle withHamza(boolean wanted) {
        return new HouseStyle(
                halfSpaces,
                wanted,
                tanvin,
                letters,
                they,
                adverbs,
                ezafe,
                dialogue,
                digits,
                quotes,
                punctuation,
                spacing,
                leastConfidence);
    }

    public HouseStyle withTanvin(boolean wanted) {
        return new HouseStyle(
                halfSpaces,
                hamza,
                wanted,
                letters,
                they,
                adverbs,
                ezafe,
                dialogue,
                digits,
                quotes,
                punctuation,
                spacing,
                leastConfidence);
    }

    public HouseStyle withLetters(boolean wanted) {
        return new HouseStyle(
                halfSpaces,
                hamza,
                tanvin,
                wanted,
                they,
                adverbs,
                ezafe,
                dialogue,
                digits,
                quotes,
                punctuation,
                spacing,
                leastConfidence);
    }

    public HouseStyle withThey(Tie tie) {
        return new HouseStyle(
                halfSpaces,
                hamza,
                tanvin,
                letters,
                tie,
                adverbs,
                ezafe,
                dialogue,
                digits,
                quotes,
                punctuation,
                spacing,
                leastConfidence);
    }

    public HouseStyle withAdverbs(Tie tie) {
        return new HouseStyle(
                halfSpaces,
                hamza,
                tanvin,
                letters,
                they,
                tie,
                ezafe,
                dialogue,
                digits,
                quotes,
                punctuation,
                spacing,
                leastConfidence);
    }

    public HouseStyle withEzafe(Ezafe form) {
        return new HouseStyle(
                halfSpaces,
                hamza,
                tanvin,
                letters,
                they,
                adverbs,
                form,
                dialogue,
                digits,
                quotes,
                punctuation,
                spacing,
                leastConfidence);
    }

    public HouseStyle withDialogue(Tie tie) {
        return new HouseStyle(
                halfSpaces,
                hamza,
                tanvin,
                letters,
                they,
                adverbs,
                ezafe,
                tie,
                digits,
                quotes,
                punctuation,
                spacing,
                leastConfidence);
    }

    public HouseStyle withDigits(Digits form) {
        return new HouseStyle(
                halfSpaces,
                hamza,
                tanvin,
                letters,
                they,
                adverbs,
                ezafe,
                dialogue,
                form,
                quotes,
                punctuation,
                spacing,
                leastConfidence);
    }

    public HouseStyle withQuotes(Quotes form) {
        return new HouseStyle(
                halfSpaces,
                hamza,
                tanvin,
                letters,
                they,
                adverbs,
                ezafe,
                dialogue,
                digits,
                form,
                punctuation,
                spacing,
                leastConfidence);
    }

    public HouseStyle withPunctuation(boolean wanted) {
        return new HouseStyle(
                halfSpaces,
                hamza,
                tanvin,
                letters,
                they,
                adverbs,
                ezafe,
                dialogue,
                digits,
                quotes,
                wanted,
                spacing,
                leastConfidence);
    }

    public HouseStyle withSpacing(boolean wanted) {
        return new HouseStyle(
                halfSpaces,
                hamza,
                tanvin,
                letters,
                they,
                adverbs,
                ezafe,
                dialogue,
                digits,
                quotes,
                punctuation,
                wanted,
                leastConfidence);
    }

    public HouseStyle withLeastConfidence(double confidence) {
        return new HouseStyle(
                halfSpaces,
                hamza,
                tanvin,
                letters,
                they,
                adverbs,
                ezafe,
                dialogue,
                digits,
                quotes,
                punctuation,
                spacing,
                confidence);
    }
}
