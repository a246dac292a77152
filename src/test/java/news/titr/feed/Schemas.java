package news.titr.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import nu.validator.vendor.thaiopensource.util.PropertyMapBuilder;
import nu.validator.vendor.thaiopensource.validate.ValidateProperty;
import nu.validator.vendor.thaiopensource.validate.ValidationDriver;
import nu.validator.vendor.thaiopensource.validate.rng.CompactSchemaReader;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The schemas of what machines read, in {@code src/test/resources/schemas}; each says where its rules come from. */
public final class Schemas {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Schema NINJS = readNinjs();

    private Schemas() {}

    /** What is wrong with an XML document by these XML Schemas. */
    static List<String> byXsd(byte[] document, String... schemas) throws Exception {
        var wrong = new Wrong();
        Source[] sources = Arrays.stream(schemas)
                .map(name -> new StreamSource(resource(name)))
                .toArray(Source[]::new);
        var validator = SchemaFactory.newDefaultInstance().newSchema(sources).newValidator();
        validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        validator.setErrorHandler(wrong);
        validator.validate(new StreamSource(new ByteArrayInputStream(document)));
        return wrong.said;
    }

    /** What is wrong with an XML document by a RELAX NG schema in the compact syntax. */
    static List<String> byRelaxNg(byte[] document, String schema) throws Exception {
        var wrong = new Wrong();
        var properties = new PropertyMapBuilder();
        properties.put(ValidateProperty.ERROR_HANDLER, wrong);
        var driver = new ValidationDriver(properties.toPropertyMap(), CompactSchemaReader.getInstance());
        if (!driver.loadSchema(new InputSource(resource(schema)))) {
            throw new IllegalStateException(schema + " is no schema: " + wrong.said);
        }
        driver.validate(new InputSource(new ByteArrayInputStream(document)));
        return wrong.said;
    }

    /** What is wrong with a document by the IPTC's JSON Schema of ninjs 3.0. */
    public static List<String> ninjs(byte[] document) throws IOException {
        return NINJS.validate(JSON.readTree(document)).stream()
                .map(Object::toString)
                .toList();
    }

    /** Without the schema of GeoJSON, which it points to on the web and which nothing of ours needs. */
    private static Schema readNinjs() {
        try {
            var schema =
                    JSON.readTree(Objects.requireNonNull(Schemas.class.getResource("/schemas/iptc/ninjs-3.0.json")));
            schema.findParents("geoJSON").forEach(parent -> ((ObjectNode) parent).putObject("geoJSON"));
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        return Objects.requireNonNull(Schemas.class.getResource("/schemas/" + name), name)
                .toString();
    }

    private static final class Wrong implements ErrorHandler {
        private final List<String> said = new ArrayList<>();

        @Override
        public void warning(SAXParseException problem) {
            said.add(problem.getMessage());
        }

        @Override
        public void error(SAXParseException problem) {
            said.add(problem.getLineNumber() + ": " + problem.getMessage());
        }

        @Override
        public void fatalError(SAXParseException problem) throws SAXException {
            throw problem;
        }
    }
}
