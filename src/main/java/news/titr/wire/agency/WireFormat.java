package news.titr.wire.agency;

import java.util.List;
import news.titr.wire.moving.OldDates;

/** How an agency or a feed writes its items. */
public enum WireFormat {
    /** RSS 0.9x to 2.0 and RSS 1.0, Atom, JSON Feed; which of them is seen from the file. */
    FEED(".xml", ".rss", ".atom", ".rdf", ".json") {
        @Override
        public List<WireItem> items(String file, byte[] bytes, OldDates dates) {
            return WireJson.isJson(bytes)
                    ? JsonFeedItems.of(file, bytes, dates)
                    : FeedItems.of(file, WireXml.read(file, bytes).getDocumentElement(), dates);
        }
    },
    /** Of all versions. */
    NINJS(".json") {
        @Override
        public List<WireItem> items(String file, byte[] bytes, OldDates dates) {
            return NinjsItems.of(file, bytes, dates);
        }
    },
    /** G2: news items, packages, messages of many. */
    NEWSML(".xml") {
        @Override
        public List<WireItem> items(String file, byte[] bytes, OldDates dates) {
            return NewsmlItems.of(file, WireXml.read(file, bytes).getDocumentElement(), dates);
        }
    },
    NITF(".xml", ".nitf") {
        @Override
        public List<WireItem> items(String file, byte[] bytes, OldDates dates) {
            return NitfItems.of(file, WireXml.read(file, bytes).getDocumentElement(), dates);
        }
    };

    private final String[] endings;

    WireFormat(String... endings) {
        this.endings = endings;
    }

    /** Of the files that are looked for in folders and zips. */
    public String[] endings() {
        return endings.clone();
    }

    /**
     * All that stands in a file, in its order.
     *
     * @throws news.titr.wire.moving.BadArchive when it cannot be read, or is something else
     */
    public abstract List<WireItem> items(String file, byte[] bytes, OldDates dates);

    /**
     * The format that a file is in, by how it begins.
     *
     * @throws news.titr.wire.moving.BadArchive when it is neither XML nor JSON
     */
    public static WireFormat of(String file, byte[] bytes) {
        if (WireJson.isJson(bytes)) {
            return WireJson.documents(file, bytes).stream().allMatch(JsonFeedItems::isFeed) ? FEED : NINJS;
        }
        return switch (WireXml.name(WireXml.read(file, bytes).getDocumentElement())) {
            case "newsMessage", "newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem" -> NEWSML;
            case "nitf" -> NITF;
            default -> FEED;
        };
    }
}
