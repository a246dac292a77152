package news.titr.language;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import news.titr.language.DateReading.Token;

/**
 * Reads the dates that people type: «۱۲ آذر ۱۴۰۳», "1403/9/12", "2024-12-02", «دیروز», «امروز ساعت ۸:۳۰», «دوشنبه، ۱ بهمن ۱۴۰۳
 * - ۸:۱۰», in any digits, with Persian or Arabic letters.
 *
 * <p>It never guesses: a text is read whole or not at all. A year must have four digits and tells its calendar (1206–1498
 * Jalali, 1700–2199 Gregorian) unless the month's name or a word such as «قمری» does; a weekday must be the day's own.
 *
 * @param zone where «امروز» is today
 * @param hijriShift as in {@link DateText}
 */
public record DateParser(ZoneId zone, int hijriShift) {
    private static final int MAX_LENGTH = 100;
    private static final Pattern ISO_TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}t\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?:z|[+-]\\d{2}:\\d{2})");
    private static final Pattern LOCAL_ISO_TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}t\\d{2}:\\d{2}(?::\\d{2})?");
    private static final Pattern DATE =
            Pattern.compile("(\\d{1,4})(-|\\.|\\s*/\\s*)(\\d{1,2})(-|\\.|\\s*/\\s*)(\\d{1,4})(?!\\d)");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?![\\d:])");
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,4})(?!\\d)");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Pattern FILLER = Pattern.compile("[\\s،,؛;\\-–—|.()]+");

    /** Reads dates with the lunar calendar's tables as they are. */
    public DateParser(ZoneId zone) {
        this(zone, 0);
    }

    /**
     * The date that the text says, or empty if it says none, says it only in part, or contradicts itself.
     *
     * @param now for «امروز», «دیروز», «۲ ساعت پیش», «امسال»
     */
    public Optional<TypedDate> parse(String text, Instant now) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String plain = plain(text);
        ZonedDateTime here = now.atZone(zone);
        try {
            if (ISO_TIME.matcher(plain).matches()) {
                var local = OffsetDateTime.parse(plain.toUpperCase(Locale.ROOT)).atZoneSameInstant(zone);
                return Optional.of(new TypedDate(local.toLocalDate(), Optional.of(local.toLocalTime())));
            }
            return tokens(plain).flatMap(tokens -> new DateReading(tokens, here, hijriShift).read());
        } catch (DateTimeException noSuchDate) {
            return Optional.empty();
        }
    }

    /** Latin digits, lower case, no marks; half-spaces become nothing, so that «سه‌شنبه» is one word. */
    private static String plain(String text) {
        var plain = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(c -> c != Letters.HALF_SPACE && c != Letters.TATWEEL)
                .filter(c -> !Letters.isMark(c) && !Letters.isInvisible(c))
                .forEach(plain::appendCodePoint);
        String lower = Digits.ascii(plain.toString()).toLowerCase(Locale.ROOT).strip();
        return LOCAL_ISO_TIME.matcher(lower).matches() ? lower.replace('t', ' ') : lower;
    }

    /** Empty if something in the text cannot belong to a date. */
    private static Optional<List<Token>> tokens(String plain) {
        var tokens = new ArrayList<Token>();
        var matcher = DATE.matcher(plain);
        for (int at = 0; at < plain.length(); at = matcher.end()) {
            matcher.region(at, plain.length()).useTransparentBounds(true);
            if (matcher.usePattern(DATE).lookingAt() && sameMarks(matcher.group(2), matcher.group(4))) {
                tokens.add(new Token.Numeric(matcher.group(1), matcher.group(3), matcher.group(5)));
            } else if (matcher.usePattern(TIME).lookingAt()) {
                int second = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
                tokens.add(
                        new Token.Time(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), second));
            } else if (matcher.usePattern(NUMBER).lookingAt()) {
                tokens.add(new Token.Number(matcher.group(1)));
            } else if (matcher.usePattern(WORD).lookingAt()) {
                tokens.add(new Token.Word(matcher.group()));
            } else if (!matcher.usePattern(FILLER).lookingAt()) {
                return Optional.empty();
            }
        }
        return Optional.of(tokens);
    }

    private static boolean sameMarks(String one, String other) {
        return one.strip().equals(other.strip());
    }
}
