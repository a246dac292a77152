package news.titr.media;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import news.titr.language.FoldedWords;

/** The lists inside a row, as JSON, and the words that a picture is found by. */
final class AssetColumns {

    private static final ObjectMapper JSON = new ObjectMapper();

    private AssetColumns() {}

    static String write(List<?> list) {
        return json(list);
    }

    static List<String> texts(String json) {
        return read(json, new TypeReference<List<String>>() {});
    }

    static List<EmbeddedEntry> entries(String json) {
        return read(json, new TypeReference<List<EmbeddedEntry>>() {});
    }

    static String write(Framing framing) {
        var crops = new TreeMap<String, List<Double>>();
        framing.crops()
                .forEach(
                        (slot, crop) -> crops.put(slot.id(), List.of(crop.x(), crop.y(), crop.width(), crop.height())));
        var json = new LinkedHashMap<String, Object>();
        json.put("focus", List.of(framing.focus().x(), framing.focus().y()));
        json.put("crops", crops);
        return json(json);
    }

    static Framing framing(String json) {
        var read = read(json, new TypeReference<Map<String, Object>>() {});
        if (!(read.get("focus") instanceof List<?> focus) || !(read.get("crops") instanceof Map<?, ?> crops)) {
            return Framing.USUAL;
        }
        var made = new LinkedHashMap<Slot, Framing.Crop>();
        crops.forEach((slot, crop) -> Slot.of(String.valueOf(slot)).ifPresent(known -> {
            if (crop instanceof List<?> parts && parts.size() == 4) {
                made.put(
                        known,
                        new Framing.Crop(number(parts, 0), number(parts, 1), number(parts, 2), number(parts, 3)));
            }
        }));
        return new Framing(new Framing.Point(number(focus, 0), number(focus, 1)), made);
    }

    /** Folded, with blanks around each, so that whole words and their beginnings can be looked for. */
    static String words(Asset.Description description, String fileName) {
        String text = String.join(
                " ",
                description.caption(),
                description.credit(),
                description.alt(),
                String.join(" ", description.keywords()),
                fileName);
        return " " + String.join(" ", FoldedWords.terms(text)) + " ";
    }

    private static double number(List<?> list, int at) {
        return list.get(at) instanceof Number number ? number.doubleValue() : 0;
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Plain values could not be written as JSON", e);
        }
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A picture's row holds what is not JSON: " + e.getOriginalMessage(), e);
        }
    }
}
