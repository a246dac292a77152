package news.titr.doc;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Bodies of every kind and shape, their text made of what is hard for markup, HTML and Persian. */
public final class Bodies {

    private static final String HARD = "\\*[](){}|>#-^!=<`•—\"'&.:1۱۲ \t\n\u200c\u00a0";

    private Bodies() {}

    public static Arbitrary<String> text() {
        var characters = Arbitraries.oneOf(
                Arbitraries.of(HARD.chars().mapToObj(c -> (char) c).toList()),
                Arbitraries.of('آ', 'ب', 'ی', 'ک', 'a', 'Z', '۴', '،', '؛', '«', '»'));
        return Arbitraries.oneOf(
                characters.list().ofMaxSize(12).map(list -> {
                    var text = new StringBuilder();
                    list.forEach(text::append);
                    return text.toString();
                }),
                Arbitraries.of(
                        "می‌شود",
                        "***",
                        "•",
                        "## میان‌تیتر",
                        "1. یک",
                        "- دو",
                        "> سه",
                        "| چهار |",
                        "|---|",
                        "```block",
                        "— نام",
                        "=> 12 تیتر",
                        "<<aparat:x>>",
                        "![ع](k)",
                        "[الف](ب)",
                        "  متن  ",
                        "سطر\nسطر",
                        "a\\",
                        "^ روتیتر"));
    }

    private static Arbitrary<String> some() {
        return text().filter(text -> !text.isEmpty());
    }

    private static Arbitrary<Mark> mark() {
        return Arbitraries.oneOf(
                Arbitraries.of(new Mark.Strong(), new Mark.Emphasis(), new Mark.Language("en"), new Mark.Language("")),
                Arbitraries.of("https://a.test/x_(y)", "/26841", "", "a b", "x)", "#|")
                        .map(Mark.Link::new));
    }

    public static Arbitrary<List<Inline>> runs() {
        return Combinators.combine(some(), mark().list().ofMaxSize(3))
                .as(Inline::new)
                .list()
                .ofMaxSize(4);
    }

    private static Arbitrary<Block.Table.Cell> cell() {
        return Combinators.combine(
                        Arbitraries.of(true, false, false),
                        Arbitraries.of(1, 1, 1, 1, 2),
                        Arbitraries.of(1, 1, 1, 1, 3),
                        runs())
                .as(Block.Table.Cell::new);
    }

    private static Arbitrary<Block> leaf() {
        return Arbitraries.oneOf(
                runs().map(Block.Paragraph::new),
                Combinators.combine(Arbitraries.of(2, 3), text(), runs()).as(Block.Subhead::new),
                Combinators.combine(
                                text(),
                                cell().list()
                                        .ofMaxSize(3)
                                        .map(Block.Table.Row::new)
                                        .list()
                                        .ofMaxSize(3))
                        .as(Block.Table::new),
                Combinators.combine(text(), text(), text(), text()).as(Block.Picture::new),
                Arbitraries.of(new Block.Separator()),
                Combinators.combine(Arbitraries.longs(), text()).as(Block.ReadAlso::new),
                Combinators.combine(text(), text(), text()).as(Block.Embed::new),
                text().map(text -> new Block.Unknown(JsonNodeFactory.instance
                        .objectNode()
                        .put("type", "poll")
                        .put("text", text))));
    }

    private static Arbitrary<Block> block(int depth) {
        if (depth == 0) {
            return leaf();
        }
        var inside = block(depth - 1).list().ofMaxSize(3);
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(4, leaf()),
                net.jqwik.api.Tuple.of(1, Combinators.combine(text(), inside).as(Block.Quote::new)),
                net.jqwik.api.Tuple.of(
                        1,
                        Combinators.combine(
                                        Arbitraries.of(true, false),
                                        inside.map(Block.Listing.Item::new)
                                                .list()
                                                .ofMaxSize(3))
                                .as(Block.Listing::new)));
    }

    public static Arbitrary<Body> any() {
        return block(3).list().ofMaxSize(5).map(Body::new);
    }
}
