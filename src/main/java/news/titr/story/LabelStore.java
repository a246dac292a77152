package news.titr.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.titr.db.Ids;
import news.titr.language.Slug;
import news.titr.language.SortKey;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The tables of tags and of public bylines, which are alike. */
final class LabelStore {

    private LabelStore() {}

    /** The ids of these names, in their order; names that differ in nothing a reader sees are one. Unknown ones are made. */
    static List<String> idsOf(Handle write, Ids ids, Label.Kind kind, String edition, List<String> names) {
        var found = new ArrayList<String>();
        for (String name : names) {
            String slug = Slug.of(name);
            String address = slug.isEmpty() ? name : slug;
            String id = bySlug(write, kind, edition, address)
                    .map(Label::id)
                    .orElseGet(() -> insert(write, ids.next(), kind, edition, address, name));
            if (!found.contains(id)) {
                found.add(id);
            }
        }
        return found;
    }

    private static String insert(Handle write, String id, Label.Kind kind, String edition, String slug, String name) {
        write.createUpdate("INSERT INTO " + kind.table() + " (id, edition, slug, name, sort_key)"
                        + " VALUES (:id, :edition, :slug, :name, :sortKey)")
                .bind("id", id)
                .bind("edition", edition)
                .bind("slug", slug)
                .bind("name", name)
                .bind("sortKey", SortKey.of(name))
                .execute();
        return id;
    }

    static Optional<Label> bySlug(Handle read, Label.Kind kind, String edition, String slug) {
        return read.createQuery(
                        "SELECT id, slug, name FROM " + kind.table() + " WHERE edition = :edition AND slug = :slug")
                .bind("edition", edition)
                .bind("slug", slug)
                .map((row, _) -> new Label(row.getString("id"), kind, row.getString("slug"), row.getString("name")))
                .findOne();
    }

    /** Slugs have one spelling for what readers take for the same, so words are looked for in them. */
    static List<String> known(Handle read, Label.Kind kind, String edition, String words, int limit) {
        String slug = words.isBlank() ? "" : Slug.of(words);
        return read.createQuery("SELECT name FROM " + kind.table()
                        + " WHERE edition = :edition AND slug LIKE :words ORDER BY sort_key LIMIT :limit")
                .bind("edition", edition)
                .bind("words", "%" + slug.replace("%", "").replace("_", "") + "%")
                .bind("limit", limit)
                .mapTo(String.class)
                .list();
    }

    static void describeAuthor(Handle write, String edition, String name, String biography, @Nullable String picture) {
        write.createUpdate("UPDATE author SET biography = :biography, picture = :picture"
                        + " WHERE edition = :edition AND name = :name")
                .bind("biography", biography)
                .bind("picture", picture)
                .bind("edition", edition)
                .bind("name", name)
                .execute();
    }

    static Bylines.Profile profile(Handle read, Label author) {
        return read.createQuery("SELECT biography, picture FROM author WHERE id = :id")
                .bind("id", author.id())
                .map((row, _) -> new Bylines.Profile(
                        author, row.getString("biography"), Optional.ofNullable(row.getString("picture"))))
                .one();
    }

    /** The labels with these ids, by id, in one query. */
    static Map<String, Label> byIds(Handle read, Label.Kind kind, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return read
                .createQuery("SELECT id, slug, name FROM " + kind.table() + " WHERE id IN (<ids>)")
                .bindList("ids", List.copyOf(ids))
                .map((row, _) -> new Label(row.getString("id"), kind, row.getString("slug"), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Label::id, Function.identity()));
    }

    /** Ties the labels of a live revision to its story, in place of those tied before. */
    static void tie(Handle write, Label.Kind kind, long story, List<String> labels, long firstReleasedAt) {
        write.createUpdate("DELETE FROM " + kind.liveTable() + " WHERE story = :story")
                .bind("story", story)
                .execute();
        for (String label : labels) {
            write.createUpdate("INSERT INTO " + kind.liveTable() + " (" + kind.table() + ", story, first_released_at)"
                            + " VALUES (:label, :story, :at)")
                    .bind("label", label)
                    .bind("story", story)
                    .bind("at", firstReleasedAt)
                    .execute();
        }
    }
}
