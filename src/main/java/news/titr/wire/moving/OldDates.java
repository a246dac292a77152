package news.titr.wire.moving;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.titr.language.DateParser;
import news.titr.language.Digits;
import news.titr.language.JalaliDate;

/** Moments as other systems wrote them down: ISO 8601, mail dates, seconds, Jalali days, and what people would write. */
public final class OldDates {

    private static final Pattern NUMBERS = Pattern.compile(
            "(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[ T،,-]+(?:ساعت )?(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:\\.\\d+)?)?)?");
    private static final Pattern LABEL = Pattern.compile("^[^\\d:]{1,40}:\\s*(?=\\S)");
    private static final int LAST_JALALI = 1550;
    private static final int FIRST_JALALI = 1200;

    private final ZoneId zone;
    private final Instant now;

    /** @param zone of dates that name none */
    public OldDates(ZoneId zone, Instant now) {
        this.zone = zone;
        this.now = now;
    }

    /** The moment that is meant; empty when it is not understood. */
    public Optional<Instant> read(String written) {
        String text = Digits.ascii(written.strip()).replace('\u00A0', ' ');
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.matches("\\d{10}|\\d{13}")) {
            long number = Long.parseLong(text);
            return Optional.of(text.length() == 10 ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number));
        }
        return understood(text, written).or(() -> {
            // «تاریخ انتشار: …»
            var label = LABEL.matcher(text);
            return label.find()
                    ? understood(text.substring(label.end()), text.substring(label.end()))
                    : Optional.empty();
        });
    }

    private Optional<Instant> understood(String text, String written) {
        return zoned(text).or(() -> numbers(text)).or(() -> mail(text)).or(() -> words(written));
    }

    private static Optional<Instant> zoned(String text) {
        try {
            return text.matches(".*\\d(?:Z|[+-]\\d\\d:\\d\\d)$")
                    ? Optional.of(OffsetDateTime.parse(text.replace(' ', 'T')).toInstant())
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<Instant> numbers(String text) {
        Matcher parts = NUMBERS.matcher(text);
        if (!parts.lookingAt()) {
            return Optional.empty();
        }
        int year = number(parts, 1);
        int month = number(parts, 2);
        int day = number(parts, 3);
        try {
            var time = LocalTime.of(number(parts, 4), number(parts, 5), number(parts, 6));
            if (year >= FIRST_JALALI && year <= LAST_JALALI) {
                return JalaliDate.exists(year, month, day)
                        ? Optional.of(new JalaliDate(year, month, day)
                                .toLocalDate()
                                .atTime(time)
                                .atZone(zone)
                                .toInstant())
                        : Optional.empty();
            }
            return year < 1900
                    ? Optional.empty()
                    : Optional.of(LocalDateTime.of(java.time.LocalDate.of(year, month, day), time)
                            .atZone(zone)
                            .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher parts, int group) {
        String written = parts.group(group);
        return written == null ? 0 : Integer.parseInt(written);
    }

    private static Optional<Instant> mail(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT))
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<Instant> words(String written) {
        return new DateParser(zone).parse(written, now).map(typed -> typed.at(zone, LocalTime.MIDNIGHT));
    }
}
