package news.titr.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.titr.doc.TextRenderer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequence;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequenceWithProperties;
import org.apache.pdfbox.contentstream.operator.markedcontent.EndMarkedContentSequence;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** What a reader gets out of a PDF again, and how far that is from what was written. */
final class PdfReading {

    private PdfReading() {}

    /** All text but the furniture in the margins. */
    static String text(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new WithoutFurniture().getText(document);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static final class WithoutFurniture extends PDFTextStripper {
        private final Deque<Boolean> furniture = new ArrayDeque<>();

        WithoutFurniture() {
            addOperator(new BeginMarkedContentSequence(this));
            addOperator(new BeginMarkedContentSequenceWithProperties(this));
            addOperator(new EndMarkedContentSequence(this));
        }

        @Override
        public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
            furniture.push(tag.getName().equals("Artifact"));
            super.beginMarkedContentSequence(tag, properties);
        }

        @Override
        public void endMarkedContentSequence() {
            furniture.pop();
            super.endMarkedContentSequence();
        }

        @Override
        protected void processTextPosition(TextPosition text) {
            if (!furniture.contains(true)) {
                super.processTextPosition(text);
            }
        }
    }

    /** What the PDF of a story should say, in reading order. */
    static String expected(PdfStory story) {
        var words = PrintWords.of(story.languageTag());
        String number = words.numbered(story.number());
        String people = joined(words.comma(), story.byline(), story.dateline());
        String published = story.publishedText().isEmpty() ? "" : words.published() + ": " + story.publishedText();
        String facts = joined(" · ", number, story.section(), published);
        String corrections = story.corrections().stream()
                .map(correction ->
                        words.correction() + words.comma() + correction.dateText() + "\n" + correction.text())
                .collect(Collectors.joining("\n"));
        String picture = story.picture()
                .map(shown -> shown.caption() + " " + shown.credit())
                .orElse("");
        return joined(
                "\n",
                story.kicker(),
                story.headline(),
                String.join("\n", story.subheadlines()),
                story.lead(),
                people,
                facts,
                corrections,
                picture,
                TextRenderer.render(story.body()));
    }

    private static String joined(String between, String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(between));
    }

    /** NFC, white space folded, without the invisible marks that only steer the direction of text. */
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]", "")
                .replaceAll("[\\s\u00A0]+", " ")
                .strip();
    }

    /** Edit distance in characters between the folded texts, per hundred characters of the expected one. */
    static double errorPercent(String expected, String actual) {
        int[] a = folded(expected).codePoints().toArray();
        int[] b = folded(actual).codePoints().toArray();
        int[] previous = new int[b.length + 1];
        for (int j = 0; j <= b.length; j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length; i++) {
            int[] current = new int[b.length + 1];
            current[0] = i;
            for (int j = 1; j <= b.length; j++) {
                int change = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return 100.0 * previous[b.length] / Math.max(1, a.length);
    }
}
