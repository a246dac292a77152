package news.titr.site;

import io.quarkus.qute.Engine;
import io.quarkus.qute.TemplateInstance;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import news.titr.doc.Block;
import news.titr.doc.BlockWords;
import news.titr.http.Address;
import news.titr.http.Response;
import news.titr.http.StaticFiles;
import news.titr.language.DateText;
import news.titr.language.Direction;
import news.titr.language.Messages;
import news.titr.language.Shorten;
import news.titr.media.Pictures;
import news.titr.story.Bylines;
import news.titr.story.LiveStories;
import news.titr.story.Masthead;
import news.titr.story.Section;

/** What the pages of the site share: the newspaper, its stories and pictures, its words, and the frame of a page. */
public final class Site {

    /** About what search engines and messengers show of a description, in characters. */
    private static final int DESCRIPTION = 160;

    final Templates templates;
    final Masthead masthead;
    final LiveStories stories;
    final Bylines bylines;
    final Pictures pictures;
    final InstantSource clock;
    final Messages words;
    final DateText dates;

    private final StaticFiles files;
    private final SiteStyle style;
    private final SiteHeaders headers;

    public Site(
            Engine engine,
            Masthead masthead,
            LiveStories stories,
            Bylines bylines,
            Pictures pictures,
            InstantSource clock,
            StaticFiles files) {
        templates = new Templates(engine);
        this.masthead = masthead;
        this.stories = stories;
        this.bylines = bylines;
        this.pictures = pictures;
        this.clock = clock;
        this.files = files;
        words = Messages.of(masthead.language());
        dates = DateText.of(masthead.language(), masthead.zone());
        style = new SiteStyle(files);
        headers = new SiteHeaders(style, masthead.language().tag());
    }

    private Site(Site other, InstantSource clock) {
        templates = other.templates;
        masthead = other.masthead;
        stories = other.stories;
        bylines = other.bylines;
        pictures = other.pictures;
        this.clock = clock;
        files = other.files;
        words = other.words;
        dates = other.dates;
        style = other.style;
        headers = other.headers;
    }

    /** The same site as it will be at a moment. */
    Site at(Instant moment) {
        return new Site(this, () -> moment);
    }

    String edition() {
        return masthead.language().tag();
    }

    Response page(int status, TemplateInstance page) {
        return headers.on(Response.html(status, page.render()));
    }

    /** A page of another surface, in the frame of the site; the content is HTML, escaped where it has to be. */
    public Response contentPage(int status, String title, String content) {
        return page(status, templates.contentPage(frame(title, "", "/", "").notIndexed(), content));
    }

    BlockWords blockWords() {
        return new BlockWords(
                masthead.language().tag(),
                masthead.language().direction() == Direction.RIGHT_TO_LEFT,
                words.word("story.read-also"),
                words.word("story.table"),
                words.word("story.see-on", "%s"));
    }

    /** The writer's face; its alternative text is empty, for the name always stands beside it. */
    PictureView portrait(Optional<Bylines.Profile> profile) {
        var use = profile.flatMap(Bylines.Profile::picture).map(asset -> new Block.Picture(asset, "", "", ""));
        return PictureView.of(
                use, pictures.find(use.stream().map(Block.Picture::asset).toList()));
    }

    TeaserViews teasers() {
        return new TeaserViews(this);
    }

    /** The frame of the front page. */
    PageFrame frontFrame(List<Section> sections) {
        String title = masthead.motto().isEmpty() ? masthead.name() : masthead.name() + " | " + masthead.motto();
        return frame(title, masthead.motto(), "/", true, links(sections, ""));
    }

    /**
     * The frame of a page in a section.
     *
     * @param description any length; it is shortened
     * @param path the page's own, not encoded
     * @param sectionSlug the section that the page belongs to, or the empty string
     */
    PageFrame frame(String title, String description, String path, String sectionSlug) {
        return frame(withName(title), description, path, false, links(stories.sections(edition()), sectionSlug));
    }

    /** A frame that needs no database, for when there is none. */
    PageFrame bareFrame(String title, String path) {
        return frame(withName(title), "", path, false, List.of());
    }

    String absolute(String path) {
        return Address.encode(masthead.absolute(path));
    }

    private String withName(String title) {
        return title + " | " + masthead.name();
    }

    private PageFrame frame(
            String title, String description, String path, boolean front, List<PageFrame.Link> sections) {
        Instant now = clock.instant();
        return new PageFrame(
                words,
                masthead.language().tag(),
                masthead.language().direction().html(),
                title,
                Shorten.atWord(description, DESCRIPTION),
                absolute(path),
                true,
                front,
                PageFrame.Sharing.website(title),
                new PageFrame.Assets(
                        style.css(),
                        files.address("site/site.js"),
                        files.address("font/vazirmatn.woff2"),
                        files.address("site/icon.svg")),
                masthead.name(),
                masthead.motto(),
                dates.fullDate(now),
                now.atZone(masthead.zone()).toLocalDate().toString(),
                masthead.zone().getId(),
                sections);
    }

    private static List<PageFrame.Link> links(List<Section> sections, String current) {
        return sections.stream()
                .map(section -> new PageFrame.Link(
                        section.name(), address(section), section.slug().equals(current)))
                .toList();
    }

    static String address(Section section) {
        return "/section/" + section.slug();
    }
}
