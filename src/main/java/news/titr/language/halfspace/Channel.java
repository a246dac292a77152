package news.titr.language.halfspace;

/**
 * How a text treats the half-spaces that were meant: the logarithms of the shares that were dropped, turned into
 * spaces, and kept.
 */
record Channel(double droppedLog, double spacedLog, double keptLog) {
    /** A channel with these shares of dropped and spaced half-spaces; together at most 0.985. */
    static Channel of(double dropped, double spaced) {
        double shrink = Math.min(1, .985 / (dropped + spaced));
        return new Channel(
                Math.log(dropped * shrink),
                Math.log(spaced * shrink),
                Math.log(Math.max(1e-6, 1 - (dropped + spaced) * shrink)));
    }

    double cost(int dropped, int spaced, int kept) {
        return dropped * droppedLog + spaced * spacedLog + kept * keptLog;
    }
}
