package news.titr.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import news.titr.doc.Block;
import news.titr.doc.BlockWords;
import news.titr.doc.Body;
import news.titr.doc.Html;
import news.titr.doc.HtmlRenderer;
import news.titr.doc.Inline;
import news.titr.doc.Mark;
import news.titr.doc.Surroundings;
import news.titr.http.Address;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.media.Asset;
import news.titr.media.Pictures;
import news.titr.media.Slot;
import news.titr.story.Edition;
import news.titr.story.LiveStories;
import news.titr.story.LiveStory;
import news.titr.story.SiteSettings;
import news.titr.story.StoryType;

/**
 * {@code /oembed?url=…&format=json|xml}: how another site shows a story that somebody links to there. The markup is a quotation with
 * a link: no script, no frame, nothing that asks for anything. What readers do not have (any more) is not found.
 */
public final class OembedPage {

    /** A story's page in any edition, or its short link. */
    private static final Pattern PATH =
            Pattern.compile("(?:/[a-zA-Z-]+)?/news/([1-9][0-9]{0,17})(?:/[^/]*)?|/([1-9][0-9]{0,17})");

    private static final int WIDTH = 600;
    private static final int THUMBNAIL = 640;

    private final Supplier<SiteSettings> settings;
    private final LiveStories stories;
    private final Pictures pictures;

    public OembedPage(Supplier<SiteSettings> settings, LiveStories stories, Pictures pictures) {
        this.settings = settings;
        this.stories = stories;
        this.pictures = pictures;
    }

    public Response answer(Request request) {
        String format = request.query().first("format").orElse("json");
        if (!List.of("json", "xml").contains(format)) {
            return Response.text(501, "format must be json or xml\n");
        }
        return story(request.query().text("url"))
                .map(story -> answer(format, said(story, width(request))))
                .orElseGet(() -> Response.text(404, "There is no such story.\n"))
                .with("Access-Control-Allow-Origin", "*")
                .with("X-Content-Type-Options", "nosniff");
    }

    /** Only what stands on this site, whichever of http and https it is named with. */
    private Optional<LiveStory> story(String url) {
        URI address;
        try {
            address = URI.create(Address.encode(url.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        var base = settings.get().masthead().baseUrl();
        var path = PATH.matcher(Optional.ofNullable(address.getPath())
                .filter(_ -> base.getRawAuthority().equalsIgnoreCase(address.getRawAuthority()))
                .orElse(""));
        if (!path.matches()) {
            return Optional.empty();
        }
        return stories.story(Long.parseLong(path.group(1) == null ? path.group(2) : path.group(1)))
                .filter(story -> settings.get().edition(story.edition()).open());
    }

    private static int width(Request request) {
        String most = request.query().text("maxwidth");
        return most.matches("[0-9]{1,5}") ? Math.min(WIDTH, Integer.parseInt(most)) : WIDTH;
    }

    /** The members of the answer in the order of the specification; all of them text or numbers. */
    private Map<String, Object> said(LiveStory story, int width) {
        var edition = settings.get().edition(story.edition());
        var masthead = edition.masthead();
        var said = new LinkedHashMap<String, Object>();
        said.put("type", "rich");
        said.put("version", "1.0");
        said.put("title", title(story, edition));
        story.authors().stream().findFirst().ifPresent(author -> {
            said.put("author_name", author.name());
            said.put(
                    "author_url",
                    Address.encode(masthead.absolute(masthead.addresses().label(edition.id(), author))));
        });
        said.put("provider_name", masthead.name());
        said.put("provider_url", Address.encode(masthead.absolute(edition.front())));
        // a story may be corrected or withdrawn: nobody is to keep this for long
        said.put("cache_age", 3_600);
        thumbnail(story).ifPresent(still -> {
            said.put("thumbnail_url", Address.encode(masthead.absolute(still.address())));
            said.put("thumbnail_width", still.width());
            said.put("thumbnail_height", still.height());
        });
        said.put("html", html(story, edition));
        said.put("width", width);
        // whatever the text needs
        said.put("height", "");
        return said;
    }

    private Optional<Asset.Rendition> thumbnail(LiveStory story) {
        return story.picture()
                .flatMap(use -> pictures.find(use.asset()))
                .flatMap(asset -> asset.atLeast(Slot.TEASER, THUMBNAIL));
    }

    private static String title(LiveStory story, Edition edition) {
        return story.type() == StoryType.ADVERTORIAL
                ? edition.words()
                        .word("feed.labelled", edition.words().word("story.type.advertorial"), story.headline())
                : story.headline();
    }

    private static String html(LiveStory story, Edition edition) {
        var masthead = edition.masthead();
        String address = Address.encode(masthead.absolute(masthead.addresses().story(story)));
        var headline = new Block.Paragraph(
                List.of(new Inline(title(story, edition), List.of(new Mark.Link(address), new Mark.Strong()))));
        var lead = Block.Paragraph.of(story.lead());
        String from = story.published()
                .map(published -> masthead.name()
                        + edition.words().word("site.comma")
                        + edition.dates().longDate(published))
                .orElse(masthead.name());
        var card = new Block.Quote(from, List.of(headline, lead));
        return "<div lang=\"%s\" dir=\"%s\">\n%s</div>"
                .formatted(
                        Html.escape(edition.id()),
                        masthead.language().direction().html(),
                        HtmlRenderer.render(
                                new Body(List.of(card)), Surroundings.NONE, BlockWords.of(edition.words())));
    }

    private static Response answer(String format, Map<String, Object> said) {
        if (format.equals("json")) {
            var members = new LinkedHashMap<>(said);
            members.replace("height", null);
            try {
                return Response.of(
                        200, "application/json; charset=utf-8", new ObjectMapper().writeValueAsBytes(members));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("Text and numbers could not be written", e);
            }
        }
        return Response.of(200, "text/xml; charset=utf-8", XmlDocument.of("oembed", Map.of(), Map.of(), oembed -> {
            for (var member : said.entrySet()) {
                if (member.getValue().toString().isEmpty()) {
                    oembed.empty(member.getKey(), Map.of());
                } else {
                    oembed.text(member.getKey(), member.getValue().toString());
                }
            }
        }));
    }
}
