package news.titr.doc;

import java.util.Locale;
import java.util.Set;

/** Which addresses a link may carry to readers: never a script, never anything that a browser would run. */
public final class SafeLink {

    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");

    private SafeLink() {}

    /** True for web, mail and telephone addresses, for paths within the site and for places within the page. */
    public static boolean isSafe(String address) {
        for (int i = 0; i < address.length(); i++) {
            // browsers drop control characters before they look for the scheme: "java\nscript:" would run
            if (address.charAt(i) <= ' ' || address.charAt(i) == '\\' || address.charAt(i) == 0x7F) {
                return false;
            }
        }
        if (address.startsWith("/")) {
            return !address.startsWith("//");
        }
        if (address.startsWith("#")) {
            return true;
        }
        int colon = address.indexOf(':');
        return colon > 0 && SCHEMES.contains(address.substring(0, colon).toLowerCase(Locale.ROOT));
    }
}
