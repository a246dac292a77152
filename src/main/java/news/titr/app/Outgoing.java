package news.titr.app;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import news.titr.http.EventStream;
import news.titr.http.Response;
import org.jboss.logging.Logger;

/** Puts answers on the wire. Called on a virtual thread; everything that touches the connection runs on its event loop. */
final class Outgoing {

    private static final Logger LOG = Logger.getLogger(Outgoing.class);

    /** Often enough that no proxy takes a quiet stream for a dead one. */
    private static final long HEARTBEAT_MILLISECONDS = 20_000;

    private static final int PIECE = 64 << 10;

    /** Open ones, which would keep a server that stops waiting. */
    private static final Set<Stream> STREAMS = ConcurrentHashMap.newKeySet();

    private final Context context;
    private final RoutingContext exchange;

    private Outgoing(Context context, RoutingContext exchange) {
        this.context = context;
        this.exchange = exchange;
    }

    static void send(Context context, RoutingContext exchange, Response response) {
        var outgoing = new Outgoing(context, exchange);
        boolean headersOnly = exchange.request().method() == HttpMethod.HEAD;
        switch (response.content()) {
            case Response.Content.Bytes(var bytes) -> outgoing.bytes(response, bytes, headersOnly);
            case Response.Content.OfFile file -> outgoing.file(response, file, headersOnly);
            case Response.Content.Written(var writer) -> outgoing.written(response, writer, headersOnly);
            case Response.Content.Events(var opened) -> {
                var stream = outgoing.events(response);
                opened.accept(stream);
            }
        }
    }

    /** Ends every stream of events; browsers come back for them by themselves. */
    static void endStreams() {
        STREAMS.forEach(Stream::end);
    }

    private void bytes(Response response, byte[] bytes, boolean headersOnly) {
        onConnection(response, out -> {
            if (headersOnly) {
                out.putHeader("Content-Length", Integer.toString(bytes.length));
                out.end();
            } else {
                out.end(Buffer.buffer(bytes));
            }
        });
    }

    private void file(Response response, Response.Content.OfFile file, boolean headersOnly) {
        onConnection(response, out -> {
            if (headersOnly) {
                out.putHeader("Content-Length", Long.toString(file.length()));
                out.end();
            } else {
                out.sendFile(file.file().toString(), file.from(), file.length());
            }
        });
    }

    private void written(Response response, Response.Writer writer, boolean headersOnly) {
        onConnection(response, out -> {
            if (headersOnly) {
                out.end();
            } else {
                out.setChunked(true);
            }
        });
        if (headersOnly) {
            return;
        }
        try (var out = new BufferedOutputStream(new Pieces(), PIECE)) {
            writer.writeTo(out);
        } catch (IOException | RuntimeException e) {
            LOG.errorf(e, "%s broke off while it was sent", exchange.request().path());
            // half an answer that looks whole would be worse than one that breaks off
            context.runOnContext(_ -> exchange.response().reset());
            return;
        }
        context.runOnContext(_ -> exchange.response().end());
    }

    /** Hands each piece to the connection and waits until it is on its way. */
    private final class Pieces extends OutputStream {

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            var sent = new CompletableFuture<Void>();
            var piece = Buffer.buffer().appendBytes(bytes, offset, length);
            context.runOnContext(_ -> {
                Future<Void> write = exchange.response().write(piece);
                write.onComplete(done -> {
                    if (done.succeeded()) {
                        sent.complete(null);
                    } else {
                        sent.completeExceptionally(done.cause());
                    }
                });
            });
            try {
                sent.get();
            } catch (ExecutionException e) {
                throw new IOException("The other side has gone", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("The server stops", e);
            }
        }
    }

    private Stream events(Response response) {
        var stream = new Stream();
        STREAMS.add(stream);
        onConnection(
                response,
                out -> {
                    out.setChunked(true);
                    out.closeHandler(_ -> stream.close());
                    exchange.request().connection().closeHandler(_ -> stream.close());
                    out.write(": open\n\n");
                    stream.timer =
                            context.owner().setPeriodic(HEARTBEAT_MILLISECONDS, _ -> stream.write(": still here\n\n"));
                },
                // whoever has gone before the first word keeps no place
                stream::close);
        return stream;
    }

    private final class Stream implements EventStream {

        private final List<Runnable> closing = new ArrayList<>();
        private boolean closed;
        private volatile long timer = -1;

        @Override
        public void send(String name, String data) {
            var event = new StringBuilder("event: ").append(name).append('\n');
            data.lines().forEach(line -> event.append("data: ").append(line).append('\n'));
            if (data.isEmpty()) {
                event.append("data: \n");
            }
            String text = event.append('\n').toString();
            context.runOnContext(_ -> write(text));
        }

        private void write(String text) {
            var out = exchange.response();
            if (!out.closed() && !out.ended()) {
                out.write(text);
            }
        }

        @Override
        public void whenClosed(Runnable action) {
            synchronized (closing) {
                if (!closed) {
                    closing.add(action);
                    return;
                }
            }
            action.run();
        }

        private void end() {
            context.runOnContext(_ -> {
                var out = exchange.response();
                if (!out.closed() && !out.ended()) {
                    out.end();
                }
            });
        }

        private void close() {
            STREAMS.remove(this);
            List<Runnable> actions;
            synchronized (closing) {
                if (closed) {
                    return;
                }
                closed = true;
                actions = List.copyOf(closing);
            }
            context.owner().cancelTimer(timer);
            // actions may ask the database, which the event loop must not
            Thread.startVirtualThread(() -> actions.forEach(Runnable::run));
        }
    }

    @FunctionalInterface
    private interface Step {
        void on(HttpServerResponse out);
    }

    /** Runs when the connection is still there, after status and headers. */
    private void onConnection(Response response, Step step) {
        onConnection(response, step, () -> {});
    }

    private void onConnection(Response response, Step step, Runnable whenGone) {
        context.runOnContext(_ -> {
            var out = exchange.response();
            if (out.closed() || out.ended()) {
                whenGone.run();
                return;
            }
            out.setStatusCode(response.status());
            response.headers().forEach(header -> out.headers().add(header.name(), header.value()));
            step.on(out);
        });
    }
}
