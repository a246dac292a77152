package news.titr.fediverse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import news.titr.db.Database;
import news.titr.db.Ids;
import news.titr.http.RateLimits;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.push.Deliveries;
import org.jboss.logging.Logger;

/**
 * What others say to the newspaper: that they follow it, that they do no longer, that they are gone. Nothing is done before their
 * signature was checked; everything else that is said is heard and forgotten.
 */
final class FediverseInbox {

    private static final Logger LOG = Logger.getLogger(FediverseInbox.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Each of them may make us ask another server; nobody lets us ask in numbers. */
    private static final int PER_MINUTE = 120;

    private static final int AT_ONCE = 8;

    private final Database database;
    private final Ids ids;
    private final InstantSource clock;
    private final FediverseActors actors;
    private final FediverseJson json;
    private final RemoteActors remote;
    private final RateLimits limits;
    private final Semaphore asking = new Semaphore(AT_ONCE);

    FediverseInbox(
            Database database,
            Ids ids,
            InstantSource clock,
            FediverseActors actors,
            FediverseJson json,
            RemoteActors remote) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        this.actors = actors;
        this.json = json;
        this.remote = remote;
        limits = new RateLimits(PER_MINUTE, clock);
    }

    private enum Wish {
        FOLLOW,
        UNFOLLOW,
        FORGET
    }

    /** {@code POST /fediverse/KEY/inbox} and {@code POST /fediverse/inbox}. */
    Response hear(Request request) {
        var limited = limits.take(request.address());
        if (!limited.allowed()) {
            return Response.text(429, "").with("Retry-After", Long.toString(limited.pause()));
        }
        JsonNode said;
        try {
            said = JSON.readTree(request.text());
        } catch (JsonProcessingException e) {
            return Response.text(400, "This is no JSON\n");
        }
        if (!(said instanceof ObjectNode activity)) {
            return Response.text(400, "This is no activity\n");
        }
        var wish = wish(activity);
        if (wish.isEmpty()) {
            return heard();
        }
        String who = id(activity.path("actor"));
        // servers tell everybody of everyone who goes; of whom we never heard, nobody need be asked
        if (wish.get() == Wish.FORGET && !database.read(read -> FediverseStore.isFollower(read, who))) {
            return heard();
        }
        var signature = request.header("Signature").flatMap(HttpSignature::read);
        if (signature.isEmpty()
                || !HttpSignature.isFresh(
                        request.header("Date").orElse(""),
                        request.header("Digest").orElse(""),
                        request.body(),
                        clock.instant())) {
            return refused("a signature over (request-target), host, date and digest is needed");
        }
        if (!asking.tryAcquire()) {
            return Response.text(503, "").with("Retry-After", "5");
        }
        try {
            return done(request, activity, wish.get(), who, signature.get());
        } finally {
            asking.release();
        }
    }

    /** What is wished for, if it is anything that is done here. */
    private Optional<Wish> wish(ObjectNode activity) {
        return switch (activity.path("type").asText()) {
            case "Follow" -> Optional.of(Wish.FOLLOW);
            case "Undo" ->
                activity.path("object").path("type").asText().equals("Follow")
                        ? Optional.of(Wish.UNFOLLOW)
                        : Optional.empty();
            case "Delete" ->
                id(activity.path("object")).equals(id(activity.path("actor")))
                        ? Optional.of(Wish.FORGET)
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Response done(Request request, ObjectNode activity, Wish wish, String who, HttpSignature signature) {
        if (!RemoteActors.host(signature.keyId()).equals(RemoteActors.host(who))
                || RemoteActors.host(who).isEmpty()) {
            return refused("the key is of another server than the actor");
        }
        var found = remote.byKey(signature.keyId(), false);
        if (found instanceof RemoteActors.Found.Somebody(var actor) && !isBy(request, signature, actor)) {
            // they may have another key by now
            found = remote.byKey(signature.keyId(), true);
        }
        return switch (found) {
            case RemoteActors.Found.Gone() -> {
                // a key that is not there proves nothing: anybody can name one
                if (wish == Wish.FORGET && remote.isGone(who)) {
                    forget(who);
                    yield heard();
                }
                yield refused("the actor is gone");
            }
            case RemoteActors.Found.Unknown(var why) -> {
                LOG.infof("Nobody could be asked for the key %s: %s", signature.keyId(), why);
                yield refused("the key could not be had");
            }
            case RemoteActors.Found.Somebody(var actor) -> {
                if (!actor.id().equals(who) || !isBy(request, signature, actor)) {
                    yield refused("the signature is not the actor's");
                }
                yield carryOut(activity, wish, actor);
            }
        };
    }

    private boolean isBy(Request request, HttpSignature signature, RemoteActor actor) {
        return signature.isBy(
                actor.key(),
                request.method(),
                request.path(),
                // whatever a proxy made of it: they have signed the host that they asked
                name -> name.equals("host")
                        ? actors.host()
                        : request.header(name).orElse(""));
    }

    private Response carryOut(ObjectNode activity, Wish wish, RemoteActor who) {
        return switch (wish) {
            case FOLLOW -> follow(activity, who);
            case UNFOLLOW -> {
                var followed = id(activity.path("object").path("object"));
                actors.byAddress(followed)
                        .ifPresent(actor -> database.write(write -> {
                            FediverseStore.unfollow(write, actor.key(), who.id());
                            return null;
                        }));
                yield heard();
            }
            case FORGET -> {
                forget(who.id());
                yield heard();
            }
        };
    }

    private Response follow(ObjectNode activity, RemoteActor who) {
        var followed = actors.byAddress(id(activity.path("object")));
        if (followed.isEmpty()) {
            return Response.text(404, "There is nobody of that name to be followed\n");
        }
        var actor = followed.get();
        var accept = json.accept(actor, activity, ids.next());
        database.write(write -> {
            FediverseStore.follow(write, actor.key(), who, clock.instant());
            Deliveries.put(
                    write,
                    List.of(Fediverse.delivery(
                            ids.next(), actor, who.inbox(), "Accept", 0, accept.toString(), clock.instant())));
            return null;
        });
        return heard();
    }

    private void forget(String who) {
        database.write(write -> {
            FediverseStore.forget(write, who);
            return null;
        });
    }

    private static String id(JsonNode node) {
        return node.isTextual() ? node.asText() : node.path("id").asText("");
    }

    private static Response heard() {
        return Response.text(202, "");
    }

    private static Response refused(String why) {
        return Response.text(401, why + "\n");
    }
}
