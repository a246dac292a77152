package news.titr.media;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import news.titr.audit.Action;
import news.titr.audit.Audit;
import news.titr.audit.Detail;
import news.titr.audit.Subject;
import news.titr.db.Database;
import news.titr.db.Ids;
import news.titr.people.Actor;
import news.titr.people.Permission;
import org.jdbi.v3.core.Handle;

/**
 * The only way for people to bring in, describe, cut and replace pictures. Who may write may bring in pictures and change
 * their own; whoever edits pictures may change all.
 */
public final class PictureLibrary {

    private final Database database;
    private final Pictures pictures;
    private final BlobStore blobs;
    private final Ids ids;
    private final InstantSource clock;
    private final ZoneId zone;

    /** @param zone of the newspaper, for dates in files that name none */
    public PictureLibrary(
            Database database, Pictures pictures, BlobStore blobs, Ids ids, InstantSource clock, ZoneId zone) {
        this.database = database;
        this.pictures = pictures;
        this.blobs = blobs;
        this.ids = ids;
        this.clock = clock;
        this.zone = zone;
    }

    /** @param known true when the very same file had been brought in before: there is one of it */
    public record TakenIn(Asset asset, boolean known) {}

    /** The picture that came from another system under this name, if it ever came in. */
    public Optional<String> cameAs(String source, String sourceId) {
        return database.read(read -> AssetStore.cameAs(read, source, sourceId));
    }

    /**
     * Brings in a file of another system, once: the same source and id are the same picture.
     *
     * @param said what is known of it there
     */
    public MediaOutcome<TakenIn> takeInFrom(
            Actor actor, String source, String sourceId, Path file, Asset.Description said) {
        if (!actor.may(Permission.WRITE)) {
            return MediaOutcome.refused(MediaProblem.Kind.NOT_ALLOWED);
        }
        var there = cameAs(source, sourceId).flatMap(this::find);
        if (there.isPresent()) {
            return new MediaOutcome.Done<>(new TakenIn(there.get(), true));
        }
        var name = file.getFileName();
        var taken = takeIn(actor, file, name == null ? "" : name.toString());
        if (taken instanceof MediaOutcome.Done<TakenIn>(var in)) {
            if (!in.known()) {
                var _ = describe(
                        actor,
                        in.asset().id(),
                        in.asset().version(),
                        completed(in.asset().description(), said));
            }
            database.write(write -> {
                AssetStore.insertOrigin(write, source, sourceId, in.asset().id());
                return null;
            });
        }
        return taken;
    }

    /** What the file says of itself goes before what a system said of it, but for what is left empty. */
    private static Asset.Description completed(Asset.Description file, Asset.Description said) {
        return new Asset.Description(
                said.alt().isBlank() ? file.alt() : said.alt(),
                said.caption().isBlank() ? file.caption() : said.caption(),
                file.credit().isBlank() ? said.credit() : file.credit(),
                file.keywords().isEmpty() ? said.keywords() : file.keywords(),
                file.licence().isBlank() ? said.licence() : file.licence(),
                file.usableUntil(),
                file.takenAt());
    }

    /** Brings in a file: keeps it, reads what it says of itself, makes what readers get. */
    public MediaOutcome<TakenIn> takeIn(Actor actor, Path file, String fileName) {
        if (!actor.may(Permission.WRITE)) {
            return MediaOutcome.refused(MediaProblem.Kind.NOT_ALLOWED);
        }
        String id = ids.next();
        Pictures.Taken taken;
        try {
            taken = pictures.take(id, file, cleanName(fileName), Framing.USUAL);
        } catch (NotAPicture e) {
            return MediaOutcome.refused(e.problem());
        }
        return database.write(write -> {
            var known = AssetStore.byBlob(write, taken.original().blob());
            if (known.isPresent()) {
                return new MediaOutcome.Done<>(new TakenIn(known.get(), true));
            }
            var asset = new Asset(
                    id,
                    taken.original(),
                    taken.embedded().description(zone),
                    Framing.USUAL,
                    actor.id(),
                    clock.instant(),
                    1,
                    taken.renditions());
            AssetStore.insert(write, asset, taken.embedded().entries(), Pictures.developed(asset.original()));
            audit(
                    write,
                    actor,
                    Action.UPLOAD,
                    asset,
                    Detail.of(Detail.Name.FORMAT, asset.original().type().name()));
            return new MediaOutcome.Done<>(new TakenIn(asset, false));
        });
    }

    /** Says what a picture shows, whose it is, and how long it may be used. */
    public MediaOutcome<Asset> describe(Actor actor, String id, long seen, Asset.Description description) {
        return change(actor, id, seen, (write, asset) -> {
            var described = asset.withDescription(description);
            if (described.equals(asset)) {
                return asset;
            }
            AssetStore.setDescription(write, described);
            audit(write, actor, Action.CHANGE, asset, difference(asset.description(), description));
            return described;
        });
    }

    /** Cuts a picture: by a focal point, and by hand where that is not enough. */
    public MediaOutcome<Asset> frame(Actor actor, String id, long seen, Framing framing) {
        var before = pictures.find(id);
        // what takes long is done before the database is locked; the door judges again inside
        if (before.isEmpty() || !mayChange(actor, before.get())) {
            return MediaOutcome.refused(
                    before.isEmpty() ? MediaProblem.Kind.NO_SUCH_PICTURE : MediaProblem.Kind.NOT_ALLOWED);
        }
        if (before.get().version() != seen) {
            return new MediaOutcome.Conflict<>(before.get());
        }
        if (before.get().framing().equals(framing)) {
            return new MediaOutcome.Done<>(before.get());
        }
        var renditions = pictures.framed(before.get(), framing);
        return change(actor, id, seen, (write, asset) -> {
            AssetStore.setFraming(write, id, framing);
            AssetStore.replaceRenditions(write, id, renditions);
            AssetStore.setDeveloped(write, id, Pictures.PLAIN);
            audit(
                    write,
                    actor,
                    Action.CROP,
                    asset,
                    Detail.change(AssetColumns.write(asset.framing()), AssetColumns.write(framing)));
            return asset;
        });
    }

    /** Puts another file in place of the original, everywhere at once. The old file is kept. */
    public MediaOutcome<Asset> replace(Actor actor, String id, long seen, Path file, String fileName) {
        return substitute(actor, id, seen, asset -> {
            var taken = pictures.take(id, file, cleanName(fileName), Framing.USUAL);
            if (taken.original().type().kind() != asset.kind()) {
                throw new NotAPicture(MediaProblem.Kind.OTHER_KIND);
            }
            return taken;
        });
    }

    /** Chooses the picture that stands for a video or sound. */
    public MediaOutcome<Asset> setPoster(Actor actor, String id, long seen, Path file) {
        return substitute(actor, id, seen, asset -> {
            if (asset.kind() == FileType.Kind.PICTURE || Intake.type(file).kind() != FileType.Kind.PICTURE) {
                throw new NotAPicture(MediaProblem.Kind.OTHER_KIND);
            }
            var poster = pictures.take(id, file, "", Framing.USUAL);
            var original = asset.original();
            return new Pictures.Taken(
                    new Asset.Original(
                            original.blob(),
                            original.type(),
                            original.fileName(),
                            original.bytes(),
                            poster.original().width(),
                            poster.original().height(),
                            original.length(),
                            false,
                            poster.original().blob()),
                    Embedded.NONE,
                    poster.renditions());
        });
    }

    private MediaOutcome<Asset> substitute(Actor actor, String id, long seen, Function<Asset, Pictures.Taken> making) {
        var before = pictures.find(id);
        if (before.isEmpty() || !mayChange(actor, before.get())) {
            return MediaOutcome.refused(
                    before.isEmpty() ? MediaProblem.Kind.NO_SUCH_PICTURE : MediaProblem.Kind.NOT_ALLOWED);
        }
        Pictures.Taken taken;
        try {
            taken = making.apply(before.get());
        } catch (NotAPicture e) {
            return MediaOutcome.refused(e.problem());
        }
        return change(actor, id, seen, (write, asset) -> {
            var changed = new Asset(
                    id,
                    taken.original(),
                    asset.description(),
                    Framing.USUAL,
                    asset.addedBy(),
                    asset.addedAt(),
                    seen,
                    taken.renditions());
            if (!taken.original().blob().equals(asset.original().blob())) {
                AssetStore.insertReplaced(write, ids.next(), asset.original(), id, clock.instant(), actor.id());
            }
            AssetStore.setOriginal(write, changed, taken.embedded().entries());
            AssetStore.replaceRenditions(write, id, taken.renditions());
            AssetStore.setDeveloped(write, id, Pictures.developed(changed.original()));
            audit(write, actor, Action.REPLACE, asset, Detail.change(asset.shownBlob(), changed.shownBlob()));
            return changed;
        });
    }

    private MediaOutcome<Asset> change(Actor actor, String id, long seen, BiFunction<Handle, Asset, Asset> verb) {
        return database.write(write -> {
            var found = AssetStore.find(write, List.of(id)).stream().findFirst();
            if (found.isEmpty()) {
                return MediaOutcome.refused(MediaProblem.Kind.NO_SUCH_PICTURE);
            }
            if (!mayChange(actor, found.get())) {
                return MediaOutcome.refused(MediaProblem.Kind.NOT_ALLOWED);
            }
            if (found.get().version() != seen) {
                return new MediaOutcome.Conflict<>(found.get());
            }
            var _ = verb.apply(write, found.get());
            var changed = AssetStore.find(write, List.of(id)).getFirst();
            if (changed.version() != seen) {
                pictures.tellOf(write, id);
            }
            return new MediaOutcome.Done<>(changed);
        });
    }

    /** Whether somebody may change a picture, for screens that would offer it. */
    public boolean mayChange(Actor actor, Asset asset) {
        return actor.may(Permission.EDIT_PICTURES)
                || actor.may(Permission.WRITE) && asset.addedBy().equals(actor.id());
    }

    // ---- looking

    /** A page of the library; {@code next} is where the following one begins. */
    public record Page(List<Asset> assets, Optional<PictureQuery.Place> next) {}

    public Page search(PictureQuery query) {
        Instant now = clock.instant();
        var found = database.read(read -> AssetStore.page(read, query, now));
        return found.size() <= query.count()
                ? new Page(found, Optional.empty())
                : new Page(
                        found.subList(0, query.count()),
                        Optional.of(PictureQuery.Place.after(found.get(query.count() - 1))));
    }

    public Optional<Asset> find(String id) {
        return pictures.find(id);
    }

    /** What the file of a picture says of itself. */
    public List<EmbeddedEntry> embedded(String id) {
        return database.read(read -> AssetStore.embedded(read, id));
    }

    /** The originals that were replaced, newest first. */
    public List<Asset.Replaced> replaced(String id) {
        return database.read(read -> AssetStore.replaced(read, id));
    }

    /** The original, or one that it replaced, by its blob; only for the desk. */
    public Optional<BlobStore.Blob> original(Asset asset, String blob) {
        boolean its = asset.original().blob().equals(blob)
                || replaced(asset.id()).stream().anyMatch(old -> old.blob().equals(blob));
        return its ? blobs.find(blob) : Optional.empty();
    }

    private void audit(Handle write, Actor actor, Action action, Asset asset, Detail detail) {
        Audit.append(
                write, ids.next(), clock.instant(), actor, action, Subject.picture(asset.id(), asset.name()), detail);
    }

    /** Only what differs, so that the log can be read. */
    private static Detail difference(Asset.Description before, Asset.Description after) {
        var old = new ArrayList<String>();
        var now = new ArrayList<String>();
        var fields = texts(before);
        var others = texts(after);
        for (int i = 0; i < fields.size(); i++) {
            if (!fields.get(i).equals(others.get(i))) {
                old.add(fields.get(i));
                now.add(others.get(i));
            }
        }
        return Detail.change(String.join(" | ", old), String.join(" | ", now));
    }

    private static List<String> texts(Asset.Description description) {
        return List.of(
                description.alt(),
                description.caption(),
                description.credit(),
                String.join(", ", description.keywords()),
                description.licence(),
                description.usableUntil().map(Instant::toString).orElse(""));
    }

    /** The last part of a path that some browsers send, without what no file name should hold. */
    private static String cleanName(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = EmbeddedLetters.clean(last).replace("\n", " ").replace("\t", " ");
        return clean.length() > 200 ? clean.substring(clean.length() - 200) : clean;
    }
}
