package news.titr.story;

import java.util.Optional;

/**
 * A section of one edition (سرویس), such as «فرهنگ».
 *
 * @param parent the id of the section it belongs to
 * @param description what readers are told of it, or the empty string
 * @param hidden true for one that is offered nowhere; its page still opens
 * @param inNavigation true for one that stands in the navigation of every page
 * @param version counts its changes
 */
public record Section(
        String id,
        String edition,
        String slug,
        String name,
        Optional<String> parent,
        int position,
        String description,
        boolean hidden,
        boolean inNavigation,
        long version) {

    /** A section as it begins. */
    public Section(String id, String edition, String slug, String name, Optional<String> parent, int position) {
        this(id, edition, slug, name, parent, position, "", false, true, 1);
    }
}
