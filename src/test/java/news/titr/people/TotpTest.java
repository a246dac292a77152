package news.titr.people;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    /** RFC 6238, appendix B. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082, 46119246, 90693936",
        "1111111109, 07081804, 68084774, 25091201",
        "1111111111, 14050471, 67062674, 99943326",
        "1234567890, 89005924, 91819424, 93441116",
        "2000000000, 69279037, 90698825, 38618901",
        "20000000000, 65353130, 77737706, 47863826"
    })
    void it_counts_as_the_standard_does(long second, String sha1, String sha256, String sha512) {
        long step = Totp.step(Instant.ofEpochSecond(second));
        assertEquals(sha1, eight(key(20), step, "HmacSHA1"));
        assertEquals(sha256, eight(key(32), step, "HmacSHA256"));
        assertEquals(sha512, eight(key(64), step, "HmacSHA512"));
    }

    private static byte[] key(int length) {
        return "1234567890".repeat(7).substring(0, length).getBytes(StandardCharsets.US_ASCII);
    }

    private static String eight(byte[] key, long step, String algorithm) {
        return "%08d".formatted(Totp.number(key, step, algorithm) % 100_000_000);
    }

    /** RFC 4648, section 10. */
    @Test
    void secrets_are_written_in_base_32() {
        assertEquals("MZXW6YTBOI", Totp.base32("foobar".getBytes(StandardCharsets.US_ASCII)));
        assertArrayEquals("foobar".getBytes(StandardCharsets.US_ASCII), Totp.fromBase32("MZXW6YTBOI"));
        assertTrue(Totp.newSecret().matches("[A-Z2-7]{32}"));
    }

    @Test
    void a_clock_may_be_half_a_minute_off_and_a_code_is_good_once() {
        String secret = Totp.newSecret();
        var now = Instant.parse("2025-01-20T04:40:00Z");
        long step = Totp.step(now);
        for (long near = step - 1; near <= step + 1; near++) {
            assertEquals(OptionalLong.of(near), Totp.stepOf(Totp.code(secret, near), secret, now, 0));
        }
        assertTrue(Totp.stepOf(Totp.code(secret, step - 2), secret, now, 0).isEmpty());
        assertTrue(Totp.stepOf(Totp.code(secret, step + 2), secret, now, 0).isEmpty());
        assertTrue(Totp.stepOf(Totp.code(secret, step), secret, now, step).isEmpty());
    }
}
