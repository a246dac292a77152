package news.titr.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** A WebP chunk by chunk. */
final class WebpChunks {

    private static final Set<String> TALK = Set.of("EXIF", "XMP ", "ICCP");
    /** Bits of the first byte of VP8X that say that such chunks follow. */
    private static final int TALK_FLAGS = 0x20 | 0x08 | 0x04;

    private WebpChunks() {}

    /** The same pixels and frames, and nothing that is said of them. */
    static byte[] stripped(byte[] webp) {
        var kept = new ByteArrayOutputStream(webp.length);
        kept.write(webp, 0, 12);
        var bytes = ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN);
        int at = 12;
        while (at + 8 <= webp.length) {
            String name = new String(webp, at, 4, StandardCharsets.ISO_8859_1);
            int length = Math.min(bytes.getInt(at + 4), webp.length - at - 8);
            int whole = Math.min(8 + length + (length & 1), webp.length - at);
            if (!TALK.contains(name)) {
                kept.write(webp, at, whole);
            }
            at += whole;
        }
        byte[] stripped = kept.toByteArray();
        ByteBuffer.wrap(stripped).order(ByteOrder.LITTLE_ENDIAN).putInt(4, stripped.length - 8);
        if (new String(stripped, 12, 4, StandardCharsets.ISO_8859_1).equals("VP8X")) {
            stripped[20] &= (byte) ~TALK_FLAGS;
        }
        return stripped;
    }
}
