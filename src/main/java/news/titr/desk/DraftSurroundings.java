package news.titr.desk;

import java.util.Optional;
import news.titr.doc.Surroundings;
import news.titr.media.Pictures;
import news.titr.media.Slot;
import news.titr.story.Addresses;
import news.titr.story.LiveStories;

/** The pictures and live stories that a draft names, asked for one by one: a draft is looked at by few. */
public record DraftSurroundings(Pictures pictures, LiveStories stories, Addresses addresses) implements Surroundings {

    private static final int WIDTH = 640;
    private static final int CARD = 1200;

    @Override
    public Optional<ShownPicture> picture(String asset) {
        return cut(asset, Slot.WHOLE, WIDTH);
    }

    /** As the card of a social network shows it. */
    Optional<ShownPicture> card(String asset) {
        return cut(asset, Slot.SOCIAL, CARD);
    }

    private Optional<ShownPicture> cut(String asset, Slot slot, int width) {
        return pictures.find(asset)
                .flatMap(found -> found.atLeast(slot, width))
                .map(rendition -> new ShownPicture(rendition.address(), "", rendition.width(), rendition.height()));
    }

    @Override
    public Optional<ShownStory> story(long number) {
        return stories.story(number).map(story -> new ShownStory(addresses.story(story), story.headline()));
    }
}
