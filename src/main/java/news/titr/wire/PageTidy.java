package news.titr.wire;

import news.titr.doc.Body;
import news.titr.language.HouseStyle;
import news.titr.language.Tidy;

/** Tidies the texts of a story that came from a page, and counts the places. */
final class PageTidy {

    private PageTidy() {}

    static PageReading.Read apply(PageReading.Read read, Tidy tidy, HouseStyle style) {
        var work = new BlockTidy(tidy, style);
        String kicker = work.text(read.kicker());
        String headline = work.text(read.headline());
        String lead = work.text(read.lead());
        var body = new Body(work.blocks(read.body().blocks()));
        return new PageReading.Read(
                read.browserTitle(),
                read.siteName(),
                read.pageClock(),
                read.sourceNumber(),
                kicker,
                headline,
                lead,
                body,
                read.source(),
                read.publishedText(),
                read.tags(),
                read.doubts(),
                read.particulars(),
                read.furniture(),
                work.edits());
    }
}
