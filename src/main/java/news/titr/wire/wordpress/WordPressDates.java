package news.titr.wire.wordpress;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.titr.language.Digits;
import news.titr.language.JalaliDate;

/**
 * When something happened there. Persian plug-ins wrote the Jalali year into the database, so a year of the thirteen or
 * fourteen hundreds is one; and where nothing was known, they wrote zeros.
 */
final class WordPressDates {

    private static final Pattern MOMENT =
            Pattern.compile("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})(?:[ T](\\d{1,2}):(\\d{1,2})(?::(\\d{1,2}))?.*)?");
    private static final int FIRST_JALALI = 1200;
    private static final int LAST_JALALI = 1550;

    private final ZoneId zone;

    /** @param zone of the newspaper there */
    WordPressDates(ZoneId zone) {
        this.zone = zone;
    }

    /** The moment of an item; empty when nobody knows. */
    Optional<Instant> published(WordPressItem item) {
        return moment(item.wp("post_date_gmt"), ZoneOffset.UTC)
                .or(() -> moment(item.wp("post_date"), zone))
                .or(() -> mail(item.field("pubDate")));
    }

    Optional<Instant> modified(WordPressItem item) {
        return moment(item.wp("post_modified_gmt"), ZoneOffset.UTC).or(() -> moment(item.wp("post_modified"), zone));
    }

    Optional<Instant> written(WordPressItem.Remark comment) {
        return moment(comment.field("date_gmt"), ZoneOffset.UTC).or(() -> moment(comment.field("date"), zone));
    }

    Optional<Instant> moment(String written, ZoneId in) {
        Matcher parts = MOMENT.matcher(Digits.ascii(written.strip()));
        if (!parts.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(parts.group(1));
        try {
            var time = LocalTime.of(part(parts, 4), part(parts, 5), Math.min(59, part(parts, 6)));
            var date = day(year, part(parts, 2), part(parts, 3));
            return date.map(day -> LocalDateTime.of(day, time).atZone(in).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A day of either calendar; empty for zeros. */
    static Optional<LocalDate> day(int year, int month, int day) {
        if (year == 0 || month == 0 || day == 0) {
            return Optional.empty();
        }
        if (year >= FIRST_JALALI && year <= LAST_JALALI) {
            return JalaliDate.exists(year, month, day)
                    ? Optional.of(new JalaliDate(year, month, day).toLocalDate())
                    : Optional.empty();
        }
        return year < 1900 || year > 2200 ? Optional.empty() : Optional.of(LocalDate.of(year, month, day));
    }

    static boolean isJalali(int year) {
        return year >= FIRST_JALALI && year <= LAST_JALALI;
    }

    private static int part(Matcher parts, int group) {
        String written = parts.group(group);
        return written == null ? 0 : Integer.parseInt(written);
    }

    /** {@code Tue, 27 Jan 2015 14:56:57 +0000}; year −1 stands for a date of zeros. */
    static Optional<Instant> mail(String written) {
        try {
            var at = ZonedDateTime.parse(written.strip(), DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT));
            return at.getYear() < 1900 || at.getYear() > 2200 ? Optional.empty() : Optional.of(at.toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
