package news.titr.wire.moving;

import news.titr.doc.Body;
import news.titr.language.HouseStyle;
import news.titr.language.Tidy;
import news.titr.story.Content;
import news.titr.wire.BlockTidy;

/** Tidies what is written in a story, and counts the places. */
final class ContentTidy {

    private final Tidy tidy;
    private final HouseStyle style;
    private long edits;

    ContentTidy(Tidy tidy, HouseStyle style) {
        this.tidy = tidy;
        this.style = style;
    }

    Content apply(Content content) {
        var work = new BlockTidy(tidy, style);
        var tidied = content.withText(
                work.text(content.kicker()),
                work.text(content.headline()),
                work.text(content.lead()),
                new Body(work.blocks(content.body().blocks())));
        edits += work.edits();
        return tidied;
    }

    long edits() {
        return edits;
    }
}
