package news.titr.share;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that says the same about every recipient, or goes away in the middle of a mail. */
final class StrictMailServer implements AutoCloseable {

    private final ServerSocket socket;
    private final String recipientAnswer;
    private final boolean hangsUp;
    private volatile boolean shut;
    final AtomicInteger callers = new AtomicInteger();
    final AtomicInteger recipients = new AtomicInteger();

    /** @param recipientAnswer such as {@code 550 5.1.1 no such user} */
    StrictMailServer(String recipientAnswer, boolean hangsUp) {
        this.recipientAnswer = recipientAnswer;
        this.hangsUp = hangsUp;
        try {
            socket = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::listen);
    }

    /** From now on every caller is sent away. */
    void shutTheDoor() {
        shut = true;
    }

    int port() {
        return socket.getLocalPort();
    }

    private void listen() {
        while (!socket.isClosed()) {
            try (var caller = socket.accept()) {
                talk(caller);
            } catch (SocketException e) {
                // closed, by the test or by the program
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void talk(Socket caller) throws IOException {
        var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
        callers.incrementAndGet();
        if (shut) {
            return;
        }
        say(caller, "220 strict.example.org");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String verb = line.split("[ :]", 2)[0].toUpperCase(java.util.Locale.ROOT);
            if (verb.equals("RCPT")) {
                recipients.incrementAndGet();
            }
            if (verb.equals("DATA") && hangsUp) {
                return;
            }
            say(
                    caller,
                    switch (verb) {
                        case "RCPT" -> recipientAnswer;
                        case "DATA" -> "354 go on";
                        case "QUIT" -> "221 bye";
                        default -> "250 ok";
                    });
            if (verb.equals("QUIT")) {
                return;
            }
        }
    }

    private static void say(Socket caller, String line) throws IOException {
        caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        caller.getOutputStream().flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
