package news.titr.wire.agency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import news.titr.wire.moving.BadArchive;

/** JSON of agencies and feeds. */
final class WireJson {

    private static final JsonMapper JSON = new JsonMapper();

    private WireJson() {}

    static boolean isJson(byte[] bytes) {
        for (byte each : bytes) {
            // white space, and the mark with which some editors begin a file
            if (each > ' ') {
                return each == '{' || each == '[';
            }
        }
        return false;
    }

    /** The documents in a file: one, the members of an array, or one on each line. */
    static List<JsonNode> documents(String file, byte[] bytes) {
        var documents = new ArrayList<JsonNode>();
        try (var values = JSON.readerFor(JsonNode.class).<JsonNode>readValues(bytes)) {
            while (values.hasNextValue()) {
                var document = values.nextValue();
                if (document.isArray()) {
                    document.forEach(documents::add);
                } else {
                    documents.add(document);
                }
            }
        } catch (JsonProcessingException e) {
            long line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new BadArchive(
                    file + ": line " + line + ": It is not sound JSON: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""),
                    e);
        } catch (IOException e) {
            throw new BadArchive(file + ": It cannot be read: " + e.getMessage(), e);
        }
        return documents;
    }

    static String text(JsonNode node, String... names) {
        for (String name : names) {
            var value = node.path(name);
            if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
                return value.asText().strip();
            }
        }
        return "";
    }

    /** The names in an array of objects that have one, or of plain names. */
    static List<String> names(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(each -> each.isTextual() ? each.asText() : text(each, "name", "literal"))
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
    }
}
