package news.titr.desk;

import java.util.List;
import java.util.Optional;
import news.titr.doc.Surroundings;
import news.titr.media.Pictures;
import news.titr.story.LiveStories;
import news.titr.story.StoryAddress;

/** The pictures and live stories that a draft names, asked for one by one: a draft is looked at by few. */
public record DraftSurroundings(Pictures pictures, LiveStories stories) implements Surroundings {

    private static final int WIDTH = 640;

    @Override
    public Optional<ShownPicture> picture(String asset) {
        return Optional.ofNullable(pictures.find(List.of(asset)).get(asset))
                .flatMap(found -> found.atLeast(WIDTH)
                        .map(rendition -> new ShownPicture(
                                rendition.address(), "", rendition.width(), rendition.height())));
    }

    @Override
    public Optional<ShownStory> story(long number) {
        return stories.story(number)
                .map(story -> new ShownStory(StoryAddress.page(number, story.headline()), story.headline()));
    }
}
