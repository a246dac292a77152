package news.titr.site;

import io.quarkus.qute.Engine;
import io.quarkus.qute.TemplateInstance;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import news.titr.doc.Block;
import news.titr.doc.BlockWords;
import news.titr.http.Address;
import news.titr.http.Response;
import news.titr.http.StaticFiles;
import news.titr.language.CalendarSystem;
import news.titr.language.DateText;
import news.titr.language.Messages;
import news.titr.language.NumberText;
import news.titr.language.Shorten;
import news.titr.media.Pictures;
import news.titr.story.Addresses;
import news.titr.story.Bylines;
import news.titr.story.Colours;
import news.titr.story.Edition;
import news.titr.story.FeedFormat;
import news.titr.story.Label;
import news.titr.story.LiveStories;
import news.titr.story.LiveStory;
import news.titr.story.Masthead;
import news.titr.story.Section;
import news.titr.story.SiteSettings;
import news.titr.story.StaticPage;
import news.titr.story.StoryFormats;
import news.titr.story.Teaser;
import news.titr.theme.Remark;
import news.titr.theme.Theme;
import news.titr.theme.Themes;

/**
 * The site of one edition. What its pages share: the newspaper, its stories and pictures, its words, the frame of a page, and
 * {@link #address} for every address within the edition.
 */
public final class Site {

    /** About what search engines and messengers show of a description, in characters. */
    private static final int DESCRIPTION = 160;

    final Templates templates;
    /** Always what it is now. */
    public final Masthead masthead;

    final LiveStories stories;
    final Bylines bylines;
    final Pictures pictures;
    final InstantSource clock;

    private final Engine engine;
    private final Themes themes;
    private final StaticFiles files;
    private final Supplier<SiteSettings> settings;
    private final String edition;
    private final AtomicReference<Voice> voice;

    /** How the site speaks and looks; made anew when its settings change. */
    private record Voice(
            SiteSettings settings,
            Theme theme,
            Engine templates,
            Edition its,
            Messages words,
            DateText dates,
            SiteStyle style,
            SiteStyle lite) {}

    /** A site whose settings stay as they are. */
    public Site(
            Engine engine,
            Masthead masthead,
            LiveStories stories,
            Bylines bylines,
            Pictures pictures,
            InstantSource clock,
            StaticFiles files) {
        this(
                engine,
                always(SiteSettings.of(masthead)),
                masthead.language().tag(),
                stories,
                bylines,
                pictures,
                clock,
                files);
    }

    /** A site that wears the program's own themes. */
    public Site(
            Engine engine,
            Supplier<SiteSettings> settings,
            String edition,
            LiveStories stories,
            Bylines bylines,
            Pictures pictures,
            InstantSource clock,
            StaticFiles files) {
        this(engine, Themes.shipped(), settings, edition, stories, bylines, pictures, clock, files);
    }

    /** @param edition its id, such as {@code en} */
    public Site(
            Engine engine,
            Themes themes,
            Supplier<SiteSettings> settings,
            String edition,
            LiveStories stories,
            Bylines bylines,
            Pictures pictures,
            InstantSource clock,
            StaticFiles files) {
        this.engine = engine;
        this.themes = themes;
        templates = new Templates(() -> voice().templates());
        this.settings = settings;
        this.edition = edition;
        masthead = Masthead.following(() -> settings.get().edition(edition).masthead());
        this.stories = stories;
        this.bylines = bylines;
        this.pictures = pictures;
        this.clock = clock;
        this.files = files;
        voice = new AtomicReference<>(speaking(settings.get()));
    }

    private Site(Site other, InstantSource clock) {
        engine = other.engine;
        themes = other.themes;
        templates = other.templates;
        settings = other.settings;
        edition = other.edition;
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
        var theme = themes.theme(now.theme());
        return voice.updateAndGet(there -> there.settings() == now && there.theme() == theme ? there : speaking(now));
    }

    private Voice speaking(SiteSettings settings) {
        var its = settings.edition(edition);
        var theme = themes.theme(settings.theme());
        return new Voice(
                settings,
                theme,
                theme.problems().isEmpty() ? theme.over(engine) : engine,
                its,
                its.words(),
                its.dates(),
                new SiteStyle(files, theme, settings.colours()),
                SiteStyle.lite(files, theme, settings.colours()));
    }

    Messages words() {
        return voice().words();
    }

    DateText dates() {
        return voice().dates();
    }

    public String edition() {
        return edition;
    }

    /** Whether readers are given this edition. */
    public boolean isOpen() {
        return settings.get().edition(edition).open();
    }

    /** What readers have under a story number: nothing of an edition that they are not given. */
    LiveStories.Found find(long number) {
        return switch (stories.find(number)) {
            case LiveStories.Found.Live(var story) when !isOpen(story.edition()) -> new LiveStories.Found.Absent();
            case LiveStories.Found found -> found;
        };
    }

    /** Those of these stories that readers have. */
    Map<Long, Teaser> named(Collection<Long> numbers) {
        var named = new LinkedHashMap<>(stories.teasers(numbers));
        named.values().removeIf(story -> !isOpen(story.edition()));
        return named;
    }

    /** Whether readers may have what a number stands for; what it was taken back for is told in any case. */
    public boolean isReadable(long number) {
        return !(stories.find(number) instanceof LiveStories.Found.Live)
                || find(number) instanceof LiveStories.Found.Live;
    }

    private boolean isOpen(String other) {
        return editions().stream().anyMatch(open -> open.id().equals(other));
    }

    /** What all addresses of this edition begin with: the empty string for the main one, or {@code /en}. */
    public String prefix() {
        return masthead.addresses().prefix(edition);
    }

    /** The address of a path within this edition: {@code /imprint} stands at {@code /en/imprint}. */
    public String address(String path) {
        return prefix() + path;
    }

    String address(Section section) {
        return masthead.addresses().section(section);
    }

    String address(Label label) {
        return masthead.addresses().label(edition, label);
    }

    /** A story's own address, in whichever edition it is. */
    String address(LiveStory story) {
        return masthead.addresses().story(story);
    }

    String address(Teaser story) {
        return masthead.addresses().story(story);
    }

    /** The address of a script, such as {@code site/live.js}. */
    String script(String name) {
        return files.address(name);
    }

    Response page(int status, TemplateInstance page) {
        return page(status, page, voice().style());
    }

    /** A page of the light edition. */
    Response litePage(int status, TemplateInstance page) {
        return page(status, page, voice().lite());
    }

    private Response page(int status, TemplateInstance page, SiteStyle style) {
        var problems = voice().theme().problems();
        if (!problems.isEmpty()) {
            // somebody works on the theme: a server that is not told to watch it does not start with a wrong one
            return Response.text(500, problems.stream().map(Remark::toString).collect(Collectors.joining("\n")));
        }
        return new SiteHeaders(style, edition).on(Response.html(status, page.render()));
    }

    SiteSettings settings() {
        return settings.get();
    }

    StaticFiles files() {
        return files;
    }

    /** The style sheet of all other pages. */
    SiteStyle style() {
        return voice().style();
    }

    /** The style sheet of the light edition. */
    SiteStyle liteStyle() {
        return voice().lite();
    }

    /** «۲٫۴ مگابایت» */
    String fileSize(long bytes) {
        return new NumberText(masthead.language(), voice().its().digits()).fileSize(bytes);
    }

    /** A page of another surface, in the frame of the site; the content is HTML, escaped where it has to be. */
    public Response contentPage(int status, String title, String content) {
        return page(
                status, templates.contentPage(frame(title, "", address("/"), "").notIndexed(), content));
    }

    BlockWords blockWords() {
        return BlockWords.of(words());
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
        return frame(title, masthead.motto(), address("/"), true, around(), "")
                .alternates(fronts())
                .described(List.of(), List.of(data().newspaper(), data().website()));
    }

    /**
     * The frame of a page in a section.
     *
     * @param description any length; it is shortened
     * @param address the page's own, not encoded
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

    /** Who may have which format of a story. */
    StoryFormats formats() {
        return settings.get().formats();
    }

    /** The editions that readers are given, the main one first. */
    List<Edition> editions() {
        return settings.get().open();
    }

    private List<PageFrame.Alternate> fronts() {
        var addresses = new LinkedHashMap<String, String>();
        editions().forEach(other -> addresses.put(other.id(), other.front()));
        return addresses.size() < 2 ? List.of() : alternates(addresses);
    }

    /**
     * For machines: the same page in several languages. Readers of all others are best off with the main edition.
     *
     * @param addresses by edition, this one as well
     */
    List<PageFrame.Alternate> alternates(Map<String, String> addresses) {
        var alternates = new ArrayList<PageFrame.Alternate>();
        addresses.forEach((language, address) -> alternates.add(new PageFrame.Alternate(language, absolute(address))));
        Optional.ofNullable(addresses.get(masthead.addresses().main()))
                .ifPresent(address ->
                        alternates.add(new PageFrame.Alternate(PageFrame.Alternate.DEFAULT, absolute(address))));
        return alternates;
    }

    /** The other editions by the names that their own readers give the language. */
    private List<PageFrame.OtherEdition> others(SiteSettings settings) {
        return settings.open().stream()
                .filter(other -> !other.id().equals(edition))
                .map(other -> new PageFrame.OtherEdition(
                        other.id(),
                        other.masthead().language().direction().html(),
                        other.masthead().language().name(),
                        other.front()))
                .toList();
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
        var theme = voice.theme();
        var paper = paper();
        return new PageFrame(
                voice.words(),
                edition,
                masthead.language().direction().html(),
                prefix(),
                title,
                Shorten.atWord(description, DESCRIPTION),
                absolute(path),
                Addresses.lite(path).orElse(masthead.addresses().liteFront(edition)),
                true,
                front,
                List.of(),
                PageFrame.Sharing.website(title),
                new PageFrame.Machines(feeds(masthead.name(), address("/")), List.of()),
                new PageFrame.Assets(
                        voice.style(),
                        List.of(files.address("site/keep.js"), files.address("site/site.js")),
                        theme.fonts().isEmpty() ? List.of(files.address("font/vazirmatn.woff2")) : theme.fonts(),
                        theme.address("icon.svg").orElseGet(() -> files.address("site/icon.svg")),
                        paper.light(),
                        paper.dark()),
                new PageFrame.Nameplate(
                        masthead.name(),
                        masthead.motto(),
                        voice
                                .settings()
                                .logo()
                                .map(logo -> new Theme.Logo(logo.address(), logo.width(), logo.height()))
                                .or(theme::logo)
                                .stream()
                                .toList(),
                        voice.dates().fullDate(now),
                        day(now).toString(),
                        address(ArchiveDate.of(calendar(), day(now))
                                .map(ArchiveDate::path)
                                .orElse(ArchiveDate.ROOT)),
                        masthead.zone().getId(),
                        voice.its().digits().numberingSystem()),
                navigation(around.sections(), section),
                around.pages().stream()
                        .filter(page -> !StaticPage.HAVE_THEIR_PLACE.contains(page.slug()))
                        .map(page -> PageFrame.Link.to(
                                page.title(), masthead.addresses().page(edition, page.slug())))
                        .toList(),
                around.breaking().stream()
                        .map(flash -> new PageFrame.Breaking(
                                flash.text(), flash.story().map(this::address).orElse("")))
                        .toList(),
                others(voice.settings()));
    }

    /** The feeds that have the same list as a page. */
    List<PageFrame.Format> feeds(String title, String page) {
        return Arrays.stream(FeedFormat.values())
                .map(format -> new PageFrame.Format(format.mediaType(), title, Address.encode(format.beside(page))))
                .toList();
    }

    /** What search engines are told, in their own words. */
    StructuredData data() {
        return new StructuredData(this);
    }

    /** What is behind every page: as the desk has chosen, or the theme, or as usual. */
    Theme.Shades paper() {
        return shades(colours().paper(), "--paper", Colours.STANDARD_PAPER);
    }

    /** The colour of text. */
    Theme.Shades ink() {
        return shades(colours().ink(), "--ink", Colours.STANDARD_INK);
    }

    /** The colour of kickers. */
    Theme.Shades accent() {
        return shades(colours().accent(), "--accent", Colours.STANDARD_ACCENT);
    }

    private Theme.Shades shades(Optional<Colours.Pair> chosen, String property, Colours.Pair usual) {
        return chosen.map(pair -> new Theme.Shades(pair.light(), pair.dark()))
                .or(() -> Optional.ofNullable(theme().colours().get(property)))
                .orElseGet(() -> new Theme.Shades(usual.light(), usual.dark()));
    }

    Theme theme() {
        return voice().theme();
    }

    Colours colours() {
        return voice().settings().colours();
    }

    /** The newspaper's picture in the masthead, if it has one. */
    Optional<SiteSettings.Logo> logo() {
        return voice().settings().logo();
    }

    /** The sections that stand at the top; on the page of one below another, that one is the current. */
    private List<PageFrame.Link> navigation(List<Section> sections, String current) {
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
}
