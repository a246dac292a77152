package news.titr.people;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A token as it stands in the list of them: everything but the token itself, which is kept nowhere.
 *
 * @param person whom a program that has it acts for
 * @param createdBy the actor who made it, as in the audit log
 * @param expiresAt when it ends; empty for one that ends when somebody revokes it
 * @param lastAddress the network address that it came from last, or the empty string
 */
public record Token(
        String id,
        String name,
        Person person,
        Set<Scope> scopes,
        Instant createdAt,
        String createdBy,
        Optional<Instant> expiresAt,
        Optional<Instant> lastUsedAt,
        String lastAddress,
        Optional<Instant> revokedAt) {

    public Token {
        scopes = Set.copyOf(scopes);
    }

    /** True while it opens anything. */
    public boolean isGood(Instant now) {
        return revokedAt.isEmpty() && expiresAt.filter(end -> !end.isAfter(now)).isEmpty() && !person.disabled();
    }
}
