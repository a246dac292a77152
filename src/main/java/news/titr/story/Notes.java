package news.titr.story;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import news.titr.audit.Action;
import news.titr.audit.Audit;
import news.titr.audit.Detail;
import news.titr.audit.Subject;
import news.titr.db.Database;
import news.titr.db.Ids;
import news.titr.db.Outbox;
import news.titr.people.Actor;
import news.titr.people.Permission;
import org.jdbi.v3.core.Handle;

/**
 * Notes that the newsroom writes on passages of a story. Whoever may read the desk may note, answer and settle; nothing of it
 * reaches readers. A note follows its passage through what is typed, and stays, with what the passage said, when it is deleted.
 */
public final class Notes {

    private static final int LONGEST_TEXT = 4_000;

    private final Database database;
    private final Ids ids;
    private final InstantSource clock;

    public Notes(Database database, Ids ids, InstantSource clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /** Somebody was called by name and has not looked yet. */
    public record Call(long story, String note, String by, Instant at, String text) {}

    /**
     * Writes a note on a passage.
     *
     * @param version of the working copy in which the passage was marked
     * @param quote what the writer saw marked, for a passage that has been deleted meanwhile
     */
    public Outcome<Note> add(Actor actor, long number, long version, Note.Passage passage, String quote, String text) {
        return act(actor, number, text, (write, said) -> {
            var copy = WorkingCopyStore.find(write, number);
            if (copy.isEmpty() || version > copy.get().version() || passage.from() >= passage.to()) {
                return Outcome.refused(Problem.Kind.NO_PASSAGE);
            }
            var there = since(write, copy.get(), version)
                    .flatMap(steps -> Passages.after(passage, steps))
                    .filter(found -> Passages.isWithin(copy.get().document(), found));
            String marked = there.map(found -> Passages.quote(copy.get().document(), found))
                    .filter(found -> !found.isBlank())
                    .orElse(quote.strip());
            if (marked.isBlank()) {
                return Outcome.refused(Problem.Kind.NO_PASSAGE);
            }
            String id = ids.next();
            NoteStore.insert(write, id, number, copy.get().version(), there.orElse(new Note.Passage(0, 0)), marked);
            say(write, actor, id, said);
            remember(write, actor, number, "added");
            return new Outcome.Done<>(NoteStore.note(write, number, id).orElseThrow(), List.of());
        });
    }

    public Outcome<Note> answer(Actor actor, long number, String note, String text) {
        return act(actor, number, text, (write, said) -> {
            if (NoteStore.note(write, number, note).isEmpty()) {
                return Outcome.refused(Problem.Kind.NO_SUCH_NOTE);
            }
            say(write, actor, note, said);
            tell(write, number);
            return new Outcome.Done<>(NoteStore.note(write, number, note).orElseThrow(), List.of());
        });
    }

    /** Says that a note is settled; settling it again changes nothing. */
    public Outcome<Note> resolve(Actor actor, long number, String note) {
        return settle(actor, number, note, true);
    }

    public Outcome<Note> reopen(Actor actor, long number, String note) {
        return settle(actor, number, note, false);
    }

    private Outcome<Note> settle(Actor actor, long number, String note, boolean resolved) {
        return act(actor, number, "-", (write, _) -> {
            var found = NoteStore.note(write, number, note);
            if (found.isEmpty()) {
                return Outcome.refused(Problem.Kind.NO_SUCH_NOTE);
            }
            if (found.get().isOpen() == resolved) {
                if (resolved) {
                    NoteStore.resolve(write, note, clock.instant(), actor.id());
                } else {
                    NoteStore.reopen(write, note);
                }
                remember(write, actor, number, resolved ? "resolved" : "reopened");
            }
            return new Outcome.Done<>(NoteStore.note(write, number, note).orElseThrow(), List.of());
        });
    }

    /** Every note of a story, open ones first, told for the newest version of its text. */
    public List<Note> of(long number) {
        return database.read(read -> current(read, number));
    }

    /** The version that {@link #of} tells passages for. */
    public OptionalLong version(long number) {
        return database.read(read -> WorkingCopyStore.version(read, number));
    }

    /** How many notes are open, of those stories that have any. */
    public Map<Long, Integer> open(Collection<Long> stories) {
        return database.read(read -> NoteStore.open(read, stories));
    }

    /** What waits for somebody: they were called by name in an open note, and have not looked. */
    public List<Call> calls(String person) {
        return database.read(read -> NoteStore.calls(read, person));
    }

    /** They have looked at the notes of this story. */
    public void seen(Actor actor, long number) {
        if (actor instanceof Actor.AtDesk(var person, var _, var _)
                && calls(person.id()).stream().anyMatch(call -> call.story() == number)) {
            database.write(write -> NoteStore.see(write, number, person.id(), clock.instant()));
        }
    }

    /** Names of everybody who can be called. */
    public List<String> names() {
        return database.read(
                read -> NoteStore.people(read).values().stream().sorted().toList());
    }

    /** Tells every open note's passage for the newest version, so that old steps can be forgotten. */
    public int keepUp() {
        var stories = database.read(NoteStore::behind);
        for (long number : stories) {
            database.write(write -> {
                current(write, number).forEach(note -> NoteStore.move(write, note));
                return null;
            });
        }
        return stories.size();
    }

    // ---- within a transaction

    private Outcome<Note> act(Actor actor, long number, String text, BiFunction<Handle, String, Outcome<Note>> verb) {
        // whoever has a place at the desk may write somewhere
        if (!actor.may(Permission.WRITE)) {
            return Outcome.refused(Problem.Kind.NOT_ALLOWED);
        }
        String said = text.strip();
        if (said.isEmpty()) {
            return Outcome.refused(Problem.Kind.NO_NOTE_TEXT);
        }
        return database.write(write -> StoryStore.exists(write, number)
                ? verb.apply(write, said.substring(0, Math.min(said.length(), LONGEST_TEXT)))
                : Outcome.refused(Problem.Kind.NO_SUCH_STORY));
    }

    private void say(Handle write, Actor actor, String note, String text) {
        String saying = ids.next();
        NoteStore.say(write, saying, note, actor.id(), clock.instant(), text);
        Mentions.in(text, NoteStore.people(write)).stream()
                .filter(person -> !actor.id().equals("person:" + person))
                .forEach(person ->
                        NoteStore.mention(write, saying, person, clock.instant().plus(MentionLetters.PATIENCE)));
    }

    private void remember(Handle write, Actor actor, long number, String what) {
        Audit.append(
                write,
                ids.next(),
                clock.instant(),
                actor,
                Action.NOTE,
                Subject.story(number),
                Detail.of(Detail.Name.NOTE, what));
        tell(write, number);
    }

    /** Whoever has the story open hears of it. */
    private void tell(Handle write, long number) {
        Outbox.append(write, clock.instant(), "noted", OptionalLong.of(number));
    }

    private static List<Note> current(Handle read, long number) {
        var notes = NoteStore.notes(read, number);
        var copy = WorkingCopyStore.find(read, number);
        return copy.isEmpty()
                ? notes
                : notes.stream().map(note -> current(read, copy.get(), note)).toList();
    }

    private static Note current(Handle read, WorkingCopy copy, Note note) {
        if (note.version() == copy.version() && note.passage().isPresent()) {
            return note;
        }
        var followed = note.passage()
                .flatMap(passage -> since(read, copy, note.version()).flatMap(steps -> Passages.after(passage, steps)))
                .filter(passage -> Passages.isWithin(copy.document(), passage));
        // what was deleted may have come back by an undo, or the log may not reach back any more
        return note.at(copy.version(), followed.isPresent() ? followed : Passages.find(copy.document(), note.quote()));
    }

    /** The steps that came after a version; empty when the log does not reach back that far. */
    private static Optional<List<LoggedStep>> since(Handle read, WorkingCopy copy, long version) {
        var steps = WorkingCopyStore.stepsAfter(read, copy.story(), version);
        return steps.size() == copy.version() - version ? Optional.of(steps) : Optional.empty();
    }
}
