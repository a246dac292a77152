package news.titr.story;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An address of a site that came before, as it is compared: decoded, composed, without what stands around it; the parameters
 * of its query in order, since {@code ?id=5&lang=fa} and {@code ?lang=fa&id=5} are one.
 *
 * @param query the parameters as {@code name=value}
 */
record OldAddress(String path, List<String> query) {

    /** More parameters than old systems had; each one doubles what is looked up. */
    private static final int MOST_PARAMETERS = 5;

    /** What others hang on links to see where readers come from. */
    private static final String TRACKING = "utm_.*|fbclid|gclid|ref";

    /** Before the path of a page on servers that could not do without it. */
    private static final Pattern SCRIPT = Pattern.compile("^/index\\.php(?=/|$)");

    /** Behind the path of a page: the same page in another form, or its comments. */
    private static final Pattern FORM = Pattern.compile(
            "/(?:amp|embed|trackback|rss|feed(?:/(?:rss|rss2|rdf|atom))?|(?:comment-page-|page/)[0-9]{1,6})$");

    /** An address as somebody types it: whole, or from the path on. */
    static OldAddress of(String typed) {
        String address = typed.strip().replaceFirst("^https?://[^/?#]+", "").replaceFirst("#.*$", "");
        int mark = address.indexOf('?');
        return mark < 0
                ? new OldAddress(path(address), List.of())
                : new OldAddress(
                        path(address.substring(0, mark)),
                        parameters(Stream.of(address.substring(mark + 1).split("&", -1))
                                .filter(parameter -> !parameter.isEmpty())
                                .map(parameter -> decoded(parameter.replace('+', ' ')))));
    }

    /** An address that a reader asks for. */
    static OldAddress asked(String path, Map<String, List<String>> query) {
        return new OldAddress(
                path(path),
                parameters(query.entrySet().stream()
                        .filter(parameter -> !parameter.getKey().matches(TRACKING))
                        .flatMap(parameter ->
                                parameter.getValue().stream().map(value -> parameter.getKey() + "=" + value))));
    }

    private static List<String> parameters(Stream<String> parameters) {
        return List.copyOf(new TreeSet<>(parameters
                .map(parameter -> parameter.contains("=") ? parameter : parameter + "=")
                .map(parameter -> composed(parameter).replace("%", "%25").replace("&", "%26"))
                .toList()));
    }

    private static String path(String typed) {
        String path = typed.isEmpty() ? "/" : composed(decoded(typed));
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static String decoded(String text) {
        if (text.contains("%")) {
            try {
                return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                // as it was typed
            }
        }
        return text;
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    String text() {
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    /**
     * The addresses of redirects that take this one: with all parameters, with some of them, or with none; then those of the
     * page that it is another form of. Those that say most come first.
     */
    List<String> coveredBy() {
        String direct = path(SCRIPT.matcher(path).replaceFirst(""));
        return Stream.of(path, direct, path(FORM.matcher(direct).replaceFirst("")))
                .distinct()
                .flatMap(form -> new OldAddress(form, query).covered().stream())
                .distinct()
                // the front page itself leads nowhere, in whatever form
                .filter(address -> !address.equals("/") || path.equals("/"))
                .toList();
    }

    private List<String> covered() {
        var first = query.subList(0, Math.min(query.size(), MOST_PARAMETERS));
        var parts = new ArrayList<List<String>>();
        for (int chosen = 0; chosen < 1 << first.size(); chosen++) {
            var part = new ArrayList<String>();
            for (int i = 0; i < first.size(); i++) {
                if ((chosen & 1 << i) != 0) {
                    part.add(first.get(i));
                }
            }
            parts.add(part);
        }
        var covering = new ArrayList<String>();
        covering.add(text());
        parts.stream()
                .sorted(Comparator.comparing((List<String> part) -> part.size()).reversed())
                .map(part -> new OldAddress(path, part).text())
                .filter(address -> !covering.contains(address))
                .forEach(covering::add);
        return covering;
    }
}
