package news.titr.wire.html;

import java.util.List;
import java.util.Optional;
import news.titr.doc.Block;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** What the reader of HTML must ask about the world outside the text that it reads. */
public interface HtmlSurroundings {

    /** Where the text stood, so that relative addresses can be made whole; or the empty string. */
    default String base() {
        return "";
    }

    /**
     * The key of the asset that a picture, video or sound has become here; empty when it has not come in, and is left as a
     * link.
     *
     * @param address absolute where that is known
     * @param element that shows it
     */
    default Optional<String> asset(String address, Element element) {
        return Optional.empty();
    }

    /** Where a link leads from now on. */
    default String link(String address) {
        return address;
    }

    /**
     * What a node of one system stands for, such as a comment that means a gallery there. Asked first for every element and
     * comment.
     *
     * @return the blocks that take the node's place, perhaps none; empty to read the node as HTML
     */
    default Optional<List<Block>> special(Node node) {
        return Optional.empty();
    }

    /** Knows nothing: pictures stay where they are. */
    HtmlSurroundings NONE = new HtmlSurroundings() {};
}
