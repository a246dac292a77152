package news.titr.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.titr.db.Database;
import news.titr.language.Fold;

/** Tags and authors as the desk sees them. */
public final class Labels {

    private final Database database;

    public Labels(Database database) {
        this.database = database;
    }

    /**
     * One in a list.
     *
     * @param stories how many live stories carry it
     * @param version counts its changes
     */
    public record Line(Label label, long stories, long version, String sortKey) {}

    /** Where a list goes on. */
    public record After(long stories, String sortKey, String id) {

        public static final After START = new After(Long.MAX_VALUE, "", "");

        public static After of(Line line) {
            return new After(line.stories(), line.sortKey(), line.label().id());
        }
    }

    /** Those with most stories first. Words are found however they are typed. */
    public List<Line> list(Label.Kind kind, String edition, String words, After after, int limit) {
        var folded = new ArrayList<String>();
        for (String word : words.split("\\s+", -1)) {
            String fold = Fold.fold(word);
            if (!fold.isEmpty()) {
                folded.add(fold);
            }
        }
        return database.read(read -> LabelStore.list(read, kind, edition, folded, after, limit));
    }

    /**
     * Names that may be one and the same: they differ in a letter's form, in a half-space, in digits, in hamza, in a plural. Group by
     * group, each with its most used first.
     *
     * @param after the stem of the last group that was seen, or the empty string
     */
    public List<List<Line>> duplicates(Label.Kind kind, String edition, String after, int limit) {
        return database.read(read -> LabelStore.duplicates(read, kind, edition, after, limit));
    }

    /** What {@link #duplicates} goes on after. */
    public static String stem(Line line) {
        return LabelStore.stem(line.label().name());
    }

    public Optional<Line> find(Label.Kind kind, String id) {
        return database.read(read -> LabelStore.find(read, kind, id));
    }

    /** What readers are told of a tag; empty for one that is no topic. */
    public String introduction(Label tag) {
        return database.read(read -> LabelStore.introduction(read, tag)).orElse("");
    }

    /** Makes what search and duplicates are found by, where it is missing yet. */
    public int foldMissing() {
        return database.write(write -> {
            int folded = 0;
            for (var kind : Label.Kind.values()) {
                folded += LabelStore.foldMissing(write, kind);
            }
            return folded;
        });
    }
}
