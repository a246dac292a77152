package news.titr.story;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How soon the newsroom wants a story; the most urgent stand at the top of their column. */
public enum Priority {
    URGENT(1),
    IMPORTANT(2),
    NORMAL(3),
    LATER(4),
    /** Good on any day: kept for a quiet one. */
    STOCK(5);

    private final int level;

    Priority(int level) {
        this.level = level;
    }

    /** 1 to 5, as stored and as typed on the board. */
    public int level() {
        return level;
    }

    /** The name used in addresses and in the names of messages. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Priority> of(String id) {
        return Arrays.stream(values())
                .filter(priority -> priority.id().equals(id)
                        || Integer.toString(priority.level).equals(id))
                .findFirst();
    }

    static Priority ofLevel(int level) {
        return values()[Math.clamp(level, 1, values().length) - 1];
    }
}
