package news.titr.doc;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * One block of a body. The set is closed: whoever renders blocks switches over all of them without a default branch,
 * so that a new block does not compile until every output says how it shows it.
 *
 * <p>Text that a block may lack (a caption, a speaker) is the empty string, never null.
 */
public sealed interface Block {

    record Paragraph(List<Inline> text) implements Block {
        public Paragraph {
            text = List.copyOf(text);
        }

        public static Paragraph of(String text) {
            return new Paragraph(Inline.plain(text));
        }
    }

    /** A heading inside the body (میان‌تیتر). The story's own headline is level 1, so {@code level} is 2 or 3. */
    record Subhead(int level, String kicker, List<Inline> text) implements Block {
        public Subhead {
            if (level != 2 && level != 3) {
                throw new IllegalArgumentException("A subhead has level 2 or 3, not " + level);
            }
            text = List.copyOf(text);
        }

        public static Subhead of(String text) {
            return new Subhead(2, "", Inline.plain(text));
        }
    }

    /** What somebody said or wrote: usually paragraphs, and the speaker's name as readers are to see it. */
    record Quote(String speaker, List<Block> blocks) implements Block {
        public Quote {
            blocks = List.copyOf(blocks);
        }
    }

    /** A list, bulleted or numbered from one. */
    record Listing(boolean numbered, List<Item> items) implements Block {
        public Listing {
            items = List.copyOf(items);
        }

        /** A list entry: a paragraph, perhaps followed by further paragraphs or a nested list. */
        public record Item(List<Block> blocks) {
            public Item {
                blocks = List.copyOf(blocks);
            }
        }
    }

    /** Rows of cells. Rows may be ragged; spans follow HTML's rules. */
    record Table(String caption, List<Row> rows) implements Block {
        public Table {
            rows = List.copyOf(rows);
        }

        public record Row(List<Cell> cells) {
            public Row {
                cells = List.copyOf(cells);
            }
        }

        public record Cell(boolean header, int columns, int rows, List<Inline> text) {
            public Cell {
                if (columns < 1 || columns > 100 || rows < 1 || rows > 1000) {
                    throw new IllegalArgumentException(
                            "A cell spans 1–100 columns and 1–1000 rows, not " + columns + " and " + rows);
                }
                text = List.copyOf(text);
            }
        }
    }

    /** A picture by the key of its asset; alt text, caption and credit belong to this use of it. */
    record Picture(String asset, String alt, String caption, String credit) implements Block {}

    /** The «•» between two parts. */
    record Separator() implements Block {}

    /** A pointer to another story of this newspaper; the headline is what the writer saw, readers get the live one. */
    record ReadAlso(long story, String headline) implements Block {}

    /** Something that lives elsewhere, shown as a card: nothing is requested from it until the reader follows the link. */
    record Embed(String provider, String id, String title) implements Block {}

    /**
     * A block that this version does not understand: kept and returned untouched, refused at publishing.
     *
     * @param json the block exactly as it was read
     */
    record Unknown(JsonNode json) implements Block {

        /** The attributes that people write, in all that blocks of ours and of other editors are known to carry. */
        private static final List<String> WRITTEN =
                List.of("kicker", "headline", "title", "alt", "caption", "credit", "speaker");

        public Unknown {
            json = json.deepCopy();
        }

        /** Whatever text stands anywhere inside, so that nothing that was written is ever invisible. */
        public String safeText() {
            var text = new StringBuilder();
            collect(json, text);
            return text.toString().strip();
        }

        @Override
        public JsonNode json() {
            return json.deepCopy();
        }

        private static void collect(JsonNode node, StringBuilder text) {
            if (node.path("text").isTextual()) {
                text.append(node.path("text").textValue());
            }
            for (var name : WRITTEN) {
                String written = node.path("attrs").path(name).asText("");
                if (!written.isBlank()) {
                    text.append(written).append('\n');
                }
            }
            for (var child : node.path("content")) {
                collect(child, text);
                if (child.has("content")) {
                    text.append('\n');
                }
            }
        }
    }
}
