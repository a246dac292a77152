package news.titr.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import news.titr.TestDatabase;
import news.titr.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files as phones and programs write them (in {@code src/test/resources/media}), with place, serial numbers, names and a
 * thumbnail in them. Readers get none of it.
 */
class CameraFilesTest {

    /** What stands in the files or marks where it would stand: «x264» begins what an encoder says of itself. */
    private static final List<String> SECRETS =
            List.of("SERIAL", "LENS4711", "Secret Name", "secret comment", "+35.6", "Exif", "ns.adobe.com", "x264");

    private static final Programs INSTALLED =
            Programs.on(Optional.ofNullable(System.getenv("PATH")).orElse(""));

    private final World world = new World();
    private final BlobStore blobs = new FolderBlobs(TestDatabase.temporaryFolder());

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"camera.jpg", "camera.heic", "camera.avif", "moving.webp"})
    void a_picture_says_what_it_shows_and_nothing_of_who_took_it_where(String name) throws IOException {
        assumeTrue(INSTALLED.vips().isPresent() || name.endsWith(".jpg"), "libvips is not installed");
        var asset = done(name, read(name), INSTALLED);
        assertEquals(96, asset.original().width());
        assertEquals(name.startsWith("moving"), asset.original().moving());
        assertEquals(name.startsWith("moving"), !asset.moving().isEmpty());
        if (!asset.original().moving()) {
            assertEquals("پلی بر رود", asset.description().caption());
        }
        assertSilent(asset);
    }

    @Test
    void a_film_is_played_without_its_place_its_device_and_what_its_encoder_wrote_between_the_pictures()
            throws IOException {
        assumeTrue(INSTALLED.ffmpeg().isPresent() && INSTALLED.vips().isPresent(), "ffmpeg or libvips is missing");
        var asset = done("film.mp4", read("film.mp4"), INSTALLED);
        assertEquals(1, asset.original().length().toSeconds());
        assertTrue(asset.hasStills(), "a picture stands for it");
        assertEquals(
                1,
                asset.renditions().stream()
                        .filter(rendition -> rendition.purpose() == Asset.Rendition.Purpose.PLAYED)
                        .count());
        assertSilent(asset);
    }

    @Test
    void without_ffmpeg_a_film_is_kept_for_the_desk_and_readers_get_nothing_of_it() throws IOException {
        var asset = done("film.mp4", read("film.mp4"), Programs.NONE);
        assertEquals(List.of(), asset.renditions());
    }

    @ParameterizedTest
    @ValueSource(strings = {"camera.heic", "camera.avif", "moving.webp", "film.mp4"})
    void of_a_file_that_was_cut_off_one_line_says_so(String name) throws IOException {
        assumeTrue(INSTALLED.vips().isPresent() || name.endsWith(".mp4"), "libvips is not installed");
        byte[] file = read(name);
        assertEquals(
                name.endsWith(".mp4") ? MediaProblem.Kind.CUT_OFF : MediaProblem.Kind.DAMAGED,
                problem(name, Arrays.copyOf(file, file.length / 3), INSTALLED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"camera.heic", "camera.avif", "moving.webp"})
    void without_libvips_it_is_said_what_is_needed(String name) throws IOException {
        assertEquals(MediaProblem.Kind.NEEDS_LIBVIPS, problem(name, read(name), Programs.NONE));
    }

    private void assertSilent(Asset asset) {
        for (var rendition : asset.renditions()) {
            String raw = new String(blobs.get(rendition.blob()).orElseThrow(), StandardCharsets.ISO_8859_1);
            SECRETS.forEach(secret -> assertFalse(raw.contains(secret), rendition.name() + " holds " + secret));
        }
    }

    /** The picture when everything is made of it that will be. */
    private Asset done(String name, byte[] bytes, Programs programs) throws IOException {
        var outcome = assertInstanceOf(MediaOutcome.Done.class, sent(name, bytes, programs));
        while (pictures(programs).developNext()) {
            // one step after the other
        }
        String id = ((PictureLibrary.TakenIn) outcome.value()).asset().id();
        return pictures(programs).find(id).orElseThrow();
    }

    private MediaProblem.Kind problem(String name, byte[] bytes, Programs programs) throws IOException {
        var refused = assertInstanceOf(MediaOutcome.Refused.class, sent(name, bytes, programs));
        assertEquals(1, refused.problems().size());
        return ((MediaProblem) refused.problems().getFirst()).kind();
    }

    private MediaOutcome<PictureLibrary.TakenIn> sent(String name, byte[] bytes, Programs programs) throws IOException {
        var library = new PictureLibrary(
                world.database, pictures(programs), blobs, world.ids, world.clock, ZoneId.of("Asia/Tehran"));
        return library.takeIn(world.technician, Files.write(folder.resolve("sent"), bytes), name);
    }

    private Pictures pictures(Programs programs) {
        return new Pictures(world.database, blobs, world.clock, programs);
    }

    private static byte[] read(String name) throws IOException {
        try (var input = CameraFilesTest.class.getResourceAsStream("/media/" + name)) {
            return java.util.Objects.requireNonNull(input).readAllBytes();
        }
    }
}
