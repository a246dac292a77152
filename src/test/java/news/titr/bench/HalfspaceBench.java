package news.titr.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import news.titr.language.Edit;
import news.titr.language.HouseStyle;
import news.titr.language.Tidy;
import news.titr.language.halfspace.GapScore;
import news.titr.language.halfspace.HalfSpaces;

/**
 * Measures the half-space repair: F1 on text whose half-spaces were deleted, turned into spaces, or both; changes in
 * text that is right; speed, load time, heap and size of the model. {@code --data DIR} names a folder with
 * {@code NAME.txt} and its damaged copies {@code NAME.glued}, {@code .spaced}, {@code .mixed}, a sentence a line.
 */
public final class HalfspaceBench {
    private static final int ARTICLE_LINES = 20;
    private static final int WARM_ROUNDS = 30;

    private HalfspaceBench() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2 || !arguments[0].equals("--data")) {
            System.err.println("usage: bin/bench halfspace --data DIR");
            System.exit(2);
        }
        long begin = System.nanoTime();
        HalfSpaces model = HalfSpaces.shipped();
        model.repair();
        double loadMillis = (System.nanoTime() - begin) / 1e6;
        long used = usedHeap();
        System.out.printf("%-14s %7s %7s %7s %14s %9s%n", "text", "glued", "spaced", "mixed", "changes/1000", "tokens");
        List<Path> texts;
        try (var files = Files.list(Path.of(arguments[1]))) {
            texts = files.filter(file -> file.toString().endsWith(".txt") && Files.exists(damaged(file, "glued")))
                    .sorted()
                    .toList();
        }
        for (Path text : texts) {
            List<String> right = Files.readAllLines(text);
            GapScore clean = score(right, right);
            System.out.printf(
                    "%-14s %7.2f %7.2f %7.2f %14.2f %9d%n",
                    text.getFileName().toString().replace(".txt", ""),
                    score(right, Files.readAllLines(damaged(text, "glued"))).f1(),
                    score(right, Files.readAllLines(damaged(text, "spaced"))).f1(),
                    score(right, Files.readAllLines(damaged(text, "mixed"))).f1(),
                    clean.changesPerThousand(),
                    clean.tokens());
        }
        for (Path text : texts) {
            speed(model, text, Files.readString(text));
            speed(model, damaged(text, "glued"), Files.readString(damaged(text, "glued")));
        }
        System.out.printf("load           %.0f ms (first use, class loading included)%n", loadMillis);
        System.out.printf(
                "heap           %.1f MB in arrays, %.1f MB used in all%n", model.heapBytes() / 1e6, used / 1e6);
        try (InputStream in = Objects.requireNonNull(HalfspaceBench.class.getResourceAsStream(HalfSpaces.RESOURCE))) {
            System.out.printf("model          %.2f MB%n", in.readAllBytes().length / 1e6);
        }
    }

    private static Path damaged(Path text, String how) {
        return Path.of(text.toString().replaceAll("\\.txt$", "." + how));
    }

    private static long usedHeap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** Mends pieces of the length of an article, half-spaces only, and scores them line by line. */
    private static GapScore score(List<String> right, List<String> damaged) {
        Tidy tidy = Tidy.standard();
        HouseStyle style = HouseStyle.none().withHalfSpaces(true);
        List<String> made = new ArrayList<>();
        for (int from = 0; from < damaged.size(); from += ARTICLE_LINES) {
            String article = String.join("\n", damaged.subList(from, Math.min(damaged.size(), from + ARTICLE_LINES)));
            List<Edit> edits = tidy.edits(article, style);
            made.addAll(Arrays.asList(Tidy.apply(article, edits).split("\n", -1)));
        }
        GapScore score = new GapScore();
        for (int line = 0; line < right.size(); line++) {
            score.add(right.get(line), made.get(line));
        }
        return score;
    }

    private static void speed(HalfSpaces model, Path name, String text) {
        int tokens = text.split("\\s+").length;
        HouseStyle style = HouseStyle.standard();
        Tidy tidy = new Tidy(model);
        var repair = model.repair();
        double repairing = Double.MAX_VALUE;
        double tidying = Double.MAX_VALUE;
        for (int round = 0; round < WARM_ROUNDS; round++) {
            long begin = System.nanoTime();
            repair.gaps(text);
            repairing = Math.min(repairing, (System.nanoTime() - begin) / 1e9);
            begin = System.nanoTime();
            tidy.edits(text, style);
            tidying = Math.min(tidying, (System.nanoTime() - begin) / 1e9);
        }
        System.out.printf(
                "%-14s %,.0f tokens/s half-spaces, %,.0f tokens/s everything%n",
                name.getFileName(), tokens / repairing, tokens / tidying);
    }
}
