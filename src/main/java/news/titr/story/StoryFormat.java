package news.titr.story;

import java.util.Arrays;
import java.util.Optional;

/** The formats in which a story can be had beside its page: those of agencies, and of people who write. */
public enum StoryFormat {
    NINJS("ninjs", "ninjs.json", "application/json"),
    NEWSML("newsml", "newsml.xml", "application/vnd.iptc.g2.newsitem+xml"),
    NITF("nitf", "nitf.xml", "application/xml"),
    TEXT("text", "txt", "text/plain"),
    MARKDOWN("markdown", "md", "text/markdown");

    private final String id;
    private final String ending;
    private final String mediaType;

    StoryFormat(String id, String ending, String mediaType) {
        this.id = id;
        this.ending = ending;
        this.mediaType = mediaType;
    }

    /** In storage and in forms. */
    public String id() {
        return id;
    }

    /** The end of its address: {@code ninjs.json}. */
    public String ending() {
        return ending;
    }

    public String mediaType() {
        return mediaType;
    }

    public static Optional<StoryFormat> ending(String ending) {
        return Arrays.stream(values())
                .filter(format -> format.ending.equals(ending))
                .findFirst();
    }
}
