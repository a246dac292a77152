package news.titr.doc;

import java.util.Optional;

/** What a renderer must ask about the world outside the body: the pictures and the stories that the body names. */
public interface Surroundings {

    /**
     * A picture ready to be shown.
     *
     * @param source address of the size that every browser can show
     * @param sourceSet further sizes as an HTML {@code srcset}, or empty
     * @param width and {@code height} in pixels, so that nothing jumps while loading
     */
    record ShownPicture(String source, String sourceSet, int width, int height) {}

    /** A live story that the body points to. */
    record ShownStory(String address, String headline) {}

    Optional<ShownPicture> picture(String asset);

    Optional<ShownStory> story(long number);

    /** Knows no pictures and no stories: for text that stands alone. */
    Surroundings NONE = new Surroundings() {
        @Override
        public Optional<ShownPicture> picture(String asset) {
            return Optional.empty();
        }

        @Override
        public Optional<ShownStory> story(long number) {
            return Optional.empty();
        }
    };
}
