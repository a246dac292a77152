package news.titr.people;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import news.titr.audit.Action;
import news.titr.audit.Audit;
import news.titr.audit.AuditQuery;
import news.titr.audit.Detail;
import news.titr.audit.Entry;
import news.titr.audit.Subject;
import news.titr.db.Database;
import news.titr.db.Ids;

/** The door to the audit log, for whoever may read it. Who takes a copy of it stands in it afterwards. */
public final class AuditLog {

    private static final int AT_A_TIME = 500;

    private final Database database;
    private final Ids ids;
    private final InstantSource clock;

    public AuditLog(Database database, Ids ids, InstantSource clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /** Rows of the log, newest first; empty for one who may not read it. */
    public Optional<List<Entry>> read(Actor actor, AuditQuery query, AuditQuery.After after, int limit) {
        return actor.may(Permission.READ_AUDIT)
                ? Optional.of(database.read(read -> query.read(read, after, limit)))
                : Optional.empty();
    }

    /** A copy that may be taken. */
    @FunctionalInterface
    public interface Copy {
        /** Hands over every row, newest first, however many there are. */
        void forEach(Consumer<Entry> visitor);
    }

    /**
     * A copy of the rows that are asked for; empty for one who may not read them. That it was taken is remembered before the
     * first row is handed over, and the rows are those from before.
     *
     * @param filter what was asked for, in words
     */
    public Optional<Copy> export(Actor actor, AuditQuery query, String format, String filter) {
        if (!actor.may(Permission.READ_AUDIT)) {
            return Optional.empty();
        }
        var start = database.write(write -> {
            var now = clock.instant();
            var id = ids.next();
            Audit.append(
                    write,
                    id,
                    now,
                    actor,
                    Action.EXPORT,
                    Subject.audit(),
                    Detail.of(Detail.Name.FORMAT, format).with(Detail.Name.FILTER, filter));
            return new AuditQuery.After(now, id);
        });
        return Optional.of(visitor -> {
            var after = start;
            while (true) {
                var from = after;
                var page = database.read(read -> query.read(read, from, AT_A_TIME));
                page.forEach(visitor);
                if (page.size() < AT_A_TIME) {
                    return;
                }
                after = AuditQuery.After.of(page.getLast());
            }
        });
    }
}
