package news.titr.app;

import static news.titr.Until.until;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import news.titr.TitrProcess;
import news.titr.TitrProcess.Home;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Commands beside a running server: a story comes in as the text of a page, and every reader has it. */
@Tag("database")
class NewspaperIT {

    private static final String PAGE = """
            پل کهنه باز می‌شود | روزنامهٔ آزمون


            دوشنبه، 1 بهمن 1403 - 8:10

            پل کهنه باز می‌شود

            شماره: %d
            Aa Aa

            شهرداری می‌گوید مرمت پل تمام شده است و راه از فردا باز است.

            مهندس کار در گفت‌وگو با خبرنگار ما؛
            پل کهنه باز می‌شود

            به گزارش روزنامهٔ آزمون، مرمت پل سه سال طول کشید.

            مهندس کار گفت:

            پایه‌های پل از نو ساخته شده است و می‌شود از روی آن گذشت.

            نسخه PDF نسخه چاپی ارسال به دوستان
            """;

    private static final Home HOME = Home.fresh();
    private static TitrProcess titr;

    @BeforeAll
    static void start() {
        titr = TitrProcess.serve(HOME);
    }

    @AfterAll
    static void stop() {
        titr.close();
    }

    @Test
    void anImportedPageIsBeforeReadersWhenTheCommandEnds() {
        var imported = importPage(26841, "--publish");
        assertEquals(0, imported.exitCode(), imported.complaints());
        assertTrue(imported.out().startsWith("26841\t"), imported.out());
        assertEquals(301, titr.get("/26841").statusCode());

        String address = titr.get("/26841").headers().firstValue("Location").orElseThrow();
        var page = titr.get(address);
        assertEquals(200, page.statusCode());
        for (String part : List.of(
                "<title>پل کهنه باز می‌شود | تیتر</title>",
                "مهندس کار در گفت‌وگو با خبرنگار ما؛",
                "شهرداری می‌گوید مرمت پل تمام شده است",
                "نامعلوم",
                "۲۶۸۴۱",
                "/news/26841.pdf",
                "/news/26841/print",
                "/news/26841/send",
                "<blockquote>")) {
            assertTrue(page.body().contains(part), part + " is not on the page");
        }
        assertFalse(page.body().contains("۱ بهمن ۱۴۰۳"), "the page's clock was taken for the story's date");
    }

    @Test
    void theNumberThatIsTakenGivesWayAndIsKept() {
        importPage(500, "--publish");
        var other = importText(500, PAGE.formatted(500).replace("پل کهنه", "پل نو"));
        assertEquals(0, other.exitCode(), other.complaints());
        assertFalse(other.out().startsWith("500\t"), other.out());
    }

    @Test
    void thePageThatIsThereAlreadyIsLeftAsItIs() {
        importPage(550, "--publish");
        var again = importPage(550);
        assertEquals(0, again.exitCode(), again.complaints());
        assertTrue(again.out().startsWith("550\t"), again.out());
    }

    @Test
    void theHalfSpaceSurvivesEveryPath() throws IOException {
        importPage(600, "--publish");
        for (String path : List.of("/", "/news/600/print", "/news/600/send")) {
            assertTrue(titr.get(path).body().contains("می\u200cشود"), path);
        }
        assertTrue(text(titr.getBytes("/news/600.pdf").body()).contains("می\u200cشود"), "PDF");
        // in an address it becomes a hyphen, because many programs cut addresses at it
        String address = titr.get("/600").headers().firstValue("Location").orElseThrow();
        assertTrue(
                java.net.URLDecoder.decode(address, StandardCharsets.UTF_8).endsWith("/پل-کهنه-باز-می-شود"), address);
    }

    @Test
    void publishAndWithdrawAreCommandsToo() {
        importPage(700);
        assertEquals(404, titr.get("/700").statusCode());
        assertEquals(0, TitrProcess.run(HOME, "publish", "700").exitCode());
        assertEquals(301, titr.get("/700").statusCode());

        var withdrawn = TitrProcess.run(HOME, "withdraw", "700", "--reason", "خبر نادرست بود");
        assertEquals(0, withdrawn.exitCode(), withdrawn.complaints());
        assertEquals(410, titr.get("/700").statusCode());
        assertTrue(titr.get("/news/700.pdf").body().contains("خبر نادرست بود"));
        assertEquals(
                1,
                TitrProcess.run(HOME, "withdraw", "700", "--reason", "دوباره").exitCode());
    }

    @Test
    void thePdfOfTheCommandIsThePdfOfTheSite() throws IOException {
        importPage(800, "--publish");
        Path file = HOME.data().resolve("800.pdf");
        // both must say the same short link, so the command gets the server's address
        var written =
                TitrProcess.run(HOME.with("TITR_SITE_BASE_URL", titr.address), "pdf", "800", "--to", file.toString());
        assertEquals(0, written.exitCode(), written.complaints());
        assertArrayEquals(titr.getBytes("/news/800.pdf").body(), Files.readAllBytes(file));
        assertEquals(
                1, TitrProcess.run(HOME, "pdf", "801", "--to", file.toString()).exitCode());
    }

    @Test
    void aPageIsAskedForAgainAndNotSentAgain() {
        importPage(900, "--publish");
        String address = titr.get("/900").headers().firstValue("Location").orElseThrow();
        var first = titr.get(address);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertEquals("no-cache", first.headers().firstValue("Cache-Control").orElseThrow());
        assertEquals("fa", first.headers().firstValue("Content-Language").orElseThrow());
        assertEquals(
                "text/html; charset=utf-8",
                first.headers().firstValue("Content-Type").orElseThrow());
        String policy = first.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertFalse(policy.contains("unsafe"), policy);
        assertEquals(304, titr.get(address, "If-None-Match", tag).statusCode());
        var head = titr.head(address);
        assertEquals(200, head.statusCode());
        assertEquals("", head.body());

        TitrProcess.run(HOME, "withdraw", "900", "--reason", "آزمون");
        // the command is another process, and the server hears of it within a second
        until(() -> titr.get(address, "If-None-Match", tag).statusCode() == 410);
    }

    @Test
    void whatIsDerivedCanBeMadeAnew() {
        importPage(1100, "--publish");
        var rebuilt = TitrProcess.run(HOME, "rebuild");
        assertEquals(0, rebuilt.exitCode(), rebuilt.complaints());
        assertTrue(rebuilt.out().startsWith("Rebuilt: "), rebuilt.out());
        assertTrue(titr.get("/").body().contains("پل کهنه باز می‌شود"));
    }

    @Test
    void aWrongSlugLeadsToTheRightOneAndAWrongNumberNowhere() {
        importPage(1200, "--publish");
        var wrong = titr.get("/news/1200/something-else");
        assertEquals(301, wrong.statusCode());
        assertTrue(wrong.headers().firstValue("Location").orElseThrow().startsWith("/news/1200/"));
        assertEquals(
                "/1200",
                titr.get("/%DB%B1%DB%B2%DB%B0%DB%B0")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow());
        for (String rest : List.of("", ".pdf", "/print")) {
            assertEquals(
                    "/news/1200" + rest,
                    titr.get("/news/%DB%B1%DB%B20%D9%A0" + rest)
                            .headers()
                            .firstValue("Location")
                            .orElseThrow());
        }
        for (String path : List.of(
                "/news/999999",
                "/news/99999999999999999999",
                "/news/0",
                "/999999",
                "/nowhere",
                "/news/1200.pdfx",
                "/section/none",
                "/tag/none",
                "/tag/%00",
                "/author/%00",
                "/media/%00",
                "/assets/0/../application.properties",
                "/%00",
                "/%")) {
            int status = titr.get(path.equals("/%") ? "/%25" : path).statusCode();
            assertTrue(status == 404 || status == 400, path + " " + status);
        }
    }

    @Test
    void badInputIsOneClearLineAndStoresNothing() throws IOException {
        Path folder = HOME.data();
        Files.write(folder.resolve("empty.txt"), new byte[0]);
        Files.write(folder.resolve("binary.txt"), new byte[] {0, 1, 2, (byte) 0xFF, (byte) 0xFE, 9, 0, 0, 0, 7});
        Files.write(folder.resolve("large.txt"), "متن ".repeat(7_000_000).getBytes(StandardCharsets.UTF_8));
        for (String name : List.of("empty.txt", "binary.txt", "large.txt", "missing.txt")) {
            var refused =
                    TitrProcess.run(HOME, "import", "page", folder.resolve(name).toString());
            assertEquals(1, refused.exitCode(), name);
            assertEquals("", refused.out(), name);
            assertEquals(1, refused.complaints().lines().count(), refused.complaints());
        }
    }

    private static TitrProcess.Finished importPage(int number, String... more) {
        return importText(number, PAGE.formatted(number), more);
    }

    private static TitrProcess.Finished importText(int number, String page, String... more) {
        try {
            Path file = HOME.data().resolve("page-" + number + ".txt");
            Files.writeString(file, page);
            var arguments = new java.util.ArrayList<>(List.of("import", "page", file.toString()));
            arguments.addAll(List.of(more));
            return TitrProcess.run(HOME, arguments.toArray(String[]::new));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
