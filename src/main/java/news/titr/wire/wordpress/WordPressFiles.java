package news.titr.wire.wordpress;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.titr.wire.moving.Receiver;

/** The files that an export names, by their numbers, and where they lie in its folder of uploads. */
final class WordPressFiles {

    private static final Pattern UPLOADS =
            Pattern.compile("(?i)^(?:https?:)?(?:(?://[^/]+)?/(?:[^?#]*/)?wp-content/uploads"
                    + "(?:/sites/\\d+)?/|//[^/]+\\.files\\.wordpress\\.com/)([^?#]+)(?:[?#].*)?$");
    private static final Pattern SIZED =
            Pattern.compile("(.*?)(?:-\\d{1,5}x\\d{1,5}|-scaled|-rotated|-e\\d{8,14})(\\.[A-Za-z0-9]{2,5})");

    /** A file, as far as texts must know of it. */
    record Attachment(String address, String path, String alt, String caption) {}

    private final Map<String, Attachment> byId = new HashMap<>();
    private final Map<String, List<String>> byParent = new HashMap<>();

    /** @param site where the newspaper stood: other systems keep files below other paths of it */
    void add(WordPressItem item, String site) {
        String address = item.wp("attachment_url").isEmpty() ? item.field("guid") : item.wp("attachment_url");
        byId.put(
                item.id(),
                new Attachment(
                        address,
                        path(address).or(() -> below(site, address)).orElse(item.meta("_wp_attached_file")),
                        news.titr.wire.html.HtmlBlocks.line(item.meta("_wp_attachment_image_alt")),
                        news.titr.wire.html.HtmlBlocks.line(item.field("excerpt:encoded"))));
        String parent = item.wp("post_parent");
        if (!parent.isEmpty() && !parent.equals("0")) {
            byParent.computeIfAbsent(parent, _ -> new ArrayList<>(2)).add(item.id());
        }
    }

    Optional<Attachment> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The files that were uploaded to an item, in the order of the export. */
    List<String> of(String parent) {
        return byParent.getOrDefault(parent, List.of());
    }

    /** The path below the folder of uploads; empty for a file that lies elsewhere. */
    static Optional<String> path(String address) {
        Matcher uploads = UPLOADS.matcher(address);
        if (!uploads.matches()) {
            return Optional.empty();
        }
        String path = uploads.group(1);
        try {
            return Optional.of(URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.of(path);
        }
    }

    /** The path of a file of the site that lies elsewhere than in the folder of uploads. */
    static Optional<String> below(String site, String address) {
        return WordPressAddresses.within(site, address)
                .map(path -> path.replaceFirst("[?#].*$", "").substring(1))
                .filter(path -> !path.isEmpty());
    }

    /** The key of the asset that a file has become: the original, where a page shows a smaller one of it. */
    static Optional<String> asset(Receiver receiver, String path, Receiver.Said said) {
        Matcher sized = SIZED.matcher(path);
        if (sized.matches()) {
            var original = receiver.file(sized.group(1) + sized.group(2), said);
            if (original.isPresent()) {
                return original;
            }
        }
        return receiver.file(path, said);
    }
}
