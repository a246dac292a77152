package news.titr.desk;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import news.titr.http.Parameters;
import news.titr.language.DateParser;
import news.titr.media.Asset;
import news.titr.media.Framing;
import news.titr.media.MediaProblem;
import news.titr.media.Slot;

/** The fields of a picture as they stand in the form, all text, and the way from there to what they mean and back. */
public record PictureForm(
        String alt, String caption, String credit, String keywords, String licence, String usableUntil) {

    private static final Pattern COMMA = Pattern.compile("[,،;؛\n]");

    static PictureForm of(Asset.Description description, DeskFrame frame) {
        return new PictureForm(
                description.alt(),
                description.caption(),
                description.credit(),
                String.join(frame.word("site.comma"), description.keywords()),
                description.licence(),
                description.usableUntil().map(frame::inField).orElse(""));
    }

    static PictureForm of(Parameters form) {
        return new PictureForm(
                line(form, "alt"),
                line(form, "caption"),
                line(form, "credit"),
                line(form, "keywords"),
                form.text("licence").replace("\r\n", "\n").strip(),
                line(form, "usable-until"));
    }

    /** What was understood, or what was not. */
    sealed interface Reading {
        record Understood(Asset.Description description) implements Reading {}

        record NotUnderstood(MediaProblem problem) implements Reading {}
    }

    /** @param before for what the form does not show, and for a date that was not touched */
    Reading read(Asset.Description before, DeskFrame frame) {
        Optional<Instant> until = before.usableUntil();
        if (!usableUntil.equals(until.map(frame::inField).orElse(""))) {
            // a day without a time is usable to its end
            until = new DateParser(frame.masthead().zone())
                    .parse(usableUntil, frame.now())
                    .map(date -> date.at(frame.masthead().zone(), LocalTime.of(23, 59, 59)));
            if (until.isEmpty() && !usableUntil.isEmpty()) {
                return new Reading.NotUnderstood(new MediaProblem(MediaProblem.Kind.DATE_NOT_UNDERSTOOD, usableUntil));
            }
        }
        return new Reading.Understood(new Asset.Description(
                alt,
                caption,
                credit,
                Arrays.stream(COMMA.split(keywords))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .limit(50)
                        .toList(),
                licence,
                until,
                before.takenAt()));
    }

    // ---- framing: percents, so that it can be typed as well

    static Framing framing(Parameters form) {
        var crops = new LinkedHashMap<Slot, Framing.Crop>();
        for (var slot : Slot.cropped()) {
            numbers(form.text("crop-" + slot.id()), 4)
                    .ifPresent(parts ->
                            crops.put(slot, new Framing.Crop(parts.get(0), parts.get(1), parts.get(2), parts.get(3))));
        }
        var focus = numbers(form.text("focus"), 2)
                .map(parts -> new Framing.Point(parts.get(0), parts.get(1)))
                .orElse(Framing.USUAL.focus());
        return new Framing(focus, crops);
    }

    static String text(Framing.Point focus) {
        return percents(focus.x(), focus.y());
    }

    static String text(Framing.Crop crop) {
        return percents(crop.x(), crop.y(), crop.width(), crop.height());
    }

    private static String percents(double... parts) {
        return DoubleStream.of(parts)
                .mapToObj(part -> String.format(Locale.ROOT, "%.1f", part * 100))
                .collect(Collectors.joining(" "));
    }

    /** Rounded to a thousandth, so that what was not touched comes back the same. */
    private static Optional<List<Double>> numbers(String text, int count) {
        var parts = Arrays.stream(text.strip().split("\\s+"))
                .filter(part -> part.matches("-?[0-9]{1,3}(\\.[0-9]{1,4})?"))
                .map(part -> Math.round(Double.parseDouble(part) * 10) / 1000.0)
                .toList();
        return parts.size() == count ? Optional.of(parts) : Optional.empty();
    }

    private static String line(Parameters form, String name) {
        return form.text(name).replaceAll("\\s*[\r\n]+\\s*", " ").strip();
    }
}
