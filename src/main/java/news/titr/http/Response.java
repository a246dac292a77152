package news.titr.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What goes out. */
public record Response(int status, List<Header> headers, Content content) {

    public record Header(String name, String value) {}

    /** What follows the headers. */
    public sealed interface Content {

        /** Nearly everything: pages, pictures, JSON. */
        record Bytes(byte[] bytes) implements Content {}

        /** A file as it lies on the disk, or the part of it that was asked for. */
        record OfFile(Path file, long from, long length) implements Content {}

        /** What is too long to be held in memory; the writer waits while the other side is slow. */
        record Written(Writer writer) implements Content {}

        /** Server-sent events, until either side ends them. */
        record Events(Consumer<EventStream> opened) implements Content {}
    }

    @FunctionalInterface
    public interface Writer {
        void writeTo(OutputStream out) throws IOException;
    }

    public Response {
        headers = List.copyOf(headers);
    }

    public static Response html(int status, String page) {
        return of(status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    public static Response text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    public static Response json(int status, String json) {
        return of(status, "application/json", json.getBytes(StandardCharsets.UTF_8))
                .with("Cache-Control", "no-store");
    }

    public static Response of(int status, String contentType, byte[] body) {
        return of(status, contentType, new Content.Bytes(body));
    }

    public static Response of(int status, String contentType, Content content) {
        return new Response(status, List.of(new Header("Content-Type", contentType)), content);
    }

    /** Stays open. What {@code opened} is given may be kept and used from any thread, until it is closed. */
    public static Response events(Consumer<EventStream> opened) {
        return of(200, "text/event-stream", new Content.Events(opened))
                .with("Cache-Control", "no-store")
                // a proxy that collects an answer before it passes it on would keep events back
                .with("X-Accel-Buffering", "no");
    }

    /** Sends the browser on with GET after a form has done its work. */
    public static Response seeOther(String address) {
        return redirect(303, address);
    }

    /** For good, but checked again after an hour: a slug may change back. */
    public static Response movedPermanently(String address) {
        return redirect(301, address).with("Cache-Control", "public, max-age=3600");
    }

    /** For now: browsers ask again each time. */
    public static Response movedForNow(String address) {
        return redirect(302, address);
    }

    private static Response redirect(int status, String address) {
        return new Response(
                status, List.of(new Header("Location", Address.encode(address))), new Content.Bytes(new byte[0]));
    }

    /** The bytes; none for what is not held in memory. */
    public byte[] body() {
        return content instanceof Content.Bytes(var bytes) ? bytes : new byte[0];
    }

    public Response with(String name, String value) {
        var all = new ArrayList<>(headers);
        all.removeIf(header -> header.name().equalsIgnoreCase(name) && !name.equalsIgnoreCase("Set-Cookie"));
        all.add(new Header(name, value));
        return new Response(status, all, content);
    }

    public Response with(Map<String, String> more) {
        var response = this;
        for (var header : more.entrySet()) {
            response = response.with(header.getKey(), header.getValue());
        }
        return response;
    }

    public boolean has(String name) {
        return headers.stream().anyMatch(header -> header.name().equalsIgnoreCase(name));
    }

    public String header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst()
                .orElse("");
    }
}
