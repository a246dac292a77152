package news.titr.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Looks at a file that somebody sends: what it is, what it says of itself, and its pixels. Nothing is kept yet. */
final class Intake {

    /** Larger pictures are no pictures for a page; film may be larger. */
    static final long LARGEST_PICTURE = 128L << 20;

    static final long LARGEST_FILE = 4L << 30;

    /** Of all frames of a moving picture together. */
    private static final long MOST_MOVING_PIXELS = 400_000_000;

    /** What metadata is read from: it stands near the beginning of every format but HEIC, whose files are small. */
    private static final int METADATA_WITHIN = 32 << 20;

    private static final int AT_ONCE = 2;

    private final Decoder decoder;
    private final Optional<Film> film;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    Intake(Programs programs) {
        decoder = programs.vips().<Decoder>map(VipsDecoder::new).orElseGet(JavaDecoder::new);
        film = programs.ffmpeg().map(Film::new);
    }

    /**
     * @param image what readers' sizes are made of; empty for sound, and for film where ffmpeg is missing
     * @param poster the picture that stands for a film, as a file in the workspace
     */
    record Looked(
            FileType type,
            Embedded embedded,
            Optional<BufferedImage> image,
            int width,
            int height,
            boolean moving,
            Duration length,
            Optional<Path> poster) {}

    /** @throws NotAPicture with the one reason why it is not taken in */
    Looked look(Path file, Path folder, boolean patient) {
        var type = type(file);
        acquire();
        try {
            return switch (type.kind()) {
                case PICTURE -> picture(file, type, folder, patient);
                case VIDEO, AUDIO -> played(file, type, folder);
            };
        } finally {
            places.release();
        }
    }

    static FileType type(Path file) {
        try (var input = Files.newInputStream(file)) {
            long size = Files.size(file);
            if (size == 0) {
                throw new NotAPicture(MediaProblem.Kind.EMPTY);
            }
            var type = FileType.of(input.readNBytes(FileType.HEAD))
                    .orElseThrow(() -> new NotAPicture(MediaProblem.Kind.UNKNOWN_FORMAT));
            if (size > (type.kind() == FileType.Kind.PICTURE ? LARGEST_PICTURE : LARGEST_FILE)) {
                throw new NotAPicture(MediaProblem.Kind.TOO_LARGE, Long.toString(size >> 20));
            }
            return type;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Looked picture(Path file, FileType type, Path folder, boolean patient) {
        var embedded = Embedded.read(beginning(file), type);
        int frames = type == FileType.GIF ? GifFrames.read(beginning(file)).frames() : 1;
        var decoded = decoder.decode(file, type, embedded.orientation(), folder, patient);
        frames = Math.max(frames, decoded.pages());
        if (frames > 1 && (long) decoded.width() * decoded.height() * frames > MOST_MOVING_PIXELS) {
            throw new NotAPicture(MediaProblem.Kind.TOO_MANY_FRAMES, Integer.toString(frames));
        }
        return new Looked(
                type,
                embedded,
                Optional.of(decoded.image()),
                decoded.width(),
                decoded.height(),
                frames > 1 && (type == FileType.GIF || type == FileType.WEBP),
                Duration.ZERO,
                Optional.empty());
    }

    private Looked played(Path file, FileType type, Path folder) {
        if (type.reader().equals("mov") && !IsoBoxes.isWhole(file)) {
            throw new NotAPicture(MediaProblem.Kind.CUT_OFF);
        }
        if (film.isEmpty()) {
            return new Looked(type, Embedded.NONE, Optional.empty(), 0, 0, false, Duration.ZERO, Optional.empty());
        }
        var facts = film.get().look(file, type, folder);
        var poster = type.kind() == FileType.Kind.VIDEO && facts.pictured()
                ? film.get().poster(file, type, facts.length(), folder)
                : Optional.<Path>empty();
        var decoded = poster.map(png -> decoder.decode(png, FileType.PNG, 1, folder, false));
        return new Looked(
                type,
                Embedded.NONE,
                decoded.map(Decoder.Decoded::image),
                decoded.map(Decoder.Decoded::width).orElse(0),
                decoded.map(Decoder.Decoded::height).orElse(0),
                false,
                facts.length(),
                poster);
    }

    /** The pixels of what was taken in before. */
    BufferedImage pixels(Path file, Path folder) {
        var type = type(file);
        acquire();
        try {
            int orientation = Embedded.read(beginning(file), type).orientation();
            return decoder.decode(file, type, orientation, folder, true).image();
        } finally {
            places.release();
        }
    }

    /** What readers may play of a film or sound; empty where nothing can make it. */
    Optional<Path> playable(Path file, FileType type, Path folder) {
        return film.flatMap(ffmpeg -> ffmpeg.stripped(file, type, folder));
    }

    private void acquire() {
        try {
            places.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting to look at a picture", e);
        }
    }

    private static byte[] beginning(Path file) {
        try (var input = Files.newInputStream(file)) {
            return input.readNBytes(METADATA_WITHIN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
