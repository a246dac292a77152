package news.titr.story;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import news.titr.db.Database;
import news.titr.db.Ids;
import news.titr.people.Actor;
import news.titr.people.Permission;

/** Views of the board that people have given a name: their own, those that they share, and the one it opens with. */
public final class BoardViews {

    private static final int LONGEST_NAME = 60;
    private static final int MOST = 50;

    private final Database database;
    private final Ids ids;
    private final InstantSource clock;

    public BoardViews(Database database, Ids ids, InstantSource clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A view.
     *
     * @param query what stands behind the question mark of its address
     * @param shared whether everybody at the desk sees it
     */
    public record Saved(String id, String owner, String name, String query, boolean shared) {}

    /** What somebody sees: their own and everybody's, by the time they were made. */
    public List<Saved> of(String person) {
        return database.read(read -> BoardViewStore.of(read, person));
    }

    public Optional<Saved> opensWith(String person) {
        return database.read(read -> BoardViewStore.opensWith(read, person));
    }

    /** Keeps a view; one of the same name and owner gives way to it. Empty when it has no name, or there are too many. */
    public Optional<Saved> save(String person, String name, String query, boolean shared, boolean opens) {
        String called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        return database.write(write -> {
            var own = BoardViewStore.of(write, person).stream()
                    .filter(view -> view.owner().equals(person))
                    .toList();
            var before = own.stream().filter(view -> view.name().equals(called)).findFirst();
            if (before.isEmpty() && own.size() >= MOST) {
                return Optional.empty();
            }
            var saved = new Saved(before.map(Saved::id).orElseGet(ids::next), person, called, query, shared);
            BoardViewStore.put(write, saved, clock.instant());
            if (opens) {
                BoardViewStore.open(write, person, saved.id());
            }
            return Optional.of(saved);
        });
    }

    /** Lets the board open with a view from now on, or with everything again. */
    public void open(String person, Optional<String> view) {
        database.write(write -> {
            BoardViewStore.openWithEverything(write, person);
            view.filter(id -> BoardViewStore.of(write, person).stream()
                            .anyMatch(saved -> saved.id().equals(id)))
                    .ifPresent(id -> BoardViewStore.open(write, person, id));
            return null;
        });
    }

    /** Forgets a view: one's own, or, for whoever runs the desk, a shared one. */
    public boolean forget(Actor actor, String person, String id) {
        return database.write(write -> {
            var found = BoardViewStore.of(write, person).stream()
                    .filter(view -> view.id().equals(id))
                    .filter(view -> view.owner().equals(person) || actor.may(Permission.ADMINISTER))
                    .findFirst();
            found.ifPresent(view -> BoardViewStore.delete(write, view.id()));
            return found.isPresent();
        });
    }
}
