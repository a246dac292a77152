package news.titr.app.sample;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import news.titr.app.Newspaper;
import news.titr.app.Settings;
import news.titr.doc.Block;
import news.titr.doc.Markup;
import news.titr.media.Asset;
import news.titr.people.Actor;
import news.titr.story.Colours;
import news.titr.story.Content;
import news.titr.story.Covering;
import news.titr.story.Drafting;
import news.titr.story.FrontChange;
import news.titr.story.Label;
import news.titr.story.Labels;
import news.titr.story.Masthead;
import news.titr.story.Outcome;
import news.titr.story.Published;
import news.titr.story.Publishing;
import news.titr.story.SiteSettings;
import news.titr.story.StoryType;

/** Fills an empty newspaper with the sample one, through the same doors that editors use. */
public final class SampleLoader {

    /** The pages that stay, in the order of the foot. */
    private static final List<String> PAGES = List.of("about", "corrections", "privacy");

    /** How long the sample's film is. */
    private static final Duration FILM = Duration.ofSeconds(9);

    private final Newspaper newspaper;
    private final SampleNewspaper sample;
    private final Actor technician = new Actor.Technician();
    private int seconds;
    private int opinions;

    public SampleLoader(Newspaper newspaper) {
        this.newspaper = newspaper;
        this.sample = SampleNewspaper.read();
    }

    /** Writes the sample's settings into a folder that has none yet. */
    public static void writeSettings(Path dataFolder) {
        Path file = dataFolder.resolve(Settings.FILE);
        if (Files.exists(file)) {
            return;
        }
        var sample = SampleNewspaper.read();
        String sections = sample.sections().stream()
                .map(section -> section.slug() + "=" + section.name())
                .collect(Collectors.joining("; "));
        try {
            Files.createDirectories(dataFolder);
            Files.writeString(file, """
                    # The sample newspaper. docs/operating.md explains every setting; what is not set here is set at the desk.
                    site.sections = %s
                    """.formatted(sections));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    /** Loads every story, unless the newspaper has stories already. */
    public void load(PrintWriter progress) {
        if (!newspaper.newsroom.stories(Long.MAX_VALUE, 1).isEmpty()) {
            return;
        }
        var stories = SampleStories.read();
        progress.println("Drawing the pictures of the sample newspaper …");
        var drawings = new SamplePictures();
        var used = new LinkedHashMap<String, Block.Picture>();
        for (var story : stories) {
            picture(story).ifPresent(picture -> used.putIfAbsent(picture.asset(), picture));
            Markup.read(story.body())
                    .all(Block.Picture.class)
                    .forEach(picture -> used.putIfAbsent(picture.asset(), picture));
        }
        var films = stories.stream()
                .filter(story -> story.type().equals(StoryType.VIDEO.id()))
                .flatMap(story -> picture(story).stream())
                .map(Block.Picture::asset)
                .toList();
        used.values().parallelStream().forEach(picture -> {
            byte[] still = drawings.jpeg(picture.asset());
            if (films.contains(picture.asset())) {
                newspaper.pictures.addFilm(
                        picture.asset(), SampleStories.film(picture.asset()), still, FILM, described(picture));
            } else {
                newspaper.pictures.addDrawn(picture.asset(), still, described(picture));
            }
        });
        progress.println("Writing " + stories.size() + " stories …");
        var now = newspaper.clock.instant();
        stories.forEach(story -> load(story, now));
        publishFront(stories);
        settle();
        introduceTopics();
        read(stories);
        for (var author : sample.authors()) {
            newspaper.bylines.describe(edition(), author.name(), author.about(), portrait(stories, author.name()));
        }
    }

    private void load(SampleStory sampled, Instant now) {
        Instant released = now.minus(sampled.age());
        var content = new Content(
                text(sampled.kicker()),
                sampled.headline(),
                sampled.subheadlines(),
                sampled.lead(),
                Markup.read(sampled.body()),
                sampled.section(),
                sampled.tags(),
                sampled.byline() == null ? List.of() : List.of(sampled.byline()),
                text(sampled.dateline()),
                text(sampled.source()),
                text(sampled.place()),
                new Published.At(released),
                picture(sampled));
        var beginning = Drafting.Beginning.in(edition())
                .withNumber(sampled.number())
                .withType(StoryType.of(sampled.type()).orElse(StoryType.NEWS));
        var draft = done(newspaper.drafting.begin(technician, beginning, content));
        var story = done(newspaper.publishing.publishFromArchive(
                technician, draft.number(), Publishing.Seen.of(draft), released));
        for (var correction : sampled.corrections()) {
            story = done(newspaper.publishing.correctFromArchive(
                    technician,
                    story.number(),
                    Publishing.Seen.of(story),
                    correction.text(),
                    now.minus(correction.age())));
        }
        for (var entry : SampleCoverage.of(sampled)) {
            cover(story.number(), entry, now.minus(entry.age()));
        }
    }

    private void cover(long story, SampleCoverage entry, Instant at) {
        var written = done(newspaper.covering.write(
                technician,
                story,
                newspaper.ids.next(),
                new Covering.Wish(Optional.of(at), entry.headline(), entry.body(), entry.author(), entry.keyEvent())));
        if (entry.pinned()) {
            done(newspaper.covering.mark(technician, story, written.number(), entry.keyEvent(), true));
        }
    }

    /** Sets the front page as the sample has it, in one revision. */
    private void publishFront(List<SampleStory> stories) {
        for (var story : stories) {
            slot(story.front())
                    .ifPresent(slot -> done(newspaper.fronting.change(
                            technician,
                            edition(),
                            newspaper.fronting.draft(edition()).version(),
                            new FrontChange.Place(slot, story.number(), Optional.empty()))));
        }
        done(newspaper.fronting.publish(
                technician,
                edition(),
                newspaper.fronting.draft(edition()).version(),
                newspaper.fronting.live(edition()).ordinal()));
    }

    private void introduceTopics() {
        for (var topic : sample.topics()) {
            var line = newspaper.labels.list(Label.Kind.TAG, edition(), topic.tag(), Labels.After.START, 20).stream()
                    .filter(tag -> tag.label().name().equals(topic.tag()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No sample story has the tag " + topic.tag()));
            done(newspaper.labelling.introduce(
                    technician,
                    line.label().id(),
                    line.version(),
                    topic.tag(),
                    line.label().slug(),
                    topic.introduction()));
        }
    }

    /** Lets the stories have been opened, some more often than others. */
    private void read(List<SampleStory> stories) {
        for (var story : stories) {
            for (int reader = 0; reader < story.number() * 37 % 101; reader++) {
                newspaper.mostRead.count(edition(), story.number());
            }
        }
        newspaper.mostRead.write();
    }

    /** What the newspaper is called, who answers for it, what it tells of its sections, and the pages that stay. */
    private void settle() {
        var settings = newspaper.siteKeeping.current();
        var wishes = new SiteSettings.Wishes(
                sample.fullName(),
                sample.slogan(),
                "",
                "",
                Map.of(),
                sample.imprint().stream()
                        .map(line -> new Masthead.ImprintLine(line.label(), line.text()))
                        .toList(),
                Colours.STANDARD,
                Optional.empty(),
                settings.wishes().editions());
        done(newspaper.siteKeeping.change(technician, settings.version(), wishes));
        for (String slug : PAGES) {
            String text = SampleStories.resource("/sample/pages/" + slug + ".titr");
            int end = text.indexOf('\n');
            var page = done(newspaper.staticPages.begin(
                    technician,
                    edition(),
                    slug,
                    text.substring(0, end),
                    Markup.read(text.substring(end).strip())));
            done(newspaper.staticPages.publish(technician, page.id(), page.newest()));
        }
    }

    private static Asset.Description described(Block.Picture picture) {
        return new Asset.Description(
                picture.alt(), picture.caption(), picture.credit(), List.of(), "", Optional.empty(), Optional.empty());
    }

    private static Optional<Block.Picture> picture(SampleStory story) {
        var picture = story.picture();
        return picture == null
                ? Optional.empty()
                : Optional.of(new Block.Picture(
                        picture.key(), picture.alt(), text(picture.caption()), text(picture.credit())));
    }

    /** A writer's face is the picture of an opinion that they wrote. */
    private static Optional<String> portrait(List<SampleStory> stories, String author) {
        return stories.stream()
                .filter(story -> author.equals(story.byline()))
                .flatMap(story -> Optional.ofNullable(story.picture()).stream())
                .map(SampleStory.Picture::key)
                .filter(key -> key.startsWith("avatar-"))
                .findFirst();
    }

    private Optional<String> slot(SampleStory.Front front) {
        return switch (front) {
            case LEAD -> Optional.of("lead");
            case SECOND -> Optional.of("second-" + ++seconds);
            case OPINION -> Optional.of("opinion-" + ++opinions);
            case NOWHERE -> Optional.empty();
        };
    }

    private String edition() {
        return newspaper.masthead.language().tag();
    }

    private static String text(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }

    private static <T> T done(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Done<T> done) {
            return done.value();
        }
        throw new IllegalStateException("The sample could not be loaded: " + outcome);
    }
}
