package news.titr.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The newest stories of a list, as every format says them. Addresses are absolute and encoded, times are UTC; text that is
 * lacking is the empty string.
 *
 * @param title what it is called in a feed reader
 * @param home the page that shows the same list
 * @param publisher the newspaper's name
 * @param logo address of the newspaper's picture, or empty
 * @param hubs addresses of the WebSub hubs that are told of changes
 * @param changed when anything in it changed last
 * @param entries newest first
 */
record Feed(
        String title,
        String description,
        String home,
        String language,
        String publisher,
        String logo,
        List<String> hubs,
        Instant changed,
        List<Entry> entries) {

    /**
     * A story.
     *
     * @param id its short link, which stays when the headline changes
     * @param title the headline; what readers have to be told of the story's type stands before it
     * @param html the whole story
     * @param published the date that readers are told; empty when nobody knows it
     * @param updated of the revision that this is
     */
    record Entry(
            String id,
            String address,
            String title,
            String summary,
            String html,
            Optional<Instant> published,
            Instant updated,
            List<Name> authors,
            Optional<Name> section,
            List<Name> tags,
            String source,
            String place,
            Optional<Picture> picture,
            Optional<Played> played) {

        /** Section and tags. */
        List<Name> categories() {
            return java.util.stream.Stream.concat(section.stream(), tags.stream())
                    .toList();
        }
    }

    /** Somebody or something with a page of its own. */
    record Name(String text, String address) {}

    /** @param bytes the length of the file */
    record Picture(
            String address,
            String mediaType,
            long bytes,
            int width,
            int height,
            String alt,
            String caption,
            String credit) {}

    /** A video or sound. */
    record Played(String address, String mediaType, long bytes) {}
}
