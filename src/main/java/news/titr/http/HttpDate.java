package news.titr.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Moments as HTTP writes them, to the second: {@code Mon, 20 Jan 2025 04:40:00 GMT}. RSS reads them too. */
public final class HttpDate {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private HttpDate() {}

    public static String of(Instant moment) {
        return FORMAT.format(moment.atOffset(ZoneOffset.UTC));
    }

    /** Empty for what is no date: a condition that nobody can read is none. */
    public static Optional<Instant> read(String header) {
        try {
            return header.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
