package news.titr.story;

import java.time.Instant;
import java.util.Optional;

/**
 * An address that leads on.
 *
 * @param path decoded, beginning with a slash and without one at the end
 * @param target a path on this site or an address elsewhere; empty for what is gone
 * @param status 301 for good, 302 for now, 410 for what is gone
 * @param hits how often it was asked for, up to a minute ago
 */
public record Redirect(
        String path, String target, int status, long hits, Optional<Instant> hitAt, long version, Instant createdAt) {}
