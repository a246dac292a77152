package news.titr.language;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The words for how long ago or ahead something is, up to six days. */
final class RelativeTime {
    private static final Duration HOURS_ACROSS_MIDNIGHT = Duration.ofHours(6);

    private RelativeTime() {}

    /** Empty from the seventh day on, where a date says more. */
    static Optional<String> of(Language language, DigitPolicy digits, ZoneId zone, Instant instant, Instant now) {
        boolean past = !instant.isAfter(now);
        Duration distance = Duration.between(past ? instant : now, past ? now : instant);
        if (distance.compareTo(Duration.ofDays(8)) > 0) {
            return Optional.empty();
        }
        if (distance.toSeconds() < 60) {
            return Optional.of(moments(language, past));
        }
        if (distance.toMinutes() < 60) {
            return Optional.of(phrase(language, digits, distance.toMinutes(), TimeUnitNames.MINUTE, past));
        }
        long days =
                Math.abs(ChronoUnit.DAYS.between(LocalDate.ofInstant(instant, zone), LocalDate.ofInstant(now, zone)));
        if (days == 0 || distance.compareTo(HOURS_ACROSS_MIDNIGHT) < 0) {
            return Optional.of(phrase(language, digits, distance.toHours(), TimeUnitNames.HOUR, past));
        }
        if (days == 1) {
            return Optional.of(nextDay(language, past));
        }
        return days < 7 ? Optional.of(phrase(language, digits, days, TimeUnitNames.DAY, past)) : Optional.empty();
    }

    private static String moments(Language language, boolean past) {
        return switch (language.manner()) {
            case PERSIAN, DARI -> past ? "لحظاتی پیش" : "لحظاتی دیگر";
            case ARABIC -> past ? "قبل لحظات" : "بعد لحظات";
            case ENGLISH -> past ? "just now" : "in a moment";
        };
    }

    private static String nextDay(Language language, boolean past) {
        return switch (language.manner()) {
            case PERSIAN, DARI -> past ? "دیروز" : "فردا";
            case ARABIC -> past ? "أمس" : "غد\u064Bا";
            case ENGLISH -> past ? "yesterday" : "tomorrow";
        };
    }

    private static String phrase(Language language, DigitPolicy digits, long count, TimeUnitNames unit, boolean past) {
        String counted = unit.counted(count, language, digits);
        return switch (language.manner()) {
            case PERSIAN, DARI -> counted + (past ? " پیش" : " دیگر");
            case ARABIC -> (past ? "قبل " : "بعد ") + counted;
            case ENGLISH -> past ? counted + " ago" : "in " + counted;
        };
    }
}
