package news.titr.fediverse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import news.titr.http.OtherServers;

/** People elsewhere, asked of their servers and remembered for a while. */
final class RemoteActors {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST = 256 << 10;
    private static final int MOST_REMEMBERED = 1_000;
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final OtherServers servers;
    private final InstantSource clock;
    private final Function<URI, Map<String, String>> signed;
    private final Map<String, Known> known = new LinkedHashMap<>(16, 0.75f, true);

    private record Known(RemoteActor actor, Instant until) {}

    /** @param signed the headers of a question, with the newspaper's signature: some servers answer nobody else */
    RemoteActors(OtherServers servers, InstantSource clock, Function<URI, Map<String, String>> signed) {
        this.servers = servers;
        this.clock = clock;
        this.signed = signed;
    }

    /** Who has a key. */
    sealed interface Found {
        record Somebody(RemoteActor actor) implements Found {}

        /** Their server says that they are not there any more. */
        record Gone() implements Found {}

        record Unknown(String why) implements Found {}
    }

    /** @param afresh true to ask again whoever is remembered: keys change */
    Found byKey(String keyId, boolean afresh) {
        var remembered = afresh ? Optional.<RemoteActor>empty() : remembered(keyId);
        if (remembered.isPresent()) {
            return new Found.Somebody(remembered.get());
        }
        try {
            var first = fetch(keyId.replaceFirst("#.*", ""));
            if (first.status() == 410 || first.status() == 404) {
                return new Found.Gone();
            }
            var document = read(first);
            String owner = key(document, keyId)
                    .map(key -> key.path("owner").asText(""))
                    .filter(text -> !text.isEmpty())
                    .orElse(document.path("owner").asText(""));
            if (!owner.isEmpty() && !owner.equals(document.path("id").asText())) {
                document = read(fetch(owner));
            }
            var actor = actor(document, keyId);
            actor.ifPresent(this::remember);
            return actor.<Found>map(Found.Somebody::new).orElseGet(() -> new Found.Unknown("no key of that name"));
        } catch (OtherServers.NoAnswer | JsonProcessingException | IllegalArgumentException e) {
            return new Found.Unknown(String.valueOf(e.getMessage()));
        }
    }

    /** Whether their own server says that somebody is not there any more. */
    boolean isGone(String id) {
        try {
            int status = fetch(id).status();
            return status == 410 || status == 404;
        } catch (OtherServers.NoAnswer | IllegalArgumentException e) {
            return false;
        }
    }

    private OtherServers.Answer fetch(String address) throws OtherServers.NoAnswer {
        var uri = URI.create(address);
        return servers.ask(OtherServers.Message.get(uri, signed.apply(uri), LARGEST));
    }

    private static JsonNode read(OtherServers.Answer answer) throws JsonProcessingException {
        if (!answer.good()) {
            throw new IllegalArgumentException("answered " + answer.status());
        }
        return JSON.readTree(answer.text());
    }

    private static Optional<JsonNode> key(JsonNode document, String keyId) {
        var keys = document.path("publicKey");
        var list = keys.isArray() ? keys : JSON.createArrayNode().add(keys);
        for (var key : list) {
            if (key.path("id").asText().equals(keyId)) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    /** What a server says of one of its own: who is named elsewhere than where the answer comes from is not believed. */
    private static Optional<RemoteActor> actor(JsonNode document, String keyId) {
        String id = document.path("id").asText("");
        String inbox = document.path("inbox").asText("");
        String shared = document.path("endpoints").path("sharedInbox").asText("");
        var key =
                key(document, keyId).filter(its -> its.path("owner").asText(id).equals(id));
        if (!List.of(id, inbox).stream().allMatch(RemoteActors::isAddress)
                || !host(id).equals(host(keyId))
                || !host(inbox).equals(host(id))
                || id.length() > 1_000
                || inbox.length() > 1_000) {
            return Optional.empty();
        }
        boolean sharedIsTheirs = isAddress(shared) && host(shared).equals(host(id)) && shared.length() <= 1_000;
        return key.flatMap(its -> FediverseKeys.read(its.path("publicKeyPem").asText("")))
                .map(read -> new RemoteActor(id, inbox, sharedIsTheirs ? shared : "", keyId, read));
    }

    private static boolean isAddress(String text) {
        try {
            var uri = URI.create(text);
            return uri.getHost() != null
                    && List.of("http", "https")
                            .contains(Optional.ofNullable(uri.getScheme()).orElse(""));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static String host(String address) {
        try {
            return Optional.ofNullable(URI.create(address).getRawAuthority()).orElse("");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private Optional<RemoteActor> remembered(String keyId) {
        synchronized (known) {
            return Optional.ofNullable(known.get(keyId))
                    .filter(found -> found.until().isAfter(clock.instant()))
                    .map(Known::actor);
        }
    }

    private void remember(RemoteActor actor) {
        synchronized (known) {
            known.put(actor.keyId(), new Known(actor, clock.instant().plus(REMEMBERED)));
            if (known.size() > MOST_REMEMBERED) {
                known.remove(known.keySet().iterator().next());
            }
        }
    }
}
