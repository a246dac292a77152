package news.titr.wire.wordpress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.titr.doc.Block;
import news.titr.doc.EmbedProvider;
import news.titr.doc.Inline;
import news.titr.doc.Mark;
import news.titr.doc.SafeLink;
import news.titr.wire.html.HtmlBlocks;
import news.titr.wire.html.HtmlReading;
import news.titr.wire.html.HtmlRemark;
import news.titr.wire.html.HtmlSource;
import news.titr.wire.html.HtmlSurroundings;
import news.titr.wire.moving.Receiver;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** The text of one item as blocks: HTML with what this system hides in comments, brackets and classes. */
final class WordPressText implements HtmlSurroundings {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern BLOCK = Pattern.compile("(?s)\\s*wp:([a-z][a-z0-9_/-]*)\\s*(\\{.*\\})?\\s*(/)?\\s*");
    private static final Pattern PICTURE_CLASS = Pattern.compile(".*\\bwp-image-(\\d{1,18})\\b.*");

    /** Blocks without anything in them: what they stand for, if it is anything, stands elsewhere. */
    private static final Set<String> NOTHING = Set.of(
            "spacer",
            "nextpage",
            "more",
            "page-list",
            "site-title",
            "post-title",
            "post-content",
            "post-date",
            "post-author");

    private static final int DEEPEST = 5;

    private final WordPressItem item;
    private final WordPressFiles files;
    private final Map<String, String> reusable;
    private final String site;
    private final Receiver receiver;
    private final List<HtmlRemark> remarks = new ArrayList<>();
    private int depth;

    /**
     * @param reusable blocks that are kept once and used often, by their numbers
     * @param site the address of the newspaper there
     */
    WordPressText(
            WordPressItem item, WordPressFiles files, Map<String, String> reusable, String site, Receiver receiver) {
        this.item = item;
        this.files = files;
        this.reusable = reusable;
        this.site = site;
        this.receiver = receiver;
    }

    HtmlReading read(String html) {
        var blocks = blocks(html);
        return new HtmlReading(blocks, remarks);
    }

    private List<Block> blocks(String html) {
        boolean made = html.contains("<!-- wp:");
        String elements = WordPressShortcodes.elements(
                html, name -> remarks.add(new HtmlRemark(HtmlRemark.Kind.MARK, "[" + name + "]")));
        var reading =
                new HtmlBlocks(this).read(elements, made ? HtmlBlocks.LineEnds.SPACES : HtmlBlocks.LineEnds.PARAGRAPHS);
        remarks.addAll(reading.remarks());
        return reading.blocks();
    }

    @Override
    public String base() {
        return item.field("link").startsWith("http") ? item.field("link").replace(" ", "%20") : site + "/";
    }

    /** Links within the newspaper stay within it, wherever it stands from now on. */
    @Override
    public String link(String address) {
        return WordPressAddresses.within(site, address)
                .filter(path -> WordPressFiles.path(address).isEmpty())
                .orElse(address);
    }

    @Override
    public Optional<String> asset(String address, Element element) {
        Matcher numbered = PICTURE_CLASS.matcher(element.className());
        if (numbered.matches()) {
            var file = files.find(numbered.group(1));
            if (file.isPresent() && !file.get().path().isEmpty()) {
                var asset = WordPressFiles.asset(receiver, file.get().path(), said(file.get()));
                if (asset.isPresent()) {
                    return asset;
                }
            }
        }
        return WordPressFiles.path(address)
                .or(() -> WordPressFiles.below(site, address))
                .flatMap(path -> WordPressFiles.asset(
                        receiver, path, new Receiver.Said(element.attr("alt").strip(), "", "")));
    }

    private static Receiver.Said said(WordPressFiles.Attachment file) {
        return new Receiver.Said(file.alt(), file.caption(), "");
    }

    // ---- what is special to this system

    @Override
    public Optional<List<Block>> special(Node node) {
        if (node instanceof Comment comment) {
            Matcher block = BLOCK.matcher(comment.getData());
            return block.matches() ? block(block) : Optional.empty();
        }
        if (node instanceof Element element && element.nameIs(WordPressShortcodes.ELEMENT)) {
            return Optional.of(shortcode(element));
        }
        return Optional.empty();
    }

    /** Blocks that hold something are read as the HTML between their comments; the others are only a comment. */
    private Optional<List<Block>> block(Matcher block) {
        String name = block.group(1);
        if (block.group(3) == null || NOTHING.contains(name)) {
            return Optional.empty();
        }
        var attributes = attributes(block.group(2));
        switch (name) {
            case "block" -> {
                return Optional.of(reused(attributes.path("ref").asText()));
            }
            case "footnotes" -> {
                return Optional.of(footnotes());
            }
            case "gallery" -> {
                var ids = new ArrayList<String>();
                attributes.path("ids").forEach(id -> ids.add(id.asText()));
                return Optional.of(gallery(ids));
            }
            case "embed" -> {
                return Optional.of(embed(attributes.path("url").asText()));
            }
            default -> {
                remarks.add(new HtmlRemark(HtmlRemark.Kind.UNKNOWN, "wp:" + name));
                return Optional.of(List.of(HtmlSource.of("wordpress-block", "<!--" + block.group() + "-->", "")));
            }
        }
    }

    private static JsonNode attributes(String json) {
        if (json == null) {
            return JSON.createObjectNode();
        }
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }

    private List<Block> reused(String id) {
        String kept = reusable.get(id);
        if (kept == null || depth >= DEEPEST) {
            remarks.add(new HtmlRemark(HtmlRemark.Kind.UNKNOWN, "wp:block"));
            return List.of(HtmlSource.of("wordpress-block", "<!-- wp:block {\"ref\":" + id + "} /-->", ""));
        }
        depth++;
        var blocks = blocks(kept);
        depth--;
        return blocks;
    }

    private List<Block> footnotes() {
        try {
            var items = new ArrayList<Block.Listing.Item>();
            for (var note : JSON.readTree(item.meta("footnotes"))) {
                var blocks = blocks(note.path("content").asText());
                if (!blocks.isEmpty()) {
                    items.add(new Block.Listing.Item(blocks));
                }
            }
            return items.isEmpty() ? List.of() : List.of(new Block.Listing(true, items));
        } catch (JsonProcessingException e) {
            return List.of();
        }
    }

    private List<Block> gallery(List<String> ids) {
        var blocks = new ArrayList<Block>();
        for (String id : ids) {
            var file = files.find(id);
            if (file.isEmpty()) {
                remarks.add(new HtmlRemark(HtmlRemark.Kind.UNKNOWN, "picture of a gallery that is not in the export"));
            } else {
                blocks.add(picture(file.get()));
            }
        }
        return blocks;
    }

    private Block picture(WordPressFiles.Attachment file) {
        var asset = file.path().isEmpty()
                ? Optional.<String>empty()
                : WordPressFiles.asset(receiver, file.path(), said(file));
        if (asset.isPresent()) {
            return new Block.Picture(asset.get(), file.alt(), file.caption(), "");
        }
        remarks.add(new HtmlRemark(HtmlRemark.Kind.PICTURE_LINKED, file.address()));
        String words = !file.caption().isEmpty()
                ? file.caption()
                : !file.alt().isEmpty()
                        ? file.alt()
                        : file.address().substring(file.address().lastIndexOf('/') + 1);
        return linked(file.address(), words);
    }

    private static Block linked(String address, String words) {
        return SafeLink.isSafe(address) && !words.isBlank()
                ? new Block.Paragraph(List.of(new Inline(words, List.of(new Mark.Link(address)))))
                : Block.Paragraph.of(words + " " + address);
    }

    private List<Block> embed(String written) {
        String address = written.strip();
        if (address.isEmpty()) {
            return List.of();
        }
        return List.of(
                EmbedProvider.read(address).<Block>map(embed -> embed).orElseGet(() -> linked(address, address)));
    }

    private List<Block> shortcode(Element element) {
        String name = element.attr("name");
        var attributes = WordPressShortcodes.attributes(element);
        String content = element.attr("data-content");
        return switch (name) {
            case "gallery" ->
                gallery(
                        attributes.containsKey("ids")
                                ? WordPressShortcodes.numbers(attributes.get("ids"))
                                : attributes.containsKey("include")
                                        ? WordPressShortcodes.numbers(attributes.get("include"))
                                        : files.of(attributes.getOrDefault("id", item.id())));
            case "playlist" -> gallery(WordPressShortcodes.numbers(attributes.getOrDefault("ids", "")));
            case "embed", "youtube", "vimeo", "soundcloud", "tweet", "instagram" ->
                embed(first(
                        content,
                        attributes.getOrDefault("src", ""),
                        attributes.getOrDefault("url", ""),
                        attributes.getOrDefault("0", "")));
            case "aparat" ->
                aparat(first(content, attributes.getOrDefault("id", ""), attributes.getOrDefault("0", "")));
            case "video", "audio", "wpvideo" -> media(name, attributes, content);
            case "nextpage", "more" -> List.of();
            default -> {
                remarks.add(new HtmlRemark(HtmlRemark.Kind.UNKNOWN, "[" + name + "]"));
                yield List.of(
                        HtmlSource.of("shortcode", "[" + name + element.attr("data-attributes") + "]" + content, ""));
            }
        };
    }

    private static String first(String... texts) {
        for (String text : texts) {
            if (!text.isBlank()) {
                return text.strip();
            }
        }
        return "";
    }

    private List<Block> aparat(String written) {
        return written.startsWith("http") ? embed(written) : embed("https://www.aparat.com/v/" + written);
    }

    private List<Block> media(String name, Map<String, String> attributes, String content) {
        String address = first(
                attributes.getOrDefault("src", ""),
                attributes.getOrDefault("mp4", ""),
                attributes.getOrDefault("m4v", ""),
                attributes.getOrDefault("webm", ""),
                attributes.getOrDefault("mp3", ""),
                attributes.getOrDefault("m4a", ""),
                attributes.getOrDefault("ogg", ""),
                attributes.getOrDefault("ogv", ""),
                attributes.getOrDefault("wav", ""),
                content.startsWith("http") ? content : "");
        if (address.isEmpty()) {
            remarks.add(new HtmlRemark(HtmlRemark.Kind.UNKNOWN, "[" + name + "]"));
            return List.of(HtmlSource.of("shortcode", "[" + name + "]" + content, ""));
        }
        var element = new Element(name.equals("audio") ? "audio" : "video").attr("src", address);
        var around = new Element("div").appendChild(element);
        var reading = new HtmlBlocks(this).read(around);
        remarks.addAll(reading.remarks());
        return reading.blocks();
    }

    /** The address of an export as far as its host, in which the newspaper stood. */
    static Optional<URI> host(String address) {
        try {
            return Optional.of(URI.create(address)).filter(uri -> uri.getHost() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
