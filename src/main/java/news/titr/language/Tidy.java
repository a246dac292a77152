package news.titr.language;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import news.titr.language.halfspace.HalfSpaceRepair;
import news.titr.language.halfspace.HalfSpaces;

/**
 * Suggests how to tidy Persian text: lost half-spaces, hamza and tanvin, Arabic letters, and what the house style asks
 * for. Nothing is changed but by {@link #apply}; what no edit names stays byte for byte; links, addresses, Latin runs
 * and Arabic passages are never touched. Text with marks is handed over run by run. Immutable, safe for all threads.
 */
public final class Tidy {
    /** Edits can make room for further ones; after so many rounds a text has always been found to rest. */
    private static final int MOST_ROUNDS = 8;

    private static final Edit.Reason GLUED =
            new Edit.Reason("tidy.half-space.glued", "نیم‌فاصلهٔ این واژه افتاده است.");
    private static final Edit.Reason SPACED =
            new Edit.Reason("tidy.half-space.spaced", "این دو پاره یک واژه‌اند و با نیم‌فاصله نوشته می‌شوند.");

    private final HalfSpaces halfSpaces;

    /** A tidy that knows the words of this model. */
    public Tidy(HalfSpaces halfSpaces) {
        this.halfSpaces = halfSpaces;
    }

    /** A tidy with the model that the program ships; it is loaded when it is first used. */
    public static Tidy standard() {
        return new Tidy(HalfSpaces.shipped());
    }

    /**
     * All suggestions for a text, in order, none overlapping another. Applying all of them gives a text for which there
     * are no more suggestions.
     */
    public List<Edit> edits(String text, HouseStyle style) {
        EditMerge merge = new EditMerge(text);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<Edit> found = pass(merge.current(), style);
            if (found.isEmpty()) {
                break;
            }
            merge.then(found);
        }
        return merge.edits();
    }

    /** The text with all suggestions applied. */
    public String tidy(String text, HouseStyle style) {
        return apply(text, edits(text, style));
    }

    /**
     * The text with these edits applied.
     *
     * @param edits in order, none overlapping another: all or some of what {@link #edits} gave for this text
     * @throws IllegalArgumentException if an edit does not fit the text
     */
    public static String apply(String text, List<Edit> edits) {
        StringBuilder tidied = new StringBuilder(text.length() + edits.size());
        int at = 0;
        for (Edit edit : edits) {
            if (edit.start() < at
                    || edit.end() > text.length()
                    || !text.startsWith(edit.before(), edit.start())
                    || edit.before().length() != edit.end() - edit.start()) {
                throw new IllegalArgumentException("Not an edit of this text, or out of order: " + edit);
            }
            tidied.append(text, at, edit.start()).append(edit.after());
            at = edit.end();
        }
        return tidied.append(text, at, text.length()).toString();
    }

    private List<Edit> pass(String text, HouseStyle style) {
        BitSet untouchable = ProtectedText.of(text);
        EditList edits = new EditList(text, untouchable, style.leastConfidence());
        StyleRules rules = new StyleRules(style);
        rules.letters(edits);
        rules.hamza(edits);
        rules.choices(edits);
        PunctuationRules.add(edits, style);
        if (style.halfSpaces()) {
            for (HalfSpaceRepair.Gap gap : halfSpaces.repair().gaps(text, untouchable)) {
                addGap(edits, gap, style);
            }
        }
        return edits.sorted();
    }

    private static void addGap(EditList edits, HalfSpaceRepair.Gap gap, HouseStyle style) {
        boolean glued = gap.start() == gap.end();
        if (StyleRules.mayBeLeft(edits.text(), gap.start(), gap.end(), style)) {
            return;
        }
        double confidence = 1 / (1 + Math.exp(-gap.gain()));
        edits.add(
                gap.start(),
                gap.end(),
                "\u200c",
                glued ? Edit.Kind.GLUED : Edit.Kind.SPACED,
                glued ? GLUED : SPACED,
                confidence);
    }

    /** The edits of several rounds, each made on the text that the one before left, as edits of the first text. */
    private static final class EditMerge {
        private final String original;
        private String current;
        private List<Edit> edits = List.of();

        EditMerge(String text) {
            original = text;
            current = text;
        }

        String current() {
            return current;
        }

        List<Edit> edits() {
            return edits;
        }

        void then(List<Edit> next) {
            String after = apply(current, next);
            edits = edits.isEmpty() ? next : compose(next);
            current = after;
        }

        private List<Edit> compose(List<Edit> next) {
            List<Edit> merged = new ArrayList<>();
            int first = 0;
            int shift = 0;
            for (int i = 0; i < next.size(); ) {
                Edit edit = next.get(i);
                while (first < edits.size()
                        && edits.get(first).start()
                                        + shift
                                        + edits.get(first).after().length()
                                <= edit.start()) {
                    Edit earlier = edits.get(first++);
                    merged.add(earlier);
                    shift += earlier.after().length() - earlier.before().length();
                }
                int start = edit.start();
                int end = edit.end();
                int shiftAtStart = shift;
                StringBuilder made = new StringBuilder();
                int from =
                        first < edits.size() ? Math.min(start, edits.get(first).start() + shift) : start;
                if (first >= edits.size() || edits.get(first).start() + shift >= Math.max(end, start + 1)) {
                    from = start;
                }
                int copied = from;
                boolean grows = true;
                int reach = Math.max(end, from);
                while (grows) {
                    grows = false;
                    while (first < edits.size() && edits.get(first).start() + shift < reach) {
                        Edit earlier = edits.get(first++);
                        reach = Math.max(
                                reach, earlier.start() + shift + earlier.after().length());
                        shift += earlier.after().length() - earlier.before().length();
                        grows = true;
                    }
                    while (i < next.size() && (next.get(i).start() < reach || next.get(i) == edit)) {
                        Edit later = next.get(i++);
                        made.append(current, copied, later.start()).append(later.after());
                        copied = later.end();
                        reach = Math.max(reach, later.end());
                        grows = true;
                    }
                }
                made.append(current, copied, reach);
                int originalStart = from - shiftAtStart;
                int originalEnd = reach - shift;
                merged.add(new Edit(
                        originalStart,
                        originalEnd,
                        original.substring(originalStart, originalEnd),
                        made.toString(),
                        edit.kind(),
                        edit.reason(),
                        edit.confidence()));
            }
            while (first < edits.size()) {
                merged.add(edits.get(first++));
            }
            return merged;
        }
    }
}
