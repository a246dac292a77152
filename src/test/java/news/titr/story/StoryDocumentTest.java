package news.titr.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import news.titr.World;
import news.titr.doc.Block;
import news.titr.doc.Body;
import news.titr.doc.BodyJson;
import news.titr.doc.Inline;
import news.titr.doc.Mark;
import news.titr.doc.step.DocumentJson;
import news.titr.doc.step.Node;
import news.titr.doc.step.StepFailed;
import news.titr.doc.step.StorySchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Content as the editor's document and back. The documents in {@code corpus/documents} are read by the editor's tests as
 * well; {@code -Dcorpus.write=true} writes those that stand for a body of the corpus anew.
 */
class StoryDocumentTest {

    private static final Path BODIES = Path.of("corpus", "bodies");
    private static final Path DOCUMENTS = Path.of("corpus", "documents");

    static Stream<Path> bodies() {
        return files(BODIES);
    }

    static Stream<Path> documents() {
        return files(DOCUMENTS);
    }

    static Stream<Path> refused() {
        return files(DOCUMENTS.resolve("refused"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void everyBodyOfTheCorpusComesBackAsItWas(Path file) {
        var content = full(BodyJson.read(read(file)));
        assertEquals(content, StoryDocument.content(StoryDocument.of(content)));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void everyBodyOfTheCorpusHasItsDocument(Path file) throws IOException {
        var document = DOCUMENTS.resolve(file.getFileName());
        var node = StoryDocument.of(full(BodyJson.read(read(file))));
        if (Boolean.getBoolean("corpus.write")) {
            Files.writeString(document, pretty(node.json()) + "\n");
        }
        assertEquals(json(document).toString(), node.json().toString());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyDocumentOfTheCorpusComesBackAsItWas(Path file) {
        var node = document(file);
        assertEquals(json(file).toString(), node.json().toString());
        assertEquals(node, StoryDocument.of(StoryDocument.content(node)));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatTheEditorMustNotMakeIsRefused(Path file) {
        assertThrows(StepFailed.class, () -> document(file));
    }

    @Test
    void everyKindOfNodeAndMarkHasItsPlaceInTheCorpus() {
        var seen = new HashSet<String>();
        documents().forEach(file -> collect(document(file), seen));
        assertEquals(
                Set.of(
                        "story",
                        "kicker",
                        "headline",
                        "subheadline",
                        "lead",
                        "body",
                        "paragraph",
                        "subhead",
                        "quote",
                        "list",
                        "list_item",
                        "table",
                        "table_row",
                        "table_cell",
                        "table_header",
                        "picture",
                        "separator",
                        "read_also",
                        "embed",
                        "unknown",
                        "text",
                        "strong",
                        "emphasis",
                        "link",
                        "language"),
                seen);
    }

    @Test
    void anEmptyStoryIsOneEmptyParagraphAndNothing() {
        var node = StoryDocument.of(Content.EMPTY);
        assertEquals(
                "{\"type\":\"story\",\"attrs\":{\"section\":\"\",\"tags\":[],\"authors\":[],\"dateline\":\"\","
                        + "\"source\":\"\",\"place\":\"\",\"published\":\"on-release\",\"picture\":null},\"content\":["
                        + "{\"type\":\"kicker\"},{\"type\":\"headline\"},{\"type\":\"lead\"},"
                        + "{\"type\":\"body\",\"content\":[{\"type\":\"paragraph\"}]}]}",
                node.json().toString());
        assertEquals(Content.EMPTY, StoryDocument.content(node));
    }

    @Test
    void whatTheDocumentCannotHoldStandsInItAsAnAtomAndComesBack() {
        var content = World.bridgeReopens()
                .withText(
                        "",
                        "تیتر",
                        "",
                        Body.of(
                                new Block.Listing(true, List.of()),
                                new Block.Quote("گوینده", List.of()),
                                new Block.Table("", List.of(new Block.Table.Row(List.of()))),
                                new Block.Paragraph(List.of(new Inline(
                                        "دو پیوند",
                                        List.of(
                                                new Mark.Link("https://a.example"),
                                                new Mark.Link("https://b.example"))))),
                                Block.Paragraph.of("نیم \uD83D نویسه")));
        var node = StoryDocument.of(content);
        assertEquals(
                List.of("unknown", "unknown", "unknown", "unknown", "unknown"),
                node.children().getLast().children().stream()
                        .map(block -> block.type().name())
                        .toList());
        assertEquals(content, StoryDocument.content(node));
    }

    /** A story in which every field says something. */
    private static Content full(Body body) {
        var bridge = World.bridgeReopens();
        return new Content(
                bridge.kicker(),
                bridge.headline(),
                List.of("زیرتیتر نخست", "زیرتیتر دوم"),
                bridge.lead(),
                body,
                "city",
                bridge.tags(),
                bridge.authors(),
                "ساوران",
                "به گزارش روزنامه",
                "استان رودبار",
                new Published.At(Instant.parse("2025-01-20T04:40:00Z")),
                Optional.of(new Block.Picture("known-bridge", "پل کهنه", "پل در غروب", "عکس: سارا نوری")));
    }

    private static Node document(Path file) {
        var node = StorySchema.SCHEMA.node(DocumentJson.read(read(file)));
        StorySchema.SCHEMA.check(node);
        return node;
    }

    private static void collect(Node node, Set<String> seen) {
        seen.add(node.type().name());
        node.marks().forEach(mark -> seen.add(mark.type().name()));
        node.children().forEach(child -> collect(child, seen));
    }

    private static JsonNode json(Path file) {
        return DocumentJson.read(read(file));
    }

    private static String pretty(JsonNode json) throws IOException {
        return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Run the test once with -Dcorpus.write=true, and read what it wrote", e);
        }
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
