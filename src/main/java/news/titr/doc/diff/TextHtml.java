package news.titr.doc.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import news.titr.doc.Html;
import news.titr.doc.Inline;
import news.titr.doc.Mark;
import news.titr.language.Letters;
import news.titr.language.Messages;

/**
 * A compared text as HTML: what went in {@code <del>}, what came in {@code <ins>}, each with a word for those who do not see the
 * strokes, and behind it in words what nobody sees.
 */
final class TextHtml {

    private final Messages words;
    private final DifferenceHtml.Side side;

    TextHtml(Messages words, DifferenceHtml.Side side) {
        this.words = words;
        this.side = side;
    }

    String of(List<Change> changes) {
        var html = new StringBuilder();
        changes.forEach(change -> html.append(of(change)));
        return html.toString();
    }

    private String of(Change change) {
        return switch (change) {
            case Change.Kept(var text) -> runs(text, false);
            case Change.Inserted(var text) ->
                inserted(text, false) + notes(Unseen.inserted(Inline.text(text)), side.showsAfter());
            case Change.Removed(var text) ->
                removed(text, false) + notes(Unseen.removed(Inline.text(text)), side.showsBefore());
            case Change.Replaced(var was, var is, var unseen) -> replaced(was, is, unseen);
            case Change.Restyled(var was, var is) -> restyled(was, is);
        };
    }

    private String replaced(List<Inline> was, List<Inline> is, Set<Unseen> unseen) {
        boolean onlySpace = Unseen.look(Inline.text(was) + Inline.text(is)).isEmpty();
        if (onlySpace) {
            // a stroke through nothing is seen by nobody: the words say it
            return runs(side.showsAfter() ? is : was, true) + notes(unseen, side.showsAfter());
        }
        return removed(was, !unseen.isEmpty())
                + (side == DifferenceHtml.Side.BOTH ? " " : "")
                + inserted(is, !unseen.isEmpty())
                + notes(unseen, side.showsAfter());
    }

    private String restyled(List<Inline> was, List<Inline> is) {
        if (!side.showsAfter()) {
            return "<span class=\"restyled\">" + runs(was, false) + "</span>";
        }
        return "<span class=\"restyled\">" + runs(is, false) + "</span>" + note(restyling(was, is));
    }

    private String removed(List<Inline> text, boolean showHidden) {
        return !side.showsBefore() || text.isEmpty()
                ? ""
                : "<del>" + spoken(words.word("difference.removed")) + runs(text, showHidden) + "</del>";
    }

    private String inserted(List<Inline> text, boolean showHidden) {
        return !side.showsAfter() || text.isEmpty()
                ? ""
                : "<ins>" + spoken(words.word("difference.inserted")) + runs(text, showHidden) + "</ins>";
    }

    static String spoken(String word) {
        return "<span class=\"hidden\">" + Html.escape(word) + " </span>";
    }

    private String notes(Set<Unseen> unseen, boolean shown) {
        return shown && !unseen.isEmpty()
                ? note(unseen.stream()
                        .sorted()
                        .map(one -> words.word(one.messageKey()))
                        .toList())
                : "";
    }

    private String note(Collection<String> said) {
        return said.isEmpty()
                ? ""
                : " <small class=\"unseen\">" + Html.escape(String.join(words.word("site.comma"), said)) + "</small>";
    }

    /** What was done to the marks: «پررنگ شد», «پیوند به … رفت». */
    private List<String> restyling(List<Inline> was, List<Inline> is) {
        var old = marks(was);
        var now = marks(is);
        var said = new ArrayList<String>();
        now.stream().filter(mark -> !old.contains(mark)).forEach(mark -> said.add(said(mark, "added")));
        old.stream().filter(mark -> !now.contains(mark)).forEach(mark -> said.add(said(mark, "removed")));
        return said.isEmpty() ? List.of(words.word("difference.mark.elsewhere")) : said;
    }

    private static Set<Mark> marks(List<Inline> runs) {
        return runs.stream().flatMap(run -> run.marks().stream()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String said(Mark mark, String how) {
        return switch (mark) {
            case Mark.Strong() -> words.word("difference.mark.strong-" + how);
            case Mark.Emphasis() -> words.word("difference.mark.emphasis-" + how);
            case Mark.Link(var address) -> words.word("difference.mark.link-" + how, address);
            case Mark.Language(var tag) -> words.word("difference.mark.language-" + how, tag);
        };
    }

    private static String runs(List<Inline> runs, boolean showHidden) {
        var html = new StringBuilder();
        for (var run : runs) {
            var ends = new ArrayList<String>();
            for (var mark : run.marks()) {
                switch (mark) {
                    case Mark.Strong() -> {
                        html.append("<strong>");
                        ends.add("</strong>");
                    }
                    case Mark.Emphasis() -> {
                        html.append("<em>");
                        ends.add("</em>");
                    }
                    case Mark.Link(var address) -> {
                        html.append("<span class=\"link\" title=\"")
                                .append(Html.escape(address))
                                .append("\">");
                        ends.add("</span>");
                    }
                    case Mark.Language _ -> {
                        html.append("<bdi>");
                        ends.add("</bdi>");
                    }
                }
            }
            html.append(text(run.text(), showHidden));
            ends.reversed().forEach(html::append);
        }
        return html.toString();
    }

    private static String text(String text, boolean showHidden) {
        String escaped = Html.escape(text)
                .replace("\n", "<br>")
                .replace(
                        Character.toString(Unseen.PARAGRAPH),
                        "<span class=\"pilcrow\" aria-hidden=\"true\">¶</span><br>");
        if (!showHidden) {
            return escaped;
        }
        String half = Character.toString(Letters.HALF_SPACE);
        return escaped.replace(half, "<span class=\"half-space\">" + half + "</span>");
    }
}
