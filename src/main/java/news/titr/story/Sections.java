package news.titr.story;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.titr.db.Counters;
import news.titr.db.Database;
import news.titr.db.Ids;

/** The sections of a newspaper, and how it begins. What editors change about them goes through {@link Sectioning}. */
public final class Sections {

    private final Database database;
    private final Ids ids;

    public Sections(Database database, Ids ids) {
        this.database = database;
        this.ids = ids;
    }

    /**
     * Gives an edition that has no sections yet its first ones, in this order. After that they belong to the desk.
     *
     * @param named slug to name
     */
    public void keep(String edition, List<Map.Entry<String, String>> named) {
        if (!all(edition).isEmpty()) {
            return;
        }
        database.write(write -> {
            SectionStore.putEdition(write, edition);
            if (SectionStore.all(write, edition).isEmpty()) {
                for (int i = 0; i < named.size(); i++) {
                    var section = named.get(i);
                    SectionStore.insert(
                            write,
                            new Section(
                                    ids.next(), edition, section.getKey(), section.getValue(), Optional.empty(), i));
                }
            }
            return null;
        });
    }

    public List<Section> all(String edition) {
        return database.read(read -> SectionStore.all(read, edition));
    }

    public Optional<Section> find(String id) {
        return database.read(read -> SectionStore.byId(read, id));
    }

    /** How many live stories stand in each section, by its id. */
    public Map<String, Long> counts() {
        return database.read(SectionStore::counts);
    }

    /** The editions that stories are written for. */
    public List<String> editions() {
        return database.read(SectionStore::editions);
    }

    /** Lets the first story of an empty newspaper have this number. */
    public void firstNumber(long number) {
        if (database.read(read -> Counters.current(read, Drafting.NUMBERS)) < number - 1) {
            database.write(write -> {
                Counters.raise(write, Drafting.NUMBERS, number - 1);
                return null;
            });
        }
    }
}
