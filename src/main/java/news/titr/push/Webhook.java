package news.titr.push;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Another system that is told of what happens.
 *
 * @param edition whose stories it is told of; empty for those of all
 * @param section the slug of the section of that edition whose stories it is told of, with those below it; empty for all
 * @param failingSince since when nothing arrives there
 * @param disabledWhy in words
 */
public record Webhook(
        String id,
        String name,
        URI address,
        Set<Event> events,
        String edition,
        String section,
        Instant createdAt,
        Optional<Instant> failingSince,
        Optional<Instant> disabledAt,
        String disabledWhy) {

    public Webhook {
        events = Set.copyOf(events);
    }

    /** What can happen. */
    public enum Event {
        PUBLISHED("story.published", "publish"),
        UPDATED("story.updated", "update"),
        CORRECTED("story.corrected", "correct"),
        WITHDRAWN("story.withdrawn", "withdraw"),
        COVERED("story.covered", "covered");

        private final String id;
        private final String outbox;

        Event(String id, String outbox) {
            this.id = id;
            this.outbox = outbox;
        }

        /** As messages call it: {@code story.published}. */
        public String id() {
            return id;
        }

        /** The name of its words: {@code webhooks.event.published}. */
        public String messageKey() {
            return "webhooks.event." + id.substring(id.indexOf('.') + 1);
        }

        static Optional<Event> ofOutbox(String event) {
            return Arrays.stream(values())
                    .filter(each -> each.outbox.equals(event))
                    .findFirst();
        }

        public static Optional<Event> of(String id) {
            return Arrays.stream(values()).filter(each -> each.id.equals(id)).findFirst();
        }

        static String text(Set<Event> events) {
            return events.stream().sorted().map(Event::id).collect(Collectors.joining(" "));
        }
    }

    public boolean isDisabled() {
        return disabledAt.isPresent();
    }
}
