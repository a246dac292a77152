package news.titr.doc.diff;

/**
 * One member of a list compared with an older list: a row, a cell, an entry, a name. The parts stand in reading order, what
 * is gone where it was.
 *
 * @param <T> the member
 * @param <D> what changed within it
 */
public sealed interface Part<T, D> {

    record Kept<T, D>(T value) implements Part<T, D> {}

    record Added<T, D>(T value) implements Part<T, D> {}

    record Removed<T, D>(T value) implements Part<T, D> {}

    record Changed<T, D>(T before, T after, D detail) implements Part<T, D> {}
}
