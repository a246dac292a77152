package news.titr.doc.step;

import java.util.List;
import java.util.OptionalLong;

/** Where positions of a document are after a step: what was replaced, each stretch with its old and its new length. */
public record StepMap(List<Range> ranges, boolean inverted) implements Mapping {

    public static final StepMap EMPTY = new StepMap(List.of(), false);

    public StepMap {
        ranges = List.copyOf(ranges);
    }

    /** A replaced stretch, in positions before the step. */
    public record Range(int start, int oldSize, int newSize) {}

    /**
     * A position after the step.
     *
     * @param deleted what it was tied to is gone
     * @param deletedAcross what stood before and after it is gone
     * @param recovery where it was inside a replaced stretch, for the step that undoes this one
     */
    public record Mapped(
            int position, boolean deleted, boolean deletedAfter, boolean deletedAcross, OptionalLong recovery) {}

    static StepMap of(Range... ranges) {
        return new StepMap(List.of(ranges), false);
    }

    /** @param side −1 to stay with what stands before the position when something is put there, 1 with what follows */
    public int map(int position, int side) {
        return mapped(position, side).position();
    }

    @Override
    public Mapped mapped(int position, int side) {
        int shift = 0;
        for (int i = 0; i < ranges.size(); i++) {
            var range = ranges.get(i);
            int start = range.start() - (inverted ? shift : 0);
            if (start > position) {
                break;
            }
            int oldSize = inverted ? range.newSize() : range.oldSize();
            int newSize = inverted ? range.oldSize() : range.newSize();
            int end = start + oldSize;
            if (position <= end) {
                int toward = oldSize == 0 ? side : position == start ? -1 : position == end ? 1 : side;
                int result = start + shift + (toward < 0 ? 0 : newSize);
                boolean kept = position == (side < 0 ? start : end);
                boolean atStart = position == start;
                boolean across = !atStart && position != end;
                return new Mapped(
                        result,
                        !kept,
                        atStart || across,
                        across,
                        kept ? OptionalLong.empty() : OptionalLong.of((long) i << 32 | (position - start)));
            }
            shift += newSize - oldSize;
        }
        return new Mapped(position + shift, false, false, false, OptionalLong.empty());
    }

    /** Where a position was that the inverse of this map had lost. */
    public int recover(long recovery) {
        int index = (int) (recovery >>> 32);
        int shift = 0;
        if (!inverted) {
            for (int i = 0; i < index; i++) {
                shift += ranges.get(i).newSize() - ranges.get(i).oldSize();
            }
        }
        return ranges.get(index).start() + shift + (int) recovery;
    }

    public StepMap invert() {
        return new StepMap(ranges, !inverted);
    }
}
