package news.titr.story;

import java.time.Instant;

/** A newer revision that takes the place of what readers have, at a moment to come. Until then nothing changes for them. */
public record PlannedUpdate(Instant at, String revision, Weight weight) {}
