package news.titr.story;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.titr.db.Counters;
import news.titr.db.Database;
import news.titr.db.Ids;

/** The sections that a newspaper's settings name, and the number its stories begin at. */
public final class Sections {

    private final Database database;
    private final Ids ids;

    public Sections(Database database, Ids ids) {
        this.database = database;
        this.ids = ids;
    }

    /**
     * Makes sure that an edition has these sections, in this order. Sections are never taken away: stories stand in them.
     *
     * @param named slug to name
     */
    public void keep(String edition, List<Map.Entry<String, String>> named) {
        var there = all(edition).stream()
                .map(section -> Map.entry(section.slug(), section.name()))
                .toList();
        // sections that the settings do not name any more stand behind those that they do
        if (there.size() >= named.size() && there.subList(0, named.size()).equals(named)) {
            return;
        }
        database.write(write -> {
            SectionStore.putEdition(write, edition);
            SectionStore.moveBack(write, edition, named.size());
            for (int i = 0; i < named.size(); i++) {
                var section = named.get(i);
                SectionStore.put(
                        write,
                        new Section(ids.next(), edition, section.getKey(), section.getValue(), Optional.empty(), i));
            }
            return null;
        });
    }

    public List<Section> all(String edition) {
        return database.read(read -> SectionStore.all(read, edition));
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
