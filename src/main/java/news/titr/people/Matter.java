package news.titr.people;

import java.util.Optional;

/**
 * What a permission is asked for.
 *
 * @param sectionId the section that the story stands in, if it stands in one
 * @param own true when the story is the actor's own: they began it, or it was given to them
 */
public record Matter(Optional<String> sectionId, boolean own) {}
