package news.titr.wire.html;

/**
 * Something that did not come through as it was.
 *
 * @param detail what it was: the name of an element, an address
 */
public record HtmlRemark(Kind kind, String detail) {

    public enum Kind {
        /** A script, a style sheet or another part that nobody reads; left out. */
        CODE,
        /** Text that readers did not see; left out. */
        HIDDEN,
        /** A picture or frame that counts readers; left out. */
        TRACKER,
        /** A field or button of a form; left out. */
        CONTROL,
        /** Kept with its source as a block that nobody understands. */
        UNKNOWN,
        /** A picture that is not here; its place is taken by a link to it. */
        PICTURE_LINKED,
        /** A video or sound that is not here; its place is taken by a link to it. */
        MEDIA_LINKED,
        /** A link that leads nowhere, or where readers must not be led; its text is kept. */
        LINK,
        /** A way of setting text that a body has no mark for, such as struck out; the text is kept. */
        MARK
    }
}
