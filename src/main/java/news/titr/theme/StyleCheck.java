package news.titr.theme;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import news.titr.language.Nearest;

/** Looks a theme's style sheet over: what would break the page, be refused by browsers, or is probably mistyped. */
final class StyleCheck {

    static final Pattern ADDRESS = Pattern.compile("url\\(\\s*[\"']?([^\"')]*)[\"']?\\s*\\)");

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern SET = Pattern.compile("(?<![\\w-])(--[\\w-]+)\\s*:");
    private static final Pattern USED = Pattern.compile("var\\(\\s*(--[\\w-]+)");

    private final Set<String> properties;
    private final Set<String> files;

    /**
     * @param properties the custom properties that the program's sheets understand, with their dashes
     * @param files what the theme has to show
     */
    StyleCheck(Set<String> properties, Set<String> files) {
        this.properties = properties;
        this.files = files;
    }

    /** The custom properties that a style sheet sets or asks for. */
    static Set<String> asked(String css) {
        return found(USED, css);
    }

    static Set<String> set(String css) {
        return found(SET, css);
    }

    private static Set<String> found(Pattern pattern, String css) {
        var names = new TreeSet<String>();
        var found = pattern.matcher(css);
        while (found.find()) {
            names.add(found.group(1));
        }
        return names;
    }

    List<Remark> remarks(String file, String text) {
        var remarks = new ArrayList<Remark>();
        // comments go, their lines stay
        String css = COMMENT.matcher(text)
                .replaceAll(comment -> "\n".repeat((int)
                        comment.group().chars().filter(letter -> letter == '\n').count()));
        if (css.contains("/*")) {
            remarks.add(Remark.wrong(file, line(css, css.indexOf("/*")), "a comment begins here and never ends"));
            return remarks;
        }
        braces(file, css, remarks);
        int imported = css.indexOf("@import");
        if (imported >= 0) {
            remarks.add(Remark.wrong(file, line(css, imported), "@import is refused by the site's security policy"));
        }
        if (css.contains("</")) {
            remarks.add(Remark.wrong(file, line(css, css.indexOf("</")), "“</” would end the page's style element"));
        }
        var address = ADDRESS.matcher(css);
        while (address.find()) {
            if (!files.contains(address.group(1))) {
                remarks.add(Remark.wrong(
                        file,
                        line(css, address.start()),
                        "url(%s) is no file of the theme; fonts, pictures and drawings lie in it as fonts/… and pictures/….%s"
                                .formatted(address.group(1), Nearest.question(address.group(1), files))));
            }
        }
        var asked = asked(css);
        for (String name : set(css)) {
            if (!properties.contains(name) && !asked.contains(name)) {
                remarks.add(Remark.advice(
                        file,
                        line(css, css.indexOf(name)),
                        "nothing asks for " + name + "." + Nearest.question(name, properties)));
            }
        }
        return remarks;
    }

    private static void braces(String file, String css, List<Remark> remarks) {
        int deep = 0;
        int opened = 0;
        char quote = 0;
        for (int i = 0; i < css.length(); i++) {
            char letter = css.charAt(i);
            if (quote != 0) {
                quote = letter == quote ? 0 : quote;
            } else if (letter == '"' || letter == '\'') {
                quote = letter;
            } else if (letter == '{') {
                opened = deep++ == 0 ? i : opened;
            } else if (letter == '}' && --deep < 0) {
                remarks.add(Remark.wrong(file, line(css, i), "this } closes nothing"));
                return;
            }
        }
        if (deep > 0) {
            remarks.add(Remark.wrong(file, line(css, opened), "the { of this line is never closed"));
        }
    }

    private static int line(String text, int at) {
        return 1
                + (int) text.substring(0, at)
                        .chars()
                        .filter(letter -> letter == '\n')
                        .count();
    }
}
