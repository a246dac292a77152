package news.titr.push;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A message to another system, and how it went.
 *
 * @param owner the id of the webhook, or the actor that says it
 * @param lane where it leads: one message at a time goes there, in the order in which they were written
 * @param story zero where it is about none
 * @param body as it is sent, each time the same
 * @param tries how often it was tried, one that is going on included
 * @param dueAt when it is tried next; empty for one that has arrived, or was given up
 * @param status of the last answer; zero without one
 * @param answer how the last answer began
 * @param failure of the last try, in words; empty for one that arrived
 */
public record Delivery(
        String id,
        Kind kind,
        String owner,
        String lane,
        URI address,
        String event,
        long story,
        String body,
        Instant createdAt,
        Optional<Instant> dueAt,
        int tries,
        Optional<Instant> endedAt,
        int status,
        String answer,
        String failure) {

    /** Who knows how to say it. */
    public enum Kind {
        WEBHOOK,
        ACTIVITY;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One that is to be sent at once. */
    public static Delivery fresh(
            String id,
            Kind kind,
            String owner,
            String lane,
            URI address,
            String event,
            long story,
            String body,
            Instant now) {
        return new Delivery(
                id,
                kind,
                owner,
                lane,
                address,
                event,
                story,
                body,
                now,
                Optional.of(now),
                0,
                Optional.empty(),
                0,
                "",
                "");
    }

    public boolean arrived() {
        return endedAt.isPresent() && failure.isEmpty();
    }

    public boolean givenUp() {
        return endedAt.isPresent() && !failure.isEmpty();
    }
}
