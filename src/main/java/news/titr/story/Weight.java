package news.titr.story;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an update is to readers. The first release of a story is always a major one. */
public enum Weight {
    /** A slip of the pen: readers and feeds are told nothing, the date of the update stays. */
    MINOR,
    /** Something new: the story says that it was updated, and when. */
    MAJOR;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Weight> of(String id) {
        return Arrays.stream(values()).filter(weight -> weight.id().equals(id)).findFirst();
    }
}
