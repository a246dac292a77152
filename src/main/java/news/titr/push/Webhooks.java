package news.titr.push;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import news.titr.audit.Action;
import news.titr.audit.Audit;
import news.titr.audit.Detail;
import news.titr.audit.Subject;
import news.titr.db.Database;
import news.titr.db.Ids;
import news.titr.http.OtherServers;
import news.titr.people.Actor;
import news.titr.people.Permission;
import news.titr.people.Verdict;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/** The door to webhooks: which other systems are told of what happens, and how it goes. */
public final class Webhooks implements Deliveries.Sender {

    private static final Logger LOG = Logger.getLogger(Webhooks.class);

    /** What each secret begins with, so that whoever finds one knows what it is. */
    private static final String PREFIX = "whsec_";

    /** Where nothing has arrived for so long, nobody is there any more. */
    static final Duration DISABLED_AFTER = Duration.ofDays(3);

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_ADDRESS = 2_000;
    private static final int SHOWN = 20;
    private static final int READ = 2_000;

    private final Database database;
    private final Ids ids;
    private final InstantSource clock;

    public Webhooks(Database database, Ids ids, InstantSource clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /** What somebody wants to be told, as it was typed; see {@link Webhook}. */
    public record Wish(String name, String address, Set<Webhook.Event> events, String edition, String section) {

        public static Wish of(Webhook hook) {
            return new Wish(hook.name(), hook.address().toString(), hook.events(), hook.edition(), hook.section());
        }
    }

    /** @param secret what its owner checks signatures with; it is not shown again */
    public record Issued(Webhook webhook, String secret) {}

    /** A webhook with its last messages, the newest first. */
    public record Line(Webhook webhook, List<Delivery> deliveries) {}

    // ---- the door

    public Verdict<Issued> add(Actor actor, Wish wish) {
        var problems = problems(actor, wish);
        if (!problems.isEmpty()) {
            return new Verdict.Refused<>(problems);
        }
        String secret = PREFIX + Ids.secret();
        return database.write(write -> {
            var hook = new Webhook(
                    ids.next(),
                    wish.name().strip(),
                    address(wish).orElseThrow(),
                    wish.events(),
                    wish.edition(),
                    wish.section(),
                    clock.instant(),
                    Optional.empty(),
                    Optional.empty(),
                    "");
            WebhookStore.insert(write, hook, secret);
            remember(write, actor, Action.ADD, hook, told(hook));
            return new Verdict.Done<>(new Issued(hook, secret));
        });
    }

    public Verdict<Webhook> change(Actor actor, String id, Wish wish) {
        var problems = problems(actor, wish);
        if (!problems.isEmpty()) {
            return new Verdict.Refused<>(problems);
        }
        return act(actor, id, (write, hook) -> {
            var changed = new Webhook(
                    id,
                    wish.name().strip(),
                    address(wish).orElseThrow(),
                    wish.events(),
                    wish.edition(),
                    wish.section(),
                    hook.createdAt(),
                    hook.failingSince(),
                    hook.disabledAt(),
                    hook.disabledWhy());
            WebhookStore.update(write, changed);
            remember(write, actor, Action.CHANGE, changed, told(changed));
            return new Verdict.Done<>(changed);
        });
    }

    public Verdict<Webhook> remove(Actor actor, String id) {
        return act(actor, id, (write, hook) -> {
            DeliveryStore.delete(write, id);
            WebhookStore.delete(write, id);
            remember(write, actor, Action.REMOVE, hook, told(hook));
            return new Verdict.Done<>(hook);
        });
    }

    /** Stops it, or lets one that was stopped be told again: of what happens from now on. */
    public Verdict<Webhook> enable(Actor actor, String id, boolean enabled) {
        return act(actor, id, (write, hook) -> {
            if (hook.isDisabled() == enabled) {
                Optional<Instant> at = enabled ? Optional.empty() : Optional.of(clock.instant());
                WebhookStore.setDisabled(write, id, at, "");
                WebhookStore.setFailing(write, id, Optional.empty());
                if (!enabled) {
                    DeliveryStore.endAll(write, id, "the webhook was stopped", clock.instant());
                }
                remember(write, actor, enabled ? Action.ENABLE : Action.DISABLE, hook, Detail.NONE);
            }
            return new Verdict.Done<>(WebhookStore.find(write, id).orElseThrow());
        });
    }

    /** Another secret, in place of one that may have leaked. */
    public Verdict<Issued> renew(Actor actor, String id) {
        String secret = PREFIX + Ids.secret();
        return act(actor, id, (write, hook) -> {
            WebhookStore.setSecret(write, id, secret);
            remember(write, actor, Action.REPLACE, hook, Detail.NONE);
            return new Verdict.Done<>(new Issued(hook, secret));
        });
    }

    /** Sends a message that says nothing, to see whether it arrives. */
    public Verdict<Webhook> test(Actor actor, String id) {
        return act(actor, id, (write, hook) -> {
            String delivery = ids.next();
            ObjectNode body = JsonNodeFactory.instance
                    .objectNode()
                    .put("id", delivery)
                    .put("type", "test")
                    .put("at", clock.instant().toString());
            Deliveries.put(write, List.of(delivery(delivery, hook, "test", 0, body.toString(), clock.instant())));
            return new Verdict.Done<>(hook);
        });
    }

    /** Sends a message once more, whatever has become of it. */
    public Verdict<Webhook> again(Actor actor, String id, String delivery) {
        return act(actor, id, (write, hook) -> {
            boolean its = DeliveryStore.find(write, delivery)
                    .filter(found -> found.owner().equals(id))
                    .isPresent();
            return its && DeliveryStore.again(write, delivery, clock.instant())
                    ? new Verdict.Done<>(hook)
                    : Verdict.refused(Verdict.Reason.NO_SUCH_DELIVERY);
        });
    }

    /** All of them with their last messages; empty for one who may not see them. */
    public Optional<List<Line>> all(Actor actor) {
        return actor.may(Permission.ADMINISTER)
                ? Optional.of(database.read(read -> WebhookStore.all(read).stream()
                        .map(hook -> new Line(hook, DeliveryStore.of(read, hook.id(), SHOWN)))
                        .toList()))
                : Optional.empty();
    }

    private <T> Verdict<T> act(Actor actor, String id, BiFunction<Handle, Webhook, Verdict<T>> verb) {
        if (!actor.may(Permission.ADMINISTER)) {
            return Verdict.refused(Verdict.Reason.NOT_ALLOWED);
        }
        return database.write(write -> WebhookStore.find(write, id)
                .map(hook -> verb.apply(write, hook))
                .orElseGet(() -> Verdict.refused(Verdict.Reason.NO_SUCH_WEBHOOK)));
    }

    private static List<Verdict.Reason> problems(Actor actor, Wish wish) {
        var problems = new ArrayList<Verdict.Reason>();
        if (!actor.may(Permission.ADMINISTER)) {
            return List.of(Verdict.Reason.NOT_ALLOWED);
        }
        if (wish.name().isBlank() || wish.name().strip().length() > LONGEST_NAME) {
            problems.add(Verdict.Reason.NO_NAME);
        }
        if (address(wish).isEmpty()) {
            problems.add(Verdict.Reason.NOT_A_WEB_ADDRESS);
        }
        if (wish.events().isEmpty()) {
            problems.add(Verdict.Reason.NO_EVENT);
        }
        return problems;
    }

    private static Optional<URI> address(Wish wish) {
        try {
            var address = new URI(wish.address().strip());
            boolean fit = address.getHost() != null
                    && address.getUserInfo() == null
                    && address.getFragment() == null
                    && wish.address().length() <= LONGEST_ADDRESS
                    && List.of("http", "https")
                            .contains(Optional.ofNullable(address.getScheme()).orElse(""));
            return fit ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private void remember(Handle write, Actor actor, Action action, Webhook hook, Detail detail) {
        Audit.append(
                write, ids.next(), clock.instant(), actor, action, Subject.webhook(hook.id(), hook.name()), detail);
    }

    private static Detail told(Webhook hook) {
        return Detail.of(Detail.Name.ADDRESS, hook.address().toString())
                .with(Detail.Name.FILTER, Webhook.Event.text(hook.events()))
                .with(Detail.Name.SECTION, hook.section());
    }

    // ---- messages

    /** Those that are told at all. */
    static List<Webhook> listening(Handle read) {
        return WebhookStore.all(read).stream()
                .filter(hook -> !hook.isDisabled())
                .toList();
    }

    static Delivery delivery(String id, Webhook hook, String event, long story, String body, Instant now) {
        return Delivery.fresh(id, Delivery.Kind.WEBHOOK, hook.id(), hook.id(), hook.address(), event, story, body, now);
    }

    /** To where the webhook leads now, and signed now: a message that was caught is of no use an hour later. */
    @Override
    public Optional<OtherServers.Message> message(Delivery delivery, Instant now) {
        return database.read(read -> WebhookStore.find(read, delivery.owner())
                .filter(hook -> !hook.isDisabled() || delivery.event().equals("test"))
                .map(hook -> OtherServers.Message.post(
                        hook.address(),
                        Map.of(
                                "Content-Type",
                                "application/json",
                                "Titr-Delivery",
                                delivery.id(),
                                "Titr-Event",
                                delivery.event(),
                                "Titr-Signature",
                                Signature.of(WebhookStore.secret(read, hook.id()), now, delivery.body())),
                        delivery.body().getBytes(StandardCharsets.UTF_8),
                        READ)));
    }

    /** A webhook where nothing arrives any more is stopped, and says so. */
    @Override
    public void tried(Handle write, Delivery delivery, Deliveries.Outcome outcome) {
        var found = WebhookStore.find(write, delivery.owner());
        if (found.isEmpty()) {
            return;
        }
        var hook = found.get();
        Instant now = clock.instant();
        if (outcome.arrived()) {
            if (hook.failingSince().isPresent()) {
                WebhookStore.setFailing(write, hook.id(), Optional.empty());
            }
            return;
        }
        Instant since = hook.failingSince().orElse(now);
        if (hook.failingSince().isEmpty()) {
            WebhookStore.setFailing(write, hook.id(), Optional.of(now));
        }
        boolean gone = outcome.status() == 410;
        if (!hook.isDisabled() && (gone || !since.plus(DISABLED_AFTER).isAfter(now))) {
            LOG.errorf(
                    "The webhook “%s” is stopped: %s. Let it be told again under /desk/webhooks",
                    hook.name(), outcome.failure());
            WebhookStore.setDisabled(write, hook.id(), Optional.of(now), outcome.failure());
            DeliveryStore.endAll(write, hook.id(), "the webhook was stopped: " + outcome.failure(), now);
            remember(write, new Actor.Timer(), Action.DISABLE, hook, Detail.of(Detail.Name.REASON, outcome.failure()));
        }
    }

    /** The names of those that were stopped because nothing arrived. */
    public List<String> stopped() {
        return database.read(read -> WebhookStore.all(read).stream()
                .filter(hook -> hook.isDisabled() && !hook.disabledWhy().isEmpty())
                .map(Webhook::name)
                .toList());
    }

    /** The same in words for the technician. */
    public static List<String> stopped(Database database) {
        return database.read(read -> WebhookStore.all(read).stream()
                .filter(hook -> hook.isDisabled() && !hook.disabledWhy().isEmpty())
                .map(hook -> hook.name() + " (" + hook.address().getHost() + "): " + hook.disabledWhy())
                .toList());
    }

    /** All that a webhook can be told. */
    public static Set<Webhook.Event> usual() {
        return EnumSet.complementOf(EnumSet.of(Webhook.Event.COVERED));
    }
}
