package news.titr.story;

import java.util.List;
import java.util.Optional;
import news.titr.db.Database;

/** What readers are told about the people behind the bylines. */
public final class Bylines {

    private final Database database;

    public Bylines(Database database) {
        this.database = database;
    }

    /**
     * A byline's page.
     *
     * @param picture the asset of a portrait
     * @param person the id of the account of whoever writes under this name
     */
    public record Profile(Label author, String biography, Optional<String> picture, Optional<String> person) {}

    /** Says who an author is; somebody who has written nothing yet is passed over. */
    public void describe(String edition, String name, String biography, Optional<String> picture) {
        database.write(write -> {
            LabelStore.describeAuthor(write, edition, name, biography, picture.orElse(null));
            return null;
        });
    }

    public Optional<Profile> profile(String edition, String slug) {
        return database.read(read -> LabelStore.bySlug(read, Label.Kind.AUTHOR, edition, slug)
                .map(author -> LabelStore.profile(read, author)));
    }

    /** Names of tags or bylines that are in use, with these words in them, in whatever spelling. */
    public List<String> known(Label.Kind kind, String edition, String words, int limit) {
        return database.read(read -> LabelStore.known(read, kind, edition, words, limit));
    }
}
