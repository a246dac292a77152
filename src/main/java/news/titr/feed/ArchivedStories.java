package news.titr.feed;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import news.titr.doc.Surroundings;
import news.titr.media.Asset;
import news.titr.media.FileType;
import news.titr.media.Pictures;
import news.titr.story.LiveStories;
import news.titr.story.OutsideSurroundings;
import news.titr.story.SiteSettings;

/**
 * Live stories in ninjs for the archive: as their files on the site, but with the pictures as they came in, which lie in the archive. So
 * nothing is in them that another machine would make otherwise.
 */
public final class ArchivedStories {

    private final Supplier<SiteSettings> settings;
    private final LiveStories stories;
    private final Pictures pictures;
    private final InstantSource clock;
    private final BinaryOperator<String> paths;
    private final Map<String, Feeds> feeds = new ConcurrentHashMap<>();

    /** @param paths where the file with this hash and of this media type lies, seen from the file that the stories stand in */
    public ArchivedStories(
            Supplier<SiteSettings> settings,
            LiveStories stories,
            Pictures pictures,
            InstantSource clock,
            BinaryOperator<String> paths) {
        this.settings = settings;
        this.stories = stories;
        this.pictures = pictures;
        this.clock = clock;
        this.paths = paths;
    }

    /** A story in one line; empty for one that readers do not have. */
    public Optional<byte[]> ninjs(long number) {
        return stories.story(number)
                .map(story -> NinjsFile.write(
                        feeds(story.edition()).whole(story, around -> new Unpacked(around, this), this::stills)));
    }

    private Feeds feeds(String edition) {
        return feeds.computeIfAbsent(
                edition, id -> new Feeds(settings, id, stories, pictures, clock, PingSettings.NONE, Optional::empty));
    }

    /** The picture itself, or the one that stands for a video; sound has none. */
    private List<WholeStory.Still> stills(Asset asset) {
        var original = asset.original();
        boolean isPicture = asset.kind() == FileType.Kind.PICTURE;
        String blob = isPicture ? original.blob() : original.poster();
        String mediaType = isPicture ? original.type().mediaType() : FileType.JPEG.mediaType();
        return blob.isEmpty()
                ? List.of()
                : List.of(new WholeStory.Still(
                        paths.apply(blob, mediaType), mediaType, original.width(), original.height()));
    }

    /** Stories and links as elsewhere; pictures from the archive. */
    private record Unpacked(OutsideSurroundings around, ArchivedStories archived) implements Surroundings {

        @Override
        public Optional<ShownPicture> picture(String asset) {
            return Optional.ofNullable(around.assets().get(asset))
                    .flatMap(found -> archived.stills(found).stream().findFirst())
                    .map(still -> new ShownPicture(still.address(), "", still.width(), still.height()));
        }

        @Override
        public Optional<ShownStory> story(long number) {
            return around.story(number);
        }

        @Override
        public String link(String address) {
            return around.link(address);
        }
    }
}
