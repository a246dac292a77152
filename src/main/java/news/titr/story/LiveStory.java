package news.titr.story;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.titr.doc.Block;
import news.titr.doc.Body;

/**
 * A story as readers may see it: all that pages, PDF, feeds and search are made from.
 *
 * @param published the date that readers are told; empty when nobody knows it
 * @param updated when it was changed after its first release; empty when it was not
 * @param corrections oldest first
 * @param revision the id of the revision that this is
 */
public record LiveStory(
        long number,
        String edition,
        StoryType type,
        Optional<Section> section,
        List<Label> tags,
        List<Label> authors,
        String kicker,
        String headline,
        List<String> subheadlines,
        String lead,
        Body body,
        String dateline,
        String source,
        String place,
        Optional<Instant> published,
        Optional<Instant> updated,
        Instant releasedAt,
        Optional<Block.Picture> picture,
        List<Correction> corrections,
        String sourceNumber,
        String revision) {

    /** The same with another text, such as the entries of its coverage below its own. */
    public LiveStory withBody(Body other) {
        return new LiveStory(
                number,
                edition,
                type,
                section,
                tags,
                authors,
                kicker,
                headline,
                subheadlines,
                lead,
                other,
                dateline,
                source,
                place,
                published,
                updated,
                releasedAt,
                picture,
                corrections,
                sourceNumber,
                revision);
    }

    /** What was wrong, said in public. */
    public record Correction(String text, Instant at) {}
}
