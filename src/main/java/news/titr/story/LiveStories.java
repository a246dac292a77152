package news.titr.story;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.titr.db.Database;

/** What readers may see. Every surface but the desk reads stories here and nowhere else. */
public final class LiveStories {

    private final Database database;

    public LiveStories(Database database) {
        this.database = database;
    }

    /** What stands under a story number. */
    public sealed interface Found {

        record Live(LiveStory story) implements Found {}

        record Withdrawn(long number, Instant at, String reason) implements Found {}

        /** Never released, or no such number: readers cannot tell which. */
        record Absent() implements Found {}
    }

    /** Where a list goes on: after the story with this number, released first at this moment. */
    public record After(Instant firstReleasedAt, long number) {

        /** Before the newest story of all. */
        public static final After START = new After(Instant.ofEpochMilli(Long.MAX_VALUE), Long.MAX_VALUE);
    }

    /** What a list gathers. */
    public sealed interface Of {

        record Edition(String id) implements Of {}

        record InSection(Section section) implements Of {}

        record Labelled(Label label) implements Of {}
    }

    public Found find(long number) {
        return database.read(read -> LiveStore.find(read, number));
    }

    public Optional<LiveStory> story(long number) {
        return find(number) instanceof Found.Live(var story) ? Optional.of(story) : Optional.empty();
    }

    /** Live stories, newest first; {@code After.START} begins at the top. */
    public List<Teaser> list(Of of, After after, int limit) {
        return database.read(read -> LiveStore.list(read, of, after, limit));
    }

    /** Hands over every live story of an edition, newest first, however many there are. */
    public void forEach(String edition, Consumer<LiveStory> visitor) {
        var after = After.START;
        while (true) {
            var page = list(new Of.Edition(edition), after, 200);
            page.forEach(teaser -> story(teaser.number()).ifPresent(visitor));
            if (page.isEmpty()) {
                return;
            }
            after = new After(page.getLast().firstReleasedAt(), page.getLast().number());
        }
    }

    /** The live ones among these numbers. */
    public Map<Long, Teaser> teasers(Collection<Long> numbers) {
        return numbers.isEmpty()
                ? Map.of()
                : database.read(read -> LiveStore.teasers(read, numbers)).stream()
                        .collect(Collectors.toMap(Teaser::number, Function.identity()));
    }

    /** The front page as readers have it at this moment. */
    public FrontLayout front(String edition, Instant now) {
        return database.read(read -> FrontSources.live(read, edition)
                .layout(FrontStore.live(read, edition).front(), now));
    }

    public List<Section> sections(String edition) {
        return database.read(read -> SectionStore.all(read, edition));
    }

    public Optional<Section> section(String edition, String slug) {
        return database.read(read -> SectionStore.bySlug(read, edition, slug));
    }

    public Optional<Label> label(Label.Kind kind, String edition, String slug) {
        return database.read(read -> LabelStore.bySlug(read, kind, edition, slug));
    }
}
