package news.titr.http;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which servers in private networks may be asked: this server may stand next to what trusts its neighbours.
 *
 * @param all true for any of them
 * @param names of those that may, as they stand in addresses
 */
public record PrivateServers(boolean all, Set<String> names) {

    public static final PrivateServers NONE = new PrivateServers(false, Set.of());
    public static final PrivateServers ALL = new PrivateServers(true, Set.of());

    public PrivateServers {
        names = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    boolean allow(String host) {
        return all || names.contains(host.toLowerCase(Locale.ROOT));
    }
}
