package news.titr.feed;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Who is told when something changes; nobody, unless the machine's settings name them.
 *
 * @param hubs WebSub hubs, which tell feed readers
 */
public record PingSettings(List<URI> hubs, Optional<IndexNow> indexNow) {

    public static final PingSettings NONE = new PingSettings(List.of(), Optional.empty());

    public PingSettings {
        hubs = List.copyOf(hubs);
    }

    /**
     * Search engines that take part in IndexNow.
     *
     * @param server the one that is told, and tells the others
     * @param key what shows that this site itself is speaking: it stands at {@link #keyPath}
     */
    public record IndexNow(URI server, String key) {

        public String keyPath() {
            return "/" + key + ".txt";
        }
    }

    public boolean anybody() {
        return !hubs.isEmpty() || indexNow.isPresent();
    }
}
