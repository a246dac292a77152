package news.titr.doc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads the blocks of {@link Markup}, line by line. */
final class MarkupReader {

    static final String FENCE = "```";
    static final String INDENT = "  ";

    static final Pattern ITEM = Pattern.compile("(-|[0-9\u06F0-\u06F9]{1,9}\\.) (.*)");
    private static final Pattern SUBHEAD = Pattern.compile("(##|###) +(.*)");
    private static final Pattern PICTURE =
            Pattern.compile("!\\[((?:\\\\.|[^\\]\\\\])*)\\]\\(([^\\s()\"]+)(?: \"((?:\\\\.|[^\"\\\\])*)\")?\\)");
    private static final Pattern READ_ALSO = Pattern.compile("=> *([0-9\u06F0-\u06F9]{1,15})(?: +(.*))?");
    private static final Pattern EMBED = Pattern.compile("<<([a-z0-9-]+):([^\\s<>]+)(?: +([^<>]*))?>>");
    private static final Pattern RULE_CELL = Pattern.compile("\\s*:?-{3,}:?\\s*");

    private final String[] lines;
    private int next;

    MarkupReader(String[] lines) {
        this.lines = lines;
    }

    List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        while (next < lines.length) {
            if (lines[next].isBlank()) {
                next++;
            } else {
                blocks.add(block());
            }
        }
        return blocks;
    }

    private Block block() {
        String line = lines[next];
        if (line.startsWith(FENCE)) {
            var fenced = fenced();
            if (fenced.isPresent()) {
                return fenced.get();
            }
        } else if (line.startsWith(">")) {
            return quote();
        } else if (ITEM.matcher(line).matches()) {
            return list();
        } else if (line.startsWith("|")) {
            return table();
        } else if (line.startsWith("^ ") && next + 1 < lines.length) {
            var subhead = SUBHEAD.matcher(lines[next + 1]);
            if (subhead.matches()) {
                next += 2;
                return new Block.Subhead(subhead.group(1).length(), line.substring(2), inlines(subhead.group(2)));
            }
        }
        return oneLine(line).map(this::taken).orElseGet(this::paragraph);
    }

    private Block taken(Block block) {
        next++;
        return block;
    }

    /** A block that is a single line, whatever follows it. */
    private static Optional<Block> oneLine(String line) {
        if (line.strip().equals("•") || line.strip().equals("***")) {
            return Optional.of(new Block.Separator());
        }
        var subhead = SUBHEAD.matcher(line);
        if (subhead.matches()) {
            return Optional.of(new Block.Subhead(subhead.group(1).length(), "", inlines(subhead.group(2))));
        }
        var picture = PICTURE.matcher(line.strip());
        if (picture.matches()) {
            String[] words = Optional.ofNullable(picture.group(3)).orElse("").split(" \\| ", 2);
            return Optional.of(new Block.Picture(
                    picture.group(2),
                    MarkupInlines.unescape(picture.group(1)),
                    MarkupInlines.unescape(words[0]),
                    words.length > 1 ? MarkupInlines.unescape(words[1]) : ""));
        }
        var readAlso = READ_ALSO.matcher(line.strip());
        if (readAlso.matches()) {
            return Optional.of(new Block.ReadAlso(
                    Long.parseLong(readAlso.group(1)),
                    Optional.ofNullable(readAlso.group(2)).orElse("")));
        }
        var embed = EMBED.matcher(line.strip());
        if (embed.matches()) {
            return Optional.of(new Block.Embed(
                    embed.group(1),
                    embed.group(2),
                    Optional.ofNullable(embed.group(3)).orElse("")));
        }
        return Optional.empty();
    }

    /** JSON between two fences; without a second fence, or when it is not JSON, the line is only text. */
    private Optional<Block> fenced() {
        for (int end = next + 1; end < lines.length; end++) {
            if (lines[end].strip().equals(FENCE)) {
                var json = String.join("\n", List.of(lines).subList(next + 1, end));
                var block = BodyJson.readBlock(json);
                if (block.isPresent()) {
                    next = end + 1;
                }
                return block;
            }
        }
        return Optional.empty();
    }

    private Block quote() {
        var inside = new ArrayList<String>();
        while (next < lines.length && lines[next].startsWith(">")) {
            String line = lines[next++].substring(1);
            inside.add(line.startsWith(" ") ? line.substring(1) : line);
        }
        String speaker = "";
        if (inside.getLast().startsWith("— ")) {
            speaker = inside.removeLast().substring(2);
        }
        return new Block.Quote(speaker, new MarkupReader(inside.toArray(String[]::new)).blocks());
    }

    private Block list() {
        boolean numbered = !lines[next].startsWith("-");
        Predicate<String> belongs = line -> ITEM.matcher(line).matches() && line.startsWith("-") != numbered;
        var items = new ArrayList<Block.Listing.Item>();
        while (next < lines.length && belongs.test(lines[next])) {
            var inside = new ArrayList<String>();
            inside.add(lines[next].substring(lines[next].indexOf(' ') + 1));
            next++;
            while (next < lines.length && isInsideItem()) {
                inside.add(lines[next].isBlank() ? "" : lines[next].substring(INDENT.length()));
                next++;
            }
            items.add(new Block.Listing.Item(new MarkupReader(inside.toArray(String[]::new)).blocks()));
        }
        return new Block.Listing(numbered, items);
    }

    /** What is indented belongs to the item above, also after an empty line. */
    private boolean isInsideItem() {
        return lines[next].startsWith(INDENT)
                || (lines[next].isBlank() && next + 1 < lines.length && lines[next + 1].startsWith(INDENT));
    }

    private Block table() {
        String caption = "";
        if (lines[next].startsWith("|+ ")) {
            caption = lines[next++].substring(3);
        }
        var rows = new ArrayList<List<String>>();
        boolean header = false;
        while (next < lines.length && lines[next].startsWith("|")) {
            var cells = MarkupInlines.cells(lines[next++]);
            if (rows.size() == 1
                    && !header
                    && cells.stream().allMatch(cell -> RULE_CELL.matcher(cell).matches())) {
                header = true;
            } else {
                rows.add(cells);
            }
        }
        var read = new ArrayList<Block.Table.Row>();
        for (int i = 0; i < rows.size(); i++) {
            boolean head = header && i == 0;
            read.add(new Block.Table.Row(rows.get(i).stream()
                    .map(cell -> new Block.Table.Cell(head, 1, 1, inlines(cell.strip())))
                    .toList()));
        }
        return new Block.Table(caption, read);
    }

    /** Lines up to the next empty one, or to one that can only begin something else. */
    private Block paragraph() {
        var text = new StringBuilder(lines[next++]);
        while (next < lines.length && !lines[next].isBlank() && !beginsBlock(lines[next])) {
            if (endsInBreak(text)) {
                text.setCharAt(text.length() - 1, '\n');
            } else {
                text.append(' ');
            }
            text.append(lines[next++]);
        }
        return new Block.Paragraph(inlines(text.toString()));
    }

    private static boolean beginsBlock(String line) {
        return SUBHEAD.matcher(line).matches() || line.strip().equals("•") || line.startsWith("> ");
    }

    /** An odd number of backslashes at the end: the last one stands for a line break. */
    private static boolean endsInBreak(CharSequence text) {
        int backslashes = 0;
        while (backslashes < text.length() && text.charAt(text.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private static List<Inline> inlines(String text) {
        return MarkupInlines.read(text);
    }
}
