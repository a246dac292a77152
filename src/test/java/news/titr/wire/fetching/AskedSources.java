package news.titr.wire.fetching;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import news.titr.World;
import news.titr.audit.Action;
import news.titr.audit.AuditQuery;
import news.titr.audit.Detail;
import news.titr.audit.Subject;
import news.titr.http.OtherServers;
import news.titr.http.PrivateServers;
import news.titr.people.Actor;
import news.titr.people.Verdict;
import news.titr.sources.WireSource;
import news.titr.sources.WireSources;
import news.titr.story.Arrival;
import news.titr.story.Arriving;
import news.titr.story.Content;
import news.titr.story.Story;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Sources that listen in this process and files in real folders, asked as the program asks them. */
abstract class AskedSources {

    static final String LONG = "مرمت پل سه سال طول کشید و هزینهٔ آن را شهرداری و مردم با هم پرداخته\u200Cاند.";

    final World world = new World();
    final Actor chief = world.chiefEditor();
    final HttpServer other = listening();
    final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
    volatile Answering answering = exchange -> send(exchange, 404, "");
    final Arriving arriving = new Arriving(world.database, world.ids, world.clock, world.drafting, world.publishing);

    @TempDir
    Path folder;

    /** How the other server answers. */
    interface Answering {
        void to(HttpExchange exchange) throws IOException;
    }

    @AfterEach
    void close() {
        other.stop(0);
        world.close();
    }

    HttpServer listening() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                asked.add(exchange.getRequestHeaders().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, header -> header.getValue().getFirst())));
                answering.to(exchange);
                exchange.close();
            });
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    void answer(String body) {
        answering = exchange -> send(exchange, 200, body);
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    WireSources sources() {
        return new WireSources(
                world.database, world.ids, world.clock, world.sections, world.people, Optional.of(folder));
    }

    WireFetching fetching(PrivateServers allowed) {
        return fetching(new OtherServers(allowed, "Titr"));
    }

    WireFetching fetching(OtherServers servers) {
        return new WireFetching(
                sources(),
                arriving,
                world.sections,
                world.clock,
                ZoneId.of("Asia/Tehran"),
                servers,
                edition -> "منبع " + edition + " آن را پس گرفت");
    }

    WireFetching.Report fetch(WireSource source) {
        return fetching(PrivateServers.ALL).fetch(source.id()).orElseThrow();
    }

    WireSource added(Wished wished) {
        return added(chief, wished);
    }

    WireSource added(Actor actor, Wished wished) {
        if (sources().add(actor, wished.wish()) instanceof Verdict.Done<WireSource>(var source)) {
            return source;
        }
        throw new AssertionError(sources().add(actor, wished.wish()).toString());
    }

    WireSource now(WireSource source) {
        return sources().all(chief).orElseThrow().stream()
                .filter(each -> each.id().equals(source.id()))
                .findFirst()
                .orElseThrow();
    }

    Duration wait(WireSource source) {
        return Duration.between(world.clock.instant(), now(source).state().dueAt());
    }

    Story story(WireSource source, String item) {
        var number = world.database.read(
                read -> read.createQuery("SELECT story FROM wire_item WHERE origin = :origin AND item = :item")
                        .bind("origin", source.origin())
                        .bind("item", item)
                        .mapTo(Long.class)
                        .one());
        return world.newsroom.story(number).orElseThrow();
    }

    Content content(Story story) {
        return world.newsroom.open(story.number()).orElseThrow().revision().content();
    }

    Detail audited(Story story, Action action) {
        return world.database.read(read -> AuditQuery.about(Subject.story(story.number()), Set.of(action))
                .read(read, AuditQuery.After.START, 10)
                .getFirst()
                .detail());
    }

    Wished wish(String path) {
        return new Wished(WireSource.Wish.usual(World.EDITION))
                .named("پل\u200Cنیوز")
                .at(
                        path.isEmpty()
                                ? ""
                                : "http://localhost:" + other.getAddress().getPort() + path)
                .credited("خبرگزاری پل");
    }

    /** A wish, changed part by part. */
    record Wished(WireSource.Wish wish) {
        private Wished changed(
                String name,
                String address,
                String mapping,
                String rights,
                boolean tags,
                Arrival.Rule rule,
                int most,
                int kept) {
            return new Wished(new WireSource.Wish(
                    name,
                    address,
                    wish.format(),
                    10,
                    wish.edition(),
                    "city",
                    mapping,
                    wish.credit(),
                    rights,
                    true,
                    tags,
                    rule,
                    most,
                    kept));
        }

        Wished named(String name) {
            return changed(
                    name, wish.address(), wish.mapping(), wish.rights(), wish.tags(), wish.rule(), wish.most(), 0);
        }

        Wished at(String address) {
            return changed(
                    wish.name(), address, wish.mapping(), wish.rights(), wish.tags(), wish.rule(), wish.most(), 0);
        }

        Wished credited(String credit) {
            return new Wished(new WireSource.Wish(
                    wish.name(),
                    wish.address(),
                    wish.format(),
                    10,
                    wish.edition(),
                    "city",
                    "",
                    credit,
                    "",
                    true,
                    false,
                    wish.rule(),
                    wish.most(),
                    0));
        }

        Wished rights(String rights) {
            return changed(
                    wish.name(), wish.address(), wish.mapping(), rights, wish.tags(), wish.rule(), wish.most(), 0);
        }

        Wished mapping(String mapping) {
            return changed(
                    wish.name(), wish.address(), mapping, wish.rights(), wish.tags(), wish.rule(), wish.most(), 0);
        }

        Wished tags() {
            return changed(
                    wish.name(), wish.address(), wish.mapping(), wish.rights(), true, wish.rule(), wish.most(), 0);
        }

        Wished rule(Arrival.Rule rule) {
            return changed(
                    wish.name(), wish.address(), wish.mapping(), wish.rights(), wish.tags(), rule, wish.most(), 0);
        }

        Wished most(int most) {
            return changed(
                    wish.name(), wish.address(), wish.mapping(), wish.rights(), wish.tags(), wish.rule(), most, 0);
        }

        Wished kept(int days) {
            return changed(
                    wish.name(),
                    wish.address(),
                    wish.mapping(),
                    wish.rights(),
                    wish.tags(),
                    wish.rule(),
                    wish.most(),
                    days);
        }
    }

    static String rss(String... items) {
        return "<rss version=\"2.0\"><channel><title>پل</title>" + String.join("", items) + "</channel></rss>";
    }

    static String item(String id, String headline, String text, String... categories) {
        var written = new StringBuilder("<item><guid>" + id + "</guid><title>" + headline
                + "</title><link>https://pol.example/" + id + "</link><description>" + text + "</description>");
        for (String category : categories) {
            written.append("<category>").append(category).append("</category>");
        }
        return written.append("</item>").toString();
    }

    static String ninjs(String version, String headline, String text, String status) {
        return """
                {"uri":"1","type":"text","version":"%s","headline":"%s","pubstatus":"%s","body_xhtml":"<p>%s</p>"}\
                """.formatted(version, headline, status, text);
    }

    static String newsml(String version, String headline, String status) {
        return """
                <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="1" version="%s">
                <itemMeta><pubStatus qcode="stat:%s"/></itemMeta>
                <contentMeta><headline>%s</headline></contentMeta>
                <contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>%s</p></body></html></inlineXML></contentSet>
                </newsItem>""".formatted(version, status, headline, LONG);
    }
}
