package news.titr.print;

import org.jspecify.annotations.Nullable;

/**
 * How a run of text is set.
 *
 * @param size in points
 * @param slanted drawn leaning; for Latin text only, since Persian has no italics
 * @param anchor the link or the language that the run belongs to, or null
 */
record Style(
        Typeface face,
        float size,
        Ink ink,
        boolean slanted,
        @Nullable Anchor anchor) {

    /**
     * A stretch of text with a meaning of its own in the tags. Each stretch is one object: two links to the same place
     * in one paragraph stay two.
     *
     * @param address absolute, ASCII; empty when this is no link
     * @param language BCP 47 tag, empty when it is the story's own
     */
    record Anchor(int number, String address, String contents, String language) {
        boolean isLink() {
            return !address.isEmpty();
        }
    }

    Style(Typeface face, float size, Ink ink) {
        this(face, size, ink, false, null);
    }

    Style with(Ink other) {
        return new Style(face, size, other, slanted, anchor);
    }

    Style with(Typeface other) {
        return new Style(other, size, ink, slanted, anchor);
    }

    Style sized(float points) {
        return new Style(face, points, ink, slanted, anchor);
    }

    Style leaning() {
        return new Style(face, size, ink, true, anchor);
    }

    Style anchored(Anchor to) {
        return new Style(face, size, ink, slanted, to);
    }
}
