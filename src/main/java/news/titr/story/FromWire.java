package news.titr.story;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the desk is told of where a story came from.
 *
 * @param own true for the item that the story is made of; false for one that says the same
 * @param source what its source is called
 * @param newer a version that waits, because somebody had touched the story
 * @param newerAt since when it waits
 * @param problems why it was not published, though its source's rule asks for it
 */
public record FromWire(
        String origin,
        String item,
        boolean own,
        String source,
        String rights,
        String link,
        Instant cameAt,
        Optional<Content> newer,
        Optional<Instant> newerAt,
        Arrival.Status status,
        List<Problem.Kind> problems) {

    public FromWire {
        problems = List.copyOf(problems);
    }

    /** True while somebody should look at it. */
    public boolean calls() {
        return newer.isPresent() || status != Arrival.Status.USABLE || !problems.isEmpty();
    }
}
