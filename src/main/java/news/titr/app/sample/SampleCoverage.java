package news.titr.app.sample;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.titr.doc.Body;
import news.titr.doc.Markup;

/**
 * The entries of the sample newspaper's live coverage, in a file beside its stories: {@code key: value} lines, a line {@code
 * ---}, the text, and a line {@code ===} before the next.
 *
 * @param age how long before now
 */
record SampleCoverage(Duration age, String headline, String author, boolean keyEvent, boolean pinned, Body body) {

    /** Of a story that is one, oldest first; of any other none. */
    static List<SampleCoverage> of(SampleStory story) {
        if (!story.type().equals("live")) {
            return List.of();
        }
        var entries = new ArrayList<SampleCoverage>();
        for (String entry : SampleStories.resource("/sample/coverage/" + story.number() + ".titr")
                .split("\n===\n")) {
            entries.add(entry(entry.strip()));
        }
        return entries;
    }

    private static SampleCoverage entry(String text) {
        int rule = text.indexOf("\n---\n");
        Map<String, String> fields = new HashMap<>();
        text.substring(0, rule).lines().forEach(line -> {
            String[] field = line.split(": ", 2);
            fields.put(field[0], field[1]);
        });
        return new SampleCoverage(
                SampleStories.age(Optional.ofNullable(fields.get("age")).orElseThrow()),
                fields.getOrDefault("headline", ""),
                fields.getOrDefault("author", ""),
                fields.containsKey("key"),
                fields.containsKey("pinned"),
                Markup.read(text.substring(rule + 5).strip()));
    }
}
