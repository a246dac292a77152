package news.titr.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import news.titr.TitrProcess;
import news.titr.TitrProcess.Home;
import news.titr.wire.wordpress.Wxr;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A newspaper of WordPress has moved in, and readers come by the links that they always had. */
@Tag("database")
class OldLinksIT {

    private static final Home HOME = Home.fresh();
    private static final String STORY = "/news/501/%D9%BE%D9%84-%DA%A9%D9%87%D9%86%D9%87";

    @TempDir
    Path folder;

    @Test
    void old_links_lead_to_what_they_led_to() {
        String category = "<category domain=\"category\" nicename=\"transport\">حمل‌ونقل</category>"
                + "<category domain=\"post_tag\" nicename=\"old-bridge\">پل کهنه</category>";
        var export = Wxr.write(
                folder,
                "a.xml",
                Wxr.post(501, "پل کهنه", "<p>متن</p>", category),
                Wxr.post(502, "دوم", "<p>متن</p>", "")
                        .replace("/1393/01/05/khabar-502/", "/2019/05/%d9%be%d9%84-%d9%86%d9%88/"),
                Wxr.item("page", "publish", 503, "درباره ما", "<p>ما</p>", ""));
        var imported = TitrProcess.run(HOME, "import", "wxr", export.toString());
        assertEquals(0, imported.exitCode(), imported.complaints());
        try (var titr = TitrProcess.serve(HOME)) {
            assertLeads(titr, "/?p=501", STORY);
            assertLeads(titr, "/?p=501&utm_source=telegram", STORY);
            assertLeads(titr, "/index.php?p=501", STORY);
            assertLeads(titr, "/1393/01/05/khabar-501/", STORY);
            assertLeads(titr, "/1393/1/5/khabar-501", STORY);
            assertLeads(titr, "/index.php/1393/01/05/khabar-501/amp/", STORY);
            String second = "/news/502/%D8%AF%D9%88%D9%85";
            assertLeads(titr, "/2019/05/%D9%BE%D9%84-%D9%86%D9%88/", second);
            assertLeads(titr, "/2019/05/%d9%be%d9%84-%d9%86%d9%88", second);
            assertLeads(titr, "/2019/05/%d9%be%d9%84-%d9%86%d9%88/feed/", second);
            assertLeads(titr, "/category/%d8%b4%d9%87%d8%b1/transport/", "/section/transport");
            assertLeads(titr, "/category/transport/page/2/", "/section/transport");
            assertLeads(titr, "/?cat=6", "/section/transport");
            assertLeads(titr, "/tag/old-bridge/", "/tag/%D9%BE%D9%84-%DA%A9%D9%87%D9%86%D9%87");
            assertLeads(titr, "/author/sara-k/", "/author/%D8%B3%D8%A7%D8%B1%D8%A7-%DA%A9%D8%A7%D8%B8%D9%85%DB%8C");
            assertLeads(titr, "/?author=3", "/author/%D8%B3%D8%A7%D8%B1%D8%A7-%DA%A9%D8%A7%D8%B8%D9%85%DB%8C");
            assertLeads(titr, "/1393/01/05/", "/archive/1393/01/05");
            assertLeads(titr, "/feed/", "/rss.xml");
            assertLeads(titr, "/?feed=rss2", "/rss.xml");
            assertLeads(titr, "/category/transport/feed/", "/section/transport/rss.xml");
            assertLeads(titr, "/?page_id=503", "/khabar-503");
            assertLeads(
                    titr,
                    "/?s=%D9%BE%D9%84+%DA%A9%D9%87%D9%86%D9%87",
                    "/search?q=%D9%BE%D9%84+%DA%A9%D9%87%D9%86%D9%87");
            assertEquals(404, titr.get("/1393/01/05/khabar-504/").statusCode());
        }
    }

    private static void assertLeads(TitrProcess titr, String old, String where) {
        var answer = titr.get(old);
        assertEquals(301, answer.statusCode(), old);
        String target = answer.headers().firstValue("location").orElse("");
        assertEquals(where, target.replaceFirst("^" + titr.address, ""), old);
        assertTrue(titr.get(where).statusCode() < 400, () -> where + " stands nowhere");
    }
}
