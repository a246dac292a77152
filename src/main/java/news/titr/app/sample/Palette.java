package news.titr.app.sample;

import java.awt.Color;

/** The colours of the sample newspaper's drawings: paper, ink, one warm red, ochres and blues. */
final class Palette {
    static final Color PAPER = new Color(0xf4efe4);
    static final Color WHITE = new Color(0xfbf8f1);
    static final Color CREAM = new Color(0xe9dfc9);
    static final Color SAND = new Color(0xd9c39a);
    static final Color AMBER = new Color(0xe5b05c);
    static final Color OCHRE = new Color(0xc8963e);
    static final Color CLAY = new Color(0xb0714a);
    static final Color RUST = new Color(0x94492b);
    static final Color BROWN = new Color(0x5b4032);
    static final Color UMBER = new Color(0x33261f);
    static final Color RED = new Color(0x8b1a1a);
    static final Color ROSE = new Color(0xc46a58);
    static final Color BLUSH = new Color(0xe7b79f);
    static final Color INK = new Color(0x1c2230);
    static final Color NIGHT = new Color(0x14203a);
    static final Color DEEP = new Color(0x243c5e);
    static final Color BLUE = new Color(0x426a8d);
    static final Color SKY = new Color(0x8fb0c4);
    static final Color MIST = new Color(0xcbd8d9);
    static final Color TEAL = new Color(0x2f6668);
    static final Color PINE = new Color(0x2c4a3f);
    static final Color GREEN = new Color(0x4f7152);
    static final Color OLIVE = new Color(0x7d8551);
    static final Color LEAF = new Color(0xa9ab66);

    private Palette() {}

    /** The same colour, seen through: {@code alpha} from 0 (nothing) to 1 (solid). */
    static Color alpha(Color colour, double alpha) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.round(alpha * 255));
    }

    /** From {@code from} (share 0) to {@code to} (share 1). */
    static Color mix(Color from, Color to, double share) {
        double part = Math.clamp(share, 0, 1);
        return new Color(
                between(from.getRed(), to.getRed(), part),
                between(from.getGreen(), to.getGreen(), part),
                between(from.getBlue(), to.getBlue(), part),
                between(from.getAlpha(), to.getAlpha(), part));
    }

    private static int between(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }
}
