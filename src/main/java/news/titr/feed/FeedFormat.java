package news.titr.feed;

import java.util.Arrays;
import java.util.Optional;

/** The formats that every list of stories is offered in. */
public enum FeedFormat {
    RSS("rss.xml", RssFeed.MEDIA_TYPE),
    ATOM("atom.xml", AtomFeed.MEDIA_TYPE),
    JSON("feed.json", JsonFeed.MEDIA_TYPE);

    private final String file;
    private final String mediaType;

    FeedFormat(String file, String mediaType) {
        this.file = file;
        this.mediaType = mediaType;
    }

    /** The end of the feed's address, behind that of the page that shows the same list. */
    public String file() {
        return file;
    }

    public String mediaType() {
        return mediaType;
    }

    static Optional<FeedFormat> of(String file) {
        return Arrays.stream(values())
                .filter(format -> format.file.equals(file))
                .findFirst();
    }

    byte[] write(Feed feed, String address) {
        return switch (this) {
            case RSS -> RssFeed.write(feed, address);
            case ATOM -> AtomFeed.write(feed, address);
            case JSON -> JsonFeed.write(feed, address);
        };
    }
}
