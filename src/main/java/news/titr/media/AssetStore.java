package news.titr.media;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The tables of pictures and of what readers get of them. */
final class AssetStore {

    private record MadeFor(String asset, Asset.Rendition rendition) {}

    private AssetStore() {}

    static void insert(Handle write, Asset asset, List<EmbeddedEntry> embedded, String developed) {
        var insert =
                write.createUpdate("INSERT INTO asset (id, blob, media_type, width, height, credit, created_at, alt,"
                        + " caption, keywords, licence, usable_until, taken_at, framing, added_by, file_name, file_size, length_ms,"
                        + " moving, poster, embedded, words, version, developed) VALUES (:id, :blob, :type, :width, :height,"
                        + " :credit, :at, :alt, :caption, :keywords, :licence, :usable, :taken, :framing, :by, :name, :size,"
                        + " :length, :moving, :poster, :embedded, :words, :version, :developed)");
        bindOriginal(insert, asset.original());
        bindDescription(insert, asset);
        insert.bind("id", asset.id())
                .bind("at", asset.addedAt().toEpochMilli())
                .bind("framing", AssetColumns.write(asset.framing()))
                .bind("by", asset.addedBy())
                .bind("embedded", AssetColumns.write(embedded))
                .bind("version", asset.version())
                .bind("developed", developed)
                .execute();
        insertRenditions(write, asset.id(), asset.renditions());
    }

    static void setDescription(Handle write, Asset asset) {
        var update = write.createUpdate("UPDATE asset SET credit = :credit, alt = :alt, caption = :caption,"
                + " keywords = :keywords, licence = :licence, usable_until = :usable, taken_at = :taken, words = :words,"
                + " version = version + 1 WHERE id = :id");
        bindDescription(update, asset);
        update.bind("id", asset.id()).execute();
    }

    static void setFraming(Handle write, String id, Framing framing) {
        write.createUpdate("UPDATE asset SET framing = :framing, version = version + 1 WHERE id = :id")
                .bind("framing", AssetColumns.write(framing))
                .bind("id", id)
                .execute();
    }

    static void setOriginal(Handle write, Asset asset, List<EmbeddedEntry> embedded) {
        var update = write.createUpdate("UPDATE asset SET blob = :blob, media_type = :type, width = :width,"
                + " height = :height, file_name = :name, file_size = :size, length_ms = :length, moving = :moving,"
                + " poster = :poster, framing = :framing, embedded = :embedded, words = :words, version = version + 1"
                + " WHERE id = :id");
        bindOriginal(update, asset.original());
        update.bind("framing", AssetColumns.write(asset.framing()))
                .bind("embedded", AssetColumns.write(embedded))
                .bind(
                        "words",
                        AssetColumns.words(asset.description(), asset.original().fileName()))
                .bind("id", asset.id())
                .execute();
    }

    static void setDeveloped(Handle write, String id, String developed) {
        write.createUpdate("UPDATE asset SET developed = :developed WHERE id = :id")
                .bind("developed", developed)
                .bind("id", id)
                .execute();
    }

    static void insertReplaced(Handle write, String row, Asset.Original original, String asset, Instant at, String by) {
        write.createUpdate(
                        "INSERT INTO replaced_original (id, asset, blob, media_type, file_name, replaced_at, replaced_by)"
                                + " VALUES (:row, :asset, :blob, :type, :name, :at, :by)")
                .bind("row", row)
                .bind("asset", asset)
                .bind("blob", original.blob())
                .bind("type", original.type().mediaType())
                .bind("name", original.fileName())
                .bind("at", at.toEpochMilli())
                .bind("by", by)
                .execute();
    }

    static List<Asset.Replaced> replaced(Handle read, String asset) {
        return read.createQuery(
                        "SELECT * FROM replaced_original WHERE asset = :asset ORDER BY replaced_at DESC, id DESC")
                .bind("asset", asset)
                .map((row, _) -> new Asset.Replaced(
                        row.getString("blob"),
                        type(row.getString("media_type")),
                        row.getString("file_name"),
                        Instant.ofEpochMilli(row.getLong("replaced_at"))))
                .list();
    }

    private static void bindOriginal(SqlStatement<?> statement, Asset.Original original) {
        statement
                .bind("blob", original.blob())
                .bind("type", original.type().mediaType())
                .bind("width", original.width())
                .bind("height", original.height())
                .bind("name", original.fileName())
                .bind("size", original.bytes())
                .bind("length", original.length().toMillis())
                .bind("moving", original.moving() ? 1 : 0)
                .bind("poster", original.poster());
    }

    private static void bindDescription(SqlStatement<?> statement, Asset asset) {
        var description = asset.description();
        statement
                .bind("credit", description.credit())
                .bind("alt", description.alt())
                .bind("caption", description.caption())
                .bind("keywords", AssetColumns.write(description.keywords()))
                .bind("licence", description.licence())
                .bind("usable", millis(description.usableUntil()))
                .bind("taken", millis(description.takenAt()))
                .bind("words", AssetColumns.words(description, asset.original().fileName()));
    }

    private static @Nullable Long millis(Optional<Instant> instant) {
        return instant.map(Instant::toEpochMilli).orElse(null);
    }

    // ---- renditions

    static void replaceRenditions(Handle write, String asset, List<Asset.Rendition> renditions) {
        write.createUpdate("DELETE FROM rendition WHERE asset = :asset")
                .bind("asset", asset)
                .execute();
        insertRenditions(write, asset, renditions);
    }

    private static void insertRenditions(Handle write, String asset, List<Asset.Rendition> renditions) {
        for (var rendition : renditions) {
            write.createUpdate("INSERT INTO rendition (name, asset, slot, purpose, width, height, media_type, blob)"
                            + " VALUES (:name, :asset, :slot, :purpose, :width, :height, :type, :blob)")
                    .bind("name", rendition.name())
                    .bind("asset", asset)
                    .bind("slot", rendition.slot().id())
                    .bind("purpose", lower(rendition.purpose()))
                    .bind("width", rendition.width())
                    .bind("height", rendition.height())
                    .bind("type", rendition.mediaType())
                    .bind("blob", rendition.blob())
                    .execute();
        }
        renditions.stream()
                .map(rendition -> rendition.name().substring(0, rendition.name().indexOf('/')))
                .distinct()
                .forEach(key -> write.createUpdate("INSERT INTO rendition_key (name, asset) VALUES (:name, :asset)"
                                + " ON CONFLICT (name) DO NOTHING")
                        .bind("name", key)
                        .bind("asset", asset)
                        .execute());
    }

    static Optional<Asset.Rendition> rendition(Handle read, String name) {
        return read.createQuery("SELECT * FROM rendition WHERE name = :name")
                .bind("name", name)
                .map((row, _) -> rendition(row))
                .findOne();
    }

    /** Whose renditions were once found under this key. */
    static Optional<String> assetOfKey(Handle read, String key) {
        return read.createQuery("SELECT asset FROM rendition_key WHERE name = :name")
                .bind("name", key)
                .mapTo(String.class)
                .findOne();
    }

    private static Asset.Rendition rendition(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Asset.Rendition(
                Slot.of(row.getString("slot")).orElse(Slot.WHOLE),
                Asset.Rendition.Purpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT)),
                row.getInt("width"),
                row.getInt("height"),
                row.getString("media_type"),
                row.getString("blob"),
                row.getString("name"));
    }

    // ---- finding

    static List<Asset> find(Handle read, Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return withRenditions(
                read,
                read.createQuery("SELECT * FROM asset WHERE id IN (<ids>)").bindList("ids", List.copyOf(ids)));
    }

    static Optional<String> cameAs(Handle read, String source, String sourceId) {
        return read.createQuery("SELECT asset FROM asset_origin WHERE source = :source AND source_id = :id")
                .bind("source", source)
                .bind("id", sourceId)
                .mapTo(String.class)
                .findOne();
    }

    static void insertOrigin(Handle write, String source, String sourceId, String asset) {
        write.createUpdate("INSERT INTO asset_origin (source, source_id, asset) VALUES (:source, :id, :asset)"
                        + " ON CONFLICT (source, source_id) DO NOTHING")
                .bind("source", source)
                .bind("id", sourceId)
                .bind("asset", asset)
                .execute();
    }

    static Optional<Asset> byBlob(Handle read, String blob) {
        return withRenditions(
                        read,
                        read.createQuery("SELECT * FROM asset WHERE blob = :blob ORDER BY created_at LIMIT 1")
                                .bind("blob", blob))
                .stream()
                .findFirst();
    }

    /** Newest first, after a place in that order, one more than is shown. */
    static List<Asset> page(Handle read, PictureQuery query, Instant now) {
        var conditions = new StringBuilder();
        for (int i = 0; i < query.terms().size(); i++) {
            conditions.append(" AND words LIKE :term").append(i).append(" ESCAPE '!'");
        }
        switch (query.only()) {
            case ALL -> {}
            case MINE -> conditions.append(" AND added_by = :by");
            case UNDESCRIBED -> conditions.append(" AND (alt = '' OR credit = '')");
            case EXPIRED -> conditions.append(" AND usable_until <= :now");
            case PICTURES -> conditions.append(" AND media_type LIKE 'image/%'");
            case PLAYED -> conditions.append(" AND media_type NOT LIKE 'image/%'");
        }
        var select = read.createQuery("SELECT * FROM asset WHERE (created_at < :at OR (created_at = :at AND id < :id))"
                + conditions + " ORDER BY created_at DESC, id DESC LIMIT :count");
        for (int i = 0; i < query.terms().size(); i++) {
            select.bind("term" + i, "%" + query.terms().get(i).replaceAll("([!%_])", "!$1") + "%");
        }
        switch (query.only()) {
            case MINE -> select.bind("by", query.actor());
            case EXPIRED -> select.bind("now", now.toEpochMilli());
            case ALL, UNDESCRIBED, PICTURES, PLAYED -> {}
        }
        return withRenditions(
                read,
                select.bind("at", query.after().at())
                        .bind("id", query.after().id())
                        .bind("count", query.count() + 1));
    }

    static List<String> allIds(Handle read) {
        return read.createQuery("SELECT id FROM asset ORDER BY id")
                .mapTo(String.class)
                .list();
    }

    /** The newest whose renditions are not as far as they could be. */
    static Optional<String> undeveloped(Handle read, List<String> unfinished) {
        return read.createQuery(
                        "SELECT id FROM asset WHERE developed IN (<unfinished>) ORDER BY created_at DESC, id DESC LIMIT 1")
                .bindList("unfinished", unfinished)
                .mapTo(String.class)
                .findOne();
    }

    static List<EmbeddedEntry> embedded(Handle read, String id) {
        return read.createQuery("SELECT embedded FROM asset WHERE id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .map(AssetColumns::entries)
                .orElse(List.of());
    }

    private static List<Asset> withRenditions(Handle read, Query query) {
        var assets = query.map((row, _) -> new Asset(
                        row.getString("id"),
                        new Asset.Original(
                                row.getString("blob"),
                                type(row.getString("media_type")),
                                row.getString("file_name"),
                                row.getLong("file_size"),
                                row.getInt("width"),
                                row.getInt("height"),
                                Duration.ofMillis(row.getLong("length_ms")),
                                row.getInt("moving") == 1,
                                row.getString("poster")),
                        new Asset.Description(
                                row.getString("alt"),
                                row.getString("caption"),
                                row.getString("credit"),
                                AssetColumns.texts(row.getString("keywords")),
                                row.getString("licence"),
                                instant(row.getLong("usable_until"), row.wasNull()),
                                instant(row.getLong("taken_at"), row.wasNull())),
                        AssetColumns.framing(row.getString("framing")),
                        row.getString("added_by"),
                        Instant.ofEpochMilli(row.getLong("created_at")),
                        row.getLong("version"),
                        List.of()))
                .list();
        if (assets.isEmpty()) {
            return assets;
        }
        Map<String, List<Asset.Rendition>> renditions = read
                .createQuery("SELECT * FROM rendition WHERE asset IN (<ids>)")
                .bindList("ids", assets.stream().map(Asset::id).toList())
                .map((row, _) -> new MadeFor(row.getString("asset"), rendition(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        MadeFor::asset, Collectors.mapping(MadeFor::rendition, Collectors.toList())));
        return assets.stream()
                .map(asset -> asset.withRenditions(renditions.getOrDefault(asset.id(), List.of())))
                .toList();
    }

    private static Optional<Instant> instant(long millis, boolean missing) {
        return missing ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    private static FileType type(String mediaType) {
        return FileType.ofMediaType(mediaType)
                .orElseThrow(() -> new IllegalStateException("A picture of an unknown type: " + mediaType));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
