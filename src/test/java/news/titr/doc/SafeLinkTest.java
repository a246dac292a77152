package news.titr.doc;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeLinkTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.ir/",
                "http://example.ir/a?b=c&d#e",
                "HTTPS://EXAMPLE.IR/",
                "https://fa.wikipedia.org/wiki/تهران_(شهر)",
                "mailto:a@example.ir",
                "tel:+982112345678",
                "/news/26841/می\u200cشود",
                "#بخش"
            })
    void readersMayFollowIt(String address) {
        assertTrue(SafeLink.isSafe(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "java\nscript:alert(1)",
                "java\tscript:alert(1)",
                " javascript:alert(1)",
                "\u0001javascript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "vbscript:x",
                "file:///etc/passwd",
                "blob:https://a.test/x",
                "//evil.test/",
                "/\\evil.test/",
                "\\\\evil.test",
                "https:\\\\evil.test",
                "https://a.test/ b",
                "relative/path",
                "?q=1",
                ":",
                "&#106;avascript:alert(1)"
            })
    void noReaderIsSentThere(String address) {
        assertFalse(SafeLink.isSafe(address));
    }
}
