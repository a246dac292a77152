package news.titr.doc;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the text described at {@link Markup}. */
final class MarkupReader {

    /** Deeper quotes and lists are text: nobody writes them, and a hostile text must not exhaust the stack. */
    private static final int DEEPEST = 24;

    private static final Pattern DELIMITER = Pattern.compile(":?-+:?");
    private static final Pattern READ_ALSO = Pattern.compile("=>[ \t]*(\\p{Nd}{1,18})(?:[ \t]+(.*))?", Pattern.DOTALL);

    private final List<String> lines;
    private final int depth;
    private final List<Block> blocks = new ArrayList<>();
    private int at;

    private MarkupReader(List<String> lines, int depth) {
        this.lines = lines;
        this.depth = depth;
    }

    static Body read(String text) {
        return new Body(blocks(MarkupLine.lines(text), 0));
    }

    private static List<Block> blocks(List<String> lines, int depth) {
        var reader = new MarkupReader(lines, depth);
        while (reader.at < lines.size()) {
            int before = reader.at;
            var block = reader.block();
            if (block != null) {
                reader.blocks.add(block);
            } else if (MarkupLine.kind(lines.get(before)) == MarkupLine.Kind.BLANK) {
                reader.at = before + 1;
            } else {
                reader.at = before;
                reader.blocks.add(reader.paragraph());
            }
        }
        return reader.blocks;
    }

    /** The block that begins at this line, or null when it is none after all. */
    private @Nullable Block block() {
        return switch (MarkupLine.kind(lines.get(at))) {
            case BLANK -> null;
            case PLAIN -> paragraph();
            case FENCE -> fence();
            case QUOTE -> depth < DEEPEST ? quote() : null;
            case BULLET -> depth < DEEPEST ? list(false) : null;
            case NUMBERED -> depth < DEEPEST && number(lines.get(at)) == 1 ? list(true) : null;
            case KICKER -> kicker();
            case SUBHEAD -> subhead("");
            case CAPTION -> caption();
            case TABLE -> table("");
            case SEPARATOR -> {
                at++;
                yield new Block.Separator();
            }
            case PICTURE -> picture(logicalLine());
            case READ_ALSO -> readAlso(logicalLine());
            case EMBED -> embed(logicalLine());
        };
    }

    /** One line, with those that a backslash at its end ties to it. */
    private String logicalLine() {
        var line = new StringBuilder(MarkupLine.strip(lines.get(at++)));
        while (at < lines.size()
                && MarkupLine.endsInBackslash(line.toString())
                && MarkupLine.kind(lines.get(at)) != MarkupLine.Kind.BLANK) {
            line.append('\n').append(MarkupLine.strip(lines.get(at++)));
        }
        return line.toString();
    }

    private Block paragraph() {
        var text = new StringBuilder(logicalLine());
        while (at < lines.size() && MarkupLine.kind(lines.get(at)) == MarkupLine.Kind.PLAIN) {
            text.append(' ').append(logicalLine());
        }
        return new Block.Paragraph(MarkupRuns.read(text.toString()));
    }

    private @Nullable Block fence() {
        boolean unknown = MarkupLine.strip(lines.get(at)).endsWith("unknown");
        for (int end = at + 1; end < lines.size(); end++) {
            if (MarkupLine.strip(lines.get(end)).equals(MarkupLine.FENCE)) {
                var block = BodyJson.readBlock(String.join("\n", lines.subList(at + 1, end)), unknown);
                at = end + 1;
                return block.orElse(null);
            }
        }
        return null;
    }

    private Block quote() {
        var inside = new ArrayList<String>();
        while (at < lines.size() && MarkupLine.kind(lines.get(at)) == MarkupLine.Kind.QUOTE) {
            String line = MarkupLine.strip(lines.get(at++)).substring(1);
            inside.add(line.startsWith(" ") ? line.substring(1) : line);
        }
        String last = MarkupLine.strip(inside.getLast());
        String speaker = "";
        if (!last.isEmpty() && MarkupLine.isDash(last.charAt(0))) {
            speaker = MarkupLine.strip(last.substring(1));
            if (!speaker.isEmpty()) {
                inside.removeLast();
            }
        }
        return new Block.Quote(MarkupLine.unescape(speaker), blocks(inside, depth + 1));
    }

    private static int number(String line) {
        var number = MarkupLine.NUMBERED.matcher(MarkupLine.strip(line));
        return number.lookingAt() ? Integer.parseInt(number.group(1)) : 0;
    }

    private Block list(boolean numbered) {
        var items = new ArrayList<Block.Listing.Item>();
        var kind = numbered ? MarkupLine.Kind.NUMBERED : MarkupLine.Kind.BULLET;
        while (at < lines.size() && MarkupLine.kind(lines.get(at)) == kind) {
            items.add(item(numbered));
            // a new numbered list would begin with one, so the next number after an empty line goes on with this one
            int next = nextText();
            if (numbered && next < lines.size() && number(lines.get(next)) == items.size() + 1) {
                at = next;
            }
        }
        return new Block.Listing(numbered, items);
    }

    private int nextText() {
        int next = at;
        while (next < lines.size() && MarkupLine.kind(lines.get(next)) == MarkupLine.Kind.BLANK) {
            next++;
        }
        return next;
    }

    private Block.Listing.Item item(boolean numbered) {
        String line = MarkupLine.strip(lines.get(at++));
        int marker = 1;
        if (numbered) {
            var number = MarkupLine.NUMBERED.matcher(line);
            marker = number.lookingAt() ? number.end() : 1;
        }
        String first = MarkupLine.strip(line.substring(marker));
        var inside = new ArrayList<String>();
        inside.add(first);
        int indent = startsList(first) ? 2 : 0;
        while (at < lines.size()) {
            int next = nextText();
            if (next == lines.size() || indentation(lines.get(next)) < 2) {
                break;
            }
            if (indent == 0) {
                indent = indentation(lines.get(next));
            }
            while (at < next) {
                inside.add("");
                at++;
            }
            inside.add(lines.get(at).substring(cut(lines.get(at), indent)));
            at++;
        }
        var blocks = blocks(inside, depth + 1);
        return new Block.Listing.Item(blocks.isEmpty() ? List.of(new Block.Paragraph(List.of())) : blocks);
    }

    private static boolean startsList(String line) {
        var kind = MarkupLine.kind(line);
        return kind == MarkupLine.Kind.BULLET || kind == MarkupLine.Kind.NUMBERED;
    }

    /** Columns before the first character; a tab counts as four. */
    private static int indentation(String line) {
        int columns = 0;
        for (int i = 0; i < line.length() && MarkupLine.isSpace(line.charAt(i)); i++) {
            columns += line.charAt(i) == '\t' ? 4 : 1;
        }
        return columns;
    }

    /** How many characters make up this indentation, or as much of it as there is. */
    private static int cut(String line, int indent) {
        int columns = 0;
        int i = 0;
        while (i < line.length() && columns < indent && MarkupLine.isSpace(line.charAt(i))) {
            columns += line.charAt(i) == '\t' ? 4 : 1;
            i++;
        }
        return i;
    }

    private @Nullable Block kicker() {
        String kicker = MarkupLine.unescape(MarkupLine.strip(logicalLine().substring(1)));
        return !kicker.isEmpty() && isAt(MarkupLine.Kind.SUBHEAD) ? subhead(kicker) : null;
    }

    private @Nullable Block caption() {
        String caption = MarkupLine.unescape(MarkupLine.strip(logicalLine().substring(2)));
        return !caption.isEmpty() && isAt(MarkupLine.Kind.TABLE) ? table(caption) : null;
    }

    private boolean isAt(MarkupLine.Kind kind) {
        return at < lines.size() && MarkupLine.kind(lines.get(at)) == kind;
    }

    private Block subhead(String kicker) {
        String line = logicalLine();
        int level = line.startsWith("###") ? 3 : 2;
        return new Block.Subhead(level, kicker, MarkupRuns.read(MarkupLine.strip(line.substring(level))));
    }

    private Block table(String caption) {
        var rows = new ArrayList<Block.Table.Row>();
        while (at < lines.size() && MarkupLine.kind(lines.get(at)) == MarkupLine.Kind.TABLE) {
            var cells = MarkupLine.cells(logicalLine());
            if (rows.size() == 1
                    && cells.stream().allMatch(cell -> DELIMITER.matcher(cell).matches())) {
                rows.set(0, header(rows.getFirst()));
            } else {
                rows.add(new Block.Table.Row(cells.stream()
                        .map(cell -> new Block.Table.Cell(false, 1, 1, MarkupRuns.read(cell)))
                        .toList()));
            }
        }
        return new Block.Table(caption, rows);
    }

    private static Block.Table.Row header(Block.Table.Row row) {
        return new Block.Table.Row(row.cells().stream()
                .map(cell -> new Block.Table.Cell(true, 1, 1, cell.text()))
                .toList());
    }

    // ---- blocks of one line

    private static @Nullable Block picture(String line) {
        int alt = end(line, 2, "]");
        if (!line.startsWith("(", alt + 1)) {
            return null;
        }
        int key = end(line, alt + 2, " )");
        if (key == line.length()) {
            return null;
        }
        String title = "";
        int close = key;
        if (line.startsWith(" \"", key)) {
            int quote = end(line, key + 2, "\"");
            if (quote == line.length()) {
                return null;
            }
            title = line.substring(key + 2, quote);
            close = quote + 1;
        }
        if (!line.substring(close).equals(")")) {
            return null;
        }
        int bar = end(title, 0, "|");
        String credit = bar < title.length() ? MarkupLine.strip(title.substring(bar + 1)) : "";
        return new Block.Picture(
                MarkupLine.unescape(line.substring(alt + 2, key)),
                MarkupLine.unescape(MarkupLine.strip(line.substring(2, alt))),
                MarkupLine.unescape(MarkupLine.strip(title.substring(0, bar))),
                MarkupLine.unescape(credit));
    }

    private static @Nullable Block readAlso(String line) {
        var parts = READ_ALSO.matcher(line);
        if (!parts.matches()) {
            return null;
        }
        String headline = parts.group(2) == null ? "" : parts.group(2);
        return new Block.ReadAlso(Long.parseLong(parts.group(1)), MarkupLine.unescape(headline));
    }

    private static @Nullable Block embed(String line) {
        int provider = end(line, 2, ": >");
        if (!line.startsWith(":", provider)) {
            return null;
        }
        int id = end(line, provider + 1, " >");
        int close = end(line, id, ">");
        if (!line.substring(close).equals(">>")) {
            return null;
        }
        return new Block.Embed(
                MarkupLine.unescape(line.substring(2, provider)),
                MarkupLine.unescape(line.substring(provider + 1, id)),
                MarkupLine.unescape(MarkupLine.strip(line.substring(id, close))));
    }

    /** Where the first of these characters stands that no backslash disarms, or the length of the text. */
    private static int end(String text, int start, String characters) {
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (characters.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }
}
