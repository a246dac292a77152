package news.titr.wire;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.titr.doc.Block;
import news.titr.doc.Inline;

/**
 * Looks for each line of a page in the story, the particulars, and the furniture. A line of text may stand in one of
 * them only once for each time it stands on the page, the headline, kicker and lead aside, which pages repeat.
 */
final class EveryLine {

    private EveryLine() {}

    static void isKept(byte[] page) {
        if (!(PageText.of(page) instanceof PageText.Lines(var lines))
                || !(PageReader.read(page) instanceof PageReading.Read read)) {
            return;
        }
        var repeated = Stream.of(read.headline(), read.kicker(), read.lead())
                .map(PageLine::key)
                .collect(Collectors.toSet());
        var kept = new ArrayList<String>();
        read.body().walk(block -> {
            switch (block) {
                case Block.Paragraph(var text) -> kept.add(Inline.text(text));
                case Block.Subhead subhead -> {
                    kept.add(subhead.kicker());
                    kept.add(Inline.text(subhead.text()));
                }
                default -> {}
            }
        });
        int separators = read.body().all(Block.Separator.class).size();
        String note = read.note();
        for (var line : Stream.concat(read.particulars().stream(), read.furniture().stream())
                .toList()) {
            kept.add(line.text());
            assertTrue(note.contains(line.text()), () -> "Not in the note: " + line);
        }
        for (var line : lines) {
            boolean found = repeated.contains(line.key()) && !line.key().isEmpty()
                    || kept.remove(line.text())
                    || kept.remove(withoutBullet(line.text()));
            if (!found && PageBody.isSeparator(line.text())) {
                separators--;
                found = separators >= 0;
            }
            boolean accounted = found;
            assertTrue(accounted, () -> "Lost: " + line + "\n" + PageDump.of(read));
        }
    }

    private static String withoutBullet(String text) {
        return text.replaceFirst("^(?:\\S\\s+|[(\\[]?[0-9۰-۹\u0660-\u0669]{1,2}\\s?[.\\-–ـ)\\]]\\s*)", "");
    }
}
