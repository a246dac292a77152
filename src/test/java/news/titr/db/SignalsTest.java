package news.titr.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import news.titr.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class SignalsTest {

    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

    private final String url = TestDatabase.url();
    private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @Test
    void what_was_committed_is_heard_once_and_in_order() throws InterruptedException {
        try (var database = Database.open(url);
                var signals = new Signals(database, SignalsTest::fail)) {
            append(database, "before");
            signals.start();
            signals.onCommitted(entry -> heard.add(entry.event()));
            append(database, "one");
            append(database, "two");
            assertEquals("one", next());
            assertEquals("two", next());
            assertNull(heard.poll(700, TimeUnit.MILLISECONDS), "nothing is told twice");
        }
    }

    @Test
    void what_another_process_committed_is_heard_too() throws InterruptedException {
        try (var here = Database.open(url);
                var there = Database.open(url);
                var signals = new Signals(here, SignalsTest::fail)) {
            signals.start();
            signals.onCommitted(entry -> heard.add(entry.event()));
            append(there, "published");
            assertEquals("published", next());
        }
    }

    @Test
    void a_listener_that_throws_harms_nobody() throws InterruptedException {
        try (var database = Database.open(url);
                var signals = new Signals(database, _ -> heard.add("trouble"))) {
            signals.on("story/1", _ -> {
                throw new IllegalStateException("as if broken");
            });
            signals.on("story/1", heard::add);
            signals.send("story/1", "می\u200Cنویسد");
            assertEquals("trouble", next());
            assertEquals("می\u200Cنویسد", next());
        }
    }

    @Test
    void fleeting_signals_reach_other_processes_on_postgresql_and_come_once() throws InterruptedException {
        if (!TestDatabase.isPostgresql()) {
            return; // on SQLite there is one server
        }
        try (var here = Database.open(url);
                var there = Database.open(url);
                var mine = new Signals(here, SignalsTest::fail);
                var theirs = new Signals(there, SignalsTest::fail)) {
            mine.start();
            theirs.start();
            mine.on("story/1", text -> heard.add("mine " + text));
            theirs.on("story/1", text -> heard.add("theirs " + text));
            // LISTEN takes a moment to begin
            for (int i = 0; i < 50 && heard.stream().noneMatch(text -> text.startsWith("theirs")); i++) {
                mine.send("story/1", "round " + i);
                TimeUnit.MILLISECONDS.sleep(100);
            }
            heard.clear();
            mine.send("story/1", "here I am");
            assertEquals("mine here I am", next());
            assertEquals("theirs here I am", next());
            assertNull(heard.poll(300, TimeUnit.MILLISECONDS));
        }
    }

    private String next() throws InterruptedException {
        return heard.poll(10, TimeUnit.SECONDS);
    }

    private static void append(Database database, String event) {
        database.write(write -> {
            Outbox.append(write, NOW, event, OptionalLong.empty());
            return null;
        });
    }

    private static void fail(RuntimeException problem) {
        throw problem;
    }
}
