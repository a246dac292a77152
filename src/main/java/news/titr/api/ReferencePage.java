package news.titr.api;

import static news.titr.doc.Html.escape;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.http.StaticFiles;
import news.titr.language.Language;
import news.titr.language.Messages;
import news.titr.story.SiteSettings;

/** {@code /api/v1/}: the operations for people, with examples; and the document about them for programs. */
final class ReferencePage {

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'",
            "Cache-Control",
            "no-cache",
            "Referrer-Policy",
            "same-origin");

    private final List<Operation> operations;
    private final ApiSettings wanted;
    private final Supplier<String> server;
    private final Supplier<SiteSettings> settings;
    private final StaticFiles files = new StaticFiles();

    ReferencePage(
            List<Operation> operations, ApiSettings wanted, Supplier<String> server, Supplier<SiteSettings> settings) {
        this.operations = operations;
        this.wanted = wanted;
        this.server = server;
        this.settings = settings;
    }

    Response document() {
        var document = OpenApi.document(
                operations, server.get(), settings.get().masthead().name(), wanted);
        return Response.of(200, "application/json", document.toPrettyString().getBytes(StandardCharsets.UTF_8))
                .with(OpenApi.headers());
    }

    /** In the language that the address names, else that of the browser, else that of the newspaper. */
    Response page(Request request, Language asked) {
        var language = List.of("fa", "en").contains(request.query().text("lang"))
                ? Language.of(request.query().text("lang"))
                : request.header("Accept-Language").isPresent()
                        ? asked
                        : settings.get().masthead().language();
        // the page is Persian and English, as the desk is
        var spoken = language.tag().startsWith("fa") ? Language.PERSIAN : Language.ENGLISH;
        return Response.html(200, html(Messages.of(spoken))).with(HEADERS).with("Content-Language", spoken.tag());
    }

    private String html(Messages words) {
        var page = new StringBuilder(40_000);
        String title = words.word("api.page.title", settings.get().masthead().name());
        boolean persian = words.language().equals(Language.PERSIAN);
        page.append("<!DOCTYPE html>\n<html lang=\"%s\" dir=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
                .formatted(words.language().tag(), words.language().direction().html()));
        page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.append("<meta name=\"color-scheme\" content=\"light dark\">\n");
        page.append("<title>%s</title>\n".formatted(escape(title)));
        page.append(
                "<link rel=\"icon\" href=\"%s\" type=\"image/svg+xml\">\n".formatted(files.address("site/icon.svg")));
        page.append("<link rel=\"stylesheet\" href=\"%s\">\n</head>\n<body>\n"
                .formatted(files.address("api/reference.css")));
        page.append("<header><h1>%s</h1>\n<p>%s</p>\n"
                .formatted(escape(title), escape(words.word("api.page.introduction"))));
        page.append(
                "<p><a href=\"openapi.json\">openapi.json</a> · <a href=\"?lang=%s\" lang=\"%s\" hreflang=\"%s\">%s</a></p></header>\n"
                        .formatted(
                                persian ? "en" : "fa",
                                persian ? "en" : "fa",
                                persian ? "en" : "fa",
                                persian ? "English" : "فارسی"));
        page.append("<main>\n");
        begin(page, words);
        for (var group : Operation.Group.values()) {
            page.append("<section aria-labelledby=\"%s\">\n<h2 id=\"%s\">%s</h2>\n"
                    .formatted(group.id(), group.id(), escape(words.word("api.group." + group.id()))));
            operations.stream()
                    .filter(operation -> operation.group() == group)
                    .forEach(operation -> operation(page, operation, words));
            page.append("</section>\n");
        }
        problems(page, words);
        return page.append("</main>\n</body>\n</html>\n").toString();
    }

    private void begin(StringBuilder page, Messages words) {
        page.append("<section>\n<p>%s</p>\n".formatted(escape(words.word("api.page.token"))));
        page.append(code("curl -H \"Authorization: Bearer $TOKEN\" " + server.get() + "/me"));
        for (String key : List.of("conditions", "keys", "limits", "pages")) {
            page.append("<p>%s</p>\n".formatted(escape(words.word("api.page." + key, wanted.requestsPerMinute()))));
        }
        if (wanted.publicReading()) {
            page.append("<p>%s</p>\n".formatted(escape(words.word("api.page.public"))));
        }
        page.append("</section>\n");
    }

    private void operation(StringBuilder page, Operation operation, Messages words) {
        page.append("<article id=\"%s\">\n<h3>%s</h3>\n"
                .formatted(operation.id(), escape(words.word(operation.messageKey()))));
        page.append("<p class=\"line\" dir=\"ltr\"><b>%s</b> <code>%s%s</code></p>\n"
                .formatted(operation.method(), Api.PREFIX, escape(operation.path())));
        if (!operation.scopes().isEmpty()) {
            String scopes = operation.scopes().stream()
                    .sorted()
                    .map(scope -> "<code>" + scope.id() + "</code>")
                    .collect(Collectors.joining(" / "));
            page.append("<p class=\"quiet\">%s %s</p>\n".formatted(escape(words.word("api.page.scope")), scopes));
        }
        if (operation.parameters().stream().anyMatch(parameter -> parameter.in().equals("query"))) {
            page.append("<p class=\"quiet\">%s <bdi dir=\"ltr\">%s</bdi></p>\n"
                    .formatted(
                            escape(words.word("api.page.parameters")),
                            operation.parameters().stream()
                                    .filter(parameter -> parameter.in().equals("query"))
                                    .map(parameter -> "<code>" + parameter.name() + "</code>")
                                    .collect(Collectors.joining(" "))));
        }
        page.append(code(curl(operation))).append("</article>\n");
    }

    private String curl(Operation operation) {
        var line = new StringBuilder("curl");
        if (!operation.method().equals("GET")) {
            line.append(" -X ").append(operation.method());
        }
        if (!(operation.open() && wanted.publicReading())) {
            line.append(" -H \"Authorization: Bearer $TOKEN\"");
        }
        if (operation.conditional()) {
            line.append(" -H 'If-Match: \"7-0\"'");
        }
        operation.body().ifPresent(sent -> {
            if (sent.schema().isEmpty()) {
                line.append(" --data-binary @bridge.jpg -H 'Content-Type: image/jpeg'");
            } else {
                line.append(" \\\n  -H 'Content-Type: application/json' --data '")
                        .append(operation.example())
                        .append('\'');
            }
        });
        return line + " \\\n  "
                + server.get()
                + operation
                        .path()
                        .replace("{number}", "1001")
                        .replace("{picture}", "01947f5e-7c00-7000-8000-000000000001")
                + (operation.id().equals("search") ? "?q=%D9%BE%D9%84" : "");
    }

    private static void problems(StringBuilder page, Messages words) {
        page.append("<section aria-labelledby=\"problems\">\n<h2 id=\"problems\">%s</h2>\n<dl>\n"
                .formatted(escape(words.word("api.page.problems"))));
        for (var kind : ApiProblem.Kind.values()) {
            page.append("<dt id=\"problem-%s\"><bdi dir=\"ltr\"><code>%s</code> %d</bdi></dt><dd>%s</dd>\n"
                    .formatted(kind.id(), kind.id(), kind.status(), escape(words.word(kind.messageKey()))));
        }
        page.append("</dl>\n</section>\n");
    }

    private static String code(String text) {
        return "<pre dir=\"ltr\" tabindex=\"0\"><code>%s</code></pre>\n".formatted(escape(text));
    }
}
