package news.titr.bench;

import java.util.Locale;

/** Says next to a figure what it should be, and plainly where it is not. */
final class Target {

    private Target() {}

    static String atLeast(double figure, double least) {
        return said(figure >= least, "≥ " + text(least));
    }

    static String atMost(double figure, double most) {
        return said(figure <= most, "≤ " + text(most));
    }

    private static String said(boolean met, String target) {
        return "target " + target + (met ? ", met" : ", MISSED");
    }

    private static String text(double figure) {
        return figure == Math.rint(figure) ? "%,.0f".formatted(figure) : String.format(Locale.ROOT, "%.2f", figure);
    }
}
