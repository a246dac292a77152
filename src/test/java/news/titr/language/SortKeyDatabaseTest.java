package news.titr.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import news.titr.TestDatabase;
import news.titr.db.Database;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class SortKeyDatabaseTest {
    @Test
    void theDatabaseSortsNamesAsThePersianReaderExpects() throws IOException {
        var names = SortKeyTest.names();
        try (var database = filled(names)) {
            assertEquals(names, sorted(database, "sort_key"));
        }
    }

    @Test
    void noCollationOfPostgresqlChangesTheOrder() throws IOException {
        var names = SortKeyTest.names();
        if (TestDatabase.isPostgresql()) {
            try (var database = filled(names)) {
                assertEquals(names, sorted(database, "sort_key COLLATE \"fa-x-icu\""));
                assertEquals(names, sorted(database, "sort_key COLLATE \"und-x-icu\""));
                assertEquals(names, sorted(database, "sort_key COLLATE \"C\""));
            }
        }
    }

    private static Database filled(List<String> names) {
        var shuffled = new ArrayList<>(names);
        Collections.shuffle(shuffled, new Random(1403));
        var database = TestDatabase.open();
        database.write(write -> {
            write.execute("CREATE TABLE reader_order (name TEXT, sort_key TEXT)");
            for (String name : shuffled) {
                write.execute("INSERT INTO reader_order VALUES (?, ?)", name, SortKey.of(name));
            }
            return null;
        });
        return database;
    }

    private static List<String> sorted(Database database, String order) {
        return database.read(read -> read.createQuery("SELECT name FROM reader_order ORDER BY " + order)
                .mapTo(String.class)
                .list());
    }
}
