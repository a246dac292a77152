package news.titr.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import news.titr.World;
import news.titr.doc.Block;
import news.titr.doc.Body;
import news.titr.doc.step.DocumentJson;
import news.titr.doc.step.Fragment;
import news.titr.doc.step.Node;
import news.titr.doc.step.NodeMark;
import news.titr.doc.step.Slice;
import news.titr.doc.step.Step;
import news.titr.doc.step.StorySchema;
import news.titr.people.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several windows in one story at once, each typing before it has heard of the others. */
@Tag("database")
class TogetherTest {

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "2, 2", "5, 3", "5, 4"})
    void allSeeTheSameInTheEndAndEveryWordIsThere(int count, long seed) {
        var random = new Random(seed);
        var blocks = IntStream.range(0, 5)
                .<Block>mapToObj(i -> Block.Paragraph.of("بند " + i + " از متن"))
                .toList();
        long number = world.draft(World.bridgeReopens().withText("", "با هم", "", new Body(blocks)))
                .number();
        var windows = IntStream.range(0, count)
                .mapToObj(i -> new EditorWindow(
                        world.drafting,
                        world.actor("editor" + i + "@example.org", "ویراستار " + i, Role.CHIEF_EDITOR),
                        number,
                        "window-" + i))
                .toList();
        var words = new ArrayList<String>();
        for (int round = 0; round < 300; round++) {
            int who = random.nextInt(count);
            var window = windows.get(who);
            switch (random.nextInt(10)) {
                case 0, 1, 2, 3, 4 -> {
                    String word = "‹" + who + "می‌شود" + round + "›";
                    window.insert(betweenWords(window.document(), random), word);
                    words.add(word);
                }
                case 5 -> split(window, random);
                case 6 ->
                    window.apply(new Step.AddMark(0, window.document().content().size(), strong()));
                case 7 -> window.receive();
                case 8 -> window.trySend(random.nextInt(3) == 0);
                default -> window.trySend(false);
            }
        }
        for (int i = 0; i < 3; i++) {
            windows.forEach(EditorWindow::send);
        }
        windows.forEach(EditorWindow::receive);

        var document = world.drafting.open(world.technician, number).orElseThrow();
        for (var window : windows) {
            assertEquals(document.version(), window.version());
            assertEquals(
                    document.document().json().toString(),
                    window.document().json().toString());
        }
        String text = document.document().textContent();
        assertEquals(
                List.of(), words.stream().filter(word -> !text.contains(word)).toList());
        assertTrue(words.size() > 100);
        assertEquals(document.version(), world.count("SELECT COUNT(*) FROM step WHERE story = " + number));
    }

    /** Where a word can be put without parting another: right after one, or where a paragraph begins. */
    private static int betweenWords(Node document, Random random) {
        var places = new ArrayList<Integer>();
        collect(document, 0, places);
        return places.get(random.nextInt(places.size()));
    }

    private static void collect(Node node, int inside, List<Integer> places) {
        int position = inside;
        if (List.of("paragraph", "headline", "lead").contains(node.type().name())) {
            places.add(position);
        }
        for (var child : node.children()) {
            if (child.isText()) {
                for (int i = 0; i < child.text().length(); i++) {
                    if (child.text().charAt(i) == '›') {
                        places.add(position + i + 1);
                    }
                }
            } else {
                collect(child, position + 1, places);
            }
            position += child.size();
        }
    }

    /** Enter, at the beginning of a paragraph or after a word in it. */
    private static void split(EditorWindow window, Random random) {
        var body = window.document().children().getLast();
        int start = window.document().content().size() - body.size() + 1;
        int at = betweenWords(window.document(), random);
        if (at > start) {
            var paragraph = StorySchema.SCHEMA.node("paragraph", DocumentJson.read("{}"), List.of());
            window.apply(new Step.Replace(at, at, new Slice(Fragment.of(List.of(paragraph, paragraph)), 1, 1), true));
        }
    }

    private static NodeMark strong() {
        return StorySchema.SCHEMA.mark(DocumentJson.read("{\"type\":\"strong\"}"));
    }
}
