package news.titr;

import java.io.ByteArrayInputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import nu.validator.client.EmbeddedValidator;

/** The Nu HTML validator, one for all tests of a run: it reads its schemas for longer than a page. */
public final class ValidHtml {

    private static final EmbeddedValidator VALIDATOR = new EmbeddedValidator();

    /** In bytes: its schemas are deep. */
    private static final long STACK = 16 << 20;

    static {
        VALIDATOR.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
    }

    private ValidHtml() {}

    /** What it says against a page, a line each; empty for a valid one. */
    public static synchronized String complaints(byte[] html) {
        var validating = new FutureTask<>(() -> VALIDATOR.validate(new ByteArrayInputStream(html)));
        new Thread(null, validating, "validator", STACK).start();
        try {
            return validating.get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("The validator does not work", e);
        }
    }
}
