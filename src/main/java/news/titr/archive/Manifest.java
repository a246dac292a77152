package news.titr.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code manifest.json}: when and by what the archive was made, and what must be in it. The only file that differs between two
 * archives of one newspaper.
 *
 * @param program such as {@code titr 0.1.0}
 * @param counts of what: {@code stories} to 1057
 * @param missing files of pictures that the newspaper itself had lost, by their keys
 */
record Manifest(Instant exportedAt, String program, Map<String, Long> counts, List<String> missing, List<File> files) {

    static final String PATH = "manifest.json";
    static final String FORMAT = "titr-archive";

    /** Raised when a reader of the one before could no longer read it. */
    static final int VERSION = 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param size in bytes, unpacked
     * @param sha256 of what is unpacked, 64 hexadecimal digits
     */
    record File(String path, long size, String sha256) {}

    byte[] write() {
        var root = JSON.createObjectNode()
                .put("format", FORMAT)
                .put("version", VERSION)
                .put("exportedAt", exportedAt.toString())
                .put("program", program);
        var counted = root.putObject("counts");
        counts.forEach(counted::put);
        var lost = root.putArray("missing");
        missing.forEach(lost::add);
        var all = root.putArray("files");
        files.forEach(file -> all.addObject()
                .put("path", file.path())
                .put("size", file.size())
                .put("sha256", file.sha256()));
        return (root.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new ArchiveProblem("its manifest.json is damaged: “exportedAt” is no time", e);
        }
    }

    /** @throws ArchiveProblem when it is no manifest, or one that this program does not know */
    static Manifest read(byte[] bytes) {
        JsonNode root;
        try {
            root = JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new ArchiveProblem("its manifest.json is damaged", e);
        }
        if (!root.path("format").asText().equals(FORMAT)) {
            throw new ArchiveProblem("it is not an archive of Titr");
        }
        int version = root.path("version").asInt();
        if (version != VERSION) {
            throw new ArchiveProblem(
                    "it is in version %d of the format, and this program reads version %d; it was made by %s"
                            .formatted(version, VERSION, root.path("program").asText()));
        }
        var counts = new LinkedHashMap<String, Long>();
        root.path("counts")
                .properties()
                .forEach(count -> counts.put(count.getKey(), count.getValue().asLong()));
        var missing = new ArrayList<String>();
        root.path("missing").forEach(key -> missing.add(key.asText()));
        var files = new ArrayList<File>();
        for (var file : root.path("files")) {
            files.add(new File(
                    file.path("path").asText(),
                    file.path("size").asLong(-1),
                    file.path("sha256").asText()));
        }
        return new Manifest(
                instant(root.path("exportedAt").asText()), root.path("program").asText(), counts, missing, files);
    }
}
