package news.titr.media;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The programs of others that are asked to look at files: libvips for pictures, ffmpeg for video and sound. Each may be
 * missing.
 *
 * @param vips the folder that holds {@code vips}, {@code vipsheader} and {@code vipsthumbnail}
 * @param ffmpeg the folder that holds {@code ffmpeg} and {@code ffprobe}
 */
public record Programs(Optional<Path> vips, Optional<Path> ffmpeg) {

    public static final Programs NONE = new Programs(Optional.empty(), Optional.empty());

    /** What a search path such as that of the shell leads to. */
    public static Programs on(String searchPath) {
        return new Programs(
                folder(searchPath, "vips", "vipsheader", "vipsthumbnail"), folder(searchPath, "ffmpeg", "ffprobe"));
    }

    private static Optional<Path> folder(String searchPath, String... names) {
        return Arrays.stream(searchPath.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .filter(folder -> Arrays.stream(names).allMatch(name -> Files.isExecutable(folder.resolve(name))))
                .findFirst();
    }
}
