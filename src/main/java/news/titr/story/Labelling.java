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
import news.titr.people.Permission;
import org.jdbi.v3.core.Handle;

/** The door to tags and authors. An address that was right leads on for ever. */
public final class Labelling {

    private final Database database;
    private final Ids ids;
    private final InstantSource clock;

    public Labelling(Database database, Ids ids, InstantSource clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /** Gives a tag or an author another name and address; an empty slug is made from the name. */
    public Outcome<Labels.Line> rename(
            Actor actor, Label.Kind kind, String id, long seenVersion, String name, String slug) {
        return on(actor, kind, id, seenVersion, (write, line) -> {
            String address = slug.isBlank() ? Slug.of(name) : slug.strip();
            String edition = LabelStore.editionOf(write, line.label());
            var problems = problems(write, edition, line.label(), name, address);
            if (!problems.isEmpty()) {
                return new Outcome.Refused<>(problems);
            }
            rename(write, actor, edition, line.label(), name.strip(), address);
            return new Outcome.Done<>(LabelStore.find(write, kind, id).orElseThrow(), List.of());
        });
    }

    /** Gives a tag a name, an address and an introduction, which makes it a topic; an empty one makes it a plain tag again. */
    public Outcome<Labels.Line> introduce(
            Actor actor, String id, long seenVersion, String name, String slug, String introduction) {
        return on(actor, Label.Kind.TAG, id, seenVersion, (write, line) -> {
            String address = slug.isBlank() ? Slug.of(name) : slug.strip();
            String edition = LabelStore.editionOf(write, line.label());
            var problems = problems(write, edition, line.label(), name, address);
            if (!problems.isEmpty()) {
                return new Outcome.Refused<>(problems);
            }
            LabelStore.setIntroduction(write, id, introduction.strip());
            rename(write, actor, edition, line.label(), name.strip(), address);
            return new Outcome.Done<>(LabelStore.find(write, Label.Kind.TAG, id).orElseThrow(), List.of());
        });
    }

    /** Says who an author is, and under what name they write. */
    public Outcome<Labels.Line> describe(
            Actor actor, long seenVersion, Bylines.Profile profile, String name, String slug) {
        String id = profile.author().id();
        return on(actor, Label.Kind.AUTHOR, id, seenVersion, (write, line) -> {
            String address = slug.isBlank() ? Slug.of(name) : slug.strip();
            String edition = LabelStore.editionOf(write, line.label());
            var problems = problems(write, edition, line.label(), name, address);
            if (!problems.isEmpty()) {
                return new Outcome.Refused<>(problems);
            }
            LabelStore.setProfile(write, profile);
            rename(write, actor, edition, line.label(), name.strip(), address);
            return new Outcome.Done<>(
                    LabelStore.find(write, Label.Kind.AUTHOR, id).orElseThrow(), List.of());
        });
    }

    /** Lets everything that carries one carry another; its address leads there from then on. */
    public Outcome<Labels.Line> merge(Actor actor, Label.Kind kind, String id, long seenVersion, String intoId) {
        return on(actor, kind, id, seenVersion, (write, line) -> {
            var into = LabelStore.find(write, kind, intoId);
            if (into.isEmpty()) {
                return Outcome.refused(Problem.Kind.NO_SUCH_LABEL);
            }
            if (intoId.equals(id)) {
                return Outcome.refused(Problem.Kind.INTO_ITSELF);
            }
            String edition = LabelStore.editionOf(write, line.label());
            if (!edition.equals(LabelStore.editionOf(write, into.get().label()))) {
                return Outcome.refused(Problem.Kind.NO_SUCH_LABEL);
            }
            LabelStore.merge(write, edition, line.label(), into.get().label());
            remember(
                    write,
                    actor,
                    Action.MERGE,
                    line.label(),
                    Detail.of(Detail.Name.TO, into.get().label().name()));
            return new Outcome.Done<>(LabelStore.find(write, kind, intoId).orElseThrow(), List.of());
        });
    }

    private void rename(Handle write, Actor actor, String edition, Label label, String name, String slug) {
        String table = label.kind().table();
        if (!slug.equals(label.slug())) {
            OldSlugStore.free(write, table, edition, slug);
            OldSlugStore.put(write, table, edition, label.slug(), label.id());
        }
        LabelStore.rename(write, new Label(label.id(), label.kind(), slug, name, label.topic()));
        remember(
                write,
                actor,
                Action.CHANGE,
                label,
                Detail.change(label.name() + " /" + label.slug(), name + " /" + slug));
    }

    private Outcome<Labels.Line> on(
            Actor actor,
            Label.Kind kind,
            String id,
            long seenVersion,
            BiFunction<Handle, Labels.Line, Outcome<Labels.Line>> verb) {
        return database.write(write -> {
            if (!actor.may(Permission.EDIT_SITE)) {
                return Outcome.refused(Problem.Kind.NOT_ALLOWED);
            }
            var found = LabelStore.find(write, kind, id);
            if (found.isEmpty()) {
                return Outcome.refused(Problem.Kind.NO_SUCH_LABEL);
            }
            return found.get().version() == seenVersion
                    ? verb.apply(write, found.get())
                    : new Outcome.Conflict<>(found.get());
        });
    }

    private void remember(Handle write, Actor actor, Action action, Label label, Detail detail) {
        Instant now = clock.instant();
        var subject = switch (label.kind()) {
            case TAG -> Subject.tag(label.id(), label.name());
            case AUTHOR -> Subject.author(label.id(), label.name());
        };
        Audit.append(write, ids.next(), now, actor, action, subject, detail);
        Outbox.append(write, now, "label", OptionalLong.empty());
    }

    private static List<Problem> problems(Handle read, String edition, Label self, String name, String slug) {
        var problems = new ArrayList<Problem>();
        if (name.isBlank()) {
            problems.add(Problem.of(Problem.Kind.NO_NAME));
        }
        if (slug.isEmpty() || !Slug.of(slug).equals(slug)) {
            problems.add(new Problem(Problem.Kind.UNFIT_SLUG, slug));
        }
        Optional<Label> other = LabelStore.bySlug(read, self.kind(), edition, slug)
                .filter(label -> !label.id().equals(self.id()) && label.slug().equals(slug));
        other.ifPresent(label -> problems.add(new Problem(Problem.Kind.SLUG_TAKEN, label.name())));
        return problems;
    }
}
