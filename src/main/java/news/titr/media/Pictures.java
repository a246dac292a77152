package news.titr.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import news.titr.db.Database;
import news.titr.db.Outbox;
import news.titr.media.Asset.Rendition;
import org.jdbi.v3.core.Handle;

/**
 * The pictures of the newspaper: what readers get of them, made once and found again. What people do to them goes through
 * {@link PictureLibrary}.
 */
public final class Pictures {

    /** Part of every address: goes up when sizes or settings change, so that addresses of other pictures are others. */
    private static final String RECIPE = "1";

    static final String PLAIN = "plain";
    static final String MODERN = "modern";
    private static final String FAILED = "failed";

    /** In the outbox: readers see a picture otherwise than before, in a story or, without one, anywhere. */
    public static final String EVENT = "picture";

    private final Database database;
    private final BlobStore blobs;
    private final InstantSource clock;
    private final Showing showing;
    private final Intake intake;
    private final Developing developing;

    public Pictures(Database database, BlobStore blobs, InstantSource clock, Programs programs) {
        this(database, blobs, clock, programs, Showing.NOWHERE);
    }

    /** @param showing knows what is to be told of when a picture changes */
    public Pictures(Database database, BlobStore blobs, InstantSource clock, Programs programs, Showing showing) {
        this.showing = showing;
        this.database = database;
        this.blobs = blobs;
        this.clock = clock;
        intake = new Intake(programs);
        developing = new Developing(blobs, programs.vips());
    }

    /** What a file has become before anybody else knows of it. */
    record Taken(Asset.Original original, Embedded embedded, List<Rendition> renditions) {}

    /**
     * Looks at a file, keeps it, and makes the sizes that every browser can show.
     *
     * @throws NotAPicture when it cannot be shown; then nothing was kept
     */
    Taken take(String id, Path file, String fileName, Framing framing) {
        try (var work = Workspace.open()) {
            var looked = intake.look(file, work.folder(), false);
            String poster = looked.poster().map(blobs::put).orElse("");
            var original = new Asset.Original(
                    blobs.put(file),
                    looked.type(),
                    fileName,
                    Files.size(file),
                    looked.width(),
                    looked.height(),
                    looked.length(),
                    looked.moving(),
                    poster);
            String key = key(id, poster.isEmpty() ? original.blob() : poster, framing);
            return new Taken(
                    original,
                    looked.embedded(),
                    looked.image()
                            .map(image -> developing.plain(image, framing, List.of(Slot.values()), key))
                            .orElse(List.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Keeps a picture that a program brings, such as an importer. Under an id that is already taken nothing changes.
     *
     * @throws NotAPicture when the bytes cannot be shown as a picture
     */
    public Asset add(String id, byte[] bytes, String credit) {
        return find(id).orElseGet(() -> {
            try (var work = Workspace.open()) {
                Path file = Files.write(work.folder().resolve("original"), bytes);
                var taken = take(id, file, "", Framing.USUAL);
                return insert(
                        id,
                        taken.original(),
                        Asset.Description.NONE.withCredit(credit),
                        taken.renditions(),
                        developed(taken.original()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Keeps a picture that this program has drawn itself: nothing in it has to be feared, so it is quick. */
    public Asset addDrawn(String id, byte[] jpeg, Asset.Description description) {
        return find(id).orElseGet(() -> {
            BufferedImage image;
            try {
                image = Scaling.plain(ImageIO.read(new ByteArrayInputStream(jpeg)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            String blob = blobs.put(jpeg);
            var original = new Asset.Original(
                    blob,
                    FileType.JPEG,
                    "",
                    jpeg.length,
                    image.getWidth(),
                    image.getHeight(),
                    Duration.ZERO,
                    false,
                    "");
            String key = key(id, blob, Framing.USUAL);
            return insert(
                    id, original, description, developing.plain(image, Framing.USUAL, List.of(Slot.WHOLE), key), "");
        });
    }

    /** Keeps a film that comes with this program, as it is, and the picture that stands for it. */
    public Asset addFilm(String id, byte[] mp4, byte[] jpeg, Duration length, Asset.Description description) {
        return find(id).orElseGet(() -> {
            BufferedImage image;
            try {
                image = Scaling.plain(ImageIO.read(new ByteArrayInputStream(jpeg)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            String film = blobs.put(mp4);
            String poster = blobs.put(jpeg);
            var original = new Asset.Original(
                    film, FileType.MP4, "", mp4.length, image.getWidth(), image.getHeight(), length, false, poster);
            String key = key(id, poster, Framing.USUAL);
            var renditions = new ArrayList<>(developing.plain(image, Framing.USUAL, List.of(Slot.values()), key));
            renditions.add(new Rendition(
                    Slot.WHOLE,
                    Rendition.Purpose.PLAYED,
                    image.getWidth(),
                    image.getHeight(),
                    FileType.MP4.mediaType(),
                    film,
                    key + "/played." + FileType.MP4.extension()));
            return insert(id, original, description, renditions, MODERN);
        });
    }

    private Asset insert(
            String id,
            Asset.Original original,
            Asset.Description description,
            List<Rendition> renditions,
            String developed) {
        var asset = new Asset(id, original, description, Framing.USUAL, "technician", clock.instant(), 1, renditions);
        database.write(write -> {
            AssetStore.insert(write, asset, List.of(), developed);
            return null;
        });
        return asset;
    }

    /** How far a file is developed that was just taken in: what moves or is played is not made yet. */
    static String developed(Asset.Original original) {
        return original.moving() || original.type().kind() != FileType.Kind.PICTURE ? "" : PLAIN;
    }

    /** The pictures with these ids, in one query. */
    public Map<String, Asset> find(Collection<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : database.read(read -> AssetStore.find(read, ids)).stream()
                        .collect(Collectors.toMap(Asset::id, Function.identity()));
    }

    public Optional<Asset> find(String id) {
        return Optional.ofNullable(find(List.of(id)).get(id));
    }

    /** What is known of these pictures, within the transaction of a door that has to judge them. */
    public static Map<String, Asset.Description> descriptions(Handle read, Collection<String> ids) {
        return AssetStore.find(read, ids).stream().collect(Collectors.toMap(Asset::id, Asset::description));
    }

    /** What an address below {@code /media/} leads to. */
    public sealed interface Address {
        record Here(Rendition rendition, BlobStore.Blob blob) implements Address {}

        /** The picture was cut anew or replaced; the same size of it is there now. */
        record Moved(String address) implements Address {}

        record Nowhere() implements Address {}
    }

    /** @param name what stands behind {@code /media/} */
    public Address address(String name) {
        var found = database.read(read -> AssetStore.rendition(read, name));
        if (found.isPresent()) {
            return blobs.find(found.get().blob())
                    .<Address>map(blob -> new Address.Here(found.get(), blob))
                    .orElseGet(Address.Nowhere::new);
        }
        String key = name.replaceFirst("[/.].*", "");
        return database.read(read -> AssetStore.assetOfKey(read, key))
                .flatMap(this::find)
                .flatMap(asset -> nearest(asset, name))
                .<Address>map(rendition -> new Address.Moved(rendition.address()))
                .orElseGet(Address.Nowhere::new);
    }

    private static Optional<Rendition> nearest(Asset asset, String oldName) {
        String last = oldName.substring(oldName.indexOf('/') + 1);
        return asset.renditions().stream()
                .filter(rendition -> rendition.name().endsWith("/" + last))
                .findFirst()
                .or(() -> asset.atLeast(Slot.of(last.replaceFirst("-.*", "")).orElse(Slot.WHOLE), 640));
    }

    /** The length of what readers get; zero when its file is missing. */
    public long bytes(Rendition rendition) {
        return blobs.find(rendition.blob()).map(BlobStore.Blob::size).orElse(0L);
    }

    /** What readers get, for what has to hold it itself. */
    public Optional<byte[]> content(Rendition rendition) {
        return blobs.get(rendition.blob());
    }

    /** The bytes of the widest JPEG or PNG of a picture: for paper, and for what knows no other format. */
    public Optional<byte[]> widest(String id) {
        return find(id).flatMap(asset -> asset.atLeast(Integer.MAX_VALUE))
                .flatMap(rendition -> blobs.get(rendition.blob()));
    }

    /**
     * Makes what is still missing of the newest unfinished picture: crops, AVIF and WebP, what is played. Answers false when
     * nothing is missing.
     */
    public boolean developNext() {
        var unfinished = developing.canMakeModern() ? List.of("", PLAIN) : List.of("");
        var next =
                database.read(read -> AssetStore.undeveloped(read, unfinished)).flatMap(this::find);
        next.ifPresent(this::develop);
        return next.isPresent();
    }

    /** Makes every rendition anew from the originals; answers how many pictures were done. */
    public int rebuildRenditions() {
        var all = database.read(AssetStore::allIds);
        all.forEach(id -> find(id).ifPresent(this::develop));
        return all.size();
    }

    /**
     * Makes what every browser can show of pictures of which nothing is made, as after an import; the rest is made by
     * {@link #developNext}, while the server runs. Answers how many pictures there are.
     */
    public int makeShowable(IntConsumer progress) {
        var all = database.read(AssetStore::allIds);
        int done = 0;
        for (String id : all) {
            find(id).filter(asset -> asset.renditions().isEmpty()).ifPresent(asset -> develop(asset, false));
            progress.accept(++done);
        }
        return all.size();
    }

    private void develop(Asset asset) {
        develop(asset, developing.canMakeModern());
    }

    private void develop(Asset asset, boolean modern) {
        List<Rendition> renditions;
        String state = modern ? MODERN : PLAIN;
        if (!List.of(asset.shownBlob(), asset.original().blob()).stream()
                .allMatch(blob -> blobs.find(blob).isPresent())) {
            // lost on this machine, or before it moved here; a rebuild looks again
            keep(asset, asset.renditions(), FAILED);
            return;
        }
        try (var work = Workspace.open()) {
            renditions = developed(asset, modern, work.folder());
        } catch (NotAPicture e) {
            // it could be shown once; what there is of it stays
            renditions = asset.renditions();
            state = FAILED;
        }
        keep(asset, renditions, state);
    }

    private void keep(Asset asset, List<Rendition> renditions, String state) {
        database.write(write -> {
            // somebody may have cut or replaced it meanwhile; then it is unfinished still
            boolean same = AssetStore.find(write, List.of(asset.id())).stream()
                    .anyMatch(now -> now.framing().equals(asset.framing())
                            && now.shownBlob().equals(asset.shownBlob())
                            && now.original().blob().equals(asset.original().blob()));
            if (same) {
                AssetStore.replaceRenditions(write, asset.id(), renditions);
                AssetStore.setDeveloped(write, asset.id(), state);
                if (!renditions.equals(asset.renditions())) {
                    tellOf(write, asset.id());
                }
            }
            return null;
        });
    }

    /** Writes down that readers see it otherwise, wherever they see it. */
    void tellOf(Handle write, String asset) {
        var places = showing.of(write, asset);
        Outbox.append(write, clock.instant(), EVENT, places.stories());
        if (places.elsewhere()) {
            Outbox.append(write, clock.instant(), EVENT, OptionalLong.empty());
        }
    }

    private List<Rendition> developed(Asset asset, boolean modern, Path folder) {
        var renditions = new ArrayList<Rendition>();
        String key = key(asset.id(), asset.shownBlob(), asset.framing());
        if (asset.hasStills()) {
            var image = intake.pixels(file(asset.shownBlob(), folder), folder);
            renditions.addAll(developing.plain(image, asset.framing(), List.of(Slot.values()), key));
            if (modern) {
                renditions.addAll(developing.modern(image, asset.framing(), key, folder));
            }
        }
        if (asset.original().moving()) {
            developing
                    .moving(asset.original(), file(asset.original().blob(), folder), key, folder)
                    .ifPresent(renditions::add);
        }
        if (asset.kind() != FileType.Kind.PICTURE) {
            var type = asset.original().type();
            intake.playable(file(asset.original().blob(), folder), type, folder)
                    .ifPresent(played -> renditions.add(new Rendition(
                            Slot.WHOLE,
                            Rendition.Purpose.PLAYED,
                            asset.original().width(),
                            asset.original().height(),
                            Film.played(type).mediaType(),
                            blobs.put(played),
                            key + "/played." + Film.played(type).extension())));
        }
        return renditions;
    }

    /** What every browser can show of a picture that is cut anew, at once. */
    List<Rendition> framed(Asset asset, Framing framing) {
        if (!asset.hasStills()) {
            return asset.renditions();
        }
        try (var work = Workspace.open()) {
            var image = intake.pixels(file(asset.shownBlob(), work.folder()), work.folder());
            var renditions = new ArrayList<>(developing.plain(
                    image, framing, List.of(Slot.values()), key(asset.id(), asset.shownBlob(), framing)));
            asset.renditions().stream()
                    .filter(rendition -> rendition.purpose() != Rendition.Purpose.STILL)
                    .forEach(renditions::add);
            return renditions;
        }
    }

    private Path file(String blob, Path folder) {
        try {
            return blobs.find(blob)
                    .orElseThrow(() -> new IllegalStateException("The file " + blob + " of a picture is missing"))
                    .file(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another for each picture, each file, each way to cut it: what stands below it never changes. */
    private static String key(String id, String blob, Framing framing) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", RECIPE, id, blob, AssetColumns.write(framing))
                            .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
