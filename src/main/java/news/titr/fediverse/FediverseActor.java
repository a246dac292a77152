package news.titr.fediverse;

import java.util.Optional;
import news.titr.story.LiveStories;
import news.titr.story.Section;

/**
 * A part of the newspaper that can be followed: an edition, or a section of one.
 *
 * @param key names it for good, also when its section gets another slug: the id of the edition or of the section
 * @param handle as people type it, before the {@code @}
 * @param name as people see it
 */
record FediverseActor(
        String key, String handle, String name, String description, String edition, Optional<Section> section) {

    /** What it says: the stories that its page shows. */
    LiveStories.Of stories() {
        return section.<LiveStories.Of>map(LiveStories.Of.InSection::new)
                .orElseGet(() -> new LiveStories.Of.Edition(edition));
    }
}
