package news.titr.site;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import news.titr.db.Outbox;
import news.titr.db.Signals;
import news.titr.http.EventStream;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.story.LiveCoverage;
import news.titr.story.LiveStories;
import news.titr.story.Teaser;

/**
 * What comes to readers who have a live coverage open: below {@code /news/N/entries}. However many they are, the log is read
 * once in a process, an event only says which entries have changed, and what those say is rendered once for all.
 */
public final class CoverageUpdates {

    /** Each costs a connection; whoever comes beyond asks from time to time instead. */
    private static final int MOST_STREAMS = 2_000;

    private static final int MOST_ANSWERS = 200;

    private final Site site;
    private final MissingPage missing;
    private final CoverageViews views;
    private final int mostStreams;
    private final Map<Long, Watched> watched = new HashMap<>();
    private final Map<String, Response> answers = new HashMap<>();
    private int streams;

    /** A coverage that somebody has open. */
    private static final class Watched {
        final List<EventStream> streams = new CopyOnWriteArrayList<>();
        long told;
    }

    public CoverageUpdates(Site site, Signals signals, MissingPage missing) {
        this(site, signals, missing, MOST_STREAMS);
    }

    CoverageUpdates(Site site, Signals signals, MissingPage missing, int mostStreams) {
        this.site = site;
        this.missing = missing;
        this.mostStreams = mostStreams;
        views = new CoverageViews(site);
        signals.onCommitted(this::committed);
    }

    /** {@code GET /news/N/entries/events?since=CHANGE}: what came after a change, and from then on each as it comes. */
    public Response events(Request request) {
        var number = StoryNumber.of(request);
        long since = since(request);
        var before = changes(number, since);
        if (before.isEmpty()) {
            return missing.answer(request);
        }
        if (!takePlace()) {
            return Response.text(503, "").with("Retry-After", "60").with("Cache-Control", "no-store");
        }
        return Response.events(stream -> {
            enter(number.getAsLong(), stream, before.get().change());
            stream.whenClosed(() -> leave(number.getAsLong(), stream));
            // what was committed before the stream could hear it
            changes(number, since)
                    .filter(changes -> changes.change() > since)
                    .ifPresent(changes -> stream.send("changes", json(changes)));
        });
    }

    /** {@code GET /news/N/entries/changes?since=CHANGE}: the same once, for browsers that hold no stream. */
    public Response changes(Request request) {
        return changes(StoryNumber.of(request), since(request))
                .map(changes -> Response.json(200, json(changes)))
                .orElseGet(() -> missing.answer(request));
    }

    /** {@code GET /news/N/entries?numbers=12,13}: what these entries say, with the list of key events. */
    public Response entries(Request request) {
        var number = StoryNumber.of(request);
        var numbers = Arrays.stream(request.query().text("numbers").split(","))
                .map(StoryNumber::of)
                .flatMapToLong(OptionalLong::stream)
                .sorted()
                .distinct()
                .limit(LiveCoverage.Changes.MOST)
                .boxed()
                .toList();
        var changes = changes(number, Long.MAX_VALUE);
        if (changes.isEmpty()) {
            return missing.answer(request);
        }
        String key = number.getAsLong() + " " + changes.get().change() + " " + numbers;
        synchronized (answers) {
            var ready = answers.get(key);
            if (ready != null) {
                return ready;
            }
            // one at a time: of many who ask for the same, one is answered and the others find it ready
            var answer = answer(number.getAsLong(), numbers);
            if (answers.size() >= MOST_ANSWERS) {
                answers.clear();
            }
            answers.put(key, answer);
            return answer;
        }
    }

    private Response answer(long number, List<Long> numbers) {
        String page = Optional.ofNullable(site.stories.teasers(List.of(number)).get(number))
                .map((Teaser story) -> site.address(story))
                .orElse("");
        var keyEvents = site.stories
                .coverage(number, new LiveCoverage.From.Newest(), 1)
                .map(LiveCoverage::keyEvents)
                .orElse(List.of());
        return site.page(
                        200,
                        site.templates.coverageEntries(
                                site.bareFrame("", page),
                                views.keyEvents(page, keyEvents),
                                views.entries(page, site.stories.entries(number, numbers))))
                .with("Cache-Control", "no-store")
                .with("X-Robots-Tag", "noindex");
    }

    // ---- who has which coverage open

    private synchronized boolean takePlace() {
        if (streams >= mostStreams) {
            return false;
        }
        streams++;
        return true;
    }

    private synchronized void enter(long number, EventStream stream, long told) {
        var its = watched.computeIfAbsent(number, _ -> new Watched());
        if (its.streams.isEmpty()) {
            its.told = told;
        }
        its.streams.add(stream);
    }

    private synchronized void leave(long number, EventStream stream) {
        streams--;
        var its = watched.get(number);
        if (its != null && its.streams.remove(stream) && its.streams.isEmpty()) {
            watched.remove(number);
        }
    }

    private void committed(Outbox.Entry entry) {
        if (!LiveStories.concernsReaders(entry.event())) {
            return;
        }
        // a picture or a story that an entry names may have changed as well
        synchronized (answers) {
            answers.clear();
        }
        entry.story().ifPresent(this::tell);
    }

    private void tell(long number) {
        Watched its;
        synchronized (this) {
            its = watched.get(number);
        }
        if (its == null) {
            return;
        }
        var changes = site.stories.changes(number, its.told);
        if (changes.isEmpty()) {
            its.streams.forEach(stream -> stream.send("gone", "{}"));
        } else if (changes.get().change() > its.told) {
            String json = json(changes.get());
            its.told = changes.get().change();
            its.streams.forEach(stream -> stream.send("changes", json));
        }
    }

    private Optional<LiveCoverage.Changes> changes(OptionalLong number, long since) {
        return number.isEmpty() ? Optional.empty() : site.stories.changes(number.getAsLong(), since);
    }

    private static long since(Request request) {
        // what is no number asks from the beginning
        return StoryNumber.of(request.query().text("since")).orElse(0);
    }

    private String json(LiveCoverage.Changes changes) {
        var node = JsonNodeFactory.instance
                .objectNode()
                .put("change", changes.change())
                .put("finished", changes.finished())
                .put("updated", changes.changedAt().toString())
                .put("shown", site.dates().medium(changes.changedAt()))
                .put("stale", changes.entries().size() >= LiveCoverage.Changes.MOST);
        var entries = node.putArray("entries");
        for (var changed : changes.entries()) {
            entries.addObject().put("number", changed.number()).put("removed", changed.removed());
        }
        return node.toString();
    }
}
