package news.titr.story;

import java.time.Instant;
import news.titr.people.Actor;
import org.jdbi.v3.core.Handle;

/** Who did what, when and from where: one row for every act of the doors, in the act's own transaction. */
final class Audit {

    private Audit() {}

    static void append(
            Handle write,
            String id,
            Instant at,
            Actor actor,
            String action,
            long story,
            String revision,
            String detail) {
        append(write, id, at, actor.id(), actor.networkAddress(), action, story, revision, detail);
    }

    /** For what somebody did whose typing is only now made a revision. */
    static void append(
            Handle write,
            String id,
            Instant at,
            String actor,
            String address,
            String action,
            long story,
            String revision,
            String detail) {
        write.createUpdate("INSERT INTO audit (id, at, actor, address, action, story, revision, detail)"
                        + " VALUES (:id, :at, :actor, :address, :action, :story, :revision, :detail)")
                .bind("id", id)
                .bind("at", at.toEpochMilli())
                .bind("actor", actor)
                .bind("address", address)
                .bind("action", action)
                .bind("story", story)
                .bind("revision", revision)
                .bind("detail", detail)
                .execute();
    }
}
