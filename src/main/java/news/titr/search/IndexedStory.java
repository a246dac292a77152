package news.titr.search;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.titr.doc.TextRenderer;
import news.titr.language.Letters;
import news.titr.story.Label;
import news.titr.story.LiveStory;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;

/** How a live story stands in the index: its words, and what it is filtered, counted and sorted by. No text is stored. */
final class IndexedStory {

    /** Another number whenever what stands in the index changes: older indexes are then made anew. */
    static final int FORMAT = 1;

    static final String NUMBER = "number";
    static final String EDITION = "edition";
    /** Everything that is written in the story. */
    static final String TEXT = "text";
    /** What stands above it. */
    static final String HEADLINE = "headline";
    /** The words of headline, lead and tags as people write them. */
    static final String SPELLING = "spelling";

    static final String SECTION = "section";
    static final String TYPE = "type";
    static final String TAG = "tag";
    static final String AUTHOR = "author";
    /** When it was first released, in milliseconds. */
    static final String RELEASED = "released";

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\u200c]+");

    private IndexedStory() {}

    static Document document(LiveStory story, Instant firstReleasedAt) {
        var document = new Document();
        document.add(new StringField(NUMBER, Long.toString(story.number()), Field.Store.NO));
        document.add(new NumericDocValuesField(NUMBER, story.number()));
        document.add(new StringField(EDITION, story.edition(), Field.Store.NO));
        document.add(new LongField(RELEASED, firstReleasedAt.toEpochMilli(), Field.Store.NO));
        story.section().ifPresent(section -> filed(document, SECTION, section.id()));
        filed(document, TYPE, story.type().id());
        story.tags().forEach(tag -> filed(document, TAG, tag.id()));
        story.authors().forEach(author -> filed(document, AUTHOR, author.id()));
        var tags = story.tags().stream().map(Label::name).toList();
        for (String text : headline(story, tags)) {
            document.add(new TextField(HEADLINE, text, Field.Store.NO));
        }
        for (String text : text(story, tags)) {
            document.add(new TextField(TEXT, text, Field.Store.NO));
        }
        for (String word : spellings(story, tags)) {
            document.add(new StringField(SPELLING, word, Field.Store.NO));
        }
        return document;
    }

    private static void filed(Document document, String field, String value) {
        document.add(new StringField(field, value, Field.Store.NO));
        document.add(new SortedSetDocValuesField(field, new BytesRef(value)));
    }

    private static List<String> headline(LiveStory story, List<String> tags) {
        return Stream.of(Stream.of(story.kicker(), story.headline()), story.subheadlines().stream(), tags.stream())
                .flatMap(texts -> texts)
                .filter(text -> !text.isBlank())
                .toList();
    }

    private static List<String> text(LiveStory story, List<String> tags) {
        return Stream.concat(
                        headline(story, tags).stream(),
                        Stream.concat(
                                Stream.of(
                                        story.lead(),
                                        TextRenderer.render(story.body()),
                                        story.dateline(),
                                        story.source(),
                                        story.place()),
                                story.authors().stream().map(Label::name)))
                .filter(text -> !text.isBlank())
                .toList();
    }

    private static Set<String> spellings(LiveStory story, List<String> tags) {
        return Stream.concat(headline(story, tags).stream(), Stream.of(story.lead()))
                .flatMap(text -> words(text).stream())
                .filter(word -> word.length() > 1)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The words of a text as people write them, with Persian letters and half-spaces. */
    static List<String> words(String text) {
        return Stream.of(BETWEEN_WORDS.split(Letters.repair(text).toLowerCase(Locale.ROOT), -1))
                .map(word -> word.replaceAll("^\u200c+|\u200c+$", ""))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
