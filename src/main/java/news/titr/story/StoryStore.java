package news.titr.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import news.titr.db.Ids;
import news.titr.doc.BodyJson;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The tables of stories and revisions, for the doors and the desk. */
final class StoryStore {

    private StoryStore() {}

    static Optional<Story> story(Handle read, long number) {
        return read.createQuery("SELECT * FROM story WHERE number = :number")
                .bind("number", number)
                .map(StoryStore::story)
                .findOne();
    }

    static boolean exists(Handle read, long number) {
        return story(read, number).isPresent();
    }

    static void insert(Handle write, Story story, String translationGroup) {
        write.createUpdate(
                        "INSERT INTO story (number, edition, translation_group, type, stage, newest_revision, release,"
                                + " source_number, begun_by, note, created_at) VALUES (:number, :edition, :group, :type, :stage, :revision,"
                                + " 'unreleased', :sourceNumber, :begunBy, :note, :createdAt)")
                .bind("number", story.number())
                .bind("edition", story.edition())
                .bind("group", translationGroup)
                .bind("type", story.type().id())
                .bind("stage", story.stage().id())
                .bind("revision", story.newestRevision())
                .bind("sourceNumber", story.sourceNumber())
                .bind("begunBy", story.begunBy())
                .bind("note", story.note())
                .bind("createdAt", story.createdAt().toEpochMilli())
                .execute();
        PictureUseStore.refresh(write, story.number());
        CardStore.refresh(write, story.number());
    }

    static final String INSERT_REVISION = "INSERT INTO revision (id, story, ordinal, created_at, created_by, kicker,"
            + " headline, subheadlines, lead, body, section, tags, authors, dateline, source, place, published,"
            + " published_at, picture, cause, name, kept, version, begun_at) VALUES (:id, :story, :ordinal,"
            + " :createdAt, :createdBy, :kicker, :headline, :subheadlines, :lead, :body, :section, :tags, :authors,"
            + " :dateline, :source, :place, :published, :publishedAt, :picture, :cause, :name, :kept, :version,"
            + " :begunAt)";

    /** What a revision names by words, as the ids of these. */
    record Named(@Nullable String section, List<String> tags, List<String> authors) {}

    static Revision insertRevision(Handle write, Ids ids, String edition, Revision revision) {
        var content = revision.content();
        var named = new Named(
                SectionStore.bySlug(write, edition, content.section())
                        .map(Section::id)
                        .orElse(null),
                LabelStore.idsOf(write, ids, Label.Kind.TAG, edition, content.tags()),
                LabelStore.idsOf(write, ids, Label.Kind.AUTHOR, edition, content.authors()));
        bind(write.createUpdate(INSERT_REVISION), revision, named).execute();
        return revision;
    }

    static <S extends SqlStatement<S>> S bind(S row, Revision revision, Named named) {
        var content = revision.content();
        row.bind("id", revision.id())
                .bind("story", revision.story())
                .bind("ordinal", revision.ordinal())
                .bind("createdAt", revision.createdAt().toEpochMilli())
                .bind("createdBy", revision.createdBy())
                .bind("cause", revision.cause().id())
                .bind("name", revision.name())
                .bind("kept", revision.kept() ? 1 : 0)
                .bind(
                        "version",
                        revision.version().isPresent()
                                ? (Long) revision.version().getAsLong()
                                : null)
                .bind("begunAt", revision.begunAt().toEpochMilli())
                .bind("kicker", content.kicker())
                .bind("headline", content.headline())
                .bind("subheadlines", StoredLists.write(content.subheadlines()))
                .bind("lead", content.lead())
                .bind("body", BodyJson.write(content.body()))
                .bind("section", named.section())
                .bind("tags", StoredLists.write(named.tags()))
                .bind("authors", StoredLists.write(named.authors()))
                .bind("dateline", content.dateline())
                .bind("source", content.source())
                .bind("place", content.place())
                .bind("picture", StoredLists.write(content.picture()));
        return bindPublished(row, content.published());
    }

    private static <S extends SqlStatement<S>> S bindPublished(S statement, Published published) {
        return switch (published) {
            case Published.OnRelease() ->
                statement.bind("published", "on-release").bind("publishedAt", (Long) null);
            case Published.At(var instant) ->
                statement.bind("published", "at").bind("publishedAt", instant.toEpochMilli());
            case Published.Unknown() -> statement.bind("published", "unknown").bind("publishedAt", (Long) null);
        };
    }

    static Optional<Revision> revision(Handle read, String id) {
        return read.createQuery("SELECT r.*, s.slug AS section_slug FROM revision r" + SectionStore.JOIN_REVISION
                        + "WHERE r.id = :id")
                .bind("id", id)
                .map((row, _) -> revision(read, row))
                .findOne();
    }

    /** A later revision of the same burst stands for it from now on; it stays where somebody points to it. */
    static void supersede(Handle write, String revision) {
        write.createUpdate("UPDATE revision SET superseded = 1 WHERE id = :id AND kept = 0")
                .bind("id", revision)
                .execute();
    }

    /** From now on no later revision may stand for it. */
    static void keep(Handle write, String revision) {
        write.createUpdate("UPDATE revision SET kept = 1 WHERE id = :id")
                .bind("id", revision)
                .execute();
    }

    static void setName(Handle write, String revision, String name) {
        write.createUpdate("UPDATE revision SET name = :name, kept = 1 WHERE id = :id")
                .bind("id", revision)
                .bind("name", name)
                .execute();
    }

    /** Id of the section that a revision stands in. */
    static Optional<String> sectionOf(Handle read, String revision) {
        return read.createQuery(
                        "SELECT COALESCE(s.merged_into, s.id) FROM revision r JOIN section s ON s.id = r.section WHERE r.id = :revision")
                .bind("revision", revision)
                .mapTo(String.class)
                .findOne();
    }

    static Optional<Integer> newestOrdinal(Handle read, long story) {
        return read.createQuery("SELECT MAX(ordinal) FROM revision WHERE story = :story")
                .bind("story", story)
                .mapTo(Integer.class)
                .findOne();
    }

    /** Points the story to a revision just made. */
    static void pointNewest(Handle write, long number, String revision) {
        write.createUpdate("UPDATE story SET newest_revision = :revision WHERE number = :number")
                .bind("revision", revision)
                .bind("number", number)
                .execute();
        PictureUseStore.refresh(write, number);
        CardStore.refresh(write, number);
    }

    static OptionalLong begunWith(Handle read, String edition, String sourceNumber, Content content) {
        return read
                .createQuery("SELECT r.id FROM story s JOIN revision r ON r.story = s.number AND r.ordinal = 1"
                        + " WHERE s.edition = :edition AND s.source_number = :source AND r.headline = :headline"
                        + " ORDER BY s.number")
                .bind("edition", edition)
                .bind("source", sourceNumber)
                .bind("headline", content.headline())
                .mapTo(String.class)
                .list()
                .stream()
                .flatMap(id -> revision(read, id).stream())
                .filter(first -> first.content().kicker().equals(content.kicker())
                        && first.content().lead().equals(content.lead())
                        && first.content().body().equals(content.body()))
                .mapToLong(Revision::story)
                .findFirst();
    }

    static void setType(Handle write, long number, StoryType type) {
        write.createUpdate("UPDATE story SET type = :type WHERE number = :number")
                .bind("type", type.id())
                .bind("number", number)
                .execute();
        CardStore.refresh(write, number);
    }

    static void setStage(Handle write, long number, Stage stage) {
        write.createUpdate("UPDATE story SET stage = :stage WHERE number = :number")
                .bind("stage", stage.id())
                .bind("number", number)
                .execute();
        CardStore.refresh(write, number);
    }

    /** Shows a revision to readers, and keeps what lists of live stories are made from. */
    static void setLive(Handle write, Revision revision, Instant firstReleasedAt, Instant releasedAt) {
        var dayBefore = ArchiveStore.dayOf(write, revision.story());
        write.createUpdate("UPDATE story SET release = 'live', live_revision = :revision, stage = 'ready',"
                        + " first_released_at = :first, released_at = :released, withdrawn_at = NULL,"
                        + " withdrawn_reason = '', scheduled_revision = NULL, scheduled_at = NULL,"
                        + " embargo_until = NULL,"
                        + " live_section = (SELECT COALESCE(s.merged_into, s.id) FROM revision r JOIN section s ON s.id = r.section"
                        + " WHERE r.id = :revision) WHERE number = :number")
                .bind("revision", revision.id())
                .bind("first", firstReleasedAt.toEpochMilli())
                .bind("released", releasedAt.toEpochMilli())
                .bind("number", revision.story())
                .execute();
        keep(write, revision.id());
        tieLabels(write, revision.story(), revision.id(), firstReleasedAt);
        gather(write, revision.story(), dayBefore);
        PictureUseStore.refresh(write, revision.story());
        CardStore.refresh(write, revision.story());
    }

    /** Derived rows: the places that the story is about, and the stories of the day that it counts on now and did before. */
    private static void gather(Handle write, long number, Optional<LocalDate> dayBefore) {
        PlaceStore.refresh(write, number);
        Stream.concat(dayBefore.stream(), ArchiveStore.dayOf(write, number).stream())
                .distinct()
                .forEach(day -> ArchiveStore.count(write, number, day));
    }

    /** Derived rows: the live revision's tags and authors. */
    static void tieLabels(Handle write, long number, String revision, Instant firstReleasedAt) {
        for (var kind : Label.Kind.values()) {
            String stored = write.createQuery("SELECT " + kind.column() + " FROM revision WHERE id = :id")
                    .bind("id", revision)
                    .mapTo(String.class)
                    .one();
            LabelStore.tie(write, kind, number, StoredLists.read(stored), firstReleasedAt.toEpochMilli());
        }
    }

    /** What readers have already stays as it is; only what they never had becomes scheduled as a whole. */
    static void setScheduled(Handle write, long number, String revision, Instant at, Weight weight) {
        write.createUpdate("UPDATE story SET scheduled_revision = :revision, scheduled_at = :at,"
                        + " scheduled_weight = :weight, stage = 'ready', release ="
                        + " CASE WHEN release = 'unreleased' THEN 'scheduled' ELSE release END WHERE number = :number")
                .bind("revision", revision)
                .bind("weight", weight.id())
                .bind("at", at.toEpochMilli())
                .bind("number", number)
                .execute();
        keep(write, revision);
        CardStore.refresh(write, number);
    }

    static void setUnscheduled(Handle write, long number) {
        write.createUpdate("UPDATE story SET scheduled_revision = NULL, scheduled_at = NULL, release ="
                        + " CASE WHEN release = 'scheduled' THEN 'unreleased' ELSE release END WHERE number = :number")
                .bind("number", number)
                .execute();
        CardStore.refresh(write, number);
    }

    static void setWithdrawn(Handle write, long number, Instant at, String reason) {
        var dayBefore = ArchiveStore.dayOf(write, number);
        write.createUpdate(
                        "UPDATE story SET release = 'withdrawn', live_revision = NULL, live_section = NULL,"
                                + " scheduled_revision = NULL, scheduled_at = NULL, withdrawn_at = :at, withdrawn_reason = :reason WHERE number = :number")
                .bind("at", at.toEpochMilli())
                .bind("reason", reason)
                .bind("number", number)
                .execute();
        for (var kind : Label.Kind.values()) {
            LabelStore.tie(write, kind, number, List.of(), 0);
        }
        gather(write, number, dayBefore);
        PictureUseStore.refresh(write, number);
        CardStore.refresh(write, number);
    }

    static void insertCorrection(Handle write, String id, long story, String revision, String text, Instant at) {
        write.createUpdate("INSERT INTO correction (id, story, edition, revision, text, created_at)"
                        + " SELECT :id, number, edition, :revision, :text, :at FROM story WHERE number = :story")
                .bind("id", id)
                .bind("story", story)
                .bind("revision", revision)
                .bind("text", text)
                .bind("at", at.toEpochMilli())
                .execute();
        CardStore.refresh(write, story);
    }

    static Newsroom.Counts counts(Handle read) {
        return read.createQuery("SELECT COUNT(*) AS stories, COUNT(live_revision) AS live FROM story")
                .map((row, _) -> new Newsroom.Counts(row.getLong("stories"), row.getLong("live")))
                .one();
    }

    static List<Newsroom.Line> lines(Handle read, long below, int limit) {
        return read.createQuery("SELECT st.*, r.headline AS newest_headline, r.created_at AS revised_at,"
                        + " r.created_by AS revised_by, s.name AS section_name FROM story st"
                        + " JOIN revision r ON r.id = st.newest_revision" + SectionStore.JOIN_REVISION
                        + " WHERE st.number < :below ORDER BY st.number DESC LIMIT :limit")
                .bind("below", below)
                .bind("limit", limit)
                .map((row, context) -> new Newsroom.Line(
                        story(row, context),
                        row.getString("newest_headline"),
                        Optional.ofNullable(row.getString("section_name")).orElse(""),
                        instant(row, "revised_at"),
                        row.getString("revised_by")))
                .list();
    }

    /** Derived rows of every live story, made anew from the live revisions. */
    static int rebuildLive(Handle write) {
        write.execute("UPDATE story SET live_section ="
                + " (SELECT COALESCE(s.merged_into, s.id) FROM revision r JOIN section s ON s.id = r.section"
                + " WHERE r.id = story.live_revision)");
        for (var kind : Label.Kind.values()) {
            LabelStore.rebuild(write, kind);
        }
        PlaceStore.rebuild(write);
        SectionStore.editions(write)
                .forEach(edition -> ArchiveStore.rebuild(write, edition, ArchiveStore.zone(write, edition)));
        return (int) counts(write).live();
    }

    private static Story story(ResultSet row, StatementContext context) throws SQLException {
        return new Story(
                row.getLong("number"),
                row.getString("edition"),
                StoryType.of(row.getString("type")).orElse(StoryType.NEWS),
                Stage.of(row.getString("stage")).orElse(Stage.DRAFT),
                release(row),
                row.getString("newest_revision"),
                row.getString("source_number"),
                row.getString("begun_by"),
                row.getString("note"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                instantIfAny(row, "embargo_until"),
                update(row));
    }

    /** A plan beside what readers have already; before that it is a release of its own. */
    private static Optional<PlannedUpdate> update(ResultSet row) throws SQLException {
        var at = instantIfAny(row, "scheduled_at");
        if (at.isEmpty() || row.getString("release").equals("scheduled")) {
            return Optional.empty();
        }
        return Optional.of(new PlannedUpdate(
                at.get(),
                row.getString("scheduled_revision"),
                Weight.of(row.getString("scheduled_weight")).orElse(Weight.MAJOR)));
    }

    static Optional<Instant> instantIfAny(ResultSet row, String column) throws SQLException {
        long at = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(at));
    }

    private static Release release(ResultSet row) throws SQLException {
        String release = row.getString("release");
        return switch (release) {
            case "unreleased" -> new Release.Unreleased();
            case "scheduled" ->
                new Release.Scheduled(instant(row, "scheduled_at"), row.getString("scheduled_revision"));
            case "live" ->
                new Release.Live(
                        row.getString("live_revision"), instant(row, "first_released_at"), instant(row, "released_at"));
            case "withdrawn" ->
                new Release.Withdrawn(
                        instant(row, "withdrawn_at"),
                        row.getString("withdrawn_reason"),
                        instant(row, "first_released_at"));
            default -> throw new IllegalStateException("Unknown release in the database: " + release);
        };
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    private static Revision revision(Handle read, ResultSet row) throws SQLException {
        return new Revision(
                row.getString("id"),
                row.getLong("story"),
                row.getInt("ordinal"),
                instant(row, "created_at"),
                row.getString("created_by"),
                new Content(
                        row.getString("kicker"),
                        row.getString("headline"),
                        StoredLists.read(row.getString("subheadlines")),
                        row.getString("lead"),
                        BodyJson.read(row.getString("body")),
                        Optional.ofNullable(row.getString("section_slug")).orElse(""),
                        names(read, Label.Kind.TAG, row.getString("tags")),
                        names(read, Label.Kind.AUTHOR, row.getString("authors")),
                        row.getString("dateline"),
                        row.getString("source"),
                        row.getString("place"),
                        published(row),
                        StoredLists.readPicture(row.getString("picture"))),
                Cause.of(row.getString("cause")),
                row.getString("name"),
                row.getInt("kept") == 1,
                version(row),
                begunAt(row));
    }

    private static OptionalLong version(ResultSet row) throws SQLException {
        long version = row.getLong("version");
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(version);
    }

    private static Instant begunAt(ResultSet row) throws SQLException {
        long begunAt = row.getLong("begun_at");
        return row.wasNull() ? instant(row, "created_at") : Instant.ofEpochMilli(begunAt);
    }

    private static List<String> names(Handle read, Label.Kind kind, String stored) {
        return labels(read, kind, stored).stream().map(Label::name).toList();
    }

    static List<Label> labels(Handle read, Label.Kind kind, String stored) {
        var ids = StoredLists.read(stored);
        var labels = LabelStore.byIds(read, kind, ids);
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(labels.get(id)).stream())
                .distinct()
                .toList();
    }

    static Published published(ResultSet row) throws SQLException {
        String published = row.getString("published");
        return switch (published) {
            case "on-release" -> new Published.OnRelease();
            case "at" -> new Published.At(instant(row, "published_at"));
            case "unknown" -> new Published.Unknown();
            default -> throw new IllegalStateException("Unknown kind of date in the database: " + published);
        };
    }
}
