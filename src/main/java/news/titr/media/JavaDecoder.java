package news.titr.media;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Decodes JPEG, PNG and GIF in a small Java of its own, where libvips is missing. */
final class JavaDecoder implements Decoder {

    private static final BoundedProcess.Limits LIMITS =
            new BoundedProcess.Limits(Duration.ofSeconds(45), 0, 256 << 20, false);

    @Override
    public Decoded decode(Path file, FileType type, int orientation, Path folder, boolean patient) {
        if (!type.plain()) {
            throw new NotAPicture(MediaProblem.Kind.NEEDS_LIBVIPS, type.name());
        }
        Path png = folder.resolve("decoded.png");
        var result = BoundedProcess.run(
                folder,
                patient ? LIMITS.whenever() : LIMITS,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx800m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-Djava.awt.headless=true",
                        "-cp",
                        ownClasses(),
                        JavaDecoderProgram.class.getName(),
                        file.toString(),
                        type.name().toLowerCase(java.util.Locale.ROOT),
                        Integer.toString(orientation),
                        png.toString()));
        String[] said = result.output().strip().split(" ", 3);
        if (result.code() == JavaDecoderProgram.TOO_MANY_PIXELS) {
            throw new NotAPicture(MediaProblem.Kind.TOO_MANY_PIXELS, said[0]);
        }
        if (!result.good() || said.length != 3) {
            throw new NotAPicture(MediaProblem.Kind.DAMAGED, result.output().strip());
        }
        return new Decoded(
                Decoder.made(png), Integer.parseInt(said[0]), Integer.parseInt(said[1]), Integer.parseInt(said[2]));
    }

    /** The jar or folder that this very class was read from; it needs nothing else. */
    private static String ownClasses() {
        return Path.of(java.net.URI.create(JavaDecoder.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toString()))
                .toString();
    }
}
