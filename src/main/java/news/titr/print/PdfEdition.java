package news.titr.print;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.titr.doc.Block;
import news.titr.doc.Body;
import news.titr.language.Direction;
import news.titr.media.Pictures;
import news.titr.story.Addresses;
import news.titr.story.Coverage;
import news.titr.story.Edition;
import news.titr.story.Label;
import news.titr.story.LiveCoverage;
import news.titr.story.LiveStories;
import news.titr.story.LiveStory;
import news.titr.story.Section;
import news.titr.story.StoryType;
import org.jspecify.annotations.Nullable;

/** Makes the PDF of a live story. The same story, pointing to the same stories, gives the same bytes. */
public final class PdfEdition {

    private final Function<String, Edition> editions;
    private final LiveStories stories;
    private final Pictures pictures;
    private final ReentrantLock loading = new ReentrantLock();
    private volatile @Nullable Typefaces faces;

    /** @param editions by their ids, as they are at the moment */
    public PdfEdition(Function<String, Edition> editions, LiveStories stories, Pictures pictures) {
        this.editions = editions;
        this.stories = stories;
        this.pictures = pictures;
    }

    /** Where the PDF of a story stands on the site. */
    String address(LiveStory story) {
        return editions.apply(story.edition()).masthead().addresses().pdf(story.edition(), story.number());
    }

    /** All that a PDF is made from: the story, and the live ones among those that it points to. */
    public record Printed(PdfStory story, Map<Long, PdfSurroundings.PointedStory> pointed) {}

    public byte[] of(LiveStory story) {
        return of(printed(story));
    }

    /** A story that is still in the making, with the entries that are written for it. */
    public byte[] rehearsal(LiveStory story, Optional<LiveCoverage> coverage) {
        return of(printed(story, coverage));
    }

    byte[] of(Printed printed) {
        return StoryPdf.render(printed.story(), surroundings(printed), faces());
    }

    Printed printed(LiveStory story) {
        var coverage = story.type() == StoryType.LIVE
                ? stories.coverage(story.number(), new LiveCoverage.From.Newest(), LiveCoverage.ALL)
                : Optional.<LiveCoverage>empty();
        return printed(story, coverage);
    }

    private Printed printed(LiveStory story, Optional<LiveCoverage> coverage) {
        var dates = editions.apply(story.edition()).dates();
        var body = coverage.map(live -> live.below(story.body(), dates::full)).orElse(story.body());
        var updated = Stream.concat(
                        story.updated().stream(),
                        coverage.flatMap(LiveCoverage::coverage).map(Coverage::changedAt).stream())
                .max(Comparator.naturalOrder())
                .filter(story.releasedAt()::isBefore)
                .or(story::updated);
        var numbers = body.all(Block.ReadAlso.class).stream()
                .map(Block.ReadAlso::story)
                .distinct()
                .toList();
        var addresses = editions.apply(story.edition()).masthead().addresses();
        var pointed = new HashMap<Long, PdfSurroundings.PointedStory>();
        stories.teasers(numbers)
                .forEach((number, teaser) -> pointed.put(
                        number, new PdfSurroundings.PointedStory(addresses.story(teaser), teaser.headline())));
        return new Printed(pdfStory(story, body, updated), Map.copyOf(pointed));
    }

    /**
     * @param body with the entries of a live coverage up to now
     * @param updated when anything of it changed last
     */
    private PdfStory pdfStory(LiveStory story, Body body, Optional<Instant> updated) {
        var edition = editions.apply(story.edition());
        var masthead = edition.masthead();
        var words = edition.words();
        var dates = edition.dates();
        return new PdfStory(
                story.number(),
                masthead.name(),
                masthead.motto(),
                masthead.language().tag(),
                masthead.language().direction() == Direction.RIGHT_TO_LEFT,
                story.section().map(Section::name).orElse(""),
                story.kicker(),
                story.headline(),
                story.subheadlines(),
                story.lead(),
                story.authors().stream().map(Label::name).collect(Collectors.joining(words.word("print.and"))),
                story.dateline(),
                story.source(),
                story.published().map(dates::full).orElseGet(() -> words.word("story.date-unknown")),
                updated.map(dates::full).orElse(""),
                story.releasedAt(),
                masthead.absolute(Addresses.shortLink(story.number())),
                story.picture()
                        .map(picture -> new PdfStory.PdfPicture(
                                picture.asset(), picture.alt(), picture.caption(), picture.credit())),
                body,
                story.corrections().stream()
                        .map(correction -> new PdfStory.Correction(correction.text(), dates.longDate(correction.at())))
                        .toList(),
                story.revision());
    }

    private PdfSurroundings surroundings(Printed printed) {
        return new PdfSurroundings() {
            @Override
            public Optional<byte[]> picture(String asset) {
                return pictures.widest(asset);
            }

            @Override
            public Optional<PointedStory> story(long number) {
                return Optional.ofNullable(printed.pointed().get(number));
            }
        };
    }

    /** The fonts are read when the first PDF is made: most commands never make one. */
    private Typefaces faces() {
        loading.lock();
        try {
            var loaded = faces;
            if (loaded == null) {
                loaded = Typefaces.load();
                faces = loaded;
            }
            return loaded;
        } finally {
            loading.unlock();
        }
    }
}
