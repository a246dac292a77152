package news.titr.doc.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceStepsTest {

    @Test
    void everyDocumentOfTheCorpusIsReachedFromEveryOther() throws IOException {
        var documents = new ArrayList<Node>();
        for (var file : StepCorpusTest.files().toList()) {
            for (var made : DocumentJson.read(Files.readString(file))) {
                if (made.path("sound").booleanValue()) {
                    documents.add(StorySchema.SCHEMA.node(made.path("document")));
                    documents.add(StorySchema.SCHEMA.node(made.path("result")));
                }
            }
        }
        assertTrue(documents.size() > 40);
        for (var before : documents) {
            for (var after : documents) {
                var document = before;
                for (var step : Difference.steps(before, after)) {
                    document = StepJson.read(StorySchema.SCHEMA, StepJson.write(step))
                            .apply(document);
                }
                assertEquals(after.json(), document.json());
            }
        }
    }

    @Test
    void whatIsTheSameNeedsNoStep() {
        assertEquals(List.of(), Difference.steps(story("یک"), story("یک")));
    }

    @Test
    void oneHalfSpaceInAParagraphIsOneStepOfOneUnit() {
        assertEquals(
                List.of("{\"stepType\":\"replace\",\"from\":13,\"to\":14,\"slice\":{\"content\":[{\"type\":\"text\","
                        + "\"text\":\"\u200c\"}]}}"),
                Difference.steps(story("پل می شود"), story("پل می\u200cشود")).stream()
                        .map(step -> StepJson.write(step).toString())
                        .toList());
    }

    @Test
    void noStepPartsASurrogatePair() {
        for (var step : Difference.steps(story("یک😀😁"), story("یک😃😁"))) {
            assertTrue(step instanceof Step.Replace replace && replace.slice().size() == 2, step.toString());
        }
    }

    /** A story with one paragraph, which begins at position 8 of the document. */
    private static Node story(String paragraph) {
        JsonNode json =
                DocumentJson.read("{\"type\":\"story\",\"content\":[{\"type\":\"kicker\"},{\"type\":\"headline\"},"
                        + "{\"type\":\"lead\"},{\"type\":\"body\",\"content\":[{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\","
                        + "\"text\":\"" + paragraph + "\"}]}]}]}");
        return StorySchema.SCHEMA.node(json);
    }
}
