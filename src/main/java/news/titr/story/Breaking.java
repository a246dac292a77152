package news.titr.story;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
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

/** The door to the bar of breaking news: switched on and off in one act. */
public final class Breaking {

    private static final int LONGEST = 200;

    private final Database database;
    private final Ids ids;
    private final InstantSource clock;

    public Breaking(Database database, Ids ids, InstantSource clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    public BreakingNews current(String edition) {
        return database.read(read -> BreakingStore.find(read, edition));
    }

    /** Shows the bar on every page: a text, a live story, or both. */
    public Outcome<BreakingNews> show(
            Actor actor, String edition, long seenVersion, String text, OptionalLong story, Optional<Instant> until) {
        return act(actor, edition, seenVersion, write -> {
            var problems = new ArrayList<Problem>();
            if (text.isBlank() && story.isEmpty()) {
                problems.add(Problem.of(Problem.Kind.NO_BREAKING_TEXT));
            }
            if (text.strip().length() > LONGEST) {
                problems.add(new Problem(Problem.Kind.TOO_LONG, Integer.toString(LONGEST)));
            }
            if (story.isPresent()
                    && !StoryStore.story(write, story.getAsLong())
                            .map(Story::isLive)
                            .orElse(false)) {
                problems.add(Problem.of(Problem.Kind.NOT_LIVE));
            }
            if (until.map(end -> !end.isAfter(clock.instant())).orElse(false)) {
                problems.add(Problem.of(Problem.Kind.TIME_IS_PAST));
            }
            if (!problems.isEmpty()) {
                return new Outcome.Refused<>(problems);
            }
            return done(
                    write,
                    actor,
                    edition,
                    new BreakingNews(seenVersion + 1, true, text.strip(), story, until, clock.instant(), actor.id()));
        });
    }

    /** Takes the bar away; what it said is kept for the next time. */
    public Outcome<BreakingNews> hide(Actor actor, String edition, long seenVersion) {
        return act(actor, edition, seenVersion, write -> {
            var news = BreakingStore.find(write, edition);
            return done(
                    write,
                    actor,
                    edition,
                    new BreakingNews(
                            seenVersion + 1,
                            false,
                            news.text(),
                            news.story(),
                            news.until(),
                            clock.instant(),
                            actor.id()));
        });
    }

    private Outcome<BreakingNews> act(
            Actor actor, String edition, long seenVersion, Function<Handle, Outcome<BreakingNews>> verb) {
        return database.write(write -> {
            if (!actor.may(Permission.EDIT_FRONT)) {
                return Outcome.refused(Problem.Kind.NOT_ALLOWED);
            }
            var news = BreakingStore.find(write, edition);
            return news.version() == seenVersion ? verb.apply(write) : new Outcome.Conflict<>(news);
        });
    }

    private Outcome<BreakingNews> done(Handle write, Actor actor, String edition, BreakingNews news) {
        BreakingStore.put(write, edition, news);
        var detail = Detail.of(Detail.Name.TEXT, news.shown() ? news.text() : "")
                .with(Detail.Name.REASON, news.shown() ? "breaking-on" : "breaking-off");
        Audit.append(write, ids.next(), news.at(), actor, Action.RELEASE_FRONT, Subject.front(edition), detail);
        Outbox.append(write, news.at(), "breaking", news.story());
        return new Outcome.Done<>(news, List.of());
    }
}
