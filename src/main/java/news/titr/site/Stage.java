package news.titr.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import news.titr.doc.Block;
import news.titr.doc.Body;
import news.titr.media.Asset;
import news.titr.story.LiveStory;
import news.titr.story.StoryType;

/**
 * The dark stage of a picture story or a video: what is seen first, across the whole page, with the text below it.
 *
 * @param slides the pictures in the order of the story; one, of a video
 * @param body HTML: what is written between the pictures
 */
record Stage(List<Slide> slides, String body) {

    /**
     * One picture.
     *
     * @param id of its element, to which links lead
     * @param place such as «۲ از ۹»; empty for one that is alone
     * @param previous address of the picture before it; empty for the first
     */
    record Slide(String id, String place, String previous, String next, PictureView picture) {}

    public boolean turned() {
        return slides.size() > 1;
    }

    /** Empty for a story that has none: one of another type, or with nothing to see. */
    static Optional<Stage> of(Site site, LiveStory story, Map<String, Asset> assets, Function<Body, String> html) {
        if (story.type() != StoryType.PICTURE && story.type() != StoryType.VIDEO) {
            return Optional.empty();
        }
        var pictures = new ArrayList<PictureView>();
        story.picture().ifPresent(picture -> pictures.add(PictureView.of(Optional.of(picture), assets)));
        if (story.type() == StoryType.PICTURE) {
            story.body().blocks().stream()
                    .filter(Block.Picture.class::isInstance)
                    .map(Block.Picture.class::cast)
                    .forEach(picture -> pictures.add(PictureView.of(Optional.of(picture), assets)));
        }
        pictures.removeIf(picture -> !picture.shown());
        if (pictures.isEmpty()) {
            return Optional.empty();
        }
        int count = pictures.size();
        var slides = IntStream.range(0, count)
                .mapToObj(i -> new Slide(
                        id(i),
                        count == 1
                                ? ""
                                : site.words().word("story.picture-place", site.digits(i + 1L), site.digits(count)),
                        i == 0 ? "" : "#" + id(i - 1),
                        i == count - 1 ? "" : "#" + id(i + 1),
                        pictures.get(i)))
                .toList();
        return Optional.of(new Stage(slides, html.apply(textOf(story))));
    }

    private static Body textOf(LiveStory story) {
        return story.type() == StoryType.VIDEO
                ? story.body()
                : new Body(story.body().blocks().stream()
                        .filter(block -> !(block instanceof Block.Picture))
                        .toList());
    }

    private static String id(int index) {
        return "picture-" + (index + 1);
    }
}
