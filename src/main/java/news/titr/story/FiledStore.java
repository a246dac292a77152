package news.titr.story;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What the revisions of a story say it is filed under. */
final class FiledStore {

    /**
     * What one revision says.
     *
     * @param section the id that it names, which may have been merged since
     * @param tags the ids that it names, likewise
     */
    record Filed(Optional<String> section, List<String> tags, List<String> authors, String place) {}

    private FiledStore() {}

    /** Every way in which a story is filed or ever was. */
    static List<Filed> of(Handle read, long story) {
        return read
                .createQuery("SELECT section, tags, authors, place FROM revision WHERE story = :story")
                .bind("story", story)
                .map((row, _) -> new Filed(
                        Optional.ofNullable(row.getString("section")),
                        StoredLists.read(row.getString("tags")),
                        StoredLists.read(row.getString("authors")),
                        row.getString("place")))
                .stream()
                .distinct()
                .toList();
    }
}
