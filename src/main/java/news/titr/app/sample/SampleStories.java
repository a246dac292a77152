package news.titr.app.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the sample newspaper's stories: one file each, {@code key: value} lines, a line {@code ---}, then the body. The
 * file {@code index.txt} beside them names them, since a packed program cannot list a directory.
 */
public final class SampleStories {
    private static final String FOLDER = "/sample/stories/";
    private static final Set<String> KEYS = Set.of(
            "number",
            "section",
            "type",
            "kicker",
            "headline",
            "subheadline",
            "lead",
            "byline",
            "dateline",
            "source",
            "place",
            "tags",
            "age",
            "picture",
            "picture-alt",
            "picture-caption",
            "picture-credit",
            "front",
            "correction");

    private SampleStories() {}

    /** All of them, oldest (smallest number) first. */
    public static List<SampleStory> read() {
        List<SampleStory> stories = new ArrayList<>();
        for (String name : resource(FOLDER + "index.txt").lines().toList()) {
            stories.add(parse(name, resource(FOLDER + name)));
        }
        return List.copyOf(stories);
    }

    /**
     * One file's text.
     *
     * @param name the file's name, for the error
     * @throws IllegalArgumentException when a line is not {@code key: value}, a key is unknown or a needed one is missing
     */
    static SampleStory parse(String name, String text) {
        int rule = text.indexOf("\n---\n");
        if (rule < 0) {
            throw new IllegalArgumentException(name + ": no line --- between the fields and the body");
        }
        Fields fields = Fields.of(name, text.substring(0, rule));
        return new SampleStory(
                Integer.parseInt(fields.needed("number")),
                fields.needed("section"),
                fields.needed("type"),
                fields.maybe("kicker"),
                fields.needed("headline"),
                fields.all("subheadline"),
                fields.needed("lead"),
                fields.maybe("byline"),
                fields.maybe("dateline"),
                fields.maybe("source"),
                fields.maybe("place"),
                List.of(fields.needed("tags").split("، ")),
                age(fields.needed("age")),
                picture(fields),
                front(fields.maybe("front")),
                fields.all("correction").stream().map(SampleStories::correction).toList(),
                text.substring(rule + 5).strip());
    }

    private static SampleStory.@Nullable Picture picture(Fields fields) {
        String key = fields.maybe("picture");
        return key == null
                ? null
                : new SampleStory.Picture(
                        key,
                        fields.needed("picture-alt"),
                        fields.maybe("picture-caption"),
                        fields.maybe("picture-credit"));
    }

    private static SampleStory.Front front(@Nullable String place) {
        return place == null ? SampleStory.Front.NOWHERE : SampleStory.Front.valueOf(place.toUpperCase(Locale.ROOT));
    }

    private static SampleStory.Correction correction(String line) {
        int bar = line.indexOf(" | ");
        return new SampleStory.Correction(age(line.substring(0, bar)), line.substring(bar + 3));
    }

    /** From {@code 2d 4h 10m}. */
    static Duration age(String text) {
        Duration total = Duration.ZERO;
        for (String part : text.split(" ")) {
            long count = Long.parseLong(part.substring(0, part.length() - 1));
            total = total.plus(
                    switch (part.charAt(part.length() - 1)) {
                        case 'd' -> Duration.ofDays(count);
                        case 'h' -> Duration.ofHours(count);
                        case 'm' -> Duration.ofMinutes(count);
                        default -> throw new IllegalArgumentException("no age: " + text);
                    });
        }
        return total;
    }

    /** What is played where a picture stands: H.264 in MP4. */
    static byte[] film(String picture) {
        return bytes("/sample/films/" + picture + ".mp4");
    }

    static String resource(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String path) {
        try (InputStream in = SampleStories.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the program was packed without " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + path, e);
        }
    }

    private record Fields(String file, Map<String, List<String>> values) {
        static Fields of(String file, String head) {
            Map<String, List<String>> values = new LinkedHashMap<>();
            for (String line : head.lines().toList()) {
                int colon = line.indexOf(": ");
                String key = colon < 0 ? line : line.substring(0, colon);
                if (colon < 0 || !KEYS.contains(key)) {
                    throw new IllegalArgumentException(file + ": not a field: " + line);
                }
                values.computeIfAbsent(key, k -> new ArrayList<>()).add(line.substring(colon + 2));
            }
            return new Fields(file, values);
        }

        List<String> all(String key) {
            return List.copyOf(values.getOrDefault(key, List.of()));
        }

        @Nullable
        String maybe(String key) {
            List<String> given = all(key);
            if (given.size() > 1) {
                throw new IllegalArgumentException(file + ": more than one " + key);
            }
            return given.isEmpty() ? null : given.getFirst();
        }

        String needed(String key) {
            String value = maybe(key);
            if (value == null) {
                throw new IllegalArgumentException(file + ": no " + key);
            }
            return value;
        }
    }
}
