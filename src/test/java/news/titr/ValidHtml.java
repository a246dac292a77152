package news.titr;

import java.io.ByteArrayInputStream;
import nu.validator.client.EmbeddedValidator;

/** The Nu HTML validator, one for all tests of a run: it reads its schemas for longer than a page. */
public final class ValidHtml {

    private static final EmbeddedValidator VALIDATOR = new EmbeddedValidator();

    static {
        VALIDATOR.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
    }

    private ValidHtml() {}

    /** What it says against a page, a line each; empty for a valid one. */
    public static synchronized String complaints(byte[] html) {
        try {
            return VALIDATOR.validate(new ByteArrayInputStream(html));
        } catch (Exception e) {
            throw new IllegalStateException("The validator does not work", e);
        }
    }
}
