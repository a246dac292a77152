package news.titr.language.halfspace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HalfSpaceRepairTest {
    private static final List<String> LINES = List.of(
            "کتاب‌ها را می‌خوانم و خانه‌ها را می‌بینم.",
            "خانه‌ای در شهر ما بود و کتاب‌های ما در آن خانه بود.",
            "او کتاب می‌خواند و ما می‌خوانیم، آنها نمی‌خوانند.",
            "درخت‌ها و خانه‌ها و کتاب‌ها و شهرها را دیدم.");

    private static ModelTables smallModel() {
        TreeMap<String, Double> lemmas = new TreeMap<>();
        for (String lemma : List.of("کتاب", "خانه", "درخت", "شهر")) {
            lemmas.put(lemma, .4);
        }
        return new HalfSpaceTrainer(new TrainingMaterial(
                        List.of(new TrainingMaterial.Text(LINES, 1)),
                        lemmas,
                        Set.of("خوانم", "خواند", "خوانیم", "خوانند", "بینم"),
                        Set.copyOf(lemmas.keySet())))
                .train();
    }

    private static byte[] bytes(ModelTables tables) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        tables.write(out);
        return out.toByteArray();
    }

    @Test
    void trainingTwiceGivesTheSameBytes() throws IOException {
        assertArrayEquals(bytes(smallModel()), bytes(smallModel()));
    }

    @Test
    void aModelComesBackFromItsFileAsItWas() throws IOException {
        byte[] written = bytes(smallModel());
        ModelTables read = ModelTables.read(new ByteArrayInputStream(written));
        assertArrayEquals(written, bytes(read));
        assertTrue(read.wordList().contains("کتاب‌ها"));
    }

    @Test
    void putsBackWhatASmallModelHasSeen() {
        HalfSpaceRepair repair = new HalfSpaceRepair(new HalfSpaceModel(smallModel()));
        List<HalfSpaceRepair.Gap> gaps = repair.gaps("کتابها را میخوانم و خانه ها را می بینم.");
        assertEquals(4, gaps.size());
        assertEquals(4, gaps.get(0).start());
        assertEquals(gaps.get(0).start(), gaps.get(0).end());
        assertEquals(1, gaps.get(2).end() - gaps.get(2).start());
    }

    @Test
    void theShippedModelIsSmallOnDiskAndOnTheHeap() throws IOException {
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(HalfSpaces.RESOURCE))) {
            assertTrue(in.readAllBytes().length <= 5_000_000);
        }
        assertTrue(HalfSpaces.shipped().heapBytes() <= 48_000_000);
    }

    @Test
    void theWorkGrowsInLineWithTheText() {
        String line = "بیانیهای از گفتوگوی تلفنی خبر داد و گفت تلاش ها می تواند نتیجه بدهد. ";
        assertTrue(steps(line.repeat(4000)) <= 1.1 * 10 * steps(line.repeat(400)));
        String endless = "می ها تر ای بی هم کتاب ";
        assertTrue(steps(endless.repeat(4000)) <= 1.1 * 10 * steps(endless.repeat(400)));
    }

    private static long steps(String text) {
        HalfSpaceRepair repair = HalfSpaces.shipped().repair();
        repair.gaps(text);
        return repair.steps();
    }

    @Test
    void scoresGapsAndNothingElse() {
        GapScore score = new GapScore();
        score.add("کتاب‌ها را می‌خوانم، 12", "كتابها را می‌خوانم , ۱۲");
        assertEquals(1, score.missed());
        assertEquals(0, score.wrong());
        assertEquals(0, score.incomparable());
        assertEquals(200.0 / 3, score.f1(), 1e-9);
    }
}
