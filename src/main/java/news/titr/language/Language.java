package news.titr.language;

import java.util.Locale;

/**
 * A language that an edition can be written in, with the habits of its readers: digits, calendar, direction of lines.
 *
 * <p>Tags are BCP 47: {@code fa}, {@code fa-AF}, {@code ar}, {@code en}.
 */
public enum Language {
    /** Persian as written in Iran. */
    PERSIAN("fa", DigitPolicy.PERSIAN, CalendarSystem.JALALI, Direction.RIGHT_TO_LEFT),
    /** Persian as written in Afghanistan: the same letters and digits, other names of months. */
    DARI("fa-AF", DigitPolicy.PERSIAN, CalendarSystem.JALALI, Direction.RIGHT_TO_LEFT),
    ARABIC("ar", DigitPolicy.ARABIC, CalendarSystem.GREGORIAN, Direction.RIGHT_TO_LEFT),
    ENGLISH("en", DigitPolicy.LATIN, CalendarSystem.GREGORIAN, Direction.LEFT_TO_RIGHT);

    private final String tag;
    private final DigitPolicy digits;
    private final CalendarSystem calendar;
    private final Direction direction;

    Language(String tag, DigitPolicy digits, CalendarSystem calendar, Direction direction) {
        this.tag = tag;
        this.digits = digits;
        this.calendar = calendar;
        this.direction = direction;
    }

    /** The BCP 47 tag, for {@code lang} attributes and feeds. */
    public String tag() {
        return tag;
    }

    /** The digits that readers of this language expect, unless the edition chooses others. */
    public DigitPolicy digits() {
        return digits;
    }

    /** The calendar that readers of this language expect, unless the edition chooses another. */
    public CalendarSystem calendar() {
        return calendar;
    }

    public Direction direction() {
        return direction;
    }

    /** True for both kinds of Persian. */
    public boolean isPersian() {
        return this == PERSIAN || this == DARI;
    }

    /**
     * The language of a BCP 47 tag, read by its first part and region: {@code fa-IR} is Persian, {@code en-GB} English.
     *
     * @throws IllegalArgumentException if no edition can be written in that language
     */
    public static Language of(String tag) {
        var locale = Locale.forLanguageTag(tag.replace('_', '-'));
        return switch (locale.getLanguage()) {
            case "fa" -> locale.getCountry().equals("AF") ? DARI : PERSIAN;
            case "prs" -> DARI;
            case "ar" -> ARABIC;
            case "en" -> ENGLISH;
            default ->
                throw new IllegalArgumentException(
                        "No edition can be written in \"" + tag + "\"; known are fa, fa-AF, ar and en");
        };
    }
}
