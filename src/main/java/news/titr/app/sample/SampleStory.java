package news.titr.app.sample;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One story of the sample newspaper as its file tells it; text is Persian, single-line, ready to print.
 *
 * @param number 1001 to 1060; a bigger number is newer
 * @param section a slug of {@link SampleNewspaper#sections()}
 * @param type news, report, interview, opinion or picture
 * @param age how long before the newspaper is laid out the story was published
 * @param body in the desk's light markup
 */
public record SampleStory(
        int number,
        String section,
        String type,
        @Nullable String kicker,
        String headline,
        List<String> subheadlines,
        String lead,
        @Nullable String byline,
        @Nullable String dateline,
        @Nullable String source,
        @Nullable String place,
        List<String> tags,
        Duration age,
        @Nullable Picture picture,
        Front front,
        List<Correction> corrections,
        String body) {

    /** Where it stands on the front page. */
    public enum Front {
        LEAD,
        SECOND,
        OPINION,
        NOWHERE
    }

    /** The main picture; {@code key} is one of {@link SamplePictures#keys()}. */
    public record Picture(
            String key,
            String alt,
            @Nullable String caption,
            @Nullable String credit) {}

    /** What readers are told was wrong, and how long ago they were told. */
    public record Correction(Duration age, String text) {}
}
