package news.titr.wire.wordpress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/**
 * Turns what plug-ins put between brackets into elements that the reader of HTML meets: captions into figures, galleries and
 * the rest into {@code <titr-shortcode>}. Around text, a bracket that is unknown falls away and its text stays.
 */
final class WordPressShortcodes {

    static final String ELEMENT = "titr-shortcode";

    private static final Pattern OPENING =
            Pattern.compile("\\[(\\[?)(/?)([A-Za-z][A-Za-z0-9_-]{1,60})((?:[\\s=][^\\[\\]]*)?)\\](\\]?)");
    private static final Pattern ATTRIBUTE = Pattern.compile(
            "([\\w-]+)\\s*=\\s*\"([^\"]*)\"|([\\w-]+)\\s*=\\s*'([^']*)'|([\\w-]+)\\s*=\\s*([^\\s'\"]+)|\"([^\"]*)\"|'([^']*)'|(\\S+)");
    private static final Pattern CAPTIONED =
            Pattern.compile("(?s)\\s*((?:<a\\s[^>]*>\\s*)?<img\\s[^>]*>(?:\\s*</a>)?)(.*)");

    /** Of these there is always a closing one, and what stands between belongs to them. */
    private static final Set<String> CAPTIONS = Set.of("caption", "wp_caption");

    private static final Set<String> WITH_CONTENT = Set.of("embed", "video", "audio", "youtube", "aparat", "playlist");

    private static final Set<String> KNOWN = Set.of(
            "caption",
            "wp_caption",
            "gallery",
            "embed",
            "video",
            "audio",
            "youtube",
            "aparat",
            "playlist",
            "vimeo",
            "nextpage",
            "more",
            "wpvideo",
            "soundcloud",
            "contact-form",
            "contact-form-7",
            "gravityform",
            "poll",
            "tweet",
            "instagram");

    private final Consumer<String> unknown;
    private final StringBuilder out = new StringBuilder();

    private WordPressShortcodes(Consumer<String> unknown) {
        this.unknown = unknown;
    }

    /** @param unknown is told the name of each that only fell away */
    static String elements(String html, Consumer<String> unknown) {
        if (html.indexOf('[') < 0) {
            return html;
        }
        var work = new WordPressShortcodes(unknown);
        work.read(html);
        return work.out.toString();
    }

    static Map<String, String> attributes(String written) {
        var attributes = new LinkedHashMap<String, String>();
        Matcher found = ATTRIBUTE.matcher(written.strip().replace('”', '"').replace('″', '"'));
        int unnamed = 0;
        while (found.find()) {
            for (int group = 1; group <= 5; group += 2) {
                if (found.group(group) != null) {
                    attributes.put(found.group(group).toLowerCase(java.util.Locale.ROOT), found.group(group + 1));
                }
            }
            for (int group = 7; group <= 9; group++) {
                if (found.group(group) != null) {
                    attributes.put(
                            Integer.toString(unnamed++), found.group(group).replaceFirst("^=", ""));
                }
            }
        }
        return attributes;
    }

    /** The attributes of an element that was made here. */
    static Map<String, String> attributes(Element element) {
        return attributes(element.attr("data-attributes"));
    }

    private void read(String html) {
        var closings = closings(html);
        Matcher code = OPENING.matcher(html);
        int at = 0;
        while (code.find(at)) {
            if (isInsideTag(html, at, code.start())) {
                int end = tagEnd(html, code.start());
                out.append(html, at, end);
                at = end;
                continue;
            }
            out.append(html, at, code.start());
            at = take(html, code, closings);
        }
        out.append(html, at, html.length());
    }

    /** Names that are closed somewhere: those stand around text. */
    private static Set<String> closings(String html) {
        var names = new java.util.HashSet<String>();
        Matcher closing =
                Pattern.compile("\\[/([A-Za-z][A-Za-z0-9_-]{1,60})\\]").matcher(html);
        while (closing.find()) {
            names.add(closing.group(1));
        }
        return names;
    }

    private static boolean isInsideTag(String html, int from, int place) {
        int open = html.lastIndexOf('<', place);
        if (open < from || open + 1 >= html.length()) {
            return false;
        }
        char next = html.charAt(open + 1);
        boolean tag = Character.isLetter(next) || next == '/' || next == '!';
        return tag && html.indexOf('>', open) >= place;
    }

    private static int tagEnd(String html, int place) {
        int end = html.indexOf('>', place);
        return end < 0 ? html.length() : end + 1;
    }

    private int take(String html, Matcher code, Set<String> closings) {
        String name = code.group(3);
        boolean escaped = !code.group(1).isEmpty() && !code.group(5).isEmpty();
        boolean isCode = KNOWN.contains(name)
                || closings.contains(name)
                || code.group(4).contains("=")
                || name.contains("_") && !code.group(4).isEmpty();
        if (escaped || !isCode) {
            out.append(escaped ? html.substring(code.start() + 1, code.end() - 1) : code.group());
            return code.end();
        }
        int end = code.end() - code.group(5).length();
        out.append(code.group(1));
        if (!code.group(2).isEmpty()) {
            return end;
        }
        String closing = "[/" + name + "]";
        int close = closings.contains(name) ? html.indexOf(closing, end) : -1;
        if (CAPTIONS.contains(name) && close >= 0) {
            caption(html.substring(end, close), attributes(code.group(4)));
            return close + closing.length();
        }
        if (WITH_CONTENT.contains(name) && close >= 0) {
            element(name, code.group(4), html.substring(end, close));
            return close + closing.length();
        }
        if (close < 0) {
            element(name, code.group(4), "");
        } else {
            unknown.accept(name);
            // a frame that a page builder set: what stands in it is read as it stands
            out.append("\n\n");
        }
        return end;
    }

    private void element(String name, String attributes, String content) {
        out.append('<').append(ELEMENT).append(" name=\"").append(Entities.escape(name));
        out.append("\" data-attributes=\"").append(escaped(attributes));
        out.append("\" data-content=\"").append(escaped(content.strip()));
        out.append("\"></").append(ELEMENT).append('>');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    private void caption(String content, Map<String, String> attributes) {
        Matcher parts = CAPTIONED.matcher(content);
        String picture = parts.matches() ? parts.group(1) : content;
        String words = parts.matches() ? parts.group(2).strip() : "";
        String caption = words.isEmpty() ? Entities.escape(attributes.getOrDefault("caption", "")) : words;
        out.append("<figure class=\"wp-caption\">").append(picture);
        if (!caption.isEmpty()) {
            out.append("<figcaption>").append(caption).append("</figcaption>");
        }
        out.append("</figure>");
    }

    /** The numbers of a list such as {@code ids="1,2,3"}. */
    static List<String> numbers(String list) {
        return new ArrayList<>(Arrays.stream(list.split("[,\\s]+", -1))
                .filter(number -> number.matches("\\d{1,18}"))
                .toList());
    }
}
