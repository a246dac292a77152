package news.titr.story;

import java.util.Arrays;
import java.util.Optional;

/** The formats that every list of stories is offered in to feed readers. */
public enum FeedFormat {
    RSS("rss.xml", "application/rss+xml"),
    ATOM("atom.xml", "application/atom+xml"),
    JSON("feed.json", "application/feed+json");

    private final String file;
    private final String mediaType;

    FeedFormat(String file, String mediaType) {
        this.file = file;
        this.mediaType = mediaType;
    }

    public String file() {
        return file;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The address of the feed that has the same list as a page: {@code /section/city/rss.xml}. */
    public String beside(String page) {
        return (page.endsWith("/") ? page : page + "/") + file;
    }

    public static Optional<FeedFormat> of(String file) {
        return Arrays.stream(values())
                .filter(format -> format.file.equals(file))
                .findFirst();
    }
}
