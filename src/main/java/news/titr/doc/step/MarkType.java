package news.titr.doc.step;

import java.util.List;

/**
 * A kind of mark.
 *
 * @param rank marks of lower rank stand further out; a text has at most one mark of a kind
 */
public record MarkType(String name, int rank, List<Attribute> attributes) {

    public MarkType {
        attributes = List.copyOf(attributes);
    }
}
