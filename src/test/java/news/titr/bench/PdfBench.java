package news.titr.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import news.titr.doc.BlockWords;
import news.titr.doc.HtmlRenderer;
import news.titr.doc.Surroundings;
import news.titr.print.PdfStory;
import news.titr.print.SampleStories;
import news.titr.print.StoryPdf;
import news.titr.print.Typefaces;

/**
 * How long a story takes to become a PDF, beside headless Chromium printing the same text. Milliseconds, median of the
 * runs after warming up; Chromium's include its start, as a server that calls it would pay. Takes the path of Chromium as
 * its argument; without one only the engine is measured.
 */
public final class PdfBench {

    private static final int WARM_UP = 300;
    private static final int RUNS = 100;
    private static final int BROWSER_RUNS = 7;

    private PdfBench() {}

    public static void main(String[] arguments) throws Exception {
        var faces = Typefaces.load();
        var surroundings = SampleStories.surroundings();
        for (var story : new PdfStory[] {SampleStories.bridge(), SampleStories.mixed(), SampleStories.longOne()}) {
            boolean isLong = story.body().blocks().size() > 30;
            double engine =
                    median(() -> StoryPdf.render(story, surroundings, faces), isLong ? WARM_UP / 10 : WARM_UP, RUNS);
            System.out.printf(Locale.ROOT, "%s%n  engine   %7.1f ms%n", story.headline(), engine);
            if (arguments.length > 0) {
                System.out.printf(Locale.ROOT, "  chromium %7.1f ms%n", chromium(arguments[0], story));
            }
        }
    }

    private static double chromium(String browser, PdfStory story) throws Exception {
        var folder = Files.createTempDirectory("pdf-bench");
        var page = Files.writeString(folder.resolve("story.html"), html(story));
        try {
            return median(() -> print(browser, folder, page), 1, BROWSER_RUNS);
        } finally {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static int print(String browser, Path folder, Path page) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        browser,
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--print-to-pdf=" + folder.resolve("story.pdf"),
                        page.toUri().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("Chromium did not end");
        }
        return process.exitValue();
    }

    private static String html(PdfStory story) {
        return "<!doctype html><html lang=fa dir=rtl><meta charset=utf-8><title>" + story.headline() + "</title><h1>"
                + story.headline() + "</h1><p>" + story.lead() + "</p>"
                + HtmlRenderer.render(story.body(), Surroundings.NONE, BlockWords.PERSIAN);
    }

    private static double median(Callable<?> work, int warmUp, int runs) throws Exception {
        for (int i = 0; i < warmUp; i++) {
            work.call();
        }
        var times = new double[runs];
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            work.call();
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return times[runs / 2];
    }
}
