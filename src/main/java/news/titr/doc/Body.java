package news.titr.doc;

import java.util.List;
import java.util.function.Consumer;

/** The text of one revision, top to bottom. */
public record Body(List<Block> blocks) {

    public static final Body EMPTY = new Body(List.of());

    public Body {
        blocks = List.copyOf(blocks);
    }

    public static Body of(Block... blocks) {
        return new Body(List.of(blocks));
    }

    public boolean isEmpty() {
        return blocks.isEmpty();
    }

    /** Visits every block in reading order, those inside quotes and lists included, each parent before its children. */
    public void walk(Consumer<Block> visitor) {
        walk(blocks, visitor);
    }

    /** Every block of the given kind in reading order, at any depth. */
    public <B extends Block> List<B> all(Class<B> kind) {
        var found = new java.util.ArrayList<B>();
        walk(block -> {
            if (kind.isInstance(block)) {
                found.add(kind.cast(block));
            }
        });
        return List.copyOf(found);
    }

    private static void walk(List<Block> blocks, Consumer<Block> visitor) {
        for (var block : blocks) {
            visitor.accept(block);
            switch (block) {
                case Block.Quote quote -> walk(quote.blocks(), visitor);
                case Block.Listing list -> list.items().forEach(item -> walk(item.blocks(), visitor));
                case Block.Paragraph _,
                        Block.Subhead _,
                        Block.Table _,
                        Block.Picture _,
                        Block.Separator _,
                        Block.ReadAlso _,
                        Block.Embed _,
                        Block.Unknown _ -> {}
            }
        }
    }
}
