package news.titr.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import news.titr.Browser;
import news.titr.TitrProcess;
import news.titr.TitrProcess.Home;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Signing in, one's account and the people of the newspaper, in a browser, against the built program. */
class PeopleIT {

    private static final String GOOD = "دریاچهٔ قلم سبز و چمدان";
    private static final Home HOME = Home.fresh();
    private static TitrProcess titr;
    private static Browser browser;

    @BeforeAll
    static void start() {
        titr = TitrProcess.serve(HOME);
        browser = new Browser();
        titr.invite("root@example.org", "ریشه", "administrator");
    }

    @AfterAll
    static void stop() {
        browser.close();
        titr.close();
    }

    @Test
    void a_password_is_chosen_refused_when_it_is_weak_and_then_signs_in() {
        try (var visitor = browser.visitor()) {
            var page = enter(visitor, "sara@example.org", "reporter");
            page.navigate(titr.address + "/desk/account/password");
            page.fill("[name=password]", "salam123456");
            page.click("main button.main");
            assertTrue(page.locator("[role=alert]").textContent().contains("لورفته"));
            page.fill("[name=password]", GOOD);
            page.check(".shown input");
            assertEquals("text", page.getAttribute("[name=password]", "type"));
            page.click("main button.main");
            assertTrue(page.locator("[role=status]").first().textContent().contains("عوض شد"));
            signOut(page);

            signIn(page, "sara@example.org", "رمز دیگری که نیست");
            assertTrue(page.locator("[role=alert]").first().textContent().contains("درست نیست"));
            signIn(page, "Sara@Example.org", GOOD);
            assertTrue(page.url().endsWith("/desk"), page.url());
        }
    }

    @Test
    void a_passkey_is_added_and_signs_in_without_a_name() {
        try (var visitor = browser.visitor()) {
            var page = enter(visitor, "mina@example.org", "chief-editor");
            authenticator(visitor, page);
            setPassword(page);
            page.navigate(titr.address + "/desk/account");
            page.fill("[data-passkey-add] input", "تلفن من");
            page.click("[data-passkey-add] button");
            page.waitForURL("**/desk/account?done=passkey");
            assertEquals("تلفن من", page.inputValue("form[action='/desk/account/passkeys/name'] [name=name]"));
            signOut(page);

            page.click("[data-passkey-enter]");
            page.waitForURL("**/desk");
            page.navigate(titr.address + "/desk/account");
            assertTrue(page.content().contains("آخرین ورود"));

            // the same device is not added twice
            page.click("[data-passkey-add] button");
            page.waitForSelector("[data-passkey-problem]:not([hidden])");

            page.click("form[action='/desk/account/passkeys/removal'] button");
            signOut(page);
            page.click("[data-passkey-enter]");
            page.waitForSelector("[data-passkey-problem]:not([hidden])");
            assertTrue(page.textContent("[data-passkey-problem]").contains("شناخته نیست"));
        }
    }

    @Test
    void after_the_password_the_authenticator_apps_code_is_asked_for() {
        try (var visitor = browser.visitor()) {
            var page = enter(visitor, "reza@example.org", "desk-editor");
            setPassword(page);
            page.navigate(titr.address + "/desk/account/codes");
            assertEquals(1, page.locator(".qr svg").count());
            page.fill("[name=code]", "000000");
            page.click("main button.main");
            assertTrue(page.locator("[role=alert]").textContent().contains("درست نیست"));
            String secret = page.inputValue("[name=secret]");
            String used = code(secret);
            page.fill("[name=code]", used);
            page.click("main button.main");
            var recovery = page.locator(".recovery code").allTextContents();
            assertEquals(10, recovery.size());
            signOut(page);

            signIn(page, "reza@example.org", GOOD);
            // a code that was used is used up, though it is of this minute
            page.fill("[name=code]", used);
            page.click("main button.main");
            assertTrue(page.locator("[role=alert]").textContent().contains("پیش‌تر به کار رفته"));
            page.fill("[name=code]", recovery.getFirst().toLowerCase(java.util.Locale.ROOT));
            page.click("main button.main");
            assertTrue(page.url().endsWith("/desk"), page.url());
        }
    }

    @Test
    void an_administrator_adds_somebody_trusts_them_and_closes_the_account() {
        try (var visitor = browser.visitor();
                var other = browser.visitor()) {
            var page = enter(visitor, "root@example.org", "");
            setPassword(page);
            page.navigate(titr.address + "/desk/people");
            page.fill("[name=name]", "نیما تازه‌کار");
            page.fill("[name=email]", "nima@example.org");
            page.selectOption("[name=role]", "desk-editor");
            page.check("[name=sections][value=some]");
            page.locator("[name=section]").first().check();
            page.locator("[name=trusted]").last().check();
            page.click("main button.main");
            String link = page.inputValue("#link");

            var nima = other.newPage();
            nima.navigate(titr.address + link.replaceFirst("https?://[^/]+", ""));
            nima.fill("[name=password]", GOOD);
            nima.click("main button.main");
            assertTrue(nima.url().endsWith("/desk"), nima.url());
            assertEquals(403, nima.navigate(titr.address + "/desk/people").status());

            page.navigate(titr.address + "/desk/people");
            page.click("text=نیما تازه‌کار");
            assertTrue(page.isChecked("[name=sections][value=some]"));
            assertTrue(page.locator("[name=section]").first().isChecked());
            page.click("button.danger");
            assertTrue(page.textContent("main").contains("حساب بسته شد"));
            assertEquals(401, nima.navigate(titr.address + "/desk").status());
            signIn(nima, "nima@example.org", GOOD);
            assertTrue(nima.locator("[role=alert]").first().textContent().contains("درست نیست"));
        }
    }

    @Test
    void a_form_that_comes_too_late_is_kept_until_its_sender_has_shown_who_they_are() throws Exception {
        try (var visitor = browser.visitor()) {
            var page = enter(visitor, "late@example.org", "administrator");
            setPassword(page);
            page.navigate(titr.address + "/desk/people");
            page.fill("[name=name]", "دیر آمده");
            page.fill("[name=email]", "late-invited@example.org");
            page.selectOption("[name=role]", "desk-editor");
            page.check("[name=sections][value=some]");
            page.locator("[name=section]").first().check();
            page.locator("[name=section]").last().check();
            quarterOfAnHourLater();
            page.click("main button.main");
            assertEquals(List.of(), Browser.violations(page));
            page.fill("[name=proof-password]", "رمز دیگری که نیست");
            page.click("main button.main");
            assertTrue(page.locator("[role=alert]").first().isVisible());
            page.fill("[name=proof-password]", GOOD);
            page.click("main button.main");
            assertTrue(page.inputValue("#link").contains("/desk/sign-in/"));
            page.navigate(titr.address + "/desk/people");
            page.click("text=دیر آمده");
            assertTrue(page.locator("[name=section]").first().isChecked());
            assertTrue(page.locator("[name=section]").last().isChecked());
        }
    }

    /** For every session: the server's own clock does not wait for tests. */
    private static void quarterOfAnHourLater() throws java.sql.SQLException {
        String url = HOME.environment()
                .getOrDefault("TITR_DATABASE_URL", "jdbc:sqlite:" + HOME.data().resolve("titr.db"));
        try (var connection = java.sql.DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("UPDATE session SET proved_at = proved_at - 900000");
        }
    }

    @Test
    void ones_sessions_are_listed_and_ended() {
        try (var visitor = browser.visitor();
                var other = browser.visitor()) {
            var page = enter(visitor, "leila@example.org", "reporter");
            setPassword(page);
            var elsewhere = other.newPage();
            elsewhere.navigate(titr.address + "/desk/sign-in");
            signIn(elsewhere, "leila@example.org", GOOD);
            page.navigate(titr.address + "/desk/account");
            assertEquals(2, page.locator("[aria-labelledby=sessions] li").count());
            assertTrue(page.textContent("[aria-labelledby=sessions]").contains("Chrome روی Linux"));
            page.click("form[action$='end'] button");
            assertEquals(1, page.locator("[aria-labelledby=sessions] li").count());
            assertEquals(401, elsewhere.navigate(titr.address + "/desk").status());
        }
    }

    @Test
    void the_desk_speaks_the_language_that_its_reader_chose() {
        try (var visitor = browser.visitor()) {
            var page = enter(visitor, "john@example.org", "reporter");
            page.navigate(titr.address + "/desk/account");
            page.selectOption("[name=language]", "en");
            page.click("form[action='/desk/account'] button");
            assertEquals("ltr", page.getAttribute("html", "dir"));
            assertTrue(page.textContent("h1").contains("My account"));
        }
    }

    @Test
    void every_screen_is_accessible_in_both_directions_light_and_dark_on_a_phone() {
        try (var visitor =
                browser.visitor(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(390, 844))) {
            var page = enter(visitor, "axe@example.org", "administrator");
            setPassword(page);
            for (String language : List.of("fa", "en")) {
                page.navigate(titr.address + "/desk/account");
                page.selectOption("[name=language]", language);
                page.click("form[action='/desk/account'] button");
                for (String path : List.of(
                        "/desk/account",
                        "/desk/account/password",
                        "/desk/account/codes",
                        "/desk/account/proof",
                        "/desk/people",
                        "/desk/tokens",
                        "/desk/webhooks",
                        "/desk/wires",
                        "/api/v1/?lang=" + language,
                        "/desk/sign-in",
                        "/desk/sign-in/forgotten")) {
                    page.navigate(titr.address + path);
                    assertEquals(List.of(), Browser.violations(page), path + " " + language);
                    assertTrue(
                            (boolean) page.evaluate(
                                    "document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
                            path + " is wider than a phone");
                }
            }
        }
    }

    @Test
    void a_newspaper_without_people_is_begun_by_the_link_on_its_console() throws Exception {
        var home = Home.fresh();
        try (var first = TitrProcess.serve(home);
                var visitor = browser.visitor()) {
            String link = first.said(Pattern.compile("/desk/sign-in/first/[0-9a-f]+"));
            var page = visitor.newPage();
            page.navigate(first.address + link);
            page.fill("[name=name]", "مریم بنیان‌گذار");
            page.fill("[name=email]", "maryam@example.org");
            page.fill("[name=password]", GOOD);
            page.click("main button.main");
            assertTrue(page.url().endsWith("/desk"), page.url());
            assertEquals(200, page.navigate(first.address + "/desk/people").status());
            assertEquals(410, first.get(link).statusCode());
            assertFalse(TitrProcess.run(home, "person", "list").out().isBlank());
        }
    }

    @Test
    void a_token_lets_a_program_in_until_it_is_revoked_and_a_webhook_shows_what_it_was_sent() {
        try (var visitor = browser.visitor()) {
            var page = enter(visitor, "tokens@example.org", "administrator");
            setPassword(page);
            page.navigate(titr.address + "/desk/tokens");
            page.fill("[name=name]", "سامانهٔ همکار");
            page.check("[name=scope][value=write]");
            page.click("section.invite button.main");
            String bearer = "Bearer " + page.inputValue("#secret");
            var me = titr.get("/api/v1/me", "Authorization", bearer);
            assertEquals(200, me.statusCode());
            assertTrue(me.body().contains("سامانهٔ همکار"), me.body());
            page.navigate(titr.address + "/desk/tokens");
            assertEquals(0, page.locator("#secret").count(), "it is shown once");
            page.click("button.danger");
            page.waitForURL("**/desk/tokens?done");
            assertEquals(401, titr.get("/api/v1/me", "Authorization", bearer).statusCode());

            page.navigate(titr.address + "/desk/webhooks");
            page.fill("[name=name]", "همکار");
            page.fill("[name=address]", titr.address + "/hook");
            page.click("section.invite button.main");
            assertTrue(page.inputValue("#secret").startsWith("whsec_"));
            page.click("form[action$='/test'] button");
            page.waitForURL("**?done=tested");
            assertEquals(1, page.locator("#deliveries ~ ul > li").count());
            assertEquals(List.of(), Browser.violations(page));
        }
    }

    @Test
    void where_a_second_factor_is_required_a_chief_sets_one_up_before_anything_else() {
        var home = Home.fresh().with("TITR_PEOPLE_SECOND_FACTOR", "required");
        try (var strict = TitrProcess.serve(home);
                var visitor = browser.visitor(
                        new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(390, 844))) {
            var page = visitor.newPage();
            page.navigate(strict.address + strict.invite("mina@example.org", "مینا", "chief-editor"));
            page.click("main button.main");
            assertTrue(page.url().endsWith("/desk/account/second-factor"), page.url());
            assertEquals(List.of(), Browser.violations(page));
            page.click("main a.main");
            page.fill("[name=code]", code(page.inputValue("[name=secret]")));
            page.click("main button.main");
            assertEquals(10, page.locator(".recovery code").count());
            page.navigate(strict.address + "/desk");
            assertTrue(page.url().endsWith("/desk"), page.url());
        }
    }

    // ---- what these tests do

    /** A page of somebody who came in with a link of the technician's. */
    private static Page enter(BrowserContext visitor, String email, String role) {
        String link = role.isEmpty() ? titr.link(email) : titr.invite(email, "آزمون", role);
        var page = visitor.newPage();
        page.navigate(titr.address + link);
        page.click("main button.main");
        return page;
    }

    private static void setPassword(Page page) {
        page.navigate(titr.address + "/desk/account/password");
        page.fill("[name=password]", GOOD);
        page.click("main button.main");
    }

    private static void signOut(Page page) {
        page.evaluate("document.querySelector(\"form[action='/desk/sign-out']\").submit()");
        page.waitForURL("**/desk/sign-in");
    }

    private static void signIn(Page page, String email, String password) {
        page.navigate(titr.address + "/desk/sign-in");
        page.fill("[name=email]", email);
        page.fill("[name=password]", password);
        page.click("main button.main");
    }

    /** A phone with a finger on it. */
    private static void authenticator(BrowserContext visitor, Page page) {
        var devtools = visitor.newCDPSession(page);
        devtools.send("WebAuthn.enable");
        var device = new JsonObject();
        device.addProperty("protocol", "ctap2");
        device.addProperty("transport", "internal");
        device.addProperty("hasResidentKey", true);
        device.addProperty("hasUserVerification", true);
        device.addProperty("isUserVerified", true);
        device.addProperty("automaticPresenceSimulation", true);
        var options = new JsonObject();
        options.add("options", device);
        devtools.send("WebAuthn.addVirtualAuthenticator", options);
    }

    /** What the app on the phone shows now. */
    private static String code(String secret) {
        return news.titr.people.Authenticator.code(secret, java.time.Instant.now());
    }
}
