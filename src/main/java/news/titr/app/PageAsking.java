package news.titr.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.titr.http.Parameters;
import news.titr.http.Request;
import news.titr.http.Response;

/** Asks for pages as a reader would, without a server between. */
final class PageAsking {

    private static final Pattern PARAMETER = Pattern.compile(":([a-z]+)");

    private final Routes routes;
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(Pattern path, Route.Page page) {}

    PageAsking(Routes routes) {
        this.routes = routes;
        for (var route : routes.all()) {
            if (route.methods().contains("GET")) {
                entries.add(new Entry(pattern(route), route.page()));
            }
        }
    }

    private static Pattern pattern(Route route) {
        return Pattern.compile(
                route.isRegularExpression()
                        ? route.path()
                        : "^"
                                + PARAMETER
                                        .matcher(route.path().replace(".", "\\."))
                                        .replaceAll("(?<$1>[^/]+)") + "/?$");
    }

    /** @param address a path, percent-encoded, and a query if it has one */
    Response get(String address) {
        int query = address.indexOf('?');
        String path = query < 0 ? address : address.substring(0, query);
        var parameters = query < 0 ? Parameters.NONE : query(address.substring(query + 1));
        for (var entry : entries) {
            var match = entry.path().matcher(path);
            if (match.find()) {
                var named = new HashMap<String, List<String>>();
                match.namedGroups()
                        .keySet()
                        .forEach(name -> Optional.ofNullable(match.group(name))
                                .ifPresent(value -> named.put(name, List.of(StaticFile.decoded(value)))));
                return entry.page().answer(request(path, new Parameters(named), parameters));
            }
        }
        return routes.missing(request(path, Parameters.NONE, parameters));
    }

    private static Parameters query(String query) {
        var values = java.util.Arrays.stream(query.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(
                        pair -> StaticFile.decoded(pair[0]),
                        pair -> List.of(StaticFile.decoded(pair[1])),
                        (first, _) -> first));
        return new Parameters(values);
    }

    private static Request request(String path, Parameters route, Parameters query) {
        return new Request(
                "GET",
                StaticFile.decoded(path),
                route,
                query,
                Parameters.NONE,
                new Parameters(Map.of()),
                Parameters.NONE,
                new byte[0],
                List.of(),
                "",
                false);
    }
}
