package news.titr.story;

import java.util.ArrayList;
import java.util.List;
import news.titr.doc.Block;
import news.titr.doc.Inline;
import news.titr.doc.Mark;
import news.titr.doc.SafeLink;

/** What is looked at before a story goes out. The desk's panel and the doors ask the same checks. */
public final class Checks {

    /** Longer headlines are cut by search engines and social networks; in characters. */
    private static final int LONG_HEADLINE = 110;

    private Checks() {}

    public static List<Problem> of(Content content) {
        var problems = new ArrayList<Problem>();
        if (content.headline().isBlank()) {
            problems.add(Problem.of(Problem.Kind.NO_HEADLINE));
        }
        if (content.headline().length() > LONG_HEADLINE) {
            problems.add(new Problem(
                    Problem.Kind.LONG_HEADLINE,
                    Integer.toString(content.headline().length())));
        }
        if (content.section().isEmpty()) {
            problems.add(Problem.of(Problem.Kind.NO_SECTION));
        }
        if (content.body().isEmpty()) {
            problems.add(Problem.of(Problem.Kind.EMPTY_BODY));
        }
        if (content.published() instanceof Published.Unknown) {
            problems.add(Problem.of(Problem.Kind.UNKNOWN_DATE));
        }
        content.picture()
                .filter(picture -> picture.alt().isBlank())
                .ifPresent(picture -> problems.add(new Problem(Problem.Kind.NO_ALTERNATIVE_TEXT, picture.asset())));
        content.body().walk(block -> checkBlock(block, problems));
        return problems;
    }

    private static void checkBlock(Block block, List<Problem> problems) {
        switch (block) {
            case Block.Unknown unknown ->
                problems.add(new Problem(
                        Problem.Kind.UNKNOWN_BLOCK, unknown.json().path("type").asText()));
            case Block.Picture picture -> {
                if (picture.alt().isBlank()) {
                    problems.add(new Problem(Problem.Kind.NO_ALTERNATIVE_TEXT, picture.asset()));
                }
            }
            case Block.Paragraph paragraph -> checkLinks(paragraph.text(), problems);
            case Block.Subhead subhead -> checkLinks(subhead.text(), problems);
            case Block.Table table ->
                table.rows().forEach(row -> row.cells().forEach(cell -> checkLinks(cell.text(), problems)));
            case Block.Quote _, Block.Listing _, Block.Separator _, Block.ReadAlso _, Block.Embed _ -> {}
        }
    }

    private static void checkLinks(List<Inline> text, List<Problem> problems) {
        for (var run : text) {
            for (var mark : run.marks()) {
                if (mark instanceof Mark.Link(var address) && !SafeLink.isSafe(address)) {
                    problems.add(new Problem(Problem.Kind.UNSAFE_LINK, address));
                }
            }
        }
    }
}
