package news.titr.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OwnMeansTest {

    private static final String LINK = "https://news.example.org/1001";

    private static String address(String name, String headline, String lead) {
        return OwnMeans.of(headline, lead, LINK).stream()
                .filter(way -> way.name().equals(name))
                .findFirst()
                .orElseThrow()
                .address();
    }

    private static String decoded(String address, String field) {
        String query = address.substring(address.indexOf('?') + 1);
        for (String pair : query.split("&", -1)) {
            if (pair.startsWith(field + "=")) {
                // a plus sign must stay one: mail apps do not read it as a blank
                return URLDecoder.decode(
                        pair.substring(field.length() + 1).replace("+", "%2B"), StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError("There is no " + field + " in " + address);
    }

    @Test
    void theMailAppGetsHeadlineLeadAndLinkToNobodyInParticular() {
        String address = address("mail", "پل کهنه باز می‌شود", "مرمت پل تمام شده است.");

        assertTrue(address.startsWith("mailto:?"), address);
        assertEquals("پل کهنه باز می‌شود", decoded(address, "subject"));
        assertEquals("پل کهنه باز می‌شود\r\n\r\nمرمت پل تمام شده است.\r\n\r\n" + LINK, decoded(address, "body"));
    }

    @Test
    void theHalfSpaceIsKeptAndEverythingIsPlainAscii() {
        String address = address("mail", "می‌شود", "");

        assertTrue(address.contains("%E2%80%8C"), address);
        assertTrue(address.matches("[!-~]+"), address);
        URI.create(address);
    }

    @Test
    void nothingInAHeadlineBecomesAFieldOfItsOwn() {
        String headline = "A&bcc=all@example.net?cc=x#y+z %0D%0ABcc: q\r\nBcc: w@example.net";
        String address = address("mail", headline, "");

        assertEquals(headline.replace("\r\n", " "), decoded(address, "subject"));
        assertEquals(1, address.chars().filter(c -> c == '&').count(), address);
        assertFalse(address.contains("+"), address);
    }

    @Test
    void aHeadlineAloneIsFollowedByItsLink() {
        assertEquals("تیتر\r\n\r\n" + LINK, decoded(address("mail", "تیتر", ""), "body"));
    }

    @Test
    void aVeryLongLeadIsCutAtAWordSoThatMailAppsTakeTheLink() {
        String body = decoded(address("mail", "تیتر", "واژه ".repeat(1_000)), "body");

        assertTrue(body.length() < 700, "" + body.length());
        assertTrue(body.endsWith("\r\n\r\n" + LINK), body);
    }

    @Test
    void messengersGetTheLinkAndTheHeadline() {
        String telegram = address("telegram", "می‌شود", "");

        assertEquals(LINK, decoded(telegram, "url"));
        assertEquals("می‌شود", decoded(telegram, "text"));
        assertEquals("می‌شود\n" + LINK, decoded(address("whatsapp", "می‌شود", ""), "text"));
    }
}
