package news.titr.wire.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.titr.doc.Block;
import news.titr.doc.EmbedProvider;
import news.titr.doc.Inline;
import news.titr.doc.Mark;
import news.titr.doc.SafeLink;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** One walk through the nodes of a page, in their order. Text gathers in a paragraph until something ends it. */
final class HtmlWalk {

    private static final Set<String> CODE =
            Set.of("script", "style", "template", "link", "meta", "base", "param", "track", "source", "area", "col");
    private static final Set<String> UNSEEN = Set.of("head", "title", "datalist", "colgroup", "frameset");
    private static final Set<String> CONTROLS = Set.of("input", "select", "textarea", "progress", "meter", "keygen");
    private static final Set<String> PARTS = Set.of(
            "p",
            "div",
            "section",
            "article",
            "main",
            "header",
            "footer",
            "aside",
            "nav",
            "center",
            "address",
            "fieldset",
            "legend",
            "dl",
            "dd",
            "details",
            "hgroup",
            "body",
            "form",
            "figcaption",
            "caption",
            "tbody",
            "thead",
            "tfoot",
            "tr",
            "td",
            "th",
            "li",
            "menu",
            "dir",
            "noscript",
            "noframes",
            "noembed",
            "search",
            "dialog",
            "optgroup",
            "option",
            "multicol",
            "layer");
    private static final Set<String> PLAIN = Set.of(
            "span", "font", "small", "big", "abbr", "acronym", "time", "code", "kbd", "samp", "tt", "bdi", "bdo",
            "data", "label", "output", "nobr", "button", "ruby", "rb", "rt", "rp", "rtc", "slot", "map", "a", "strong",
            "b", "em", "i", "dfn", "var", "cite", "wbr", "html", "picture", "ins", "u");
    private static final Set<String> STRUCK = Set.of("s", "strike", "del", "mark", "blink", "marquee");
    private static final Pattern SEPARATOR = Pattern.compile("(?:\\* ?\\* ?\\*|[•⁂]|[•*] [•*] [•*]|_{5,}|-{5,}|—{3,})");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]{4,}");
    private static final Pattern RAISED = Pattern.compile("[0-9+-]{1,4}");
    private static final Map<String, String> RAISING = Map.of("sup", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "sub", "₀₁₂₃₄₅₆₇₈₉₊₋");

    /** Quotes and lists inside each other; deeper ones are read as if they stood here. */
    private static final int DEEPEST = 16;

    private final HtmlSurroundings surroundings;
    private final HtmlBlocks.LineEnds lineEnds;
    private final List<HtmlRemark> remarks;
    private final HtmlPictures pictures;
    private final int depth;

    private final List<Block> blocks = new ArrayList<>();
    private final HtmlText text = new HtmlText();

    /** What stands in the middle of a paragraph and comes after it. */
    private final List<Block> after = new ArrayList<>();

    private boolean afterBreak;

    HtmlWalk(HtmlSurroundings surroundings, HtmlBlocks.LineEnds lineEnds) {
        this(surroundings, lineEnds, new ArrayList<>(), 0);
    }

    private HtmlWalk(HtmlSurroundings surroundings, HtmlBlocks.LineEnds lineEnds, List<HtmlRemark> remarks, int depth) {
        this.surroundings = surroundings;
        this.lineEnds = lineEnds;
        this.remarks = remarks;
        this.depth = depth;
        pictures = new HtmlPictures(surroundings, this::remark);
    }

    HtmlReading reading() {
        endParagraph();
        return new HtmlReading(blocks, remarks);
    }

    void children(Element element) {
        children(element, List.of());
    }

    /** What stands inside an element, as blocks of its own. */
    List<Block> inside(Element element) {
        var walk = new HtmlWalk(surroundings, lineEnds, remarks, depth + 1);
        walk.children(element, List.of());
        walk.endParagraph();
        return walk.blocks;
    }

    void remark(HtmlRemark.Kind kind, String detail) {
        remarks.add(new HtmlRemark(kind, detail.length() > 300 ? detail.substring(0, 300) + "…" : detail));
    }

    private void children(Element element, List<Mark> marks) {
        for (var node : element.childNodes()) {
            node(node, marks);
        }
    }

    private void node(Node node, List<Mark> marks) {
        var special = node instanceof Element || node instanceof Comment
                ? surroundings.special(node)
                : Optional.<List<Block>>empty();
        if (special.isPresent()) {
            special.get().forEach(this::inBetween);
            return;
        }
        if (node instanceof TextNode written) {
            text(written.getWholeText(), marks);
        } else if (node instanceof Element element) {
            element(element, marks);
        }
    }

    // ---- text

    private void text(String written, List<Mark> marks) {
        if (lineEnds == HtmlBlocks.LineEnds.SPACES) {
            text.add(written, marks);
            return;
        }
        String[] lines = written.replace("\r\n", "\n").split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0 && !(i == 1 && afterBreak && lines[0].isBlank())) {
                lineBreak();
            }
            text.add(lines[i], marks);
            if (!lines[i].isBlank()) {
                afterBreak = false;
            }
        }
        afterBreak = false;
    }

    /** Two in succession part paragraphs. */
    private void lineBreak() {
        if (text.isEmpty()) {
            return;
        }
        if (text.endsInLineBreak()) {
            endParagraph();
        } else {
            text.lineBreak();
        }
    }

    private void endParagraph() {
        var runs = text.take();
        if (!runs.isEmpty()) {
            blocks.add(paragraph(runs));
        }
        blocks.addAll(after);
        after.clear();
        afterBreak = false;
    }

    /** A line that is an address is the video or post that stands there, as in the systems that wrote it, or a link. */
    private static Block paragraph(List<Inline> runs) {
        String whole = Inline.text(runs);
        if (whole.length() < 2000 && ADDRESS.matcher(whole).matches() && runs.size() == 1) {
            var embed = EmbedProvider.read(whole);
            if (embed.isPresent()) {
                return embed.get();
            }
            if (runs.getFirst().marks().isEmpty() && SafeLink.isSafe(whole)) {
                return new Block.Paragraph(List.of(new Inline(whole, List.of(new Mark.Link(whole)))));
            }
        }
        return SEPARATOR.matcher(whole).matches() ? new Block.Separator() : new Block.Paragraph(runs);
    }

    private void block(Block block) {
        endParagraph();
        blocks.add(block);
    }

    /** A block in the middle of text waits until the paragraph is at its end. */
    private void inBetween(Block block) {
        if (text.isEmpty()) {
            blocks.add(block);
        } else {
            after.add(block);
        }
    }

    // ---- elements

    private void element(Element element, List<Mark> marks) {
        String name = element.normalName();
        if (CODE.contains(name)) {
            code(element, name);
        } else if (UNSEEN.contains(name)) {
            hidden(element, name);
        } else if (HtmlHidden.isHidden(element)) {
            hidden(element, name);
        } else if (CONTROLS.contains(name)) {
            control(element, name);
        } else {
            seen(element, name, marks);
        }
    }

    private void seen(Element element, String name, List<Mark> marks) {
        switch (name) {
            case "br" -> {
                lineBreak();
                afterBreak = true;
            }
            case "hr" -> block(new Block.Separator());
            case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element, name);
            case "blockquote" -> quote(element);
            case "ul", "ol", "menu", "dir" -> list(element, name.equals("ol"));
            case "table" -> table(element);
            case "figure" -> figure(element, marks);
            case "img", "amp-img", "image" -> picture(element, marks);
            case "video", "audio", "amp-video", "amp-audio" ->
                pictures.media(element).ifPresent(this::inBetween);
            case "iframe", "amp-iframe", "frame", "embed", "object", "applet", "amp-youtube", "amp-twitter" ->
                frame(element);
            case "svg", "math", "canvas" -> drawing(element, name);
            case "pre", "listing", "xmp", "plaintext" -> preformatted(element, marks);
            case "q" -> quotation(element, marks);
            case "sup", "sub" -> raised(element, name, marks);
            case "dt", "summary" -> part(element, HtmlMarks.with(marks, new Mark.Strong()));
            case "form" -> form(element, marks);
            case "a" -> link(element, marks);
            default -> other(element, name, marks);
        }
    }

    private void other(Element element, String name, List<Mark> marks) {
        var embed = pictures.post(element);
        if (embed.isPresent()) {
            block(embed.get());
        } else if (PARTS.contains(name) || element.isBlock() && !PLAIN.contains(name) && !STRUCK.contains(name)) {
            part(element, HtmlMarks.of(element, marks));
        } else {
            if (!PLAIN.contains(name) || name.equals("u") && !element.text().isBlank()) {
                remark(HtmlRemark.Kind.MARK, name);
            }
            children(element, HtmlMarks.of(element, marks));
        }
    }

    private void part(Element element, List<Mark> marks) {
        endParagraph();
        children(element, marks);
        endParagraph();
    }

    private void code(Element element, String name) {
        var embed = name.equals("script") ? pictures.post(element) : Optional.<Block>empty();
        if (embed.isPresent()) {
            inBetween(embed.get());
        } else if (name.equals("script") || name.equals("style") || name.equals("template")) {
            remark(HtmlRemark.Kind.CODE, name);
        }
    }

    private void hidden(Element element, String name) {
        String words = element.text();
        if (!words.isBlank() || !element.select("img, iframe, video").isEmpty()) {
            remark(HtmlRemark.Kind.HIDDEN, name + ": " + words);
        }
    }

    /** Fields are nothing without their form; what was typed into them beforehand is text. */
    private void control(Element element, String name) {
        if (!element.attr("type").equalsIgnoreCase("hidden")) {
            remark(HtmlRemark.Kind.CONTROL, name);
        }
        if (name.equals("textarea") && !element.text().isBlank()) {
            inBetween(Block.Paragraph.of(HtmlBlocks.line(element.text())));
        } else if (name.equals("select") && !element.text().isBlank()) {
            unknown(element, name);
        }
    }

    /** A form that is a question to readers is kept as it is; one that a whole page stands in is only a frame. */
    private void form(Element element, List<Mark> marks) {
        boolean page = !element.select("p, h1, h2, h3, article, table").isEmpty()
                || element.text().length() > 500
                || element.select("input:not([type=hidden]), select, textarea, button")
                        .isEmpty();
        if (page) {
            part(element, marks);
        } else {
            endParagraph();
            unknown(element, "form");
        }
    }

    private void unknown(Element element, String name) {
        remark(HtmlRemark.Kind.UNKNOWN, name);
        inBetween(HtmlSource.keep(element));
    }

    private void drawing(Element element, String name) {
        if (element.text().isBlank() && !name.equals("canvas")) {
            remark(HtmlRemark.Kind.CODE, name);
        } else {
            unknown(element, name);
        }
    }

    private void frame(Element element) {
        String address = pictures.address(HtmlPictures.first(element, "src", "data-src", "data-lazy-src", "data"));
        if (HtmlHidden.counts(element, address)) {
            remark(HtmlRemark.Kind.TRACKER, address);
            return;
        }
        var embed = pictures.post(element);
        if (embed.isPresent()) {
            inBetween(embed.get());
        } else if (element.normalName().equals("object")
                && !element.select("iframe, embed, img, video").isEmpty()) {
            children(element, List.of());
        } else {
            unknown(element, element.normalName());
        }
    }

    private void preformatted(Element element, List<Mark> marks) {
        endParagraph();
        asIs(element, HtmlMarks.of(element, marks));
        endParagraph();
    }

    private void asIs(Element element, List<Mark> marks) {
        for (var node : element.childNodes()) {
            if (node instanceof TextNode written) {
                text.addAsIs(written.getWholeText(), marks);
            } else if (node instanceof Element inner && inner.nameIs("br")) {
                text.addAsIs("\n", marks);
            } else if (node instanceof Element inner && isPlainText(inner)) {
                asIs(inner, HtmlMarks.of(inner, marks));
            } else {
                node(node, marks);
            }
        }
    }

    private static boolean isPlainText(Element element) {
        return element.childNodeSize() > 0
                && PLAIN.contains(element.normalName())
                && !element.nameIs("a")
                && !HtmlHidden.isHidden(element);
    }

    /** Browsers set the marks around a quotation themselves. */
    private void quotation(Element element, List<Mark> marks) {
        if (!element.text().isBlank()) {
            text.addAsIs("«", marks);
            children(element, HtmlMarks.of(element, marks));
            text.addAsIs("»", marks);
        }
    }

    /** A small number above or below the line has a character of its own; «x²» is not «x2». */
    private void raised(Element element, String name, List<Mark> marks) {
        String small = element.text().strip();
        boolean plain = element.select("a:not([href^=#]), img").isEmpty();
        if (RAISED.matcher(small).matches() && plain) {
            String signs = RAISING.getOrDefault(name, "");
            text.addAsIs(
                    small.chars()
                            .mapToObj(sign -> String.valueOf(signs.charAt("0123456789+-".indexOf(sign))))
                            .collect(Collectors.joining()),
                    marks);
        } else {
            remark(HtmlRemark.Kind.MARK, name);
            children(element, HtmlMarks.of(element, marks));
        }
    }

    private void link(Element element, List<Mark> marks) {
        String written = element.attr("href").strip();
        var inside = HtmlMarks.of(element, marks);
        if (written.isEmpty()) {
            children(element, inside);
            return;
        }
        var address = pictures.link(written);
        if (address.isEmpty()) {
            remark(HtmlRemark.Kind.LINK, written);
        }
        children(
                element,
                address.map(link -> HtmlMarks.with(inside, new Mark.Link(link))).orElse(inside));
    }

    // ---- blocks

    private void heading(Element element, String name) {
        endParagraph();
        var flat = HtmlFlat.of(inside(element), " ");
        if (!flat.runs().isEmpty()) {
            int level = name.compareTo("h2") <= 0 ? 2 : 3;
            blocks.add(new Block.Subhead(level, "", flat.runs()));
        }
        blocks.addAll(flat.apart());
    }

    private void quote(Element element) {
        var embed = pictures.post(element);
        if (embed.isPresent()) {
            block(embed.get());
            return;
        }
        endParagraph();
        if (depth >= DEEPEST) {
            part(element, List.of());
            return;
        }
        var copy = element;
        String speaker = "";
        var named = element.select("> cite, > footer, > p > cite, > p:last-child > cite");
        if (named.size() == 1
                && !named.text().isBlank()
                && named.text().length() <= 200
                && standsApart(named.first())) {
            speaker = HtmlBlocks.line(named.text()).replaceFirst("^[—–―-]+\\s*", "");
            copy = element.clone();
            copy.select("> cite, > footer, > p > cite").remove();
        }
        var said = inside(copy);
        if (!said.isEmpty() || !speaker.isEmpty()) {
            blocks.add(new Block.Quote(speaker, said));
        }
    }

    /** A cite with more of its paragraph behind it is the name of a work in the middle of a sentence. */
    private static boolean standsApart(@org.jspecify.annotations.Nullable Element cite) {
        if (cite == null) {
            return false;
        }
        for (Node next = cite.nextSibling(); next != null; next = next.nextSibling()) {
            if (next instanceof TextNode text && !text.isBlank() || next instanceof Element && !next.nameIs("br")) {
                return false;
            }
        }
        var parent = cite.parent();
        return parent == null
                || !parent.nameIs("p")
                || parent.ownText().isBlank()
                || cite.previousSibling() instanceof Element before && before.nameIs("br")
                || parent.nextElementSibling() == null && cite.previousElementSibling() != null;
    }

    private void list(Element element, boolean numbered) {
        endParagraph();
        if (depth >= DEEPEST || HtmlPictures.isGallery(element)) {
            part(element, List.of());
            return;
        }
        var items = new ArrayList<Block.Listing.Item>();
        var loose = new Element("li");
        for (var node : element.childNodes()) {
            if (node instanceof Element item && item.normalName().equals("li") && !HtmlHidden.isHidden(item)) {
                loose(loose, items);
                loose = new Element("li");
                add(items, inside(item));
            } else if (!(node instanceof TextNode text && text.isBlank())) {
                loose.appendChild(node.clone());
            }
        }
        loose(loose, items);
        if (!items.isEmpty()) {
            blocks.add(new Block.Listing(numbered, items));
        }
    }

    /** What stands between the entries: a list below another one belongs to the entry before it. */
    private void loose(Element loose, List<Block.Listing.Item> items) {
        if (loose.childNodeSize() == 0) {
            return;
        }
        var inside = inside(loose);
        if (!items.isEmpty() && inside.stream().allMatch(Block.Listing.class::isInstance)) {
            var joined = new ArrayList<>(items.removeLast().blocks());
            joined.addAll(inside);
            items.add(new Block.Listing.Item(joined));
        } else {
            add(items, inside);
        }
    }

    private static void add(List<Block.Listing.Item> items, List<Block> blocks) {
        if (!blocks.isEmpty()) {
            items.add(new Block.Listing.Item(blocks));
        }
    }

    private void table(Element element) {
        endParagraph();
        blocks.addAll(new HtmlTable(this, element, depth < DEEPEST).blocks());
    }

    // ---- pictures

    private void picture(Element element, List<Mark> marks) {
        var emoji = HtmlPictures.letter(element);
        if (emoji.isPresent()) {
            text.add(emoji.get(), marks);
        } else {
            pictures.picture(element, "", "").forEach(this::inBetween);
        }
    }

    /** Pictures with the words below them; around anything else a figure is a frame, and its words come behind. */
    private void figure(Element element, List<Mark> marks) {
        endParagraph();
        var caption = element.selectFirst("> figcaption");
        var shown = HtmlPictures.shown(element);
        var said = element.selectFirst("> blockquote");
        var card = pictures.post(element);
        if (card.isPresent()) {
            blocks.add(card.get());
        } else if (said != null
                && caption != null
                && element.childrenSize() == 2
                && pictures.post(said).isEmpty()) {
            blocks.add(new Block.Quote(HtmlBlocks.line(caption.html()), inside(said)));
        } else if (shown.size() == 1 && HtmlPictures.holdsNothingElse(element)) {
            var words = caption == null ? HtmlPictures.Words.NONE : HtmlPictures.words(caption);
            var found = HtmlPictures.isMedia(shown.getFirst())
                    ? pictures.media(shown.getFirst(), words.caption()).stream().toList()
                    : pictures.picture(shown.getFirst(), words.caption(), words.credit());
            blocks.addAll(found);
            if (found.isEmpty() && caption != null) {
                part(caption, marks);
            }
        } else {
            framed(element, caption, marks);
        }
        endParagraph();
    }

    private void framed(Element element, @org.jspecify.annotations.Nullable Element caption, List<Mark> marks) {
        var table = element.selectFirst("> table");
        if (table != null && caption != null && table.selectFirst("> caption") == null) {
            var copy = element.clone();
            var named = copy.selectFirst("> table");
            var words = copy.selectFirst("> figcaption");
            if (named != null && words != null) {
                words.remove();
                named.prependElement("caption").text(words.text());
                children(copy, marks);
                return;
            }
        }
        for (var node : element.childNodes()) {
            if (node != caption) {
                node(node, marks);
            }
        }
        endParagraph();
        if (caption != null) {
            part(caption, marks);
        }
    }
}
