package news.titr.story;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import news.titr.audit.Action;
import news.titr.audit.Audit;
import news.titr.audit.Detail;
import news.titr.audit.Subject;
import news.titr.db.Database;
import news.titr.db.Ids;
import news.titr.db.Outbox;
import news.titr.doc.Block;
import news.titr.doc.Body;
import news.titr.language.Language;
import news.titr.language.Slug;
import news.titr.people.Actor;
import news.titr.people.Permission;
import org.jdbi.v3.core.Handle;

/** The door to the pages that stay. Saving makes a revision, publishing gives it to readers. */
public final class StaticPages {

    /** First parts of addresses that the program answers itself, now or as planned. */
    private static final Set<String> RESERVED = Set.of(
            "api",
            "archive",
            "assets",
            "author",
            "card",
            "desk",
            "feed",
            "feeds",
            "fediverse",
            "health",
            "icon",
            "latest",
            "needs-server",
            "lite",
            "logo",
            "media",
            "news",
            "offline",
            "oembed",
            "place",
            "places",
            "search",
            "section",
            "send",
            "sitemap",
            "tag",
            "topic",
            "index",
            "most-read");

    private final Database database;
    private final Ids ids;
    private final InstantSource clock;

    public StaticPages(Database database, Ids ids, InstantSource clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    public List<StaticPage.Opened> all(String edition) {
        return database.read(read -> StaticPageStore.all(read, edition));
    }

    /** A page with its newest revision. */
    public Optional<StaticPage.Opened> open(String id) {
        return database.read(read -> StaticPageStore.page(read, id)
                .flatMap(page -> StaticPageStore.revision(read, id, page.newest())
                        .map(revision -> new StaticPage.Opened(page, revision))));
    }

    public List<StaticPage.Revision> history(String id, int limit) {
        return database.read(read -> StaticPageStore.history(read, id, Long.MAX_VALUE, limit));
    }

    public Optional<StaticPage.Revision> revision(String id, long ordinal) {
        return database.read(read -> StaticPageStore.revision(read, id, ordinal));
    }

    /** Begins a page; an empty slug is made from the title. */
    public Outcome<StaticPage> begin(Actor actor, String edition, String slug, String title, Body body) {
        return act(actor, write -> {
            String address = slug.isBlank() ? Slug.of(title) : slug.strip();
            var problems = problems(write, edition, Optional.empty(), address, title);
            if (!problems.isEmpty()) {
                return new Outcome.Refused<>(problems);
            }
            int last = StaticPageStore.all(write, edition).stream()
                    .mapToInt(opened -> opened.page().position())
                    .max()
                    .orElse(-1);
            var page = new StaticPage(ids.next(), edition, address, last + 1, 1, OptionalLong.empty());
            StaticPageStore.insert(write, page);
            StaticPageStore.insert(write, revision(page, actor, title, body));
            return done(write, actor, Action.ADD, page, title);
        });
    }

    /** Saves a new revision, unless somebody has saved one since the editor looked. */
    public Outcome<StaticPage> save(Actor actor, String id, long seenNewest, String slug, String title, Body body) {
        return on(actor, id, seenNewest, (write, page) -> {
            String address = slug.isBlank() ? page.slug() : slug.strip();
            var problems = problems(write, page.edition(), Optional.of(page), address, title);
            if (page.isImprint() && !address.equals(page.slug())) {
                problems.add(new Problem(Problem.Kind.UNFIT_SLUG, address));
            }
            if (!problems.isEmpty()) {
                return new Outcome.Refused<>(problems);
            }
            var newest = StaticPageStore.revision(write, id, page.newest()).orElseThrow();
            boolean same = newest.title().equals(title.strip()) && newest.body().equals(body);
            if (same && address.equals(page.slug())) {
                return new Outcome.Done<>(page, List.of());
            }
            if (!address.equals(page.slug()) && page.live().isPresent()) {
                RedirectStore.delete(write, "/" + address);
                RedirectStore.put(
                        write,
                        new Redirect(page.address(), "/" + address, 301, 0, Optional.empty(), 1, clock.instant()),
                        actor.id());
            }
            var changed = new StaticPage(
                    id,
                    page.edition(),
                    address,
                    page.position(),
                    same ? page.newest() : page.newest() + 1,
                    page.live());
            if (!same) {
                StaticPageStore.insert(write, revision(changed, actor, title, body));
            }
            StaticPageStore.update(write, changed);
            return done(write, actor, Action.REVISE, changed, title);
        });
    }

    /** Gives readers the newest revision, which is the one that the editor saw. */
    public Outcome<StaticPage> publish(Actor actor, String id, long seenNewest) {
        return on(actor, id, seenNewest, (write, page) -> {
            var revision = StaticPageStore.revision(write, id, page.newest()).orElseThrow();
            var unknown = revision.body().all(Block.Unknown.class);
            if (!unknown.isEmpty()) {
                return Outcome.refused(Problem.Kind.UNKNOWN_BLOCK);
            }
            var live = new StaticPage(
                    id, page.edition(), page.slug(), page.position(), page.newest(), OptionalLong.of(page.newest()));
            StaticPageStore.update(write, live);
            return done(write, actor, Action.PUBLISH, live, revision.title());
        });
    }

    /** Takes a page from readers; what it said stays at the desk. */
    public Outcome<StaticPage> withdraw(Actor actor, String id, long seenNewest) {
        return on(actor, id, seenNewest, (write, page) -> {
            if (page.live().isEmpty()) {
                return Outcome.refused(Problem.Kind.PAGE_NOT_LIVE);
            }
            var gone = new StaticPage(
                    id, page.edition(), page.slug(), page.position(), page.newest(), OptionalLong.empty());
            StaticPageStore.update(write, gone);
            return done(write, actor, Action.WITHDRAW, gone, page.slug());
        });
    }

    /** Moves a page before (−1) or behind (+1) its neighbour in the foot. */
    public Outcome<StaticPage> move(Actor actor, String id, int by) {
        return act(actor, write -> {
            var page = StaticPageStore.page(write, id);
            if (page.isEmpty()) {
                return Outcome.refused(Problem.Kind.NO_SUCH_PAGE);
            }
            var all = new ArrayList<>(StaticPageStore.all(write, page.get().edition()).stream()
                    .map(StaticPage.Opened::page)
                    .toList());
            int from = all.indexOf(page.get());
            int to = from + Integer.signum(by);
            if (to < 0 || to >= all.size()) {
                return new Outcome.Done<>(page.get(), List.of());
            }
            all.add(to, all.remove(from));
            for (int i = 0; i < all.size(); i++) {
                var other = all.get(i);
                StaticPageStore.update(
                        write,
                        new StaticPage(other.id(), other.edition(), other.slug(), i, other.newest(), other.live()));
            }
            return done(write, actor, Action.MOVE, page.get(), page.get().slug());
        });
    }

    private StaticPage.Revision revision(StaticPage page, Actor actor, String title, Body body) {
        return new StaticPage.Revision(page.id(), page.newest(), clock.instant(), actor.id(), title.strip(), body);
    }

    private Outcome<StaticPage> act(Actor actor, java.util.function.Function<Handle, Outcome<StaticPage>> verb) {
        return database.write(write ->
                actor.may(Permission.EDIT_SITE) ? verb.apply(write) : Outcome.refused(Problem.Kind.NOT_ALLOWED));
    }

    private Outcome<StaticPage> on(
            Actor actor, String id, long seenNewest, BiFunction<Handle, StaticPage, Outcome<StaticPage>> verb) {
        return act(actor, write -> {
            var page = StaticPageStore.page(write, id);
            if (page.isEmpty()) {
                return Outcome.refused(Problem.Kind.NO_SUCH_PAGE);
            }
            return page.get().newest() == seenNewest
                    ? verb.apply(write, page.get())
                    : new Outcome.Conflict<>(page.get());
        });
    }

    private Outcome<StaticPage> done(Handle write, Actor actor, Action action, StaticPage page, String title) {
        Instant now = clock.instant();
        Audit.append(
                write,
                ids.next(),
                now,
                actor,
                action,
                Subject.page(page.id(), title),
                Detail.of(Detail.Name.TEXT, page.address()));
        Outbox.append(write, now, "page", OptionalLong.empty());
        return new Outcome.Done<>(StaticPageStore.page(write, page.id()).orElseThrow(), List.of());
    }

    private static ArrayList<Problem> problems(
            Handle read, String edition, Optional<StaticPage> self, String slug, String title) {
        var problems = new ArrayList<Problem>();
        if (title.isBlank()) {
            problems.add(Problem.of(Problem.Kind.NO_NAME));
        }
        if (slug.isEmpty() || !Slug.of(slug).equals(slug) || slug.chars().allMatch(Character::isDigit)) {
            problems.add(new Problem(Problem.Kind.UNFIT_SLUG, slug));
        }
        if (isReserved(slug)) {
            problems.add(new Problem(Problem.Kind.SLUG_TAKEN, slug));
        }
        StaticPageStore.bySlug(read, edition, slug)
                .filter(other -> self.map(own -> !own.id().equals(other.id())).orElse(true))
                .ifPresent(other -> problems.add(new Problem(Problem.Kind.SLUG_TAKEN, slug)));
        return problems;
    }

    /** True for what the program answers itself, the editions of all languages among it: no page may stand there. */
    public static boolean isReserved(String slug) {
        return RESERVED.contains(slug)
                || Language.all().stream().anyMatch(language -> language.tag().equalsIgnoreCase(slug));
    }
}
