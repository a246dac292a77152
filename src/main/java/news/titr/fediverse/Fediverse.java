package news.titr.fediverse;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import news.titr.db.Database;
import news.titr.db.Ids;
import news.titr.http.OtherServers;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.push.Deliveries;
import news.titr.push.Delivery;
import news.titr.story.LiveStories;
import news.titr.story.LiveStory;
import news.titr.story.Newsroom;
import news.titr.story.Sections;
import news.titr.story.SiteSettings;
import org.jdbi.v3.core.Handle;

/**
 * The newspaper as Mastodon and its like see it: who there is to be followed, what they say, and who follows them. Each edition and
 * each section is an actor of its own; all sign with one key.
 */
public final class Fediverse implements Deliveries.Sender {

    private static final String ACTIVITY = "application/activity+json";
    private static final String ACCEPTED =
            ACTIVITY + ", application/ld+json; profile=\"https://www.w3.org/ns/activitystreams\"";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int ON_A_PAGE = 20;

    /** Whoever cannot be reached for so long is not told any more. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(30);

    private final Database database;
    private final InstantSource clock;
    private final Supplier<SiteSettings> settings;
    private final LiveStories stories;
    private final Newsroom newsroom;
    private final Sections sections;
    private final FediverseActors actors;
    private final FediverseKeys keys;
    private final FediverseJson json;
    private final FediverseInbox inbox;
    private final FediverseNews news;

    public Fediverse(
            Database database,
            Ids ids,
            InstantSource clock,
            Supplier<SiteSettings> settings,
            LiveStories stories,
            Newsroom newsroom,
            Sections sections,
            OtherServers servers) {
        this.database = database;
        this.clock = clock;
        this.settings = settings;
        this.stories = stories;
        this.newsroom = newsroom;
        this.sections = sections;
        actors = new FediverseActors(settings, stories);
        keys = new FediverseKeys(database, clock);
        json = new FediverseJson(actors, settings);
        inbox = new FediverseInbox(
                database, ids, clock, actors, json, new RemoteActors(servers, clock, this::question));
        news = new FediverseNews(database, ids, clock, stories, newsroom, actors, json);
    }

    /**
     * Somebody to be followed, for the desk.
     *
     * @param handle in full: {@code @city@news.example.org}
     */
    public record Followed(String handle, String name, long followers) {}

    public List<Followed> followed() {
        var counts = database.read(FediverseStore::counts);
        return actors.all().values().stream()
                .map(actor -> new Followed(
                        "@" + actor.handle() + "@" + actors.host(), actor.name(), counts.getOrDefault(actor.key(), 0L)))
                .toList();
    }

    /** Reads what has happened, and says it to all who follow. */
    public void run() {
        news.run();
    }

    // ---- what is asked

    /** {@code GET /.well-known/webfinger?resource=acct:city@news.example.org}. */
    public Response webFinger(Request request) {
        String resource = request.query().text("resource").strip();
        if (resource.isEmpty()) {
            return Response.text(400, "?resource=acct:NAME@" + actors.host() + " is needed\n");
        }
        var found = resource.startsWith("acct:")
                ? handle(resource.substring("acct:".length())).flatMap(actors::byHandle)
                : actors.byAddress(resource)
                        .or(() -> actors.all().values().stream()
                                .filter(actor -> actors.page(actor).equals(resource))
                                .findFirst());
        return found.map(actor -> {
                    var node = JSON.objectNode().put("subject", "acct:" + actor.handle() + "@" + actors.host());
                    node.putArray("aliases").add(actors.address(actor)).add(actors.page(actor));
                    var links = node.putArray("links");
                    links.addObject().put("rel", "self").put("type", ACTIVITY).put("href", actors.address(actor));
                    links.addObject()
                            .put("rel", "http://webfinger.net/rel/profile-page")
                            .put("type", "text/html")
                            .put("href", actors.page(actor));
                    return answer("application/jrd+json", node).with("Access-Control-Allow-Origin", "*");
                })
                .orElseGet(Fediverse::missing);
    }

    private Optional<String> handle(String account) {
        String suffix = "@" + actors.host();
        String name = account.startsWith("@") ? account.substring(1) : account;
        return name.regionMatches(true, Math.max(0, name.length() - suffix.length()), suffix, 0, suffix.length())
                ? Optional.of(name.substring(0, name.length() - suffix.length()))
                : Optional.empty();
    }

    /** {@code GET /.well-known/nodeinfo}. */
    public Response nodeInfoLinks(Request request) {
        var node = JSON.objectNode();
        node.putArray("links")
                .addObject()
                .put("rel", "http://nodeinfo.diaspora.software/ns/schema/2.1")
                .put("href", actors.absolute(FediverseActors.PATH + "/nodeinfo/2.1"));
        return answer("application/json", node);
    }

    /** {@code GET /fediverse/nodeinfo/2.1}. */
    public Response nodeInfo(Request request) {
        var node = JSON.objectNode().put("version", "2.1");
        node.putObject("software").put("name", "titr").put("version", "0.1.0");
        node.putArray("protocols").add("activitypub");
        var services = node.putObject("services");
        services.putArray("inbound");
        services.putArray("outbound").add("atom1.0").add("rss2.0");
        node.put("openRegistrations", false);
        var usage = node.putObject("usage");
        usage.putObject("users").put("total", actors.all().size());
        usage.put(
                "localPosts",
                sections.counts().values().stream().mapToLong(Long::longValue).sum());
        node.putObject("metadata").put("nodeName", settings.get().masthead().name());
        return answer("application/json; profile=\"http://nodeinfo.diaspora.software/ns/schema/2.1#\"", node);
    }

    /** {@code GET /fediverse/KEY}: who it is; a browser is sent to the page that shows the same. */
    public Response actor(Request request) {
        return withActor(
                request,
                actor -> wantsPage(request)
                        ? Response.movedForNow(actors.page(actor))
                        : answer(ACTIVITY, json.actor(actor, keys.publicKey())));
    }

    /** {@code GET /fediverse/KEY/notes/N}, and {@code N-2} for a story that was withdrawn once and is out again. */
    public Response note(Request request) {
        long number = Long.parseLong(request.route().text("number"));
        String time = request.route().text("time");
        long withdrawals = time.isEmpty() ? 0 : Long.parseLong(time) - 1;
        return withActor(request, actor -> {
            long now = newsroom.withdrawals(number);
            if (withdrawals < now) {
                return new Response(
                        410,
                        answer(ACTIVITY, JSON.objectNode()).headers(),
                        new Response.Content.Bytes(json.tombstone(actor, number, withdrawals)
                                .toString()
                                .getBytes(StandardCharsets.UTF_8)));
            }
            return stories.story(number)
                    .filter(story -> withdrawals == now
                            && actors.saying(story.edition(), story.section()).contains(actor))
                    .map(story -> wantsPage(request)
                            ? Response.movedForNow(actors.absolute(
                                    settings.get().masthead().addresses().story(story)))
                            : answer(ACTIVITY, FediverseJson.withContext(json.note(actor, story, now))))
                    .orElseGet(Fediverse::missing);
        });
    }

    /** The address of the note in which the edition says a story, for the head of its page. */
    public Optional<String> note(LiveStory story) {
        return actors.byKey(story.edition())
                .map(actor -> actors.note(actor, story.number(), newsroom.withdrawals(story.number())));
    }

    /** {@code GET /fediverse/KEY/outbox}: what it has said, the newest first. */
    public Response outbox(Request request) {
        return withActor(request, actor -> {
            String address = actors.address(actor) + "/outbox";
            if (!request.query().has("page")) {
                return answer(
                        ACTIVITY,
                        FediverseJson.withContext(JSON.objectNode()
                                .put("id", address)
                                .put("type", "OrderedCollection")
                                .put("totalItems", count(actor))
                                .put("first", address + "?page=true")));
            }
            var found = stories.list(actor.stories(), after(request.query().text("after")), ON_A_PAGE);
            var page = JSON.objectNode()
                    .put("id", address + "?page=true")
                    .put("type", "OrderedCollectionPage")
                    .put("partOf", address);
            if (found.size() == ON_A_PAGE) {
                page.put(
                        "next",
                        address + "?page=true&after="
                                + found.getLast().firstReleasedAt().toEpochMilli() + "-"
                                + found.getLast().number());
            }
            var items = page.putArray("orderedItems");
            found.forEach(teaser -> stories.story(teaser.number())
                    .ifPresent(story -> items.add(json.create(actor, story, newsroom.withdrawals(story.number())))));
            return answer(ACTIVITY, FediverseJson.withContext(page));
        });
    }

    private static LiveStories.After after(String text) {
        var parts = text.split("-", -1);
        return parts.length == 2 && parts[0].matches("[0-9]{1,15}") && parts[1].matches("[0-9]{1,18}")
                ? new LiveStories.After(Instant.ofEpochMilli(Long.parseLong(parts[0])), Long.parseLong(parts[1]))
                : LiveStories.After.START;
    }

    private long count(FediverseActor actor) {
        var counts = sections.counts();
        var own = actor.section()
                .map(stories::idsWithin)
                .orElseGet(() -> sections.all(actor.edition()).stream()
                        .map(section -> section.id())
                        .toList());
        return own.stream().mapToLong(id -> counts.getOrDefault(id, 0L)).sum();
    }

    /** {@code GET /fediverse/KEY/followers}: how many there are; who they are is nobody's business. */
    public Response followers(Request request) {
        return withActor(
                request,
                actor -> collection(
                        actors.followers(actor), database.read(read -> FediverseStore.count(read, actor.key()))));
    }

    /** {@code GET /fediverse/KEY/following}: it follows nobody. */
    public Response following(Request request) {
        return withActor(request, actor -> collection(actors.address(actor) + "/following", 0));
    }

    private static Response collection(String address, long total) {
        return answer(
                ACTIVITY,
                FediverseJson.withContext(JSON.objectNode()
                        .put("id", address)
                        .put("type", "OrderedCollection")
                        .put("totalItems", total)));
    }

    /** {@code POST /fediverse/inbox} and {@code POST /fediverse/KEY/inbox}. */
    public Response hear(Request request) {
        String key = request.route().text("key");
        return key.isEmpty() || actors.byKey(key).isPresent() ? inbox.hear(request) : missing();
    }

    private Response withActor(Request request, java.util.function.Function<FediverseActor, Response> page) {
        return actors.byKey(request.route().text("key")).map(page).orElseGet(Fediverse::missing);
    }

    private static boolean wantsPage(Request request) {
        String accept = request.header("Accept").orElse("");
        return accept.contains("text/html") && !accept.contains("json");
    }

    private static Response answer(String type, ObjectNode node) {
        return Response.of(200, type, node.toString().getBytes(StandardCharsets.UTF_8))
                .with("Cache-Control", "public, max-age=60")
                .with("Vary", "Accept");
    }

    private static Response missing() {
        return Response.text(404, "There is nothing here\n");
    }

    // ---- what is said

    static Delivery delivery(
            String id, FediverseActor actor, String inbox, String type, long story, String body, Instant now) {
        return Delivery.fresh(
                id,
                Delivery.Kind.ACTIVITY,
                actor.key(),
                RemoteActors.host(inbox),
                URI.create(inbox),
                type,
                story,
                body,
                now);
    }

    /** Signed now, by whoever says it; empty where there is nobody of that name any more. */
    @Override
    public Optional<OtherServers.Message> message(Delivery delivery, Instant now) {
        byte[] body = delivery.body().getBytes(StandardCharsets.UTF_8);
        return actors.byKey(delivery.owner()).map(actor -> {
            var headers = new HashMap<>(signed(actor, "POST", delivery.address(), body, now));
            headers.put("Content-Type", ACTIVITY);
            return OtherServers.Message.post(delivery.address(), headers, body, 500);
        });
    }

    /** A question to another server, signed by the main edition. */
    private Map<String, String> question(URI address) {
        var main = actors.byKey(settings.get().main().id()).orElseThrow();
        var headers = new HashMap<>(signed(main, "GET", address, new byte[0], clock.instant()));
        headers.put("Accept", ACCEPTED);
        return headers;
    }

    private Map<String, String> signed(FediverseActor actor, String method, URI address, byte[] body, Instant now) {
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String target = address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
        String host = address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort();
        return HttpSignature.sign(keys.privateKey(), actors.keyId(actor), method, host, target, body, now);
    }

    @Override
    public void tried(Handle write, Delivery delivery, Deliveries.Outcome outcome) {
        String address = delivery.address().toString();
        if (outcome.arrived()) {
            FediverseStore.arrived(write, address);
        } else if (outcome.status() == 410) {
            FediverseStore.gone(write, address);
        } else if (outcome.last()) {
            Instant now = clock.instant();
            FediverseStore.failed(write, address, now, now.minus(FORGOTTEN_AFTER));
        }
    }
}
