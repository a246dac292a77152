package news.titr.doc;

/** What can be said about a run of text. */
public sealed interface Mark {

    record Strong() implements Mark {}

    record Emphasis() implements Mark {}

    /** A link; see {@link SafeLink} for the addresses that readers get. */
    record Link(String address) implements Mark {}

    /** A passage in another language, as a BCP 47 tag such as {@code en}. */
    record Language(String tag) implements Mark {}
}
