package news.titr.print;

import java.util.Optional;

/** What the PDF must ask about the world outside the story. */
public interface PdfSurroundings {

    /** Another story that readers may see. The address may be a path within the site. */
    record PointedStory(String address, String headline) {}

    /** The bytes of a JPEG or PNG, best about 1600 pixels wide; empty when there is no such picture. */
    Optional<byte[]> picture(String asset);

    /** The story that a read-also points to; empty when it is not live, and then nothing is printed. */
    Optional<PointedStory> story(long number);

    PdfSurroundings NONE = new PdfSurroundings() {
        @Override
        public Optional<byte[]> picture(String asset) {
            return Optional.empty();
        }

        @Override
        public Optional<PointedStory> story(long number) {
            return Optional.empty();
        }
    };
}
