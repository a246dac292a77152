package news.titr.wire.ghost;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Entities;

/**
 * The text of a post as HTML. Ghost keeps it in one of two forms of JSON, by age: mobiledoc and lexical; and usually the HTML
 * that it made of it besides, which says all that readers saw.
 */
final class GhostHtml {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DEEPEST = 100;
    private static final int BOLD = 1;
    private static final int ITALIC = 2;
    private static final int STRUCK = 4;
    private static final int LOWERED = 32;
    private static final int RAISED = 64;

    private final StringBuilder html = new StringBuilder();

    private GhostHtml() {}

    static String of(JsonNode post) {
        String made = post.path("html").asText("");
        if (!made.isBlank()) {
            return made;
        }
        var work = new GhostHtml();
        String lexical = post.path("lexical").asText("");
        String mobiledoc = post.path("mobiledoc").asText("");
        try {
            if (!lexical.isBlank()) {
                work.children(JSON.readTree(lexical).path("root"), 0);
            } else if (!mobiledoc.isBlank()) {
                work.mobiledoc(JSON.readTree(mobiledoc));
            }
        } catch (JsonProcessingException e) {
            return "<pre>" + Entities.escape(lexical + mobiledoc) + "</pre>";
        }
        return work.html.isEmpty() ? Entities.escape(post.path("plaintext").asText("")) : work.html.toString();
    }

    // ---- lexical

    private void children(JsonNode node, int depth) {
        if (depth < DEEPEST) {
            node.path("children").forEach(child -> lexical(child, depth + 1));
        }
    }

    private void lexical(JsonNode node, int depth) {
        switch (node.path("type").asText()) {
            case "text", "extended-text" -> text(node);
            case "linebreak" -> html.append("<br>");
            case "paragraph" -> around("p", node, depth);
            case "heading", "extended-heading" ->
                around(heading(node.path("tag").asText()), node, depth);
            case "quote", "extended-quote", "aside" -> around("blockquote", node, depth);
            case "list" -> around(node.path("listType").asText().equals("number") ? "ol" : "ul", node, depth);
            case "listitem" -> around("li", node, depth);
            case "link", "autolink" -> {
                html.append("<a href=\"")
                        .append(attribute(node.path("url").asText()))
                        .append("\">");
                children(node, depth);
                html.append("</a>");
            }
            case "horizontalrule" -> html.append("<hr>");
            default -> {
                if (node.has("children")) {
                    around("div", node, depth);
                } else {
                    card(node.path("type").asText(), node);
                }
            }
        }
    }

    private static String heading(String tag) {
        return tag.matches("h[1-6]") ? tag : "h2";
    }

    private void around(String tag, JsonNode node, int depth) {
        html.append('<').append(tag).append('>');
        children(node, depth);
        html.append("</").append(tag).append('>');
    }

    private void text(JsonNode node) {
        int format = node.path("format").asInt(0);
        var tags = new ArrayList<String>();
        if ((format & BOLD) != 0) {
            tags.add("strong");
        }
        if ((format & ITALIC) != 0) {
            tags.add("em");
        }
        if ((format & STRUCK) != 0) {
            tags.add("s");
        }
        if ((format & LOWERED) != 0) {
            tags.add("sub");
        }
        if ((format & RAISED) != 0) {
            tags.add("sup");
        }
        tags.forEach(tag -> html.append('<').append(tag).append('>'));
        html.append(Entities.escape(node.path("text").asText()));
        tags.reversed().forEach(tag -> html.append("</").append(tag).append('>'));
    }

    // ---- cards, the same in both

    private void card(String name, JsonNode card) {
        switch (name) {
            case "image" -> picture(card.path("src").asText(), card);
            case "gallery" -> {
                card.path("images")
                        .forEach(image -> picture(
                                image.path("src").asText(image.path("fileName").asText()), image));
                paragraph(card.path("caption").asText());
            }
            case "html" -> html.append(card.path("html").asText());
            case "markdown", "card-markdown" -> markdown(card.path("markdown").asText());
            case "embed" -> {
                String address = card.path("url").asText();
                if (address.isBlank()) {
                    html.append(card.path("html").asText());
                } else {
                    html.append("<p>").append(Entities.escape(address)).append("</p>");
                }
                paragraph(card.path("caption").asText());
            }
            case "hr", "horizontalrule" -> html.append("<hr>");
            case "code", "codeblock" ->
                html.append("<pre>")
                        .append(Entities.escape(card.path("code").asText()))
                        .append("</pre>");
            case "bookmark" -> {
                String address = card.path("url").asText();
                String title = card.path("metadata")
                        .path("title")
                        .asText(card.path("title").asText(address));
                link(address, title.isBlank() ? address : title);
                paragraph(card.path("caption").asText());
            }
            case "callout" -> paragraph(card.path("calloutText").asText());
            case "toggle" -> {
                html.append("<h3>").append(card.path("heading").asText()).append("</h3>");
                html.append(card.path("content").asText());
            }
            case "button" ->
                link(card.path("buttonUrl").asText(), card.path("buttonText").asText());
            case "header" -> {
                html.append("<h2>")
                        .append(card.path("header").asText(card.path("heading").asText()))
                        .append("</h2>");
                paragraph(card.path("subheader").asText(card.path("subheading").asText()));
            }
            case "video", "audio" -> {
                html.append("<figure><")
                        .append(name)
                        .append(" src=\"")
                        .append(attribute(card.path("src").asText()));
                html.append("\" title=\"")
                        .append(attribute(
                                card.path("title").asText(card.path("fileName").asText())));
                html.append("\"></").append(name).append("><figcaption>");
                html.append(card.path("caption").asText()).append("</figcaption></figure>");
            }
            case "file" ->
                link(
                        card.path("src").asText(),
                        card.path("fileTitle").asText(card.path("fileName").asText()));
            case "product" -> {
                html.append("<h3>").append(card.path("productTitle").asText()).append("</h3>");
                html.append(card.path("productDescription").asText());
                link(
                        card.path("productUrl").asText(),
                        card.path("productButton").asText());
            }
            case "paywall", "email", "email-cta", "signup" -> {}
            default ->
                html.append("<form data-card=\"")
                        .append(attribute(name))
                        .append("\"><input value=\"")
                        .append(attribute(card.toString()))
                        .append("\"></form>");
        }
    }

    private void picture(String source, JsonNode image) {
        html.append("<figure><img src=\"").append(attribute(source)).append("\" alt=\"");
        html.append(attribute(image.path("alt").asText())).append("\">");
        String caption = image.path("caption").asText();
        if (!caption.isBlank()) {
            html.append("<figcaption>").append(caption).append("</figcaption>");
        }
        html.append("</figure>");
    }

    private void paragraph(String words) {
        if (!words.isBlank()) {
            html.append("<p>").append(words).append("</p>");
        }
    }

    private void link(String address, String words) {
        html.append("<p><a href=\"").append(attribute(address)).append("\">");
        html.append(Entities.escape(words)).append("</a></p>");
    }

    private static String attribute(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }

    /** Markdown of old posts: HTML may stand in it; headings, lists and paragraphs are read, all else stays as it is typed. */
    private void markdown(String markdown) {
        for (String part : markdown.split("\\n\\s*\\n", -1)) {
            String text = part.strip();
            if (text.matches("(?s)#{1,6}\\s.*")) {
                int level = text.indexOf(' ') < 0 ? 2 : Math.clamp(text.indexOf(' '), 1, 6);
                html.append("<h").append(level).append('>').append(inline(text.replaceFirst("^#+\\s+", "")));
                html.append("</h").append(level).append('>');
            } else if (text.matches("(?s)[-*]\\s.*")) {
                html.append("<ul>");
                for (String item : text.split("(?m)^[-*]\\s+", -1)) {
                    html.append(item.isBlank() ? "" : "<li>" + inline(item.strip()) + "</li>");
                }
                html.append("</ul>");
            } else if (text.startsWith(">")) {
                html.append("<blockquote>")
                        .append(inline(text.replaceAll("(?m)^>\\s?", "")))
                        .append("</blockquote>");
            } else if (!text.isEmpty()) {
                html.append(text.startsWith("<") ? text : "<p>" + inline(text) + "</p>");
            }
        }
    }

    private static String inline(String text) {
        return text.replaceAll("!\\[([^\\]]*)\\]\\(([^)\\s]+)[^)]*\\)", "<img alt=\"$1\" src=\"$2\">")
                .replaceAll("\\[([^\\]]+)\\]\\(([^)\\s]+)[^)]*\\)", "<a href=\"$2\">$1</a>")
                .replaceAll("\\*\\*([^*]+)\\*\\*", "<strong>$1</strong>")
                .replaceAll("(?<![\\w*])\\*([^*]+)\\*(?![\\w*])", "<em>$1</em>");
    }

    // ---- mobiledoc

    private void mobiledoc(JsonNode document) {
        for (var section : document.path("sections")) {
            switch (section.path(0).asInt()) {
                case 1 -> {
                    String tag = section.path(1).asText("p");
                    String safe = tag.matches("p|h[1-6]|blockquote") ? tag : tag.equals("aside") ? "blockquote" : "p";
                    html.append('<').append(safe).append('>');
                    markers(document, section.path(2));
                    html.append("</").append(safe).append('>');
                }
                case 2 -> picture(section.path(1).asText(), JSON.createObjectNode());
                case 3 -> {
                    String tag = section.path(1).asText().equals("ol") ? "ol" : "ul";
                    html.append('<').append(tag).append('>');
                    for (var item : section.path(2)) {
                        html.append("<li>");
                        markers(document, item);
                        html.append("</li>");
                    }
                    html.append("</").append(tag).append('>');
                }
                case 10 -> {
                    var card = document.path("cards").path(section.path(1).asInt());
                    card(card.path(0).asText(), card.path(1));
                }
                default ->
                    html.append("<p>")
                            .append(Entities.escape(section.toString()))
                            .append("</p>");
            }
        }
    }

    private void markers(JsonNode document, JsonNode markers) {
        List<String> open = new ArrayList<>();
        for (var marker : markers) {
            for (var number : marker.path(1)) {
                var markup = document.path("markups").path(number.asInt());
                String tag = markup.path(0).asText();
                String safe = tag.matches("a|b|strong|i|em|s|u|sub|sup|code") ? tag : "span";
                html.append('<').append(safe);
                var attributes = markup.path(1);
                for (int i = 0; i + 1 < attributes.size(); i += 2) {
                    if (attributes.path(i).asText().equals("href")) {
                        html.append(" href=\"")
                                .append(attribute(attributes.path(i + 1).asText()))
                                .append('"');
                    }
                }
                html.append('>');
                open.add(safe);
            }
            if (marker.path(0).asInt() == 0) {
                html.append(Entities.escape(marker.path(3).asText()));
            } else {
                var atom = document.path("atoms").path(marker.path(3).asInt());
                html.append(
                        atom.path(0).asText().equals("soft-return")
                                ? "<br>"
                                : Entities.escape(atom.path(1).asText()));
            }
            for (int close = marker.path(2).asInt(); close > 0 && !open.isEmpty(); close--) {
                html.append("</").append(open.removeLast()).append('>');
            }
        }
        open.reversed().forEach(tag -> html.append("</").append(tag).append('>'));
    }
}
