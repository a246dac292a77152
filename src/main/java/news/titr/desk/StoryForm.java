package news.titr.desk;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import news.titr.doc.Block;
import news.titr.doc.Markup;
import news.titr.http.Parameters;
import news.titr.language.DateParser;
import news.titr.story.Content;
import news.titr.story.Published;

/**
 * The fields of a story as they stand in the form, all text, and the way from there to {@link Content} and back.
 *
 * @param published on-release, at, or unknown
 * @param publishedAt a date as people type it, looked at when {@code published} is {@code at}
 */
public record StoryForm(
        String kicker,
        String headline,
        String subheadlines,
        String lead,
        String body,
        String section,
        String tags,
        String authors,
        String dateline,
        String source,
        String place,
        String published,
        String publishedAt,
        String pictureAlt,
        String pictureCaption,
        String pictureCredit) {

    private static final Pattern COMMA = Pattern.compile("[،,\n]");

    static StoryForm of(Content content, DeskFrame frame) {
        var picture = content.picture().orElse(new Block.Picture("", "", "", ""));
        return new StoryForm(
                content.kicker(),
                content.headline(),
                String.join("\n", content.subheadlines()),
                content.lead(),
                Markup.write(content.body()),
                content.section(),
                String.join("، ", content.tags()),
                String.join("، ", content.authors()),
                content.dateline(),
                content.source(),
                content.place(),
                switch (content.published()) {
                    case Published.OnRelease() -> "on-release";
                    case Published.At _ -> "at";
                    case Published.Unknown() -> "unknown";
                },
                content.published() instanceof Published.At(var instant) ? frame.inField(instant) : "",
                picture.alt(),
                picture.caption(),
                picture.credit());
    }

    static StoryForm of(Parameters form) {
        return new StoryForm(
                line(form, "kicker"),
                line(form, "headline"),
                lines(form, "subheadlines"),
                line(form, "lead"),
                lines(form, "body"),
                line(form, "section"),
                line(form, "tags"),
                line(form, "authors"),
                line(form, "dateline"),
                line(form, "source"),
                line(form, "place"),
                line(form, "published"),
                line(form, "published-at"),
                line(form, "picture-alt"),
                line(form, "picture-caption"),
                line(form, "picture-credit"));
    }

    /** The fields that readers read as text, by name. */
    Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("kicker", kicker);
        texts.put("headline", headline);
        texts.put("subheadlines", subheadlines);
        texts.put("lead", lead);
        texts.put("body", body);
        return texts;
    }

    /** The same form with every text put through {@code change}, which gets the field's name and its text. */
    StoryForm withTexts(BinaryOperator<String> change) {
        return new StoryForm(
                change.apply("kicker", kicker),
                change.apply("headline", headline),
                change.apply("subheadlines", subheadlines),
                change.apply("lead", lead),
                change.apply("body", body),
                section,
                tags,
                authors,
                dateline,
                source,
                place,
                published,
                publishedAt,
                pictureAlt,
                pictureCaption,
                pictureCredit);
    }

    /** The content, or every field that cannot be understood, by its message. */
    sealed interface Reading {
        record Understood(Content content) implements Reading {}

        record NotUnderstood(List<String> messageKeys) implements Reading {}
    }

    /**
     * Reads the fields on top of a revision: what the form does not show stays as it was there.
     *
     * @param previous the content that the form was filled from
     */
    Reading read(Content previous, DeskFrame frame, Instant now) {
        var problems = new ArrayList<String>();
        Published date = previous.published();
        switch (published) {
            case "on-release" -> date = new Published.OnRelease();
            case "unknown" -> date = new Published.Unknown();
            case "at" -> {
                var moment = moment(previous, frame, now);
                if (moment.isPresent()) {
                    date = new Published.At(moment.get());
                } else {
                    problems.add("desk.problem.date");
                }
            }
            default -> problems.add("desk.problem.date");
        }
        if (!problems.isEmpty()) {
            return new Reading.NotUnderstood(problems);
        }
        return new Reading.Understood(new Content(
                kicker,
                headline,
                subheadlines
                        .lines()
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .toList(),
                lead,
                Markup.read(body),
                section,
                names(tags),
                names(authors),
                dateline,
                source,
                place,
                date,
                previous.picture()
                        .map(picture ->
                                new Block.Picture(picture.asset(), pictureAlt, pictureCaption, pictureCredit))));
    }

    /** A date that was not touched keeps its seconds, which the field does not show. */
    private Optional<Instant> moment(Content previous, DeskFrame frame, Instant now) {
        if (previous.published() instanceof Published.At(var instant)
                && frame.inField(instant).equals(publishedAt)) {
            return Optional.of(instant);
        }
        var zone = frame.masthead().zone();
        return new DateParser(zone).parse(publishedAt, now).map(date -> date.at(zone, LocalTime.NOON));
    }

    private static List<String> names(String text) {
        return Arrays.stream(COMMA.split(text))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** A field of one line: a line break pasted into it becomes a space. */
    private static String line(Parameters form, String name) {
        return lines(form, name).replaceAll("\\s*\n\\s*", " ").strip();
    }

    private static String lines(Parameters form, String name) {
        return form.text(name).replace("\r\n", "\n").replace('\r', '\n');
    }
}
