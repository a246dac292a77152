package news.titr.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import news.titr.Browser;
import news.titr.doc.BlockWords;
import news.titr.doc.HtmlRenderer;
import news.titr.doc.Surroundings;
import news.titr.print.PdfStory;
import news.titr.print.SampleStories;
import news.titr.print.StoryPdf;
import news.titr.print.Typefaces;

/**
 * How long a story takes to become a PDF, beside headless Chromium printing the same text. Milliseconds, median of the
 * runs after warming up; Chromium runs already and only has to read the page and print it.
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
            double chromium = chromium(story);
            System.out.printf(
                    Locale.ROOT,
                    "%s%n  ours %.1f ms, %s; Chromium, warm as well, %.1f ms: %.1f times, %s%n",
                    story.headline(),
                    engine,
                    Target.atMost(engine, 25),
                    chromium,
                    chromium / engine,
                    Target.atLeast(chromium / engine, 5));
        }
    }

    /** The same story as a page in a browser that runs already. */
    private static double chromium(PdfStory story) throws Exception {
        try (var browser = new Browser();
                var visitor = browser.visitor()) {
            var page = visitor.newPage();
            return median(
                    () -> {
                        page.setContent(html(story));
                        return page.pdf();
                    },
                    3,
                    BROWSER_RUNS);
        }
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
