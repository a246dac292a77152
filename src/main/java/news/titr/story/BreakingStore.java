package news.titr.story;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/** The table of breaking news: one row for each edition. */
final class BreakingStore {

    private BreakingStore() {}

    static BreakingNews find(Handle read, String edition) {
        return read.createQuery("SELECT version, shown, text, story, until_at, at, actor FROM breaking_news"
                        + " WHERE edition = :edition")
                .bind("edition", edition)
                .map((row, _) -> {
                    long story = row.getLong("story");
                    long until = row.getLong("until_at");
                    return new BreakingNews(
                            row.getLong("version"),
                            row.getInt("shown") != 0,
                            row.getString("text"),
                            story == 0 ? OptionalLong.empty() : OptionalLong.of(story),
                            until == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(until)),
                            StoryStore.instant(row, "at"),
                            row.getString("actor"));
                })
                .findOne()
                .orElse(BreakingNews.NONE);
    }

    static void put(Handle write, String edition, BreakingNews news) {
        write.createUpdate("INSERT INTO breaking_news (edition, version, shown, text, story, until_at, at, actor)"
                        + " VALUES (:edition, :version, :shown, :text, :story, :until, :at, :actor)"
                        + " ON CONFLICT (edition) DO UPDATE SET version = excluded.version, shown = excluded.shown,"
                        + " text = excluded.text, story = excluded.story, until_at = excluded.until_at,"
                        + " at = excluded.at, actor = excluded.actor")
                .bind("edition", edition)
                .bind("version", news.version())
                .bind("shown", news.shown() ? 1 : 0)
                .bind("text", news.text())
                .bind("story", news.story().isPresent() ? (Long) news.story().getAsLong() : null)
                .bind("until", news.until().map(Instant::toEpochMilli).orElse(null))
                .bind("at", news.at().toEpochMilli())
                .bind("actor", news.actor())
                .execute();
    }
}
