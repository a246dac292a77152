package news.titr.story;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
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
 * Addresses that lead on, asked for before a page is said to be missing; and the door to them. How often each is asked for
 * is counted in memory and written now and then: readers never wait for a write.
 */
public final class Redirects {

    private static final int LONGEST = 1_000;
    private static final Set<Integer> STATUSES = Set.of(301, 302, 410);

    private final Database database;
    private final Ids ids;
    private final InstantSource clock;
    private final Map<String, LongAdder> hits = new ConcurrentHashMap<>();

    public Redirects(Database database, Ids ids, InstantSource clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /** What an editor asks for: where a path leads. */
    public record Wish(String path, String target, int status) {}

    /** A line of a table that cannot be used. */
    public record BadLine(int number, String line, Problem problem) {}

    /** What came of a table: either every line was taken, or these stood in the way and none was. */
    public record Imported(int taken, List<BadLine> bad) {}

    /** Where an address that leads nowhere on the site leads; counts that it was asked for. */
    public Optional<Redirect> follow(String path, Map<String, List<String>> query) {
        var address = OldAddress.asked(path, query);
        var found = database.read(read -> find(read, address, Map.of()));
        found.ifPresent(redirect ->
                hits.computeIfAbsent(redirect.path(), _ -> new LongAdder()).increment());
        return found;
    }

    /** The redirect that says most about an address: one with a query goes before one that takes any. */
    private static Optional<Redirect> find(Handle read, OldAddress address, Map<String, Wish> others) {
        var addresses = address.coveredBy();
        var there = RedirectStore.find(read, addresses);
        return addresses.stream()
                .flatMap(covering -> Optional.ofNullable(others.get(covering)).stream()
                        .map(wish -> new Redirect(
                                covering, wish.target(), wish.status(), 0, Optional.empty(), 0, Instant.EPOCH))
                        .findFirst()
                        .or(() -> Optional.ofNullable(there.get(covering)))
                        .stream())
                .findFirst();
    }

    /** Writes down how often each was asked for since the last time. */
    public void writeHits() {
        var counted = new LinkedHashMap<String, Long>();
        for (String path : List.copyOf(hits.keySet())) {
            var adder = hits.remove(path);
            if (adder != null) {
                counted.put(path, adder.sum());
            }
        }
        if (!counted.isEmpty()) {
            Instant now = clock.instant();
            database.write(write -> {
                counted.forEach((path, count) -> RedirectStore.addHits(write, path, count, now));
                return null;
            });
        }
    }

    /** By path, after one; those whose path or target holds the words. */
    public List<Redirect> list(String words, String after, int limit) {
        return database.read(read -> RedirectStore.list(read, words.strip(), after, limit));
    }

    /**
     * Adds a redirect, or changes the one of this path.
     *
     * @param seenVersion the version that the editor saw; 0 when there was none
     */
    public Outcome<Redirect> put(Actor actor, long seenVersion, Wish wish) {
        return database.write(write -> {
            if (!actor.may(Permission.EDIT_SITE)) {
                return Outcome.refused(Problem.Kind.NOT_ALLOWED);
            }
            String path = normal(wish.path());
            var there = RedirectStore.find(write, path);
            if (there.map(Redirect::version).orElse(0L) != seenVersion) {
                return there.<Outcome<Redirect>>map(Outcome.Conflict::new)
                        .orElseGet(() -> Outcome.refused(Problem.Kind.NO_SUCH_REDIRECT));
            }
            var problems = problems(write, wish, Map.of());
            if (!problems.isEmpty()) {
                return new Outcome.Refused<>(problems);
            }
            var redirect = write(write, actor, wish, seenVersion + 1);
            remember(
                    write,
                    actor,
                    seenVersion == 0 ? Action.ADD : Action.CHANGE,
                    path,
                    Detail.change(
                            there.map(Redirect::target).orElse(""),
                            redirect.target() + " (" + redirect.status() + ")"));
            return new Outcome.Done<>(redirect, List.of());
        });
    }

    public Outcome<Redirect> remove(Actor actor, String path, long seenVersion) {
        return database.write(write -> {
            if (!actor.may(Permission.EDIT_SITE)) {
                return Outcome.refused(Problem.Kind.NOT_ALLOWED);
            }
            var there = RedirectStore.find(write, normal(path));
            if (there.isEmpty()) {
                return Outcome.refused(Problem.Kind.NO_SUCH_REDIRECT);
            }
            if (there.get().version() != seenVersion) {
                return new Outcome.Conflict<>(there.get());
            }
            RedirectStore.delete(write, there.get().path());
            remember(
                    write,
                    actor,
                    Action.REMOVE,
                    there.get().path(),
                    Detail.of(Detail.Name.FROM, there.get().target()));
            return new Outcome.Done<>(there.get(), List.of());
        });
    }

    /**
     * Takes in a table with a line for each: old path, new path and, if it is not 301, the status, parted by commas,
     * semicolons or tabs. A first line with names of columns is passed over. All lines are taken, or none.
     */
    public Outcome<Imported> importTable(Actor actor, String table) {
        return database.write(write -> {
            if (!actor.may(Permission.EDIT_SITE)) {
                return Outcome.refused(Problem.Kind.NOT_ALLOWED);
            }
            var bad = new ArrayList<BadLine>();
            var wishes = new LinkedHashMap<String, Wish>();
            var lines = table.lines().toList();
            var rows = new LinkedHashMap<Integer, Wish>();
            for (int i = 0; i < lines.size(); i++) {
                var cells = RedirectTable.cells(lines.get(i));
                if (cells.isEmpty()
                        || (i == 0
                                && !cells.getFirst().startsWith("/")
                                && !cells.getFirst().contains("://"))) {
                    continue;
                }
                var wish = RedirectTable.wish(cells);
                rows.put(i, wish);
                wishes.put(normal(wish.path()), wish);
            }
            rows.forEach((index, wish) -> problems(write, wish, wishes).stream()
                    .findFirst()
                    .ifPresent(problem -> bad.add(new BadLine(index + 1, lines.get(index), problem))));
            if (!bad.isEmpty()) {
                return new Outcome.Done<>(new Imported(0, bad), List.of());
            }
            wishes.forEach((path, wish) -> write(
                    write,
                    actor,
                    wish,
                    RedirectStore.find(write, path).map(Redirect::version).orElse(0L) + 1));
            if (!wishes.isEmpty()) {
                remember(
                        write,
                        actor,
                        Action.ADD,
                        wishes.keySet().iterator().next(),
                        Detail.of(Detail.Name.COUNT, Integer.toString(wishes.size())));
            }
            return new Outcome.Done<>(new Imported(wishes.size(), List.of()), List.of());
        });
    }

    private Redirect write(Handle write, Actor actor, Wish wish, long version) {
        var redirect = new Redirect(
                normal(wish.path()),
                wish.status() == 410 ? "" : target(wish.target()),
                wish.status(),
                0,
                Optional.empty(),
                version,
                clock.instant());
        RedirectStore.put(write, redirect, actor.id());
        return redirect;
    }

    private void remember(Handle write, Actor actor, Action action, String path, Detail detail) {
        Instant now = clock.instant();
        Audit.append(write, ids.next(), now, actor, action, Subject.redirect(path, path), detail);
        Outbox.append(write, now, "redirect", OptionalLong.empty());
    }

    /** @param others what is to be added together with it, by path */
    private static List<Problem> problems(Handle read, Wish wish, Map<String, Wish> others) {
        var problems = new ArrayList<Problem>();
        String path = normal(wish.path());
        // the front page itself leads nowhere, but what an old system had there under a query does
        if (!isPath(path)) {
            problems.add(new Problem(Problem.Kind.UNFIT_PATH, wish.path()));
        }
        if (!STATUSES.contains(wish.status())) {
            problems.add(new Problem(Problem.Kind.NO_SUCH_CHOICE, Integer.toString(wish.status())));
        }
        if (wish.status() != 410) {
            if (!isTarget(target(wish.target()))) {
                problems.add(new Problem(Problem.Kind.UNFIT_TARGET, wish.target()));
            } else if (leadsBack(read, path, wish, others)) {
                problems.add(new Problem(Problem.Kind.REDIRECT_LOOP, path));
            }
        }
        return problems;
    }

    /** Follows the way on and on: it must never come back. */
    private static boolean leadsBack(Handle read, String path, Wish wish, Map<String, Wish> others) {
        var ways = new HashMap<>(others);
        ways.put(path, wish);
        var gone = new HashSet<String>();
        gone.add(path);
        var next = Optional.of(target(wish.target()));
        while (next.filter(target -> target.startsWith("/")).isPresent()) {
            var way = find(read, OldAddress.of(next.get()), ways).filter(there -> there.status() != 410);
            if (way.filter(there -> !gone.add(there.path())).isPresent()) {
                return true;
            }
            next = way.map(there -> target(there.target()));
        }
        return false;
    }

    /** A redirect as an archive brings it; empty for an address that cannot lead on, or leads to itself. */
    static Optional<Redirect> adopted(Wish wish, Instant now) {
        String path = normal(wish.path());
        return isPath(path) && isTarget(target(wish.target())) && !path.equals(normal(wish.target()))
                ? Optional.of(new Redirect(path, target(wish.target()), wish.status(), 0, Optional.empty(), 1, now))
                : Optional.empty();
    }

    private static boolean isPath(String path) {
        return path.startsWith("/") && !path.equals("/") && path.length() <= LONGEST && !path.startsWith("/desk");
    }

    private static boolean isTarget(String target) {
        if (target.length() > LONGEST || target.isEmpty()) {
            return false;
        }
        if (target.startsWith("/") && !target.startsWith("//")) {
            return true;
        }
        try {
            var address = new URI(target);
            return List.of("http", "https").contains(String.valueOf(address.getScheme())) && address.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String target(String typed) {
        return typed.strip();
    }

    private static String normal(String typed) {
        return OldAddress.of(typed).text();
    }
}
