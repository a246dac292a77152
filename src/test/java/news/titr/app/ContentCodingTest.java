package news.titr.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ContentCodingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gzip, deflate, br, zstd            | BROTLI
            gzip, deflate, br                  | BROTLI
            gzip, deflate                      | GZIP
            GZIP                               | GZIP
            zstd                               | ZSTANDARD
            gzip;q=1.0, br;q=0.5               | GZIP
            br;q=0, gzip                       | GZIP
            gzip; q=0.4, zstd ; q=0.7          | ZSTANDARD
            *                                  | GZIP
            *;q=0                              | IDENTITY
            identity                           | IDENTITY
            deflate                            | IDENTITY
            br;q=high                          | IDENTITY
            ''                                 | IDENTITY
            """)
    void whatIsLikedBestIsSent(String offered, ContentCoding chosen) {
        assertEquals(chosen, ContentCoding.chosen(offered));
        assertEquals(chosen, ContentCoding.chosen(offered), "the second time");
    }

    @ParameterizedTest
    @EnumSource(ContentCoding.class)
    void whatIsCompressedComesBack(ContentCoding coding) {
        byte[] page = "<p>می\u200cشود، کتاب\u200cها</p>\n".repeat(200).getBytes(StandardCharsets.UTF_8);
        byte[] encoded = coding.encode(page);
        assertArrayEquals(page, coding.decode(encoded));
        assertTrue(
                coding == ContentCoding.IDENTITY || encoded.length < page.length / 5, coding + ": " + encoded.length);
    }

    @Test
    void theWorstOfferIsReadWithoutAComplaint() {
        assertEquals(ContentCoding.IDENTITY, ContentCoding.chosen(",;;q=,=,".repeat(500)));
    }
}
