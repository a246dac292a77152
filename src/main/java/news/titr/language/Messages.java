package news.titr.language;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of pages and screens in one language, from {@code messages/fa.properties} and its siblings. What a file lacks is
 * taken from a near one, see {@link MessageFiles}.
 */
public final class Messages {

    private static final Pattern PLACE = Pattern.compile("\\{([0-9])\\}");

    private static final Map<String, Map<String, String>> LOADED = new ConcurrentHashMap<>();

    private final Language language;
    private final Map<String, String> words;

    private final DigitPolicy digits;

    private Messages(Language language, Map<String, String> words, DigitPolicy digits) {
        this.language = language;
        this.words = words;
        this.digits = digits;
    }

    public static Messages of(Language language) {
        return new Messages(language, LOADED.computeIfAbsent(language.tag(), MessageFiles::words), language.digits());
    }

    /** The same words with numbers in other digits. */
    public Messages withDigits(DigitPolicy other) {
        return new Messages(language, words, other);
    }

    /** The digits that numbers come in. */
    public DigitPolicy digits() {
        return digits;
    }

    public Language language() {
        return language;
    }

    /** Every key that has words. */
    public Set<String> keys() {
        return Collections.unmodifiableSet(words.keySet());
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
}
