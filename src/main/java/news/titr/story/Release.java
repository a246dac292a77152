package news.titr.story;

import java.time.Instant;

/** What readers have of a story. */
public sealed interface Release {

    /** Nothing, and they never had anything. */
    record Unreleased() implements Release {}

    /** Nothing yet: this revision goes out at that moment. */
    record Scheduled(Instant at, String revision) implements Release {}

    /** This revision. A newer one may be in the making. */
    record Live(String revision, Instant firstReleasedAt, Instant releasedAt) implements Release {}

    /** A page that says that it was taken back, and why. */
    record Withdrawn(Instant at, String reason, Instant firstReleasedAt) implements Release {}
}
