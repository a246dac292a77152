package news.titr.api;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.titr.doc.Block;
import news.titr.doc.Body;
import news.titr.doc.Inline;
import news.titr.doc.Mark;
import news.titr.doc.Markup;
import news.titr.doc.Surroundings;

/** A body as Markdown that makes sense elsewhere: pictures and other stories by their addresses, not by our keys. */
final class MarkdownText {

    private MarkdownText() {}

    static String of(Body body, Surroundings surroundings) {
        return Markup.write(new Body(blocks(body.blocks(), surroundings)));
    }

    private static List<Block> blocks(List<Block> blocks, Surroundings surroundings) {
        return blocks.stream().flatMap(block -> block(block, surroundings)).toList();
    }

    private static Stream<Block> block(Block block, Surroundings surroundings) {
        return switch (block) {
            case Block.Quote(var speaker, var inside) ->
                Stream.of(new Block.Quote(speaker, blocks(inside, surroundings)));
            case Block.Listing(var numbered, var items) ->
                Stream.of(new Block.Listing(
                        numbered,
                        items.stream()
                                .map(item -> new Block.Listing.Item(blocks(item.blocks(), surroundings)))
                                .toList()));
            case Block.Picture(var asset, var alt, var caption, var credit) ->
                surroundings
                        .picture(asset)
                        .<Block>map(shown -> new Block.Picture(shown.source(), alt, caption, credit))
                        .stream();
            case Block.ReadAlso(var story, var _) ->
                surroundings.story(story).stream()
                        .map(shown -> new Block.Paragraph(
                                List.of(new Inline(shown.headline(), List.of(new Mark.Link(shown.address()))))));
            case Block.Unknown unknown ->
                Optional.of(unknown.safeText()).filter(text -> !text.isEmpty()).stream()
                        .map(Block.Paragraph::of);
            case Block.Paragraph _, Block.Subhead _, Block.Table _, Block.Separator _, Block.Embed _ ->
                Stream.of(block);
        };
    }
}
