package news.titr.wire;

import java.util.List;
import java.util.stream.Collectors;
import news.titr.doc.Block;
import news.titr.doc.Inline;

/** A reading as text that people can compare with the page: one fact or block on a line. */
final class PageDump {

    private PageDump() {}

    static String of(PageReading reading) {
        return switch (reading) {
            case PageReading.Refused(var problem) -> "refused: " + problem + "\n";
            case PageReading.Read read -> of(read);
        };
    }

    private static String of(PageReading.Read read) {
        var dump = new StringBuilder();
        line(dump, "browser title", read.browserTitle());
        line(dump, "site", read.siteName());
        line(dump, "clock", read.pageClock());
        line(dump, "number", read.sourceNumber());
        line(dump, "kicker", read.kicker());
        line(dump, "headline", read.headline());
        line(dump, "lead", read.lead());
        line(dump, "source", read.source());
        line(dump, "published", read.publishedText());
        line(dump, "tags", String.join(" | ", read.tags()));
        dump.append("\n").append(blocks(read.body().blocks(), "")).append('\n');
        read.doubts().forEach(doubt -> dump.append("? ").append(doubt.english()).append('\n'));
        read.particulars().forEach(line -> line(dump, "particular " + line.number(), line.text()));
        read.furniture().forEach(line -> line(dump, "furniture " + line.number(), line.text()));
        return dump.toString();
    }

    private static void line(StringBuilder dump, String name, String value) {
        if (!value.isEmpty()) {
            dump.append(name).append(": ").append(value).append('\n');
        }
    }

    private static String blocks(List<Block> blocks, String indent) {
        return blocks.stream().map(block -> block(block, indent)).collect(Collectors.joining());
    }

    private static String block(Block block, String indent) {
        return switch (block) {
            case Block.Paragraph(var text) -> indent + "p " + Inline.text(text) + "\n";
            case Block.Subhead(var level, var kicker, var text) ->
                indent + "h" + level + " " + (kicker.isEmpty() ? "" : "[" + kicker + "] ") + Inline.text(text) + "\n";
            case Block.Quote(var speaker, var inside) ->
                indent + "quote — " + speaker + "\n" + blocks(inside, indent + "  ");
            case Block.Listing(var numbered, var items) ->
                indent + (numbered ? "numbers" : "bullets") + "\n"
                        + items.stream()
                                .map(item -> blocks(item.blocks(), indent + "  "))
                                .collect(Collectors.joining());
            case Block.Separator _ -> indent + "separator\n";
            case Block.Table _, Block.Picture _, Block.ReadAlso _, Block.Embed _, Block.Unknown _ ->
                throw new AssertionError("A page's text gives no " + block);
        };
    }

    /** For looking at a page by hand. */
    public static void main(String[] files) throws java.io.IOException {
        for (String file : files) {
            byte[] page = java.nio.file.Files.readAllBytes(java.nio.file.Path.of(file));
            System.out.println("=== " + file + "\n" + of(PageReader.read(page)));
        }
    }
}
