package news.titr.story;

import java.util.ArrayList;
import java.util.List;
import news.titr.language.Slug;

/**
 * Where stories are about: a province, or a town in one.
 *
 * @param slug of the whole: {@code مهرکوه} for the province, {@code مهرکوه-ساوران} for the town
 * @param name of the place alone
 * @param parent the slug of the province that a town is in; empty for a province
 * @param stories how many live stories are about it
 */
public record Place(String edition, String slug, String name, String parent, long stories) {

    /**
     * The places that a story's place names, the widest first: «مهرکوه/ساوران» is in Mehrkuh, and in Savaran there. What has no
     * letter names none.
     */
    public static List<Place> named(String edition, String written) {
        var places = new ArrayList<Place>();
        String parent = "";
        var whole = new StringBuilder();
        for (String part : written.split("/", 2)) {
            String name = part.strip();
            String slug = Slug.of(whole.append(' ').append(name).toString());
            if (!Slug.of(name).isEmpty()) {
                places.add(new Place(edition, slug, name, parent, 0));
                parent = slug;
            }
        }
        return List.copyOf(places);
    }

    public boolean isTown() {
        return !parent.isEmpty();
    }
}
