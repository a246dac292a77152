package news.titr.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The examples of the guide are true. */
class PersianGuideTest {
    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");
    private static final Instant MORNING = Instant.parse("2025-01-20T04:40:00Z");
    private static final DateText DATES = DateText.of(Language.PERSIAN, TEHRAN);
    private static final NumberText NUMBERS = NumberText.of(Language.PERSIAN);

    private static final Map<String, UnaryOperator<String>> METHODS = Map.of(
            "DateText.relative", text -> DATES.relative(Instant.parse(text), MORNING),
            "DateParser", PersianGuideTest::typedDate,
            "DigitPolicy.PERSIAN.applyToText", DigitPolicy.PERSIAN::applyToText,
            "Letters.repair", Letters::repair,
            "Slug.of", Slug::of,
            "Bidi.isolateRuns", text -> Bidi.isolateRuns(text, Direction.RIGHT_TO_LEFT),
            "WordCount.of", text -> Integer.toString(WordCount.of(text)),
            "Fold.fold", Fold::fold,
            "FoldedWords.terms", text -> String.join(" ", FoldedWords.terms(text)));

    @Test
    void everyExampleOfTheGuideHolds() throws IOException {
        var wrong = new ArrayList<String>();
        Set<String> seen = new HashSet<>();
        String method = "";
        for (String line : Files.readAllLines(Path.of("docs/persian.md"))) {
            if (!line.startsWith("|")) {
                method = "";
                continue;
            }
            List<String> cells = cells(line);
            if (method.isEmpty()) {
                method = cells.getFirst().startsWith("`") ? cells.getFirst().split("`")[1] : "other";
            } else if (!line.startsWith("|---")) {
                String expected = cells.getLast();
                Optional<String> given = given(method, cells);
                if (given.isPresent()) {
                    seen.add(method);
                    if (!given.get().equals(expected)) {
                        wrong.add(method + " of " + cells.getFirst() + " gives " + given.get() + ", not " + expected);
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(seen.containsAll(METHODS.keySet()) && seen.containsAll(Set.of("DateText", "NumberText")));
    }

    private static Optional<String> given(String method, List<String> cells) {
        String first = cells.getFirst().replace("`", "");
        return switch (method) {
            case "DateText" -> Optional.of(date(first));
            case "NumberText" -> Optional.of(number(first, cells.get(1)));
            default -> Optional.ofNullable(METHODS.get(method)).map(run -> run.apply(cells.getFirst()));
        };
    }

    private static String date(String method) {
        LocalDate date = LocalDate.ofInstant(MORNING, TEHRAN);
        return switch (method) {
            case "full" -> DATES.full(MORNING);
            case "fullDate" -> DATES.fullDate(MORNING);
            case "medium" -> DATES.medium(MORNING);
            case "longDate" -> DATES.longDate(MORNING);
            case "shortDate" -> DATES.shortDate(MORNING);
            case "dayAndMonth" -> DATES.dayAndMonth(date);
            case "monthAndYear" -> DATES.monthAndYear(date);
            case "time" -> DATES.time(MORNING);
            default -> "no such method";
        };
    }

    private static String number(String method, String value) {
        return switch (method) {
            case "number" -> NUMBERS.number(Long.parseLong(value));
            case "percent" -> NUMBERS.percent(new BigDecimal(value));
            case "words" -> NUMBERS.words(Long.parseLong(value));
            case "ordinal" -> NUMBERS.ordinal(Long.parseLong(value));
            case "ordinalInDigits" -> NUMBERS.ordinalInDigits(Long.parseLong(value));
            case "amount" -> NUMBERS.amount(Long.parseLong(value), "تومان");
            case "fileSize" -> NUMBERS.fileSize(Long.parseLong(value));
            case "duration" -> NUMBERS.duration(Duration.ofSeconds(Long.parseLong(value)));
            case "clock" -> NUMBERS.clock(Duration.ofSeconds(Long.parseLong(value)));
            default -> "no such method";
        };
    }

    private static String typedDate(String cell) {
        String text = cell.replaceAll(" \\([a-zA-Z ]+\\)$", "");
        return new DateParser(TEHRAN)
                .parse(text, Instant.parse("2025-01-20T06:45:00Z"))
                .map(typed ->
                        typed.date() + typed.time().map(time -> " " + time).orElse(""))
                .orElse("nothing");
    }

    private static List<String> cells(String line) {
        String[] cells = Corpus.unescaped(line).split("\\|");
        return List.of(cells).subList(1, cells.length).stream()
                .map(String::strip)
                .toList();
    }
}
