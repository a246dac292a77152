package news.titr.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Which rows of the audit log are wanted.
 *
 * @param actor as {@link Who#id}
 * @param actions none for all
 * @param subject an id within its kind
 * @param from the first moment, included
 * @param until the moment after the last
 * @param words found in the names, texts and addresses, or the empty string
 */
public record AuditQuery(
        Optional<String> actor,
        Set<Action> actions,
        Optional<Subject.Kind> kind,
        Optional<String> subject,
        Optional<Instant> from,
        Optional<Instant> until,
        String words) {

    public static final AuditQuery EVERYTHING = new AuditQuery(
            Optional.empty(), Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "");

    /** Everything that happened to one thing. */
    public static AuditQuery about(Subject subject) {
        return about(subject, Set.of());
    }

    /** Those of these acts that happened to one thing. */
    public static AuditQuery about(Subject subject, Set<Action> actions) {
        return new AuditQuery(
                Optional.empty(),
                actions,
                Optional.of(subject.kind()),
                Optional.of(subject.id()),
                Optional.empty(),
                Optional.empty(),
                "");
    }

    /** A place in the log: the last row that was seen. */
    public record After(Instant at, String id) {

        /** Before the newest row of all. */
        public static final After START = new After(Instant.ofEpochMilli(Long.MAX_VALUE), "");

        public static After of(Entry entry) {
            return new After(entry.at(), entry.id());
        }
    }

    /** Rows of the log, newest first. */
    public List<Entry> read(Handle read, After after, int limit) {
        return AuditStore.entries(read, this, after, limit);
    }
}
