package news.titr.wire.html;

import java.util.List;
import news.titr.doc.Block;
import news.titr.doc.Body;

/** What was read: blocks in reading order, and what did not come through as it was. */
public record HtmlReading(List<Block> blocks, List<HtmlRemark> remarks) {

    public HtmlReading {
        blocks = List.copyOf(blocks);
        remarks = List.copyOf(remarks);
    }

    public Body body() {
        return new Body(blocks);
    }
}
