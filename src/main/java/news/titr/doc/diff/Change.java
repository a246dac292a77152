package news.titr.doc.diff;

import java.util.List;
import java.util.Set;
import news.titr.doc.Inline;

/**
 * One piece of a text compared with an older one. The pieces stand in reading order: what all of them had {@link #before}
 * is the old text, what they have {@link #after} is the new one.
 */
public sealed interface Change {

    List<Inline> before();

    List<Inline> after();

    /** The same in both. */
    record Kept(List<Inline> text) implements Change {
        public Kept {
            text = List.copyOf(text);
        }

        @Override
        public List<Inline> before() {
            return text;
        }

        @Override
        public List<Inline> after() {
            return text;
        }
    }

    record Inserted(List<Inline> text) implements Change {
        public Inserted {
            text = List.copyOf(text);
        }

        @Override
        public List<Inline> before() {
            return List.of();
        }

        @Override
        public List<Inline> after() {
            return text;
        }
    }

    record Removed(List<Inline> text) implements Change {
        public Removed {
            text = List.copyOf(text);
        }

        @Override
        public List<Inline> before() {
            return text;
        }

        @Override
        public List<Inline> after() {
            return List.of();
        }
    }

    /**
     * One wording in place of another.
     *
     * @param unseen what differs although both look nearly or quite the same; empty when everybody sees the difference
     */
    record Replaced(List<Inline> before, List<Inline> after, Set<Unseen> unseen) implements Change {
        public Replaced {
            before = List.copyOf(before);
            after = List.copyOf(after);
            unseen = Set.copyOf(unseen);
        }
    }

    /** The same words with other marks: strong, a link that leads elsewhere. */
    record Restyled(List<Inline> before, List<Inline> after) implements Change {
        public Restyled {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /** True when there is nothing but what was there before. */
    static boolean none(List<Change> changes) {
        return changes.stream().allMatch(Kept.class::isInstance);
    }
}
