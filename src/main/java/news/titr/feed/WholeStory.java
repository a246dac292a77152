package news.titr.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import news.titr.doc.Block;
import news.titr.doc.BlockWords;
import news.titr.doc.Body;
import news.titr.doc.HtmlRenderer;
import news.titr.doc.MarkdownText;
import news.titr.doc.Surroundings;
import news.titr.doc.TextRenderer;
import news.titr.language.Messages;
import news.titr.media.Asset;
import news.titr.story.LiveStory;

/**
 * A story as files of its own say it.
 *
 * @param body with the newest entries, for one that is covered live
 * @param entry what feeds say of it: addresses that are absolute, and dates
 * @param assets the pictures that it names, by their ids
 * @param stills the files that there are of a picture, narrowest first
 * @param publisher the newspaper's name
 */
record WholeStory(
        LiveStory story,
        Body body,
        Feed.Entry entry,
        Surroundings surroundings,
        Map<String, Asset> assets,
        Function<Asset, List<Still>> stills,
        Messages words,
        String publisher) {

    /** A file of a picture, with an address that works where the story is read. */
    record Still(String address, String mediaType, int width, int height) {}

    /** A use of a picture, and the picture. */
    record Shown(Block.Picture use, Asset asset) {

        String credit() {
            return use.credit().isEmpty() ? asset.credit() : use.credit();
        }
    }

    /** The main picture first. */
    List<Shown> pictures() {
        var uses = new ArrayList<Block.Picture>();
        story.picture().ifPresent(uses::add);
        uses.addAll(body.all(Block.Picture.class));
        return uses.stream().flatMap(use -> shown(use).stream()).toList();
    }

    Optional<Shown> shown(Block.Picture use) {
        return Optional.ofNullable(assets.get(use.asset())).map(asset -> new Shown(use, asset));
    }

    String html() {
        return HtmlRenderer.render(body, surroundings, BlockWords.of(words));
    }

    /** What was wrong, said in public, each in a line of its own. */
    List<String> corrections() {
        return story.corrections().stream()
                .map(correction -> words.word("story.correction") + ": " + correction.text())
                .toList();
    }

    String byline() {
        return String.join(
                words.word("site.comma"),
                entry.authors().stream().map(Feed.Name::text).toList());
    }

    String text() {
        return head("", "") + TextRenderer.render(body) + "\n\n" + entry.id() + "\n";
    }

    String markdown() {
        return head("# ", "## ") + MarkdownText.of(body, surroundings) + "\n\n<" + entry.id() + ">\n";
    }

    private String head(String first, String second) {
        var lines = new ArrayList<String>();
        lines.add(story.kicker());
        lines.add(first + entry.title());
        story.subheadlines().forEach(line -> lines.add(second + line));
        lines.add(byline());
        lines.add(entry.published().map(Object::toString).orElse(""));
        lines.add(story.source());
        lines.addAll(corrections());
        lines.add(story.lead());
        var text = new StringBuilder();
        lines.stream()
                .filter(line -> !line.isBlank())
                .forEach(line -> text.append(line).append("\n\n"));
        return text.toString();
    }
}
