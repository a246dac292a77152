package news.titr.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import news.titr.TestDatabase;
import news.titr.TitrProcess;
import news.titr.TitrProcess.Home;

/**
 * How many pages a second a reader's browser could have: a story and the front page from memory, beside nginx with the same bytes
 * ready in a file; gzip, 64 connections, runs in turn, the median of each. {@code --seconds N} for each run (6), {@code --runs N}
 * (5). The load is made on the same machine, so the ratio counts.
 */
final class ServeBench {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s*([0-9.]+)");
    private static final Pattern ERRORS = Pattern.compile("Non-2xx[^\n]*|Socket errors: connect [1-9][^\n]*");

    private final int seconds;
    private final int runs;

    private ServeBench(int seconds, int runs) {
        this.seconds = seconds;
        this.runs = runs;
    }

    public static void main(String[] arguments) throws Exception {
        var given = List.of(arguments);
        new ServeBench(
                        given.contains("--seconds") ? Integer.parseInt(given.get(given.indexOf("--seconds") + 1)) : 6,
                        given.contains("--runs") ? Integer.parseInt(given.get(given.indexOf("--runs") + 1)) : 5)
                .measure();
    }

    private void measure() throws Exception {
        var folder = TestDatabase.temporaryFolder();
        int port = freePort();
        try (var titr = TitrProcess.start(Home.sample(), "demo")) {
            var pages = new LinkedHashMap<String, String>();
            pages.put("front", "/");
            pages.put(
                    "story",
                    titr.get("/news/1057").headers().firstValue("Location").orElseThrow());
            for (var page : pages.entrySet()) {
                var gzip = titr.getBytes(page.getValue(), "Accept-Encoding", "gzip");
                Files.write(folder.resolve(page.getKey() + ".html.gz"), gzip.body());
                Files.write(
                        folder.resolve(page.getKey() + ".html"),
                        titr.getBytes(page.getValue()).body());
            }
            var nginx = nginx(folder, port);
            try {
                System.out.printf("%-7s %9s %12s %12s %7s%n", "page", "bytes", "Titr /s", "nginx /s", "ratio");
                for (var page : pages.entrySet()) {
                    String ready = "http://127.0.0.1:" + port + "/" + page.getKey() + ".html";
                    row(
                            page,
                            titr.address + page.getValue(),
                            ready,
                            Files.size(folder.resolve(page.getKey() + ".html.gz")));
                }
                System.out.printf("memory of the server: %d MB%n", titr.residentBytes() >> 20);
            } finally {
                nginx.destroy();
            }
        }
    }

    private void row(Map.Entry<String, String> page, String ours, String theirs, long bytes) throws Exception {
        // both are warm before anything counts
        load(ours, seconds * 2);
        load(theirs, seconds);
        var titr = new ArrayList<Double>();
        var nginx = new ArrayList<Double>();
        for (int i = 0; i < runs; i++) {
            titr.add(load(ours, seconds));
            nginx.add(load(theirs, seconds));
        }
        double mine = median(titr);
        double other = median(nginx);
        System.out.printf(
                "%-7s %9d %12.0f %12.0f %7.2f  %s%n",
                page.getKey(), bytes, mine, other, mine / other, Target.atLeast(mine / other, 1));
    }

    private static double load(String address, int seconds) throws Exception {
        var process = new ProcessBuilder(
                        "wrk", "-t2", "-c64", "-d" + seconds + "s", "-H", "Accept-Encoding: gzip", address)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        var errors = ERRORS.matcher(said);
        var rate = RATE.matcher(said);
        if (errors.find() || !rate.find()) {
            throw new IllegalStateException(said);
        }
        return Double.parseDouble(rate.group(1));
    }

    private static Process nginx(Path folder, int port) throws IOException {
        var configuration = folder.resolve("nginx.conf");
        Files.writeString(configuration, """
                worker_processes auto;
                pid %1$s/nginx.pid;
                error_log stderr;
                daemon off;
                events { worker_connections 4096; }
                http {
                  types { text/html html; }
                  charset utf-8;
                  access_log off;
                  sendfile on;
                  tcp_nopush on;
                  keepalive_requests 1000000;
                  open_file_cache max=100;
                  client_body_temp_path %1$s; proxy_temp_path %1$s; fastcgi_temp_path %1$s; uwsgi_temp_path %1$s; scgi_temp_path %1$s;
                  server { listen 127.0.0.1:%2$d; root %1$s; gzip_static on; gzip_vary on; }
                }
                """.formatted(folder, port));
        // its workers run as somebody else, who may not look into a folder of ours
        folder.toFile().setExecutable(true, false);
        folder.toFile().setReadable(true, false);
        return new ProcessBuilder("nginx", "-c", configuration.toString(), "-p", folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static double median(List<Double> values) {
        values.sort(null);
        return values.get(values.size() / 2);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
