package news.titr.site;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import news.titr.media.Slot;
import news.titr.story.Label;
import news.titr.story.LiveCoverage;
import news.titr.story.LiveStory;
import news.titr.story.Section;
import news.titr.story.StoryType;

/** What the head of a story's page says of it to messengers and search engines. */
final class StoryHead {

    /** The width of a card, and the least that networks show as a large one. */
    private static final int CARD = 1200;

    private static final int NARROWEST_CARD = 600;

    private final Site site;
    private final Function<LiveStory, Optional<String>> note;

    /** @param note the address of what Mastodon and its like have of a story, where they have anything */
    StoryHead(Site site, Function<LiveStory, Optional<String>> note) {
        this.site = site;
        this.note = note;
    }

    PageFrame on(PageFrame frame, LiveStory story) {
        var sharing = sharing(story);
        return frame.shared(sharing)
                .described(
                        formats(story),
                        List.of(site.data().story(story, sharing.picture(), coverage(story)), path(story)));
    }

    private Optional<LiveCoverage> coverage(LiveStory story) {
        return story.type() == StoryType.LIVE
                ? site.stories.coverage(story.number(), new LiveCoverage.From.Newest(), StoryPage.ENTRIES)
                : Optional.empty();
    }

    /** What everyone may have of it, and where other sites ask how to show it. */
    private List<PageFrame.Format> formats(LiveStory story) {
        var formats = new ArrayList<PageFrame.Format>();
        note.apply(story)
                .ifPresent(address -> formats.add(new PageFrame.Format("application/activity+json", "", address)));
        for (var format : site.formats().open()) {
            formats.add(new PageFrame.Format(
                    format.mediaType(), "", site.address("/news/" + story.number() + "." + format.ending())));
        }
        String asked = site.absolute("/oembed?url=")
                + URLEncoder.encode(site.absolute(site.address(story)), StandardCharsets.UTF_8);
        formats.add(new PageFrame.Format("application/json+oembed", story.headline(), asked + "&format=json"));
        formats.add(new PageFrame.Format("text/xml+oembed", story.headline(), asked + "&format=xml"));
        return formats;
    }

    private String path(LiveStory story) {
        var all = site.stories.sections(site.edition());
        var parent = story.section()
                .flatMap(Section::parent)
                .flatMap(id ->
                        all.stream().filter(other -> other.id().equals(id)).findFirst());
        return site.data()
                .path(Stream.concat(parent.stream(), story.section().stream()).toList());
    }

    private PageFrame.Sharing sharing(LiveStory story) {
        return new PageFrame.Sharing(
                "article",
                story.headline(),
                List.of(picture(story).orElseGet(() -> new SocialCards(site).of(story))),
                story.published().map(Instant::toString).orElse(""),
                story.updated().map(Instant::toString).orElse(""),
                story.section().map(Section::name).orElse(""),
                story.authors().stream()
                        .map(author -> site.absolute(site.address(author)))
                        .toList(),
                story.tags().stream().map(Label::name).toList());
    }

    /** Its own picture, where that is wide enough for a card. */
    private Optional<PageFrame.CardPicture> picture(LiveStory story) {
        return story.picture()
                .flatMap(use -> site.pictures
                        .find(use.asset())
                        .flatMap(asset -> asset.atLeast(Slot.SOCIAL, CARD))
                        .filter(still -> still.width() >= NARROWEST_CARD)
                        .map(still -> new PageFrame.CardPicture(
                                site.absolute(still.address()),
                                still.mediaType(),
                                still.width(),
                                still.height(),
                                use.alt())));
    }
}
