package news.titr.media;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Bytes whose encoding nobody declared: UTF-8 if they are, else the Persian and Arabic code page, else the western one. */
final class EmbeddedLetters {

    private static final Charset ARABIC = Charset.forName("windows-1256");
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private EmbeddedLetters() {}

    static String read(byte[] bytes) {
        return clean(decode(bytes));
    }

    /** Text without what only machines see, such as the NUL that ends it. The half-space stays. */
    static String clean(String text) {
        return text.chars()
                .filter(c -> c >= ' ' && c != 0x7F && c != 0xFEFF || c == '\n' || c == '\t')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            String arabic = new String(bytes, ARABIC);
            long foreign = arabic.chars().filter(c -> c > 0x7F).count();
            long letters = arabic.chars()
                    .filter(c -> Character.UnicodeBlock.of(c) == Character.UnicodeBlock.ARABIC && Character.isLetter(c))
                    .count();
            return letters * 3 > foreign * 2 ? arabic : new String(bytes, WESTERN);
        }
    }
}
