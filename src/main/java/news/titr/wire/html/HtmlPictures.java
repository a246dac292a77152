package news.titr.wire.html;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.titr.doc.Block;
import news.titr.doc.EmbedProvider;
import news.titr.doc.Inline;
import news.titr.doc.Mark;
import news.titr.doc.SafeLink;
import org.jsoup.nodes.Element;

/** Pictures, films, sounds, and posts that stand elsewhere, as pages show them. */
final class HtmlPictures {

    private static final Pattern POST = Pattern.compile("https?://[^\\s\"'<>\\\\]+");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");
    private static final Pattern PICTURE_FILE =
            Pattern.compile("(?i)[^?#]*\\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?)(?:[?#].*)?");

    /** In characters, of the words before a provider's name: «دیدن در آپارات». */
    private static final int LONGEST_SEE_ON = 12;

    private final HtmlSurroundings surroundings;
    private final BiConsumer<HtmlRemark.Kind, String> remarks;

    HtmlPictures(HtmlSurroundings surroundings, BiConsumer<HtmlRemark.Kind, String> remarks) {
        this.surroundings = surroundings;
        this.remarks = remarks;
    }

    /** The words below a picture: what it shows, and whose it is. */
    record Words(String caption, String credit) {
        static final Words NONE = new Words("", "");
    }

    static Words words(Element caption) {
        var named = caption.select("cite, .credit, .photo-credit, .image-credit, .wp-caption-credit, .photographer");
        if (named.isEmpty()) {
            return new Words(HtmlBlocks.line(caption.html()), "");
        }
        String credit = HtmlBlocks.line(named.outerHtml());
        var copy = caption.clone();
        copy.select("cite, .credit, .photo-credit, .image-credit, .wp-caption-credit, .photographer")
                .remove();
        return new Words(HtmlBlocks.line(copy.html()), credit);
    }

    /** Pictures, films and sounds inside an element. */
    static List<Element> shown(Element element) {
        return element.select("img, amp-img, video, audio").stream()
                .filter(each -> !each.parents().is("video, audio, noscript"))
                .toList();
    }

    /** A list whose entries are pictures, as galleries were set. */
    static boolean isGallery(Element list) {
        return list.className().contains("gallery") && !shown(list).isEmpty();
    }

    /** Whether a figure is for its picture alone. */
    static boolean holdsNothingElse(Element figure) {
        var copy = figure.clone();
        copy.children().select("figcaption, video, audio, noscript").remove();
        return copy.text().isBlank()
                && copy.children()
                        .select("blockquote, table, iframe, ul, ol, pre, object, embed, figure, hr")
                        .isEmpty();
    }

    static boolean isMedia(Element element) {
        return element.nameIs("video") || element.nameIs("audio");
    }

    /** The letter that a picture stands for: old systems showed emoji as pictures. */
    static Optional<String> letter(Element element) {
        String names = element.className();
        String alt = element.attr("alt");
        boolean emoji = names.contains("emoji") || names.contains("wp-smiley") || names.contains("emoticon");
        return emoji && !alt.isEmpty() && alt.length() <= 20 ? Optional.of(alt) : Optional.empty();
    }

    // ---- pictures

    /** @return the picture, or a link to it; nothing when it only counts readers or holds another one's place */
    List<Block> picture(Element element, String caption, String credit) {
        String written = source(element);
        String address = address(written);
        if (HtmlHidden.counts(element, address)) {
            remarks.accept(HtmlRemark.Kind.TRACKER, address);
            return List.of();
        }
        String alt = HtmlBlocks.line(element.attr("alt"));
        if (written.isEmpty() || repeats(element, address)) {
            return alt.isEmpty() || !written.isEmpty() ? List.of() : List.of(Block.Paragraph.of(alt));
        }
        var asset = surroundings.asset(address, element);
        if (asset.isPresent()) {
            return List.of(new Block.Picture(asset.get(), alt, caption, credit));
        }
        if (address.startsWith("data:")) {
            remarks.accept(HtmlRemark.Kind.UNKNOWN, "img data:");
            return List.of(HtmlSource.of("html", element.outerHtml(), caption.isEmpty() ? alt : caption));
        }
        String larger = linked(element)
                .filter(link -> PICTURE_FILE.matcher(link).matches())
                .orElse(address);
        remarks.accept(HtmlRemark.Kind.PICTURE_LINKED, larger);
        return List.of(linkTo(larger, alt, caption, credit));
    }

    /** The same picture again for browsers without scripts, behind the one that a script would have loaded. */
    private boolean repeats(Element element, String address) {
        var noscript = element.closest("noscript");
        if (noscript == null) {
            return false;
        }
        var before = noscript.previousElementSibling();
        var pictures = before == null ? List.<Element>of() : before.select("img");
        return pictures.stream().anyMatch(picture -> address(source(picture)).equals(address));
    }

    private Optional<String> linked(Element element) {
        var around = element.closest("a[href]");
        return around == null
                ? Optional.empty()
                : Optional.of(address(around.attr("href").strip()));
    }

    /** Where the picture really is: pages put a dot in its place until a reader comes near. */
    private static String source(Element element) {
        String source = first(
                element,
                "data-orig-file",
                "data-lazy-src",
                "data-src",
                "data-original",
                "data-lazyload",
                "data-full-url",
                "src");
        if (source.isEmpty() || source.startsWith("data:") && source.length() < 400) {
            String sizes = first(element, "srcset", "data-srcset", "data-lazy-srcset");
            var picture = element.closest("picture");
            if (sizes.isEmpty() && picture != null) {
                sizes = first(picture.select("source").stream().findFirst().orElse(element), "srcset", "data-srcset");
            }
            source = widest(sizes);
        }
        return source;
    }

    private static String widest(String sizes) {
        String best = "";
        double most = -1;
        for (String size : sizes.split(",\\s+", -1)) {
            String[] parts = size.strip().split("\\s+");
            double width = parts.length > 1 && parts[1].matches("[0-9.]{1,9}[wx]")
                    ? Double.parseDouble(parts[1].substring(0, parts[1].length() - 1))
                    : 0;
            if (!parts[0].isEmpty() && width > most) {
                most = width;
                best = parts[0];
            }
        }
        return best;
    }

    static String first(Element element, String... attributes) {
        for (String attribute : attributes) {
            String value = element.attr(attribute).strip();
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    // ---- film and sound

    Optional<Block> media(Element element) {
        return media(element, "");
    }

    Optional<Block> media(Element element, String caption) {
        String written = first(element, "src", "data-src");
        if (written.isEmpty()) {
            written = element.select("source[src]").stream()
                    .map(source -> source.attr("src").strip())
                    .filter(source -> !source.isEmpty())
                    .findFirst()
                    .orElse("");
        }
        String address = address(written);
        if (address.isEmpty()) {
            String instead = element.text();
            return instead.isBlank() ? Optional.empty() : Optional.of(Block.Paragraph.of(HtmlBlocks.line(instead)));
        }
        String title = HtmlBlocks.line(first(element, "title", "aria-label"));
        var asset = surroundings.asset(address, element);
        if (asset.isPresent()) {
            return Optional.of(new Block.Picture(asset.get(), title, caption, ""));
        }
        var embed = EmbedProvider.read(address);
        if (embed.isPresent()) {
            return Optional.of(titled(embed.get(), caption));
        }
        remarks.accept(HtmlRemark.Kind.MEDIA_LINKED, address);
        return Optional.of(linkTo(address, title, caption, ""));
    }

    // ---- posts elsewhere

    /** The video or post of a provider that an element brings into the page, in the ways in which they hand out code. */
    Optional<Block> post(Element element) {
        String name = element.normalName();
        if (name.equals("blockquote")) {
            return quoted(element);
        }
        if (name.equals("script")) {
            return scripted(element);
        }
        if (name.equals("figure")) {
            return card(element);
        }
        if (name.equals("amp-youtube")) {
            return EmbedProvider.read("https://www.youtube.com/watch?v=" + element.attr("data-videoid"))
                    .map(embed -> embed);
        }
        if (List.of("iframe", "amp-iframe", "embed", "object", "frame").contains(name)) {
            String address = address(first(element, "src", "data-src", "data-lazy-src", "data"));
            String title = HtmlBlocks.line(element.attr("title"));
            return read(address).map(embed -> titled(embed, title));
        }
        return Optional.empty();
    }

    /** The last link of a quoted post is the post. */
    private Optional<Block> quoted(Element element) {
        String names = element.className();
        String permanent = first(element, "data-instgrm-permalink", "cite");
        if (!names.matches(".*\\b(?:twitter-tweet|twitter-video|instagram-media)\\b.*")) {
            return Optional.empty();
        }
        var addresses = new ArrayList<String>();
        addresses.add(permanent);
        element.select("a[href]").forEach(link -> addresses.addFirst(link.attr("href")));
        return addresses.stream()
                .flatMap(address -> read(address(address)).stream())
                .findFirst()
                .map(embed -> titled(embed, HtmlBlocks.line(element.text())));
    }

    /** The card with which this program leads to a video or post: the provider's name, then its title if it has one. */
    private Optional<Block> card(Element figure) {
        var link = figure.selectFirst("> a[href]");
        if (!figure.hasClass("embed") || link == null || figure.childrenSize() > 1) {
            return Optional.empty();
        }
        String provider = link.select("> .provider").text();
        String title = HtmlBlocks.line(link.ownText());
        boolean usual = title.endsWith(provider) && title.length() <= provider.length() + LONGEST_SEE_ON;
        return read(address(link.attr("href"))).map(embed -> titled(embed, usual ? "" : title));
    }

    private Optional<Block> scripted(Element element) {
        String telegram = element.attr("data-telegram-post").strip();
        if (!telegram.isEmpty()) {
            return read("https://t.me/" + telegram).map(embed -> embed);
        }
        Matcher aparat = Pattern.compile("(?:https?:)?//(?:www\\.)?aparat\\.com/embed/([A-Za-z0-9]{3,20})\\b.*")
                .matcher(element.attr("src").strip());
        return aparat.matches()
                ? read("https://www.aparat.com/v/" + aparat.group(1)).map(embed -> embed)
                : Optional.empty();
    }

    private static Optional<Block.Embed> read(String address) {
        return POST.matcher(address).matches() ? EmbedProvider.read(address) : Optional.empty();
    }

    private static Block titled(Block.Embed embed, String title) {
        return new Block.Embed(embed.provider(), embed.id(), title);
    }

    // ---- addresses

    /** Where a link leads for readers; empty when it leads nowhere. */
    Optional<String> link(String written) {
        if (written.startsWith("#")) {
            return Optional.empty();
        }
        String address = surroundings.link(address(written));
        return SafeLink.isSafe(address) ? Optional.of(address) : Optional.empty();
    }

    /** An address made whole, with what may not stand in one written out. */
    String address(String written) {
        String address = written.strip()
                .replace(" ", "%20")
                .replace("\n", "")
                .replace("\t", "")
                .replace("\r", "");
        if (address.isEmpty() || SCHEME.matcher(address).lookingAt()) {
            return address;
        }
        if (address.startsWith("//")) {
            return "https:" + address;
        }
        if (surroundings.base().isEmpty()) {
            return address;
        }
        try {
            return URI.create(surroundings.base()).resolve(new URI(address)).toString();
        } catch (IllegalArgumentException | java.net.URISyntaxException e) {
            return address;
        }
    }

    /** Where a picture or film stood, a paragraph that leads to it and says the words that stood with it. */
    private static Block linkTo(String address, String title, String caption, String credit) {
        String name = !title.isEmpty() ? title : !caption.isEmpty() ? caption : fileName(address);
        var runs = new ArrayList<Inline>();
        runs.add(new Inline(name, SafeLink.isSafe(address) ? List.of(new Mark.Link(address)) : List.of()));
        var rest = new StringBuilder();
        if (!caption.isEmpty() && !caption.equals(name)) {
            rest.append('\n').append(caption);
        }
        if (!credit.isEmpty()) {
            rest.append(" (").append(credit).append(')');
        }
        runs.addAll(Inline.plain(rest.toString()));
        return new Block.Paragraph(runs);
    }

    private static String fileName(String address) {
        String path = address.replaceFirst("[?#].*$", "").replaceFirst("/+$", "");
        String name = path.substring(path.lastIndexOf('/') + 1);
        try {
            name = URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // as it stands
        }
        String shown = Inline.text(HtmlText.line(name));
        return shown.isEmpty() ? address.toLowerCase(Locale.ROOT) : shown;
    }
}
