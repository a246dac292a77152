package news.titr.site;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.titr.language.Direction;
import news.titr.story.Label;
import news.titr.story.LiveStory;
import news.titr.story.StoryType;

/** What stands on the cards of stories, and where each card is. */
final class SocialCards {

    private final Site site;

    SocialCards(Site site) {
        this.site = site;
    }

    PageFrame.CardPicture of(LiveStory story) {
        return new PageFrame.CardPicture(
                site.absolute(address(story)), "image/png", SocialCard.WIDTH, SocialCard.HEIGHT, story.headline());
    }

    /** Another for each revision: what an address shows never changes. */
    String address(LiveStory story) {
        return site.address("/card/" + story.number() + "/" + text(story).key() + ".png");
    }

    SocialCard.Text text(LiveStory story) {
        return new SocialCard.Text(
                site.masthead.name(),
                kicker(story),
                story.headline(),
                story.published().map(site.dates()::longDate).orElse(""),
                site.masthead.baseUrl().getAuthority(),
                site.masthead.language().direction() == Direction.RIGHT_TO_LEFT,
                site.ink().light(),
                site.paper().light(),
                site.accent().light());
    }

    /** What readers have to be told of its type, whose opinion it is, and its kicker. */
    private String kicker(LiveStory story) {
        String writers = story.type() == StoryType.OPINION
                ? story.authors().stream()
                        .map(Label::name)
                        .collect(Collectors.joining(site.words().word("site.comma")))
                : "";
        return Stream.of(TeaserViews.label(site, story.type(), story.kicker()), writers, story.kicker())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" | "));
    }
}
