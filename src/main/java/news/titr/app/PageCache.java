package news.titr.app;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import news.titr.db.Database;
import news.titr.db.Dependencies;
import news.titr.db.Outbox;
import news.titr.http.Parameters;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.site.ReaderCount;
import news.titr.story.ReaderChanges;
import news.titr.story.SiteKeeping;
import org.jboss.logging.Logger;

/**
 * Pages as bytes, made once for each change and served on the event loop. A page is dropped by the changes that touch what it was
 * made from ({@link Dependencies}): of this process before whoever made the change goes on, of others as soon as they are
 * heard of. What is made while something changes is served, but not kept.
 */
final class PageCache {

    private static final Logger LOG = Logger.getLogger(PageCache.class);

    /** Of pages, in all ways in which they were asked for, together. */
    private static final long MOST_BYTES = 32 << 20;

    private static final int LARGEST = 2 << 20;

    /** What a page costs beside its bytes, about. */
    private static final int OVERHEAD = 1_500;

    private static final int AT_A_TIME = 500;

    /** Changes that are remembered, for pages that were begun before them. */
    private static final int REMEMBERED = 256;

    /** Addresses that a page of the site has written somewhere; any other query makes no page of its own. */
    private static final Pattern ADDRESS = Pattern.compile("/[^?#]*(\\?(after|entry)=[0-9a-f-]{1,60})?");

    private final Database database;
    private final InstantSource clock;
    private final SiteKeeping settings;
    private final ReaderCount readers;
    private final CdnSettings cdn;

    private final Map<String, Kept> pages = new ConcurrentHashMap<>();
    private final Map<String, Making> making = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong uses = new AtomicLong();

    /** Guards the position, the remembered changes, and what is put among the pages. */
    private final Object changing = new Object();

    private final Deque<Change> remembered = new ArrayDeque<>();
    private long position;
    private volatile long changes;

    private record Change(long number, ReaderChanges.Touched touched) {}

    /** @param begun how many changes there had been when it was begun */
    private record Making(long begun, CompletableFuture<Response> response) {}

    /** A page, ready for the wire in the ways that were asked for. */
    private static final class Kept {

        /** The first way that was asked for; the others are made of it. */
        private final ContentCoding first;

        private final Map<ContentCoding, Ready> ready = new ConcurrentHashMap<>();
        /** The tag of the page as it is, from which those of the others come. */
        private final String tag;

        private final boolean compressible;
        private final Set<String> keys;
        private final long validUntil;
        private final Optional<Consumer<UnaryOperator<String>>> counting;
        private volatile long size;
        private volatile long used;

        /** @param prepared as it is sent in this coding */
        Kept(
                ContentCoding coding,
                Response prepared,
                boolean compressible,
                Set<String> keys,
                Instant validUntil,
                Optional<Consumer<UnaryOperator<String>>> counting) {
            first = coding;
            ready.put(coding, Ready.of(prepared));
            tag = prepared.header("ETag").replaceFirst("-" + coding.token() + "\"$", "\"");
            this.compressible = compressible;
            this.keys = keys;
            this.validUntil = validUntil.toEpochMilli();
            this.counting = counting;
            size = OVERHEAD + prepared.body().length + 60L * keys.size();
        }

        boolean isTouched(ReaderChanges.Touched touched) {
            return touched.everything() || touched.keys().stream().anyMatch(keys::contains);
        }

        ContentCoding coding(String offered) {
            return compressible ? ContentCoding.chosen(offered) : ContentCoding.IDENTITY;
        }

        byte[] plain() {
            return first.decode(ready(first).body.getBytes());
        }

        Ready ready(ContentCoding coding) {
            return Objects.requireNonNull(ready.get(coding));
        }

        /** Makes the page ready in this coding as well, and answers how many bytes that took. */
        synchronized long prepare(ContentCoding coding) {
            if (ready.containsKey(coding)) {
                return 0;
            }
            var headers = new ArrayList<>(ready(first).headers);
            headers.removeIf(
                    header -> header.name().equals("ETag") || header.name().equals("Content-Encoding"));
            headers.add(new Response.Header("ETag", Delivery.tagOf(tag, coding)));
            if (coding != ContentCoding.IDENTITY) {
                headers.add(new Response.Header("Content-Encoding", coding.token()));
            }
            var made = Ready.of(new Response(200, headers, new Response.Content.Bytes(coding.encode(plain()))));
            ready.put(coding, made);
            size += made.body.length();
            return made.body.length();
        }
    }

    /**
     * A page as it is sent.
     *
     * @param fields its headers and its length, as the wire takes them
     * @param unchanged the same for whoever has the page already
     */
    private record Ready(
            List<Response.Header> headers, List<Field> fields, List<Field> unchanged, Buffer body, String tag) {

        private record Field(CharSequence name, CharSequence value) {
            static Field of(String name, String value) {
                return new Field(HttpHeaders.createOptimized(name), HttpHeaders.createOptimized(value));
            }
        }

        static Ready of(Response response) {
            var body = Buffer.buffer(response.body());
            var fields = new ArrayList<Field>();
            var unchanged = new ArrayList<Field>();
            for (var header : response.headers()) {
                var field = Field.of(header.name(), header.value());
                fields.add(field);
                if (!header.name().equals("Content-Type") && !header.name().equals("Content-Encoding")) {
                    unchanged.add(field);
                }
            }
            fields.add(Field.of("Content-Length", Integer.toString(body.length())));
            return new Ready(
                    response.headers(), List.copyOf(fields), List.copyOf(unchanged), body, response.header("ETag"));
        }

        Response response() {
            return new Response(200, headers, new Response.Content.Bytes(body.getBytes()));
        }

        private static void write(List<Field> fields, HttpServerResponse out) {
            var headers = out.headers();
            for (var field : fields) {
                headers.add(field.name(), field.value());
            }
        }
    }

    PageCache(Newspaper newspaper) {
        database = newspaper.database;
        clock = newspaper.clock;
        settings = newspaper.siteKeeping;
        readers = new ReaderCount(newspaper.mostRead);
        cdn = newspaper.settings.cdn();
        position = database.read(Outbox::newest);
        database.afterCommit(this::catchUp);
        newspaper.signals.onCommitted(_ -> catchUp());
    }

    // ---- on the event loop

    /** Answers from the bytes, or hands on. */
    void serve(RoutingContext exchange) {
        var request = exchange.request();
        var method = request.method();
        if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
            exchange.next();
            return;
        }
        var kept = pages.get(request.uri());
        if (kept == null || kept.validUntil <= clock.millis()) {
            exchange.next();
            return;
        }
        var ready = kept.ready.get(kept.coding(header(request, "Accept-Encoding")));
        if (ready == null) {
            exchange.next();
            return;
        }
        kept.used = uses.incrementAndGet();
        var out = exchange.response();
        String condition = request.getHeader("If-None-Match");
        if (condition != null && Delivery.matches(condition, ready.tag)) {
            Ready.write(ready.unchanged, out);
            out.setStatusCode(304).end();
            return;
        }
        Ready.write(ready.fields, out);
        if (method == HttpMethod.HEAD) {
            out.end();
            return;
        }
        kept.counting.ifPresent(counting -> counting.accept(name -> header(request, name)));
        out.end(ready.body);
    }

    private static String header(HttpServerRequest request, String name) {
        String value = request.getHeader(name);
        return value == null ? "" : value;
    }

    // ---- on virtual threads

    /** Makes a page, once for all who ask meanwhile, and keeps it if it may be kept. */
    Response get(String uri, Request request, Route.Page page) {
        if (!request.method().equals("GET") || !ADDRESS.matcher(uri).matches()) {
            return page.answer(request);
        }
        var kept = pages.get(uri);
        if (kept != null && kept.validUntil > clock.millis()) {
            return inAnotherCoding(kept, request);
        }
        long begun = changes;
        var mine = new Making(begun, new CompletableFuture<>());
        // one that was begun before the last change may show what is no longer so
        var found = making.compute(uri, (_, there) -> there != null && there.begun() == changes ? there : mine);
        if (found != mine) {
            return joined(found);
        }
        try {
            var dependencies = new Dependencies();
            var response = dependencies.record(() -> page.answer(request));
            mine.response().complete(response);
            return keep(uri, request, response, dependencies, begun);
        } catch (Throwable problem) {
            mine.response().completeExceptionally(problem);
            throw problem;
        } finally {
            making.remove(uri, mine);
        }
    }

    private static Response joined(Making making) {
        try {
            return making.response().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException problem ? problem : e;
        }
    }

    private Response inAnotherCoding(Kept kept, Request request) {
        kept.counting.ifPresent(
                counting -> counting.accept(name -> request.header(name).orElse("")));
        var coding = kept.coding(request.header("Accept-Encoding").orElse(""));
        bytes.addAndGet(kept.prepare(coding));
        return kept.ready(coding).response();
    }

    /** Keeps a page if it may be kept, and answers it as it is to be sent. */
    private Response keep(String uri, Request request, Response response, Dependencies dependencies, long begun) {
        if (response.status() != 200
                || response.has("Set-Cookie")
                || response.header("Cache-Control").contains("no-store")
                || !(response.content() instanceof Response.Content.Bytes(var body))
                || body.length > LARGEST) {
            return response;
        }
        var coding = Delivery.coding(request, response);
        var prepared = Delivery.prepare(unconditional(request), forNetwork(response, dependencies));
        var until = midnight();
        var kept = new Kept(
                coding,
                prepared,
                Delivery.isWorthCompressing(response),
                dependencies.keys(),
                dependencies.validUntil().isBefore(until) ? dependencies.validUntil() : until,
                readers.ofKept(dependencies.keys()));
        synchronized (changing) {
            if (isStillSo(kept, begun)) {
                kept.used = uses.incrementAndGet();
                var before = pages.put(uri, kept);
                bytes.addAndGet(kept.size - (before == null ? 0 : before.size));
            }
        }
        if (bytes.get() > MOST_BYTES) {
            makeRoom();
        }
        return prepared;
    }

    /** With what a content delivery network in front of us wants to know. */
    private Response forNetwork(Response response, Dependencies dependencies) {
        if (!cdn.isThere()) {
            return response;
        }
        boolean passes = dependencies.validUntil().isBefore(Instant.MAX);
        return response.with("CDN-Cache-Control", passes ? CdnSettings.HARDLY : cdn.cacheControl())
                .with(SurrogateKeys.HEADER, SurrogateKeys.of(dependencies.keys()));
    }

    /** False for what a change has touched since it was begun, and for what nobody remembers enough to tell. */
    private boolean isStillSo(Kept kept, long begun) {
        if (begun == changes) {
            return true;
        }
        var first = remembered.peekFirst();
        return first != null
                && first.number() <= begun + 1
                && remembered.stream().noneMatch(change -> change.number() > begun && kept.isTouched(change.touched()));
    }

    /** The same, asked by somebody who has nothing of it. */
    private static Request unconditional(Request request) {
        return new Request(
                "GET",
                request.path(),
                Parameters.NONE,
                Parameters.NONE,
                Parameters.NONE,
                new Parameters(Map.of(
                        "accept-encoding",
                        List.of(request.header("Accept-Encoding").orElse("")))),
                Parameters.NONE,
                new byte[0],
                List.of(),
                "",
                false);
    }

    /** When the date above every page is another. */
    private Instant midnight() {
        var where = settings.masthead().zone();
        return LocalDate.ofInstant(clock.instant(), where)
                .plusDays(1)
                .atStartOfDay(where)
                .toInstant();
    }

    /** Throws out what was asked for least lately, a tenth at once. */
    private void makeRoom() {
        synchronized (changing) {
            var oldest = pages.entrySet().stream()
                    .sorted(Comparator.comparingLong(entry -> entry.getValue().used))
                    .toList();
            for (var entry : oldest) {
                if (bytes.get() <= MOST_BYTES / 10 * 9) {
                    return;
                }
                drop(entry.getKey(), entry.getValue());
            }
        }
    }

    private void drop(String uri, Kept kept) {
        if (pages.remove(uri, kept)) {
            bytes.addAndGet(-kept.size);
        }
    }

    // ---- changes

    /** Drops what changes have touched that nobody here has heard of yet. */
    void catchUp() {
        synchronized (changing) {
            try {
                while (true) {
                    long after = position;
                    var entries = database.read(read -> Outbox.after(read, after, AT_A_TIME));
                    if (entries.isEmpty()) {
                        return;
                    }
                    if (entries.stream().anyMatch(entry -> entry.event().equals(SiteKeeping.EVENT))) {
                        // before anybody makes a page of what they were
                        settings.refresh();
                    }
                    touch(ReaderChanges.by(database, entries));
                    position = entries.getLast().position();
                }
            } catch (RuntimeException e) {
                LOG.error("What has changed could not be read, so every page is made anew", e);
                touch(new ReaderChanges.Touched(Set.of(), true));
            }
        }
    }

    private void touch(ReaderChanges.Touched touched) {
        if (touched.keys().isEmpty() && !touched.everything()) {
            return;
        }
        changes++;
        remembered.addLast(new Change(changes, touched));
        if (remembered.size() > REMEMBERED) {
            remembered.removeFirst();
        }
        pages.forEach((uri, kept) -> {
            if (kept.isTouched(touched)) {
                drop(uri, kept);
            }
        });
    }

    /** Drops everything, for what no outbox tells: a theme that somebody works on. */
    void clear() {
        synchronized (changing) {
            touch(new ReaderChanges.Touched(Set.of(), true));
        }
    }

    /** How many pages are kept. */
    int size() {
        return pages.size();
    }

    /** What a page would be answered with from the bytes, if it is kept. */
    Optional<byte[]> kept(String uri) {
        return Optional.ofNullable(pages.get(uri))
                .filter(kept -> kept.validUntil > clock.millis())
                .map(Kept::plain);
    }
}
