package news.titr.story;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
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
import news.titr.language.Slug;
import news.titr.people.Actor;
import news.titr.people.People;
import news.titr.people.Permission;
import org.jdbi.v3.core.Handle;

/** The door to the sections. A slug that changes leads on to the new one, for ever. */
public final class Sectioning {

    private final Database database;
    private final Ids ids;
    private final InstantSource clock;

    public Sectioning(Database database, Ids ids, InstantSource clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What a section should be.
     *
     * @param slug the last part of its address; empty for one made from the name
     * @param parent the id of the section it belongs to, or empty
     */
    public record Wish(
            String name,
            String slug,
            Optional<String> parent,
            String description,
            boolean hidden,
            boolean inNavigation) {

        String address() {
            return slug.isBlank() ? Slug.of(name) : slug.strip();
        }
    }

    public Outcome<Section> add(Actor actor, String edition, Wish wish) {
        return act(actor, write -> {
            var problems = problems(write, edition, Optional.empty(), wish);
            if (!problems.isEmpty()) {
                return new Outcome.Refused<>(problems);
            }
            var all = SectionStore.all(write, edition);
            int last = all.stream().mapToInt(Section::position).max().orElse(-1);
            var section = new Section(
                    ids.next(),
                    edition,
                    wish.address(),
                    wish.name().strip(),
                    wish.parent(),
                    last + 1,
                    wish.description().strip(),
                    wish.hidden(),
                    wish.inNavigation(),
                    1);
            OldSlugStore.free(write, OldSlugStore.SECTION, edition, section.slug());
            SectionStore.insert(write, section);
            return done(write, actor, Action.ADD, section, Detail.NONE);
        });
    }

    /** Changes a section, unless somebody has since the editor looked. */
    public Outcome<Section> change(Actor actor, String id, long seenVersion, Wish wish) {
        return on(actor, id, seenVersion, (write, section) -> {
            var problems = problems(write, section.edition(), Optional.of(section), wish);
            if (!problems.isEmpty()) {
                return new Outcome.Refused<>(problems);
            }
            var changed = new Section(
                    section.id(),
                    section.edition(),
                    wish.address(),
                    wish.name().strip(),
                    wish.parent(),
                    section.position(),
                    wish.description().strip(),
                    wish.hidden(),
                    wish.inNavigation(),
                    section.version() + 1);
            if (!changed.slug().equals(section.slug())) {
                OldSlugStore.free(write, OldSlugStore.SECTION, section.edition(), changed.slug());
                OldSlugStore.put(write, OldSlugStore.SECTION, section.edition(), section.slug(), section.id());
            }
            SectionStore.update(write, changed);
            return done(write, actor, Action.CHANGE, changed, Detail.change(words(section), words(changed)));
        });
    }

    /** Moves a section before (−1) or behind (+1) its neighbour under the same parent. */
    public Outcome<Section> move(Actor actor, String id, int by) {
        return act(actor, write -> {
            var found = SectionStore.byId(write, id);
            if (found.isEmpty()) {
                return Outcome.refused(Problem.Kind.NO_SUCH_SECTION);
            }
            var section = found.get();
            var all = new ArrayList<>(SectionStore.all(write, section.edition()));
            var siblings = all.stream()
                    .filter(other -> other.parent().equals(section.parent()))
                    .toList();
            int place = siblings.indexOf(section) + Integer.signum(by);
            if (place < 0 || place >= siblings.size()) {
                return new Outcome.Done<>(section, List.of());
            }
            var neighbour = siblings.get(place);
            int from = all.indexOf(section);
            int to = all.indexOf(neighbour);
            all.set(from, neighbour);
            all.set(to, section);
            for (int i = 0; i < all.size(); i++) {
                if (all.get(i).position() != i) {
                    SectionStore.place(write, all.get(i).id(), i);
                }
            }
            return done(write, actor, Action.MOVE, section, Detail.NONE);
        });
    }

    /** Moves every story of a section into another; the section's address leads there from then on. */
    public Outcome<Section> merge(Actor actor, String id, long seenVersion, String intoId) {
        return on(actor, id, seenVersion, (write, section) -> {
            var into = SectionStore.byId(write, intoId)
                    .filter(target -> target.edition().equals(section.edition()));
            if (into.isEmpty()) {
                return Outcome.refused(Problem.Kind.NO_SUCH_SECTION);
            }
            if (isWithin(write, into.get(), section.id())) {
                return Outcome.refused(Problem.Kind.INTO_ITSELF);
            }
            SectionStore.merge(write, section, into.get());
            People.moveSection(write, section.id(), into.get().id());
            Instant now = clock.instant();
            Audit.append(
                    write,
                    ids.next(),
                    now,
                    actor,
                    Action.MERGE,
                    Subject.section(section.id(), section.name()),
                    Detail.of(Detail.Name.TO, words(into.get())));
            Outbox.append(write, now, "section", OptionalLong.empty());
            return new Outcome.Done<>(into.get(), List.of());
        });
    }

    /** Removes a section that no story has ever stood in. */
    public Outcome<Section> remove(Actor actor, String id, long seenVersion) {
        return on(actor, id, seenVersion, (write, section) -> {
            boolean parent = SectionStore.all(write, section.edition()).stream()
                    .anyMatch(other -> other.parent().equals(Optional.of(section.id())));
            if (parent || SectionStore.isUsed(write, section.id())) {
                return new Outcome.Refused<>(List.of(new Problem(Problem.Kind.SECTION_IN_USE, section.name())));
            }
            SectionStore.delete(write, section.id());
            return done(write, actor, Action.REMOVE, section, Detail.NONE);
        });
    }

    private Outcome<Section> act(Actor actor, java.util.function.Function<Handle, Outcome<Section>> verb) {
        return database.write(write ->
                actor.may(Permission.EDIT_SITE) ? verb.apply(write) : Outcome.refused(Problem.Kind.NOT_ALLOWED));
    }

    private Outcome<Section> on(
            Actor actor, String id, long seenVersion, BiFunction<Handle, Section, Outcome<Section>> verb) {
        return act(actor, write -> {
            var found =
                    SectionStore.byId(write, id).filter(section -> section.id().equals(id));
            if (found.isEmpty()) {
                return Outcome.refused(Problem.Kind.NO_SUCH_SECTION);
            }
            return found.get().version() == seenVersion
                    ? verb.apply(write, found.get())
                    : new Outcome.Conflict<>(found.get());
        });
    }

    private Outcome<Section> done(Handle write, Actor actor, Action action, Section section, Detail detail) {
        Instant now = clock.instant();
        Audit.append(write, ids.next(), now, actor, action, Subject.section(section.id(), section.name()), detail);
        Outbox.append(write, now, "section", OptionalLong.empty());
        return new Outcome.Done<>(section, List.of());
    }

    private static String words(Section section) {
        return section.name() + " /" + section.slug() + (section.hidden() ? " (hidden)" : "");
    }

    private static List<Problem> problems(Handle read, String edition, Optional<Section> self, Wish wish) {
        var problems = new ArrayList<Problem>();
        if (wish.name().isBlank()) {
            problems.add(Problem.of(Problem.Kind.NO_NAME));
        }
        String slug = wish.address();
        if (slug.isEmpty() || !Slug.of(slug).equals(slug)) {
            problems.add(new Problem(Problem.Kind.UNFIT_SLUG, slug));
        }
        boolean taken = SectionStore.all(read, edition).stream()
                .filter(other -> self.map(own -> !own.id().equals(other.id())).orElse(true))
                .anyMatch(other -> other.slug().equals(slug));
        if (taken) {
            problems.add(new Problem(Problem.Kind.SLUG_TAKEN, slug));
        }
        wish.parent().ifPresent(id -> {
            var parent =
                    SectionStore.byId(read, id).filter(found -> found.edition().equals(edition));
            if (parent.isEmpty()) {
                problems.add(new Problem(Problem.Kind.NO_SUCH_SECTION, id));
            } else if (self.isPresent()
                    && isWithin(read, parent.get(), self.get().id())) {
                problems.add(Problem.of(Problem.Kind.INTO_ITSELF));
            }
        });
        return problems;
    }

    /** True when a section is the one with this id, or stands somewhere below it. */
    private static boolean isWithin(Handle read, Section section, String id) {
        var current = Optional.of(section);
        while (current.isPresent()) {
            if (current.get().id().equals(id)) {
                return true;
            }
            current = current.get().parent().flatMap(parent -> SectionStore.byId(read, parent));
        }
        return false;
    }
}
