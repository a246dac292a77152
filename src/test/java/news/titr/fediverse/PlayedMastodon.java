package news.titr.fediverse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * A server with one reader after the other, as Mastodon would be: it has a key, signs what it says, and checks what it hears. Written from
 * the documents, with nothing of the program in it.
 */
final class PlayedMastodon implements AutoCloseable {

    record Heard(String path, Map<String, String> headers, String body) {}

    /** Made once: making one takes as long as a whole test. */
    private static final KeyPair FIRST = pair();

    private final InstantSource clock;
    private final HttpServer server;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile KeyPair key = FIRST;
    private volatile String name = "reader";
    private volatile int readerStatus = 200;
    private volatile int inboxStatus = 202;

    PlayedMastodon(InstantSource clock) {
        this.clock = clock;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (exchange.getRequestMethod().equals("POST")) {
            var headers = new HashMap<String, String>();
            exchange.getRequestHeaders()
                    .forEach((header, values) ->
                            headers.put(header.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
            heard.add(new Heard(path, headers, new String(body, StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(inboxStatus, -1);
        } else {
            asked.incrementAndGet();
            // as a server in its secure mode: nobody asks without a signature
            assertTrue(exchange.getRequestHeaders().containsKey("Signature"), "a question without a signature");
            boolean known = path.equals("/users/" + name);
            byte[] actor = actor().getBytes(StandardCharsets.UTF_8);
            if (known && readerStatus == 200) {
                exchange.getResponseHeaders().add("Content-Type", "application/activity+json");
                exchange.sendResponseHeaders(200, actor.length);
                exchange.getResponseBody().write(actor);
            } else {
                exchange.sendResponseHeaders(known ? readerStatus : 404, -1);
            }
        }
        exchange.close();
    }

    private String actor() {
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(key.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        var node = new ObjectMapper().createObjectNode();
        node.put("@context", "https://www.w3.org/ns/activitystreams")
                .put("id", reader())
                .put("type", "Person")
                .put("preferredUsername", name)
                .put("inbox", reader() + "/inbox");
        node.putObject("endpoints").put("sharedInbox", address() + "/inbox");
        node.putObject("publicKey")
                .put("id", reader() + "#main-key")
                .put("owner", reader())
                .put("publicKeyPem", pem);
        return node.toString();
    }

    private String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    String reader() {
        return address() + "/users/" + name;
    }

    /** The next one to speak is somebody else. */
    void another() {
        name = "another";
    }

    void reader(int status) {
        readerStatus = status;
        // whoever remembers the key must not be believed for ever: the reader has none any more
        changeKey();
    }

    void inbox(int status) {
        inboxStatus = status;
    }

    void changeKey() {
        key = pair();
    }

    List<Heard> heard() {
        return heard;
    }

    int asked() {
        return asked.get();
    }

    List<String> types() {
        var types = new ArrayList<String>();
        for (var one : heard) {
            try {
                types.add(new ObjectMapper().readTree(one.body()).path("type").asText());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return types;
    }

    // ---- signatures, by draft-cavage-http-signatures-12

    /** The headers with which Mastodon sends something to an inbox. */
    Map<String, String> signed(String inbox, String body) {
        var uri = java.net.URI.create(inbox);
        var headers = new HashMap<String, String>();
        headers.put("Host", uri.getAuthority());
        headers.put(
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME
                        .format(clock.instant().atOffset(ZoneOffset.UTC))
                        .replace("+0000", "GMT"));
        headers.put("Digest", "SHA-256=" + sha256(body));
        headers.put("Content-Type", "application/activity+json");
        String text = "(request-target): post " + uri.getPath() + "\nhost: " + headers.get("Host") + "\ndate: "
                + headers.get("Date") + "\ndigest: " + headers.get("Digest");
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            headers.put(
                    "Signature",
                    "keyId=\"" + reader()
                            + "#main-key\",algorithm=\"rsa-sha256\",headers=\"(request-target) host date digest\","
                            + "signature=\"" + Base64.getEncoder().encodeToString(signature.sign()) + "\"");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return headers;
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Checks what was heard.
     *
     * @param keys the key of a name, as its owner publishes it
     */
    void check(Heard one, UnaryOperator<String> keys) {
        String header = String.valueOf(one.headers().get("signature"));
        String keyId = part(header, "keyId");
        assertEquals("SHA-256=" + sha256(one.body()), one.headers().get("digest"));
        var lines = new ArrayList<String>();
        for (String signed : part(header, "headers").split(" ", -1)) {
            lines.add(signed + ": "
                    + (signed.equals("(request-target)")
                            ? "post " + one.path()
                            : one.headers().get(signed)));
        }
        assertTrue(lines.size() >= 4, lines.toString());
        String pem = keys.apply(keyId).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        try {
            var verifying = Signature.getInstance("SHA256withRSA");
            verifying.initVerify(KeyFactory.getInstance("RSA")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(pem))));
            verifying.update(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
            assertTrue(verifying.verify(Base64.getDecoder().decode(part(header, "signature"))), header);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(String header, String name) {
        int start = header.indexOf(name + "=\"") + name.length() + 2;
        return header.substring(start, header.indexOf('"', start));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
