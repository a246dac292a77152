package news.titr.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.titr.http.Parameters;
import news.titr.http.Request;
import news.titr.http.Response;

/** A request and the route that it belongs to, as the server would find it, without a server. */
record Asked(Route route, Request request) {

    static Asked of(List<Route> routes, String uri) {
        return of(routes, uri, Map.of());
    }

    /** @param headers their names in lower case */
    static Asked of(List<Route> routes, String uri, Map<String, String> headers) {
        var given = new HashMap<String, List<String>>();
        headers.forEach((name, value) -> given.put(name, List.of(value)));
        String path = uri.replaceFirst("\\?.*", "");
        for (var route : routes) {
            String pattern = route.isRegularExpression()
                    ? route.path()
                    : "^" + route.path().replaceAll(":([a-z]+)", "(?<$1>[^/]+)") + "$";
            var match = Pattern.compile(pattern).matcher(path);
            if (route.methods().contains("GET") && match.find()) {
                return new Asked(route, request(uri, parameters(match), new Parameters(given)));
            }
        }
        return new Asked(
                Route.get(path, _ -> Response.text(404, "")), request(uri, Parameters.NONE, new Parameters(given)));
    }

    private static Parameters parameters(Matcher match) {
        var values = new HashMap<String, List<String>>();
        match.namedGroups().forEach((name, group) -> {
            if (match.group(group) != null) {
                values.put(name, List.of(match.group(group)));
            }
        });
        return new Parameters(values);
    }

    static Request request(String uri, Parameters route, Parameters headers) {
        int mark = uri.indexOf('?');
        var query = new HashMap<String, List<String>>();
        if (mark >= 0) {
            String[] parts = uri.substring(mark + 1).split("=", 2);
            query.put(parts[0], List.of(parts[1]));
        }
        return new Request(
                "GET",
                mark < 0 ? uri : uri.substring(0, mark),
                route,
                new Parameters(query),
                Parameters.NONE,
                headers,
                Parameters.NONE,
                new byte[0],
                List.of(),
                "192.0.2.7",
                false);
    }
}
