package news.titr.wire.fetching;

import java.util.List;
import news.titr.sources.WireSource;
import news.titr.wire.agency.WireFormat;
import news.titr.wire.agency.WireItem;
import news.titr.wire.moving.OldDates;

/** Reads what a source sent, in the format that it is set up with or in the one that is seen. */
final class Formats {

    private Formats() {}

    /** @throws news.titr.wire.moving.BadArchive when it cannot be read, or is something else */
    static List<WireItem> items(WireSource source, String file, byte[] bytes, OldDates dates) {
        var format = switch (source.wish().format()) {
            case AUTOMATIC -> WireFormat.of(file, bytes);
            case FEED -> WireFormat.FEED;
            case NINJS -> WireFormat.NINJS;
            case NEWSML -> WireFormat.NEWSML;
            case NITF -> WireFormat.NITF;
        };
        return format.items(file, bytes, dates);
    }
}
