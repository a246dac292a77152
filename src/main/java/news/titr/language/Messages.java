package news.titr.language;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of pages and screens in one language, from {@code messages/fa.properties} and its siblings (UTF-8).
 *
 * <p>A language without a file of its own gets the nearest: Dari reads the Persian one, others the English one.
 */
public final class Messages {

    private static final Pattern PLACE = Pattern.compile("\\{([0-9])\\}");

    private final Language language;
    private final Map<String, String> words;

    private final DigitPolicy digits;

    private Messages(Language language, Map<String, String> words, DigitPolicy digits) {
        this.language = language;
        this.words = words;
        this.digits = digits;
    }

    public static Messages of(Language language) {
        String primary = language.tag().substring(0, 2);
        for (String name : List.of(language.tag(), primary)) {
            if (Messages.class.getResource(file(name)) != null) {
                return new Messages(language, load(file(name)), language.digits());
            }
        }
        return new Messages(language, load(file("en")), language.digits());
    }

    /** The languages that have words of their own, and so can be an edition's. */
    public static List<Language> languages() {
        return Arrays.stream(Language.values())
                .filter(language -> Messages.class.getResource(file(language.tag())) != null)
                .toList();
    }

    /** The same words with numbers in other digits. */
    public Messages withDigits(DigitPolicy other) {
        return new Messages(language, words, other);
    }

    public Language language() {
        return language;
    }

    /**
     * The words under a key. {@code {0}}, {@code {1}} … stand for the arguments: numbers come in the digits of the language
     * without grouping, all else as its text.
     *
     * @throws IllegalArgumentException if no words have this key
     */
    public String word(String key, Object... arguments) {
        String word = words.get(key);
        if (word == null) {
            throw new IllegalArgumentException("There are no words for " + key + " in " + language.tag());
        }
        return PLACE.matcher(word).replaceAll(place -> {
            int argument = Integer.parseInt(place.group(1));
            return Matcher.quoteReplacement(argument < arguments.length ? text(arguments[argument]) : place.group());
        });
    }

    /** The words whose keys begin like this, with their places still open. */
    public Map<String, String> beginningWith(String prefix) {
        return words.entrySet().stream()
                .filter(word -> word.getKey().startsWith(prefix))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public boolean has(String key) {
        return words.containsKey(key);
    }

    private String text(Object argument) {
        return argument instanceof Number number ? digits.apply(number.toString()) : argument.toString();
    }

    private static String file(String name) {
        return "/messages/" + name + ".properties";
    }

    private static Map<String, String> load(String file) {
        var properties = new Properties();
        try (var stream = Messages.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("The program lacks its words, " + file);
            }
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
    }
}
