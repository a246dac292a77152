package news.titr.media;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The tables of pictures and their sizes. */
final class AssetStore {

    private record SizedFor(String asset, Asset.Rendition rendition) {}

    private AssetStore() {}

    static void insert(Handle write, Asset asset) {
        write.createUpdate("INSERT INTO asset (id, blob, media_type, width, height, credit, created_at)"
                        + " VALUES (:id, :blob, :type, :width, :height, :credit, :at)")
                .bind("id", asset.id())
                .bind("blob", asset.blob())
                .bind("type", asset.mediaType())
                .bind("width", asset.width())
                .bind("height", asset.height())
                .bind("credit", asset.credit())
                .bind("at", asset.createdAt().toEpochMilli())
                .execute();
        insertRenditions(write, asset.id(), asset.renditions());
    }

    static void replaceRenditions(Handle write, String asset, List<Asset.Rendition> renditions) {
        write.createUpdate("DELETE FROM rendition WHERE asset = :asset")
                .bind("asset", asset)
                .execute();
        insertRenditions(write, asset, renditions);
    }

    private static void insertRenditions(Handle write, String asset, List<Asset.Rendition> renditions) {
        for (var rendition : renditions) {
            write.createUpdate("INSERT INTO rendition (asset, width, height, media_type, blob)"
                            + " VALUES (:asset, :width, :height, :type, :blob)")
                    .bind("asset", asset)
                    .bind("width", rendition.width())
                    .bind("height", rendition.height())
                    .bind("type", rendition.mediaType())
                    .bind("blob", rendition.blob())
                    .execute();
        }
    }

    static List<Asset> find(Handle read, Collection<String> ids) {
        return assets(
                read.createQuery("SELECT * FROM asset WHERE id IN (<ids>)").bindList("ids", List.copyOf(ids)),
                read.createQuery("SELECT * FROM rendition WHERE asset IN (<ids>)")
                        .bindList("ids", List.copyOf(ids)));
    }

    static List<Asset> all(Handle read) {
        return assets(read.createQuery("SELECT * FROM asset ORDER BY id"), read.createQuery("SELECT * FROM rendition"));
    }

    static boolean isRendition(Handle read, String blob) {
        return read.createQuery("SELECT 1 FROM rendition WHERE blob = :blob LIMIT 1")
                .bind("blob", blob)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private static List<Asset> assets(Query assets, Query renditions) {
        Map<String, List<Asset.Rendition>> sizes = renditions
                .map((row, _) -> new SizedFor(
                        row.getString("asset"),
                        new Asset.Rendition(
                                row.getInt("width"),
                                row.getInt("height"),
                                row.getString("media_type"),
                                row.getString("blob"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        SizedFor::asset, Collectors.mapping(SizedFor::rendition, Collectors.toList())));
        return assets.map((row, _) -> new Asset(
                        row.getString("id"),
                        row.getString("blob"),
                        row.getString("media_type"),
                        row.getInt("width"),
                        row.getInt("height"),
                        row.getString("credit"),
                        Instant.ofEpochMilli(row.getLong("created_at")),
                        sizes.getOrDefault(row.getString("id"), List.of())))
                .list();
    }
}
