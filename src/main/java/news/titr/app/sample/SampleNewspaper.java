package news.titr.app.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who publishes the sample newspaper and who writes in it, from {@code sample/newspaper.properties}.
 *
 * @param name the short name for the masthead; {@code fullName} says "newspaper" too
 * @param sections in the masthead's order
 * @param imprint in the order the imprint page shows
 */
public record SampleNewspaper(
        String name,
        String fullName,
        String slogan,
        String description,
        String city,
        String province,
        List<Section> sections,
        List<ImprintLine> imprint,
        List<Author> authors,
        List<Topic> topics) {

    public record Section(String slug, String name) {}

    public record ImprintLine(String label, String text) {}

    /** The name is written exactly as in the stories' bylines. */
    public record Author(String slug, String name, String about) {}

    /** A tag, written as in the stories, that is introduced to readers. */
    public record Topic(String tag, String introduction) {}

    public static SampleNewspaper read() {
        Map<String, String> lines = new LinkedHashMap<>();
        for (String line :
                SampleStories.resource("/sample/newspaper.properties").lines().toList()) {
            int equals = line.indexOf('=');
            if (!line.startsWith("#") && equals > 0) {
                lines.put(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip());
            }
        }
        List<Section> sections = new ArrayList<>();
        for (String slug : needed(lines, "sections").split(", ")) {
            sections.add(new Section(slug, needed(lines, "section." + slug)));
        }
        List<ImprintLine> imprint = new ArrayList<>();
        List<Author> authors = new ArrayList<>();
        List<Topic> topics = new ArrayList<>();
        lines.forEach((key, value) -> {
            String[] halves = value.split(" \\| ", 2);
            if (key.startsWith("imprint.")) {
                imprint.add(new ImprintLine(halves[0], halves[1]));
            } else if (key.startsWith("author.")) {
                authors.add(new Author(key.substring("author.".length()), halves[0], halves[1]));
            } else if (key.startsWith("topic.")) {
                topics.add(new Topic(halves[0], halves[1]));
            }
        });
        return new SampleNewspaper(
                needed(lines, "name"),
                needed(lines, "full-name"),
                needed(lines, "slogan"),
                needed(lines, "description"),
                needed(lines, "city"),
                needed(lines, "province"),
                List.copyOf(sections),
                List.copyOf(imprint),
                List.copyOf(authors),
                List.copyOf(topics));
    }

    private static String needed(Map<String, String> lines, String key) {
        String value = lines.get(key);
        if (value == null) {
            throw new IllegalStateException("newspaper.properties has no " + key);
        }
        return value;
    }
}
