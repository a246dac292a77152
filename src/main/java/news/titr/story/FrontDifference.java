package news.titr.story;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What differs between two front pages, slot by slot and rule by rule. */
public record FrontDifference(List<Slot> slots, List<Rule> rules, boolean reordered) {

    public record Slot(String slot, Optional<Front.Placement> before, Optional<Front.Placement> after) {}

    public record Rule(Front.Area before, Front.Area after) {}

    public static FrontDifference between(Front before, Front after) {
        var names = new LinkedHashSet<String>();
        Stream.concat(before.placements().stream(), after.placements().stream())
                .map(Front.Placement::slot)
                .sorted()
                .forEach(names::add);
        var keys = new LinkedHashSet<String>();
        Stream.concat(before.areas().stream(), after.areas().stream())
                .map(Front.Area::key)
                .forEach(keys::add);
        return new FrontDifference(
                names.stream()
                        .map(name -> new Slot(name, before.at(name), after.at(name)))
                        .filter(slot -> !slot.before().equals(slot.after()))
                        .toList(),
                keys.stream()
                        .map(key -> new Rule(before.area(key), after.area(key)))
                        .filter(rule -> !rule.before().equals(rule.after()))
                        .toList(),
                !order(before, keys).equals(order(after, keys)));
    }

    public boolean isEmpty() {
        return slots.isEmpty() && rules.isEmpty() && !reordered;
    }

    /** For the audit log: {@code lead 1001 → 1002; second-1 – → 1003}. */
    String summary() {
        var lines = new java.util.ArrayList<String>();
        slots.forEach(slot -> lines.add(slot.slot() + " " + number(slot.before()) + " → " + number(slot.after())));
        rules.forEach(rule -> lines.add(rule.after().key() + " "
                + rule.after().order().id() + " " + rule.after().count()));
        if (reordered) {
            lines.add("bands reordered");
        }
        return String.join("; ", lines);
    }

    private static String number(Optional<Front.Placement> placement) {
        return placement.map(there -> Long.toString(there.story())).orElse("–");
    }

    /** Only what both name can stand in another order. */
    private static List<String> order(Front front, LinkedHashSet<String> keys) {
        return front.areas().stream()
                .map(Front.Area::key)
                .filter(key -> key.startsWith(Front.sectionKey("")) && keys.contains(key))
                .toList();
    }
}
