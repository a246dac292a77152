package news.titr.audit;

import java.time.Instant;

/**
 * A row of the audit log.
 *
 * @param actor as {@link Who#id}
 * @param actorName what the person is called now, or the empty string for whoever is no person
 * @param address the network address, or the empty string
 */
public record Entry(
        String id,
        Instant at,
        String actor,
        String actorName,
        String address,
        Action action,
        Subject subject,
        Detail detail) {}
