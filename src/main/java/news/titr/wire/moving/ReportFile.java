package news.titr.wire.moving;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The full list of what has become of an archive, written as it goes: a file that ends in {@code .json} is one JSON object
 * ({@code records}, then the sums), any other is text with a line for each record.
 */
public final class ReportFile implements AutoCloseable {

    private final Writer writer;
    private final Optional<JsonGenerator> json;

    private ReportFile(Writer writer, Optional<JsonGenerator> json) {
        this.writer = writer;
        this.json = json;
    }

    public static ReportFile open(Path file) throws IOException {
        var writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        boolean isJson = file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
        if (!isJson) {
            return new ReportFile(writer, Optional.empty());
        }
        var json = new ObjectMapper().getFactory().createGenerator(writer);
        json.useDefaultPrettyPrinter();
        json.writeStartObject();
        json.writeArrayFieldStart("records");
        return new ReportFile(writer, Optional.of(json));
    }

    public void add(ImportReport.Line line) {
        try {
            if (json.isPresent()) {
                object(json.get(), line);
            } else {
                writer.write(ImportReport.word(line.fate()) + "\t" + line.where()
                        + (line.number() > 0 ? "\t" + line.number() : "")
                        + (line.reason().isEmpty() ? "" : "\t" + line.reason()) + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void object(JsonGenerator json, ImportReport.Line line) throws IOException {
        json.writeStartObject();
        json.writeStringField("fate", line.fate().name().toLowerCase(Locale.ROOT));
        json.writeStringField("kind", line.where().kind());
        json.writeStringField("id", line.where().id());
        json.writeStringField("name", line.where().name());
        if (line.where().line() > 0) {
            json.writeNumberField("line", line.where().line());
        }
        if (line.number() > 0) {
            json.writeNumberField("story", line.number());
        }
        if (!line.reason().isEmpty()) {
            json.writeStringField("reason", line.reason());
        }
        json.writeEndObject();
    }

    /** Writes the sums below the list. */
    public void finish(ImportReport report, boolean dryRun) {
        try {
            if (json.isEmpty()) {
                writer.write("\n" + String.join("\n", report.lines(dryRun)) + "\n");
                return;
            }
            var out = json.get();
            out.writeEndArray();
            out.writeBooleanField("dryRun", dryRun);
            out.writeObjectFieldStart("counts");
            for (var fate : ImportReport.Fate.values()) {
                out.writeNumberField(fate.name().toLowerCase(Locale.ROOT), report.count(fate));
            }
            out.writeEndObject();
            out.writeObjectFieldStart("sums");
            for (var sum : report.sums().entrySet()) {
                out.writeNumberField(sum.getKey(), sum.getValue());
            }
            out.writeEndObject();
            counts(out, "refused", report.reasons(ImportReport.Fate.REFUSED));
            counts(out, "skipped", report.reasons(ImportReport.Fate.SKIPPED));
            counts(out, "remarks", report.remarks());
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void counts(JsonGenerator out, String name, Map<String, ImportReport.Count> counts)
            throws IOException {
        out.writeArrayFieldStart(name);
        for (var entry : counts.entrySet()) {
            out.writeStartObject();
            out.writeStringField("what", entry.getKey());
            out.writeNumberField("count", entry.getValue().count());
            out.writeArrayFieldStart("samples");
            for (String sample : entry.getValue().samples()) {
                out.writeString(sample);
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    @Override
    public void close() throws IOException {
        if (json.isPresent()) {
            json.get().close();
        }
        writer.close();
    }
}
