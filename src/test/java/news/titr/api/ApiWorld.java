package news.titr.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.titr.TestDatabase;
import news.titr.World;
import news.titr.http.Parameters;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.language.Language;
import news.titr.media.FolderBlobs;
import news.titr.media.PictureLibrary;
import news.titr.media.Pictures;
import news.titr.media.Programs;
import news.titr.people.Actor;
import news.titr.people.Person;
import news.titr.people.Role;
import news.titr.people.Scope;
import news.titr.people.Tokens;
import news.titr.people.Verdict;
import news.titr.search.Indexing;
import news.titr.story.Masthead;
import news.titr.story.SiteSettings;
import news.titr.wire.html.HtmlBlocks;
import news.titr.wire.html.HtmlSurroundings;

/** The small newspaper of the tests with its API open, and somebody who asks it. */
final class ApiWorld implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();
    static final String SITE = World.SITE.toString();

    final World world = new World();
    final Tokens tokens = new Tokens(world.database, world.ids, world.clock);
    final SiteSettings settings = SiteSettings.of(
            new Masthead("کرانه", "", World.SITE, ZoneId.of("Asia/Tehran"), Language.PERSIAN, List.of()));
    final Indexing indexing = new Indexing(world.database, world.liveStories, TestDatabase.temporaryFolder(), _ -> {});
    final Api api;

    ApiWorld() {
        this(ApiSettings.USUAL);
    }

    ApiWorld(ApiSettings wanted) {
        var blobs = new FolderBlobs(TestDatabase.temporaryFolder());
        var pictures = new Pictures(world.database, blobs, world.clock, Programs.NONE);
        api = new Api(
                new Api.Parts(
                        world.database,
                        world.clock,
                        () -> settings,
                        tokens,
                        world.people,
                        world.liveStories,
                        world.labels,
                        indexing::index,
                        world.newsroom,
                        world.drafting,
                        world.publishing,
                        world.workflow,
                        pictures,
                        new PictureLibrary(
                                world.database, pictures, blobs, world.ids, world.clock, ZoneId.of("Asia/Tehran")),
                        html -> new HtmlBlocks(HtmlSurroundings.NONE).read(html).body(),
                        TestDatabase.temporaryFolder()),
                wanted);
    }

    /** A token that may do all that a chief editor may. */
    String token() {
        return token(Role.CHIEF_EDITOR, EnumSet.allOf(Scope.class));
    }

    String token(Role role, Set<Scope> scopes) {
        return issued(role, scopes, Optional.empty()).secret();
    }

    Tokens.Issued issued(Role role, Set<Scope> scopes, Optional<Duration> good) {
        String email = role.id() + "@example.org";
        Person person =
                world.people.withEmail(email).orElseGet(() -> world.people.add(email, "سردبیر " + role.id(), role));
        var verdict = tokens.issue(
                new Actor.Technician(), "برنامهٔ آزمون", person.id(), scopes, good.map(world.clock.instant()::plus));
        if (verdict instanceof Verdict.Done<Tokens.Issued>(var issued)) {
            return issued;
        }
        throw new AssertionError(verdict.toString());
    }

    /** A request that can be said one thing after the other. */
    final class Ask {
        private final String method;
        private final String address;
        private final Map<String, String> headers = new LinkedHashMap<>();
        private byte[] body = new byte[0];

        Ask(String method, String address) {
            this.method = method;
            this.address = address;
        }

        Ask with(String token) {
            return header("Authorization", "Bearer " + token);
        }

        Ask header(String name, String value) {
            headers.put(name.toLowerCase(Locale.ROOT), value);
            return this;
        }

        Ask json(String sent) {
            body = sent.getBytes(StandardCharsets.UTF_8);
            return header("Content-Type", "application/json");
        }

        Ask bytes(String type, byte[] sent) {
            body = sent;
            return header("Content-Type", type);
        }

        String address() {
            return address;
        }

        Answer go() {
            return new Answer(api.answer(request(method, address, headers, body)));
        }
    }

    Ask get(String address) {
        return new Ask("GET", address);
    }

    Ask ask(String method, String address) {
        return new Ask(method, address);
    }

    record Answer(Response response) {
        int status() {
            return response.status();
        }

        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        String header(String name) {
            return response.header(name);
        }

        JsonNode json() {
            try {
                return JSON.readTree(text());
            } catch (JsonProcessingException e) {
                throw new AssertionError(text(), e);
            }
        }
    }

    /** @param address a path below the API or in full, with its query */
    static Request request(String method, String address, Map<String, String> headers, byte[] body) {
        var uri = URI.create(address.startsWith("/api") || address.startsWith("http") ? address : Api.PREFIX + address);
        var query = new LinkedHashMap<String, List<String>>();
        for (String each : Optional.ofNullable(uri.getRawQuery()).orElse("").split("&", -1)) {
            if (!each.isEmpty()) {
                var parts = each.split("=", 2);
                query.computeIfAbsent(parts[0], _ -> new ArrayList<>())
                        .add(URLDecoder.decode(parts.length > 1 ? parts[1] : "", StandardCharsets.UTF_8));
            }
        }
        var named = new LinkedHashMap<String, List<String>>();
        headers.forEach((name, value) -> named.put(name.toLowerCase(Locale.ROOT), List.of(value)));
        return new Request(
                method,
                uri.getPath(),
                Parameters.NONE,
                new Parameters(query),
                Parameters.NONE,
                new Parameters(named),
                Parameters.NONE,
                body,
                List.of(),
                "192.0.2.9",
                true);
    }

    @Override
    public void close() {
        indexing.close();
        world.close();
    }
}
