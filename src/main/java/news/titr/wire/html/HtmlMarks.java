package news.titr.wire.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import news.titr.doc.Mark;
import org.jsoup.nodes.Element;

/** The marks that elements put on their text, in the order in which the editor nests them. */
final class HtmlMarks {

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}");

    private HtmlMarks() {}

    /** What an element says of its text besides where it links to. */
    static List<Mark> of(Element element, List<Mark> around) {
        var marks = switch (element.normalName()) {
            case "strong", "b" -> with(around, new Mark.Strong());
            case "em", "i", "dfn", "var", "cite" -> with(around, new Mark.Emphasis());
            default -> styled(element, around);
        };
        String language = element.hasAttr("lang") ? element.attr("lang").strip() : "";
        return !language.isEmpty() && LANGUAGE.matcher(language).matches()
                ? with(marks, new Mark.Language(language))
                : marks;
    }

    private static List<Mark> styled(Element element, List<Mark> around) {
        if (!element.hasAttr("style")) {
            return around;
        }
        String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
        var marks = around;
        if (style.matches("(?s).*font-weight:(?:bold|bolder|[6-9]00)\\b.*")) {
            marks = with(marks, new Mark.Strong());
        }
        if (style.matches("(?s).*font-style:(?:italic|oblique)\\b.*")) {
            marks = with(marks, new Mark.Emphasis());
        }
        return marks;
    }

    /** One of each kind; the innermost counts. */
    static List<Mark> with(List<Mark> around, Mark mark) {
        var marks = new ArrayList<>(around);
        marks.removeIf(other -> other.getClass() == mark.getClass());
        marks.add(mark);
        marks.sort(Comparator.comparingInt(HtmlMarks::rank));
        return List.copyOf(marks);
    }

    private static int rank(Mark mark) {
        return switch (mark) {
            case Mark.Strong _ -> 0;
            case Mark.Emphasis _ -> 1;
            case Mark.Link _ -> 2;
            case Mark.Language _ -> 3;
        };
    }
}
