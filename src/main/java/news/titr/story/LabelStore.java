package news.titr.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import news.titr.db.Ids;
import news.titr.language.Fold;
import news.titr.language.FoldedWords;
import news.titr.language.Slug;
import news.titr.language.SortKey;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The tables of tags and of public bylines, which are alike. */
final class LabelStore {

    private static final int AT_A_TIME = 500;

    private LabelStore() {}

    /** The ids of these names, in their order; names that differ in nothing a reader sees are one. Unknown ones are made. */
    static List<String> idsOf(Handle write, Ids ids, Label.Kind kind, String edition, List<String> names) {
        var byName = idsByName(write, ids, kind, edition, names);
        return names.stream().map(byName::get).distinct().toList();
    }

    /** The same for many stories at once: the ids by name. */
    static Map<String, String> idsByName(
            Handle write, Ids ids, Label.Kind kind, String edition, Collection<String> names) {
        var addresses = new LinkedHashMap<String, String>();
        names.forEach(name -> addresses.computeIfAbsent(name, LabelStore::address));
        var known = new HashMap<>(bySlugs(write, kind, edition, Set.copyOf(addresses.values())));
        var unknown = new LinkedHashMap<String, String>();
        addresses.forEach((name, address) -> {
            if (!known.containsKey(address)) {
                unknown.putIfAbsent(address, name);
            }
        });
        known.putAll(insert(write, ids, kind, edition, unknown));
        addresses.replaceAll((_, address) -> known.get(address));
        return addresses;
    }

    /** The ids of labels with these slugs, and of those that once had them, by slug. */
    private static Map<String, String> bySlugs(Handle read, Label.Kind kind, String edition, Set<String> slugs) {
        if (slugs.isEmpty()) {
            return Map.of();
        }
        var found = new HashMap<String, String>();
        read.createQuery("SELECT slug, id FROM " + kind.table()
                        + " WHERE edition = :edition AND slug IN (<slugs>) AND merged_into IS NULL")
                .bind("edition", edition)
                .bindList("slugs", List.copyOf(slugs))
                .map((row, _) -> Map.entry(row.getString("slug"), row.getString("id")))
                .forEach(label -> found.put(label.getKey(), label.getValue()));
        var others = slugs.stream().filter(slug -> !found.containsKey(slug)).toList();
        var formerly = OldSlugStore.find(read, kind.table(), edition, others);
        var now = byIds(read, kind, formerly.values());
        formerly.forEach((slug, id) -> {
            if (now.containsKey(id)) {
                found.put(slug, now.get(id).id());
            }
        });
        return found;
    }

    private static String address(String name) {
        String slug = Slug.of(name);
        return slug.isEmpty() ? name : slug;
    }

    /** New labels with these names by their slugs; answers their ids by their slugs. */
    private static Map<String, String> insert(
            Handle write, Ids ids, Label.Kind kind, String edition, Map<String, String> names) {
        if (names.isEmpty()) {
            return Map.of();
        }
        var made = new HashMap<String, String>();
        var rows = write.prepareBatch("INSERT INTO " + kind.table() + " (id, edition, slug, name, sort_key, fold, stem)"
                + " VALUES (:id, :edition, :slug, :name, :sortKey, :fold, :stem)");
        names.forEach((slug, name) -> {
            String id = ids.next();
            made.put(slug, id);
            rows.bind("id", id)
                    .bind("edition", edition)
                    .bind("slug", slug)
                    .bind("name", name)
                    .bind("sortKey", SortKey.of(name))
                    .bind("fold", Fold.fold(name))
                    .bind("stem", stem(name))
                    .add();
        });
        rows.execute();
        return made;
    }

    /** The same for names that differ in a plural, a half-space, a letter's form: what may be one tag. */
    static String stem(String name) {
        return String.join("", FoldedWords.terms(name));
    }

    /** The label with this slug, or the one that once had it. */
    static Optional<Label> bySlug(Handle read, Label.Kind kind, String edition, String slug) {
        return read.createQuery("SELECT id, slug, name, " + topic(kind, kind.table()) + " FROM " + kind.table()
                        + " WHERE edition = :edition AND slug = :slug AND merged_into IS NULL")
                .bind("edition", edition)
                .bind("slug", slug)
                .map((row, _) -> label(kind, row))
                .findOne()
                .or(() -> OldSlugStore.find(read, kind.table(), edition, slug)
                        .flatMap(id -> Optional.ofNullable(
                                byIds(read, kind, List.of(id)).get(id))));
    }

    /** The labels with these slugs, by slug; those that once had one are not among them. */
    static Map<String, Label> bySlugs(Handle read, Label.Kind kind, String edition, Collection<String> slugs) {
        return slugs.isEmpty()
                ? Map.of()
                : read
                        .createQuery("SELECT id, slug, name, " + topic(kind, kind.table()) + " FROM " + kind.table()
                                + " WHERE edition = :edition AND slug IN (<slugs>) AND merged_into IS NULL")
                        .bind("edition", edition)
                        .bindList("slugs", List.copyOf(slugs))
                        .map((row, _) -> label(kind, row))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Label::slug, label -> label));
    }

    /** The column that says whether it is one; only tags can be. */
    private static String topic(Label.Kind kind, String table) {
        return switch (kind) {
            case TAG -> "CASE WHEN " + table + ".introduction <> '' THEN 1 ELSE 0 END AS topic";
            case AUTHOR -> "0 AS topic";
        };
    }

    private static Label label(Label.Kind kind, ResultSet row) throws SQLException {
        return new Label(
                row.getString("id"), kind, row.getString("slug"), row.getString("name"), row.getInt("topic") == 1);
    }

    /** Slugs have one spelling for what readers take for the same, so words are looked for in them. */
    static List<String> known(Handle read, Label.Kind kind, String edition, String words, int limit) {
        String slug = words.isBlank() ? "" : Slug.of(words);
        if (slug.isEmpty() && !words.isBlank()) {
            return List.of();
        }
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
                        + " WHERE edition = :edition AND name = :name AND merged_into IS NULL")
                .bind("biography", biography)
                .bind("picture", picture)
                .bind("edition", edition)
                .bind("name", name)
                .execute();
    }

    /** Whether it is an author's face. */
    static boolean isPortrait(Handle read, String asset) {
        return read.createQuery("SELECT COUNT(*) FROM author WHERE picture = :asset")
                        .bind("asset", asset)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    static Bylines.Profile profile(Handle read, Label author) {
        return read.createQuery("SELECT biography, picture, person FROM author WHERE id = :id")
                .bind("id", author.id())
                .map((row, _) -> new Bylines.Profile(
                        author,
                        row.getString("biography"),
                        Optional.ofNullable(row.getString("picture")),
                        Optional.ofNullable(row.getString("person"))))
                .one();
    }

    static void setProfile(Handle write, Bylines.Profile profile) {
        write.createUpdate(
                        "UPDATE author SET biography = :biography, picture = :picture, person = :person WHERE id = :id")
                .bind("biography", profile.biography())
                .bind("picture", profile.picture().orElse(null))
                .bind("person", profile.person().orElse(null))
                .bind("id", profile.author().id())
                .execute();
    }

    /** The labels with these ids, by these ids, in one query; one that was merged is what it was merged into. */
    static Map<String, Label> byIds(Handle read, Label.Kind kind, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return read
                .createQuery("SELECT was.id AS was, l.id, l.slug, l.name, " + topic(kind, "l") + " FROM " + kind.table()
                        + " was JOIN " + kind.table()
                        + " l ON l.id = COALESCE(was.merged_into, was.id) WHERE was.id IN (<ids>)")
                .bindList("ids", List.copyOf(ids))
                .map((row, _) -> Map.entry(row.getString("was"), label(kind, row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The ids of a label, and of those that were merged into it. */
    static List<String> idsOf(Handle read, Label label) {
        return read.createQuery("SELECT id FROM " + label.kind().table() + " WHERE id = :id OR merged_into = :id")
                .bind("id", label.id())
                .mapTo(String.class)
                .list();
    }

    /** Ties the labels of a live revision to its story, in place of those tied before, and counts them. */
    static void tie(Handle write, Label.Kind kind, long story, List<String> labels, long firstReleasedAt) {
        var before = write.createQuery("SELECT " + kind.table() + " FROM " + kind.liveTable() + " WHERE story = :story")
                .bind("story", story)
                .mapTo(String.class)
                .list();
        write.createUpdate("DELETE FROM " + kind.liveTable() + " WHERE story = :story")
                .bind("story", story)
                .execute();
        var now = new LinkedHashSet<String>();
        var known = byIds(write, kind, labels);
        for (String label : labels) {
            Optional.ofNullable(known.get(label)).map(Label::id).ifPresent(now::add);
        }
        for (String label : now) {
            write.createUpdate("INSERT INTO " + kind.liveTable() + " (" + kind.table() + ", story, first_released_at)"
                            + " VALUES (:label, :story, :at)")
                    .bind("label", label)
                    .bind("story", story)
                    .bind("at", firstReleasedAt)
                    .execute();
        }
        more(write, kind, now.stream().filter(id -> !before.contains(id)).toList(), 1);
        more(write, kind, before.stream().filter(id -> !now.contains(id)).toList(), -1);
    }

    private static void more(Handle write, Label.Kind kind, List<String> ids, int stories) {
        if (!ids.isEmpty()) {
            write.createUpdate("UPDATE " + kind.table() + " SET stories = stories + :more WHERE id IN (<ids>)")
                    .bind("more", stories)
                    .bindList("ids", ids)
                    .execute();
        }
    }

    /** Ties the labels of all live revisions anew, some stories at a time, and counts all of them at once. */
    static void rebuild(Handle write, Label.Kind kind) {
        write.execute("DELETE FROM " + kind.liveTable());
        long after = 0;
        while (true) {
            var page = labelled(write, kind, after);
            if (page.isEmpty()) {
                break;
            }
            var known = byIds(
                    write,
                    kind,
                    page.stream().flatMap(story -> story.labels().stream()).collect(Collectors.toSet()));
            insert(
                    write,
                    kind,
                    page.stream()
                            .flatMap(story -> story.labels().stream()
                                    .flatMap(label -> Optional.ofNullable(known.get(label)).stream())
                                    .map(Label::id)
                                    .distinct()
                                    .map(label -> new Tie(label, story.number(), story.firstReleasedAt())))
                            .toList());
            after = page.getLast().number();
        }
        write.execute("UPDATE " + kind.table() + " SET stories = 0");
        write.execute("UPDATE " + kind.table() + " SET stories = counted.stories FROM (SELECT " + kind.table()
                + " AS label, COUNT(*) AS stories FROM " + kind.liveTable() + " GROUP BY " + kind.table()
                + ") AS counted WHERE " + kind.table() + ".id = counted.label");
    }

    /** What a live revision names, whether or not it has been merged since. */
    private record Labelled(long number, long firstReleasedAt, List<String> labels) {}

    private static List<Labelled> labelled(Handle read, Label.Kind kind, long after) {
        return read.createQuery(
                        "SELECT st.number, st.first_released_at, r." + kind.column() + " AS labels FROM story st"
                                + " JOIN revision r ON r.id = st.live_revision WHERE st.release = 'live' AND st.number > :after"
                                + " ORDER BY st.number LIMIT :limit")
                .bind("after", after)
                .bind("limit", AT_A_TIME)
                .map((row, _) -> new Labelled(
                        row.getLong("number"),
                        row.getLong("first_released_at"),
                        StoredLists.read(row.getString("labels"))))
                .list();
    }

    private static void insert(Handle write, Label.Kind kind, List<Tie> ties) {
        if (ties.isEmpty()) {
            return;
        }
        var rows = write.prepareBatch("INSERT INTO " + kind.liveTable() + " (" + kind.table()
                + ", story, first_released_at) VALUES (:label, :story, :at)");
        ties.forEach(tie -> rows.bind("label", tie.label())
                .bind("story", tie.story())
                .bind("at", tie.firstReleasedAt())
                .add());
        rows.execute();
    }

    /** A label of a story that is live, and has none yet. */
    record Tie(String label, long story, long firstReleasedAt) {}

    /** Ties labels to stories that have just come before readers for the first time, and counts them. */
    static void tie(Handle write, Label.Kind kind, List<Tie> ties) {
        if (ties.isEmpty()) {
            return;
        }
        insert(write, kind, ties);
        var counts = write.prepareBatch("UPDATE " + kind.table() + " SET stories = stories + :more WHERE id = :id");
        ties.stream()
                .collect(Collectors.groupingBy(Tie::label, Collectors.counting()))
                .forEach((label, more) ->
                        counts.bind("more", more).bind("id", label).add());
        counts.execute();
    }

    /** Derived: how many live stories each of these has. */
    static void count(Handle write, Label.Kind kind, List<String> ids) {
        if (!ids.isEmpty()) {
            write.createUpdate("UPDATE " + kind.table() + " SET stories = (SELECT COUNT(*) FROM " + kind.liveTable()
                            + " l WHERE l." + kind.table() + " = " + kind.table() + ".id) WHERE id IN (<ids>)")
                    .bindList("ids", ids)
                    .execute();
        }
    }

    /** How many live stories carry it. */
    static long stories(Handle read, Label label) {
        return read.createQuery("SELECT stories FROM " + label.kind().table() + " WHERE id = :id")
                .bind("id", label.id())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    /** What readers are told of a tag; only tags have one. */
    static Optional<String> introduction(Handle read, Label label) {
        return label.kind() == Label.Kind.TAG
                ? read.createQuery("SELECT introduction FROM tag WHERE id = :id")
                        .bind("id", label.id())
                        .mapTo(String.class)
                        .findOne()
                : Optional.empty();
    }

    static void setIntroduction(Handle write, String tag, String introduction) {
        write.createUpdate("UPDATE tag SET introduction = :introduction WHERE id = :id")
                .bind("introduction", introduction)
                .bind("id", tag)
                .execute();
    }

    // ---- what the desk reads and changes

    private static String line(Label.Kind kind) {
        return "SELECT id, slug, name, stories, version, sort_key, " + topic(kind, kind.table()) + " FROM "
                + kind.table();
    }

    private static Labels.Line line(Label.Kind kind, ResultSet row, StatementContext context) throws SQLException {
        return new Labels.Line(
                label(kind, row), row.getLong("stories"), row.getLong("version"), row.getString("sort_key"));
    }

    /** Those with most stories first; each word must be found in the folded name. */
    static List<Labels.Line> list(
            Handle read, Label.Kind kind, String edition, List<String> folded, Labels.After after, int limit) {
        var sql = new StringBuilder(line(kind) + " WHERE edition = :edition AND merged_into IS NULL"
                + " AND (stories < :stories OR (stories = :stories AND (sort_key > :key"
                + " OR (sort_key = :key AND id > :id))))");
        for (int i = 0; i < folded.size(); i++) {
            sql.append(" AND fold LIKE :word").append(i);
        }
        var query = read.createQuery(sql + " ORDER BY stories DESC, sort_key, id LIMIT :limit")
                .bind("edition", edition)
                .bind("stories", after.stories())
                .bind("key", after.sortKey())
                .bind("id", after.id())
                .bind("limit", limit);
        for (int i = 0; i < folded.size(); i++) {
            query.bind("word" + i, "%" + folded.get(i) + "%");
        }
        return query.map((row, context) -> line(kind, row, context)).list();
    }

    /** Names that may be one, group by group, after a stem. */
    static List<List<Labels.Line>> duplicates(Handle read, Label.Kind kind, String edition, String after, int limit) {
        var stems = read.createQuery("SELECT stem FROM " + kind.table()
                        + " WHERE edition = :edition AND merged_into IS NULL AND stem > :after"
                        + " GROUP BY stem HAVING COUNT(*) > 1 ORDER BY stem LIMIT :limit")
                .bind("edition", edition)
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(String.class)
                .list();
        return stems.stream()
                .map(stem -> read.createQuery(line(kind) + " WHERE edition = :edition AND stem = :stem"
                                + " AND merged_into IS NULL ORDER BY stories DESC, sort_key, id")
                        .bind("edition", edition)
                        .bind("stem", stem)
                        .map((row, context) -> line(kind, row, context))
                        .list())
                .toList();
    }

    static Optional<Labels.Line> find(Handle read, Label.Kind kind, String id) {
        return read.createQuery(line(kind) + " WHERE id = :id AND merged_into IS NULL")
                .bind("id", id)
                .map((row, context) -> line(kind, row, context))
                .findOne();
    }

    static String editionOf(Handle read, Label label) {
        return read.createQuery("SELECT edition FROM " + label.kind().table() + " WHERE id = :id")
                .bind("id", label.id())
                .mapTo(String.class)
                .one();
    }

    static void rename(Handle write, Label label) {
        write.createUpdate("UPDATE " + label.kind().table() + " SET name = :name, slug = :slug, sort_key = :sortKey,"
                        + " fold = :fold, stem = :stem, version = version + 1 WHERE id = :id")
                .bind("name", label.name())
                .bind("slug", label.slug())
                .bind("sortKey", SortKey.of(label.name()))
                .bind("fold", Fold.fold(label.name()))
                .bind("stem", stem(label.name()))
                .bind("id", label.id())
                .execute();
    }

    /** Everything that carried one carries the other from now on; the row stays, for old revisions name it. */
    static void merge(Handle write, String edition, Label from, Label into) {
        String table = from.kind().table();
        String live = from.kind().liveTable();
        write.createUpdate("INSERT INTO " + live + " (" + table + ", story, first_released_at)"
                        + " SELECT :into, story, first_released_at FROM " + live + " was WHERE was." + table
                        + " = :from AND NOT EXISTS (SELECT 1 FROM " + live + " there WHERE there." + table
                        + " = :into AND there.story = was.story)")
                .bind("into", into.id())
                .bind("from", from.id())
                .execute();
        write.createUpdate("DELETE FROM " + live + " WHERE " + table + " = :from")
                .bind("from", from.id())
                .execute();
        write.createUpdate("UPDATE " + table + " SET merged_into = :into WHERE merged_into = :from")
                .bind("into", into.id())
                .bind("from", from.id())
                .execute();
        // no slug has this sign, so that the old one is free
        write.createUpdate("UPDATE " + table + " SET merged_into = :into, slug = :slug, version = version + 1"
                        + " WHERE id = :from")
                .bind("into", into.id())
                .bind("slug", "~" + from.id())
                .bind("from", from.id())
                .execute();
        OldSlugStore.lead(write, table, from.id(), into.id());
        OldSlugStore.put(write, table, edition, from.slug(), into.id());
        count(write, from.kind(), List.of(from.id(), into.id()));
    }

    /** Makes what is found by for names that have been there since before there was any. */
    static int foldMissing(Handle write, Label.Kind kind) {
        var names = write.createQuery("SELECT id, name FROM " + kind.table() + " WHERE stem = '' AND name <> ''")
                .map((row, _) -> Map.entry(row.getString("id"), row.getString("name")))
                .list();
        int folded = 0;
        for (var entry : names) {
            String stem = stem(entry.getValue());
            if (!stem.isEmpty()) {
                folded += write.createUpdate(
                                "UPDATE " + kind.table() + " SET fold = :fold, stem = :stem WHERE id = :id")
                        .bind("fold", Fold.fold(entry.getValue()))
                        .bind("stem", stem)
                        .bind("id", entry.getKey())
                        .execute();
            }
        }
        return folded;
    }
}
