package news.titr.site;

import io.quarkus.qute.Engine;
import io.quarkus.qute.TemplateInstance;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import news.titr.doc.Block;
import news.titr.doc.BlockWords;
import news.titr.http.Address;
import news.titr.http.Response;
import news.titr.http.StaticFiles;
import news.titr.language.CalendarSystem;
import news.titr.language.DateText;
import news.titr.language.Direction;
import news.titr.language.Messages;
import news.titr.language.NumberText;
import news.titr.language.Shorten;
import news.titr.media.Pictures;
import news.titr.story.Bylines;
import news.titr.story.LiveStories;
import news.titr.story.Masthead;
import news.titr.story.Section;
import news.titr.story.SiteSettings;
import news.titr.story.StaticPage;
import news.titr.story.StoryAddress;

/** What the pages of the site share: the newspaper, its stories and pictures, its words, and the frame of a page. */
public final class Site {

    /** About what search engines and messengers show of a description, in characters. */
    private static final int DESCRIPTION = 160;

    final Templates templates;
    /** Always what it is now. */
    final Masthead masthead;

    final LiveStories stories;
    final Bylines bylines;
    final Pictures pictures;
    final InstantSource clock;

    private final StaticFiles files;
    private final Supplier<SiteSettings> settings;
    private final AtomicReference<Voice> voice;

    /** How the site speaks and looks; made anew when its settings change. */
    private record Voice(SiteSettings settings, Messages words, DateText dates, SiteStyle style, SiteHeaders headers) {}

    /** A site whose settings stay as they are. */
    public Site(
            Engine engine,
            Masthead masthead,
            LiveStories stories,
            Bylines bylines,
            Pictures pictures,
            InstantSource clock,
            StaticFiles files) {
        this(engine, always(SiteSettings.of(masthead)), stories, bylines, pictures, clock, files);
    }

    public Site(
            Engine engine,
            Supplier<SiteSettings> settings,
            LiveStories stories,
            Bylines bylines,
            Pictures pictures,
            InstantSource clock,
            StaticFiles files) {
        templates = new Templates(engine);
        this.settings = settings;
        masthead = Masthead.following(() -> settings.get().masthead());
        this.stories = stories;
        this.bylines = bylines;
        this.pictures = pictures;
        this.clock = clock;
        this.files = files;
        voice = new AtomicReference<>(speaking(settings.get()));
    }

    private Site(Site other, InstantSource clock) {
        templates = other.templates;
        settings = other.settings;
        masthead = other.masthead;
        stories = other.stories;
        bylines = other.bylines;
        pictures = other.pictures;
        this.clock = clock;
        files = other.files;
        voice = other.voice;
    }

    private static Supplier<SiteSettings> always(SiteSettings settings) {
        return () -> settings;
    }

    /** The same site as it will be at a moment. */
    Site at(Instant moment) {
        return new Site(this, () -> moment);
    }

    private Voice voice() {
        var now = settings.get();
        return voice.updateAndGet(there -> there.settings() == now ? there : speaking(now));
    }

    private Voice speaking(SiteSettings settings) {
        var its = settings.masthead();
        var style = new SiteStyle(files, settings.colours());
        return new Voice(
                settings,
                Messages.of(its.language()).withDigits(settings.digits()),
                DateText.of(its.language(), its.zone()).withDigits(settings.digits()),
                style,
                new SiteHeaders(style, its.language().tag()));
    }

    Messages words() {
        return voice().words();
    }

    DateText dates() {
        return voice().dates();
    }

    String edition() {
        return masthead.language().tag();
    }

    Response page(int status, TemplateInstance page) {
        return voice().headers().on(Response.html(status, page.render()));
    }

    /** A page of another surface, in the frame of the site; the content is HTML, escaped where it has to be. */
    public Response contentPage(int status, String title, String content) {
        return page(status, templates.contentPage(frame(title, "", "/", "").notIndexed(), content));
    }

    BlockWords blockWords() {
        return new BlockWords(
                masthead.language().tag(),
                masthead.language().direction() == Direction.RIGHT_TO_LEFT,
                words().word("story.read-also"),
                words().word("story.table"),
                words().word("story.see-on", "%s"));
    }

    /** The writer's face; its alternative text is empty, for the name always stands beside it. */
    PictureView portrait(Optional<Bylines.Profile> profile) {
        var use = profile.flatMap(Bylines.Profile::picture).map(asset -> new Block.Picture(asset, "", "", ""));
        return PictureView.of(
                use, pictures.find(use.stream().map(Block.Picture::asset).toList()));
    }

    /** The day of a moment where the newspaper is. */
    LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, masthead.zone());
    }

    /** In which readers are told dates, and the archive has its days. */
    CalendarSystem calendar() {
        return dates().calendar();
    }

    /** A year, a day of a month: in the reader's digits, with nothing between them. */
    String digits(long number) {
        return dates().digits().apply(Long.toString(number));
    }

    /** A count, in the reader's digits. */
    String number(long count) {
        return new NumberText(masthead.language(), dates().digits()).number(count);
    }

    TeaserViews teasers() {
        return new TeaserViews(this);
    }

    /** The frame of the front page. */
    PageFrame frontFrame() {
        String title = masthead.motto().isEmpty() ? masthead.name() : masthead.name() + " | " + masthead.motto();
        return frame(title, masthead.motto(), "/", true, around(), "");
    }

    /**
     * The frame of a page in a section.
     *
     * @param description any length; it is shortened
     * @param path the page's own, not encoded
     * @param sectionSlug the section that the page belongs to, or the empty string
     */
    PageFrame frame(String title, String description, String path, String sectionSlug) {
        return frame(withName(title), description, path, false, around(), sectionSlug);
    }

    /** A frame that needs no database, for when there is none. */
    PageFrame bareFrame(String title, String path) {
        return frame(
                withName(title), "", path, false, new LiveStories.Around(List.of(), List.of(), Optional.empty()), "");
    }

    String absolute(String path) {
        return Address.encode(masthead.absolute(path));
    }

    private LiveStories.Around around() {
        return stories.around(edition(), clock.instant());
    }

    private String withName(String title) {
        return title + " | " + masthead.name();
    }

    private PageFrame frame(
            String title, String description, String path, boolean front, LiveStories.Around around, String section) {
        Instant now = clock.instant();
        var voice = voice();
        var paper = voice.settings().colours().paperOr();
        return new PageFrame(
                voice.words(),
                masthead.language().tag(),
                masthead.language().direction().html(),
                title,
                Shorten.atWord(description, DESCRIPTION),
                absolute(path),
                true,
                front,
                PageFrame.Sharing.website(title),
                new PageFrame.Assets(
                        voice.style(),
                        files.address("site/site.js"),
                        files.address("font/vazirmatn.woff2"),
                        files.address("site/icon.svg"),
                        paper.light(),
                        paper.dark()),
                new PageFrame.Nameplate(
                        masthead.name(),
                        masthead.motto(),
                        voice.settings().logo().stream().toList(),
                        voice.dates().fullDate(now),
                        day(now).toString(),
                        address(ArchiveDate.of(calendar(), day(now))
                                .map(ArchiveDate::path)
                                .orElse(ArchiveDate.ROOT)),
                        masthead.zone().getId()),
                navigation(around.sections(), section),
                around.pages().stream()
                        .filter(page -> !StaticPage.HAVE_THEIR_PLACE.contains(page.slug()))
                        .map(page -> PageFrame.Link.to(page.title(), "/" + page.slug()))
                        .toList(),
                around.breaking().stream()
                        .map(flash -> new PageFrame.Breaking(
                                flash.text(),
                                flash.story()
                                        .map(story -> StoryAddress.page(story.number(), story.headline()))
                                        .orElse("")))
                        .toList());
    }

    /** The sections that stand at the top; on the page of one below another, that one is the current. */
    private static List<PageFrame.Link> navigation(List<Section> sections, String current) {
        var here = sections.stream()
                .filter(section -> section.slug().equals(current))
                .findFirst();
        return sections.stream()
                .filter(section -> section.inNavigation() && section.parent().isEmpty())
                .map(section -> new PageFrame.Link(
                        section.name(),
                        address(section),
                        here.map(there ->
                                        there.equals(section) || there.parent().equals(Optional.of(section.id())))
                                .orElse(false)))
                .toList();
    }

    String address(String path) {
        return path;
    }

    static String address(Section section) {
        return "/section/" + section.slug();
    }
}
