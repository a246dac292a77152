package news.titr.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.titr.doc.Block;
import news.titr.doc.BlockWords;
import news.titr.doc.Body;
import news.titr.doc.HtmlRenderer;
import news.titr.doc.QrCode;
import news.titr.doc.Surroundings;
import news.titr.doc.TextRenderer;
import news.titr.language.WordCount;
import news.titr.media.Asset;
import news.titr.story.Addresses;
import news.titr.story.Label;
import news.titr.story.LiveStory;
import news.titr.story.Place;
import news.titr.story.Teaser;

/** Makes a story ready to be shown. */
final class StoryViews {

    private final Site site;
    private final Manner manner;

    /** How what stands around a text is shown in it: its pictures, and the stories that it names. */
    @FunctionalInterface
    interface Manner {
        Surroundings of(Map<String, Asset> assets, Map<Long, Teaser> stories);

        /** What is added to the text of a story. */
        default BlockWords words(Site site, LiveStory story) {
            return site.blockWords();
        }
    }

    /** As the pages of the site show them. */
    StoryViews(Site site) {
        this(site, (assets, stories) -> new Shown(site, assets, stories));
    }

    StoryViews(Site site, Manner manner) {
        this.site = site;
        this.manner = manner;
    }

    /** The story alone, without what stands around it on its page. */
    StoryView of(LiveStory story) {
        return of(story, List.of(), List.of(), List.of());
    }

    StoryView of(
            LiveStory story,
            List<StoryView.Translation> translations,
            List<TeaserView> related,
            List<TeaserView> next) {
        var assets = site.pictures.find(pictures(story));
        return new StoryView(
                site.words().word("site.number", story.number()),
                story.type().id(),
                TeaserViews.label(site, story.type(), story.kicker()),
                story.kicker(),
                story.headline(),
                story.subheadlines(),
                story.lead(),
                story.section().stream()
                        .map(section -> PageFrame.Link.to(section.name(), site.address(section)))
                        .toList(),
                links(story.authors()),
                story.dateline(),
                source(story.source()),
                Place.named(story.edition(), story.place()).stream()
                        .map(place -> PageFrame.Link.to(
                                place.name(), site.masthead.addresses().place(place)))
                        .toList(),
                story.published()
                        .map(site.dates()::medium)
                        .orElseGet(() -> site.words().word("story.date-unknown")),
                story.published().map(Instant::toString).orElse(""),
                story.updated().map(site.dates()::medium).orElse(""),
                story.updated().map(Instant::toString).orElse(""),
                readingTime(story),
                PictureView.of(story.picture(), assets),
                body(story.body(), assets, manner.words(site, story)),
                Stage.of(site, story, assets, text -> body(text, assets)).stream()
                        .toList(),
                story.corrections().stream()
                        .map(correction -> new StoryView.Correction(
                                correction.text(),
                                site.dates().medium(correction.at()),
                                correction.at().toString()))
                        .toList(),
                links(story.tags()),
                translations,
                addresses(story),
                QrCode.svg(shortLink(story), site.words().word("story.qr-code")),
                related,
                next);
    }

    private StoryView.Addresses addresses(LiveStory story) {
        String shortLink = shortLink(story);
        var its = site.masthead.addresses();
        return new StoryView.Addresses(
                site.address(story),
                shortLink,
                shortLink.replaceFirst("^https?://", ""),
                its.pdf(story.edition(), story.number()),
                its.print(story.edition(), story.number()),
                its.send(story.edition(), story.number()));
    }

    private String shortLink(LiveStory story) {
        return site.masthead.absolute(Addresses.shortLink(story.number()));
    }

    private List<PageFrame.Link> links(List<Label> labels) {
        return labels.stream()
                .map(label -> PageFrame.Link.to(label.name(), site.address(label)))
                .toList();
    }

    /** «به گزارش …», unless the writer has said so already. */
    private String source(String source) {
        String saying = site.words().word("story.source", "").strip();
        return source.isEmpty() || source.startsWith(saying)
                ? source
                : site.words().word("story.source", source);
    }

    private String readingTime(LiveStory story) {
        int minutes = WordCount.minutes(WordCount.of(story.lead() + "\n" + TextRenderer.render(story.body())));
        return minutes == 0 ? "" : site.words().word("story.reading-time", minutes);
    }

    private static List<String> pictures(LiveStory story) {
        var pictures = new ArrayList<Block.Picture>(story.body().all(Block.Picture.class));
        story.picture().ifPresent(pictures::add);
        return pictures.stream().map(Block.Picture::asset).distinct().toList();
    }

    /** The HTML of a body that belongs to no story. */
    String body(Body body) {
        return body(
                body,
                site.pictures.find(body.all(Block.Picture.class).stream()
                        .map(Block.Picture::asset)
                        .distinct()
                        .toList()));
    }

    /** The same with its pictures, which were fetched before. */
    String body(Body body, Map<String, Asset> assets) {
        return body(body, assets, site.blockWords());
    }

    /** The same with its headings below one of that level. */
    String body(Body body, Map<String, Asset> assets, int heading) {
        return body(body, assets, site.blockWords().below(heading));
    }

    private String body(Body body, Map<String, Asset> assets, BlockWords words) {
        var numbers = body.all(Block.ReadAlso.class).stream()
                .map(Block.ReadAlso::story)
                .distinct()
                .toList();
        return HtmlRenderer.render(body, manner.of(assets, site.named(numbers)), words);
    }

    /** The pictures and stories that a body names, fetched before it is rendered. */
    private record Shown(Site site, Map<String, Asset> assets, Map<Long, Teaser> stories) implements Surroundings {

        @Override
        public Optional<ShownPicture> picture(String asset) {
            return Optional.ofNullable(assets.get(asset))
                    .map(found -> shown(
                            PictureView.of(Optional.of(new Block.Picture(asset, "", "", "")), Map.of(asset, found))))
                    .filter(shown -> !shown.source().isEmpty() || shown.played().isPresent());
        }

        private static ShownPicture shown(PictureView picture) {
            var others = new ArrayList<Source>();
            add(others, picture.movingType(), picture.moving(), true);
            add(others, "image/avif", picture.whole().avif(), false);
            add(others, "image/webp", picture.whole().webp(), false);
            return new ShownPicture(
                    picture.whole().source(),
                    picture.whole().plain(),
                    others,
                    picture.whole().width(),
                    picture.whole().height(),
                    picture.playedAddress().isEmpty()
                            ? Optional.empty()
                            : Optional.of(new Played(picture.playedAddress(), picture.playedType(), picture.sound())));
        }

        private static void add(List<Source> sources, String mediaType, String sourceSet, boolean moving) {
            if (!sourceSet.isEmpty()) {
                sources.add(new Source(mediaType, sourceSet, moving));
            }
        }

        @Override
        public Optional<ShownStory> story(long number) {
            return Optional.ofNullable(stories.get(number))
                    .map(teaser -> new ShownStory(site.address(teaser), teaser.headline()));
        }
    }
}
