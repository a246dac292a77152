package news.titr.wire;

import news.titr.language.HouseStyle;
import news.titr.language.Tidy;

/**
 * Reads the text of a news page, as a browser or an extractor gives it, as a story. Nothing is lost: each line that is
 * not blank is in the story, among the particulars, or named as furniture. Reads no clock and no network; immutable.
 */
public final class PageReader {

    /** A longer page is refused; in bytes. Whoever reads files looks at their size first. */
    public static final int LARGEST = 5 * 1024 * 1024;

    private final Tidy tidy;

    public PageReader(Tidy tidy) {
        this.tidy = tidy;
    }

    /** The story with its words as they stand on the page. */
    public static PageReading read(byte[] page) {
        return switch (PageText.of(page)) {
            case PageText.Unreadable(var problem) -> new PageReading.Refused(problem);
            case PageText.Lines(var lines) -> {
                var sheet = new PageSheet();
                var sorting = new PageSorting(lines, sheet);
                sorting.sort();
                var head = new PageHead(sorting.text, sheet);
                var rest = head.read();
                var body = new PageBody(rest, sheet).read();
                for (var said : sorting.said) {
                    sheet.learn(
                            said.line(),
                            said.particular(),
                            said.line().number() < head.headlineLine || head.headlineLine == 0);
                }
                yield sheet.headline.isEmpty() && sheet.lead.isEmpty() && body.isEmpty()
                        ? new PageReading.Refused("It has no text of a story")
                        : sheet.read(body);
            }
        };
    }

    /** The story, its words tidied as the house writes them. */
    public PageReading read(byte[] page, HouseStyle style) {
        return switch (read(page)) {
            case PageReading.Refused refused -> refused;
            case PageReading.Read read -> PageTidy.apply(read, tidy, style);
        };
    }
}
