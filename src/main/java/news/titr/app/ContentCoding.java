package news.titr.app;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.aayushatharva.brotli4j.encoder.BrotliOutputStream;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import com.github.luben.zstd.util.Native;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** How bytes are compressed on the wire (RFC 9110, 8.4.1), the one we like best first. */
enum ContentCoding {
    BROTLI("br") {
        @Override
        boolean isThere() {
            return Brotli4jLoader.isAvailable();
        }

        @Override
        OutputStream encoder(OutputStream out) throws IOException {
            Brotli4jLoader.ensureAvailability();
            return new BrotliOutputStream(out, new Encoder.Parameters().setQuality(BROTLI_QUALITY));
        }

        @Override
        InputStream decoder(InputStream in) throws IOException {
            Brotli4jLoader.ensureAvailability();
            return new BrotliInputStream(in);
        }
    },
    ZSTANDARD("zstd") {
        @Override
        boolean isThere() {
            try {
                Native.load();
                return true;
            } catch (UnsatisfiedLinkError | RuntimeException e) {
                return false;
            }
        }

        @Override
        OutputStream encoder(OutputStream out) throws IOException {
            return new ZstdOutputStream(out, ZSTANDARD_LEVEL);
        }

        @Override
        InputStream decoder(InputStream in) throws IOException {
            return new ZstdInputStream(in);
        }
    },
    GZIP("gzip") {
        @Override
        OutputStream encoder(OutputStream out) throws IOException {
            return new GZIPOutputStream(out);
        }

        @Override
        InputStream decoder(InputStream in) throws IOException {
            return new GZIPInputStream(in);
        }
    },
    /** As they are. */
    IDENTITY("identity") {
        @Override
        OutputStream encoder(OutputStream out) {
            return out;
        }

        @Override
        InputStream decoder(InputStream in) {
            return in;
        }
    };

    /** Of 11: what a page of news takes two milliseconds for, and a tenth smaller than gzip. */
    private static final int BROTLI_QUALITY = 5;

    private static final int ZSTANDARD_LEVEL = 9;

    /** Browsers say one of a few things; who says something new each time is read anew each time. */
    private static final int REMEMBERED = 256;

    private static final Map<String, ContentCoding> CHOSEN = new ConcurrentHashMap<>();

    private final String token;

    ContentCoding(String token) {
        this.token = token;
    }

    /** Its name in headers. */
    String token() {
        return token;
    }

    /** False where this machine's system has no library for it. */
    boolean isThere() {
        return true;
    }

    abstract OutputStream encoder(OutputStream out) throws IOException;

    abstract InputStream decoder(InputStream in) throws IOException;

    byte[] encode(byte[] plain) {
        if (this == IDENTITY) {
            return plain;
        }
        var bytes = new ByteArrayOutputStream(plain.length / 3);
        try (var out = encoder(bytes)) {
            out.write(plain);
        } catch (IOException e) {
            throw new IllegalStateException("Bytes in memory could not be compressed", e);
        }
        return bytes.toByteArray();
    }

    byte[] decode(byte[] encoded) {
        if (this == IDENTITY) {
            return encoded;
        }
        try (var in = decoder(new ByteArrayInputStream(encoded))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("Bytes in memory could not be read back", e);
        }
    }

    /**
     * What to send to somebody.
     *
     * @param offered their {@code Accept-Encoding}; what they like best wins, and of equals what we like best
     */
    static ContentCoding chosen(String offered) {
        var known = CHOSEN.get(offered);
        if (known != null) {
            return known;
        }
        var chosen = choose(offered);
        if (CHOSEN.size() < REMEMBERED) {
            CHOSEN.put(offered, chosen);
        }
        return chosen;
    }

    private static ContentCoding choose(String offered) {
        var best = IDENTITY;
        double bestWeight = 0;
        for (var coding : values()) {
            double weight = weight(offered.toLowerCase(Locale.ROOT), coding.token);
            if (coding != IDENTITY && weight > bestWeight && coding.isThere()) {
                best = coding;
                bestWeight = weight;
            }
        }
        return best;
    }

    /** Zero for what is not offered; {@code *} stands for gzip, which everything that says so reads. */
    private static double weight(String offered, String token) {
        double anything = 0;
        for (String offer : offered.split(",", -1)) {
            String[] parts = offer.strip().split(";", -1);
            String name = parts[0].strip();
            if (name.equals(token)) {
                return quality(parts);
            }
            if (name.equals("*") && token.equals(GZIP.token)) {
                anything = quality(parts);
            }
        }
        return anything;
    }

    private static double quality(String[] parts) {
        for (String part : parts) {
            String parameter = part.replace(" ", "");
            if (parameter.startsWith("q=")) {
                try {
                    return Double.parseDouble(parameter.substring(2));
                } catch (NumberFormatException e) {
                    return 0;
                }
            }
        }
        return 1;
    }
}
