package news.titr.doc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbedProviderTest {

    @ParameterizedTest
    @CsvSource({
        "https://www.aparat.com/v/abc123, aparat, abc123",
        "http://aparat.com/v/abc123/, aparat, abc123",
        "https://www.aparat.com/video/video/embed/videohash/abc123/vt/frame, aparat, abc123",
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ, youtube, dQw4w9WgXcQ",
        "https://m.youtube.com/watch?app=desktop&v=dQw4w9WgXcQ&t=4s, youtube, dQw4w9WgXcQ",
        "https://youtu.be/dQw4w9WgXcQ?si=abc, youtube, dQw4w9WgXcQ",
        "https://www.youtube.com/shorts/dQw4w9WgXcQ, youtube, dQw4w9WgXcQ",
        "https://www.instagram.com/p/Cabc_12-3/, instagram, Cabc_12-3",
        "https://www.instagram.com/somebody/reel/Cabc123/?igshid=x, instagram, Cabc123",
        "https://t.me/channel_name/1234, telegram, channel_name/1234",
        "https://t.me/s/channel_name/1234, telegram, channel_name/1234",
        "https://twitter.com/somebody/status/1234567890?s=20, x, somebody/status/1234567890",
        "https://x.com/somebody/status/1234567890/photo/1, x, somebody/status/1234567890"
    })
    void anAddressAsPeopleCopyItIsACard(String address, String provider, String id) {
        var embed = EmbedProvider.read(address).orElseThrow();
        assertEquals(new Block.Embed(provider, id, ""), embed);
        assertTrue(EmbedProvider.address(embed).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc123",
                "https://example.org/v/abc123",
                "https://aparat.com.example.org/v/abc123",
                "https://www.aparat.com/",
                "https://www.youtube.com/@channel",
                "https://t.me/channel_name",
                "https://x.com/somebody",
                "javascript:https://www.aparat.com/v/abc123",
                "ftp://www.aparat.com/v/abc123",
                "https://www.youtube.com/watch?v=<script>",
                "https://www.aparat.com/v/abc 123"
            })
    void nothingElseIs(String address) {
        assertEquals(Optional.empty(), EmbedProvider.read(address));
    }
}
