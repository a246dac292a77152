package news.titr.lint;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Rules for templates and style sheets. */
final class PageRules {

    private static final String SIDES = "(left|right)";
    private static final Pattern COMMENTS = Pattern.compile("(?s)/\\*.*?\\*/|<!--.*?-->|\\{!.*?!\\}");
    private static final String LENGTH = "((?:[\\w-]*\\((?:[^()]|\\([^()]*\\))*\\)|[^\\s;{}()])+)";

    private PageRules() {}

    static List<Rule> all() {
        Predicate<SourceFile> templates = file -> file.in("src/main/resources/") && file.is(".html", ".svg");
        Predicate<SourceFile> styles = file -> file.in("src/main/resources/") && file.is(".css", ".html");
        return List.of(
                page(
                                "logical CSS only",
                                "use margin-inline, inset-inline, border-inline, text-align: start: the page is read in both directions",
                                styles,
                                "(?<![\\w-])((margin|padding|border|inset|scroll-margin|scroll-padding)-" + SIDES
                                        + "[\\w-]*"
                                        + "|border-(top|bottom)-" + SIDES + "-radius|" + SIDES + ")\\s*:(?!:)"
                                        + "|(?<![\\w-])(text-align|float|clear|caption-side)\\s*:\\s*" + SIDES)
                        .catches("src/main/resources/web/a.css", "p { margin-left: 1rem }")
                        .catches("src/main/resources/web/a.css", "p { left: 0 }")
                        .catches("src/main/resources/web/a.css", "p { text-align: right; }")
                        .catches("src/main/resources/templates/a.html", "<style>p { float: left }</style>")
                        .passes(
                                "src/main/resources/web/a.css",
                                "p { margin-inline-start: 1rem; text-align: start } .left { top: 0 } /* left: 0 */"),
                page(
                                "four-sided shorthands are even",
                                "give the two sides by margin-inline or padding-inline",
                                styles,
                                "(?<![\\w-])(margin|padding|inset|border-width)\\s*:\\s*" + LENGTH + "\\s+" + LENGTH
                                        + "\\s+" + LENGTH + "\\s+(?!\\3\\s*[;}])" + LENGTH + "\\s*[;}]")
                        .catches("src/main/resources/web/a.css", "p { margin: 0 1rem 0 2rem; }")
                        .passes(
                                "src/main/resources/web/a.css",
                                "p { margin: 0 1rem 2rem 1rem; padding: 0 clamp(1rem, 3vw, calc(1rem + 2px)) }"),
                page(
                                "no script inside a page",
                                "put it into a file below web/: the content security policy refuses it here",
                                templates,
                                "(?i)<script(?![^>]*(\\ssrc=|type=[\"']application/(ld\\+)?json))[^>]*>|\\son[a-z]+\\s*=\\s*[\"'{]|javascript:")
                        .catches("src/main/resources/templates/a.html", "<button onclick=\"go()\">")
                        .catches("src/main/resources/templates/a.html", "<script>go()</script>")
                        .catches("src/main/resources/templates/a.html", "<a href=\"javascript:go()\">")
                        .passes(
                                "src/main/resources/templates/a.html",
                                "<script src=\"/web/a.js\" defer></script> <p>on = off"),
                page(
                                "no style on an element",
                                "give it a class: the content security policy refuses it here",
                                templates,
                                "(?i)<[^>]*\\sstyle\\s*=")
                        .catches("src/main/resources/templates/a.html", "<p style=\"color: red\">")
                        .passes("src/main/resources/templates/a.html", "<style>p { color: red }</style>"),
                page(
                                "nothing is asked of a third party",
                                "ship it with Titr",
                                file -> templates.test(file) || styles.test(file),
                                "(?i)<(script|img|iframe|source|video|audio|embed|object|track)\\b[^>]*\\s(src|srcset|data|poster)=[\"']?(https?:)?//"
                                        + "|<link\\b(?=[^>]*rel=[\"']?(stylesheet|preload|preconnect|dns-prefetch|icon))[^>]*href=[\"']?(https?:)?//"
                                        + "|(@import|url\\()\\s*[\"']?(https?:)?//")
                        .catches(
                                "src/main/resources/templates/a.html",
                                "<img alt=\"\" src=\"https://example.org/a.png\">")
                        .catches(
                                "src/main/resources/templates/a.html",
                                "<link rel=\"stylesheet\" href=\"//example.org/a.css\">")
                        .catches("src/main/resources/web/a.css", "@import url(https://example.org/a.css);")
                        .passes(
                                "src/main/resources/templates/a.html",
                                "<a href=\"https://example.org\"> <link rel=\"canonical\" href=\"https://example.org\">"),
                page(
                                "markup that trusts a writer is rare",
                                "let Qute escape it; only rendered bodies are raw",
                                file -> templates.test(file),
                                "\\{[^{}]*\\.(raw|safe)\\b(?<!(body|html|markup|svg|qrCode|css|style|jsonLd|scriptWords)\\.(raw|safe))[^{}]*\\}")
                        .catches("src/main/resources/templates/a.html", "<h1>{story.headline.raw}</h1>")
                        .passes("src/main/resources/templates/a.html", "<h1>{story.headline}</h1>{page.body.raw}"));
    }

    private static Rule page(String name, String advice, Predicate<SourceFile> where, String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        return Rule.of(
                name,
                advice,
                where,
                file -> file.with(withoutComments(file.text())).find(compiled));
    }

    private static String withoutComments(String text) {
        return COMMENTS.matcher(text).replaceAll(match -> match.group().replaceAll("[^\\n]", " "));
    }
}
