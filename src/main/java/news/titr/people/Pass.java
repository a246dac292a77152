package news.titr.people;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * The token with which another program acts for a person: with no more than the person may do, and of that no more than its
 * scopes cover.
 *
 * @param token the id of the token, which opens nothing
 * @param name what its owner calls it, for the audit log
 */
public record Pass(String token, String name, Set<Scope> scopes) {

    public Pass {
        scopes = Set.copyOf(scopes);
    }

    boolean covers(Permission permission) {
        return scopes.stream().anyMatch(scope -> scope.covers(permission));
    }

    /** {@code read write}. */
    static String text(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::id).collect(Collectors.joining(" "));
    }
}
