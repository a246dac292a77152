package news.titr.fediverse;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import news.titr.audit.Action;
import news.titr.db.Database;
import news.titr.db.Ids;
import news.titr.db.Outbox;
import news.titr.push.Deliveries;
import news.titr.push.Delivery;
import news.titr.story.LiveStories;
import news.titr.story.Newsroom;
import news.titr.story.Section;

/** Reads in the outbox what has happened before readers, and says it to all who follow. */
final class FediverseNews {

    /** Its name among the readers of the outbox. */
    private static final String CONSUMER = "fediverse";

    /** What happened longer ago is told to nobody: a server that was off for a week has no news. */
    private static final Duration NEWS_FOR = Duration.ofDays(1);

    private static final int AT_A_TIME = 100;

    private final Database database;
    private final Ids ids;
    private final InstantSource clock;
    private final LiveStories stories;
    private final Newsroom newsroom;
    private final FediverseActors actors;
    private final FediverseJson json;
    private final ReentrantLock working = new ReentrantLock();

    FediverseNews(
            Database database,
            Ids ids,
            InstantSource clock,
            LiveStories stories,
            Newsroom newsroom,
            FediverseActors actors,
            FediverseJson json) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        this.stories = stories;
        this.newsroom = newsroom;
        this.actors = actors;
        this.json = json;
    }

    /** Something to be said by an actor. */
    private record Saying(FediverseActor actor, String type, long story, String body) {}

    /** Does nothing while another thread is at it. */
    void run() {
        if (!working.tryLock()) {
            return;
        }
        try {
            boolean more = true;
            while (more) {
                more = collect();
            }
        } finally {
            working.unlock();
        }
    }

    private boolean collect() {
        if (!database.read(read -> Outbox.isRead(read, CONSUMER))) {
            // from now on: nobody is told of all that is there already
            database.write(write -> {
                Outbox.advance(write, CONSUMER, Outbox.newest(write));
                return null;
            });
            return false;
        }
        long cursor = database.read(read -> Outbox.cursor(read, CONSUMER));
        var entries = database.read(read -> Outbox.after(read, cursor, AT_A_TIME));
        if (entries.isEmpty()) {
            return false;
        }
        Instant since = clock.instant().minus(NEWS_FOR);
        var sayings = entries.stream()
                .filter(entry -> entry.story().isPresent() && entry.at().isAfter(since))
                .flatMap(entry -> sayings(entry).stream())
                .toList();
        database.write(write -> {
            // another server may have been faster
            if (Outbox.cursor(write, CONSUMER) == cursor) {
                for (var saying : sayings) {
                    var deliveries = new ArrayList<Delivery>();
                    for (String inbox :
                            FediverseStore.inboxes(write, saying.actor().key())) {
                        deliveries.add(Fediverse.delivery(
                                ids.next(),
                                saying.actor(),
                                inbox,
                                saying.type(),
                                saying.story(),
                                saying.body(),
                                clock.instant()));
                    }
                    Deliveries.put(write, deliveries);
                }
                Outbox.advance(write, CONSUMER, entries.getLast().position());
            }
            return null;
        });
        return entries.size() == AT_A_TIME;
    }

    private List<Saying> sayings(Outbox.Entry entry) {
        long number = entry.story().orElseThrow();
        String event = entry.event();
        boolean isNew = event.equals(Action.PUBLISH.id());
        if (!isNew && !event.equals(Action.UPDATE.id()) && !event.equals(Action.CORRECT.id())) {
            return event.equals(Action.WITHDRAW.id()) ? withdrawn(number, entry) : List.of();
        }
        long withdrawals = newsroom.withdrawals(number, entry.position());
        return stories.story(number)
                .map(story -> said(
                        story.edition(),
                        story.section(),
                        isNew ? "Create" : "Update",
                        number,
                        (actor, _) -> FediverseJson.withContext(
                                        isNew
                                                ? json.create(actor, story, withdrawals)
                                                : json.update(actor, story, withdrawals, entry.at()))
                                .toString()))
                .orElse(List.of());
    }

    /** Said also where readers have it again by now: that it is out again, is said after it. */
    private List<Saying> withdrawn(long number, Outbox.Entry entry) {
        long before = newsroom.withdrawals(number, entry.position()) - 1;
        return newsroom.open(number)
                .map(opened -> {
                    String edition = opened.story().edition();
                    var section =
                            stories.section(edition, opened.revision().content().section());
                    return said(
                            edition,
                            section,
                            "Delete",
                            number,
                            (actor, story) -> json.delete(actor, story, before, entry.at())
                                    .toString());
                })
                .orElse(List.of());
    }

    private List<Saying> said(
            String edition,
            Optional<Section> section,
            String type,
            long number,
            BiFunction<FediverseActor, Long, String> body) {
        var sayings = new LinkedHashMap<String, Saying>();
        for (var actor : actors.saying(edition, section)) {
            if (database.read(read -> FediverseStore.count(read, actor.key())) > 0) {
                sayings.put(actor.key(), new Saying(actor, type, number, body.apply(actor, number)));
            }
        }
        return List.copyOf(sayings.values());
    }
}
