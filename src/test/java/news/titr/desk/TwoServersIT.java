package news.titr.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import news.titr.Browser;
import news.titr.TestDatabase;
import news.titr.TitrProcess;
import news.titr.TitrProcess.Home;
import news.titr.World;
import news.titr.audit.Action;
import news.titr.db.Database;
import news.titr.db.Ids;
import news.titr.people.Actor;
import news.titr.story.Drafting;
import news.titr.story.Publishing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Two servers on one PostgreSQL are one newspaper: whoever works at one sees what is done at the other. */
@Tag("database")
@EnabledIfEnvironmentVariable(named = "TITR_TEST_DATABASE", matches = "postgresql")
class TwoServersIT {

    private static Home home;
    private static TitrProcess first;
    private static TitrProcess second;
    private static Browser browser;
    private static BrowserContext mina;
    private static BrowserContext sara;

    @BeforeAll
    static void start() {
        home = Home.fresh();
        first = TitrProcess.serve(home);
        second = TitrProcess.serve(new Home(TestDatabase.temporaryFolder(), home.environment()));
        browser = new Browser();
        mina = browser.signedIn(first, "mina@example.org", "مینا", "chief-editor");
        sara = browser.signedIn(second, "sara@example.org", "سارا", "chief-editor");
    }

    @AfterAll
    static void stop() {
        browser.close();
        first.close();
        second.close();
    }

    @Test
    void twoWhoTypeInOneStoryAtTwoServersBothKeepTheirWords() {
        var one = mina.newPage();
        one.navigate(first.address + "/desk");
        one.locator("[data-command=new-story]").dispatchEvent("click");
        one.waitForSelector(".saving[data-state=saved]");
        one.keyboard().type("تیتر");
        saved(one);
        var other = sara.newPage();
        other.navigate(second.address + URI.create(one.url()).getPath());
        saved(other);
        assertEquals("تیتر", other.textContent(".headline"));
        Browser.click(other, ".lead");
        Browser.click(one, ".headline");
        one.keyboard().press("End");
        for (int i = 0; i < 12; i++) {
            one.keyboard().type("آ");
            other.keyboard().type("ب");
        }
        until(() -> one.textContent(".lead").equals("ب".repeat(12)));
        until(() -> other.textContent(".headline").equals("تیتر" + "آ".repeat(12)));
        until(() -> one.textContent(".people").contains("سارا"));
        until(() -> other.textContent(".people").contains("مینا"));
        saved(one);
        saved(other);
    }

    @Test
    void aCardThatIsNewAtOneServerComesUpOnTheBoardOfTheOther() {
        var board = sara.newPage();
        board.navigate(second.address + "/desk");
        board.waitForSelector(".sidebar");
        var page = mina.newPage();
        page.navigate(first.address + "/desk");
        page.locator("[data-command=new-story]").dispatchEvent("click");
        page.waitForSelector(".saving[data-state=saved]");
        page.keyboard().type("خبری از سرور دیگر");
        saved(page);
        board.waitForSelector("text=خبری از سرور دیگر");
    }

    @Test
    void whatIsScheduledGoesOutOnceAndAtBoth() {
        try (var database = Database.open(home.environment().get("TITR_DATABASE_URL"))) {
            var clock = InstantSource.system();
            var ids = new Ids(clock);
            var technician = new Actor.Technician();
            var publishing = new Publishing(database, ids, clock, World.SITE);
            var content = World.bridgeReopens().withSection("");
            var story = World.done(new Drafting(database, ids, clock)
                    .begin(technician, Drafting.Beginning.in(World.EDITION), content));
            var at = Instant.now().plus(Duration.ofSeconds(3));
            World.done(publishing.schedule(technician, story.number(), Publishing.Seen.of(story), at));
            for (var server : List.of(first, second)) {
                until(() -> server.get("/news/" + story.number()).statusCode() != 404);
            }
            assertEquals(
                    1,
                    publishing.releases(story.number()).stream()
                            .filter(entry -> entry.action() == Action.PUBLISH)
                            .count());
        }
    }

    private static void saved(Page page) {
        page.waitForSelector(".saving[data-state=saved]", new Page.WaitForSelectorOptions().setTimeout(25_000));
    }

    private static void until(BooleanSupplier holds) {
        for (int i = 0; i < 250 && !holds.getAsBoolean(); i++) {
            Browser.pause(mina.pages().getFirst());
        }
        assertEquals(true, holds.getAsBoolean());
    }
}
