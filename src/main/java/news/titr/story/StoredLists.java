package news.titr.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import news.titr.doc.Block;
import org.jspecify.annotations.Nullable;

/** The small lists and records that stand in one column as JSON text. */
final class StoredLists {

    private static final ObjectMapper JSON = new ObjectMapper();

    private StoredLists() {}

    static String write(List<String> values) {
        return json(values);
    }

    static List<String> read(String json) {
        try {
            return JSON.readValue(json, new TypeReference<List<String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A list in the database is damaged: " + json, e);
        }
    }

    static @Nullable String write(Optional<Block.Picture> picture) {
        return picture.map(StoredLists::json).orElse(null);
    }

    static Optional<Block.Picture> readPicture(@Nullable String json) {
        try {
            return json == null ? Optional.empty() : Optional.of(JSON.readValue(json, Block.Picture.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A picture in the database is damaged: " + json, e);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Values in memory could not be written", e);
        }
    }
}
