package news.titr.language;

/** Which digits an edition shows. Machines always get {@link #LATIN}. */
public enum DigitPolicy {
    /** ۰۱۲۳۴۵۶۷۸۹, thousands «٬», decimals «٫». */
    PERSIAN("arabext", '۰', '٬', '٫', '٪'),
    /** ٠١٢٣٤٥٦٧٨٩, thousands «٬», decimals «٫». */
    ARABIC("arab", '\u0660', '٬', '٫', '٪'),
    /** 0123456789, thousands «,», decimals «.». */
    LATIN("latn", '0', ',', '.', '%');

    private final String numberingSystem;
    private final char zero;
    private final char thousands;
    private final char decimal;
    private final char percent;

    DigitPolicy(String numberingSystem, char zero, char thousands, char decimal, char percent) {
        this.numberingSystem = numberingSystem;
        this.zero = zero;
        this.thousands = thousands;
        this.decimal = decimal;
        this.percent = percent;
    }

    /** The name that Unicode and browsers have for these digits. */
    public String numberingSystem() {
        return numberingSystem;
    }

    char zero() {
        return zero;
    }

    /** The mark between groups of three digits. */
    public char thousands() {
        return thousands;
    }

    /** The mark between the whole number and its fraction. */
    public char decimal() {
        return decimal;
    }

    /** The percent sign that goes with these digits. */
    public char percent() {
        return percent;
    }

    /** The text with every Persian, Arabic and Latin digit replaced by this policy's; nothing else is touched. */
    public String apply(String text) {
        return Digits.with(text, zero);
    }

    /**
     * A text for readers: digits changed, and in numbers such as "1,234.5" the marks as well («۱٬۲۳۴٫۵»). Words with Latin
     * letters in them (addresses, "F-35", "COVID-19") keep theirs, and so do dates and versions ("1.2.3") their points.
     */
    public String applyToText(String text) {
        return DigitText.in(text, this);
    }

    /** The number in this policy's digits, without grouping: «۱۴۰۳». */
    public String number(long value) {
        return apply(Long.toString(value));
    }
}
