package news.titr.story;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import news.titr.audit.Action;
import news.titr.audit.Audit;
import news.titr.audit.Detail;
import news.titr.audit.Subject;
import news.titr.db.Database;
import news.titr.db.Ids;
import news.titr.db.Outbox;
import news.titr.doc.TextRenderer;
import news.titr.language.Fold;
import news.titr.people.Actor;
import news.titr.people.Permission;
import news.titr.story.ArrivalStore.Row;
import news.titr.story.ArrivalStore.Standing;
import news.titr.story.ArrivalStore.Wanted;
import org.jdbi.v3.core.Handle;

/**
 * The door for news that comes by itself. Each item is a draft once, whoever brings it again and in how many copies; what
 * somebody at the desk has touched is never written over, but marked. Readers get nothing here: what a source's rule asks
 * for goes through {@link Publishing}, with the rights of the person who made the rule.
 */
public final class Arriving {

    /** In letters and digits: shorter texts («قیمت طلا») are the same on two days and yet two stories. */
    private static final int TELLING = 60;

    private static final int LONGEST_SOURCE_NUMBER = 200;
    private static final int PUT_AWAY_AT_ONCE = 200;

    private final Database database;
    private final Ids ids;
    private final InstantSource clock;
    private final Drafting drafting;
    private final Publishing publishing;

    public Arriving(Database database, Ids ids, InstantSource clock, Drafting drafting, Publishing publishing) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        this.drafting = drafting;
        this.publishing = publishing;
    }

    /** What those of these items said that have been here, by their names: see {@link Arrival#said}. */
    public Map<String, String> said(String origin, Collection<String> items) {
        return database.read(read -> ArrivalStore.said(read, origin, items));
    }

    /** Takes an item in, whole or not at all. */
    public Arrival.Fate take(Actor.Wire wire, Arrival arrival) {
        return database.write(write -> ArrivalStore.find(write, arrival.origin(), arrival.item())
                .map(known -> again(write, wire, arrival, known))
                .orElseGet(() -> first(write, wire, arrival, clock.instant())));
    }

    /** Remembers items that are no news, so that they are never taken for any. */
    public void passOver(Actor.Wire wire, List<Arrival> arrivals) {
        if (!arrivals.isEmpty()) {
            database.write(write -> {
                arrivals.stream()
                        .filter(arrival -> ArrivalStore.find(write, arrival.origin(), arrival.item())
                                .isEmpty())
                        .forEach(arrival -> ArrivalStore.put(write, row(wire, arrival, clock.instant())));
                return null;
            });
        }
    }

    private Arrival.Fate first(Handle write, Actor.Wire wire, Arrival arrival, Instant cameAt) {
        var row = row(wire, arrival, cameAt);
        if (arrival.status() != Arrival.Status.USABLE) {
            // remembered, so that an older copy of it that comes later is not taken for news
            ArrivalStore.put(write, row);
            return Arrival.Fate.TAKEN_BACK;
        }
        var saying = ArrivalStore.saying(write, row.fingerprint());
        if (saying.isPresent()) {
            ArrivalStore.put(write, belonging(row, saying.getAsLong(), Standing.SAME, ""));
            tell(write, saying.getAsLong());
            return Arrival.Fate.SAME;
        }
        var beginning = new Drafting.Beginning(
                arrival.edition(),
                StoryType.NEWS,
                OptionalLong.empty(),
                arrival.item().length() <= LONGEST_SOURCE_NUMBER ? arrival.item() : "",
                arrival.note());
        if (!(drafting.begin(write, wire, beginning, arrival.content())
                instanceof Outcome.Done<Story>(var story, var _))) {
            return Arrival.Fate.REFUSED;
        }
        hold(write, wire, story.number(), arrival);
        var wanted = arrival.rule().publishes() ? Wanted.RELEASE : Wanted.NOTHING;
        ArrivalStore.put(
                write,
                belonging(row, story.number(), Standing.OWN, story.newestRevision())
                        .with(wanted, ""));
        return Arrival.Fate.BEGUN;
    }

    private Arrival.Fate again(Handle write, Actor.Wire wire, Arrival arrival, Row known) {
        if (known.said().equals(arrival.said()) || isOlder(arrival, known)) {
            return Arrival.Fate.THERE;
        }
        if (known.standing() == Standing.NONE) {
            return first(write, wire, arrival, known.cameAt());
        }
        long number = known.story().orElseThrow();
        var story = StoryStore.story(write, number).orElseThrow();
        var row = now(row(wire, arrival, known.cameAt()), known);
        boolean untouched = isUntouched(write, story, known);
        if (arrival.status() != Arrival.Status.USABLE) {
            if (known.standing() == Standing.OWN && known.status() == Arrival.Status.USABLE) {
                row = takeBack(write, wire, story, row, untouched, arrival.rule());
            }
            ArrivalStore.put(write, row);
            tell(write, number);
            return Arrival.Fate.TAKEN_BACK;
        }
        if (known.standing() == Standing.SAME && row.fingerprint().equals(known.fingerprint())) {
            ArrivalStore.put(write, row);
            return Arrival.Fate.THERE;
        }
        if (known.standing() == Standing.OWN && untouched) {
            return revise(write, wire, story, arrival, row);
        }
        ArrivalStore.put(write, row.withNewer(Optional.of(clock.instant()), ArrivalStore.written(arrival.content())));
        tell(write, number);
        return Arrival.Fate.WAITS;
    }

    private Arrival.Fate revise(Handle write, Actor.Wire wire, Story story, Arrival arrival, Row row) {
        boolean same = StoryStore.revision(write, story.newestRevision())
                .map(Revision::content)
                .filter(arrival.content()::equals)
                .isPresent();
        var revised = same ? story : drafting.revise(write, wire, story, arrival.content());
        if (story.stage() == Stage.SPIKED) {
            move(write, wire, story, Stage.DRAFT);
        }
        if (!story.isLive()) {
            hold(write, wire, story.number(), arrival);
        }
        boolean publishes = arrival.rule().publishes() && !(same && story.isLive());
        ArrivalStore.put(
                write,
                publishes
                        ? row.withRevision(revised.newestRevision()).with(Wanted.RELEASE, "")
                        : row.withRevision(revised.newestRevision()));
        return same ? Arrival.Fate.THERE : Arrival.Fate.REVISED;
    }

    /** An untouched draft goes onto the spike; of what readers have, or will have, the desk is told. */
    private Row takeBack(Handle write, Actor.Wire wire, Story story, Row row, boolean untouched, Arrival.Rule rule) {
        if (untouched && story.release() instanceof Release.Scheduled(var at, var _)) {
            StoryStore.setUnscheduled(write, story.number());
            remember(write, wire, story.number(), Action.UNSCHEDULE, Detail.NONE.with(Detail.Name.TIME_BEFORE, at));
        }
        if (untouched && !story.isLive()) {
            if (story.stage() != Stage.SPIKED) {
                move(write, wire, story, Stage.SPIKED);
            }
            return row.with(Wanted.NOTHING, "");
        }
        if (story.isLive() || story.release() instanceof Release.Scheduled) {
            Instant now = clock.instant();
            AlarmStore.insert(
                    write,
                    new Alarm(
                            ids.next(),
                            story.number(),
                            "",
                            now,
                            Alarm.Kind.CANCELED,
                            List.of(),
                            wire.name(),
                            now,
                            Optional.empty()));
        }
        return untouched && rule == Arrival.Rule.FOLLOW ? row.with(Wanted.WITHDRAWAL, "") : row;
    }

    // ---- what a rule asks for

    /**
     * Does what the rule of a source asks for and has not been done yet, also of what came before the program was stopped.
     *
     * @param owner who made the rule; empty when they are no longer here
     * @param reason what readers are told of a story that is withdrawn
     */
    public void carryOut(String origin, Optional<Actor> owner, String reason) {
        for (var row : database.read(read -> ArrivalStore.wanted(read, origin))) {
            long number = row.story().orElseThrow();
            var found = database.read(read -> StoryStore.story(read, number)
                    .filter(story -> row.wanted() == Wanted.WITHDRAWAL || isUntouched(read, story, row)));
            if (found.isEmpty()) {
                settle(row, Wanted.NOTHING, "");
                continue;
            }
            var story = found.get();
            var outcome = owner.map(actor -> row.wanted() == Wanted.WITHDRAWAL
                            ? publishing.withdraw(actor, number, Publishing.Seen.of(story), reason)
                            : release(actor, story))
                    .orElseGet(() -> Outcome.refused(Problem.Kind.NOT_ALLOWED));
            switch (outcome) {
                case Outcome.Done<Story> _ -> settle(row, Wanted.DONE, "");
                case Outcome.Conflict<Story> _ -> settle(row, Wanted.NOTHING, "");
                case Outcome.Refused<Story>(var problems) ->
                    settle(
                            row,
                            Wanted.REFUSED,
                            problems.stream()
                                    .filter(Problem::refuses)
                                    .map(problem -> problem.kind().id())
                                    .distinct()
                                    .collect(Collectors.joining(" ")));
            }
        }
    }

    private Outcome<Story> release(Actor actor, Story story) {
        var seen = Publishing.Seen.of(story);
        return story.embargo()
                .filter(clock.instant()::isBefore)
                .map(until -> publishing.schedule(actor, story.number(), seen, until))
                .orElseGet(() -> publishing.publish(actor, story.number(), seen));
    }

    private void settle(Row row, Wanted wanted, String detail) {
        database.write(write -> {
            // somebody may have sent something newer meanwhile, which is wanted again
            ArrivalStore.find(write, row.origin(), row.item())
                    .filter(now ->
                            now.wanted() == row.wanted() && now.revision().equals(row.revision()))
                    .ifPresent(now -> ArrivalStore.put(write, now.with(wanted, detail)));
            tell(write, row.story().orElseThrow());
            return null;
        });
    }

    /** Puts drafts onto the spike that came before a moment and that nobody has touched; answers how many. */
    public int putAway(Actor.Wire wire, String origin, Instant before) {
        return database.write(write -> {
            int away = 0;
            for (var row : ArrivalStore.draftsBefore(write, origin, before, PUT_AWAY_AT_ONCE)) {
                var story = StoryStore.story(write, row.story().orElseThrow()).orElseThrow();
                if (isUntouched(write, story, row)) {
                    move(write, wire, story, Stage.SPIKED);
                    away++;
                }
            }
            return away;
        });
    }

    // ---- for the desk

    /** Where a story came from: what it is made of first, then what says the same. Empty for what was written here. */
    public List<FromWire> of(long number) {
        return database.read(read -> ArrivalStore.of(read, number)).stream()
                .map(row -> new FromWire(
                        row.origin(),
                        row.item(),
                        row.standing() == Standing.OWN,
                        row.source(),
                        row.rights(),
                        row.link(),
                        row.cameAt(),
                        row.newer().isEmpty() ? Optional.empty() : Optional.of(ArrivalStore.content(row.newer())),
                        row.newerAt(),
                        row.status(),
                        row.wanted() == Wanted.REFUSED ? kinds(row.detail()) : List.of()))
                .toList();
    }

    private static List<Problem.Kind> kinds(String detail) {
        var named = List.of(detail.split(" ", -1));
        return Arrays.stream(Problem.Kind.values())
                .filter(kind -> named.contains(kind.id()))
                .toList();
    }

    /** Puts the version that waits in the place of the text; what was written here stays in the history. */
    public Outcome<Story> takeNewer(Actor actor, long number, String origin, String item, String seenRevision) {
        var waiting = waiting(number, origin, item);
        if (waiting.isEmpty()) {
            return Outcome.refused(Problem.Kind.NOTHING_NEW);
        }
        var outcome = drafting.revise(
                actor, number, seenRevision, ArrivalStore.content(waiting.get().newer()));
        if (outcome instanceof Outcome.Done<Story>) {
            forget(waiting.get());
        }
        return outcome;
    }

    /** Says that the version that waits is not wanted. */
    public Outcome<Story> leaveNewer(Actor actor, long number, String origin, String item) {
        var story = database.read(read ->
                StoryStore.story(read, number).filter(found -> Matters.allow(read, actor, Permission.WRITE, found)));
        if (story.isEmpty()) {
            return Outcome.refused(Problem.Kind.NOT_ALLOWED);
        }
        waiting(number, origin, item).ifPresent(this::forget);
        return new Outcome.Done<>(story.get(), List.of());
    }

    private Optional<Row> waiting(long number, String origin, String item) {
        return database.read(read -> ArrivalStore.find(read, origin, item)
                .filter(row -> row.story().equals(OptionalLong.of(number))
                        && !row.newer().isEmpty()));
    }

    private void forget(Row waiting) {
        database.write(write -> {
            ArrivalStore.find(write, waiting.origin(), waiting.item())
                    .filter(row -> row.newer().equals(waiting.newer()))
                    .ifPresent(row -> ArrivalStore.put(write, row.withNewer(Optional.empty(), "")));
            tell(write, waiting.story().orElseThrow());
            return null;
        });
    }

    // ---- within a transaction

    /** Nobody has typed, taken, moved or released it, but its source and the rule. */
    private static boolean isUntouched(Handle read, Story story, Row row) {
        var work = WorkStore.work(read, story.number());
        boolean ours = switch (story.release()) {
            case Release.Unreleased _ ->
                story.stage() == Stage.DRAFT || story.stage() == Stage.SPIKED && row.status() != Arrival.Status.USABLE;
            case Release.Scheduled _, Release.Live _ ->
                story.stage() == Stage.READY
                        && story.update().isEmpty()
                        && (row.wanted() == Wanted.DONE || row.wanted() == Wanted.RELEASE);
            case Release.Withdrawn _ -> false;
        };
        return ours
                && story.newestRevision().equals(row.revision())
                && work.assignee().isEmpty()
                && work.claimedBy().isEmpty()
                && WorkingCopyStore.find(read, story.number())
                        .filter(WorkingCopy::isPending)
                        .isEmpty();
    }

    private static boolean isOlder(Arrival arrival, Row known) {
        if (arrival.version() > 0 && known.version() > 0 && arrival.version() != known.version()) {
            return arrival.version() < known.version();
        }
        return known.changedAt() > 0
                && arrival.changed()
                        .filter(at -> at.toEpochMilli() < known.changedAt())
                        .isPresent();
    }

    private void hold(Handle write, Actor.Wire wire, long number, Arrival arrival) {
        arrival.embargo().filter(clock.instant()::isBefore).ifPresent(until -> {
            ReleaseStore.setEmbargo(write, number, arrival.embargo());
            remember(write, wire, number, Action.EMBARGO, Detail.NONE.with(Detail.Name.TIME, until));
        });
    }

    private void move(Handle write, Actor.Wire wire, Story story, Stage stage) {
        var move = new StageMove(clock.instant(), wire.id(), story.stage(), stage, "");
        WorkStore.insertMove(write, ids.next(), story.number(), move);
        StoryStore.setStage(write, story.number(), stage);
        var detail = Detail.change(story.stage().id(), stage.id());
        remember(write, wire, story.number(), Action.MOVE, detail);
        tell(write, story.number());
    }

    private void remember(Handle write, Actor.Wire wire, long number, Action action, Detail detail) {
        Audit.append(write, ids.next(), clock.instant(), wire, action, Subject.story(number), detail);
    }

    /** Whoever looks at the board, or has the story open, hears of it. */
    private void tell(Handle write, long number) {
        Outbox.append(write, clock.instant(), "worked", OptionalLong.of(number));
    }

    // ---- rows

    private static Row row(Actor.Wire wire, Arrival arrival, Instant cameAt) {
        return new Row(
                arrival.origin(),
                arrival.item(),
                OptionalLong.empty(),
                Standing.NONE,
                wire.name(),
                arrival.rights(),
                arrival.link(),
                arrival.said(),
                fingerprint(arrival.content()),
                arrival.version(),
                arrival.changed().map(Instant::toEpochMilli).orElse(0L),
                cameAt,
                "",
                Optional.empty(),
                "",
                arrival.status(),
                Wanted.NOTHING,
                "");
    }

    private static Row belonging(Row row, long story, Standing standing, String revision) {
        return new Row(
                row.origin(),
                row.item(),
                OptionalLong.of(story),
                standing,
                row.source(),
                row.rights(),
                row.link(),
                row.said(),
                row.fingerprint(),
                row.version(),
                row.changedAt(),
                row.cameAt(),
                revision,
                row.newerAt(),
                row.newer(),
                row.status(),
                row.wanted(),
                row.detail());
    }

    /** The item as it came now, with what has become of it before. */
    private static Row now(Row row, Row known) {
        return belonging(row, known.story().orElseThrow(), known.standing(), known.revision())
                .withNewer(known.newerAt(), known.newer())
                .with(known.wanted(), known.detail());
    }

    /** What two copies of a text have in common, however they are spelled and set; empty for one that says too little. */
    static String fingerprint(Content content) {
        String letters = Fold.fold(content.headline() + " " + TextRenderer.render(content.body()));
        if (letters.length() < TELLING) {
            return "";
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(letters.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
