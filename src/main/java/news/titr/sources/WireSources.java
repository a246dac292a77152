package news.titr.sources;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import news.titr.audit.Action;
import news.titr.audit.Audit;
import news.titr.audit.Detail;
import news.titr.audit.Subject;
import news.titr.db.Database;
import news.titr.db.Ids;
import news.titr.people.Actor;
import news.titr.people.Pass;
import news.titr.people.People;
import news.titr.people.Permission;
import news.titr.people.Person;
import news.titr.people.Scope;
import news.titr.people.Verdict;
import news.titr.story.Section;
import news.titr.story.Sections;
import org.jdbi.v3.core.Handle;

/** The door to sources of news: who they are, what is wanted of them, and how it goes. */
public final class WireSources {

    /** How long a source is one process's own: longer than any fetch takes. */
    static final Duration MINE = Duration.ofMinutes(10);

    private static final int LONGEST_LINE = 300;
    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_ADDRESS = 2_000;
    private static final int WEEK = 7 * 24 * 60;
    private static final int MOST = 500;
    private static final int YEAR = 366;

    private final Database database;
    private final Ids ids;
    private final InstantSource clock;
    private final Sections sections;
    private final People people;
    private final Optional<Path> folder;

    /** @param folder below which folders may be read; empty where none may */
    public WireSources(
            Database database, Ids ids, InstantSource clock, Sections sections, People people, Optional<Path> folder) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        this.sections = sections;
        this.people = people;
        this.folder = folder;
    }

    /** A file as it was when it was read. */
    public record Seen(long size, Instant modifiedAt) {}

    /**
     * A source that this process asks now.
     *
     * @param until when the lease ends
     */
    public record Leased(WireSource source, Instant until) {}

    // ---- the door

    public Verdict<WireSource> add(Actor actor, WireSource.Wish wish) {
        var problems = problems(actor, wish);
        if (!problems.isEmpty()) {
            return new Verdict.Refused<>(problems);
        }
        return database.write(write -> {
            var now = clock.instant();
            var fresh = WireSource.State.fresh(now);
            var source = new WireSource(ids.next(), origin(wish), tidy(wish), owner(actor, wish), now, false, fresh);
            WireSourceStore.insert(write, source);
            remember(write, actor, Action.ADD, source, told(source));
            return new Verdict.Done<>(source);
        });
    }

    /** Changes it; a rule that publishes is from now on that of whoever changed it. */
    public Verdict<WireSource> change(Actor actor, String id, WireSource.Wish wish) {
        var problems = problems(actor, wish);
        if (!problems.isEmpty()) {
            return new Verdict.Refused<>(problems);
        }
        return act(actor, id, (write, source) -> {
            var changed = new WireSource(
                    id,
                    source.origin(),
                    tidy(wish),
                    owner(actor, wish),
                    source.createdAt(),
                    source.paused(),
                    source.state());
            boolean elsewhere = !changed.wish().address().equals(source.wish().address());
            WireSourceStore.update(write, changed, elsewhere, clock.instant());
            remember(write, actor, Action.CHANGE, changed, told(changed));
            return new Verdict.Done<>(WireSourceStore.find(write, id).orElseThrow());
        });
    }

    /** Forgets it; what came of it stays at the desk. */
    public Verdict<WireSource> remove(Actor actor, String id) {
        return act(actor, id, (write, source) -> {
            WireSourceStore.delete(write, id);
            remember(write, actor, Action.REMOVE, source, told(source));
            return new Verdict.Done<>(source);
        });
    }

    public Verdict<WireSource> pause(Actor actor, String id, boolean paused) {
        return act(actor, id, (write, source) -> {
            if (source.paused() != paused) {
                WireSourceStore.setPaused(write, id, paused, clock.instant());
                remember(write, actor, paused ? Action.DISABLE : Action.ENABLE, source, Detail.NONE);
            }
            return new Verdict.Done<>(WireSourceStore.find(write, id).orElseThrow());
        });
    }

    /** Lets it be asked at once. */
    public Verdict<WireSource> fetchNow(Actor actor, String id) {
        return act(actor, id, (write, source) -> {
            WireSourceStore.setDue(write, id, clock.instant());
            return new Verdict.Done<>(source);
        });
    }

    /** All of them by their names; empty for one who may not see them. */
    public Optional<List<WireSource>> all(Actor actor) {
        return actor.may(Permission.EDIT_SITE) ? Optional.of(database.read(WireSourceStore::all)) : Optional.empty();
    }

    private <T> Verdict<T> act(Actor actor, String id, BiFunction<Handle, WireSource, Verdict<T>> verb) {
        if (!actor.may(Permission.EDIT_SITE)) {
            return Verdict.refused(Verdict.Reason.NOT_ALLOWED);
        }
        return database.write(write -> WireSourceStore.find(write, id)
                .map(source -> verb.apply(write, source))
                .orElseGet(() -> Verdict.refused(Verdict.Reason.NO_SUCH_SOURCE)));
    }

    // ---- what is wrong with a wish

    private List<Verdict.Reason> problems(Actor actor, WireSource.Wish wish) {
        if (!actor.may(Permission.EDIT_SITE)) {
            return List.of(Verdict.Reason.NOT_ALLOWED);
        }
        var problems = new ArrayList<Verdict.Reason>();
        if (wish.name().isBlank() || wish.name().length() > LONGEST_LINE) {
            problems.add(Verdict.Reason.NO_NAME);
        }
        address(wish).ifPresent(problems::add);
        if (wish.minutes() < 1 || wish.minutes() > WEEK) {
            problems.add(Verdict.Reason.UNFIT_MINUTES);
        }
        if (wish.most() < 1 || wish.most() > MOST || wish.keptDays() < 0 || wish.keptDays() > YEAR) {
            problems.add(Verdict.Reason.UNFIT_NUMBER);
        }
        var slugs = sections.all(wish.edition()).stream().map(Section::slug).toList();
        boolean known = sections.editions().contains(wish.edition())
                && (wish.section().isEmpty() || slugs.contains(wish.section()));
        if (!known) {
            problems.add(Verdict.Reason.NO_SUCH_SECTION);
        }
        boolean mapped = wish.mapping().length() <= LONGEST_TEXT
                && wish.mapping().lines().allMatch(line -> line.isBlank() || isMapping(line, slugs));
        if (!mapped) {
            problems.add(Verdict.Reason.UNFIT_MAPPING);
        }
        if (wish.rule().publishes() && owner(actor, wish).isEmpty()) {
            problems.add(Verdict.Reason.MAY_NOT_PUBLISH);
        }
        return problems;
    }

    private static boolean isMapping(String line, List<String> slugs) {
        String[] parts = line.split("=", 2);
        return parts.length == 2 && !parts[0].isBlank() && slugs.contains(parts[1].strip());
    }

    private Optional<Verdict.Reason> address(WireSource.Wish wish) {
        if (wish.address().length() > LONGEST_ADDRESS) {
            return Optional.of(Verdict.Reason.NOT_A_SOURCE_ADDRESS);
        }
        if (wish.isFolder()) {
            return folder(wish.address()).isPresent()
                    ? Optional.empty()
                    : Optional.of(Verdict.Reason.NOT_A_WIRE_FOLDER);
        }
        try {
            var address = new URI(wish.address().strip());
            return address.getHost() != null && address.getUserInfo() == null && address.getFragment() == null
                    ? Optional.empty()
                    : Optional.of(Verdict.Reason.NOT_A_SOURCE_ADDRESS);
        } catch (URISyntaxException e) {
            return Optional.of(Verdict.Reason.NOT_A_SOURCE_ADDRESS);
        }
    }

    /** The folder that an address means: one that is there, below the one of the settings, also when links are followed. */
    public Optional<Path> folder(String address) {
        if (folder.isEmpty() || address.isBlank()) {
            return Optional.empty();
        }
        try {
            var above = folder.get().toRealPath();
            var meant = above.resolve(address.strip()).toRealPath();
            return meant.startsWith(above) && Files.isDirectory(meant) ? Optional.of(meant) : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static WireSource.Wish tidy(WireSource.Wish wish) {
        return new WireSource.Wish(
                wish.name().strip(),
                wish.address().strip(),
                wish.format(),
                wish.minutes(),
                wish.edition(),
                wish.section(),
                wish.mapping().strip(),
                wish.credit().strip(),
                wish.rights().strip(),
                wish.authors(),
                wish.tags(),
                wish.rule(),
                wish.most(),
                wish.keptDays());
    }

    /** Without what may be a key: two feeds of one address that differ in a query number their items alike. */
    private static String origin(WireSource.Wish wish) {
        return "wire:" + wish.address().strip().replaceFirst("\\?.*$", "").replaceFirst("(?i)^https?://", "");
    }

    /** The person with whose rights it publishes: whoever set it up, at the desk and themselves. */
    private static String owner(Actor actor, WireSource.Wish wish) {
        return wish.rule().publishes()
                        && actor instanceof Actor.AtDesk(var person, var _, var pass)
                        && pass.isEmpty()
                        && actor.may(Permission.PUBLISH)
                ? person.id()
                : "";
    }

    private void remember(Handle write, Actor actor, Action action, WireSource source, Detail detail) {
        Audit.append(
                write, ids.next(), clock.instant(), actor, action, Subject.wire(source.id(), source.name()), detail);
    }

    private static Detail told(WireSource source) {
        return Detail.of(Detail.Name.ADDRESS, source.shownAddress())
                .with(Detail.Name.SECTION, source.wish().section())
                .with(Detail.Name.FILTER, source.wish().rule().id());
    }

    // ---- for whoever asks them

    /** Takes the source that has been due longest, so that nobody else asks it; empty when none is due. */
    public Optional<Leased> takeDue() {
        var now = clock.instant();
        // nearly always nothing is due, and looking holds nobody up
        if (database.read(read -> WireSourceStore.due(read, now)).isEmpty()) {
            return Optional.empty();
        }
        return database.write(write -> WireSourceStore.due(write, now).stream()
                .findFirst()
                .filter(source -> WireSourceStore.lease(write, source.id(), now, now.plus(MINE)))
                .map(source -> new Leased(source, now.plus(MINE))));
    }

    /** Takes this one, due or not; empty when it is gone, or somebody asks it at the moment. */
    public Optional<Leased> take(String id) {
        var now = clock.instant();
        return database.write(write -> WireSourceStore.find(write, id)
                .filter(source -> WireSourceStore.lease(write, id, now, now.plus(MINE)))
                .map(source -> new Leased(source, now.plus(MINE))));
    }

    /** Gives it back, with how it went. */
    public void giveBack(Leased leased, WireSource.State state) {
        database.write(write -> {
            WireSourceStore.fetched(write, leased.source(), leased.until(), state);
            return null;
        });
    }

    /** The files of its folder that were read. */
    public Map<String, Seen> files(String id) {
        return database.read(read -> WireSourceStore.files(read, id));
    }

    /** Remembers files that were read, and forgets those that are gone. */
    public void remember(String id, Map<String, Seen> files, List<String> gone) {
        database.write(write -> {
            WireSourceStore.putFiles(write, id, files);
            WireSourceStore.forgetFiles(write, id, gone);
            return null;
        });
    }

    /** Whoever made its rule, as they publish through it; empty when they have left. */
    public Optional<Actor> owner(WireSource source) {
        return people.all().stream()
                .filter(person -> person.id().equals(source.setUpBy()) && !person.disabled())
                .findFirst()
                .map(person -> acting(person, source));
    }

    private static Actor acting(Person person, WireSource source) {
        return new Actor.AtDesk(person, "", Optional.of(new Pass("", source.name(), Set.of(Scope.PUBLISH_STORIES))));
    }

    /** Those that fail since long, in words for the technician. */
    public static List<String> failing(Database database) {
        return database.read(WireSourceStore::all).stream()
                .filter(source -> !source.paused() && source.state().failures() > 2)
                .map(source -> source.name() + " (" + source.shownAddress() + "): "
                        + source.state().failure())
                .toList();
    }
}
