package news.titr.wire.agency;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One item as an agency or a feed sends it, whatever its format. Text that is not there is the empty string.
 *
 * @param kind what it is called there: {@code item}, {@code entry}, {@code newsItem}
 * @param id the same for the same item, as long as there is one
 * @param headline plain text; empty where the item has none
 * @param html the text; what is plain text there is escaped already
 * @param base where addresses in the text begin, or the empty string
 * @param credit whom it comes from, as readers are to see it
 * @param note what an editor should know and readers should not: rights, pictures that stayed behind
 * @param unusable why it must not be used (withheld, cancelled, no text); empty for nearly all
 */
record WireItem(
        String kind,
        String id,
        String headline,
        String kicker,
        String lead,
        String html,
        String base,
        Optional<Instant> published,
        Optional<Instant> changed,
        List<String> tags,
        List<String> authors,
        String place,
        String credit,
        String link,
        List<String> note,
        String unusable) {

    WireItem {
        tags = List.copyOf(tags);
        authors = List.copyOf(authors);
        note = List.copyOf(note);
    }
}
