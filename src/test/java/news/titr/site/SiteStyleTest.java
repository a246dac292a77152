package news.titr.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import news.titr.http.StaticFiles;
import news.titr.story.Colours;
import news.titr.theme.Css;
import news.titr.theme.Theme;
import org.junit.jupiter.api.Test;

class SiteStyleTest {

    private final SiteStyle style = new SiteStyle(new StaticFiles(), Theme.plain(), Colours.STANDARD);

    @Test
    void whatNoBrowserNeedsIsLeftOut() {
        assertEquals(
                "a:hover{color:red;margin:0 calc(1px + 2px)}b > c{top:0}".replace(" > ", ">"),
                Css.minify("/* why */\na:hover {\n  color: red;\n  margin: 0 calc(1px + 2px);\n}\nb > c { top: 0 }"));
    }

    @Test
    void aSpaceThatMeansSomethingStays() {
        assertEquals(".a :is(b,c)::after{content:\"» \"}", Css.minify(".a :is(b, c)::after { content: \"» \"; }"));
    }

    @Test
    void thePolicyAllowsExactlyTheseSheets() throws Exception {
        for (String sheet : List.of(
                style.css(), style.sheet("story").css(), style.sheet("front").css())) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(sheet.getBytes(StandardCharsets.UTF_8));
            assertTrue(style.sources().contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'"));
        }
        assertThrows(IllegalArgumentException.class, () -> style.sheet("sotry"));
    }

    @Test
    void nothingInThemEndsTheStyleElementAndEachFileHasItsAddress() {
        assertTrue(style.css().contains("url(/assets/"));
        for (String sheet : List.of(
                style.css(),
                style.sheet("story").css(),
                style.sheet("front").css(),
                style.sheet("list").css())) {
            assertFalse(sheet.contains("</"));
            assertEquals(
                    sheet.chars().filter(character -> character == '{').count(),
                    sheet.chars().filter(character -> character == '}').count());
        }
    }
}
