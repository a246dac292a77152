package news.titr.site;

import static news.titr.World.done;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import news.titr.TestDatabase;
import news.titr.TestTemplates;
import news.titr.World;
import news.titr.doc.Body;
import news.titr.http.Parameters;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.http.StaticFiles;
import news.titr.language.Language;
import news.titr.media.FolderBlobs;
import news.titr.media.Pictures;
import news.titr.media.Programs;
import news.titr.story.Bylines;
import news.titr.story.Masthead;
import news.titr.story.Publishing;
import news.titr.story.Story;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cards of stories: what is drawn on them, where they are, and when they go. */
@Tag("database")
class SocialCardTest {

    private static final SocialCard.Text BRIDGE = new SocialCard.Text(
            "کرانه",
            "پایان مرمت",
            "پل کهنه پس از سه سال باز می‌شود",
            "۱ بهمن ۱۴۰۳",
            "news.example.org",
            true,
            "#15120e",
            "#ffffff",
            "#ae1f17");

    @TempDir
    Path folder;

    private final World world = new World();
    private final Site site = new Site(
            TestTemplates.engine(),
            new Masthead(
                    "کرانه",
                    "روزنامهٔ صبح",
                    URI.create("https://news.example.org"),
                    ZoneId.of("Asia/Tehran"),
                    Language.PERSIAN,
                    List.of()),
            world.liveStories,
            new Bylines(world.database),
            new Pictures(world.database, new FolderBlobs(TestDatabase.temporaryFolder()), world.clock, Programs.NONE),
            world.clock,
            new StaticFiles());

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_card_is_a_picture_of_the_size_that_networks_ask_for() throws IOException {
        var image = drawn(BRIDGE);
        assertEquals(1200, image.getWidth());
        assertEquals(630, image.getHeight());
        assertEquals(0xffffff, image.getRGB(5, 5) & 0xffffff);
    }

    @Test
    void the_half_space_is_seen() throws IOException {
        assertNotEquals(ink(drawn(BRIDGE)), ink(drawn(headline("پل کهنه پس از سه سال باز میشود"))));
    }

    @Test
    void nothing_leaves_the_card_however_long_the_headline() throws IOException {
        for (String headline : List.of(
                "پل کهنه پس از سه سال باز می‌شود ".repeat(12).strip(),
                "آ".repeat(300),
                "باز شد",
                "گفت‌وگو با OpenStreetMap دربارهٔ نقشهٔ ۲۵ شهر",
                "The old bridge reopens after three years")) {
            var image = drawn(headline(headline));
            assertEquals(0, darkOutsideTheMargins(image), headline);
            assertTrue(ink(image) > 3_000, headline);
        }
    }

    @Test
    void the_text_begins_where_its_language_does() throws IOException {
        assertTrue(darkest(drawn(headline("باز شد"))) > 600, "Persian begins on the right");
        var english = new SocialCard.Text(
                "Karaneh", "", "Open", "20 January 2025", "news.example.org", false, "#15120e", "#ffffff", "#ae1f17");
        assertTrue(darkest(drawn(english)) < 600, "English begins on the left");
    }

    @Test
    void a_story_without_a_picture_is_shown_by_its_card() throws IOException {
        var story = world.published(World.bridgeReopens());
        var live = world.live(story.number());
        String address = new SocialCards(site).address(live);
        String page = new String(
                new StoryPage(site, new MissingPage(site), new WithdrawnPage(site))
                        .show(live)
                        .body(),
                StandardCharsets.UTF_8);
        for (String part : List.of(
                "<meta property=\"og:image\" content=\"https://news.example.org" + address + "\">",
                "<meta property=\"og:image:type\" content=\"image/png\">",
                "<meta property=\"og:image:width\" content=\"1200\">",
                "<meta property=\"og:image:height\" content=\"630\">",
                "<meta property=\"og:image:alt\" content=\"پل کهنه پس از سه سال باز می‌شود\">",
                "<meta name=\"twitter:card\" content=\"summary_large_image\">")) {
            assertTrue(page.contains(part), part);
        }
        var answer = ask(address);
        assertEquals(200, answer.status());
        assertEquals("image/png", answer.header("Content-Type"));
        assertEquals(1200, image(answer.body()).getWidth());
        assertArrayEquals(answer.body(), ask(address).body());
        assertEquals(1, kept());
    }

    @Test
    void another_revision_has_another_card_and_the_old_address_leads_there() throws IOException {
        var story = world.published(World.bridgeReopens());
        String before = new SocialCards(site).address(world.live(story.number()));
        assertEquals(200, ask(before).status());
        var revised = done(world.drafting.revise(
                world.chiefEditor(),
                story.number(),
                story.newestRevision(),
                World.bridgeReopens().withText("", "پل باز شد", "", Body.EMPTY)));
        done(world.publishing.publish(world.chiefEditor(), story.number(), Publishing.Seen.of(revised)));
        String now = new SocialCards(site).address(world.live(story.number()));
        assertNotEquals(before, now);
        var moved = ask(before);
        assertEquals(301, moved.status());
        assertEquals(now, moved.header("Location"));
        assertEquals(200, ask(now).status());
        assertEquals(1, kept(), "the old card is gone");
    }

    @Test
    void a_withdrawn_story_has_no_card() throws IOException {
        Story story = world.published(World.bridgeReopens());
        String address = new SocialCards(site).address(world.live(story.number()));
        assertEquals(200, ask(address).status());
        done(world.publishing.withdraw(world.chiefEditor(), story.number(), Publishing.Seen.of(story), "نادرست بود"));
        assertEquals(410, ask(address).status());
    }

    @Test
    void a_machine_that_can_draw_no_letters_shows_what_stands_for_the_newspaper_and_says_what_to_install()
            throws Exception {
        // stands before the real library, and is none
        Files.writeString(folder.resolve("libfontconfig.so.1"), "broken");
        Files.writeString(folder.resolve("libfontconfig.so"), "broken");
        var child = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-cp",
                classPath(),
                WithoutFonts.class.getName(),
                folder.resolve("card.png").toString());
        child.environment().put("LD_LIBRARY_PATH", folder.toString());
        child.redirectError(folder.resolve("errors").toFile());
        var process = child.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), () -> said + errors());
        assertTrue(said.endsWith("200 image/png\n"), said);
        assertEquals(1, said.split("libfontconfig1 \\(on Debian", -1).length - 1, said);
        var image = image(Files.readAllBytes(folder.resolve("card.png")));
        assertEquals(1200, image.getWidth());
        assertTrue(ink(image) > 3_000, "the newspaper's picture stands in the middle");
        assertEquals(0, darkOutsideTheMargins(image));
    }

    /** Asks for the card of a story twice, where it cannot be drawn. */
    static final class WithoutFonts {

        private WithoutFonts() {}

        public static void main(String[] files) throws IOException {
            var test = new SocialCardTest();
            var story = test.world.published(World.bridgeReopens());
            String address = new SocialCards(test.site).address(test.world.live(story.number()));
            var page = test.page(TestDatabase.temporaryFolder(), System.out::println);
            page.answer(request(address));
            var answer = page.answer(request(address));
            System.out.println(answer.status() + " " + answer.header("Content-Type"));
            Files.write(Path.of(files[0]), answer.body());
            test.close();
        }
    }

    private String errors() {
        try {
            return Files.readString(folder.resolve("errors"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static String classPath() {
        return SocialCardTest.class.getClassLoader() instanceof URLClassLoader loader
                ? Stream.of(loader.getURLs())
                        .map(url -> Path.of(URI.create(url.toString())).toString())
                        .collect(Collectors.joining(":"))
                : System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    // ---- steps

    private Response ask(String address) {
        return page(folder, _ -> {}).answer(request(address));
    }

    private SocialCardPage page(Path kept, Consumer<String> warning) {
        var missing = new MissingPage(site);
        var icons = new AppIcons(site, new FolderBlobs(TestDatabase.temporaryFolder()), missing);
        return new SocialCardPage(site, kept, icons, warning, missing, new WithdrawnPage(site));
    }

    private static Request request(String address) {
        return new Request(
                "GET",
                address,
                new Parameters(Map.of("number", List.of(address.replaceAll("/card/([0-9]+)/.*", "$1")))),
                new Parameters(Map.of()),
                new Parameters(Map.of()),
                new Parameters(Map.of()),
                new Parameters(Map.of()),
                new byte[0],
                List.of(),
                "192.0.2.1",
                true);
    }

    private long kept() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private static SocialCard.Text headline(String headline) {
        return new SocialCard.Text(
                BRIDGE.name(),
                BRIDGE.kicker(),
                headline,
                BRIDGE.date(),
                BRIDGE.host(),
                true,
                BRIDGE.ink(),
                BRIDGE.paper(),
                BRIDGE.accent());
    }

    private BufferedImage drawn(SocialCard.Text text) throws IOException {
        return image(new SocialCard().png(text));
    }

    private static BufferedImage image(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    /** How many pixels of the headline's place are dark. */
    private static int ink(BufferedImage image) {
        int dark = 0;
        for (int y = 150; y < 520; y++) {
            for (int x = 0; x < 1200; x++) {
                dark += isDark(image, x, y) ? 1 : 0;
            }
        }
        return dark;
    }

    private static int darkOutsideTheMargins(BufferedImage image) {
        int dark = 0;
        for (int y = 0; y < 630; y++) {
            for (int x = 0; x < 1200; x++) {
                boolean outside = x < 60 || x > 1140 || y < 30 || y > 610;
                dark += outside && isDark(image, x, y) ? 1 : 0;
            }
        }
        return dark;
    }

    /** Where the middle of the headline's ink is, from the left. */
    private static int darkest(BufferedImage image) {
        long sum = 0;
        long count = 1;
        for (int y = 150; y < 520; y++) {
            for (int x = 0; x < 1200; x++) {
                if (isDark(image, x, y)) {
                    sum += x;
                    count++;
                }
            }
        }
        return (int) (sum / count);
    }

    private static boolean isDark(BufferedImage image, int x, int y) {
        int colour = image.getRGB(x, y);
        return ((colour >> 16) & 0xff) + ((colour >> 8) & 0xff) + (colour & 0xff) < 300;
    }
}
