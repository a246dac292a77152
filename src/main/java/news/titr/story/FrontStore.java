package news.titr.story;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The table of the front page's slots. */
final class FrontStore {

    private FrontStore() {}

    /** Slot name to story number. */
    static Map<String, Long> slots(Handle read, String edition) {
        var slots = new LinkedHashMap<String, Long>();
        read.createQuery("SELECT slot, story FROM front_slot WHERE edition = :edition ORDER BY slot")
                .bind("edition", edition)
                .map((row, _) -> Map.entry(row.getString("slot"), row.getLong("story")))
                .forEach(slot -> slots.put(slot.getKey(), slot.getValue()));
        return slots;
    }

    static void put(Handle write, String edition, String slot, long story) {
        write.createUpdate("INSERT INTO front_slot (edition, slot, story) VALUES (:edition, :slot, :story)"
                        + " ON CONFLICT (edition, slot) DO UPDATE SET story = excluded.story")
                .bind("edition", edition)
                .bind("slot", slot)
                .bind("story", story)
                .execute();
    }
}
