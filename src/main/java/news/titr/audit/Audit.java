package news.titr.audit;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The audit log for the doors: one row for every act, in the act's own transaction. */
public final class Audit {

    private Audit() {}

    /**
     * Remembers an act.
     *
     * @param id a new id of {@link news.titr.db.Ids}
     */
    public static void append(
            Handle write, String id, Instant at, Who who, Action action, Subject subject, Detail detail) {
        AuditStore.insert(write, entry(id, at, who, action, subject, detail));
    }

    /** Remembers many acts of one transaction, each made by {@link #entry}. */
    public static void append(Handle write, List<Entry> entries) {
        AuditStore.insert(write, entries);
    }

    /** How often something was done to it. */
    public static long count(Handle read, Subject subject, Action action) {
        return AuditStore.count(read, subject, action);
    }

    public static Entry entry(String id, Instant at, Who who, Action action, Subject subject, Detail detail) {
        // Detail leaves out what is empty
        var told = detail.with(Detail.Name.TOKEN, who.token());
        return new Entry(id, at, who.id(), "", who.networkAddress(), action, subject, told);
    }
}
