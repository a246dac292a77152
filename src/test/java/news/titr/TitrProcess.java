package news.titr;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The built program as users have it: commands and a running server, each a process of its own. */
public final class TitrProcess implements AutoCloseable {

    private static final Path PROGRAM = Path.of("target", "program", "app");

    /** Set by measurements: servers run as {@code bin/titr} starts them. */
    private static final boolean AS_INSTALLED = Boolean.getBoolean("titr.as-installed");

    /** For a command to end, or a server to answer: many times what either takes on a busy machine. */
    private static final Duration TOO_LONG = Duration.ofMinutes(3);

    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    /** What a finished command said. */
    public record Finished(int exitCode, String out, String complaints) {}

    private final Process server;
    private final StringBuffer heard = new StringBuffer();
    private final Home home;
    public final String address;

    private TitrProcess(Home home, Process server, String address) {
        this.home = home;
        this.server = server;
        this.address = address;
    }

    /** A newspaper in an empty folder on an empty database: what every command and server of one test shares. */
    public record Home(Path data, Map<String, String> environment) {

        public static Home fresh() {
            var environment = new TreeMap<String, String>();
            if (TestDatabase.isPostgresql()) {
                environment.put("TITR_DATABASE_URL", TestDatabase.emptyUrl());
            }
            return new Home(TestDatabase.temporaryFolder(), environment);
        }

        /**
         * The newspaper that {@code titr demo} shows. Drawing its pictures takes long, so on SQLite it is made once for
         * each build, and every test has a copy.
         */
        public static Home sample() {
            var home = fresh();
            if (!TestDatabase.isPostgresql()) {
                copy(preparedSample(), home.data());
            }
            return home;
        }

        public Home with(String variable, String value) {
            var more = new TreeMap<>(environment);
            more.put(variable, value);
            return new Home(data, more);
        }
    }

    private static Path preparedSample() {
        var target = Path.of("target");
        try (var lock = FileChannel.open(
                target.resolve("sample-newspaper.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // two classes run at a time, each in a process of its own
            lock.lock();
            long build =
                    Files.getLastModifiedTime(PROGRAM.resolveSibling("built")).toMillis();
            var sample = target.resolve("sample-newspaper-" + build);
            if (!Files.exists(sample)) {
                var unfinished = Home.fresh();
                start(unfinished, "demo").close();
                var whole = Files.createTempDirectory(target, "sample-newspaper-");
                copy(unfinished.data(), whole);
                Files.move(whole, sample, StandardCopyOption.ATOMIC_MOVE);
            }
            return sample;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var copied = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copied);
                } else {
                    Files.copy(file, copied);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command to its end. {@code --data} is added. */
    public static Finished run(Home home, String... arguments) {
        return finish(builder(home, arguments), new byte[0]);
    }

    /** Runs a command that belongs to no newspaper, with this on its standard input. */
    public static Finished runBare(byte[] input, String... arguments) {
        return finish(bare(arguments), input);
    }

    public static Finished run(Home home, byte[] input, String... arguments) {
        return finish(builder(home, arguments), input);
    }

    private static Finished finish(ProcessBuilder builder, byte[] input) {
        try {
            var process = builder.start();
            endIfItTakesTooLong(process, () -> false);
            var complaints = new ArrayList<String>();
            var reader = Thread.ofVirtual().start(() -> complaints.addAll(lines(process.getErrorStream())));
            var writer = Thread.ofVirtual().start(() -> {
                try (var stdin = process.getOutputStream()) {
                    stdin.write(input);
                } catch (IOException e) {
                    // a command that does not read closes its end
                }
            });
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            writer.join();
            reader.join();
            return new Finished(process.waitFor(), out, String.join("\n", complaints));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts a server on a free port and waits until it answers. */
    public static TitrProcess serve(Home home) {
        return start(home, "serve");
    }

    /** Starts a server where one was before, so that browsers find it again. */
    public static TitrProcess serve(Home home, int port) {
        return start(home, "serve", port);
    }

    /** Starts {@code serve} or {@code demo}. */
    public static TitrProcess start(Home home, String command) {
        return start(home, command, freePort());
    }

    private static TitrProcess start(Home home, String command, int port) {
        try {
            var process = builder(home, command, "--port", Integer.toString(port))
                    .redirectErrorStream(true)
                    .start();
            var isReady = new AtomicBoolean();
            endIfItTakesTooLong(process, isReady::get);
            var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            var said = new StringBuilder();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                said.append(line).append('\n');
                if (line.contains("is ready at")) {
                    isReady.set(true);
                    var titr = new TitrProcess(home, process, "http://localhost:" + port);
                    Thread.ofVirtual().start(() -> titr.listen(output));
                    return titr;
                }
            }
            throw new IllegalStateException("The server did not start:\n" + said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is never done fails its test, rather than keeping all the others from running. */
    private static void endIfItTakesTooLong(Process process, BooleanSupplier isDone) {
        CompletableFuture.delayedExecutor(TOO_LONG.toSeconds(), TimeUnit.SECONDS)
                .execute(() -> {
                    if (!isDone.getAsBoolean()) {
                        process.destroyForcibly();
                    }
                });
    }

    /** A process whose output nobody reads stands still when the pipe is full. */
    private void listen(BufferedReader output) {
        try {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                heard.append(line).append('\n');
            }
        } catch (IOException e) {
            // the process was ended
        }
    }

    /** What the server says, or will say within a moment, on its console. */
    public String said(Pattern wanted) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            var found = wanted.matcher(heard);
            if (found.find()) {
                return found.group();
            }
            Thread.sleep(100);
        }
        throw new AssertionError("The server never said " + wanted + ":\n" + heard);
    }

    private static ProcessBuilder builder(Home home, String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", home.data().toString()));
        var builder = bare(all.toArray(String[]::new));
        builder.environment().putAll(home.environment());
        return builder;
    }

    private static ProcessBuilder bare(String... arguments) {
        if (!Files.exists(PROGRAM)) {
            throw new IllegalStateException("The program is not built; run bin/test");
        }
        var app = realPath(PROGRAM);
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options());
        if (!AS_INSTALLED) {
            // a test's server lives too short for the best code; what is measured does not
            command.add("-XX:TieredStopAtLevel=1");
        }
        command.addAll(List.of(
                "-XX:AOTCache=" + app.resolve("titr.aot"),
                "-Xlog:aot=off",
                "-Xlog:cds=off",
                "-jar",
                app.resolve("quarkus-run.jar").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("TITR_"));
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        return builder;
    }

    /** What the program is started with when somebody installs it. */
    private static List<String> options() {
        try {
            String script = Files.readString(Path.of("bin", "lib", "java.sh"));
            var options = Pattern.compile("program_options=\\(([^)]*)\\)").matcher(script);
            if (!options.find()) {
                throw new IllegalStateException("bin/lib/java.sh no longer says how Java is started");
            }
            return List.of(options.group(1).strip().split("\\s+"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A link to the newest build: the server goes on with the one that it was started from. */
    private static Path realPath(Path link) {
        try {
            return link.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(java.io.InputStream stream) {
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                .lines()
                .toList();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // ---- asking the server

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<byte[]> getBytes(String path, String... headers) {
        return send(request(path, headers).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    public HttpResponse<String> head(String path) {
        return send(request(path).HEAD().build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Posts a form, such as {@code headline=…&lead=…}, already encoded. */
    public HttpResponse<String> post(String path, String form, String... headers) {
        var request = request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<String> postJson(String path, String json, String... headers) {
        var request = request(path, headers)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** The lines of an answer that stays open, as they come. */
    public Stream<String> lines(String path, String... headers) {
        return send(request(path, headers).GET().build(), HttpResponse.BodyHandlers.ofLines())
                .body();
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : address + path))
                .timeout(TOO_LONG);
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return HTTP.send(request, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Somebody new of the newsroom; answers the path of the link that lets them in. */
    public String invite(String email, String name, String role) {
        return linkOf(run(home, "person", "add", email, "--name", name, "--role", role));
    }

    /** Another such link for somebody who is there. */
    public String link(String email) {
        return linkOf(run(home, "person", "link", email));
    }

    private static String linkOf(Finished command) {
        if (command.exitCode() != 0) {
            throw new IllegalStateException(command.complaints());
        }
        return command.out().strip().replaceFirst("https?://[^/]+", "");
    }

    /** The memory that it takes now, in bytes (Linux). */
    public long residentBytes() {
        try {
            return Files.readAllLines(Path.of("/proc/" + server.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the process as a power cut would. */
    public void kill() {
        server.destroyForcibly();
        server.onExit().join();
    }

    /** Tells it to stop, as a machine does that is shutting down, and waits for nothing. */
    public void tellToStop() {
        server.destroy();
    }

    public boolean isRunning() {
        return server.isAlive();
    }

    /** Whether it ends within the time that those who read are given. */
    public boolean ends() throws InterruptedException {
        return server.waitFor(20, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        server.destroy();
        try {
            if (!server.waitFor(20, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
