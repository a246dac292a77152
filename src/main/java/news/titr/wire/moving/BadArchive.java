package news.titr.wire.moving;

/** An archive that cannot be read any further, or must not be; the message says why in one line, and what to do. */
public final class BadArchive extends RuntimeException {

    public BadArchive(String message) {
        super(message);
    }

    public BadArchive(String message, Throwable cause) {
        super(message, cause);
    }
}
