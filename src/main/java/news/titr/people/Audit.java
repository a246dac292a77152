package news.titr.people;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Who did what, when and from where: one row for every act of the doors, in the act's own transaction. */
public final class Audit {

    private Audit() {}

    /** An act on a story. */
    public static void append(
            Handle write,
            String id,
            Instant at,
            Actor actor,
            String action,
            long story,
            String revision,
            String detail) {
        insert(write, id, at, actor, action, story, revision, "", detail);
    }

    /**
     * An act on something else.
     *
     * @param subject what it was about: {@code person:ID}, {@code section:ID}; empty for the newspaper as a whole
     */
    public static void append(
            Handle write, String id, Instant at, Actor actor, String action, String subject, String detail) {
        insert(write, id, at, actor, action, null, null, subject, detail);
    }

    private static void insert(
            Handle write,
            String id,
            Instant at,
            Actor actor,
            String action,
            @Nullable Long story,
            @Nullable String revision,
            String subject,
            String detail) {
        write.createUpdate("INSERT INTO audit (id, at, actor, address, action, story, revision, subject, detail)"
                        + " VALUES (:id, :at, :actor, :address, :action, :story, :revision, :subject, :detail)")
                .bind("id", id)
                .bind("at", at.toEpochMilli())
                .bind("actor", actor.id())
                .bind("address", actor.networkAddress())
                .bind("action", action)
                .bind("story", story)
                .bind("revision", revision)
                .bind("subject", subject)
                .bind("detail", detail)
                .execute();
    }
}
