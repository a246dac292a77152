package news.titr.media;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A picture as it came in, and the sizes of it that readers get.
 *
 * @param blob the original, by its content hash
 * @param renditions narrowest first
 */
public record Asset(
        String id,
        String blob,
        String mediaType,
        int width,
        int height,
        String credit,
        Instant createdAt,
        List<Rendition> renditions) {

    public Asset {
        renditions = renditions.stream()
                .sorted(Comparator.comparingInt(Rendition::width))
                .toList();
    }

    /** One size of a picture; width and height in pixels. */
    public record Rendition(int width, int height, String mediaType, String blob) {

        /** Where readers fetch it. The name is the hash of what it holds, so it never changes. */
        public String address() {
            return "/media/" + blob + (mediaType.equals("image/png") ? ".png" : ".jpg");
        }
    }

    /** The narrowest rendition that is at least this wide, else the widest there is. */
    public Optional<Rendition> atLeast(int pixels) {
        return renditions.stream()
                .filter(rendition -> rendition.width() >= pixels)
                .findFirst()
                .or(() -> renditions.isEmpty() ? Optional.empty() : Optional.of(renditions.getLast()));
    }

    /** All sizes as an HTML {@code srcset}. */
    public String sourceSet() {
        return String.join(
                ", ",
                renditions.stream()
                        .map(rendition -> rendition.address() + " " + rendition.width() + "w")
                        .toList());
    }
}
