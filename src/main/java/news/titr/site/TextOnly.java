package news.titr.site;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import news.titr.doc.Surroundings;
import news.titr.media.Asset;
import news.titr.media.FileType;
import news.titr.media.Slot;
import news.titr.story.Teaser;

/**
 * Pictures as lines that lead to them, for pages that every byte counts in.
 *
 * @param link where a link within the site leads
 * @param story the address of a story
 */
record TextOnly(
        Site site,
        Map<String, Asset> assets,
        Map<Long, Teaser> stories,
        UnaryOperator<String> link,
        Function<Teaser, String> story)
        implements Surroundings {

    /** Wide enough for a phone. */
    private static final int WIDTH = 640;

    @Override
    public Optional<ShownPicture> picture(String asset) {
        return Optional.empty();
    }

    @Override
    public Optional<NamedPicture> named(String asset) {
        var found = Optional.ofNullable(assets.get(asset));
        return found.flatMap(Asset::played)
                .or(() -> found.flatMap(its -> its.atLeast(Slot.WHOLE, WIDTH)))
                .map(file -> new NamedPicture(
                        link.apply(file.address()),
                        kind(file, found.map(Asset::kind).orElse(FileType.Kind.PICTURE)),
                        site.fileSize(site.pictures.bytes(file))));
    }

    private String kind(Asset.Rendition file, FileType.Kind kind) {
        if (file.purpose() != Asset.Rendition.Purpose.PLAYED) {
            return site.words().word("lite.picture");
        }
        return site.words().word(kind == FileType.Kind.AUDIO ? "lite.sound" : "lite.video");
    }

    @Override
    public Optional<ShownStory> story(long number) {
        return Optional.ofNullable(stories.get(number))
                .map(teaser -> new ShownStory(story.apply(teaser), teaser.headline()));
    }

    @Override
    public String link(String address) {
        return link.apply(address);
    }
}
