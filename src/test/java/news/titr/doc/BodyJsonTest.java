package news.titr.doc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyJsonTest {

    private static String document(String content) {
        return "{\"type\":\"doc\",\"version\":1,\"content\":[" + content + "]}";
    }

    private static Block only(String json) {
        return BodyJson.read(document(json)).blocks().getFirst();
    }

    @Provide
    Arbitrary<Body> bodies() {
        return Bodies.any();
    }

    @Property(tries = 2000)
    void whatIsWrittenReadsBackTheSame(@ForAll("bodies") Body body) {
        assertEquals(body, BodyJson.read(BodyJson.write(body)));
    }

    @Test
    void anAttributeThatIsLeftOutHasItsDefault() {
        assertEquals(new Block.Subhead(2, "", List.of()), only("{\"type\":\"subhead\"}"));
        assertEquals(new Block.Listing(false, List.of()), only("{\"type\":\"list\"}"));
        assertEquals(new Block.Picture("", "", "", ""), only("{\"type\":\"picture\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"poll\",\"attrs\":{\"n\":1.10,\"big\":123456789012345678901234567890}}",
                "{\"type\":\"paragraph\",\"attrs\":{\"align\":\"left\"}}",
                "{\"type\":\"paragraph\",\"attrs\":\"x\"}",
                "{\"type\":\"paragraph\",\"content\":{\"a\":{\"type\":\"text\",\"text\":\"x\"}}}",
                "{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\"\"}]}",
                "{\"type\":\"paragraph\",\"content\":[{\"type\":\"mention\",\"text\":\"x\"}]}",
                "{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\"x\",\"marks\":[{\"type\":\"blink\"}]}]}",
                "{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\"x\",\"marks\":{}}]}",
                "{\"type\":\"subhead\",\"attrs\":{\"level\":4}}",
                "{\"type\":\"subhead\",\"attrs\":{\"level\":\"2\"}}",
                "{\"type\":\"quote\",\"attrs\":{\"speaker\":null}}",
                "{\"type\":\"list\",\"content\":[{\"type\":\"paragraph\"}]}",
                "{\"type\":\"table\",\"content\":[{\"type\":\"table_row\",\"content\":[{\"type\":\"table_cell\"}]}]}",
                "{\"type\":\"table\",\"content\":[{\"type\":\"table_row\",\"content\":[{\"type\":\"table_cell\","
                        + "\"attrs\":{\"colspan\":0},\"content\":[{\"type\":\"paragraph\"}]}]}]}",
                "{\"type\":\"read_also\",\"attrs\":{\"story\":99999999999999999999}}",
                "{\"type\":\"read_also\",\"attrs\":{\"story\":1.0}}",
                "{\"type\":\"separator\",\"content\":[]}",
                "{\"type\":7}",
                "{}",
                "[]",
                "\"text\"",
                "12",
                "null"
            })
    void whatIsNotUnderstoodComesBackAsItCame(String block) {
        assertInstanceOf(Block.Unknown.class, only(block));
        assertEquals(document(block), BodyJson.write(BodyJson.read(document(block))));
    }

    @Test
    void anUnknownBlockInAQuoteLeavesTheQuoteKnown() {
        var quote = assertInstanceOf(
                Block.Quote.class,
                only("{\"type\":\"quote\",\"content\":[{\"type\":\"poll\"},{\"type\":\"paragraph\"}]}"));
        assertInstanceOf(Block.Unknown.class, quote.blocks().getFirst());
        assertInstanceOf(Block.Paragraph.class, quote.blocks().getLast());
    }

    @Test
    void nothingThatWasWrittenInAnUnknownBlockIsInvisible() {
        var block = (Block.Unknown)
                only("{\"type\":\"gallery\",\"attrs\":{\"caption\":\"شرح\",\"layout\":\"grid\"},\"content\":["
                        + "{\"type\":\"slide\",\"content\":[{\"type\":\"text\",\"text\":\"یک\"}]},"
                        + "{\"type\":\"slide\",\"attrs\":{\"alt\":\"دو\"}}]}");
        assertEquals("شرح\nیک\nدو", block.safeText());
    }

    @Test
    void nobodyCanChangeAnUnknownBlockFromOutside() {
        var block = (Block.Unknown) only("{\"type\":\"poll\"}");
        ((ObjectNode) block.json()).put("type", "paragraph");
        assertEquals("poll", block.json().path("type").asText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "{\"type\":\"paragraph\"}",
                "{\"type\":\"doc\"}",
                "{\"type\":\"doc\",\"version\":0}",
                "{\"type\":\"doc\",\"version\":2}",
                "{\"type\":\"doc\",\"version\":\"1\"}",
                "{\"type\":\"doc\",\"version\":1,\"content\":{}}",
                "{\"type\":\"doc\",\"version\":1,\"title\":\"x\"}",
                "{\"type\":\"doc\",\"version\":1} {}"
            })
    void whatIsNoBodyIsRefused(String json) {
        assertThrows(BodyJson.NotABody.class, () -> BodyJson.read(json));
    }

    @Test
    void aBodyMayBeEmpty() {
        assertTrue(BodyJson.read("{\"type\":\"doc\",\"version\":1}").isEmpty());
        assertTrue(BodyJson.read(BodyJson.write(Body.EMPTY)).isEmpty());
    }
}
