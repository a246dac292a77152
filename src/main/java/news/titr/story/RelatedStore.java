package news.titr.story;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Numbers of the newest stories that have something in common, each out of one index, without a look at a story. */
final class RelatedStore {

    private RelatedStore() {}

    /** By the primary key of live_tag, live_author. */
    static List<Long> newest(Handle read, Label label, int limit) {
        return read.createQuery("SELECT story FROM " + label.kind().liveTable() + " WHERE "
                        + label.kind().table()
                        + " = :label ORDER BY first_released_at DESC, story DESC LIMIT :limit")
                .bind("label", label.id())
                .bind("limit", limit)
                .mapTo(Long.class)
                .list();
    }

    /** By the primary key of live_place. */
    static List<Long> newest(Handle read, Place place, int limit) {
        return read.createQuery("SELECT story FROM live_place WHERE edition = :edition AND place = :place"
                        + " ORDER BY first_released_at DESC, story DESC LIMIT :limit")
                .bind("edition", place.edition())
                .bind("place", place.slug())
                .bind("limit", limit)
                .mapTo(Long.class)
                .list();
    }

    /** By story_live_section. */
    static List<Long> newest(Handle read, Section section, int limit) {
        return read.createQuery("SELECT number FROM story WHERE live_section = :section"
                        + " ORDER BY first_released_at DESC, number DESC LIMIT :limit")
                .bind("section", section.id())
                .bind("limit", limit)
                .mapTo(Long.class)
                .list();
    }
}
