package news.titr.wire.wordpress;

import java.time.ZoneId;
import java.util.Map;
import news.titr.story.Addresses;

/**
 * What the technician decides about an export.
 *
 * @param zone in which the newspaper there told the time
 * @param addresses of the newspaper here
 * @param authors login or name there, to the name that readers are to see; an empty name for none
 * @param types type of an item there, to {@code story}, {@code page} or {@code skip}
 * @param fields key of a custom field there, to {@code kicker}, {@code subheadline}, {@code lead}, {@code source},
 *     {@code dateline}, {@code author}
 * @param keepNumbers whether stories keep the numbers that they had there, where these are free
 */
public record WordPressOptions(
        ZoneId zone,
        Addresses addresses,
        Map<String, String> authors,
        Map<String, String> types,
        Map<String, String> fields,
        boolean keepNumbers) {

    public static WordPressOptions usual(ZoneId zone, Addresses addresses) {
        return new WordPressOptions(zone, addresses, Map.of(), Map.of(), Map.of(), true);
    }
}
