package news.titr.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaticFilesTest {

    private static final String FONT = "font/vazirmatn.woff2";

    private final StaticFiles files = new StaticFiles();

    @Test
    void aFileIsKeptForEverUnderAnAddressThatNamesWhatItHolds() {
        String address = files.address(FONT);
        assertTrue(address.matches("/assets/[0-9a-f]{16}/" + FONT), address);
        assertEquals(address, new StaticFiles().address(FONT));

        var answer = files.answer(hash(FONT), FONT).orElseThrow();
        assertEquals(200, answer.status());
        assertTrue(answer.headers().contains(new Response.Header("Content-Type", "font/woff2")));
        assertTrue(
                answer.headers().contains(new Response.Header("Cache-Control", "public, max-age=31536000, immutable")));
        assertTrue(answer.headers().contains(new Response.Header("X-Content-Type-Options", "nosniff")));
    }

    @Test
    void theFontIsSmallEnoughForASlowNetwork() {
        assertTrue(files.answer(hash(FONT), FONT).orElseThrow().body().length < 50_000);
    }

    @Test
    void anotherHashIsNoAddress() {
        assertTrue(files.answer("0123456789abcdef", FONT).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../messages/fa.properties", "site/../site/site.css", "/site/site.css", "font/", "", "site"})
    void nothingElseOfTheProgramIsServed(String name) {
        assertTrue(List.of("0", "").stream()
                .allMatch(hash -> files.answer(hash, name).isEmpty()));
        assertThrows(IllegalArgumentException.class, () -> files.address(name));
    }

    @Test
    void aModuleAsksForWhatItImportsByAddress() {
        var keymap = files.text("vendor/prosemirror-keymap.js");
        assertTrue(keymap.contains("from '" + files.address("vendor/prosemirror-state.js") + "'"), keymap);
        assertFalse(keymap.contains("from 'prosemirror-state'"));
    }

    @Test
    void aPageCanAskAtOnceForEverythingThatAModuleNeeds() {
        var modules = files.modules("vendor/prosemirror-keymap.js");
        assertEquals(files.address("vendor/prosemirror-keymap.js"), modules.getFirst());
        assertTrue(modules.containsAll(List.of(
                files.address("vendor/w3c-keyname.js"),
                files.address("vendor/prosemirror-state.js"),
                files.address("vendor/prosemirror-model.js"),
                files.address("vendor/orderedmap.js"))));
        assertEquals(modules.stream().distinct().toList(), modules);
    }

    private String hash(String name) {
        return files.address(name).split("/", -1)[2];
    }
}
