package news.titr.people;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import me.gosimple.nbvcxz.Nbvcxz;
import me.gosimple.nbvcxz.resources.ConfigurationBuilder;
import me.gosimple.nbvcxz.resources.Dictionary;
import me.gosimple.nbvcxz.resources.DictionaryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * How hard a password is to guess. No rules about capitals and digits: what counts is how many guesses somebody would need
 * who has the lists of leaked passwords, names and words, knows keyboards, dates and the usual disguises.
 */
public final class PasswordStrength {

    public static final int SHORTEST = 10;
    /** Longer ones only cost time. */
    public static final int LONGEST = 200;

    /** Of nbvcxz's five, from 0: a hundred million guesses. */
    private static final int GOOD = 3;

    /** The letters of the Persian keyboard (ISIRI 9147), and what stands on the same keys in Latin. */
    private static final String PERSIAN_KEYS = "ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدپو";

    private static final String LATIN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,";

    private static final Pattern PARTS = Pattern.compile("[\\s@._+-]+");

    /**
     * What is looked at. A longer password is as good as its beginning at least, and to search all of a long one for words
     * would take seconds, which whoever wants to keep the machine busy could make use of.
     */
    private static final int LOOKED_AT = 32;

    private final List<String> site;
    /** Some 30 MB, which only a server needs on which somebody chooses a password. */
    private @Nullable List<Dictionary> lists;

    /** What is wrong with a password. */
    public enum Problem {
        TOO_SHORT,
        TOO_LONG,
        /** It is made of the name, the address, or the newspaper's name. */
        PERSONAL,
        TOO_COMMON
    }

    /** @param site the newspaper's names, which belong into no password of its people */
    public PasswordStrength(List<String> site) {
        this.site = List.copyOf(site);
    }

    private synchronized List<Dictionary> lists() {
        if (lists == null) {
            var read = new ArrayList<>(ConfigurationBuilder.getDefaultDictionaries());
            read.add(persian());
            lists = List.copyOf(read);
        }
        return lists;
    }

    /** Words that Persian passwords are made of, most used first. */
    private static Dictionary persian() {
        var builder = new DictionaryBuilder().setDictionaryName("persian").setExclusion(false);
        try (var words = new BufferedReader(new InputStreamReader(
                Optional.ofNullable(PasswordStrength.class.getResourceAsStream("/language/password-words.txt"))
                        .orElseThrow(),
                StandardCharsets.UTF_8))) {
            int rank = 0;
            for (String word :
                    words.lines().filter(line -> !line.startsWith("#")).toList()) {
                builder.addWord(word, ++rank);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return builder.createDictionary();
    }

    /** Why this person should not have this password; nothing if they may. */
    public Set<Problem> problems(String password, String name, String email) {
        var problems = EnumSet.noneOf(Problem.class);
        String typed = Normalizer.normalize(password, Normalizer.Form.NFC);
        int length = typed.codePointCount(0, typed.length());
        if (length < SHORTEST) {
            problems.add(Problem.TOO_SHORT);
        }
        if (length > LONGEST) {
            problems.add(Problem.TOO_LONG);
        }
        if (!problems.isEmpty()) {
            return problems;
        }
        if (score(typed, List.of()) < GOOD) {
            problems.add(Problem.TOO_COMMON);
        } else if (score(typed, personal(name, email)) < GOOD) {
            problems.add(Problem.PERSONAL);
        }
        return problems;
    }

    /** From 0, guessed at once, to 4. */
    public int score(String password, String name, String email) {
        return score(password, personal(name, email));
    }

    /**
     * As it was typed, and as it would be with the other keyboard: «sghl» is a greeting too. One at a time: it is work for
     * the processor, and no hurry.
     */
    private synchronized int score(String password, List<String> personal) {
        String typed = password.codePointCount(0, password.length()) <= LOOKED_AT
                ? password
                : password.substring(0, password.offsetByCodePoints(0, LOOKED_AT));
        var all = new ArrayList<>(lists());
        if (!personal.isEmpty()) {
            var builder = new DictionaryBuilder().setDictionaryName("personal").setExclusion(true);
            personal.forEach(word -> builder.addWord(word, 0));
            all.add(builder.createDictionary());
        }
        var judge = new Nbvcxz(new ConfigurationBuilder().setDictionaries(all).createConfiguration());
        return Math.min(
                judge.estimate(typed).getBasicScore(),
                Math.min(
                        judge.estimate(keys(typed, PERSIAN_KEYS, LATIN_KEYS)).getBasicScore(),
                        judge.estimate(keys(typed, LATIN_KEYS, PERSIAN_KEYS)).getBasicScore()));
    }

    private List<String> personal(String name, String email) {
        var words = new ArrayList<String>();
        for (String text : Stream.concat(Stream.of(name, email), site.stream()).toList()) {
            words.add(text.toLowerCase(Locale.ROOT));
            words.addAll(PARTS.splitAsStream(text.toLowerCase(Locale.ROOT))
                    .filter(part -> part.length() > 2)
                    .toList());
        }
        words.removeIf(String::isBlank);
        return words;
    }

    private static String keys(String text, String from, String to) {
        var keys = new StringBuilder();
        text.toLowerCase(Locale.ROOT).chars().forEach(letter -> {
            int key = from.indexOf(letter);
            keys.append(key < 0 ? (char) letter : to.charAt(key));
        });
        return keys.toString();
    }
}
