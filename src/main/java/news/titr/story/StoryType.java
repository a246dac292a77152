package news.titr.story;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind of piece a story is. An advertorial is labelled «رپورتاژ آگهی» wherever it is shown. */
public enum StoryType {
    NEWS,
    REPORT,
    INTERVIEW,
    OPINION,
    PICTURE,
    VIDEO,
    LIVE,
    ADVERTORIAL;

    /** The name used in storage, files and the names of messages. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<StoryType> of(String id) {
        return Arrays.stream(values()).filter(type -> type.id().equals(id)).findFirst();
    }
}
