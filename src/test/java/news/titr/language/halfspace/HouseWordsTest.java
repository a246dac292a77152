package news.titr.language.halfspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HouseWordsTest {
    private static final String HOUSE_TEXT = "در دیرکند خانهٔ پل‌بان‌سالار را دیدم و پل‌بان‌سالار آنجا بود.";
    private static final String GLUED = "مردم پلبانسالار را میشناسند و کتابها را میخوانند.";

    private static String mended(HalfSpaces model, String text) {
        return HalfSpaceRepair.apply(text, model.repair().gaps(text));
    }

    @Test
    void learnsAWordThatOnlyThisHouseUses() {
        HalfSpaces shipped = HalfSpaces.shipped();
        HouseWords.Learned learned = HouseWords.learn(shipped, Collections.nCopies(20, HOUSE_TEXT));
        assertEquals("مردم پلبانسالار را می‌شناسند و کتاب‌ها را می‌خوانند.", mended(shipped, GLUED));
        assertEquals(
                "مردم پل‌بان‌سالار را می‌شناسند و کتاب‌ها را می‌خوانند.", mended(shipped.with(learned.words()), GLUED));
    }

    @Test
    void saysWhatChangedOnTextsSetAside() {
        HouseWords.Report report = HouseWords.learn(HalfSpaces.shipped(), Collections.nCopies(20, HOUSE_TEXT))
                .report();
        assertEquals(20, report.texts());
        assertEquals(2, report.testTexts());
        assertTrue(report.examples().contains("پل‌بان‌سالار"), report::toString);
        assertTrue(report.after().glued() > report.before().glued(), report::toString);
        assertEquals(0, report.after().changesPerThousand());
    }

    @Test
    void doesNotLearnDamage() {
        HouseWords words = HouseWords.learn(
                        HalfSpaces.shipped(), Collections.nCopies(50, "تلاشها میشود و بیانیهای از گفتوگوی ما"))
                .words();
        assertEquals("تلاش‌ها", mended(HalfSpaces.shipped().with(words), "تلاشها"));
    }

    @Test
    void leavesTheModelAsItIsWhereThereIsNothingToLearn() {
        HalfSpaces shipped = HalfSpaces.shipped();
        HalfSpaces same = shipped.with(HouseWords.learn(shipped, List.of()).words());
        assertEquals(shipped.model().tables().wordList(), same.model().tables().wordList());
        assertEquals(mended(shipped, GLUED), mended(same, GLUED));
    }

    @Test
    void comesBackFromItsFile(@TempDir Path folder) throws IOException {
        HouseWords words = HouseWords.learn(HalfSpaces.shipped(), Collections.nCopies(20, HOUSE_TEXT))
                .words();
        Path file = folder.resolve("house-words.txt");
        words.save(file);
        HouseWords.load(file).save(folder.resolve("again.txt"));
        assertEquals(Files.readString(file), Files.readString(folder.resolve("again.txt")));
        Files.writeString(file, "چیز دیگری");
        assertThrows(IOException.class, () -> HouseWords.load(file));
    }
}
