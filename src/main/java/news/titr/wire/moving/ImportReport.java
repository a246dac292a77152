package news.titr.wire.moving;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What has become of every record of an archive, and what did not come through as it was: counts with a few samples each, in
 * the memory of a page however many records there are. Whoever wants every line listens. Records are added by several
 * threads; what it says in the end is read when they are through.
 */
public final class ImportReport {

    private static final int SAMPLES = 3;

    /** Kinds of remarks of which only the sum is kept: an archive can bring a new one with every record. */
    private static final int MOST_KINDS = 500;

    /** What can become of a record. */
    public enum Fate {
        TAKEN,
        THERE,
        REFUSED,
        SKIPPED
    }

    /**
     * A line of the full list.
     *
     * @param number of the story here, or 0
     * @param reason why it was refused or skipped, or what there is to be said of it; or empty
     */
    public record Line(Where where, Fate fate, long number, String reason) {}

    /** How often something came up, and where first. */
    public record Count(long count, List<String> samples) {}

    private final Map<String, Map<Fate, Long>> fates = new TreeMap<>();
    private final Map<Fate, Map<String, Gathering>> reasons = new TreeMap<>();
    private final Map<String, Gathering> remarks = new TreeMap<>();
    private final Map<String, Long> sums = new LinkedHashMap<>();
    private final Consumer<Line> listener;

    public ImportReport(Consumer<Line> listener) {
        this.listener = listener;
    }

    private static final class Gathering {
        private long count;
        private final List<String> samples = new ArrayList<>();

        void add(String sample) {
            count++;
            if (samples.size() < SAMPLES && !sample.isBlank() && !samples.contains(sample)) {
                samples.add(sample);
            }
        }

        Count count() {
            return new Count(count, List.copyOf(samples));
        }
    }

    public synchronized void add(Line line) {
        fates.computeIfAbsent(line.where().kind(), _ -> new TreeMap<>()).merge(line.fate(), 1L, Long::sum);
        boolean left = line.fate() == Fate.REFUSED || line.fate() == Fate.SKIPPED;
        if (left) {
            gather(
                            reasons.computeIfAbsent(line.fate(), _ -> new TreeMap<>()),
                            line.where().kind() + ": " + line.reason())
                    .add(line.where().toString());
        }
        listener.accept(line);
    }

    /** Something that did not come through as it was. */
    public synchronized void remark(String kind, String sample) {
        gather(remarks, kind).add(sample);
    }

    /** Adds to a number of the report, such as {@code redirects}. */
    public synchronized void sum(String name, long more) {
        if (more != 0) {
            sums.merge(name, more, Long::sum);
        }
    }

    private static Gathering gather(Map<String, Gathering> all, String kind) {
        String key = all.size() < MOST_KINDS || all.containsKey(kind) ? kind : "others";
        return all.computeIfAbsent(key, _ -> new Gathering());
    }

    // ---- reading it

    public synchronized long count(Fate fate) {
        return fates.values().stream()
                .mapToLong(counts -> counts.getOrDefault(fate, 0L))
                .sum();
    }

    public synchronized long count(String kind, Fate fate) {
        return fates.getOrDefault(kind, Map.of()).getOrDefault(fate, 0L);
    }

    public synchronized long records() {
        long records = 0;
        for (var fate : Fate.values()) {
            records += count(fate);
        }
        return records;
    }

    /** By kind of record. */
    public Map<String, Map<Fate, Long>> fates() {
        return fates;
    }

    /** Why records were refused or skipped. */
    public Map<String, Count> reasons(Fate fate) {
        return counts(reasons.getOrDefault(fate, Map.of()));
    }

    public Map<String, Count> remarks() {
        return counts(remarks);
    }

    public Map<String, Long> sums() {
        return sums;
    }

    private static Map<String, Count> counts(Map<String, Gathering> gathered) {
        var counts = new TreeMap<String, Count>();
        gathered.forEach((kind, gathering) -> counts.put(kind, gathering.count()));
        return counts;
    }

    /** As text for somebody at a prompt, line by line. */
    public List<String> lines(boolean dryRun) {
        var lines = new ArrayList<String>();
        lines.add(records() + " records: " + count(Fate.TAKEN) + (dryRun ? " would be taken, " : " taken, ")
                + count(Fate.THERE) + " there already, " + count(Fate.REFUSED) + " refused, " + count(Fate.SKIPPED)
                + " skipped");
        fates.forEach((kind, counts) -> {
            var parts = new ArrayList<String>();
            counts.forEach((fate, count) -> parts.add(count + " " + word(fate)));
            lines.add("  " + kind + ": " + String.join(", ", parts));
        });
        sums.forEach((name, sum) -> lines.add("  " + name + ": " + sum));
        section(lines, "refused", reasons(Fate.REFUSED));
        section(lines, "skipped", reasons(Fate.SKIPPED));
        section(lines, "did not come through as it was", remarks());
        return lines;
    }

    private static void section(List<String> lines, String heading, Map<String, Count> counts) {
        if (counts.isEmpty()) {
            return;
        }
        lines.add(heading + ":");
        counts.forEach((kind, count) -> {
            lines.add("  " + count.count() + " × " + kind);
            count.samples().forEach(sample -> lines.add("      " + sample));
        });
    }

    static String word(Fate fate) {
        return switch (fate) {
            case TAKEN -> "taken";
            case THERE -> "there already";
            case REFUSED -> "refused";
            case SKIPPED -> "skipped";
        };
    }
}
