package news.titr.fediverse;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The tables of the key and of the followers. */
final class FediverseStore {

    private static final String MAIN = "main";

    private FediverseStore() {}

    /** Both halves of the key, in base64. */
    record Pair(String privateKey, String publicKey) {}

    static Optional<Pair> key(Handle read) {
        return read.createQuery("SELECT private_key, public_key FROM fediverse_key WHERE id = :id")
                .bind("id", MAIN)
                .map((row, _) -> new Pair(row.getString("private_key"), row.getString("public_key")))
                .findOne();
    }

    static void insertKey(Handle write, Pair pair, Instant at) {
        write.createUpdate("INSERT INTO fediverse_key (id, private_key, public_key, made_at)"
                        + " VALUES (:id, :private, :public, :at) ON CONFLICT (id) DO NOTHING")
                .bind("id", MAIN)
                .bind("private", pair.privateKey())
                .bind("public", pair.publicKey())
                .bind("at", at.toEpochMilli())
                .execute();
    }

    static void follow(Handle write, String actor, RemoteActor follower, Instant at) {
        write.createUpdate("INSERT INTO fediverse_follower (actor, follower, inbox, shared_inbox, followed_at)"
                        + " VALUES (:actor, :follower, :inbox, :shared, :at) ON CONFLICT (actor, follower) DO UPDATE"
                        + " SET inbox = excluded.inbox, shared_inbox = excluded.shared_inbox, failing_since = NULL")
                .bind("actor", actor)
                .bind("follower", follower.id())
                .bind("inbox", follower.inbox())
                .bind("shared", follower.sharedInbox())
                .bind("at", at.toEpochMilli())
                .execute();
    }

    static void unfollow(Handle write, String actor, String follower) {
        write.createUpdate("DELETE FROM fediverse_follower WHERE actor = :actor AND follower = :follower")
                .bind("actor", actor)
                .bind("follower", follower)
                .execute();
    }

    static boolean isFollower(Handle read, String follower) {
        return read.createQuery("SELECT COUNT(*) FROM fediverse_follower WHERE follower = :follower")
                        .bind("follower", follower)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    static void forget(Handle write, String follower) {
        write.createUpdate("DELETE FROM fediverse_follower WHERE follower = :follower")
                .bind("follower", follower)
                .execute();
    }

    /** Where to say something to all that follow: one address for each server that has one for all its people. */
    static List<String> inboxes(Handle read, String actor) {
        return read.createQuery(
                        "SELECT DISTINCT CASE WHEN shared_inbox = '' THEN inbox ELSE shared_inbox END AS address"
                                + " FROM fediverse_follower WHERE actor = :actor ORDER BY address")
                .bind("actor", actor)
                .mapTo(String.class)
                .list();
    }

    static long count(Handle read, String actor) {
        return read.createQuery("SELECT COUNT(*) FROM fediverse_follower WHERE actor = :actor")
                .bind("actor", actor)
                .mapTo(Long.class)
                .one();
    }

    /** How many follow each. */
    static Map<String, Long> counts(Handle read) {
        return read
                .createQuery("SELECT actor, COUNT(*) AS followers FROM fediverse_follower GROUP BY actor")
                .map((row, _) -> Map.entry(row.getString("actor"), row.getLong("followers")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static final String THERE = " WHERE inbox = :address OR shared_inbox = :address";

    static void arrived(Handle write, String address) {
        write.createUpdate(
                        "UPDATE fediverse_follower SET failing_since = NULL WHERE (inbox = :address OR shared_inbox = :address)"
                                + " AND failing_since IS NOT NULL")
                .bind("address", address)
                .execute();
    }

    /** Nothing arrived there for a day; whoever cannot be reached for so long as is named is followed no more. */
    static void failed(Handle write, String address, Instant now, Instant longAgo) {
        write.createUpdate("UPDATE fediverse_follower SET failing_since = :now WHERE failing_since IS NULL"
                        + " AND (inbox = :address OR shared_inbox = :address)")
                .bind("now", now.toEpochMilli())
                .bind("address", address)
                .execute();
        write.createUpdate("DELETE FROM fediverse_follower WHERE failing_since < :before"
                        + " AND (inbox = :address OR shared_inbox = :address)")
                .bind("before", longAgo.toEpochMilli())
                .bind("address", address)
                .execute();
    }

    /** Nobody is there any more, and says so. */
    static void gone(Handle write, String address) {
        write.createUpdate("DELETE FROM fediverse_follower" + THERE)
                .bind("address", address)
                .execute();
    }
}
