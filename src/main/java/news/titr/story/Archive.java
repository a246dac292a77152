package news.titr.story;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import news.titr.db.Database;
import news.titr.db.Dependencies;

/**
 * How many stories readers were given on which day. The days are those of the newspaper's own zone, by the moment of a
 * story's first release; they are counted when a story comes or goes, never when somebody looks.
 */
public final class Archive {

    private final Database database;

    public Archive(Database database) {
        this.database = database;
    }

    /** How many stories of a type a day has: one or more. */
    public record Count(LocalDate day, StoryType type, long stories) {}

    /** The first and the last day with stories. */
    public record Span(LocalDate first, LocalDate last) {}

    /** The days with stories from one day until before another, oldest first. */
    public List<Count> days(String edition, LocalDate from, LocalDate until) {
        Dependencies.on(ReaderChanges.edition(edition));
        return database.read(read -> ArchiveStore.days(read, edition, from, until));
    }

    /** The types of the stories from one day until before another, most first; each count's day is {@code from}. */
    public List<Count> types(String edition, LocalDate from, LocalDate until) {
        Dependencies.on(ReaderChanges.edition(edition));
        return database.read(read -> ArchiveStore.types(read, edition, from, until));
    }

    /** Empty for an edition without stories. */
    public Optional<Span> span(String edition) {
        Dependencies.on(ReaderChanges.edition(edition));
        return database.read(read -> ArchiveStore.span(read, edition));
    }

    /** The last day with stories before a day. */
    public Optional<LocalDate> dayBefore(String edition, LocalDate day) {
        Dependencies.on(ReaderChanges.edition(edition));
        return database.read(read -> ArchiveStore.dayBefore(read, edition, day));
    }

    /** The first day with stories after a day. */
    public Optional<LocalDate> dayAfter(String edition, LocalDate day) {
        Dependencies.on(ReaderChanges.edition(edition));
        return database.read(read -> ArchiveStore.dayAfter(read, edition, day));
    }

    /** Counts an edition's days anew if they have not been counted, or were in another zone. */
    public void keep(String edition, ZoneId zone) {
        if (database.read(read -> ArchiveStore.countedIn(read, edition)).equals(Optional.of(zone))) {
            return;
        }
        database.write(write -> {
            SectionStore.putEdition(write, edition);
            ArchiveStore.rebuild(write, edition, zone);
            return null;
        });
    }
}
