package news.titr.doc.diff;

import java.util.List;
import news.titr.doc.Block;

/**
 * One block of a body compared with an older body, or several that belong together. What all of them had {@link #before} is
 * the old body, top to bottom; what they have {@link #after} is the new one.
 */
public sealed interface BlockChange {

    List<Block> before();

    List<Block> after();

    record Kept(Block block) implements BlockChange {
        @Override
        public List<Block> before() {
            return List.of(block);
        }

        @Override
        public List<Block> after() {
            return List.of(block);
        }
    }

    record Added(Block block) implements BlockChange {
        @Override
        public List<Block> before() {
            return List.of();
        }

        @Override
        public List<Block> after() {
            return List.of(block);
        }
    }

    record Removed(Block block) implements BlockChange {
        @Override
        public List<Block> before() {
            return List.of(block);
        }

        @Override
        public List<Block> after() {
            return List.of();
        }
    }

    /** Where a block stood that now stands elsewhere. */
    record MovedAway(Block block) implements BlockChange {
        @Override
        public List<Block> before() {
            return List.of(block);
        }

        @Override
        public List<Block> after() {
            return List.of();
        }
    }

    /** A block that stood elsewhere, and what else changed about it, if anything did. */
    record MovedHere(Block old, Block block, List<Attribute> attributes, Inside inside) implements BlockChange {
        public MovedHere {
            attributes = List.copyOf(attributes);
        }

        @Override
        public List<Block> before() {
            return List.of();
        }

        @Override
        public List<Block> after() {
            return List.of(block);
        }

        public boolean changed() {
            return !old.equals(block);
        }
    }

    /** A block that is still there, but not the same. Of two kinds when a paragraph became a subhead, or the other way. */
    record Changed(Block old, Block block, List<Attribute> attributes, Inside inside) implements BlockChange {
        public Changed {
            attributes = List.copyOf(attributes);
        }

        @Override
        public List<Block> before() {
            return List.of(old);
        }

        @Override
        public List<Block> after() {
            return List.of(block);
        }
    }

    /** One paragraph that became several; the text holds both, with U+2029 between paragraphs. */
    record Split(Block old, List<Block> after, List<Change> text) implements BlockChange {
        public Split {
            after = List.copyOf(after);
            text = List.copyOf(text);
        }

        @Override
        public List<Block> before() {
            return List.of(old);
        }
    }

    /** Several paragraphs that became one. */
    record Joined(List<Block> before, Block block, List<Change> text) implements BlockChange {
        public Joined {
            before = List.copyOf(before);
            text = List.copyOf(text);
        }

        @Override
        public List<Block> after() {
            return List.of(block);
        }
    }

    /**
     * Something about a block that is not its text.
     *
     * @param name as in the document's JSON: {@code speaker}, {@code caption}, {@code level}
     */
    record Attribute(String name, List<Change> change) {
        public Attribute {
            change = List.copyOf(change);
        }
    }

    /** What changed within a block. */
    sealed interface Inside {

        /** It has no text of its own, or that did not change. */
        record Nothing() implements Inside {}

        record Text(List<Change> changes) implements Inside {
            public Text {
                changes = List.copyOf(changes);
            }
        }

        record Blocks(List<BlockChange> changes) implements Inside {
            public Blocks {
                changes = List.copyOf(changes);
            }
        }

        record Items(List<Part<Block.Listing.Item, List<BlockChange>>> changes) implements Inside {
            public Items {
                changes = List.copyOf(changes);
            }
        }

        record Rows(List<Part<Block.Table.Row, List<Part<Block.Table.Cell, List<Change>>>>> changes) implements Inside {
            public Rows {
                changes = List.copyOf(changes);
            }
        }
    }

    /** True when there is nothing but what was there before. */
    static boolean none(List<BlockChange> changes) {
        return changes.stream().allMatch(Kept.class::isInstance);
    }
}
