package news.titr.http;

/** An answer that stays open: server-sent events, from whatever thread has something to tell. */
public interface EventStream {

    /**
     * Sends one event. To one who has gone nothing is sent, and nobody complains.
     *
     * @param name the event's type, a plain word
     * @param data what it says, usually JSON; may have several lines
     */
    void send(String name, String data);

    /** Runs once, when the other side has gone or the server stops. */
    void whenClosed(Runnable action);
}
