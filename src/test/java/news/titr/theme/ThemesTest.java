package news.titr.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.titr.TestTemplates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThemesTest {

    @TempDir
    Path data;

    private final List<Theme> readAnew = new ArrayList<>();

    @Test
    void theShippedThemesAreWithoutFaultAndOfferedFirst() {
        assertEquals(List.of(), themes().theme("newspaper").remarks());
        assertEquals(List.of(), themes().theme("magazine").remarks());
        assertEquals(List.of("newspaper", "magazine"), themes().names());
    }

    @Test
    void theProgramsOwnTemplatesPassTheCheckThatThemesMustPass() {
        var program = Program.shipped();
        var check = new TemplateCheck(program.templates(), program.sheets());
        assertTrue(program.templates().size() > 20);
        program.templates().forEach((name, text) -> assertEquals(List.of(), check.remarks(name, name, text)));
    }

    @Test
    void aThemeIsItsRulesItsFilesAndItsTemplates() {
        evening();
        write(
                "theme.css",
                "/* red */\n:root { --accent: light-dark(#a00, #faa); }\n.sections { background: url(pictures/paper.svg); }\n");
        write("story.css", ".story { color: var(--ink); }");
        write("pictures/paper.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        write("logo.svg", "<svg viewBox=\"0 0 120 40\"></svg>");
        write("templates/turn-head.html", "<!-- none -->");

        var theme = themes().require("evening");

        assertEquals("Evening", theme.name());
        String paper = theme.address("pictures/paper.svg").orElseThrow();
        assertEquals(
                ":root{--accent:light-dark(#a00,#faa)}.sections{background:url(" + paper + ")}", theme.sheet("theme"));
        assertEquals(".story{color:var(--ink)}", theme.sheet("story"));
        assertEquals("", theme.sheet("front"));
        assertEquals(120, theme.logo().orElseThrow().width());
        String hash = paper.split("/", -1)[2];
        assertEquals(
                200,
                theme.answer(hash, "theme/pictures/paper.svg").orElseThrow().status());
        assertEquals(Optional.empty(), theme.answer("0000000000000000", "theme/pictures/paper.svg"));
        var engine = theme.over(TestTemplates.engine());
        assertEquals("<!-- none -->", engine.getTemplate("site/turn-head").render());
    }

    @Test
    void aFileThatThemesDoNotHaveIsRefusedWithWhatMayHaveBeenMeant() {
        evening();
        write("themes.css", "");
        write("templates/teasers.html", "");
        write("fonts/a.woff2", "wOF2");
        assertWrong("themes.css: a theme has no such file. Did you mean theme.css?");
        assertWrong("templates/teasers.html: a theme has no such file. Did you mean templates/teaser.html?");
        assertWrong("fonts/a.woff2: is not declared in theme.properties: font.NAME.file = fonts/a.woff2");
    }

    @Test
    void whatTheSystemLeavesInFoldersDisturbsNobody() {
        evening();
        write(".DS_Store", "");
        write(".git/config", "");
        write("theme.css~", "");
        write("README.md", "");
        assertEquals(List.of(), themes().theme("evening").remarks());
    }

    @Test
    void anUnknownPropertyIsRefusedWithWhatMayHaveBeenMeant() {
        write("theme.properties", "nmae = Evening\nfont.a.fail = fonts/a.woff2\nbased-on = magasine\n");
        assertWrong("theme.properties: there is no “nmae” here. Did you mean name?");
        assertWrong("theme.properties: “font.a.fail” is no part of a font");
        assertWrong("theme.properties: based-on must be one of newspaper, magazine, not “magasine”");
    }

    @Test
    void aFontIsDeclaredOnceAndComesWithAStandInOfItsMeasures() {
        write("theme.properties", """
                name = Evening
                font.text.file = fonts/estedad.woff2
                font.text.family = Estedad
                font.text.weight = 100 900
                font.text.range = U+0600-06FF, U+200C
                font.text.stand-in = Tahoma, Arial
                font.text.ascent = 105%
                """);
        write("fonts/estedad.woff2", "wOF2…");
        var theme = themes().require("evening");
        String address = theme.address("fonts/estedad.woff2").orElseThrow();
        assertEquals(List.of(address), theme.fonts());
        assertEquals(
                "@font-face{font-family:\"Estedad\";src:url(" + address
                        + ") format(\"woff2\");font-weight:100 900;font-style:normal;font-display:swap;unicode-range:U+0600-06FF, U+200C}"
                        + "@font-face{font-family:\"Estedad stand-in\";font-weight:100 900;src:local(\"Tahoma\"),local(\"Arial\");ascent-override:105%}",
                theme.sheet("theme"));
    }

    @Test
    void whatIsWrongWithATemplateIsSaidWithItsLine() {
        evening();
        write("templates/teaser.html", """
                <article class="teaser {style}">
                <h3><a href="{story.adress}">{story.headline}</a></h3>
                {#for author in story.headline}{author}{/for}
                {#include site/teaser-pictrue /}
                {#include site/teaser-picture shape=story.picture.card alt=story.picture.alt /}
                {#include site/teaser-picture shape=story alt='' sizes='' first=first /}
                <p style="color: red" onclick="x()">{frame.word('site.latest')}</p>
                <script>alert(1)</script>
                <img src="https://tracker.example/x.png">
                </article>
                """);
        write(
                "templates/page.html",
                "{#include site/frame}{#page}{frame.word('site.latets')}{frame.sheet('stories').css}{/page}{/include}");
        write(
                "templates/aside.html",
                "{#include site/teaser story=aside.stories.first style='item' sizes='' small=true lead=true /}");
        write("templates/turn.html", "{@java.lang.String frame}\n{@java.lang.String trun}\n{#if turn.shown}\n");
        write("templates/turn-head.html", "\n{#if turn.previous}\n");
        assertWrong("templates/teaser.html:2: {story.adress}: a TeaserView has no “adress”. Did you mean address?");
        assertWrong("templates/teaser.html:3: “story.headline” is no list but a String");
        assertWrong(
                "templates/teaser.html:4: there is no template “site/teaser-pictrue”. Did you mean site/teaser-picture?");
        assertWrong("templates/aside.html:1: site/teaser needs first, a Boolean: {#include site/teaser first=… /}");
        assertWrong("templates/teaser.html:6: site/teaser-picture takes a Shape as shape, not a TeaserView");
        assertWrong("templates/teaser.html:7: the attribute style is refused by the site's security policy");
        assertWrong("templates/teaser.html:7: there is no “frame” here, only first, lead, sizes, small, story, style.");
        assertWrong("templates/teaser.html:8: a script within a page is refused");
        assertWrong("templates/teaser.html:9: readers fetch nothing from other servers");
        assertWrong("templates/page.html:1: there are no words “site.latets”. Did you mean site.latest?");
        assertWrong("templates/page.html:1: there is no style sheet “stories”, only archive, ");
        assertWrong("templates/page.html: {#insert content}{/insert} is missing");
        assertTrue(
                problems().stream().anyMatch(problem -> problem.startsWith("templates/turn-head.html:2: ")),
                problems()::toString);
    }

    @Test
    void aTemplateMayDeclareWhatItIsGivenButNothingElse() {
        evening();
        write("templates/turn-head.html", "{@news.titr.site.Turn turn}\n{@java.lang.String tern}\n{turn.next}");
        assertEquals(
                List.of(
                        "templates/turn-head.html:2: “tern” is not given to this template, only turn. Did you mean turn?"),
                problems());
        write("templates/turn-head.html", "{@java.lang.String turn}\n");
        assertEquals(
                List.of("templates/turn-head.html:1: “turn” is a news.titr.site.Turn, not a java.lang.String"),
                problems());
    }

    @Test
    void whatIsWrongWithAStyleSheetIsSaidWithItsLine() {
        evening();
        write("theme.css", "/* two\nlines */\n@import url(more.css);\n.a { color: red;\n.b { color: blue; }\n");
        write("front.css", ".a { background: url(https://example.org/x.png) }\n}\n");
        assertWrong("theme.css:3: @import is refused");
        assertWrong("theme.css:3: url(more.css) is no file of the theme");
        assertWrong("theme.css:4: the { of this line is never closed");
        assertWrong("front.css:1: url(https://example.org/x.png) is no file of the theme");
        assertWrong("front.css:2: this } closes nothing");
    }

    @Test
    void adviceKeepsNobodyFromWearingATheme() {
        evening();
        write(
                "theme.css",
                ":root {\n--accnt: #900;\n--quiet: light-dark(#ddd, #333);\n}\n" + ".a { color: red }\n".repeat(1000));
        var theme = themes().require("evening");
        var advice = theme.remarks().stream().map(Remark::toString).toList();
        assertTrue(advice.contains("theme.css:2: nothing asks for --accnt. Did you mean --accent?"), advice::toString);
        assertTrue(
                advice.contains(
                        "theme.css: --quiet on --paper in light has a contrast of 1.4; to be read by everybody it needs 4.5"),
                advice::toString);
        assertTrue(
                advice.stream().anyMatch(one -> one.contains("stand inside pages; 12 KB is much")), advice::toString);
    }

    @Test
    void aThemeWithFaultsIsNeitherOfferedNorWorn() {
        evening();
        write("theme.css", "}");
        assertFalse(themes().names().contains("evening"));
        var refusal = assertThrows(Themes.CannotWear.class, () -> themes().require("evening"));
        assertEquals("""
                The theme “evening” cannot be worn:
                  theme.css:1: this } closes nothing
                Mend it, or choose another with site.theme (newspaper, magazine).""", refusal.getMessage());
        var missing = assertThrows(Themes.CannotWear.class, () -> themes().require("evenin"));
        assertTrue(String.valueOf(missing.getMessage()).endsWith("Did you mean evening?"), missing.getMessage());
    }

    @Test
    void aThemeMayStandOnAnother() {
        write("theme.properties", "name = Evening\nbased-on = magazine\n");
        write("theme.css", ".own { color: red }");
        var magazine = themes().theme("magazine");
        var evening = themes().require("evening");
        assertEquals(magazine.sheet("theme") + ".own{color:red}", evening.sheet("theme"));
        assertEquals(magazine.templates(), evening.templates());
    }

    @Test
    void aThemeIsReadOnceUnlessItIsWatched() {
        evening();
        var themes = themes();
        var watched = new Themes(data, Optional.of(readAnew::add));
        var before = themes.theme("evening");
        var seen = watched.theme("evening");
        assertSame(seen, watched.theme("evening"));
        write("theme.css", ".new { color: red }");
        assertSame(before, themes.theme("evening"));
        assertNotSame(seen, watched.theme("evening"));
        assertEquals(".new{color:red}", watched.theme("evening").sheet("theme"));
        assertEquals(2, readAnew.size());
    }

    private void evening() {
        write("theme.properties", "name = Evening\n");
    }

    private void write(String name, String text) {
        try {
            var file = data.resolve("evening").resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Themes themes() {
        return new Themes(data, Optional.empty());
    }

    private List<String> problems() {
        return themes().theme("evening").problems().stream()
                .map(Remark::toString)
                .toList();
    }

    private void assertWrong(String beginning) {
        assertTrue(problems().stream().anyMatch(problem -> problem.startsWith(beginning)), problems()::toString);
    }
}
