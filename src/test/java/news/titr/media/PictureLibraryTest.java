package news.titr.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import news.titr.TestDatabase;
import news.titr.World;
import news.titr.db.Outbox;
import news.titr.doc.Block;
import news.titr.doc.Body;
import news.titr.people.Actor;
import news.titr.story.Bylines;
import news.titr.story.Covering;
import news.titr.story.LiveStories;
import news.titr.story.PictureUses;
import news.titr.story.Publishing;
import news.titr.story.StoryType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything is tried with the JDK alone, and with libvips where it is installed. */
@Tag("database")
class PictureLibraryTest {

    private final World world = new World();
    private final BlobStore blobs = new FolderBlobs(TestDatabase.temporaryFolder());

    @TempDir
    Path folder;

    static Stream<Programs> programs() {
        var installed = Programs.on(Optional.ofNullable(System.getenv("PATH")).orElse(""));
        return installed.vips().isPresent() ? Stream.of(Programs.NONE, installed) : Stream.of(Programs.NONE);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void a_photographers_picture_is_described_stands_upright_and_tells_readers_nothing_else(Programs programs)
            throws IOException {
        var library = library(programs);
        byte[] file = PictureFiles.fromPhotographer(900, 600);
        var asset = taken(library, file, "DSC_0001.JPG");
        assertEquals("عابران از روی پل کهنه می‌گذرند", asset.description().caption());
        assertEquals("سارا عکاس / خبرگزاری نمونه", asset.description().credit());
        assertEquals(List.of("پل کهنه", "شهر"), asset.description().keywords());
        assertEquals(
                Optional.of(Instant.parse("2024-05-01T06:50:30Z")),
                asset.description().takenAt());
        assertEquals(600, asset.original().width(), "turned as the camera was held");
        assertEquals(900, asset.original().height());
        assertTrue(library.embedded(asset.id()).contains(new EmbeddedEntry("IPTC", "City", "تهران")));
        assertTrue(library.embedded(asset.id())
                .contains(new EmbeddedEntry("EXIF", "BodySerialNumber", PictureFiles.SERIAL)));

        while (pictures.developNext()) {
            // crops, and AVIF and WebP where libvips is
        }
        var developed = library.find(asset.id()).orElseThrow();
        assertEquals(
                programs.vips().isPresent(),
                !developed.stills(Slot.WHOLE, "image/avif").isEmpty());
        assertEquals(
                programs.vips().isPresent(),
                !developed.stills(Slot.TEASER, "image/webp").isEmpty());
        for (var rendition : developed.renditions()) {
            byte[] bytes = blobs.get(rendition.blob()).orElseThrow();
            String raw = new String(bytes, StandardCharsets.ISO_8859_1);
            for (String secret : PictureFiles.secrets()) {
                String inFile = new String(PictureFiles.utf8(secret), StandardCharsets.ISO_8859_1);
                assertFalse(raw.contains(inFile), rendition.name() + " holds " + secret);
            }
        }
        var whole = read(developed.atLeast(640).orElseThrow());
        assertTrue(whole.getHeight() > whole.getWidth());
        assertTrue(isRed(whole, 0.5, 0.1) && isBlue(whole, 0.5, 0.9), "red was left and is above now");
        assertArrayEquals(file, blobs.get(asset.original().blob()).orElseThrow(), "the original is kept to the byte");
    }

    @ParameterizedTest
    @MethodSource("programs")
    void a_broken_or_hostile_file_is_refused_with_one_reason_and_leaves_nothing(Programs programs) throws IOException {
        var library = library(programs);
        byte[] good = PictureFiles.jpeg(400, 300);
        byte[] broken = PictureFiles.png(400, 300);
        Arrays.fill(broken, 60, broken.length - 20, (byte) 7);
        var cases = Map.of(
                "empty.jpg", new byte[0],
                "svg.jpg",
                        PictureFiles.utf8("<svg xmlns='http://www.w3.org/2000/svg'><image href='/etc/passwd'/></svg>"),
                "pdf.jpg", PictureFiles.utf8("%PDF-1.7 …"),
                "eps.jpg", PictureFiles.utf8("%!PS-Adobe-3.0 EPSF-3.0"),
                "playlist.mp4", PictureFiles.utf8("#EXTM3U\nfile:///etc/passwd"),
                "cut.jpg", Arrays.copyOf(good, good.length / 2),
                "head.png", Arrays.copyOf(PictureFiles.png(400, 300), 40),
                "broken.png", broken,
                "bomb.png", PictureFiles.bomb(50_000, 50_000),
                "gif.gif", Arrays.copyOf(PictureFiles.movingGif(), 60));
        var expected = Map.of(
                "empty.jpg", MediaProblem.Kind.EMPTY,
                "svg.jpg", MediaProblem.Kind.UNKNOWN_FORMAT,
                "pdf.jpg", MediaProblem.Kind.UNKNOWN_FORMAT,
                "eps.jpg", MediaProblem.Kind.UNKNOWN_FORMAT,
                "playlist.mp4", MediaProblem.Kind.UNKNOWN_FORMAT,
                "cut.jpg", MediaProblem.Kind.DAMAGED,
                "head.png", MediaProblem.Kind.DAMAGED,
                "broken.png", MediaProblem.Kind.DAMAGED,
                "bomb.png", MediaProblem.Kind.TOO_MANY_PIXELS,
                "gif.gif", MediaProblem.Kind.DAMAGED);
        for (var entry : cases.entrySet()) {
            var outcome = library.takeIn(world.technician, file(entry.getValue()), entry.getKey());
            var refused = assertInstanceOf(MediaOutcome.Refused.class, outcome, entry.getKey());
            assertEquals(1, refused.problems().size());
            assertEquals(
                    expected.get(entry.getKey()),
                    ((MediaProblem) refused.problems().getFirst()).kind(),
                    entry.getKey());
        }
        assertEquals(0, world.count("SELECT COUNT(*) FROM asset"));
        assertEquals(0, world.count("SELECT COUNT(*) FROM audit"));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void a_crop_by_hand_and_the_focal_point_decide_what_a_slot_shows(Programs programs) throws IOException {
        var library = library(programs);
        var asset = taken(library, PictureFiles.jpeg(1200, 400), "wide.jpg");
        var left = new Framing(new Framing.Point(0, 0.5), Map.of(Slot.SQUARE, new Framing.Crop(0.7, 0, 0.3, 1)));
        var framed = done(library.frame(world.technician, asset.id(), asset.version(), left));
        var teaser = framed.atLeast(Slot.TEASER, 320).orElseThrow();
        assertEquals(Math.round(teaser.width() / 1.5), teaser.height());
        assertTrue(isRed(read(teaser), 0.9, 0.5), "only what is around the focal point");
        assertTrue(isBlue(read(framed.atLeast(Slot.SQUARE, 160).orElseThrow()), 0.1, 0.5), "only what was cut by hand");
        assertFalse(
                framed.stills(Slot.TEASER)
                        .getFirst()
                        .address()
                        .equals(asset.stills(Slot.TEASER).getFirst().address()),
                "what an address leads to never changes");
        var old = assertInstanceOf(
                Pictures.Address.Moved.class,
                pictures.address(asset.stills(Slot.TEASER).getFirst().name()),
                "old pages find the new");
        assertEquals(framed.stills(Slot.TEASER).getFirst().address(), old.address());
        assertInstanceOf(
                MediaOutcome.Conflict.class,
                library.frame(world.technician, asset.id(), asset.version(), Framing.USUAL));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void another_file_takes_the_place_of_the_original_which_is_kept(Programs programs) throws IOException {
        var library = library(programs);
        var asset = taken(library, PictureFiles.jpeg(300, 200), "first.jpg");
        var replaced = done(library.replace(
                world.technician, asset.id(), asset.version(), file(PictureFiles.png(200, 300)), "second.png"));
        assertEquals(asset.id(), replaced.id());
        assertEquals(300, replaced.original().height());
        var old = library.replaced(asset.id()).getFirst();
        assertEquals("first.jpg", old.fileName());
        assertTrue(library.original(replaced, old.blob()).isPresent());
        assertTrue(library.original(replaced, "0".repeat(64)).isEmpty());
    }

    @Test
    void a_moving_picture_stays_one_without_its_comments() throws IOException {
        for (var programs : programs().toList()) {
            var library = library(programs);
            var asset = taken(library, PictureFiles.movingGif(), "moving.gif");
            while (pictures.developNext()) {
                // the moving one is made afterwards
            }
            var moving = library.find(asset.id()).orElseThrow().moving().getFirst();
            assertEquals(programs.vips().isPresent() ? "image/webp" : "image/gif", moving.mediaType());
            byte[] bytes = blobs.get(moving.blob()).orElseThrow();
            assertFalse(new String(bytes, StandardCharsets.ISO_8859_1).contains("the comment"));
            if (programs.vips().isEmpty()) {
                assertEquals(2, GifFrames.read(bytes).frames());
            }
            world.database.write(write -> write.execute("DELETE FROM rendition"));
            world.database.write(write -> write.execute("DELETE FROM rendition_key"));
            world.database.write(write -> write.execute("DELETE FROM asset"));
        }
    }

    @Test
    void a_picture_is_found_by_its_words_however_they_are_spelt_page_by_page() throws IOException {
        var library = library(Programs.NONE);
        for (int i = 1; i <= 3; i++) {
            world.clock.forward(java.time.Duration.ofSeconds(1));
            var asset = taken(library, PictureFiles.jpeg(20 + i, 20), "p" + i + ".jpg");
            done(library.describe(
                    world.technician, asset.id(), asset.version(), described("کتاب‌خانه‌های " + i, "پلی بر رود")));
        }
        assertEquals(
                3,
                search(library, "كتابخانه", PictureQuery.Place.START, 10)
                        .assets()
                        .size());
        assertEquals(
                0,
                search(library, "كتابخانه دریا", PictureQuery.Place.START, 10)
                        .assets()
                        .size());
        var first = search(library, "", PictureQuery.Place.START, 2);
        assertEquals(2, first.assets().size());
        var rest = search(
                library, "", PictureQuery.Place.of(first.next().orElseThrow().toString()), 2);
        assertEquals("p1.jpg", rest.assets().getFirst().original().fileName());
        assertTrue(rest.next().isEmpty());
    }

    @Test
    void the_same_file_again_is_the_same_picture() throws IOException {
        var library = library(Programs.NONE);
        var first = taken(library, PictureFiles.jpeg(30, 20), "one.jpg");
        var again = library.takeIn(world.technician, file(PictureFiles.jpeg(30, 20)), "two.jpg");
        assertEquals(new MediaOutcome.Done<>(new PictureLibrary.TakenIn(first, true)), again);
    }

    @Test
    void a_reporter_changes_own_pictures_only_and_every_act_is_in_the_log() throws IOException {
        var library = library(Programs.NONE);
        Actor reporter = world.reporter();
        var own = done(library.takeIn(reporter, file(PictureFiles.jpeg(30, 20)), "own.jpg"))
                .asset();
        var others = taken(library, PictureFiles.jpeg(31, 20), "others.jpg");
        done(library.describe(reporter, own.id(), own.version(), described("پل", "مردی روی پل")));
        assertEquals(
                MediaOutcome.refused(MediaProblem.Kind.NOT_ALLOWED),
                library.describe(reporter, others.id(), others.version(), described("پل", "")));
        var file = file(PictureFiles.jpeg(40, 30));
        var refused = MediaOutcome.refused(MediaProblem.Kind.NOT_ALLOWED);
        assertEquals(refused, library.frame(reporter, others.id(), others.version(), Framing.USUAL));
        assertEquals(refused, library.replace(reporter, others.id(), others.version(), file, "new.jpg"));
        assertEquals(refused, library.setPoster(reporter, others.id(), others.version(), file));
        var timer = new Actor.Timer();
        assertEquals(
                refused,
                new Uploads(world.database, library, folder.resolve("uploads"), world.ids, world.clock)
                        .begin(timer, "x.jpg", 10));
        assertEquals(3, world.count("SELECT COUNT(*) FROM audit WHERE subject_kind = 'picture'"));
    }

    @Test
    void an_upload_goes_on_where_it_was_cut_and_a_piece_sent_twice_does_no_harm() throws IOException {
        var library = library(Programs.NONE);
        var uploads = new Uploads(world.database, library, folder.resolve("uploads"), world.ids, world.clock);
        byte[] file = PictureFiles.jpeg(300, 200);
        var reporter = world.reporter();
        var begun = done(uploads.begin(reporter, "عکس من.jpg", file.length));
        byte[] half = Arrays.copyOf(file, file.length / 2);
        byte[] rest = Arrays.copyOfRange(file, half.length, file.length);
        assertEquals(
                half.length, done(uploads.append(reporter, begun.id(), 0, half)).received());
        assertEquals(
                half.length, done(uploads.append(reporter, begun.id(), 0, half)).received(), "sent again");
        // another program, after the first was killed
        var restarted = new Uploads(world.database, library, folder.resolve("uploads"), world.ids, world.clock);
        assertEquals(
                half.length, restarted.find(reporter, begun.id()).orElseThrow().received());
        assertTrue(restarted.find(world.chiefEditor(), begun.id()).isEmpty(), "nobody else's");
        var whole = done(restarted.append(reporter, begun.id(), half.length, rest));
        assertEquals(
                "عکس من.jpg",
                library.find(whole.asset().orElseThrow())
                        .orElseThrow()
                        .original()
                        .fileName());
        assertEquals(whole, done(restarted.append(reporter, begun.id(), half.length, rest)), "the answer was lost");
        try (var left = Files.list(folder.resolve("uploads"))) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void whatever_shows_a_picture_is_told_when_readers_see_it_otherwise() throws IOException {
        pictures = new Pictures(world.database, blobs, world.clock, Programs.NONE, PictureUses::shown);
        var library =
                new PictureLibrary(world.database, pictures, blobs, world.ids, world.clock, ZoneId.of("Asia/Tehran"));
        var asset = taken(library, PictureFiles.jpeg(900, 600), "bridge.jpg");
        var unused = taken(library, PictureFiles.jpeg(640, 480), "nobody.jpg");
        while (pictures.developNext()) {
            // all sizes
        }
        var shown = new Block.Picture(asset.id(), "پل پس از مرمت", "", "عکس: نیما");
        world.published(World.bridgeCloses());
        world.published(World.bridgeCloses().withText("", "با عکس", "", Body.of(shown)));
        world.draft(World.bridgeCloses().withText("", "پیش‌نویس", "", Body.of(shown)));
        var coverage = world.draft(StoryType.LIVE, World.bridgeReopens());
        World.done(world.publishing.publish(world.technician, coverage.number(), Publishing.Seen.of(coverage)));
        World.done(world.covering.write(
                world.chiefEditor(),
                coverage.number(),
                world.ids.next(),
                new Covering.Wish(Optional.empty(), "عکس رسید", Body.of(shown), "", false)));

        long before = newest();
        done(library.describe(
                world.technician,
                unused.id(),
                unused.version(),
                unused.description().withCredit("نیما")));
        assertEquals(List.of(), told(before), "nobody sees it");
        var described = done(library.describe(
                world.technician,
                asset.id(),
                asset.version(),
                asset.description().withCredit("نیما")));
        assertEquals(List.of(1002L, 1004L), told(before));
        assertTrue(LiveStories.concernsReaders(Pictures.EVENT));

        long then = newest();
        done(library.frame(
                world.technician, asset.id(), described.version(), new Framing(new Framing.Point(.2, .2), Map.of())));
        assertEquals(List.of(1002L, 1004L), told(then));
        then = newest();
        done(library.describe(
                world.technician,
                asset.id(),
                library.find(asset.id()).orElseThrow().version(),
                asset.description().withCredit("نیما")));
        assertEquals(List.of(), told(then), "nothing is otherwise");
    }

    @Test
    void a_face_and_a_page_that_stays_are_told_of_as_well() throws IOException {
        pictures = new Pictures(world.database, blobs, world.clock, Programs.NONE, PictureUses::shown);
        var library =
                new PictureLibrary(world.database, pictures, blobs, world.ids, world.clock, ZoneId.of("Asia/Tehran"));
        var asset = taken(library, PictureFiles.jpeg(900, 600), "sara.jpg");
        world.published(World.bridgeReopens());
        var profile = new Bylines(world.database)
                .profile(World.EDITION, "سارا-نویسنده")
                .orElseThrow();
        World.done(world.labelling.describe(
                world.chiefEditor(),
                1,
                new Bylines.Profile(profile.author(), "", Optional.of(asset.id()), Optional.empty()),
                "سارا نویسنده",
                ""));
        long before = newest();
        done(library.describe(
                world.technician,
                asset.id(),
                asset.version(),
                asset.description().withCredit("نیما")));
        assertEquals(List.of(0L), told(before), "anywhere");
    }

    /** The stories of what was written down of pictures since; zero for none in particular. */
    private List<Long> told(long since) {
        return world.database.read(read -> Outbox.after(read, since, 100)).stream()
                .filter(entry -> entry.event().equals(Pictures.EVENT))
                .map(entry -> entry.story().orElse(0))
                .toList();
    }

    private long newest() {
        return world.database.read(Outbox::newest);
    }

    // ---- what the tests share

    private Pictures pictures = new Pictures(world.database, blobs, world.clock, Programs.NONE);

    private PictureLibrary library(Programs programs) {
        pictures = new Pictures(world.database, blobs, world.clock, programs);
        return new PictureLibrary(world.database, pictures, blobs, world.ids, world.clock, ZoneId.of("Asia/Tehran"));
    }

    private Asset taken(PictureLibrary library, byte[] bytes, String name) throws IOException {
        return done(library.takeIn(world.technician, file(bytes), name)).asset();
    }

    private static PictureLibrary.Page search(
            PictureLibrary library, String words, PictureQuery.Place after, int count) {
        return library.search(PictureQuery.of(words, PictureQuery.Only.ALL, "", after, count));
    }

    private static Asset.Description described(String caption, String alt) {
        return new Asset.Description(alt, caption, "عکاس", List.of(), "", Optional.empty(), Optional.empty());
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "sent", ""), bytes);
    }

    private static <T> T done(MediaOutcome<T> outcome) {
        return outcome instanceof MediaOutcome.Done<T>(var value)
                ? value
                : org.junit.jupiter.api.Assertions.fail(outcome.toString());
    }

    private BufferedImage read(Asset.Rendition rendition) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(blobs.get(rendition.blob()).orElseThrow()));
    }

    private static boolean isRed(BufferedImage image, double x, double y) {
        var colour = colour(image, x, y);
        return colour.getRed() > 200 && colour.getBlue() < 60;
    }

    private static boolean isBlue(BufferedImage image, double x, double y) {
        var colour = colour(image, x, y);
        return colour.getBlue() > 200 && colour.getRed() < 60;
    }

    private static Color colour(BufferedImage image, double x, double y) {
        return new Color(image.getRGB((int) (x * image.getWidth()), (int) (y * image.getHeight())));
    }
}
