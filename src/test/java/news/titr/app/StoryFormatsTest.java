package news.titr.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.titr.TestDatabase;
import news.titr.TestTemplates;
import news.titr.World;
import news.titr.http.Parameters;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.people.Actor;
import news.titr.people.Role;
import news.titr.people.SignIn;
import news.titr.people.Visit;
import news.titr.story.Drafting;
import news.titr.story.Publishing;
import news.titr.story.StoryFormat;
import news.titr.story.StoryFormats;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who may have which format of a story is said at the desk; and the page of a story points to what everyone may have. */
@Tag("database")
class StoryFormatsTest {

    private static final String ADDRESS = "/desk/site/machines";

    private final Newspaper newspaper = Newspaper.open(
            Settings.load(
                    TestDatabase.temporaryFolder(),
                    Map.of(
                            "TITR_DATABASE_URL",
                            TestDatabase.url(),
                            "TITR_FEDIVERSE_ENABLED",
                            "yes",
                            "TITR_SITE_BASE_URL",
                            "https://news.example.org")),
            Clock.systemUTC());
    private final List<Route> routes = new Routes(newspaper, TestTemplates.engine()).all();
    private final SignIn.Session session = newspaper
            .signIn
            .redeem(
                    newspaper.signIn.link(newspaper.people.add("mina@example.org", "مینا", Role.CHIEF_EDITOR)),
                    new Visit("192.0.2.1", "browser"))
            .orElseThrow();

    @AfterEach
    void close() {
        newspaper.close();
    }

    @Test
    void the_desk_says_whom_each_format_is_for() {
        String version = Long.toString(newspaper.siteKeeping.current().version());
        var saved =
                save(Map.of("version", version, "ai", "no-training", "format-nitf", "token", "format-text", "nobody"));
        assertEquals(303, saved.status(), text(saved));
        var formats = newspaper.siteKeeping.current().formats();
        assertEquals(
                Map.of(
                        StoryFormat.NITF, StoryFormats.Audience.TOKEN,
                        StoryFormat.TEXT, StoryFormats.Audience.NOBODY),
                formats.audiences());
        // a form that was opened before there was a choice leaves it as it is
        assertEquals(
                303,
                save(Map.of(
                                "version",
                                Long.toString(newspaper.siteKeeping.current().version())))
                        .status());
        assertEquals(formats, newspaper.siteKeeping.current().formats());
        // and the other pages of settings as well
        assertEquals(
                formats,
                newspaper
                        .siteKeeping
                        .current()
                        .kept()
                        .withLogo(Optional.empty())
                        .formats());
    }

    @Test
    void a_page_points_to_what_mastodon_has_of_the_story() {
        var technician = new Actor.Technician();
        var draft = World.done(
                newspaper.drafting.begin(technician, Drafting.Beginning.in(World.EDITION), World.bridgeReopens()));
        var story = World.done(newspaper.publishing.publish(technician, draft.number(), Publishing.Seen.of(draft)));
        String link = "<link rel=\"alternate\" type=\"application/activity+json\""
                + " href=\"https://news.example.org/fediverse/fa/notes/" + story.number();
        assertTrue(page(story.number()).contains(link + "\">"), page(story.number()));
        World.done(newspaper.publishing.withdraw(technician, story.number(), seen(story.number()), "نادرست بود"));
        assertFalse(page(story.number()).contains("activity+json"));
        World.done(newspaper.publishing.publish(technician, story.number(), seen(story.number())));
        assertTrue(page(story.number()).contains(link + "-2\">"), page(story.number()));
        var note = Asked.of(routes, "/fediverse/fa/notes/" + story.number() + "-2");
        assertEquals(200, note.route().page().answer(note.request()).status());
    }

    private Publishing.Seen seen(long number) {
        return Publishing.Seen.of(newspaper.newsroom.story(number).orElseThrow());
    }

    private String page(long number) {
        String path = newspaper
                .liveStories
                .story(number)
                .map(story -> newspaper.masthead.addresses().story(story))
                .orElse("/news/" + number);
        var asked = Asked.of(routes, path);
        return text(asked.route().page().answer(asked.request()));
    }

    private Response save(Map<String, String> form) {
        var given = new HashMap<String, List<String>>();
        form.forEach((name, value) -> given.put(name, List.of(value)));
        given.put("csrf", List.of(session.csrfToken()));
        var route = routes.stream()
                .filter(one -> one.path().equals(ADDRESS) && one.methods().contains("POST"))
                .findFirst()
                .orElseThrow();
        return route.page()
                .answer(new Request(
                        "POST",
                        ADDRESS,
                        Parameters.NONE,
                        Parameters.NONE,
                        new Parameters(given),
                        Parameters.NONE,
                        new Parameters(Map.of("titr_session", List.of(session.token()))),
                        new byte[0],
                        List.of(),
                        "192.0.2.1",
                        false));
    }

    private static String text(Response response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
