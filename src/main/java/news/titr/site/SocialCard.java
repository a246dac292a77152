package news.titr.site;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import news.titr.language.Shorten;

/**
 * The picture that messengers and social networks show of a story that has none of its own: name, kicker, headline and date,
 * set as in the newspaper. The JDK shapes and orders the letters, as it does for the PDF.
 */
final class SocialCard {

    static final int WIDTH = 1200;
    static final int HEIGHT = 630;

    /** Goes up when the drawing changes, so that the cards of all stories get other addresses. */
    private static final String RECIPE = "1";

    private static final int MARGIN = 72;
    private static final int MEASURE = WIDTH - 2 * MARGIN;
    private static final int NAME = 48;
    private static final int KICKER = 36;
    private static final int FOOT = 30;
    private static final int LARGEST = 92;
    private static final int SMALLEST = 48;
    private static final int STEP = 4;
    private static final int MOST_LINES = 4;
    private static final float LINE_HEIGHT = 1.45f;
    private static final double BARE_HEIGHT = 320;

    private static final FontRenderContext SMOOTH = new FontRenderContext(null, true, true);

    private final Font regular;
    private final Font bold;

    /** The machine lacks the library that Java's fonts need. */
    static final class NoFonts extends RuntimeException {
        NoFonts(Throwable cause) {
            super("Java found no font library", cause);
        }
    }

    /** @throws NoFonts where letters cannot be drawn; {@link #bare} needs none */
    SocialCard() {
        regular = font("Vazirmatn-Regular.ttf");
        bold = font("Vazirmatn-Bold.ttf");
    }

    /**
     * All that a card is made from. Text that it lacks is the empty string.
     *
     * @param kicker the small line above the headline
     * @param host where the newspaper stands on the web
     * @param ink and the other colours as {@code #rrggbb}
     */
    record Text(
            String name,
            String kicker,
            String headline,
            String date,
            String host,
            boolean rightToLeft,
            String ink,
            String paper,
            String accent) {

        /** Another for each card that looks otherwise. */
        String key() {
            try {
                byte[] all = (RECIPE + this).getBytes(StandardCharsets.UTF_8);
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(all), 0, 8);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java has SHA-256", e);
            }
        }
    }

    /** A PNG of 1200 by 630 pixels. */
    byte[] png(Text text) {
        return png(pen -> draw(pen, text));
    }

    /**
     * A card without letters, for a machine that cannot draw any: what stands for the newspaper, on its paper.
     *
     * @param picture a PNG
     */
    static byte[] bare(Text text, byte[] picture) {
        return png(pen -> {
            ground(pen, text);
            try {
                var image = ImageIO.read(new ByteArrayInputStream(picture));
                if (image != null) {
                    double scale = Math.min((double) MEASURE / image.getWidth(), BARE_HEIGHT / image.getHeight());
                    int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
                    int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
                    pen.drawImage(image, (WIDTH - width) / 2, (HEIGHT + 34 - height) / 2, width, height, null);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static byte[] png(Consumer<Graphics2D> drawing) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        drawing.accept(pen);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void draw(Graphics2D pen, Text text) {
        var ink = Color.decode(text.ink());
        var paper = Color.decode(text.paper());
        var quiet = between(ink, paper, .65);
        var rule = between(ink, paper, .18);
        // the nameplate, above a thick line and a thin one
        ground(pen, text);
        line(pen, fitted(text.name(), bold, NAME, text), 92, true, text);

        pen.setColor(rule);
        pen.fillRect(MARGIN, HEIGHT - 98, MEASURE, 1);
        pen.setColor(quiet);
        line(pen, fitted(text.date(), regular, FOOT, text), HEIGHT - 48, true, text);
        line(pen, fitted(text.host(), regular, FOOT, text), HEIGHT - 48, false, text);

        // kicker and headline in the middle of what is left
        var lines = headline(text);
        float size = lines.getFirst().size();
        float kicker = text.kicker().isEmpty() ? 0 : KICKER * 1.9f;
        float height = kicker + lines.size() * size * LINE_HEIGHT;
        float top = 140 + (HEIGHT - 98 - 140 - height) / 2;
        if (!text.kicker().isEmpty()) {
            pen.setColor(Color.decode(text.accent()));
            line(pen, fitted(text.kicker(), bold, KICKER, text), top + KICKER * 1.25f, true, text);
        }
        pen.setColor(ink);
        float base = top + kicker + size * 1.02f;
        for (var line : lines) {
            line(pen, line.layout(), base, true, text);
            base += size * LINE_HEIGHT;
        }
    }

    private static void ground(Graphics2D pen, Text text) {
        pen.setColor(Color.decode(text.paper()));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(Color.decode(text.ink()));
        pen.fillRect(MARGIN, 122, MEASURE, 5);
        pen.fillRect(MARGIN, 131, MEASURE, 1);
    }

    private record Line(TextLayout layout, float size) {}

    /** As large as fits in few lines, and the lines about as long as each other. */
    private List<Line> headline(Text text) {
        for (int size = LARGEST; size >= SMALLEST; size -= STEP) {
            int most = Math.min(MOST_LINES, (int) ((text.kicker().isEmpty() ? 372 : 300) / (size * LINE_HEIGHT)));
            var lines = lines(text.headline(), size, MEASURE, text);
            if (lines.size() <= most) {
                return balanced(text.headline(), size, lines, text);
            }
        }
        String shorter = text.headline();
        int most = text.kicker().isEmpty() ? MOST_LINES + 1 : MOST_LINES;
        while (true) {
            shorter = Shorten.atWord(shorter, Math.max(2, shorter.length() - 8));
            var lines = lines(shorter, SMALLEST, MEASURE, text);
            if (lines.size() <= most || shorter.length() <= 2) {
                return lines;
            }
        }
    }

    private List<Line> balanced(String headline, int size, List<Line> lines, Text text) {
        int narrow = MEASURE / 3;
        int wide = MEASURE;
        while (wide - narrow > 4) {
            int middle = (narrow + wide) / 2;
            if (lines(headline, size, middle, text).size() > lines.size()) {
                narrow = middle;
            } else {
                wide = middle;
            }
        }
        return lines(headline, size, wide, text);
    }

    private List<Line> lines(String words, int size, float width, Text text) {
        var styled = styled(words, bold, size, text).getIterator();
        var measurer = new LineBreakMeasurer(styled, SMOOTH);
        var lines = new ArrayList<Line>();
        while (measurer.getPosition() < styled.getEndIndex()) {
            lines.add(new Line(measurer.nextLayout(width), size));
        }
        return lines;
    }

    /** One line, smaller where it would be too long. */
    private TextLayout fitted(String words, Font font, float size, Text text) {
        String said = words.isEmpty() ? " " : words;
        var layout = new TextLayout(styled(said, font, size, text).getIterator(), SMOOTH);
        float most = MEASURE * .95f;
        return layout.getAdvance() <= most
                ? layout
                : new TextLayout(
                        styled(said, font, Math.max(12, size * most / layout.getAdvance()), text)
                                .getIterator(),
                        SMOOTH);
    }

    /** Where the newspaper's font lacks a letter, the machine's own stand in. */
    private static AttributedString styled(String words, Font font, float size, Text text) {
        var styled = new AttributedString(words);
        styled.addAttribute(TextAttribute.FONT, font.deriveFont(size));
        styled.addAttribute(
                TextAttribute.RUN_DIRECTION,
                text.rightToLeft() ? TextAttribute.RUN_DIRECTION_RTL : TextAttribute.RUN_DIRECTION_LTR);
        var other = new Font(Font.DIALOG, font.getStyle(), 1).deriveFont(size);
        for (int i = 0; i < words.length(); i += Character.charCount(words.codePointAt(i))) {
            int character = words.codePointAt(i);
            if (!font.canDisplay(character) && Character.getType(character) != Character.FORMAT) {
                styled.addAttribute(TextAttribute.FONT, other, i, i + Character.charCount(character));
            }
        }
        return styled;
    }

    /** @param atStart where lines begin in this language; otherwise where they end */
    private static void line(Graphics2D pen, TextLayout layout, float base, boolean atStart, Text text) {
        boolean right = text.rightToLeft() == atStart;
        // a space at the end of a line takes no place
        float width = layout.getVisibleAdvance();
        float x = right ? WIDTH - MARGIN - width : MARGIN;
        float hanging = right && text.rightToLeft() ? layout.getAdvance() - width : 0;
        layout.draw(pen, x - hanging, base);
    }

    private static Color between(Color one, Color other, double share) {
        return new Color(
                mixed(one.getRed(), other.getRed(), share),
                mixed(one.getGreen(), other.getGreen(), share),
                mixed(one.getBlue(), other.getBlue(), share));
    }

    private static int mixed(int one, int other, double share) {
        return (int) Math.round(one * share + other * (1 - share));
    }

    private static Font font(String file) {
        try (var stream = SocialCard.class.getResourceAsStream("/fonts/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("The program lacks its font " + file);
            }
            return Font.createFont(Font.TRUETYPE_FONT, stream);
        } catch (IOException | FontFormatException | LinkageError | InternalError e) {
            // without its library, Java says one of these, and not always the same
            throw new NoFonts(e);
        }
    }
}
