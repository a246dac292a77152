package news.titr.people;

import java.util.Optional;
import java.util.Set;

/**
 * What a permission is asked for.
 *
 * @param sectionId the section that the story stands in, if it stands in one
 * @param above the sections that this one stands below, up to the root: whoever edits one of them edits this as well
 * @param own true when the story is the actor's own: they began it, or it was given to them
 */
public record Matter(Optional<String> sectionId, Set<String> above, boolean own) {

    public Matter {
        above = Set.copyOf(above);
    }
}
