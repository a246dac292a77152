package news.titr.print;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.titr.doc.Body;

/**
 * All that a story's PDF shows, ready for eyes: dates are already words. A part that the story lacks is the empty
 * string.
 *
 * @param languageTag BCP 47, decides the language of the labels: Persian, or English for everything else
 * @param publishedText and {@code updatedText}: as readers are to see them
 * @param revisedAt when this revision was made; becomes the file's own date
 * @param shortLink absolute address; links within the site are resolved against it
 * @param revisionId names the revision; the file's identifier is made from it
 */
public record PdfStory(
        long number,
        String siteName,
        String siteMotto,
        String languageTag,
        boolean rightToLeft,
        String section,
        String kicker,
        String headline,
        List<String> subheadlines,
        String lead,
        String byline,
        String dateline,
        String source,
        String publishedText,
        String updatedText,
        Instant revisedAt,
        String shortLink,
        Optional<PdfPicture> picture,
        Body body,
        List<Correction> corrections,
        String revisionId) {

    /** The story's main picture, by the key of its asset. */
    public record PdfPicture(String asset, String alt, String caption, String credit) {}

    /** What was put right, and when, as readers are to see it; the date may be empty. */
    public record Correction(String text, String dateText) {}

    public PdfStory {
        subheadlines = List.copyOf(subheadlines);
        corrections = List.copyOf(corrections);
    }
}
