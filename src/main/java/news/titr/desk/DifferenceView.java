package news.titr.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import news.titr.doc.Surroundings;
import news.titr.doc.diff.Change;
import news.titr.doc.diff.DifferenceHtml;
import news.titr.doc.diff.Part;
import news.titr.doc.diff.TextDifference;
import news.titr.story.Published;
import news.titr.story.Section;
import news.titr.story.StoryDifference;

/**
 * Two contents compared, as the desk shows them.
 *
 * @param sides true when old and new stand beside each other
 * @param fields those that changed
 * @param body HTML; empty when the body did not change
 */
public record DifferenceView(boolean sides, List<Field> fields, String body, String same) {

    /** A field with what changed in it as HTML. */
    public record Field(String label, String html) {}

    /** Makes the HTML of a difference in the language that the desk speaks now. */
    static final class Drawing {

        private final DeskFrame frame;
        private final Surroundings surroundings;
        private final List<Section> sections;
        private final boolean sides;

        Drawing(DeskFrame frame, Surroundings surroundings, List<Section> sections, boolean sides) {
            this.frame = frame;
            this.surroundings = surroundings;
            this.sections = sections;
            this.sides = sides;
        }

        DifferenceView of(StoryDifference difference) {
            var fields = new ArrayList<Field>();
            for (var field : difference.fields()) {
                fields.add(new Field(frame.word("field." + field.name()), field(field)));
            }
            String body = "";
            if (difference.bodyChanged()) {
                body = sides
                        ? DifferenceHtml.pairs(difference.body(), frame.messages(), surroundings)
                        : html(DifferenceHtml.Side.BOTH).blocks(difference.body());
            }
            return new DifferenceView(sides, fields, body, difference.isEmpty() ? frame.word("history.same") : "");
        }

        private String field(StoryDifference.Field field) {
            return switch (field) {
                case StoryDifference.Field.Text(var _, var changes) ->
                    drawn(html -> "<p>" + html.text(changes) + "</p>");
                case StoryDifference.Field.Lines(var _, var parts) -> drawn(html -> html.lines(parts));
                case StoryDifference.Field.Names(var _, var parts) -> names(parts);
                case StoryDifference.Field.Section(var before, var after) ->
                    text(TextDifference.of(section(before), section(after)));
                case StoryDifference.Field.Date(var before, var after) ->
                    text(TextDifference.of(date(before), date(after)));
                case StoryDifference.Field.Picture(var changes) -> drawn(html -> html.blocks(changes));
            };
        }

        private String names(List<Part<String, List<Change>>> parts) {
            return drawn(html -> html.names(parts));
        }

        private String text(List<Change> changes) {
            return drawn(html -> "<p>" + html.text(changes) + "</p>");
        }

        private String drawn(Function<DifferenceHtml, String> draw) {
            return sides
                    ? DifferenceHtml.pair(
                            draw.apply(html(DifferenceHtml.Side.BEFORE)), draw.apply(html(DifferenceHtml.Side.AFTER)))
                    : draw.apply(html(DifferenceHtml.Side.BOTH));
        }

        private DifferenceHtml html(DifferenceHtml.Side side) {
            return new DifferenceHtml(frame.messages(), surroundings, side);
        }

        private String section(String slug) {
            return sections.stream()
                    .filter(section -> section.slug().equals(slug))
                    .map(Section::name)
                    .findFirst()
                    .orElse(slug.isEmpty() ? frame.word("history.no-section") : slug);
        }

        private String date(Published published) {
            return switch (published) {
                case Published.OnRelease() -> frame.word("history.date.on-release");
                case Published.Unknown() -> frame.word("history.date.unknown");
                case Published.At(var moment) -> frame.dates().full(moment);
            };
        }
    }
}
