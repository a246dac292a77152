package news.titr.story;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import news.titr.audit.Action;
import news.titr.audit.Audit;
import news.titr.audit.Detail;
import news.titr.audit.Subject;
import news.titr.db.Database;
import news.titr.db.Ids;
import news.titr.db.Outbox;
import news.titr.doc.Block;
import news.titr.doc.Body;
import news.titr.doc.BodyJson;
import news.titr.doc.Inline;
import news.titr.people.Actor;
import news.titr.people.Permission;
import org.jdbi.v3.core.Handle;

/**
 * The only way to write the entries of a live coverage. They go to readers at once when the story is with them, so each verb
 * asks for the permission to publish, judges as publishing does, and writes the audit row and the outbox row in the same
 * transaction. An entry that was removed stays removed: its row, its number and its earlier texts are kept, and no verb
 * brings it back.
 */
public final class Covering {

    /** The word in the outbox for whatever happens to a coverage. */
    public static final String EVENT = "covered";

    private static final int LONGEST_BODY = 100_000;
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_REASON = 500;

    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    private final Database database;
    private final Ids ids;
    private final InstantSource clock;
    private final URI site;

    /** @param site where readers find it, for checks of links */
    public Covering(Database database, Ids ids, InstantSource clock, URI site) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        this.site = site;
    }

    /**
     * What an entry is to say.
     *
     * @param at empty for now, or for a change: as it was
     * @param headline may be empty
     * @param author as readers are told; may be empty
     */
    public record Wish(Optional<Instant> at, String headline, Body body, String author, boolean keyEvent) {

        /** An empty line before or after the text is none of it. */
        public Wish {
            body = trimmed(body);
        }

        private static Body trimmed(Body body) {
            var blocks = new ArrayList<>(body.blocks());
            while (!blocks.isEmpty() && isBlank(blocks.getLast())) {
                blocks.removeLast();
            }
            while (!blocks.isEmpty() && isBlank(blocks.getFirst())) {
                blocks.removeFirst();
            }
            return new Body(blocks);
        }

        private static boolean isBlank(Block block) {
            return block instanceof Block.Paragraph(var text)
                    && Inline.text(text).isBlank();
        }

        public static Wish of(Body body) {
            return new Wish(Optional.empty(), "", body, "", false);
        }
    }

    /** A text that an entry has or had. */
    public record Text(
            int version, Instant at, String headline, Body body, String author, String madeBy, Instant madeAt) {}

    // ---- what the desk sees

    /** Empty before the first entry. */
    public Optional<Coverage> coverage(long story) {
        return database.read(read -> CoverageStore.find(read, story));
    }

    /**
     * Entries with those that were removed, newest first.
     *
     * @param before the number of the entry behind which they begin; empty for the newest
     */
    public List<CoverageEntry> entries(long story, OptionalLong before, int limit) {
        return database.read(read -> {
            var place = before.isEmpty()
                    ? Optional.of(CoverageStore.Place.TOP)
                    : CoverageStore.place(read, story, before.getAsLong());
            return place.map(from -> CoverageStore.all(read, story, from, limit))
                    .orElse(List.of());
        });
    }

    public Optional<CoverageEntry> entry(long story, long number) {
        return database.read(read -> CoverageStore.entry(read, story, number));
    }

    /** Every text that an entry has had, the newest first. */
    public List<Text> texts(CoverageEntry entry) {
        return database.read(read -> CoverageStore.texts(read, entry.id()));
    }

    /** Whether the doors would open for somebody. */
    public boolean mayCover(Actor actor, Story story) {
        return database.read(read -> Matters.allowBeforeReaders(read, actor, Permission.PUBLISH, story));
    }

    // ---- entries

    /** An id for a new entry, for those who cannot make one. */
    public String newId() {
        return ids.next();
    }

    /** The entries as readers would have them if the story were live, for the desk alone. */
    public LiveCoverage rehearsal(long number) {
        return database.read(read -> {
            var entries = CoverageStore.all(read, number, CoverageStore.Place.TOP, LiveCoverage.ALL).stream()
                    .filter(entry -> !entry.isRemoved())
                    .toList();
            return new LiveCoverage(
                    CoverageStore.find(read, number),
                    entries.stream().filter(CoverageEntry::pinned).toList(),
                    entries.stream().filter(entry -> !entry.pinned()).toList(),
                    entries.stream().filter(CoverageEntry::keyEvent).toList(),
                    OptionalLong.empty());
        });
    }

    /**
     * Writes an entry. The same id again changes nothing and answers with the entry as it is now, be it removed: whoever did
     * not hear that it arrived may send it again.
     *
     * @param id a UUID of version 7 that the sender made
     */
    public Outcome<CoverageEntry> write(Actor actor, long number, String id, Wish wish) {
        return act(actor, number, (write, story) -> {
            if (!ID.matcher(id).matches()) {
                return Outcome.refused(Problem.Kind.NO_SUCH_ENTRY);
            }
            Instant now = clock.instant();
            CoverageStore.begin(write, number, now);
            // from here on whoever else writes into this coverage waits
            long change = CoverageStore.nextChange(write, number);
            var sent = CoverageStore.entry(write, id);
            if (sent.isPresent()) {
                return sent.get().story() == number
                        ? new Outcome.Done<>(sent.get(), List.of())
                        : Outcome.refused(Problem.Kind.NO_SUCH_ENTRY);
            }
            var problems = problems(write, story, wish, now);
            if (CoverageStore.find(write, number).map(Coverage::isFinished).orElse(false)) {
                problems.addFirst(Problem.of(Problem.Kind.COVERAGE_FINISHED));
            }
            if (problems.stream().anyMatch(Problem::refuses)) {
                return new Outcome.Refused<>(problems);
            }
            var entry = new CoverageEntry(
                    id,
                    number,
                    CoverageStore.nextNumber(write, number),
                    1,
                    change,
                    wish.at().orElse(now),
                    wish.headline().strip(),
                    wish.body(),
                    wish.author().strip(),
                    wish.keyEvent(),
                    false,
                    actor.id(),
                    now,
                    Optional.empty());
            CoverageStore.insert(write, entry);
            CoverageStore.insertText(write, entry, actor.id(), now);
            PictureUseStore.add(write, story, entry.body());
            return done(write, actor, entry, Action.WRITE_ENTRY, Detail.NONE, problems);
        });
    }

    /**
     * Gives an entry another text; the one before is kept.
     *
     * @param seenVersion the text that the caller saw
     */
    public Outcome<CoverageEntry> change(Actor actor, long number, long entryNumber, int seenVersion, Wish wish) {
        return actOn(actor, number, entryNumber, (write, story, entry, change) -> {
            if (entry.version() != seenVersion) {
                return new Outcome.Conflict<>(entry);
            }
            Instant now = clock.instant();
            var problems = problems(write, story, wish, now);
            if (problems.stream().anyMatch(Problem::refuses)) {
                return new Outcome.Refused<>(problems);
            }
            var changed = new CoverageEntry(
                    entry.id(),
                    number,
                    entryNumber,
                    seenVersion + 1,
                    change,
                    wish.at().orElse(entry.at()),
                    wish.headline().strip(),
                    wish.body(),
                    wish.author().strip(),
                    wish.keyEvent(),
                    entry.pinned(),
                    entry.writtenBy(),
                    entry.writtenAt(),
                    Optional.empty());
            CoverageStore.insertText(write, changed, actor.id(), now);
            PictureUseStore.add(write, story, changed.body());
            CoverageStore.setText(
                    write, changed.id(), changed.version(), changed.at(), changed.keyEvent(), changed.change());
            return done(write, actor, changed, Action.CHANGE_ENTRY, Detail.NONE, problems);
        });
    }

    /** Says whether an entry is a key event, and whether it stays at the top. */
    public Outcome<CoverageEntry> mark(Actor actor, long number, long entryNumber, boolean keyEvent, boolean pinned) {
        return actOn(actor, number, entryNumber, (write, story, entry, change) -> {
            CoverageStore.setMarks(write, entry.id(), keyEvent, pinned, change);
            var marks = new ArrayList<String>();
            if (keyEvent) {
                marks.add("key");
            }
            if (pinned) {
                marks.add("pinned");
            }
            var detail = Detail.of(Detail.Name.NOTE, String.join(" ", marks));
            return done(write, actor, entry, Action.MARK_ENTRY, detail, List.of());
        });
    }

    /** Takes an entry back, for good. Whatever text it has by now: nobody waits because somebody else is mending it. */
    public Outcome<CoverageEntry> remove(Actor actor, long number, long entryNumber, String reason) {
        return actOn(actor, number, entryNumber, (write, story, entry, change) -> {
            if (reason.isBlank()) {
                return Outcome.refused(Problem.Kind.NO_REASON);
            }
            if (reason.strip().length() > LONGEST_REASON) {
                return tooLong(LONGEST_REASON);
            }
            var removal = new CoverageEntry.Removal(clock.instant(), actor.id(), reason.strip());
            CoverageStore.setRemoved(write, entry.id(), removal, change);
            var detail = Detail.of(Detail.Name.REASON, removal.reason());
            return done(write, actor, entry, Action.REMOVE_ENTRY, detail, List.of());
        });
    }

    // ---- the coverage as a whole

    /** Says that nothing more will come. Entries may still be mended and removed. */
    public Outcome<Coverage> finish(Actor actor, long number) {
        return setFinished(actor, number, true);
    }

    public Outcome<Coverage> reopen(Actor actor, long number) {
        return setFinished(actor, number, false);
    }

    private Outcome<Coverage> setFinished(Actor actor, long number, boolean finished) {
        return act(actor, number, (write, story) -> {
            Instant now = clock.instant();
            CoverageStore.begin(write, number, now);
            CoverageStore.nextChange(write, number);
            boolean isFinished = CoverageStore.find(write, number).orElseThrow().isFinished();
            if (isFinished != finished) {
                CoverageStore.setFinished(write, number, finished ? Optional.of(now) : Optional.empty());
                tell(write, actor, number, finished ? Action.FINISH_COVERAGE : Action.REOPEN_COVERAGE, Detail.NONE);
            }
            return new Outcome.Done<>(CoverageStore.find(write, number).orElseThrow(), List.of());
        });
    }

    // ---- within a transaction

    private interface Verb<T> {
        Outcome<T> on(Handle write, Story story);
    }

    private interface EntryVerb {
        /** @param change the number that this act has among those of the coverage */
        Outcome<CoverageEntry> on(Handle write, Story story, CoverageEntry entry, long change);
    }

    private <T> Outcome<T> act(Actor actor, long number, Verb<T> verb) {
        return database.write(write -> {
            var found = StoryStore.story(write, number);
            if (found.isEmpty()) {
                return Outcome.refused(Problem.Kind.NO_SUCH_STORY);
            }
            var story = found.get();
            if (!Matters.allowBeforeReaders(write, actor, Permission.PUBLISH, story)) {
                return Outcome.refused(Problem.Kind.NOT_ALLOWED);
            }
            if (story.type() != StoryType.LIVE) {
                return Outcome.refused(Problem.Kind.NO_COVERAGE);
            }
            return story.stage() == Stage.SPIKED ? Outcome.refused(Problem.Kind.SPIKED) : verb.on(write, story);
        });
    }

    private Outcome<CoverageEntry> actOn(Actor actor, long number, long entryNumber, EntryVerb verb) {
        return act(actor, number, (write, story) -> {
            if (CoverageStore.entry(write, number, entryNumber).isEmpty()) {
                return Outcome.refused(Problem.Kind.NO_SUCH_ENTRY);
            }
            long change = CoverageStore.nextChange(write, number);
            // read once more: now nobody else can touch it
            var entry = CoverageStore.entry(write, number, entryNumber).orElseThrow();
            return entry.isRemoved()
                    ? Outcome.refused(Problem.Kind.ENTRY_REMOVED)
                    : verb.on(write, story, entry, change);
        });
    }

    /** What speaks against an entry: the checks of publishing as far as they are about its text. */
    private List<Problem> problems(Handle read, Story story, Wish wish, Instant now) {
        var problems = new ArrayList<Problem>();
        if (wish.headline().isBlank() && wish.body().isEmpty()) {
            problems.add(Problem.of(Problem.Kind.NO_ENTRY_TEXT));
        }
        if (wish.at().map(now::isBefore).orElse(false)) {
            problems.add(Problem.of(Problem.Kind.TIME_IS_AHEAD));
        }
        if (wish.headline().strip().length() > LONGEST_LINE
                || wish.author().strip().length() > LONGEST_LINE) {
            problems.add(new Problem(Problem.Kind.TOO_LONG, Integer.toString(LONGEST_LINE)));
        }
        if (BodyJson.write(wish.body()).length() > LONGEST_BODY) {
            problems.add(Problem.of(Problem.Kind.TEXT_TOO_LARGE));
        }
        var content = Content.EMPTY.withText("", wish.headline(), "", wish.body());
        CheckStore.problems(read, site, story, content, now).stream()
                .filter(problem -> problem.place().startsWith("body."))
                .forEach(problems::add);
        return problems;
    }

    private static <T> Outcome<T> tooLong(int longest) {
        return new Outcome.Refused<>(List.of(new Problem(Problem.Kind.TOO_LONG, Integer.toString(longest))));
    }

    private Outcome<CoverageEntry> done(
            Handle write, Actor actor, CoverageEntry entry, Action action, Detail detail, List<Problem> warnings) {
        tell(write, actor, entry.story(), action, detail.with(Detail.Name.ENTRY, Long.toString(entry.number())));
        return new Outcome.Done<>(CoverageStore.entry(write, entry.id()).orElseThrow(), warnings);
    }

    private void tell(Handle write, Actor actor, long number, Action action, Detail detail) {
        Instant now = clock.instant();
        CoverageStore.setChanged(write, number, now);
        Audit.append(write, ids.next(), now, actor, action, Subject.story(number), detail);
        Outbox.append(write, now, EVENT, OptionalLong.of(number));
    }
}
