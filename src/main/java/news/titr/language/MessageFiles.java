package news.titr.language;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The files {@code messages/fa.properties} and its siblings (UTF-8). There is an edition for each of them: whoever adds one
 * adds a language.
 *
 * <p>A file may lack words. They are taken from the file of the language without its region ({@code fa-AF} reads {@code fa}),
 * and what that lacks as well from the English one.
 */
final class MessageFiles {

    private static final String FOLDER = "messages";
    private static final String ENDING = ".properties";
    private static final String LAST = "en";

    private MessageFiles() {}

    /** The tags of all files: first those of Persian, the others by their tags. */
    static List<String> tags() {
        return names().filter(name -> name.endsWith(ENDING))
                .map(name -> name.substring(0, name.length() - ENDING.length()))
                .sorted(Comparator.comparing((String tag) -> !tag.equals("fa") && !tag.startsWith("fa-"))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** What lies in folders of messages and in the program's own archive: asking for every language there might be takes long. */
    private static Stream<String> names() {
        try {
            var names = new LinkedHashSet<String>();
            var folders = MessageFiles.class.getClassLoader().getResources(FOLDER);
            while (folders.hasMoreElements()) {
                var folder = folders.nextElement().toURI();
                if (folder.getScheme().equals("file")) {
                    try (var files = Files.list(Path.of(folder))) {
                        files.forEach(file -> names.add(file.getFileName().toString()));
                    }
                }
            }
            var program = Path.of(MessageFiles.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isRegularFile(program)) {
                try (var jar = new JarFile(program.toFile())) {
                    jar.stream()
                            .map(ZipEntry::getName)
                            .filter(name -> name.startsWith(FOLDER + "/"))
                            .forEach(name -> names.add(name.substring(FOLDER.length() + 1)));
                }
            }
            return names.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The program does not know where it lies", e);
        }
    }

    static boolean isThere(String tag) {
        return MessageFiles.class.getResource(path(tag)) != null;
    }

    /** The words of a language, with those that its own file lacks. */
    static Map<String, String> words(String tag) {
        var words = new HashMap<String, String>();
        Stream.of(LAST, tag.replaceFirst("-.*", ""), tag)
                .distinct()
                .filter(MessageFiles::isThere)
                .forEach(file -> words.putAll(own(file)));
        return Map.copyOf(words);
    }

    /** What stands in one file. */
    static Map<String, String> own(String tag) {
        var properties = new Properties();
        try (var stream = MessageFiles.class.getResourceAsStream(path(tag))) {
            if (stream == null) {
                throw new IllegalStateException("The program lacks its words, " + path(tag));
            }
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var words = new HashMap<String, String>();
        properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
        return words;
    }

    private static String path(String tag) {
        return "/" + FOLDER + "/" + tag + ENDING;
    }
}
