package news.titr.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The tables below {@code corpus/language}: columns between tabs, comments behind #, {@code \}{@code uXXXX} for characters. */
final class Corpus {
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-F]{4})");

    private Corpus() {}

    static List<String[]> lines(String name) throws IOException {
        return Files.readAllLines(Path.of("corpus/language", name)).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Corpus::unescaped)
                .map(line -> line.split("\t"))
                .toList();
    }

    static String unescaped(String line) {
        return ESCAPE.matcher(line)
                .replaceAll(escape -> Character.toString((char) Integer.parseInt(escape.group(1), 16)));
    }
}
