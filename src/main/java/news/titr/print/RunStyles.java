package news.titr.print;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import news.titr.doc.Inline;
import news.titr.doc.Mark;
import news.titr.doc.SafeLink;
import news.titr.print.Style.Anchor;

/** Gives runs of text their styles: marks become faces and inks, links become anchors with absolute addresses. */
final class RunStyles {

    private final Typefaces faces;
    private final String base;
    private int anchors;

    /** @param base absolute address that links within the site are resolved against */
    RunStyles(Typefaces faces, String base) {
        this.faces = faces;
        this.base = base;
    }

    List<StyledText> of(List<Inline> runs, Style plain) {
        var styled = new ArrayList<StyledText>();
        for (int i = 0; i < runs.size(); i++) {
            var run = runs.get(i);
            var style = plain;
            for (var mark : run.marks()) {
                style = marked(style, mark, runs, i, styled);
            }
            styled.add(new StyledText(run.text(), style));
        }
        return styled;
    }

    /** Text that is one link as a whole; without a usable address it is text. */
    List<StyledText> link(String text, String address, Style plain) {
        return List.of(new StyledText(text, linked(plain, address, text)));
    }

    private Style marked(Style style, Mark mark, List<Inline> runs, int at, List<StyledText> before) {
        return switch (mark) {
            case Mark.Strong() -> style.with(faces.bold);
            case Mark.Emphasis() ->
                // Persian has no italics: there, weight says it
                BidiText.isRightToLeft(runs.get(at).text(), true) ? style.with(faces.bold) : style.leaning();
            case Mark.Language(var tag) -> {
                var anchor = style.anchor();
                yield anchor != null && anchor.isLink()
                        ? style.anchored(new Anchor(anchor.number(), anchor.address(), anchor.contents(), tag))
                        : style.anchored(new Anchor(anchors++, "", "", tag));
            }
            case Mark.Link link -> {
                var previous = at == 0 ? null : before.getLast().style().anchor();
                if (previous != null
                        && previous.isLink()
                        && runs.get(at - 1).marks().contains(link)) {
                    yield style.with(Ink.LINK).anchored(previous);
                }
                yield linked(style, link.address(), contents(link, runs, at));
            }
        };
    }

    /** The text of all runs from here on that belong to the same link. */
    private static String contents(Mark.Link link, List<Inline> runs, int from) {
        var text = new StringBuilder();
        for (int i = from; i < runs.size() && runs.get(i).marks().contains(link); i++) {
            text.append(runs.get(i).text());
        }
        return text.toString();
    }

    private Style linked(Style style, String address, String contents) {
        String absolute = absolute(address);
        if (absolute.isEmpty()) {
            return style;
        }
        var anchor = style.anchor();
        String language = anchor == null ? "" : anchor.language();
        return style.with(Ink.LINK).anchored(new Anchor(anchors++, absolute, PdfMetadata.plain(contents), language));
    }

    /** ASCII, as a PDF wants it; empty for what cannot be followed from paper or must not be. */
    private String absolute(String address) {
        if (!SafeLink.isSafe(address) || address.startsWith("#")) {
            return "";
        }
        try {
            var absolute = URI.create(base).resolve(address);
            return absolute.isAbsolute() ? absolute.toASCIIString() : "";
        } catch (IllegalArgumentException unusable) {
            return "";
        }
    }
}
