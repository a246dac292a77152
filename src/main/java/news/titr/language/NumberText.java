package news.titr.language;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbers as readers of an edition see them: «۲۶٬۸۴۱», «۱۲٫۵٪», «بیست‌وسوم», «۲٫۵ میلیارد تومان», «۲٫۴ مگابایت», «۱ ساعت و ۲۰
 * دقیقه».
 */
public record NumberText(Language language, DigitPolicy digits) {
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final List<String> BYTES_PERSIAN = List.of("بایت", "کیلوبایت", "مگابایت", "گیگابایت", "ترابایت");
    private static final List<String> BYTES_ARABIC = List.of(
            "با\u064Aت", "\u0643\u064Aلوبا\u064Aت", "م\u064Aغابا\u064Aت", "غ\u064Aغابا\u064Aت", "ت\u064Aرابا\u064Aت");
    private static final List<String> BYTES_ENGLISH = List.of("bytes", "kB", "MB", "GB", "TB");

    /** Numbers in the language's own digits. */
    public static NumberText of(Language language) {
        return new NumberText(language, language.digits());
    }

    /** Grouped by threes: «۲۶٬۸۴۱»; a number of four digits too («۱٬۴۰۳»), so not for years. */
    public String number(long value) {
        return number(BigDecimal.valueOf(value));
    }

    /** Grouped by threes, with all the decimals that it has: «۱٬۲۳۴٫۵». The minus sign stands to the left of the number, as CLDR has it. */
    public String number(BigDecimal value) {
        String plain =
                value.signum() == 0 ? "0" : value.abs().stripTrailingZeros().toPlainString();
        int point = plain.indexOf('.');
        int whole = point < 0 ? plain.length() : point;
        var text = new StringBuilder(plain.length() * 4 / 3 + 2);
        if (value.signum() < 0) {
            text.append(language.direction() == Direction.RIGHT_TO_LEFT ? "\u200E\u2212" : "\u2212");
        }
        for (int i = 0; i < whole; i++) {
            if (i > 0 && (whole - i) % 3 == 0) {
                text.append(digits.thousands());
            }
            text.append(plain.charAt(i));
        }
        if (point >= 0) {
            text.append(digits.decimal()).append(plain, point + 1, plain.length());
        }
        return digits.apply(text.toString());
    }

    /** «۱۲٫۵٪» from 12.5. */
    public String percent(BigDecimal value) {
        return number(value) + digits.percent();
    }

    /** In words: «بیست‌وسه», «هزار و دویست و سی‌وچهار»; in Arabic and English as {@link #number(long)}. */
    public String words(long value) {
        return language.isPersian() ? PersianNumerals.words(value) : number(value);
    }

    /**
     * «اول», «بیست‌وسوم», «سی‌ام»; "23rd"; in Arabic the number with its article.
     *
     * @throws IllegalArgumentException for numbers below 1
     */
    public String ordinal(long value) {
        requirePositive(value);
        return switch (language.manner()) {
            case PERSIAN, DARI -> PersianNumerals.ordinal(value);
            case ARABIC -> "ال" + Letters.TATWEEL + digits.number(value);
            case ENGLISH -> ordinalInDigits(value);
        };
    }

    /**
     * «۲۳اُم», "23rd", for tables and narrow places.
     *
     * @throws IllegalArgumentException for numbers below 1
     */
    public String ordinalInDigits(long value) {
        requirePositive(value);
        return switch (language.manner()) {
            case PERSIAN, DARI -> digits.number(value) + "اُم";
            case ARABIC -> ordinal(value);
            case ENGLISH -> {
                long tens = value % 100;
                boolean teen = tens >= 11 && tens <= 13;
                String ending =
                        teen ? "th" : value % 10 == 1 ? "st" : value % 10 == 2 ? "nd" : value % 10 == 3 ? "rd" : "th";
                yield digits.number(value) + ending;
            }
        };
    }

    /**
     * A large number as news says it, never rounded: «۲٫۵ میلیارد تومان», «۱۲ میلیون و ۳۴۵ هزار تومان», «۱٬۵۰۰ تومان».
     *
     * @param unit what is counted, such as «تومان»; may be ""
     */
    public String amount(BigDecimal value, String unit) {
        String number = amount(value);
        return unit.isEmpty() ? number : number + " " + unit;
    }

    /** As {@link #amount(BigDecimal, String)}. */
    public String amount(long value, String unit) {
        return amount(BigDecimal.valueOf(value), unit);
    }

    private String amount(BigDecimal value) {
        BigDecimal size = value.abs();
        boolean persian = language.isPersian();
        for (Scale scale : Scale.values()) {
            BigDecimal scaled = size.divide(scale.size).stripTrailingZeros();
            boolean inRange = scaled.compareTo(BigDecimal.ONE) >= 0
                    && (scale == Scale.MILLIARD || scaled.compareTo(THOUSAND) < 0);
            if (inRange && scaled.scale() <= (persian ? scale.decimals : scale.decimals * 2 - 1)) {
                return number(value.signum() < 0 ? scaled.negate() : scaled) + " " + scale.in(language);
            }
        }
        boolean whole = size.stripTrailingZeros().scale() <= 0;
        return persian && whole && size.compareTo(Scale.MILLION.size) >= 0 ? composed(value) : number(value);
    }

    /** «۱۲ میلیون و ۳۴۵ هزار و ۶۷۸» */
    private String composed(BigDecimal value) {
        var parts = new ArrayList<String>();
        BigDecimal rest = value.abs();
        for (Scale scale : Scale.values()) {
            BigDecimal[] divided = rest.divideAndRemainder(scale.size);
            if (divided[0].signum() > 0) {
                BigDecimal count = parts.isEmpty() && value.signum() < 0 ? divided[0].negate() : divided[0];
                parts.add(number(count) + " " + scale.in(language));
            }
            rest = divided[1];
        }
        if (rest.signum() > 0) {
            parts.add(number(rest));
        }
        return String.join(" و ", parts);
    }

    /** «۲٫۴ مگابایت»: thousands, rounded to one decimal below ten and to none from ten on. */
    public String fileSize(long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("A file cannot have " + bytes + " bytes");
        }
        List<String> units = switch (language.manner()) {
            case PERSIAN, DARI -> BYTES_PERSIAN;
            case ARABIC -> BYTES_ARABIC;
            case ENGLISH -> BYTES_ENGLISH;
        };
        BigDecimal size = BigDecimal.valueOf(bytes);
        int unit = 0;
        while (unit < units.size() - 1 && rounded(size).compareTo(THOUSAND) >= 0) {
            size = size.divide(THOUSAND);
            unit++;
        }
        return number(rounded(size)) + " " + units.get(unit);
    }

    private static BigDecimal rounded(BigDecimal size) {
        BigDecimal one = size.setScale(1, RoundingMode.HALF_UP);
        return one.compareTo(BigDecimal.TEN) < 0 ? one : size.setScale(0, RoundingMode.HALF_UP);
    }

    /** The two largest units: «۱ ساعت و ۲۰ دقیقه», «۴۵ ثانیه». What is smaller is dropped, and so is a minus sign. */
    public String duration(Duration duration) {
        Duration length = duration.abs();
        long[] counts = {
            length.toDays(), length.toHoursPart(), length.toMinutesPart(), length.toSecondsPart(),
        };
        TimeUnitNames[] units = {TimeUnitNames.DAY, TimeUnitNames.HOUR, TimeUnitNames.MINUTE, TimeUnitNames.SECOND};
        int first = 0;
        while (first < 3 && counts[first] == 0) {
            first++;
        }
        String largest = units[first].counted(counts[first], language, digits);
        if (first == 3 || counts[first + 1] == 0) {
            return largest;
        }
        String smaller = units[first + 1].counted(counts[first + 1], language, digits);
        return switch (language.manner()) {
            case PERSIAN, DARI -> largest + " و " + smaller;
            case ARABIC -> largest + " و" + smaller;
            case ENGLISH -> largest + " " + smaller;
        };
    }

    /** The length of a recording: «۳:۰۵», «۱:۲۰:۰۵». A minus sign is dropped. */
    public String clock(Duration duration) {
        Duration length = duration.abs();
        long hours = length.toHours();
        return digits.apply(
                hours > 0
                        ? "%d:%02d:%02d".formatted(hours, length.toMinutesPart(), length.toSecondsPart())
                        : "%d:%02d".formatted(length.toMinutesPart(), length.toSecondsPart()));
    }

    private static void requirePositive(long value) {
        if (value < 1) {
            throw new IllegalArgumentException("There is no ordinal of " + value);
        }
    }

    /** Names of large numbers, the largest first. Above a milliard Persian news counts milliards. */
    private enum Scale {
        MILLIARD(9, 2, "میلیارد", "مل\u064Aار", "billion"),
        MILLION(6, 2, "میلیون", "مل\u064Aون", "million"),
        THOUSAND(3, 0, "هزار", "ألف", "thousand");

        private final BigDecimal size;
        private final int decimals;
        private final String persian;
        private final String arabic;
        private final String english;

        Scale(int zeros, int decimals, String persian, String arabic, String english) {
            this.size = BigDecimal.TEN.pow(zeros);
            this.decimals = decimals;
            this.persian = persian;
            this.arabic = arabic;
            this.english = english;
        }

        String in(Language language) {
            return switch (language.manner()) {
                case PERSIAN, DARI -> persian;
                case ARABIC -> arabic;
                case ENGLISH -> english;
            };
        }
    }
}
