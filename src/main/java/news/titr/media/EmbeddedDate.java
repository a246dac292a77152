package news.titr.media;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dates as cameras and agencies write them: {@code 2024:05:01 10:20:30}, {@code 20240501}, ISO 8601. */
final class EmbeddedDate {

    private static final Pattern DATE = Pattern.compile("(\\d{4})[:/-]?(\\d{2})[:/-]?(\\d{2})"
            + "(?:[T ](\\d{2}):?(\\d{2})(?::?(\\d{2}))?(?:\\.\\d+)?)? ?(Z|[+-]\\d{2}:?\\d{2})?.*");

    private EmbeddedDate() {}

    static Optional<Instant> read(String text, ZoneId zone) {
        var found = DATE.matcher(text.strip());
        if (!found.matches()) {
            return Optional.empty();
        }
        try {
            var date = LocalDate.of(number(found.group(1)), number(found.group(2)), number(found.group(3)));
            var time = found.group(4) == null
                    ? LocalTime.MIDNIGHT
                    : LocalTime.of(
                            number(found.group(4)),
                            number(found.group(5)),
                            found.group(6) == null ? 0 : number(found.group(6)));
            ZoneId own = found.group(7) == null ? zone : ZoneOffset.of(found.group(7));
            return Optional.of(LocalDateTime.of(date, time).atZone(own).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
