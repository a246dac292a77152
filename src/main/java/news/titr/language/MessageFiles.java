package news.titr.language;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The files {@code messages/fa.properties} and its siblings (UTF-8). There is an edition for each of them: whoever adds one
 * adds a language.
 *
 * <p>A file may lack words. They are taken from the file of the language without its region ({@code fa-AF} reads {@code fa}),
 * and what that lacks as well from the English one.
 */
final class MessageFiles {

    private static final String LAST = "en";

    private MessageFiles() {}

    /** The tags of all files: first those of Persian, the others by their tags. */
    static List<String> tags() {
        return Stream.concat(
                        Stream.of("fa", "fa-AF"),
                        Stream.concat(
                                        Arrays.stream(Locale.getISOLanguages()),
                                        Locale.availableLocales().map(MessageFiles::regional))
                                .sorted())
                .distinct()
                .filter(MessageFiles::isThere)
                .toList();
    }

    private static String regional(Locale locale) {
        return locale.getCountry().isEmpty() ? locale.getLanguage() : locale.getLanguage() + "-" + locale.getCountry();
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
        return "/messages/" + tag + ".properties";
    }
}
