package news.titr.story;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The table that says where stories came from. */
final class OriginStore {

    private OriginStore() {}

    static OptionalLong find(Handle read, String source, String sourceId) {
        var found = find(read, source, Set.of(sourceId)).get(sourceId);
        return found == null ? OptionalLong.empty() : OptionalLong.of(found);
    }

    /** Those of these that are there, by their ids. */
    static Map<String, Long> find(Handle read, String source, Collection<String> sourceIds) {
        var found = new HashMap<String, Long>();
        if (!sourceIds.isEmpty()) {
            read.createQuery("SELECT source_id, story FROM story_origin WHERE source = :source"
                            + " AND source_id IN (<ids>)")
                    .bind("source", source)
                    .bindList("ids", List.copyOf(sourceIds))
                    .map((row, _) -> Map.entry(row.getString("source_id"), row.getLong("story")))
                    .forEach(row -> found.put(row.getKey(), row.getValue()));
        }
        return found;
    }

    static void insert(Handle write, List<ArchivedStory> stories, List<Long> numbers) {
        var rows = write.prepareBatch(
                "INSERT INTO story_origin (source, source_id, story) VALUES (:source, :sourceId, :story)");
        for (int i = 0; i < stories.size(); i++) {
            rows.bind("source", stories.get(i).source())
                    .bind("sourceId", stories.get(i).sourceId())
                    .bind("story", numbers.get(i))
                    .add();
        }
        rows.execute();
    }
}
