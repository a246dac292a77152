package news.titr.wire.html;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Locale;
import news.titr.doc.Block;
import news.titr.doc.SafeLink;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A structure that a body has no block for, kept as {@code {"type":"html","attrs":{"source":…},"content":[text]}}. Of the
 * source goes only what a browser would run or count readers with.
 */
public final class HtmlSource {

    /** In characters; more is a program or a picture written out, and not what somebody wrote. */
    private static final int LONGEST = 200_000;

    private HtmlSource() {}

    static Block.Unknown keep(Element element) {
        var copy = element.clone();
        copy.select("script, style, template").remove();
        // what stands in a frame of old is never shown, and is not read as elements either
        copy.select("iframe, noembed").forEach(Element::empty);
        for (var each : copy.getAllElements()) {
            for (var attribute : each.attributes().asList()) {
                if (runs(attribute.getKey(), attribute.getValue())) {
                    each.removeAttr(attribute.getKey());
                }
            }
        }
        var document = new Document("");
        document.outputSettings().prettyPrint(false);
        document.appendChild(copy);
        return of("html", copy.outerHtml(), text(copy));
    }

    /**
     * @param type of what it was: {@code html}, {@code shortcode}
     * @param source as it stood there
     * @param text what readers see of it
     */
    public static Block.Unknown of(String type, String source, String text) {
        var nodes = JsonNodeFactory.instance;
        var node = nodes.objectNode();
        node.put("type", type);
        node.putObject("attrs").put("source", sound(source.length() > LONGEST ? source.substring(0, LONGEST) : source));
        if (!text.isBlank()) {
            node.putArray("content").addObject().put("type", "text").put("text", sound(text.strip()));
        }
        return new Block.Unknown(node);
    }

    static String text(Element element) {
        return element.text();
    }

    private static boolean runs(String name, String value) {
        String attribute = name.toLowerCase(Locale.ROOT);
        if (attribute.startsWith("on") || attribute.equals("srcdoc") || attribute.equals("style")) {
            return true;
        }
        boolean address =
                attribute.matches("(?:xlink:)?href|src|action|formaction|data|poster|background|to|from|values");
        return address && value.contains(":") && !SafeLink.isSafe(value.strip().replace(" ", "%20"));
    }

    private static String sound(String text) {
        var sound = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point >= 0xD800 && point <= 0xDFFF || point < ' ' && point != '\n' && point != '\t'
                        ? 0xFFFD
                        : point)
                .forEach(sound::appendCodePoint);
        return sound.toString();
    }
}
