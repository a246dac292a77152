package news.titr.story;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What ties the versions of a story in several languages: their translation group. */
final class TranslationStore {

    private TranslationStore() {}

    static String group(Handle read, long story) {
        return read.createQuery("SELECT translation_group FROM story WHERE number = :number")
                .bind("number", story)
                .mapTo(String.class)
                .one();
    }

    static void setGroup(Handle write, long story, String group) {
        write.createUpdate("UPDATE story SET translation_group = :group WHERE number = :number")
                .bind("group", group)
                .bind("number", story)
                .execute();
    }

    /** The other versions of a story, live or not, by edition. */
    static List<Translation> others(Handle read, long story) {
        return read.createQuery("SELECT other.number, other.edition, other.release, r.headline"
                        + " FROM story its JOIN story other ON other.translation_group = its.translation_group"
                        + " AND other.number <> its.number JOIN revision r ON r.id = other.newest_revision"
                        + " WHERE its.number = :number ORDER BY other.edition")
                .bind("number", story)
                .map((row, _) -> new Translation(
                        row.getLong("number"),
                        row.getString("edition"),
                        row.getString("headline"),
                        row.getString("release").equals("live")))
                .list();
    }

    /** The version of a group in an edition. */
    static Optional<Long> inEdition(Handle read, String group, String edition) {
        return read.createQuery("SELECT number FROM story WHERE translation_group = :group AND edition = :edition")
                .bind("group", group)
                .bind("edition", edition)
                .mapTo(Long.class)
                .findFirst();
    }
}
