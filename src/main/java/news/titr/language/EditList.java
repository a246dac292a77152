package news.titr.language;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** Collects the edits of one walk through a text; drops those that touch protected stretches or one another. */
final class EditList {
    private final String text;
    private final BitSet untouchable;
    private final double leastConfidence;
    private final List<Edit> edits = new ArrayList<>();

    EditList(String text, BitSet untouchable, double leastConfidence) {
        this.text = text;
        this.untouchable = untouchable;
        this.leastConfidence = leastConfidence;
    }

    String text() {
        return text;
    }

    boolean isProtected(int at) {
        return untouchable.get(at);
    }

    /** Adds an edit without doubt. */
    void add(int start, int end, String after, Edit.Kind kind, Edit.Reason reason) {
        add(start, end, after, kind, reason, 1);
    }

    void add(int start, int end, String after, Edit.Kind kind, Edit.Reason reason, double confidence) {
        int firstProtected = untouchable.nextSetBit(start);
        boolean inside = firstProtected >= 0
                && (firstProtected < end
                        || start == end && firstProtected == start && start > 0 && untouchable.get(start - 1));
        if (!inside
                && confidence >= leastConfidence
                && !(end - start == after.length() && text.startsWith(after, start))) {
            edits.add(new Edit(start, end, text.substring(start, end), after, kind, reason, confidence));
        }
    }

    /** The edits in the order of the text; of two at one place the one added first stays. */
    List<Edit> sorted() {
        edits.sort(Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end));
        List<Edit> apart = new ArrayList<>(edits.size());
        int end = -1;
        int insertedAt = -1;
        for (Edit edit : edits) {
            boolean insertion = edit.start() == edit.end();
            if (edit.start() >= end && !(insertion && insertedAt == edit.start())) {
                apart.add(edit);
                end = edit.end();
                insertedAt = insertion ? edit.start() : -1;
            }
        }
        return apart;
    }
}
