package news.titr.wire.agency;

import java.util.List;
import news.titr.wire.moving.OldDates;

/** How an agency or a feed writes its items. */
public enum WireFormat {
    /** RSS 0.9x to 2.0 and RSS 1.0, Atom, JSON Feed; which of them is seen from the file. */
    FEED(".xml", ".rss", ".atom", ".rdf", ".json") {
        @Override
        List<WireItem> items(String file, byte[] bytes, OldDates dates) {
            return WireJson.isJson(bytes)
                    ? JsonFeedItems.of(file, bytes, dates)
                    : FeedItems.of(file, WireXml.read(file, bytes).getDocumentElement(), dates);
        }
    },
    /** Of all versions. */
    NINJS(".json") {
        @Override
        List<WireItem> items(String file, byte[] bytes, OldDates dates) {
            return NinjsItems.of(file, bytes, dates);
        }
    },
    /** G2: news items, packages, messages of many. */
    NEWSML(".xml") {
        @Override
        List<WireItem> items(String file, byte[] bytes, OldDates dates) {
            return NewsmlItems.of(file, WireXml.read(file, bytes).getDocumentElement(), dates);
        }
    },
    NITF(".xml", ".nitf") {
        @Override
        List<WireItem> items(String file, byte[] bytes, OldDates dates) {
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
    abstract List<WireItem> items(String file, byte[] bytes, OldDates dates);
}
