package news.titr.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.titr.TestDatabase;
import news.titr.TestTemplates;
import news.titr.World;
import news.titr.http.Response;
import news.titr.http.StaticFiles;
import news.titr.language.HouseStyle;
import news.titr.language.Language;
import news.titr.media.FolderBlobs;
import news.titr.media.Pictures;
import news.titr.media.Programs;
import news.titr.story.Bylines;
import news.titr.story.Colours;
import news.titr.story.Masthead;
import news.titr.story.Outcome;
import news.titr.story.SiteKeeping;
import news.titr.story.SiteSettings;
import news.titr.theme.Theme;
import news.titr.theme.Themes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The site in a look of its own. */
@Tag("database")
class ThemedSiteTest {

    private final World world = new World();
    private final Path looks = TestDatabase.temporaryFolder();
    private final List<Theme> readAnew = new ArrayList<>();
    private final Themes themes = new Themes(looks, Optional.of(readAnew::add));
    private final SiteKeeping keeping = new SiteKeeping(
            world.database,
            world.ids,
            world.clock,
            new SiteKeeping.Machine(
                    new Masthead(
                            "کرانه",
                            "",
                            URI.create("https://news.example.org"),
                            ZoneId.of("Asia/Tehran"),
                            Language.PERSIAN,
                            List.of()),
                    HouseStyle.standard(),
                    Set.of(),
                    Set.of("site.theme"),
                    "evening",
                    themes::names));
    private final Site site;
    private final ImprintPage page;

    ThemedSiteTest() throws IOException {
        write("theme.properties", "name = Evening");
        write("theme.css", ":root { --accent: light-dark(#00509a, #8cc8f2); --paper: light-dark(#fffdf8, #14171a); }");
        write("imprint.css", "dt { color: var(--ink); }");
        write("logo.svg", "<svg viewBox=\"0 0 120 40\"></svg>");
        site = new Site(
                TestTemplates.engine(),
                themes,
                keeping::current,
                "fa",
                world.liveStories,
                new Bylines(world.database),
                new Pictures(
                        world.database, new FolderBlobs(TestDatabase.temporaryFolder()), world.clock, Programs.NONE),
                world.clock,
                new StaticFiles());
        page = new ImprintPage(site);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void its_rules_have_the_last_word_but_for_the_colours_of_the_desk() throws Exception {
        done(keeping.change(
                world.chiefEditor(),
                0,
                new SiteSettings.Wishes(
                        "کرانه",
                        "",
                        "",
                        "",
                        Map.of(),
                        List.of(),
                        new Colours(
                                Optional.of(new Colours.Pair("#0b4f9c", "#8fc2ff")),
                                Optional.empty(),
                                Optional.empty()),
                        Optional.empty(),
                        List.of())));
        var answer = show();
        String html = text(answer);
        int theirs = html.indexOf(":root{--accent:light-dark(#00509a,#8cc8f2);--paper:light-dark(#fffdf8,#14171a)}");
        int desk = html.indexOf(":root{--accent:light-dark(#0b4f9c,#8fc2ff)}");
        int imprint = html.indexOf("dt{color:var(--ink)}</style>");
        assertTrue(0 < imprint && imprint < theirs && theirs < desk && desk < html.indexOf("</head>"), html);
        String last = html.substring(html.lastIndexOf("<style>") + 7, html.lastIndexOf("</style>"));
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(last.getBytes(StandardCharsets.UTF_8)));
        assertTrue(SitePagesTest.header(answer, "Content-Security-Policy").contains("'sha256-" + hash + "'"));
    }

    @Test
    void its_logo_and_its_paper_are_shown() {
        String html = text(show());
        String logo = themes.theme("evening").address("logo.svg").orElseThrow();
        assertTrue(
                html.contains("<img class=\"logo\" src=\"" + logo + "\" width=\"120\" height=\"40\" alt=\"کرانه\">"),
                html);
        assertTrue(
                html.contains(
                        "<meta name=\"theme-color\" content=\"#fffdf8\" media=\"(prefers-color-scheme: light)\">"),
                html);
    }

    @Test
    void a_phone_shows_its_icon_and_its_paper_and_the_light_edition_has_its_colours() throws IOException {
        write("icon.svg", "<svg viewBox=\"0 0 64 64\"></svg>");
        write("icon-512.png", "any");
        var icons = new AppIcons(site, new FolderBlobs(TestDatabase.temporaryFolder()), new MissingPage(site));
        String manifest =
                text(new AppManifest(site, icons).answer(SitePagesTest.get("/manifest.webmanifest", Map.of())));
        var theme = themes.theme("evening");
        assertTrue(manifest.contains("\"theme_color\":\"#fffdf8\""), manifest);
        assertTrue(manifest.contains("\"background_color\":\"#fffdf8\""), manifest);
        assertTrue(
                manifest.contains("{\"src\":\"" + theme.address("icon.svg").orElseThrow()
                        + "\",\"sizes\":\"any\",\"type\":\"image/svg+xml\",\"purpose\":\"any\"}"),
                manifest);
        assertTrue(
                manifest.contains("{\"src\":\"" + theme.address("icon-512.png").orElseThrow()
                        + "\",\"sizes\":\"512x512\",\"type\":\"image/png\""),
                manifest);

        var story = world.published(World.bridgeReopens());
        var card = new SocialCards(site).text(world.live(story.number()));
        assertEquals(List.of("#fffdf8", "#00509a"), List.of(card.paper(), card.accent()));

        var lite = new LitePages(site).front(SitePagesTest.get("/lite", Map.of()));
        String css = text(lite).split("</?style>", -1)[1];
        assertTrue(
                css.contains(":root{--accent:light-dark(#00509a,#8cc8f2);--paper:light-dark(#fffdf8,#14171a)}"), css);
        assertTrue(css.indexOf("--paper:#fff") < css.indexOf("--paper:light-dark"), "the theme has the last word");
        assertTrue(
                SitePagesTest.header(lite, "Content-Security-Policy").contains(SiteStyle.sha256(css)),
                "and browsers may apply it");
    }

    @Test
    void its_templates_take_the_place_of_the_programs_own_and_change_at_once_while_they_are_watched()
            throws IOException {
        write(
                "templates/imprint-page.html",
                "{#include site/page}{#content}<p>{imprint.name}!</p>{/content}{/include}");
        assertTrue(text(show()).contains("<main id=\"main\">\n<p>کرانه!</p>"), text(show()));
        write("templates/imprint-page.html", "{#include site/page}{#content}<p>{imprint.nmae}</p>{/content}{/include}");
        assertEquals(500, show().status());
        assertTrue(text(show())
                .startsWith("templates/imprint-page.html:1: {imprint.nmae}: a View has no “nmae”. Did you mean name?"));
        write(
                "templates/imprint-page.html",
                "{#include site/page}{#content}<p>{imprint.name}?</p>{/content}{/include}");
        assertEquals(200, show().status());
        assertEquals(4, readAnew.size());
    }

    private Response show() {
        return page.answer(SitePagesTest.get("/imprint", Map.of()));
    }

    private static String text(Response response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private void write(String name, String text) throws IOException {
        var file = looks.resolve("evening").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void done(Outcome<?> outcome) {
        assertTrue(outcome instanceof Outcome.Done, outcome::toString);
    }
}
