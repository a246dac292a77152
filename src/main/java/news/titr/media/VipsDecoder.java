package news.titr.media;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Decodes by the command line of libvips, which reads every format that is taken in and keeps to little memory. */
final class VipsDecoder implements Decoder {

    private static final BoundedProcess.Limits LOOK =
            new BoundedProcess.Limits(Duration.ofSeconds(15), 2L << 30, 1 << 20, false);
    private static final BoundedProcess.Limits DECODE =
            new BoundedProcess.Limits(Duration.ofSeconds(45), 3L << 30, 256 << 20, false);

    private final Path programs;

    VipsDecoder(Path programs) {
        this.programs = programs;
    }

    @Override
    public Decoded decode(Path file, FileType type, int orientation, Path folder, boolean patient) {
        var look = BoundedProcess.run(folder, LOOK, List.of(program("vipsheader"), "-a", file.toString()));
        if (!look.good()) {
            throw damaged(look);
        }
        if (!look.output().contains("vips-loader: " + type.reader())) {
            throw new NotAPicture(MediaProblem.Kind.UNKNOWN_FORMAT);
        }
        int width = field(look.output(), "width");
        int height = field(look.output(), "height");
        int pages = Math.max(1, field(look.output(), "n-pages"));
        if ((long) width * height > MOST_PIXELS) {
            throw new NotAPicture(MediaProblem.Kind.TOO_MANY_PIXELS, Long.toString((long) width * height));
        }
        Path png = folder.resolve("decoded.png");
        var command = new ArrayList<>(List.of(
                program("vips"),
                "thumbnail",
                file.toString(),
                png + "[compression=1,strip]",
                Integer.toString(LARGEST_SIDE),
                "--height",
                Integer.toString(LARGEST_SIDE),
                "--size",
                "down",
                "--fail-on",
                "truncated"));
        // without a profile of its own it is sRGB already, and a conversion would only shift its blues
        if (look.output().contains("icc-profile-data: ") || look.output().contains("interpretation: cmyk")) {
            command.addAll(List.of("--export-profile", "srgb"));
        }
        var decoded = BoundedProcess.run(folder, patient ? DECODE.whenever() : DECODE, command);
        if (!decoded.good() || !Files.exists(png)) {
            throw damaged(decoded);
        }
        var image = Decoder.made(png);
        boolean turned = type != FileType.HEIC && type != FileType.AVIF && orientation >= 5;
        return new Decoded(image, turned ? height : width, turned ? width : height, pages);
    }

    private String program(String name) {
        return programs.resolve(name).toString();
    }

    private static NotAPicture damaged(BoundedProcess.Result result) {
        return new NotAPicture(
                MediaProblem.Kind.DAMAGED,
                result.complaint().replaceAll("/\\S*/", "").strip());
    }

    private static int field(String header, String name) {
        var found =
                Pattern.compile("^" + name + ": (\\d{1,9})$", Pattern.MULTILINE).matcher(header);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }
}
