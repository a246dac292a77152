package news.titr.wire.saved;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** In which encoding a saved page is: many of old say nothing of it, and some say what they were converted from. */
final class PageEncoding {

    private static final Pattern DECLARED = Pattern.compile("(?i)charset\\s*=\\s*[\"']?\\s*([a-z0-9_-]{2,30})");
    private static final int HEAD = 8192;

    /** In UTF-8 as good as nothing is broken; in a page of another encoding every word is. */
    private static final int MOST_BROKEN = 20;

    private PageEncoding() {}

    /** Its name; null where the page says it itself, and rightly. */
    static @Nullable String of(byte[] page) {
        var declared = DECLARED.matcher(new String(page, 0, Math.min(page.length, HEAD), StandardCharsets.ISO_8859_1));
        boolean saysAnother = declared.find() && !declared.group(1).equalsIgnoreCase("utf-8");
        boolean marked = page.length > 1 && (page[0] == (byte) 0xFE || page[0] == (byte) 0xFF);
        if (marked) {
            return null;
        }
        if (isUtf8(page)) {
            // whoever saved it may have converted it, and left what it said of itself
            return saysAnother && !isAscii(page) ? "UTF-8" : null;
        }
        return saysAnother ? null : "windows-1256";
    }

    private static boolean isAscii(byte[] page) {
        for (byte each : page) {
            if (each < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is, but for a few bytes that somebody cut in two. */
    private static boolean isUtf8(byte[] page) {
        long broken = 0;
        long other = 0;
        String text = new String(page, StandardCharsets.UTF_8);
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            broken += unit == '\uFFFD' ? 1 : 0;
            other += unit >= 0x80 && unit != '\uFFFD' ? 1 : 0;
        }
        return broken * MOST_BROKEN <= other;
    }
}
