package news.titr.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A text file of the project. {@code path} is relative to the project's folder and parted by slashes. */
record SourceFile(String path, String text) {

    private static final List<String> PLACES = List.of("src", "docs", "corpus", "bin", ".ci", "pom.xml");
    private static final Pattern TEXT_FILES = Pattern.compile(
            ".*\\.(java|html|txt|css|js|sql|xml|properties|md|titr|json|sh|svg)|(bin|\\.ci)/[^.]*|NOTICE");
    /** The rules themselves are full of bad examples. */
    private static final String RULES = "src/test/java/news/titr/lint/";

    /** Every text file that the rules are for. */
    static List<SourceFile> all() {
        List<SourceFile> files = new ArrayList<>();
        try (Stream<Path> roots = Files.list(Path.of(""))) {
            for (Path root : roots.toList()) {
                if (PLACES.contains(root.toString())
                        || root.toString().endsWith(".md")
                        || root.toString().equals("NOTICE")) {
                    try (Stream<Path> below = Files.walk(root)) {
                        below.filter(Files::isRegularFile).forEach(file -> read(file, files));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static void read(Path file, List<SourceFile> files) {
        String path = file.toString().replace('\\', '/');
        if (!TEXT_FILES.matcher(path).matches() || path.startsWith(RULES)) {
            return;
        }
        try {
            files.add(new SourceFile(path, Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(path + " is not UTF-8", e);
        }
    }

    boolean in(String folder) {
        return path.startsWith(folder);
    }

    boolean is(String... endings) {
        for (String ending : endings) {
            if (path.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    /** The same file with another text of the same length and lines, so that places stay right. */
    SourceFile with(String otherText) {
        return new SourceFile(path, otherText);
    }

    /** A finding for each place where the pattern occurs. */
    List<Finding> find(Pattern pattern) {
        List<Finding> findings = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            findings.add(at(matcher.start(), matcher.group()));
        }
        return findings;
    }

    Finding at(int offset, String what) {
        int line = 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
        return new Finding(path, line, what.strip());
    }
}
