package news.titr.language;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A language that an edition can be written in, with the habits of its readers: digits, calendar, direction of lines. There is
 * one for each file of messages, which also says what these habits are ({@code edition.digits = persian}).
 *
 * <p>Tags are BCP 47: {@code fa}, {@code fa-AF}, {@code ar}, {@code en}. Of each language there is one object.
 */
public final class Language {

    private static final Map<String, Manner> MANNERS =
            Map.of("fa", Manner.PERSIAN, "fa-AF", Manner.DARI, "ar", Manner.ARABIC);

    private static final List<Language> ALL =
            MessageFiles.tags().stream().map(Language::read).toList();

    /** Persian as written in Iran. */
    public static final Language PERSIAN = of("fa");
    /** Persian as written in Afghanistan: the same letters and digits, other names of months. */
    public static final Language DARI = of("fa-AF");

    public static final Language ARABIC = of("ar");
    public static final Language ENGLISH = of("en");

    /** How numbers, lengths of time and months are said in words. Languages that have no manner of ours have the English one. */
    enum Manner {
        PERSIAN,
        DARI,
        ARABIC,
        ENGLISH
    }

    private final String tag;
    private final String name;
    private final DigitPolicy digits;
    private final CalendarSystem calendar;
    private final Direction direction;

    private Language(String tag, String name, DigitPolicy digits, CalendarSystem calendar, Direction direction) {
        this.tag = tag;
        this.name = name;
        this.digits = digits;
        this.calendar = calendar;
        this.direction = direction;
    }

    private static Language read(String tag) {
        var words = MessageFiles.words(tag);
        return new Language(
                tag,
                habit(words, tag, "language"),
                choice(DigitPolicy.class, habit(words, tag, "digits")),
                choice(CalendarSystem.class, habit(words, tag, "calendar")),
                habit(words, tag, "direction").equals("rtl") ? Direction.RIGHT_TO_LEFT : Direction.LEFT_TO_RIGHT);
    }

    private static String habit(Map<String, String> words, String tag, String habit) {
        String value = words.get("edition." + habit);
        if (value == null) {
            throw new IllegalStateException("messages/" + tag + ".properties does not say edition." + habit);
        }
        return value;
    }

    private static <C extends Enum<C>> C choice(Class<C> type, String id) {
        return Enum.valueOf(type, id.toUpperCase(Locale.ROOT));
    }

    /** Every language that an edition can be written in, Persian first. */
    public static List<Language> all() {
        return ALL;
    }

    /** The BCP 47 tag, for {@code lang} attributes and feeds. */
    public String tag() {
        return tag;
    }

    /** What its own readers call it: «فارسی», "English". */
    public String name() {
        return name;
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
        return manner() == Manner.PERSIAN || manner() == Manner.DARI;
    }

    Manner manner() {
        return MANNERS.getOrDefault(tag, Manner.ENGLISH);
    }

    /** True when the program itself knows the names of its months and days. */
    boolean hasMannerOfItsOwn() {
        return MANNERS.containsKey(tag) || tag.equals("en");
    }

    /**
     * The language of a BCP 47 tag, read by its first part and region: {@code fa-IR} is Persian, {@code en-GB} English.
     *
     * @throws IllegalArgumentException if no edition can be written in that language
     */
    public static Language of(String tag) {
        var locale = Locale.forLanguageTag(tag.replace('_', '-'));
        String language = locale.getLanguage();
        return find(language.equals("prs") ? "fa-AF" : language + "-" + locale.getCountry())
                .or(() -> find(language))
                .orElseThrow(() -> new IllegalArgumentException("No edition can be written in \"" + tag
                        + "\"; known are "
                        + String.join(", ", ALL.stream().map(Language::tag).toList())));
    }

    /** The same, or another for a story or a person whose language the program had once and has no more. */
    public static Language of(String tag, Language otherwise) {
        var locale = Locale.forLanguageTag(tag.replace('_', '-'));
        return find(tag).or(() -> find(locale.getLanguage())).orElse(otherwise);
    }

    /** The language of exactly this tag, while the program has its messages. */
    public static Optional<Language> find(String tag) {
        return ALL.stream().filter(language -> language.tag.equals(tag)).findFirst();
    }

    @Override
    public String toString() {
        return tag;
    }
}
