package news.titr.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import news.titr.TestDatabase;
import news.titr.World;
import news.titr.doc.Block;
import news.titr.media.Asset;
import news.titr.people.Actor;
import news.titr.story.Content;
import news.titr.story.Drafting;
import news.titr.story.Publishing;
import news.titr.story.Redirects;
import news.titr.story.Sectioning;
import news.titr.story.StoryFormat;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The site as files: every link that leads to a file leads to one that is there. */
@Tag("database")
final class StaticSiteTest {

    private static final Pattern STYLE_ADDRESS = Pattern.compile("url\\(\"([^\"]+)\"\\)");

    @TempDir
    Path folder;

    private final Actor technician = new Actor.Technician();

    @Test
    void every_link_leads_to_a_file_and_nothing_needs_a_server() throws IOException {
        var site = folder.resolve("site");
        var settings = Settings.load(
                folder.resolve("data"), Map.of("TITR_DATABASE_URL", TestDatabase.url(), "TITR_SITE_EDITIONS", "en"));
        try (var newspaper = Newspaper.open(settings, Clock.systemUTC())) {
            fill(newspaper);
            var written = StaticSite.write(newspaper, site, false, (_, _, _) -> {});
            assertEquals(List.of(), written.broken());
            assertThrows(Settings.WrongSetting.class, () -> StaticSite.write(newspaper, site, false, (_, _, _) -> {}));
        }
        var pages = new ArrayList<Path>();
        try (var files = Files.walk(site)) {
            files.filter(file -> file.toString().endsWith(".html")).forEach(pages::add);
        }
        int links = 0;
        for (var page : pages) {
            if (!page.equals(site.resolve("404.html"))) {
                links += check(page);
            }
        }
        assertTrue(links > 1000, "links: " + links);
        String story = Files.readString(only(site.resolve("news/1001")));
        assertTrue(story.contains("باز می‌شود"), story);
        assertTrue(Files.exists(site.resolve("news/1001/print/index.html")));
        assertTrue(Files.readString(site.resolve("1001/index.html")).contains("http-equiv=\"refresh\""));
        assertTrue(Files.readString(site.resolve("کهنه/index.html")).contains("../news/1001/"));
        assertTrue(Files.exists(site.resolve("section/city/rss.xml")));
        assertTrue(Files.exists(site.resolve("en/index.html")));
        assertFalse(Files.exists(site.resolve("search")));
        try (var media = Files.walk(site.resolve("media"))) {
            assertTrue(media.anyMatch(file -> file.toString().endsWith(".jpg")));
        }
    }

    @Test
    void with_pdf_every_story_has_one_and_its_page_leads_there() throws IOException {
        var site = folder.resolve("site");
        var settings = Settings.load(folder.resolve("data"), Map.of("TITR_DATABASE_URL", TestDatabase.url()));
        try (var newspaper = Newspaper.open(settings, Clock.systemUTC())) {
            publish(newspaper, "fa", World.bridgeReopens());
            publish(newspaper, "fa", World.bridgeCloses());
            var told = new ArrayList<String>();
            var written = StaticSite.write(newspaper, site, true, (what, done, total) -> told.add(what + done));
            assertEquals(List.of(), written.broken());
            assertEquals("pages1", told.getFirst(), "progress is told from the first page on");
            try (var files = Files.walk(site)) {
                assertEquals(written.files(), files.filter(Files::isRegularFile).count());
            }
        }
        for (long number : List.of(1001L, 1002L)) {
            byte[] pdf = Files.readAllBytes(site.resolve("news/" + number + ".pdf"));
            assertEquals("%PDF-", new String(pdf, 0, 5, StandardCharsets.ISO_8859_1));
            assertTrue(
                    new String(pdf, StandardCharsets.ISO_8859_1).stripTrailing().endsWith("%%EOF"));
            var page = only(site.resolve("news/" + number));
            var links = Jsoup.parse(Files.readString(page)).select("a[href$=.pdf]");
            assertFalse(links.isEmpty());
            for (var link : links) {
                assertTrue(Files.isRegularFile(Path.of(page.toUri().resolve(URI.create(link.attr("href"))))));
            }
            for (var format : StoryFormat.values()) {
                assertTrue(Files.isRegularFile(site.resolve("news/" + number + "." + format.ending())));
            }
            check(page);
        }
    }

    private static Path only(Path folder) throws IOException {
        try (var below = Files.walk(folder)) {
            return below.filter(file -> file.getFileName().toString().equals("index.html"))
                    .filter(file -> !file.getParent().equals(folder)
                            && !file.getParent().endsWith("print"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** How many links of a page were looked at. */
    private static int check(Path page) throws IOException {
        var document = Jsoup.parse(Files.readString(page));
        var addresses = new ArrayList<String>();
        for (String name : List.of("href", "src", "poster", "action")) {
            document.select("[" + name + "]").forEach(element -> addresses.add(element.attr(name)));
        }
        document.select("[srcset]").forEach(element -> {
            for (String size : element.attr("srcset").split(", ", -1)) {
                addresses.add(size.split(" ", -1)[0]);
            }
        });
        for (var style : document.select("style")) {
            STYLE_ADDRESS.matcher(style.data()).results().forEach(found -> addresses.add(found.group(1)));
        }
        document.select("meta[http-equiv=refresh]")
                .forEach(element -> addresses.add(element.attr("content").replaceFirst("^0; url=", "")));
        for (String address : addresses) {
            assertFalse(address.startsWith("/"), page + " has a link from the root: " + address);
            if (address.isEmpty() || address.startsWith("#") || address.matches("[a-z]+:.*")) {
                continue;
            }
            var target = Path.of(page.toUri().resolve(URI.create(address.replaceFirst("#.*", ""))));
            assertTrue(Files.isRegularFile(target), page + " leads to " + address);
        }
        return addresses.size();
    }

    private void fill(Newspaper newspaper) throws IOException {
        World.done(newspaper.sectioning.add(
                technician, "en", new Sectioning.Wish("City", "city", Optional.empty(), "", false, true)));
        newspaper.pictures.addDrawn(
                "bridge",
                jpeg(),
                new Asset.Description("پل", "پل کهنه", "عکاس", List.of(), "", Optional.empty(), Optional.empty()));
        var pictured = World.bridgeReopens();
        publish(
                newspaper,
                "fa",
                new Content(
                        pictured.kicker(),
                        pictured.headline(),
                        pictured.subheadlines(),
                        pictured.lead(),
                        pictured.body(),
                        pictured.section(),
                        pictured.tags(),
                        pictured.authors(),
                        pictured.dateline(),
                        pictured.source(),
                        pictured.place(),
                        pictured.published(),
                        Optional.of(new Block.Picture("bridge", "پل", "پل کهنه", "عکاس"))));
        // more than one page of a list
        for (int i = 0; i < 30; i++) {
            publish(newspaper, "fa", World.bridgeCloses());
        }
        publish(
                newspaper,
                "en",
                World.bridgeReopens()
                        .withText(
                                "",
                                "The bridge is open",
                                "Lead",
                                World.bridgeReopens().body()));
        World.done(newspaper.redirects.put(technician, 0, new Redirects.Wish("/کهنه", "/news/1001", 301)));
    }

    private void publish(Newspaper newspaper, String edition, Content content) {
        var draft = World.done(newspaper.drafting.begin(technician, Drafting.Beginning.in(edition), content));
        World.done(newspaper.publishing.publish(technician, draft.number(), Publishing.Seen.of(draft)));
    }

    private static byte[] jpeg() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1200, 800, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
        return bytes.toByteArray();
    }
}
