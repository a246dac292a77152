package news.titr.db;

/** PostgreSQL's notifications, which carry signals between processes. */
final class SignalStore {

    static final String CHANNEL = "titr";

    private SignalStore() {}

    static void notify(Database database, String text) {
        database.quickly(handle -> handle.createQuery("SELECT pg_notify(:channel, :text) IS NULL")
                .bind("channel", CHANNEL)
                .bind("text", text)
                .mapTo(Boolean.class)
                .one());
    }
}
