package news.titr.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import news.titr.TitrProcess;
import news.titr.TitrProcess.Home;

/**
 * What ten thousand readers who keep their connection open cost the 64 who are reading: the 99th hundredth of a page from memory, without
 * them and with them, and whether each of them still gets a page afterwards. Then more requests at once than are let in, for pages that
 * must be made: how many were made, how many were sent away, and whether the server is as quick as before when it is over.
 * {@code --idle N} (10,000), {@code --seconds N} for each run (6).
 */
final class IdleBench {

    private static final Pattern HUNDREDTH = Pattern.compile("99%\\s+([0-9.]+)(us|ms|s)");
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s*([0-9.]+)");
    private static final Pattern REFUSED = Pattern.compile("Non-2xx or 3xx responses: ([0-9]+)");
    private static final Pattern BROKEN = Pattern.compile("Socket errors:[^\n]*");
    private static final Pattern ALL = Pattern.compile("([0-9]+) requests in");

    private final URI address;
    private final TitrProcess titr;

    private IdleBench(TitrProcess titr) {
        this.titr = titr;
        address = URI.create(titr.address);
    }

    private record Run(double rate, double p99, long requests, long refused, String broken) {}

    public static void main(String[] arguments) throws Exception {
        int idle = Integer.parseInt(option(List.of(arguments), "--idle", "10000"));
        int seconds = Integer.parseInt(option(List.of(arguments), "--seconds", "6"));
        try (var titr = TitrProcess.start(Home.sample(), "demo")) {
            new IdleBench(titr).measure(idle, seconds);
        }
    }

    private void measure(int idle, int seconds) throws Exception {
        String story = titr.get("/news/1057").headers().firstValue("Location").orElseThrow();
        load(64, seconds * 2, story);
        var alone = new ArrayList<Double>();
        var beside = new ArrayList<Double>();
        for (int i = 0; i < 3; i++) {
            alone.add(load(64, seconds, story).p99());
        }
        var connections = new ArrayList<SocketChannel>();
        for (int i = 0; i < idle; i++) {
            var connection = SocketChannel.open(new InetSocketAddress(address.getHost(), address.getPort()));
            connections.add(connection);
            ask(connection);
        }
        System.out.printf("%d connections open, server %d MB%n", idle, titr.residentBytes() >> 20);
        for (int i = 0; i < 3; i++) {
            var run = load(64, seconds, story);
            beside.add(run.p99());
            if (run.refused() > 0 || !run.broken().isEmpty()) {
                System.out.println("errors: " + run);
            }
        }
        var lost = new TreeMap<String, Integer>();
        for (var connection : connections) {
            try {
                ask(connection);
            } catch (IOException e) {
                lost.merge(String.valueOf(e.getMessage()), 1, Integer::sum);
            }
            connection.close();
        }
        System.out.printf(
                "99%%: alone %.2f ms, beside %d idle ones %.2f ms, ratio %.2f, %s; connections lost: %s%n",
                median(alone),
                idle,
                median(beside),
                median(beside) / median(alone),
                Target.atMost(median(beside) / median(alone), 5),
                lost);
        var flood = load(2_000, seconds, "/search?q=%D8%B4%D9%87%D8%B1&n=1");
        System.out.printf(
                "2,000 at once, pages made anew: %d answered, %d sent away with 503, 99%% %.0f ms, broken: %s%n",
                flood.requests() - flood.refused(), flood.refused(), flood.p99(), flood.broken());
        System.out.printf(
                "after it, 64 at once: 99%% %.2f ms, server %d MB%n",
                load(64, seconds, story).p99(), titr.residentBytes() >> 20);
    }

    /** One request and the head of its answer, on a connection that stays open. */
    private static void ask(SocketChannel connection) throws IOException {
        connection.write(ByteBuffer.wrap(
                "HEAD /latest HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
        var answer = new StringBuilder();
        var buffer = ByteBuffer.allocate(4096);
        while (answer.indexOf("\r\n\r\n") < 0) {
            buffer.clear();
            if (connection.read(buffer) < 0) {
                throw new IOException("closed");
            }
            answer.append(new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1));
        }
        if (!answer.toString().startsWith("HTTP/1.1 200")) {
            throw new IOException(answer.substring(0, 20));
        }
    }

    private Run load(int connections, int seconds, String path) throws Exception {
        var process = new ProcessBuilder(
                        "wrk",
                        "-t2",
                        "-c" + connections,
                        "-d" + seconds + "s",
                        "--latency",
                        "--timeout",
                        "10s",
                        "-H",
                        "Accept-Encoding: gzip",
                        titr.address + path)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var hundredth = HUNDREDTH.matcher(said);
        var rate = RATE.matcher(said);
        var all = ALL.matcher(said);
        if (!hundredth.find() || !rate.find() || !all.find()) {
            throw new IllegalStateException(said);
        }
        double unit = switch (hundredth.group(2)) {
            case "us" -> 0.001;
            case "ms" -> 1;
            default -> 1000;
        };
        var refused = REFUSED.matcher(said);
        var broken = BROKEN.matcher(said);
        return new Run(
                Double.parseDouble(rate.group(1)),
                Double.parseDouble(hundredth.group(1)) * unit,
                Long.parseLong(all.group(1)),
                refused.find() ? Long.parseLong(refused.group(1)) : 0,
                broken.find() ? broken.group() : "");
    }

    private static double median(List<Double> values) {
        values.sort(null);
        return values.get(values.size() / 2);
    }

    private static String option(List<String> given, String name, String usual) {
        int at = given.indexOf(name);
        return at >= 0 && at + 1 < given.size() ? given.get(at + 1) : usual;
    }
}
