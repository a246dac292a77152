package news.titr.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Rows of the database as JSON, and back, without the loss of a letter. Null is left out. */
final class ArchiveJson {

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private ArchiveJson() {}

    static JsonGenerator to(OutputStream out) throws IOException {
        var generator = JSON.createGenerator(out);
        generator.setRootValueSeparator(null);
        return generator;
    }

    static JsonParser from(InputStream in) throws IOException {
        return JSON.createParser(in);
    }

    /** Writes the fields of a row, inside an object that is open. */
    static void fields(JsonGenerator out, ArchiveTable table, @Nullable Object[] row) throws IOException {
        for (int i = 0; i < row.length; i++) {
            var column = table.columns().get(i);
            Object value = row[i];
            if (value == null) {
                continue;
            }
            out.writeFieldName(column.field());
            switch (column.kind()) {
                case TEXT -> out.writeString((String) value);
                case NUMBER -> out.writeNumber((long) value);
                case TIME -> out.writeString(Instant.ofEpochMilli((long) value).toString());
                case YES -> yes(out, (long) value);
                case JSON -> embed(out, (String) value);
            }
        }
    }

    private static void yes(JsonGenerator out, long value) throws IOException {
        if (value == 0 || value == 1) {
            out.writeBoolean(value == 1);
        } else {
            out.writeNumber(value);
        }
    }

    /** As JSON if that gives the same text back, letter by letter; else as a text. */
    private static void embed(JsonGenerator out, String text) throws IOException {
        if (text.equals(compact(text))) {
            out.writeRawValue(text);
        } else {
            out.writeString(text);
        }
    }

    private static @Nullable String compact(String text) throws IOException {
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return null;
        }
        try (var parser = JSON.createParser(text)) {
            parser.nextToken();
            String compact = copy(parser);
            return parser.nextToken() == null ? compact : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static String copy(JsonParser parser) throws IOException {
        var text = new StringWriter();
        try (var generator = JSON.createGenerator(text)) {
            generator.copyCurrentStructure(parser);
        }
        return text.toString();
    }

    /**
     * The value of a column, of which the parser stands at the first token.
     *
     * @throws ArchiveProblem when it is of another kind
     */
    static @Nullable Object value(JsonParser in, ArchiveColumn column) throws IOException {
        var token = in.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        return switch (column.kind()) {
            case TEXT -> text(in, column);
            case NUMBER -> number(in, column);
            case TIME -> time(text(in, column), column);
            case YES ->
                token == JsonToken.VALUE_NUMBER_INT ? number(in, column) : Long.valueOf(isTrue(in, column) ? 1 : 0);
            case JSON -> token == JsonToken.VALUE_STRING ? in.getText() : copy(in);
        };
    }

    private static String text(JsonParser in, ArchiveColumn column) throws IOException {
        if (in.currentToken() != JsonToken.VALUE_STRING) {
            throw wrong(column, "a text");
        }
        return in.getText();
    }

    private static Long number(JsonParser in, ArchiveColumn column) throws IOException {
        if (in.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw wrong(column, "a whole number");
        }
        return in.getLongValue();
    }

    private static boolean isTrue(JsonParser in, ArchiveColumn column) {
        if (!in.currentToken().isBoolean()) {
            throw wrong(column, "true or false");
        }
        return in.currentToken() == JsonToken.VALUE_TRUE;
    }

    private static Long time(String text, ArchiveColumn column) {
        try {
            return Instant.parse(text).toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            throw wrong(column, "a time such as 2025-01-20T04:40:00Z");
        }
    }

    private static ArchiveProblem wrong(ArchiveColumn column, String wanted) {
        return new ArchiveProblem("“" + column.field() + "” must be " + wanted);
    }
}
