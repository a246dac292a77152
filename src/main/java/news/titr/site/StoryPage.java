package news.titr.site;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.titr.doc.Block;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.media.Slot;
import news.titr.story.Label;
import news.titr.story.LiveStories;
import news.titr.story.LiveStory;
import news.titr.story.Section;

/** {@code /news/N} and {@code /news/N/SLUG}: a story. Any other slug or edition than its own leads to the right one. */
public final class StoryPage {

    private static final int NEXT = 4;

    /** The width of a card, and the least that networks show as a large one. */
    private static final int CARD = 1200;

    private static final int NARROWEST_CARD = 600;

    private final Site site;
    private final MissingPage missing;
    private final WithdrawnPage withdrawn;
    private final StoryViews views;

    public StoryPage(Site site, MissingPage missing, WithdrawnPage withdrawn) {
        this.site = site;
        this.missing = missing;
        this.withdrawn = withdrawn;
        views = new StoryViews(site);
    }

    public Response answer(Request request) {
        var number = StoryNumber.of(request);
        if (number.isEmpty()) {
            return missing.answer(request);
        }
        return switch (site.stories.find(number.getAsLong())) {
            case LiveStories.Found.Live(var story) -> {
                String address = site.address(story);
                yield address.equals(asked(request)) ? show(story) : Response.movedPermanently(address);
            }
            case LiveStories.Found.Withdrawn gone -> withdrawn.answer(gone);
            case LiveStories.Found.Absent() -> missing.answer(request);
        };
    }

    private String asked(Request request) {
        String number = request.route().text("number");
        return request.route()
                .first("slug")
                .map(slug -> site.address("/news/" + number + "/" + slug))
                .orElse(site.address("/news/" + number));
    }

    /** The page of a story, live or still in the making. */
    public Response show(LiveStory story) {
        var view = views.of(story, next(story));
        var sharing = sharing(story);
        var frame = site.frame(
                        story.headline(),
                        story.lead().isEmpty() ? story.headline() : story.lead(),
                        site.address(story),
                        story.section().map(Section::slug).orElse(""))
                .shared(sharing)
                .described(List.of(), List.of(site.data().story(story, sharing.picture()), path(story)));
        return site.page(200, site.templates.storyPage(frame, view));
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
                picture(story).stream().toList(),
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

    /** The newest of its section, without itself and without what its text has pointed to. */
    private List<TeaserView> next(LiveStory story) {
        var named = story.body().all(Block.ReadAlso.class).stream().map(Block.ReadAlso::story);
        var known = Stream.concat(Stream.of(story.number()), named).collect(Collectors.toSet());
        LiveStories.Of of = story.section()
                .<LiveStories.Of>map(LiveStories.Of.InSection::new)
                .orElseGet(() -> new LiveStories.Of.Edition(site.edition()));
        var newest = site.stories.list(of, LiveStories.After.START, NEXT + known.size());
        return site.teasers()
                .list(newest.stream()
                        .filter(teaser -> !known.contains(teaser.number()))
                        .limit(NEXT)
                        .toList());
    }
}
