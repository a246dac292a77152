package news.titr.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import news.titr.Browser;
import news.titr.TitrProcess;
import news.titr.TitrProcess.Home;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The date field, by keyboard alone. */
class DatePickerIT {

    private static final Home HOME = Home.fresh();
    private static TitrProcess titr;
    private static Browser browser;

    @BeforeAll
    static void start() {
        titr = TitrProcess.serve(HOME);
        browser = new Browser();
    }

    @AfterAll
    static void stop() {
        browser.close();
        titr.close();
    }

    @Test
    void arrowsMoveByDaysAndTheMonthFollows() {
        var page = field("۲۹ اسفند ۱۴۰۳");
        page.keyboard().press("ArrowDown");
        page.waitForSelector(".dates:not([hidden])");
        assertEquals("2025-03-19", focused(page));
        // the next day lies to the left
        press(page, "ArrowLeft", "2025-03-20");
        press(page, "ArrowLeft", "2025-03-21");
        assertEquals("فروردین ۱۴۰۴", page.locator(".turn strong").textContent());
        press(page, "ArrowUp", "2025-03-14");
        press(page, "ArrowRight", "2025-03-13");
        press(page, "ArrowDown", "2025-03-20");
    }

    @Test
    void pagesTurnMonthsAndYearsAndHomeAndEndStayInTheWeek() {
        var page = field("۳۱ شهریور ۱۴۰۳");
        page.keyboard().press("ArrowDown");
        page.waitForSelector(".dates:not([hidden])");
        press(page, "PageDown", "2024-10-21"); // 30 Mehr: that month has no 31st
        press(page, "PageUp", "2024-09-20"); // 30 Shahrivar
        press(page, "Shift+PageDown", "2025-09-21"); // 30 Shahrivar of the next year
        press(page, "Home", "2025-09-20"); // Saturday
        press(page, "End", "2025-09-26"); // Friday, 4 Mehr
    }

    @Test
    void enterTakesTheDayAndEscapeGivesTheFocusBackFromAnywhere() {
        var page = field("۱ بهمن ۱۴۰۳ - ۸:۱۰");
        page.keyboard().press("ArrowDown");
        page.waitForSelector(".dates:not([hidden])");
        press(page, "ArrowDown", "2025-01-27");
        page.keyboard().press("Enter");
        assertThat(page.locator("[name=published-at]")).hasValue("۸ بهمن ۱۴۰۳ - ۸:۱۰");
        assertThat(page.locator("[name=published-at]")).isFocused();
        assertThat(page.locator(".dates")).isHidden();

        page.focus(".date-field > button");
        page.keyboard().press("Enter");
        page.waitForSelector(".dates:not([hidden])");
        page.focus(".turn [data-turn='1']");
        page.keyboard().press("Escape");
        assertTrue(page.isHidden(".dates"));
        assertEquals("تقویم", page.evaluate("document.activeElement.textContent"));
    }

    @Test
    void whatIsTypedIsSaidBack() {
        var page = field("1403/11/1");
        page.waitForSelector(".date-field .reading:text('دوشنبه، ۱ بهمن ۱۴۰۳')");
        page.fill("[name=published-at]", "سی‌ام هیچ");
        page.waitForSelector(".date-field .reading:text('این تاریخ خوانده نشد.')");
        assertEquals("true", page.getAttribute("[name=published-at]", "aria-invalid"));
    }

    @Test
    void theMonthIsReadByScreenReaders() {
        var page = field("۱ بهمن ۱۴۰۳");
        page.keyboard().press("ArrowDown");
        page.waitForSelector(".dates:not([hidden])");
        assertEquals("دوشنبه، ۱ بهمن ۱۴۰۳", page.getAttribute("[aria-selected=true] button", "aria-label"));
        assertEquals(List.of(), Browser.violations(page));
        assertFalse(page.isHidden(".dates"));
    }

    /** A new story's date field with this in it, and the focus on it. */
    private static Page field(String text) {
        var page = signedIn().newPage();
        page.navigate(titr.address + "/desk");
        page.locator("[data-command=new-story]").dispatchEvent("click");
        page.waitForSelector(".saving[data-state=saved]");
        page.keyboard().press("Alt+1");
        page.waitForSelector(".date-field > button");
        page.fill("[name=published-at]", text);
        return page;
    }

    private static BrowserContext signedIn() {
        return browser.signedIn(titr, "picker" + System.nanoTime() + "@example.org", "تقویم", "chief-editor");
    }

    private static void press(Page page, String key, String iso) {
        page.keyboard().press(key);
        page.waitForCondition(() -> iso.equals(page.evaluate("document.activeElement.dataset.iso ?? ''")));
    }

    private static Object focused(Page page) {
        return page.evaluate("document.activeElement.dataset.iso");
    }
}
