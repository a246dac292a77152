package news.titr.doc;

import java.util.regex.Pattern;

/** What can be said about a run of text. */
public sealed interface Mark {

    record Strong() implements Mark {}

    record Emphasis() implements Mark {}

    /** A link; see {@link SafeLink} for the addresses that readers get. */
    record Link(String address) implements Mark {}

    /** A passage in another language, as a BCP 47 tag such as {@code en}. */
    record Language(String tag) implements Mark {

        private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*");

        /** What validators take for a language; empty for anything else, which would make a page invalid. */
        public String known() {
            return TAG.matcher(tag).matches() ? tag : "";
        }
    }
}
