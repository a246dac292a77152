package news.titr.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.titr.World;
import news.titr.http.Parameters;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.language.HouseStyle;
import news.titr.language.Language;
import news.titr.media.FolderBlobs;
import news.titr.media.Pictures;
import news.titr.media.Programs;
import news.titr.people.Role;
import news.titr.story.LiveRanges;
import news.titr.story.Masthead;
import news.titr.story.Outcome;
import news.titr.story.Problem;
import news.titr.story.Robots;
import news.titr.story.SecurityContact;
import news.titr.story.SiteKeeping;
import news.titr.story.SiteSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What robots are asked to keep to, and whom to tell of a hole: as the settings of the site have it. */
@Tag("database")
class RobotsTest {

    private static final Request ASKED = new Request(
            "GET",
            "/robots.txt",
            new Parameters(Map.of()),
            new Parameters(Map.of()),
            new Parameters(Map.of()),
            new Parameters(Map.of()),
            new Parameters(Map.of()),
            new byte[0],
            List.of(),
            "192.0.2.1",
            true);

    private final World world = new World();
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
                    Set.of()));

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void everybody_may_read_what_readers_may_and_nobody_may_train_on_it() {
        String text = robots();
        assertTrue(text.startsWith("User-agent: *\nDisallow: /desk\n"), text);
        assertEquals(List.of("/"), closed(text, "GPTBot"));
        assertEquals(List.of("/"), closed(text, "Google-Extended"));
        assertEquals(closed(text, "*"), closed(text, "OAI-SearchBot"));
        assertEquals(closed(text, "*"), closed(text, "Googlebot"));
        assertTrue(text.contains("\nSitemap: https://news.example.org/sitemap.xml\n"), text);
        assertTrue(text.contains("\nSitemap: https://news.example.org/sitemap/news.xml\n"), text);
    }

    @Test
    void the_desk_may_let_all_of_them_or_none() {
        change(new Robots(Robots.Ai.ALLOWED, List.of()), SecurityContact.NONE);
        assertEquals(closed(robots(), "*"), closed(robots(), "GPTBot"));
        change(new Robots(Robots.Ai.REFUSED, List.of()), SecurityContact.NONE);
        assertEquals(List.of("/"), closed(robots(), "GPTBot"));
        assertEquals(List.of("/"), closed(robots(), "PerplexityBot"));
    }

    @Test
    void a_rule_for_one_robot_goes_first_and_never_opens_the_desk() {
        change(
                new Robots(
                        Robots.Ai.REFUSED,
                        List.of(
                                Robots.Rule.read("SemrushBot: /archive /tag"),
                                Robots.Rule.read("GPTBot:"),
                                Robots.Rule.read("AhrefsBot: /"))),
                SecurityContact.NONE);
        String text = robots();
        assertTrue(closed(text, "SemrushBot").containsAll(List.of("/archive", "/tag", "/desk")), text);
        assertEquals(closed(text, "*"), closed(text, "GPTBot"));
        assertEquals(List.of("/"), closed(text, "AhrefsBot"));
        assertEquals(1, text.split("User-agent: GPTBot", -1).length - 1);
    }

    @Test
    void what_is_no_rule_is_refused_and_nothing_can_be_smuggled_in() {
        for (String line : List.of("no colon", ": /x", "Bot: x", "Bot: /#x", "Bot\u0000: /")) {
            var outcome = keeping.change(
                    world.chiefEditor(),
                    keeping.current().version(),
                    keeping.current()
                            .wishes()
                            .withMachines(
                                    new Robots(Robots.Ai.ALLOWED, List.of(Robots.Rule.read(line))),
                                    SecurityContact.NONE));
            assertTrue(
                    outcome instanceof Outcome.Refused<SiteSettings>(var problems)
                            && problems.getFirst().kind() == Problem.Kind.UNFIT_ROBOT_RULE,
                    line + ": " + outcome);
        }
        var reporter = keeping.change(
                world.actor("r@example.org", "ر", Role.REPORTER),
                keeping.current().version(),
                keeping.current()
                        .wishes()
                        .withMachines(new Robots(Robots.Ai.ALLOWED, List.of()), SecurityContact.NONE));
        assertTrue(reporter instanceof Outcome.Refused<SiteSettings>);
    }

    @Test
    void whom_to_tell_of_a_hole_is_said_when_somebody_is_named() {
        assertEquals(404, security().status());
        change(Robots.USUAL, new SecurityContact("security@example.org", "https://news.example.org/security"));
        assertEquals("""
                Contact: mailto:security@example.org
                Expires: 2025-07-19T00:00:00Z
                Preferred-Languages: fa
                Canonical: https://news.example.org/.well-known/security.txt
                Policy: https://news.example.org/security
                """, text(security()));
        for (String wrong :
                List.of("javascript:alert(1)", "http://example.org", "nobody", "a@b@c", "x\ny@example.org")) {
            var outcome = keeping.change(
                    world.chiefEditor(),
                    keeping.current().version(),
                    keeping.current().wishes().withMachines(Robots.USUAL, new SecurityContact(wrong, "")));
            assertTrue(outcome instanceof Outcome.Refused<SiteSettings>, wrong);
        }
    }

    @Test
    void the_settings_are_the_same_after_a_new_start() {
        var robots = new Robots(Robots.Ai.REFUSED, List.of(Robots.Rule.read("SemrushBot: /archive")));
        change(robots, new SecurityContact("security@example.org", ""));
        keeping.refresh();
        assertEquals(robots, keeping.current().robots());
        assertEquals("security@example.org", keeping.current().security().contact());
        assertFalse(keeping.current().security().contactAddress().isEmpty());
    }

    // ---- steps

    private void change(Robots robots, SecurityContact security) {
        World.done(keeping.change(
                world.chiefEditor(),
                keeping.current().version(),
                keeping.current().wishes().withMachines(robots, security)));
    }

    private String robots() {
        var pictures = new Pictures(
                world.database, new FolderBlobs(news.titr.TestDatabase.temporaryFolder()), world.clock, Programs.NONE);
        var sitemap = new Sitemap(
                keeping::current,
                World.EDITION,
                world.liveStories,
                new LiveRanges(world.database),
                pictures,
                world.clock);
        return text(new RobotsPage(keeping::current, List.of(sitemap)).answer(ASKED));
    }

    private Response security() {
        return new SecurityPage(keeping::current, world.clock, _ -> Response.text(404, "missing")).answer(ASKED);
    }

    /** What the group of a robot closes, as robots read it: its own group alone, else that for all. */
    private static List<String> closed(String text, String robot) {
        return Arrays.stream(text.split("\n\n", -1))
                .filter(group -> group.lines().anyMatch(("User-agent: " + robot)::equals))
                .findFirst()
                .map(group -> group.lines()
                        .filter(line -> line.startsWith("Disallow: "))
                        .map(line -> line.substring("Disallow: ".length()))
                        .toList())
                .orElseGet(() -> closed(text, "*"));
    }

    private static String text(Response page) {
        return new String(page.body(), StandardCharsets.UTF_8);
    }
}
