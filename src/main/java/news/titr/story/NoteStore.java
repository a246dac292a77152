package news.titr.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The tables of notes, what was said in them, and who was called. */
final class NoteStore {

    private NoteStore() {}

    static void insert(Handle write, String id, long story, long version, Note.Passage passage, String quote) {
        write.createUpdate("INSERT INTO note (id, story, version, passage_from, passage_to, quote)"
                        + " VALUES (:id, :story, :version, :from, :to, :quote)")
                .bind("id", id)
                .bind("story", story)
                .bind("version", version)
                .bind("from", passage.from())
                .bind("to", passage.to())
                .bind("quote", quote)
                .execute();
    }

    static void say(Handle write, String id, String note, String actor, Instant at, String text) {
        write.createUpdate("INSERT INTO note_saying (id, note, said_by, said_at, text)"
                        + " VALUES (:id, :note, :actor, :at, :text)")
                .bind("id", id)
                .bind("note", note)
                .bind("actor", actor)
                .bind("at", at.toEpochMilli())
                .bind("text", text)
                .execute();
    }

    static void mention(Handle write, String saying, String person, Instant mailAt) {
        write.createUpdate("INSERT INTO note_mention (saying, person, mail_at) VALUES (:saying, :person, :mailAt)")
                .bind("saying", saying)
                .bind("person", person)
                .bind("mailAt", mailAt.toEpochMilli())
                .execute();
    }

    static Optional<Note> note(Handle read, long story, String id) {
        return notes(read, story).stream().filter(note -> note.id().equals(id)).findFirst();
    }

    /** All notes of a story, open ones first, each kind in the order in which it stands in the text. */
    static List<Note> notes(Handle read, long story) {
        var sayings = sayings(read, story);
        return read.createQuery("SELECT n.*, p.name AS resolver FROM note n"
                        + " LEFT JOIN person p ON p.id = SUBSTR(n.resolved_by, 8) WHERE n.story = :story"
                        + " ORDER BY CASE WHEN n.resolved_at IS NULL THEN 0 ELSE 1 END, n.passage_from, n.id")
                .bind("story", story)
                .map((row, _) -> note(row, sayings))
                .list();
    }

    private static Map<String, List<Note.Saying>> sayings(Handle read, long story) {
        var sayings = new HashMap<String, List<Note.Saying>>();
        read.createQuery("SELECT s.*, p.name AS person FROM note_saying s JOIN note n ON n.id = s.note"
                        + " LEFT JOIN person p ON p.id = SUBSTR(s.said_by, 8) WHERE n.story = :story"
                        + " ORDER BY s.said_at, s.id")
                .bind("story", story)
                .map((row, _) -> Map.entry(
                        row.getString("note"),
                        new Note.Saying(
                                row.getString("id"),
                                row.getString("said_by"),
                                Optional.ofNullable(row.getString("person")).orElse(""),
                                StoryStore.instant(row, "said_at"),
                                row.getString("text"))))
                .forEach(saying -> sayings.computeIfAbsent(saying.getKey(), _ -> new ArrayList<>())
                        .add(saying.getValue()));
        return sayings;
    }

    private static Note note(ResultSet row, Map<String, List<Note.Saying>> sayings) throws SQLException {
        int from = row.getInt("passage_from");
        int to = row.getInt("passage_to");
        long resolvedAt = row.getLong("resolved_at");
        Optional<Note.Resolved> resolved = row.wasNull()
                ? Optional.empty()
                : Optional.of(new Note.Resolved(
                        Instant.ofEpochMilli(resolvedAt),
                        row.getString("resolved_by"),
                        Optional.ofNullable(row.getString("resolver")).orElse("")));
        return new Note(
                row.getString("id"),
                row.getLong("story"),
                row.getLong("version"),
                from < to ? Optional.of(new Note.Passage(from, to)) : Optional.empty(),
                row.getString("quote"),
                sayings.getOrDefault(row.getString("id"), List.of()),
                resolved);
    }

    static void move(Handle write, Note note) {
        write.createUpdate("UPDATE note SET version = :version, passage_from = :from, passage_to = :to WHERE id = :id")
                .bind("version", note.version())
                .bind("from", note.passage().map(Note.Passage::from).orElse(0))
                .bind("to", note.passage().map(Note.Passage::to).orElse(0))
                .bind("id", note.id())
                .execute();
    }

    static void resolve(Handle write, String id, Instant at, String actor) {
        write.createUpdate("UPDATE note SET resolved_at = :at, resolved_by = :actor WHERE id = :id")
                .bind("at", at.toEpochMilli())
                .bind("actor", actor)
                .bind("id", id)
                .execute();
    }

    static void reopen(Handle write, String id) {
        write.createUpdate("UPDATE note SET resolved_at = NULL, resolved_by = '' WHERE id = :id")
                .bind("id", id)
                .execute();
    }

    /** How many notes are open, of the stories that have any. */
    static Map<Long, Integer> open(Handle read, Collection<Long> stories) {
        var open = new HashMap<Long, Integer>();
        if (!stories.isEmpty()) {
            read.createQuery("SELECT story, COUNT(*) AS notes FROM note WHERE story IN (<stories>)"
                            + " AND resolved_at IS NULL GROUP BY story")
                    .bindList("stories", List.copyOf(stories))
                    .map((row, _) -> Map.entry(row.getLong("story"), row.getInt("notes")))
                    .forEach(row -> open.put(row.getKey(), row.getValue()));
        }
        return open;
    }

    /** Stories with open notes that are not told for the newest version of their text. */
    static List<Long> behind(Handle read) {
        return read.createQuery("SELECT DISTINCT n.story FROM note n JOIN working_copy w ON w.story = n.story"
                        + " WHERE n.resolved_at IS NULL AND n.version < w.version ORDER BY n.story")
                .mapTo(Long.class)
                .list();
    }

    static List<Notes.Call> calls(Handle read, String person) {
        return read.createQuery("SELECT n.story, n.id AS note, s.text, s.said_at, p.name AS person"
                        + " FROM note_mention m JOIN note_saying s ON s.id = m.saying JOIN note n ON n.id = s.note"
                        + " LEFT JOIN person p ON p.id = SUBSTR(s.said_by, 8)"
                        + " WHERE m.person = :person AND m.seen_at IS NULL AND n.resolved_at IS NULL"
                        + " ORDER BY s.said_at, s.id")
                .bind("person", person)
                .map((row, _) -> new Notes.Call(
                        row.getLong("story"),
                        row.getString("note"),
                        Optional.ofNullable(row.getString("person")).orElse(""),
                        StoryStore.instant(row, "said_at"),
                        row.getString("text")))
                .list();
    }

    static int see(Handle write, long story, String person, Instant at) {
        return write.createUpdate("UPDATE note_mention SET seen_at = :at WHERE person = :person AND seen_at IS NULL"
                        + " AND saying IN (SELECT s.id FROM note_saying s JOIN note n ON n.id = s.note"
                        + " WHERE n.story = :story)")
                .bind("at", at.toEpochMilli())
                .bind("person", person)
                .bind("story", story)
                .execute();
    }

    /** Takes the call that has been due longest and that nobody has looked at, and keeps it from others until a moment. */
    static Optional<MentionLetters.Letter> takeLetter(Handle write, Instant now, Instant notBefore, Instant mineUntil) {
        var taken = write.createQuery("SELECT m.saying, m.person, m.tries + 1 AS tries, p.name, p.email, p.language,"
                        + " n.story, r.headline, s.text, s.said_at, b.name AS said_by FROM note_mention m"
                        + " JOIN note_saying s ON s.id = m.saying JOIN note n ON n.id = s.note"
                        + " JOIN story st ON st.number = n.story JOIN revision r ON r.id = st.newest_revision"
                        + " JOIN person p ON p.id = m.person LEFT JOIN person b ON b.id = SUBSTR(s.said_by, 8)"
                        + " WHERE m.mail_at <= :now AND m.seen_at IS NULL AND n.resolved_at IS NULL"
                        + " AND p.disabled_at IS NULL AND s.said_at > :notBefore ORDER BY m.mail_at, m.saying LIMIT 1")
                .bind("now", now.toEpochMilli())
                .bind("notBefore", notBefore.toEpochMilli())
                .map((row, _) -> new MentionLetters.Letter(
                        row.getString("saying"),
                        row.getString("person"),
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("language"),
                        row.getLong("story"),
                        row.getString("headline"),
                        Optional.ofNullable(row.getString("said_by")).orElse(""),
                        row.getString("text"),
                        StoryStore.instant(row, "said_at"),
                        row.getInt("tries")))
                .findOne();
        taken.ifPresent(letter -> dueAgain(write, letter, Optional.of(mineUntil)));
        return taken;
    }

    /** How many letters could not be sent so far, and are tried again. */
    static long failingLetters(Handle read) {
        return read.createQuery("SELECT COUNT(*) FROM note_mention m JOIN note_saying s ON s.id = m.saying"
                        + " JOIN note n ON n.id = s.note WHERE m.tries > 0 AND m.mail_at IS NOT NULL"
                        + " AND m.seen_at IS NULL AND n.resolved_at IS NULL")
                .mapTo(Long.class)
                .one();
    }

    /** When a call is to be mailed again; empty for never. */
    static void dueAgain(Handle write, MentionLetters.Letter letter, Optional<Instant> at) {
        write.createUpdate("UPDATE note_mention SET mail_at = :at, tries = :tries"
                        + " WHERE saying = :saying AND person = :person")
                .bind("at", at.map(Instant::toEpochMilli).orElse(null))
                .bind("tries", letter.tries())
                .bind("saying", letter.saying())
                .bind("person", letter.person())
                .execute();
    }

    /** Everybody who can be called, by id. */
    static Map<String, String> people(Handle read) {
        var people = new HashMap<String, String>();
        read.createQuery("SELECT id, name FROM person WHERE disabled_at IS NULL")
                .map((row, _) -> Map.entry(row.getString("id"), row.getString("name")))
                .forEach(person -> people.put(person.getKey(), person.getValue()));
        return people;
    }
}
