package news.titr.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The way out: every request that this program makes of another server goes through here. It follows no redirect unless it
 * is told to, waits for nobody longer than half a minute, reads no more than it was told to, and asks nothing of private networks, where this server may
 * stand next to what trusts its neighbours.
 */
public final class OtherServers {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration ANSWERING = Duration.ofSeconds(20);
    private static final Duration READING = Duration.ofSeconds(10);

    /** Made when somebody is asked first: it reads all certificates of this machine. */
    private static final class Client {
        private static final HttpClient ONE = HttpClient.newBuilder()
                .connectTimeout(CONNECTING)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    private final PrivateServers privateServers;
    private final String agent;
    private final Duration reading;

    /**
     * @param privateServers those in private networks that may be asked
     * @param agent what the program calls itself, with an address where its keeper is found
     */
    public OtherServers(PrivateServers privateServers, String agent) {
        this(privateServers, agent, READING);
    }

    /** @param reading for so long the rest of an answer is waited for */
    public OtherServers(PrivateServers privateServers, String agent, Duration reading) {
        this.privateServers = privateServers;
        this.agent = agent;
        this.reading = reading;
    }

    /**
     * What is asked of another server.
     *
     * @param headers beside the one that says who asks
     * @param body nothing where it is empty
     * @param most so many bytes of the answer are read, and no more
     */
    public record Message(String method, URI address, Map<String, String> headers, byte[] body, int most) {

        public Message {
            headers = Map.copyOf(headers);
        }

        public static Message get(URI address, Map<String, String> headers, int most) {
            return new Message("GET", address, headers, new byte[0], most);
        }

        public static Message post(URI address, Map<String, String> headers, byte[] body, int most) {
            return new Message("POST", address, headers, body, most);
        }
    }

    /**
     * What was answered.
     *
     * @param headers names in lower case
     * @param body as much of it as was asked for
     */
    public record Answer(int status, Map<String, String> headers, byte[] body) {

        public boolean good() {
            return status >= 200 && status < 300;
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** There was no answer; the message is one line for whoever looks after the server. */
    public static final class NoAnswer extends Exception {
        NoAnswer(String message) {
            super(message);
        }
    }

    /** Sends something and waits for the answer; nobody reads more of it than its first line. */
    public Answer post(URI address, String contentType, byte[] body) throws NoAnswer {
        return ask(Message.post(address, Map.of("Content-Type", contentType), body, 0));
    }

    /** Asks, and waits for the answer. */
    public Answer ask(Message message) throws NoAnswer {
        var address = message.address();
        allow(address);
        var request = HttpRequest.newBuilder(address)
                .timeout(ANSWERING)
                .header("User-Agent", agent)
                .method(
                        message.method(),
                        message.body().length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(message.body()));
        message.headers().forEach(request::header);
        try {
            var response = Client.ONE.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                return new Answer(response.statusCode(), headers(response), read(body, message.most()));
            }
        } catch (HttpTimeoutException e) {
            throw new NoAnswer(address.getHost() + " did not answer in time");
        } catch (ConnectException e) {
            throw new NoAnswer(address.getHost() + " could not be reached");
        } catch (InterruptedIOException e) {
            throw new NoAnswer("the server stops");
        } catch (IOException e) {
            throw new NoAnswer(address.getHost() + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswer("the server stops");
        }
    }

    /** The same along redirects, each of which is looked at as the first address was. */
    public Answer follow(Message message, int hops) throws NoAnswer {
        var next = message;
        for (int hop = 0; hop <= hops; hop++) {
            var answer = ask(next);
            String location = answer.headers().getOrDefault("location", "");
            if (!REDIRECTS.contains(answer.status()) || location.isEmpty()) {
                return answer;
            }
            try {
                next = new Message(
                        message.method(),
                        next.address().resolve(location),
                        message.headers(),
                        message.body(),
                        message.most());
            } catch (IllegalArgumentException e) {
                throw new NoAnswer(next.address().getHost() + " leads to what is no address: " + location);
            }
        }
        throw new NoAnswer(
                message.address().getHost() + " leads from one address to the next, more than " + hops + " times");
    }

    private static Map<String, String> headers(HttpResponse<?> response) {
        var headers = new HashMap<String, String>();
        response.headers()
                .map()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        return headers;
    }

    /** Whoever is slow with the rest of an answer holds nobody up. */
    private byte[] read(InputStream body, int most) throws IOException {
        if (most == 0) {
            return new byte[0];
        }
        var late = new AtomicBoolean();
        CompletableFuture.delayedExecutor(reading.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    late.set(true);
                    try {
                        body.close();
                    } catch (IOException e) {
                        // it is closed, then
                    }
                });
        try {
            return body.readNBytes(most);
        } catch (IOException e) {
            throw late.get() ? new HttpTimeoutException("the answer took too long") : e;
        }
    }

    /** Java keeps what a name led to for some seconds, so the client connects to what is looked at here. */
    private void allow(URI address) throws NoAnswer {
        String host = Optional.ofNullable(address.getHost()).orElse("");
        if (host.isEmpty()
                || !List.of("http", "https")
                        .contains(Optional.ofNullable(address.getScheme()).orElse(""))) {
            throw new NoAnswer(address + " is no web address");
        }
        if (privateServers.allow(host)) {
            return;
        }
        try {
            for (var each : InetAddress.getAllByName(host.replaceAll("[\\[\\]]", ""))) {
                if (!isPublic(each)) {
                    throw new NoAnswer(host + " stands in a private network (" + each.getHostAddress()
                            + "), and outgoing.private-addresses is not set");
                }
            }
        } catch (UnknownHostException e) {
            throw new NoAnswer("there is no host " + host);
        }
    }

    /** The ranges that are not on the public internet, as IANA lists them (RFC 6890 and its additions). */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        int third = bytes[2] & 0xFF;
        if (bytes.length == 4) {
            return first != 0
                    && first < 240
                    && !(first == 100 && second >= 64 && second < 128)
                    && !(first == 192 && second == 0 && (third == 0 || third == 2))
                    && !(first == 198 && (second == 18 || second == 19 || (second == 51 && third == 100)))
                    && !(first == 203 && second == 0 && third == 113);
        }
        // 2000::/3 is all that is handed out; within it: 2001:db8::/32 is for examples, 2002::/16 wraps IPv4
        return (first & 0xE0) == 0x20
                && !(first == 0x20 && second == 0x01 && third == 0x0D && (bytes[3] & 0xFF) == 0xB8)
                && !(first == 0x20 && second == 0x02)
                && !(first == 0x20 && second == 0x01 && third == 0 && bytes[3] == 0);
    }

    /** A form as browsers send it. */
    public static byte[] form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> java.net.URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8)
                        + "="
                        + java.net.URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(java.util.stream.Collectors.joining("&"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
