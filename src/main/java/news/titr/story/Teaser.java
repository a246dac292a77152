package news.titr.story;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.titr.doc.Block;

/** A live story as it stands in a list: without its body. */
public record Teaser(
        long number,
        String edition,
        StoryType type,
        Optional<Section> section,
        List<Label> authors,
        String kicker,
        String headline,
        String lead,
        Optional<Instant> published,
        Instant firstReleasedAt,
        Optional<Block.Picture> picture) {}
