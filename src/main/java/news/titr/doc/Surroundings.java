package news.titr.doc;

import java.util.List;
import java.util.Optional;

/** What a renderer must ask about the world outside the body: the pictures and the stories that the body names. */
public interface Surroundings {

    /**
     * A picture ready to be shown.
     *
     * @param source address of the size that every browser can show
     * @param sourceSet further sizes as an HTML {@code srcset}, or empty
     * @param others the same in formats that some browsers like better, best first
     * @param width and {@code height} in pixels, so that nothing jumps while loading
     * @param played the video or sound that the picture stands for
     */
    record ShownPicture(
            String source, String sourceSet, List<Source> others, int width, int height, Optional<Played> played) {

        public ShownPicture {
            others = List.copyOf(others);
        }

        public ShownPicture(String source, String sourceSet, int width, int height) {
            this(source, sourceSet, List.of(), width, height, Optional.empty());
        }
    }

    /** Sizes in one format; {@code moving} when they are only for readers who do not mind motion. */
    record Source(String mediaType, String sourceSet, boolean moving) {}

    /** A video, or with {@code sound} what is only heard. */
    record Played(String address, String mediaType, boolean sound) {}

    /** A live story that the body points to. */
    record ShownStory(String address, String headline) {}

    /**
     * A picture, video or sound that stands in the text as a line.
     *
     * @param address where it is to be had, or empty
     * @param kind what it is, such as «تصویر»
     * @param size of its file as readers see it, or empty
     */
    record NamedPicture(String address, String kind, String size) {}

    Optional<ShownPicture> picture(String asset);

    /** What is only named, where there is no room to show it. */
    default Optional<NamedPicture> named(String asset) {
        return Optional.empty();
    }

    Optional<ShownStory> story(long number);

    /** Where a link in the text leads, such as {@code /news/1001}: others than browsers on the site need it in full. */
    default String link(String address) {
        return address;
    }

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
