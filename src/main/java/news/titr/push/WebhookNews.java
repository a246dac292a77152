package news.titr.push;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import news.titr.db.Database;
import news.titr.db.Ids;
import news.titr.db.Outbox;
import news.titr.http.Address;
import news.titr.story.Addresses;
import news.titr.story.LiveStories;
import news.titr.story.LiveStory;
import news.titr.story.Newsroom;
import news.titr.story.Section;
import news.titr.story.SiteSettings;

/** Reads in the outbox what has happened, and writes to each webhook what concerns it. */
public final class WebhookNews {

    /** Its name among the readers of the outbox. */
    private static final String CONSUMER = "webhooks";

    private static final int AT_A_TIME = 200;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Database database;
    private final Ids ids;
    private final InstantSource clock;
    private final Supplier<SiteSettings> settings;
    private final LiveStories stories;
    private final Newsroom newsroom;
    private final ReentrantLock working = new ReentrantLock();

    public WebhookNews(
            Database database,
            Ids ids,
            InstantSource clock,
            Supplier<SiteSettings> settings,
            LiveStories stories,
            Newsroom newsroom) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
        this.stories = stories;
        this.newsroom = newsroom;
    }

    /**
     * What has happened to a story.
     *
     * @param sections the slugs of its section and of those above it, in its edition
     */
    private record News(
            long position,
            Instant at,
            Webhook.Event event,
            long story,
            String edition,
            List<String> sections,
            ObjectNode told) {

        boolean concerns(Webhook hook) {
            return hook.events().contains(event)
                    && (hook.edition().isEmpty() || hook.edition().equals(edition))
                    && (hook.section().isEmpty() || sections.contains(hook.section()));
        }
    }

    /** Does nothing while another thread is at it. */
    public void run() {
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
        boolean begun = database.read(read -> Outbox.isRead(read, CONSUMER));
        if (!begun) {
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
        var hooks = database.read(Webhooks::listening);
        var news = hooks.isEmpty()
                ? List.<News>of()
                : entries.stream().flatMap(entry -> news(entry).stream()).toList();
        database.write(write -> {
            // another server may have been faster
            if (Outbox.cursor(write, CONSUMER) == cursor) {
                var deliveries = new ArrayList<Delivery>();
                for (var each : news) {
                    hooks.stream().filter(each::concerns).forEach(hook -> deliveries.add(delivery(hook, each)));
                }
                Deliveries.put(write, deliveries);
                Outbox.advance(write, CONSUMER, entries.getLast().position());
            }
            return null;
        });
        return entries.size() == AT_A_TIME;
    }

    private Delivery delivery(Webhook hook, News news) {
        String id = ids.next();
        var body = JSON.objectNode()
                .put("id", id)
                .put("type", news.event().id())
                .put("at", news.at().toString())
                .put("sequence", news.position())
                .put("site", settings.get().masthead().baseUrl().toString());
        body.set("story", news.told());
        return Webhooks.delivery(id, hook, news.event().id(), news.story(), body.toString(), clock.instant());
    }

    private Optional<News> news(Outbox.Entry entry) {
        var event = Webhook.Event.ofOutbox(entry.event());
        if (event.isEmpty() || entry.story().isEmpty()) {
            return Optional.empty();
        }
        long number = entry.story().getAsLong();
        return switch (stories.find(number)) {
            case LiveStories.Found.Live(var story)
            when event.get() == Webhook.Event.WITHDRAWN ->
                // taken back, and out again since
                Optional.of(new News(
                        entry.position(),
                        entry.at(),
                        event.get(),
                        number,
                        story.edition(),
                        sections(story.edition(), story.section()),
                        told(number, story.edition())));
            case LiveStories.Found.Live(var story) ->
                Optional.of(new News(
                        entry.position(),
                        entry.at(),
                        event.get(),
                        number,
                        story.edition(),
                        sections(story.edition(), story.section()),
                        told(story)));
            case LiveStories.Found.Withdrawn(var _, var _, var reason)
            when event.get() == Webhook.Event.WITHDRAWN -> withdrawn(entry, event.get(), number, reason);
            // what was published and taken back before anybody was told of it: the withdrawal is news enough
            case LiveStories.Found.Withdrawn _, LiveStories.Found.Absent _ -> Optional.empty();
        };
    }

    private Optional<News> withdrawn(Outbox.Entry entry, Webhook.Event event, long number, String reason) {
        return newsroom.open(number).map(opened -> {
            String edition = opened.story().edition();
            var section = stories.section(edition, opened.revision().content().section());
            return new News(
                    entry.position(),
                    entry.at(),
                    event,
                    number,
                    edition,
                    sections(edition, section),
                    told(number, edition).put("reason", reason));
        });
    }

    private List<String> sections(String edition, Optional<Section> section) {
        var all = stories.sectionsById(edition);
        var slugs = new ArrayList<String>();
        var at = section;
        while (at.isPresent() && !slugs.contains(at.get().slug())) {
            slugs.add(at.get().slug());
            at = at.get().parent().flatMap(parent -> Optional.ofNullable(all.get(parent)));
        }
        return slugs;
    }

    private ObjectNode told(long number, String edition) {
        return JSON.objectNode()
                .put("number", number)
                .put("edition", edition)
                .put("shortUrl", absolute(Addresses.shortLink(number)))
                .put("apiUrl", absolute("/api/v1/stories/" + number));
    }

    private ObjectNode told(LiveStory story) {
        var node = told(story.number(), story.edition())
                .put("url", absolute(settings.get().masthead().addresses().story(story)))
                .put("type", story.type().id())
                .put("revision", story.revision())
                .put("kicker", story.kicker())
                .put("headline", story.headline())
                .put("lead", story.lead());
        story.section().ifPresentOrElse(section -> node.put("section", section.slug()), () -> node.putNull("section"));
        story.authors().forEach(author -> node.withArray("authors").add(author.name()));
        story.tags().forEach(tag -> node.withArray("tags").add(tag.name()));
        story.published()
                .ifPresentOrElse(at -> node.put("publishedAt", at.toString()), () -> node.putNull("publishedAt"));
        story.updated().ifPresentOrElse(at -> node.put("updatedAt", at.toString()), () -> node.putNull("updatedAt"));
        if (!story.corrections().isEmpty()) {
            node.put("correction", story.corrections().getLast().text());
        }
        return node;
    }

    private String absolute(String path) {
        return Address.encode(settings.get().masthead().absolute(path));
    }
}
