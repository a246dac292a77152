package news.titr.story;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import news.titr.audit.Action;
import news.titr.audit.Audit;
import news.titr.audit.Detail;
import news.titr.audit.Subject;
import news.titr.db.Database;
import news.titr.db.Ids;
import news.titr.db.Outbox;
import news.titr.doc.Block;
import news.titr.language.Slug;
import news.titr.people.Actor;
import news.titr.people.Permission;
import org.jdbi.v3.core.Handle;

/**
 * The door for what comes with the stories of an archive: pages that stay, comments, old addresses. All of it may be handed
 * over again: what is there already is left as it is. The stories themselves go through {@link Archiving}.
 */
public final class MovingIn {

    private static final int LONGEST_SLUG_NUMBER = 1_000;
    private static final int AT_A_TIME = 500;

    private final Database database;
    private final Ids ids;
    private final InstantSource clock;

    public MovingIn(Database database, Ids ids, InstantSource clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What has become of a page.
     *
     * @param wasThere true when it was taken in before
     */
    public record PageTaken(StaticPage page, boolean wasThere) {}

    /** Takes in a page; one that readers had is shown at once, unless it has something in it that nobody understands. */
    public Outcome<PageTaken> page(Actor actor, ArchivedPage archived) {
        return database.write(write -> {
            if (!actor.may(Permission.ADMINISTER)) {
                return Outcome.refused(Problem.Kind.NOT_ALLOWED);
            }
            var there = MovingInStore.page(write, archived.source(), archived.sourceId())
                    .flatMap(id -> StaticPageStore.page(write, id));
            if (there.isPresent()) {
                return new Outcome.Done<>(new PageTaken(there.get(), true), List.of());
            }
            if (!SectionStore.editions(write).contains(archived.edition())) {
                return Outcome.refused(Problem.Kind.NO_SUCH_EDITION);
            }
            if (archived.title().isBlank()) {
                return Outcome.refused(Problem.Kind.NO_NAME);
            }
            boolean understood = archived.body().all(Block.Unknown.class).isEmpty();
            return new Outcome.Done<>(
                    new PageTaken(add(write, actor, archived, archived.live() && understood), false),
                    archived.live() && !understood ? List.of(Problem.of(Problem.Kind.UNKNOWN_BLOCK)) : List.of());
        });
    }

    private StaticPage add(Handle write, Actor actor, ArchivedPage archived, boolean live) {
        Instant now = clock.instant();
        int last = StaticPageStore.all(write, archived.edition()).stream()
                .mapToInt(opened -> opened.page().position())
                .max()
                .orElse(-1);
        var page = new StaticPage(
                ids.next(), archived.edition(), freeSlug(write, archived), last + 1, 1, OptionalLong.empty());
        StaticPageStore.insert(write, page);
        StaticPageStore.insert(
                write,
                new StaticPage.Revision(
                        page.id(), 1, now, actor.id(), archived.title().strip(), archived.body()));
        MovingInStore.insertPage(write, archived.source(), archived.sourceId(), page.id());
        remember(write, now, actor, Action.ADD, page, archived.title());
        if (!live) {
            return page;
        }
        var shown = new StaticPage(page.id(), page.edition(), page.slug(), page.position(), 1, OptionalLong.of(1));
        StaticPageStore.update(write, shown);
        remember(write, now, actor, Action.PUBLISH, shown, archived.title());
        return shown;
    }

    private void remember(Handle write, Instant now, Actor actor, Action action, StaticPage page, String title) {
        var detail = Detail.of(Detail.Name.TEXT, page.address());
        Audit.append(write, ids.next(), now, actor, action, Subject.page(page.id(), title), detail);
        Outbox.append(write, now, "page", OptionalLong.empty());
    }

    private static String freeSlug(Handle read, ArchivedPage archived) {
        String wanted = Slug.of(archived.slug());
        if (wanted.isEmpty() || wanted.chars().allMatch(Character::isDigit)) {
            wanted = Slug.of(archived.title());
        }
        if (wanted.isEmpty() || wanted.chars().allMatch(Character::isDigit)) {
            wanted = "page-" + Slug.of(archived.sourceId());
        }
        for (int number = 1; number < LONGEST_SLUG_NUMBER; number++) {
            String slug = number == 1 ? wanted : wanted + "-" + number;
            if (!StaticPages.isReserved(slug)
                    && StaticPageStore.bySlug(read, archived.edition(), slug).isEmpty()) {
                return slug;
            }
        }
        return wanted + "-" + Slug.of(archived.sourceId());
    }

    /** Keeps comments; answers how many are new. */
    public Outcome<Integer> comments(Actor actor, List<ArchivedComment> comments) {
        return database.write(write -> actor.may(Permission.ADMINISTER)
                ? new Outcome.Done<>(MovingInStore.insertComments(write, comments), List.of())
                : Outcome.refused(Problem.Kind.NOT_ALLOWED));
    }

    /** How many comments are kept of a story. */
    public long comments(long story) {
        return database.read(read -> MovingInStore.comments(read, story));
    }

    /**
     * Lets old addresses lead to where things are now; answers how many are new. An address that leads somewhere already is
     * left alone: an editor may have changed it.
     */
    public Outcome<Integer> addresses(Actor actor, List<Redirects.Wish> wishes) {
        return database.write(write -> {
            if (!actor.may(Permission.ADMINISTER)) {
                return Outcome.refused(Problem.Kind.NOT_ALLOWED);
            }
            Instant now = clock.instant();
            var redirects = new LinkedHashMap<String, Redirect>();
            for (var wish : wishes) {
                Redirects.adopted(wish, now).ifPresent(redirect -> redirects.putIfAbsent(redirect.path(), redirect));
            }
            int added = MovingInStore.insertRedirects(write, List.copyOf(redirects.values()), actor.id());
            if (added > 0) {
                String path = redirects.keySet().iterator().next();
                var count = Detail.of(Detail.Name.COUNT, Integer.toString(added));
                Audit.append(write, ids.next(), now, actor, Action.ADD, Subject.redirect(path, path), count);
                Outbox.append(write, now, "redirect", OptionalLong.empty());
            }
            return new Outcome.Done<>(added, List.of());
        });
    }

    /** The tags or authors that names stand for, by name, as far as any story carries them. */
    public Map<String, Label> labels(Label.Kind kind, String edition, Collection<String> names) {
        var slugs = new LinkedHashMap<String, String>();
        names.forEach(name -> slugs.put(name, Slug.of(name)));
        return database.read(read -> {
            var known = new HashMap<String, Label>();
            var asked = new ArrayList<>(new LinkedHashSet<>(slugs.values()));
            for (int from = 0; from < asked.size(); from += AT_A_TIME) {
                var some = asked.subList(from, Math.min(asked.size(), from + AT_A_TIME));
                known.putAll(LabelStore.bySlugs(read, kind, edition, some));
                for (String slug : some) {
                    if (!known.containsKey(slug)) {
                        LabelStore.bySlug(read, kind, edition, slug).ifPresent(label -> known.put(slug, label));
                    }
                }
            }
            var labels = new HashMap<String, Label>();
            slugs.forEach(
                    (name, slug) -> Optional.ofNullable(known.get(slug)).ifPresent(label -> labels.put(name, label)));
            return labels;
        });
    }
}
