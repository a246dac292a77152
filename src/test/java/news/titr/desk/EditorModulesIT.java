package news.titr.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import news.titr.Browser;
import news.titr.TitrProcess;
import news.titr.TitrProcess.Home;
import news.titr.http.StaticFiles;
import news.titr.language.WordCount;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The modules of the editor, each by itself, in a browser: on the same corpus as the Java that must agree with them. */
class EditorModulesIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final StaticFiles FILES = new StaticFiles();

    private static TitrProcess titr;
    private static Browser browser;
    private static Page page;

    @BeforeAll
    static void start() {
        titr = TitrProcess.serve(Home.fresh());
        browser = new Browser();
        page = browser.visitor().newPage();
        page.navigate(titr.address + "/desk");
    }

    @AfterAll
    static void stop() {
        browser.close();
        titr.close();
    }

    @Test
    void everyDocumentOfTheCorpusIsReadCheckedAndWrittenUnchanged() throws IOException {
        int read = 0;
        for (Path file : files("corpus/documents")) {
            var document = JSON.readTree(Files.readString(file));
            var written = run("editor/schema.js", """
                    ({ schema }, json) => {
                      const doc = schema.nodeFromJSON(JSON.parse(json));
                      doc.check();
                      return JSON.stringify(doc);
                    }""", document.toString());
            assertEquals(plain(document), plain(JSON.readTree((String) written)), file.toString());
            read++;
        }
        assertTrue(read >= 7);
    }

    @Test
    void whatTheServerRefusesTheEditorRefusesAsWell() throws IOException {
        for (Path file : files("corpus/documents/refused")) {
            var problem = run("editor/schema.js", """
                    ({ schema, isSound }, json) => {
                      try {
                        const doc = schema.nodeFromJSON(JSON.parse(json));
                        doc.check();
                        return isSound(doc) ? null : "unsound";
                      } catch (problem) {
                        return problem.message;
                      }
                    }""", Files.readString(file));
            assertTrue(problem != null, file.toString());
        }
    }

    @Test
    void wordsAreCountedAsReadersAreTold() {
        for (String text : List.of(
                "",
                "می\u200cشود و گفت\u200cوگو",
                "۱۴۰۳/۱۱/۰۱ ساعت ۸:۱۰ با ۲٫۵ درصد",
                "it's 3.5 — don't",
                "پل «کهنه»، باز شد! (به\u200cطور کامل)",
                "\u200c \u200cآغاز ـ پایان",
                "ساعت ۱۰: پایان.")) {
            assertEquals(
                    WordCount.of(text),
                    run("editor/word-count.js", "({ countWords }, text) => countWords(text)", text),
                    text);
        }
    }

    @Test
    void theHouseStyleKeepsOutOfLinksLatinAndCode() {
        var style = Map.of("digits", "persian", "quotes", "guillemets", "letters", true, "punctuation", true);
        for (var expected : List.of(
                List.of("در سال ", "1", "۱"),
                List.of("در سال ۱", "4", "۴"),
                List.of("", "1", "۱"),
                List.of("iPhone ", "1", ""),
                List.of("https://example.org/", "1", ""),
                List.of("نشانی www.example.org/", "1", ""),
                List.of("sara@", "1", ""),
                List.of("کد A", "1", ""),
                List.of("در سال 1", "4", ""),
                List.of("پل ", "\"", "«"),
                List.of("پل «کهنه", "\"", "»"),
                List.of("called ", "\"", ""),
                List.of("چرا", "?", "؟"),
                List.of("۱", ",", ""),
                List.of("کتا", "\u0643", "ک"),
                List.of("\u0660", "\u0664", "۴"),
                List.of("صبر کن..", ".", "…"))) {
            assertEquals(
                    expected.get(2),
                    run(
                            "editor/persian.js",
                            "({ houseForm }, [before, typed, style]) => houseForm(before, typed, style) ?? ''",
                            List.of(expected.get(0), expected.get(1), style)),
                    expected.toString());
        }
    }

    @Test
    void aParagraphRunsAsReadersWillSeeIt() {
        for (var expected : List.of(
                List.of("NATO گفت", "rtl"),
                List.of("all of it English", "ltr"),
                List.of("۱۲۳ …", "rtl"),
                List.of("", "rtl"))) {
            assertEquals(
                    expected.get(1),
                    run("editor/persian.js", "({ direction }, text) => direction(text, true)", expected.get(0)));
        }
    }

    @Test
    void wordBecomesBlocksWithItsListsAndOldHalfSpaces() {
        var read = pasted("""
                <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {margin:0}</style>
                <!--[if gte mso 9]><xml><o:OfficeDocumentSettings></o:OfficeDocumentSettings></xml><![endif]--></head><body>
                <!--StartFragment--><h1><span lang=FA>عنوان<o:p></o:p></span></h1>
                <p class=MsoNormal dir=RTL style='text-align:justify'><span style='font-family:"B Nazanin"'>این خبر می\u00acشود
                و کتاب&zwnj;ها&nbsp; <b>پررنگ</b> است.<o:p></o:p></span></p>
                <p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
                style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>یک</p>
                <p class=MsoListParagraphCxSpLast style='mso-list:l0 level2 lfo1'><![if !supportLists]><span
                style='mso-list:Ignore'>1.<span>&nbsp; </span></span><![endif]>دو</p>
                <p class=MsoNormal>متن<span class=MsoCommentReference><a href="#_msocom_1">[A1]</a></span>
                <del>حذف</del><span style='mso-hide:all;display:none'>پنهان</span> پایان</p>
                <table><tr><td><p>الف</p></td><td colspan=2><p>ب</p><p>پ</p></td></tr></table>
                <img src="file:///C:/x/clip_image001.png"><div style='mso-element:comment-list'><div
                style='mso-element:comment'><p>یادداشت</p></div></div><!--EndFragment--></body></html>""");
        assertEquals(
                List.of(
                        "subhead(عنوان)",
                        "paragraph(این خبر می\u200cشود و کتاب\u200cها |پررنگ|strong است.)",
                        "list(list_item(paragraph(یک)list(list_item(paragraph(دو)))))",
                        "paragraph(متن پایان)",
                        "table(table_row(table_cell(paragraph(الف))table_cell(paragraph(ب\nپ))))"),
                read.get("blocks"));
        assertEquals(List.of("clip_image001.png"), read.get("pictures"));
        assertEquals(1, read.get("comments"));
        assertEquals(1, read.get("hidden"));
        assertEquals(1, read.get("deletions"));
    }

    @Test
    void googleDocsTelegramAndWebPagesBecomeBlocks() {
        assertEquals(
                List.of(
                        "subhead(میان)",
                        "paragraph(ساده و |پررنگ|strong| و کج|emphasis |پیوند|link=https://example.org/a?id=5)",
                        "list(list_item(paragraph(یک)list(list_item(paragraph(یک‌یک))))list_item(paragraph(دو)))"),
                pasted("""
                                <meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h2 dir="rtl"><span
                                style="font-weight:700">میان</span></h2><p><span style="font-weight:400">ساده و </span><span
                                style="font-weight:700">پررنگ</span><span style="font-style:italic"> و کج</span> <a
                                href="https://www.google.com/url?q=https://example.org/a%3Futm_source%3Dx%26id%3D5&amp;sa=D">پیوند</a></p><br>
                                <ul><li><p>یک</p></li><ul><li><p>یک\u200cیک</p></li></ul><li><p>دو</p></li></ul></b>""").get("blocks"));
        assertEquals(
                List.of("paragraph(سلام |دنیا|strong 🔥)", "paragraph(بند دوم)"),
                pasted(
                                "<div class='text-content'>سلام <strong>دنیا</strong> <img class='emoji' alt='🔥' src='x.png'><br><br>بند دوم</div>")
                        .get("blocks"));
        assertEquals(
                List.of("paragraph(یک\nدو)", "quote(paragraph(گفت))", "separator()", "paragraph(متن)"),
                pasted(
                                "<div><nav style='display:none'>منو</nav><p>یک<br>دو</p><blockquote>گفت</blockquote><hr>متن</div>")
                        .get("blocks"));
    }

    @Test
    void nothingHiddenAndNothingThatRunsComesAlong() {
        for (String hostile : List.of(
                "<img src=x onerror=alert(1)>",
                "<a href='java\nscript:alert(1)'>x</a>",
                "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
                "<svg><script>alert(1)</script></svg>",
                "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
                "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
                "<form><button formaction='javascript:alert(1)'>x</button></form>",
                "<style>@import 'https://example.org/x.css'</style>",
                "<template><img src=x onerror=alert(1)></template>",
                "<img src='https://example.org/pixel.gif' width=1 height=1>",
                "<span style='font-size:0'>x</span><span style='position:absolute;left:-9999px'>y</span>",
                "<noscript><img src=x onerror=alert(1)></noscript>",
                "<p>\u202e\u200b\ufeff\u2060</p>",
                "<input autofocus onfocus=alert(1)><video><source onerror=alert(1)></video>")) {
            @SuppressWarnings("unchecked")
            var blocks = (List<String>) pasted(hostile).get("blocks");
            String all = String.join("", blocks);
            assertTrue(all.isEmpty() || all.equals("paragraph(x)"), hostile + " → " + all);
        }
        assertEquals(
                0, ((Number) page.evaluate("() => document.querySelectorAll('iframe, svg script').length")).intValue());
    }

    @Test
    void plainTextIsParagraphsLineByLineUnlessItWasBrokenAtAWidth() {
        assertEquals(
                List.of("یک", "دو", "سه می\u200cشود"),
                run(
                        "editor/clean-text.js",
                        "({ paragraphs }, text) => paragraphs(text)",
                        "یک\r\nدو\n\nسه می\u00acشود"));
        String line = "این یک سطر بلند است که در پهنای ثابتی شکسته شده و ادامه دارد";
        assertEquals(
                List.of(line + " " + line + " " + line),
                run("editor/clean-text.js", "({ paragraphs }, text) => paragraphs(text)", (line + "\n").repeat(3)));
    }

    @Test
    void whatCannotBeBroughtTogetherIsShownBlockByBlock() {
        var rows = run(
                "editor/merge.js",
                """
                async ({ compare }, [schemaAddress, mine, theirs]) => {
                  const { schema } = await import(schemaAddress);
                  const story = (texts) => schema.nodeFromJSON({ type: "story", content: [
                    { type: "kicker" }, { type: "headline", content: [{ type: "text", text: texts[0] }] }, { type: "lead" },
                    { type: "body", content: texts.slice(1).map((text) => ({ type: "paragraph", content: [{ type: "text", text }] })) } ] });
                  return compare(story(mine), story(theirs)).map(({ mine, theirs }) =>
                    (mine?.node.textContent ?? "-") + " / " + (theirs?.node.textContent ?? "-"));
                }""",
                List.of(
                        FILES.address("editor/schema.js"),
                        List.of("ت", "الف", "ب من", "پ", "ت"),
                        List.of("ت", "الف", "ب آنها", "تازه", "پ")));
        assertEquals(List.of("ب من / ب آنها", "- / تازه", "ت / -"), rows);
    }

    // ---- running a module in the page

    private static Object run(String module, String function, Object argument) {
        return page.evaluate(
                "async ([module, argument]) => { const act = (" + function
                        + "); return await act(await import(module), argument); }",
                List.of(FILES.address(module), argument));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> pasted(String html) {
        return (Map<String, Object>) run("editor/paste-page.js", """
                ({ readPage }, html) => {
                  const { blocks, dropped } = readPage(html);
                  const shown = (node) => node.isText
                    ? node.text
                    : node.type.name + "(" + (node.isTextblock ? texts(node) : node.content.content.map(shown).join("")) + ")";
                  const texts = (node) => node.content.content.map((text) => text.marks.length
                    ? "|" + text.text + "|" + text.marks.map((mark) => mark.type.name + (mark.attrs.href ? "=" + mark.attrs.href : "")).join(",")
                    : text.text).join("");
                  blocks.forEach((block) => block.check());
                  return { blocks: blocks.map(shown), ...dropped };
                }""", html);
    }

    private static List<Path> files(String folder) throws IOException {
        try (var all = Files.list(Path.of(folder))) {
            return all.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    /** Without what JSON may say in two ways: attributes that are as they are to begin with, empty lists. */
    private static JsonNode plain(JsonNode node) {
        var copy = node.deepCopy();
        if (copy instanceof com.fasterxml.jackson.databind.node.ObjectNode object) {
            if (object.path("content").isArray() && object.path("content").isEmpty()) {
                object.remove("content");
            }
            object.properties().forEach(entry -> entry.setValue(plain(entry.getValue())));
        } else if (copy instanceof com.fasterxml.jackson.databind.node.ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, plain(array.get(i)));
            }
        }
        return copy;
    }
}
