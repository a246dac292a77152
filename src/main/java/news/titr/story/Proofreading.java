package news.titr.story;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import news.titr.doc.Block;
import news.titr.doc.Inline;
import news.titr.language.Edit;
import news.titr.language.HouseStyle;
import news.titr.language.Tidy;

/** Counts what {@link Tidy} would mend in a content. It takes its time, so it is asked outside of transactions. */
public final class Proofreading {

    private final Tidy tidy;
    private final HouseStyle style;

    public Proofreading(Tidy tidy, HouseStyle style) {
        this.tidy = tidy;
        this.style = style;
    }

    /** How many mends of each kind. */
    public Map<Edit.Kind, Integer> mends(Content content) {
        var mends = new EnumMap<Edit.Kind, Integer>(Edit.Kind.class);
        for (String text : texts(content)) {
            tidy.edits(text, style).forEach(edit -> mends.merge(edit.kind(), 1, Integer::sum));
        }
        return mends;
    }

    /** The same as a problem: none, or one that says how many. */
    public static List<Problem> problems(Map<Edit.Kind, Integer> mends) {
        int all = mends.values().stream().mapToInt(Integer::intValue).sum();
        return all == 0 ? List.of() : List.of(new Problem(Problem.Kind.UNTIDIED, Integer.toString(all)));
    }

    private static List<String> texts(Content content) {
        var texts = new ArrayList<String>();
        texts.add(content.kicker());
        texts.add(content.headline());
        texts.addAll(content.subheadlines());
        texts.add(content.lead());
        content.picture().ifPresent(picture -> add(picture, texts));
        content.body().walk(block -> {
            switch (block) {
                case Block.Paragraph(var text) -> add(text, texts);
                case Block.Subhead(var _, var kicker, var text) -> {
                    texts.add(kicker);
                    add(text, texts);
                }
                case Block.Quote(var speaker, var _) -> texts.add(speaker);
                case Block.Table(var caption, var rows) -> {
                    texts.add(caption);
                    rows.forEach(row -> row.cells().forEach(cell -> add(cell.text(), texts)));
                }
                case Block.Picture picture -> add(picture, texts);
                case Block.Listing _, Block.Separator _, Block.ReadAlso _, Block.Embed _, Block.Unknown _ -> {}
            }
        });
        texts.removeIf(String::isBlank);
        return texts;
    }

    private static void add(Block.Picture picture, List<String> texts) {
        texts.add(picture.alt());
        texts.add(picture.caption());
        texts.add(picture.credit());
    }

    /** Text with marks is tidied run by run, as the editor does it. */
    private static void add(List<Inline> runs, List<String> texts) {
        runs.forEach(run -> texts.add(run.text()));
    }
}
