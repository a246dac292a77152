package news.titr.story;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import news.titr.doc.Block;

/** What a story still lacks, as its card says it. */
public enum Missing {
    HEADLINE,
    LEAD,
    BODY,
    SECTION,
    PICTURE,
    ALTERNATIVE_TEXT;

    /** The name used in storage and in the names of messages. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Set<Missing> of(Content content) {
        var missing = EnumSet.noneOf(Missing.class);
        if (content.headline().isBlank()) {
            missing.add(HEADLINE);
        }
        if (content.lead().isBlank()) {
            missing.add(LEAD);
        }
        if (content.body().isEmpty()) {
            missing.add(BODY);
        }
        if (content.section().isEmpty()) {
            missing.add(SECTION);
        }
        var inBody = content.body().all(Block.Picture.class);
        if (content.picture().isEmpty() && inBody.isEmpty()) {
            missing.add(PICTURE);
        }
        if (content.picture().filter(picture -> picture.alt().isBlank()).isPresent()
                || inBody.stream().anyMatch(picture -> picture.alt().isBlank())) {
            missing.add(ALTERNATIVE_TEXT);
        }
        return missing;
    }

    static String write(Set<Missing> missing) {
        return missing.stream().map(Missing::id).collect(Collectors.joining(" "));
    }

    static Set<Missing> read(String stored) {
        var names = Set.of(stored.split(" ", -1));
        return Arrays.stream(values())
                .filter(missing -> names.contains(missing.id()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Missing.class)));
    }
}
