package news.titr.story;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The slugs that sections, tags and authors once had: an address that was right stays right. */
final class OldSlugStore {

    static final String SECTION = "section";

    private OldSlugStore() {}

    static Optional<String> find(Handle read, String kind, String edition, String slug) {
        return read.createQuery("SELECT now FROM old_slug WHERE kind = :kind AND edition = :edition AND slug = :slug")
                .bind("kind", kind)
                .bind("edition", edition)
                .bind("slug", slug)
                .mapTo(String.class)
                .findOne();
    }

    /** The same for many slugs: the ids by slug. */
    static Map<String, String> find(Handle read, String kind, String edition, List<String> slugs) {
        return slugs.isEmpty()
                ? Map.of()
                : read.createQuery("SELECT slug, now FROM old_slug"
                                + " WHERE kind = :kind AND edition = :edition AND slug IN (<slugs>)")
                        .bind("kind", kind)
                        .bind("edition", edition)
                        .bindList("slugs", slugs)
                        .map((row, _) -> Map.entry(row.getString("slug"), row.getString("now")))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** From now on this slug leads to what has this id. */
    static void put(Handle write, String kind, String edition, String slug, String id) {
        write.createUpdate("INSERT INTO old_slug (kind, edition, slug, now) VALUES (:kind, :edition, :slug, :id)"
                        + " ON CONFLICT (kind, edition, slug) DO UPDATE SET now = excluded.now")
                .bind("kind", kind)
                .bind("edition", edition)
                .bind("slug", slug)
                .bind("id", id)
                .execute();
    }

    /** Something has this slug itself now. */
    static void free(Handle write, String kind, String edition, String slug) {
        write.createUpdate("DELETE FROM old_slug WHERE kind = :kind AND edition = :edition AND slug = :slug")
                .bind("kind", kind)
                .bind("edition", edition)
                .bind("slug", slug)
                .execute();
    }

    /** What led to one leads to another. */
    static void lead(Handle write, String kind, String from, String to) {
        write.createUpdate("UPDATE old_slug SET now = :to WHERE kind = :kind AND now = :from")
                .bind("to", to)
                .bind("kind", kind)
                .bind("from", from)
                .execute();
    }

    static void forget(Handle write, String kind, String id) {
        write.createUpdate("DELETE FROM old_slug WHERE kind = :kind AND now = :id")
                .bind("kind", kind)
                .bind("id", id)
                .execute();
    }
}
