package news.titr.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import news.titr.World;
import news.titr.db.Database;
import news.titr.doc.Block;
import news.titr.doc.Body;
import news.titr.doc.step.DocumentJson;
import news.titr.story.Typed;

/**
 * How fast typing is taken: one word a request at a random place of a text of 20,000 words, from the request to the commit.
 * {@code --database URL} measures on another database than a fresh SQLite file.
 */
public final class TypingBench {

    private static final int WARM_UP = 300;
    private static final int REQUESTS = 2_000;

    private TypingBench() {}

    public static void main(String[] arguments) {
        String url = arguments.length == 2 && arguments[0].equals("--database")
                ? arguments[1]
                : Database.sqliteUrl(news.titr.TestDatabase.temporaryFolder());
        System.out.printf("%-10s %8s %9s %9s %9s%n", "words", "steps/s", "p50 ms", "p95 ms", "max ms");
        for (int words : new int[] {500, 20_000}) {
            try (var world = new World(Database.open(url))) {
                measure(world, words);
            }
        }
    }

    private static void measure(World world, int words) {
        var blocks = new ArrayList<Block>();
        for (int i = 0; i < words / 50; i++) {
            blocks.add(Block.Paragraph.of(
                    "خانه‌های کنار رود از فردا باز می‌شود ".repeat(7).strip()));
        }
        long number = world.draft(World.bridgeReopens().withText("", "بلند", "", new Body(blocks)))
                .number();
        var editor = world.chiefEditor();
        var document = world.drafting.open(editor, number).orElseThrow().document();
        int body = document.content().size() - document.children().getLast().size() + 1;
        int paragraph = document.children().getLast().child(0).size();
        var random = new Random(1);
        var millis = new ArrayList<Double>();
        var inserted = new int[blocks.size()];
        for (int i = 0; i < WARM_UP + REQUESTS; i++) {
            int block = random.nextInt(blocks.size());
            int at =
                    body + block * paragraph + Arrays.stream(inserted, 0, block).sum() + 1;
            long begin = System.nanoTime();
            var typed = world.drafting.type(editor, number, i, "bench", List.of(insert(at, "تازه ")));
            double took = (System.nanoTime() - begin) / 1e6;
            inserted[block] += 5;
            if (!(typed instanceof Typed.Accepted)) {
                throw new IllegalStateException(typed.toString());
            }
            if (i >= WARM_UP) {
                millis.add(took);
            }
        }
        double total = millis.stream().mapToDouble(Double::doubleValue).sum();
        millis.sort(null);
        System.out.printf(
                "%-10d %8.0f %9.2f %9.2f %9.2f%n",
                words,
                1_000 * millis.size() / total,
                millis.get(millis.size() / 2),
                millis.get(millis.size() * 95 / 100),
                millis.getLast());
    }

    private static JsonNode insert(int position, String text) {
        return DocumentJson.read("{\"stepType\":\"replace\",\"from\":" + position + ",\"to\":" + position
                + ",\"slice\":{\"content\":[{\"type\":\"text\",\"text\":\"" + text + "\"}]}}");
    }
}
