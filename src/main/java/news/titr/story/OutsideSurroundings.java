package news.titr.story;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import news.titr.doc.Surroundings;
import news.titr.media.Asset;
import news.titr.media.FileType;
import news.titr.media.Slot;

/**
 * The pictures and stories that bodies name, for whoever reads them outside of the site: with addresses that work anywhere.
 * Pictures come in one size and a format that every program knows.
 */
public record OutsideSurroundings(
        UnaryOperator<String> absolute, Addresses addresses, Map<String, Asset> assets, Map<Long, Teaser> stories)
        implements Surroundings {

    private static final int WIDTH = 960;

    @Override
    public Optional<ShownPicture> picture(String asset) {
        var found = Optional.ofNullable(assets.get(asset));
        return found.flatMap(its -> its.atLeast(Slot.WHOLE, WIDTH))
                .map(still -> new ShownPicture(
                        absolute.apply(still.address()),
                        "",
                        List.of(),
                        still.width(),
                        still.height(),
                        found.flatMap(this::played)));
    }

    private Optional<Played> played(Asset asset) {
        return asset.played()
                .map(played -> new Played(
                        absolute.apply(played.address()), played.mediaType(), asset.kind() == FileType.Kind.AUDIO));
    }

    @Override
    public Optional<ShownStory> story(long number) {
        return Optional.ofNullable(stories.get(number))
                .map(teaser -> new ShownStory(absolute.apply(addresses.story(teaser)), teaser.headline()));
    }

    @Override
    public String link(String address) {
        return address.startsWith("/") ? absolute.apply(address) : address;
    }
}
