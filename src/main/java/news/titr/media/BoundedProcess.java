package news.titr.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs a program of another's on a file that nobody trusts: with a limit to its time, its memory, and what it may write;
 * with an empty environment, and at the mercy of the rest of the machine.
 */
final class BoundedProcess {

    private static final Path SHELL = Path.of("/bin/sh");
    private static final int MOST_OUTPUT = 256 << 10;

    /** The shell sets the limits and then becomes the program; nothing of ours is a command to it. */
    private static final String LIMITED = "ulimit -c 0; ulimit -t \"$1\"; ulimit -f \"$2\";"
            + " [ \"$3\" = 0 ] || ulimit -v \"$3\" 2>/dev/null; n=$4; shift 4; exec nice -n \"$n\" \"$@\"";

    private BoundedProcess() {}

    /**
     * @param memory the most address space in bytes; zero for a program that limits itself
     * @param written the largest file it may write, in bytes
     * @param patient true for what nobody waits for
     */
    record Limits(Duration time, long memory, long written, boolean patient) {
        Limits whenever() {
            return new Limits(time.multipliedBy(4), memory, written, true);
        }
    }

    /** What came of it; {@code complaint} is the first line that it complained with. */
    record Result(int code, String output, String complaint) {
        boolean good() {
            return code == 0;
        }
    }

    /** @throws NotAPicture when the time is over */
    static Result run(Path folder, Limits limits, List<String> command) {
        try {
            return run(folder, limits, command, Files.createTempFile(folder, "said", ".txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(command.getFirst() + " could not be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + command.getFirst(), e);
        }
    }

    private static Result run(Path folder, Limits limits, List<String> command, Path complaints)
            throws IOException, InterruptedException {
        var process = new ProcessBuilder(limited(limits, command))
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectError(complaints.toFile());
        var environment = process.environment();
        environment.clear();
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("HOME", folder.toString());
        environment.put("TMPDIR", folder.toString());
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("VIPS_BLOCK_UNTRUSTED", "1");
        environment.put("VIPS_CONCURRENCY", "1");
        environment.put("MALLOC_ARENA_MAX", "2");
        var running = process.start();
        var output = new StringBuilder();
        var reader = Thread.ofVirtual().start(() -> output.append(drain(running.getInputStream())));
        try {
            if (!running.waitFor(limits.time().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new NotAPicture(MediaProblem.Kind.TOO_SLOW);
            }
            reader.join();
            try (var said = Files.newInputStream(complaints)) {
                return new Result(
                        running.exitValue(),
                        output.toString(),
                        new String(said.readNBytes(2000), StandardCharsets.UTF_8)
                                .lines()
                                .findFirst()
                                .orElse(""));
            }
        } finally {
            running.descendants().forEach(ProcessHandle::destroyForcibly);
            running.destroyForcibly().waitFor();
            Files.deleteIfExists(complaints);
        }
    }

    private static List<String> limited(Limits limits, List<String> command) {
        if (!Files.isExecutable(SHELL)) {
            return command;
        }
        var all = new ArrayList<>(List.of(
                SHELL.toString(),
                "-c",
                LIMITED,
                "sh",
                Long.toString(limits.time().toSeconds() + 1),
                // in blocks of 512 bytes; memory in units of 1,024
                Long.toString(limits.written() / 512),
                Long.toString(limits.memory() / 1024),
                limits.patient() ? "15" : "2"));
        all.addAll(command);
        return all;
    }

    private static String drain(InputStream stream) {
        try (stream) {
            String kept = new String(stream.readNBytes(MOST_OUTPUT), StandardCharsets.UTF_8);
            stream.skip(Long.MAX_VALUE);
            return kept;
        } catch (IOException e) {
            return "";
        }
    }
}
