package news.titr.media;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Knows where readers see a picture. It is asked in the transaction that changes the picture. */
public interface Showing {

    /** For whoever shows no picture to anybody. */
    Showing NOWHERE = (_, _) -> new Places(List.of(), false);

    /**
     * @param stories numbers of the live stories that show it
     * @param elsewhere true if it is seen outside of stories too: a writer's face, a page that stays
     */
    record Places(List<Long> stories, boolean elsewhere) {}

    Places of(Handle read, String asset);
}
