package news.titr.story;

import java.util.List;
import java.util.Locale;
import news.titr.db.Database;
import news.titr.doc.Block;
import news.titr.media.Showing;
import org.jdbi.v3.core.Handle;

/** Which stories show a picture: to readers, and in what is written for them. Derived from the revisions. */
public final class PictureUses {

    private final Database database;

    public PictureUses(Database database) {
        this.database = database;
    }

    public enum Where {
        DRAFT,
        LIVE,
        BOTH;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param headline of the newest revision */
    public record Use(long story, String headline, Where where) {}

    /** The stories that use a picture, newest first. */
    public List<Use> of(String asset) {
        return database.read(read -> PictureUseStore.of(read, asset));
    }

    /** Where readers see a picture. */
    public static Showing.Places shown(Handle read, String asset) {
        return new Showing.Places(
                PictureUseStore.live(read, asset),
                LabelStore.isPortrait(read, asset)
                        || SectionStore.editions(read).stream()
                                .flatMap(edition -> StaticPageStore.live(read, edition).stream())
                                .flatMap(page -> page.revision().body().all(Block.Picture.class).stream())
                                .anyMatch(picture -> picture.asset().equals(asset)));
    }

    /** Makes the list anew, once, for what was written before there was one. */
    public void fillOnce() {
        if (!database.read(PictureUseStore::filled)) {
            rebuild();
        }
    }

    /** Makes the list anew from all stories. */
    public void rebuild() {
        database.write(write -> {
            PictureUseStore.rebuild(write);
            return null;
        });
    }
}
