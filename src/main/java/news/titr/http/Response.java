package news.titr.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What goes out. */
public record Response(int status, List<Header> headers, byte[] body) {

    public record Header(String name, String value) {}

    public Response {
        headers = List.copyOf(headers);
    }

    public static Response html(int status, String page) {
        return of(status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    public static Response text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    public static Response of(int status, String contentType, byte[] body) {
        return new Response(status, List.of(new Header("Content-Type", contentType)), body);
    }

    /** Sends the browser on with GET after a form has done its work. */
    public static Response seeOther(String address) {
        return redirect(303, address);
    }

    /** For good, but checked again after an hour: a slug may change back. */
    public static Response movedPermanently(String address) {
        return redirect(301, address).with("Cache-Control", "public, max-age=3600");
    }

    private static Response redirect(int status, String address) {
        return new Response(status, List.of(new Header("Location", Address.encode(address))), new byte[0]);
    }

    public Response with(String name, String value) {
        var all = new ArrayList<>(headers);
        all.removeIf(header -> header.name().equalsIgnoreCase(name) && !name.equalsIgnoreCase("Set-Cookie"));
        all.add(new Header(name, value));
        return new Response(status, all, body);
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
}
