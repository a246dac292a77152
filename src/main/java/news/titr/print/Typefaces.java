package news.titr.print;

import java.awt.FontFormatException;
import java.io.IOException;
import java.util.Optional;

/** The two fonts that stories are set in. Load once, share freely: immutable and thread-safe. */
public final class Typefaces {

    private static final String ADVICE =
            "PDF files cannot be made, and the cards of stories show no headline: Java found no font library. Install Debian's package libfontconfig1"
                    + " (apt-get install libfontconfig1; on other systems: fontconfig) and start again.";

    final Typeface regular;
    final Typeface bold;

    private Typefaces(Typeface regular, Typeface bold) {
        this.regular = regular;
        this.bold = bold;
    }

    /**
     * Reads the fonts from the program itself.
     *
     * @throws IllegalStateException with advice when the machine lacks the library that Java's fonts need
     */
    public static Typefaces load() {
        // the toolkit must not look for a screen; a server has none
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
        try {
            return new Typefaces(
                    new Typeface(read("/fonts/Vazirmatn-Regular.ttf")),
                    new Typeface(read("/fonts/Vazirmatn-Bold.ttf")));
        } catch (FontFormatException | IOException | LinkageError | InternalError problem) {
            throw new IllegalStateException(ADVICE, problem);
        }
    }

    /** Whether the fonts can be used on this machine: empty, or the problem in words with what to do about it. */
    public static Optional<String> problem() {
        try {
            var fonts = load();
            return fonts.regular.shape("سلام", true).advance() > 0 ? Optional.empty() : Optional.of(ADVICE);
        } catch (IllegalStateException | LinkageError | InternalError problem) {
            return Optional.of(ADVICE);
        }
    }

    private static byte[] read(String resource) throws IOException {
        try (var stream = Typefaces.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IOException("The program lacks its own file " + resource);
            }
            return stream.readAllBytes();
        }
    }
}
