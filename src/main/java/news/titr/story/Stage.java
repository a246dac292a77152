package news.titr.story;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a story has come inside the newsroom; whether readers see it is another matter, see {@link Release}. */
public enum Stage {
    DRAFT,
    REVIEW,
    READY,
    SPIKED;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Stage> of(String id) {
        return Arrays.stream(values()).filter(stage -> stage.id().equals(id)).findFirst();
    }
}
