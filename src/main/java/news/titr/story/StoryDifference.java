package news.titr.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.titr.doc.Block;
import news.titr.doc.Body;
import news.titr.doc.diff.BlockChange;
import news.titr.doc.diff.BodyDifference;
import news.titr.doc.diff.Change;
import news.titr.doc.diff.ListDifference;
import news.titr.doc.diff.Part;
import news.titr.doc.diff.TextDifference;

/**
 * What has changed between two contents of a story.
 *
 * @param fields those that are not the same, in the order of the page
 * @param body every block, changed or not; see {@link #bodyChanged}
 */
public record StoryDifference(List<Field> fields, List<BlockChange> body) {

    public StoryDifference {
        fields = List.copyOf(fields);
        body = List.copyOf(body);
    }

    /** A field that is not the same; {@code name} is that of {@link Content}. */
    public sealed interface Field {

        String name();

        record Text(String name, List<Change> changes) implements Field {}

        /** Each on a line of its own: sub-headlines. */
        record Lines(String name, List<Part<String, List<Change>>> parts) implements Field {}

        /** Tags, authors. */
        record Names(String name, List<Part<String, List<Change>>> parts) implements Field {}

        /** The slugs of two sections, either of which may be the empty string. */
        record Section(String before, String after) implements Field {
            @Override
            public String name() {
                return "section";
            }
        }

        record Date(Published before, Published after) implements Field {
            @Override
            public String name() {
                return "published";
            }
        }

        record Picture(List<BlockChange> changes) implements Field {
            @Override
            public String name() {
                return "picture";
            }
        }
    }

    public static StoryDifference of(Content before, Content after) {
        var fields = new ArrayList<Field>();
        text("kicker", before.kicker(), after.kicker(), fields);
        text("headline", before.headline(), after.headline(), fields);
        if (!before.subheadlines().equals(after.subheadlines())) {
            fields.add(new Field.Lines(
                    "subheadlines", ListDifference.ofTexts(before.subheadlines(), after.subheadlines())));
        }
        text("lead", before.lead(), after.lead(), fields);
        if (!before.section().equals(after.section())) {
            fields.add(new Field.Section(before.section(), after.section()));
        }
        names("tags", before.tags(), after.tags(), fields);
        names("authors", before.authors(), after.authors(), fields);
        text("dateline", before.dateline(), after.dateline(), fields);
        text("source", before.source(), after.source(), fields);
        text("place", before.place(), after.place(), fields);
        if (!before.published().equals(after.published())) {
            fields.add(new Field.Date(before.published(), after.published()));
        }
        if (!before.picture().equals(after.picture())) {
            fields.add(new Field.Picture(BodyDifference.of(body(before.picture()), body(after.picture()))));
        }
        return new StoryDifference(fields, BodyDifference.of(before.body(), after.body()));
    }

    public boolean bodyChanged() {
        return !BlockChange.none(body);
    }

    public boolean isEmpty() {
        return fields.isEmpty() && !bodyChanged();
    }

    private static void text(String name, String before, String after, List<Field> fields) {
        if (!before.equals(after)) {
            fields.add(new Field.Text(name, TextDifference.of(before, after)));
        }
    }

    private static void names(String name, List<String> before, List<String> after, List<Field> fields) {
        if (!before.equals(after)) {
            fields.add(new Field.Names(name, ListDifference.ofNames(before, after)));
        }
    }

    private static Body body(Optional<Block.Picture> picture) {
        return new Body(picture.<List<Block>>map(List::of).orElse(List.of()));
    }
}
