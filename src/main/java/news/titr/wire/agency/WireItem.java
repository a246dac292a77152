package news.titr.wire.agency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.titr.doc.Body;
import news.titr.story.Arrival;
import news.titr.story.Content;
import news.titr.story.Published;
import news.titr.wire.html.HtmlBlocks;
import news.titr.wire.html.HtmlReading;
import news.titr.wire.html.HtmlSurroundings;

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
 * @param codes what its subjects and kinds are called by machines, beside the names among its tags
 */
public record WireItem(
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
        String unusable,
        List<String> codes,
        Terms terms) {

    public WireItem {
        tags = List.copyOf(tags);
        authors = List.copyOf(authors);
        note = List.copyOf(note);
        codes = List.copyOf(codes);
    }

    /**
     * On what terms it was sent.
     *
     * @param rights what may be done with it, in words
     * @param version as its agency counts; 0 where it does not
     * @param embargo before this moment nobody publishes it
     */
    public record Terms(String rights, long version, Optional<Instant> embargo, Arrival.Status status) {

        static final Terms NONE = new Terms("", 0, Optional.empty(), Arrival.Status.USABLE);

        static Terms of(String rights) {
            return new Terms(rights, 0, Optional.empty(), Arrival.Status.USABLE);
        }
    }

    /** A version as agencies count: a whole number, which some write with a fraction of zeros. */
    static long version(String written) {
        return written.matches("[0-9]{1,15}(\\.0*)?") ? Long.parseLong(written.replaceFirst("\\..*", "")) : 0;
    }

    /** What {@code pubStatus} and its like say. */
    static Arrival.Status status(String written) {
        return switch (written.toLowerCase(Locale.ROOT).replaceFirst("^.*:", "")) {
            case "withheld" -> Arrival.Status.WITHHELD;
            case "canceled", "cancelled" -> Arrival.Status.CANCELED;
            default -> Arrival.Status.USABLE;
        };
    }

    /** The text in blocks, and what did not come through as it was. */
    public HtmlReading read() {
        return new HtmlBlocks(new HtmlSurroundings() {
                    @Override
                    public String base() {
                        return base;
                    }
                })
                .read(html);
    }

    /** The item as it would be a story, in no section yet, to be dated when readers get it. */
    public Content content(Body body) {
        return new Content(
                kicker,
                headline,
                List.of(),
                lead,
                body,
                "",
                tags,
                authors,
                place,
                credit,
                "",
                new Published.OnRelease(),
                Optional.empty());
    }

    /** Its name there, or else one that the same words always have. */
    public String name() {
        return id.isEmpty() ? hash(headline + "\n" + html) : id;
    }

    /** What an editor should know of it. */
    public String noted() {
        var lines = new ArrayList<String>();
        FeedItems.present(link).ifPresent(lines::add);
        lines.addAll(note);
        return String.join("\n", lines);
    }

    /** All of it in few letters: two that have the same say the same. */
    public String said() {
        return hash(toString());
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
