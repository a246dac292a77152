package news.titr.media;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What ffmpeg does for video and sound: how long it is, a picture that stands for it, and a copy that tells nothing else. */
final class Film {

    private static final BoundedProcess.Limits LOOK =
            new BoundedProcess.Limits(Duration.ofSeconds(20), 2L << 30, 1 << 20, false);
    private static final BoundedProcess.Limits POSTER =
            new BoundedProcess.Limits(Duration.ofSeconds(60), 3L << 30, 256 << 20, false);
    private static final BoundedProcess.Limits COPY =
            new BoundedProcess.Limits(Duration.ofMinutes(5), 2L << 30, 8L << 30, true);

    /**
     * Between the pictures, encoders and cameras write what they like (their settings, serial numbers, where they are): the
     * kinds of unit that hold it, by codec. No player needs them.
     */
    private static final Map<String, String> USER_DATA = Map.of("h264", "6", "hevc", "39-40");

    private final Path programs;

    Film(Path programs) {
        this.programs = programs;
    }

    record Facts(Duration length, boolean pictured) {}

    /** @throws NotAPicture when ffmpeg finds nothing to play in it */
    Facts look(Path file, FileType type, Path folder) {
        var look = ask(file, type, folder, "-show_entries", "format=duration:stream=codec_type");
        boolean pictured = look.output().contains("codec_type=video");
        if (!look.good() || !pictured && !look.output().contains("codec_type=audio")) {
            throw new NotAPicture(MediaProblem.Kind.DAMAGED);
        }
        var length = Pattern.compile("duration=([0-9]{1,7}(?:\\.[0-9]{1,3})?)").matcher(look.output());
        return new Facts(
                length.find() ? Duration.ofMillis((long) (Double.parseDouble(length.group(1)) * 1000)) : Duration.ZERO,
                pictured);
    }

    private BoundedProcess.Result ask(Path file, FileType type, Path folder, String... wanted) {
        var command =
                new ArrayList<>(List.of(programs.resolve("ffprobe").toString(), "-v", "error", "-of", "default=nw=1"));
        command.addAll(List.of(wanted));
        command.addAll(List.of("-protocol_whitelist", "file", "-f", type.reader(), "file:" + file));
        return BoundedProcess.run(folder, LOOK, command);
    }

    /** A telling picture from near the beginning, as PNG. */
    Optional<Path> poster(Path file, FileType type, Duration length, Path folder) {
        Path png = folder.resolve("poster.png");
        var command = input(file, type, length.toSeconds() > 6 ? List.of("-ss", "2") : List.of());
        command.addAll(List.of(
                "-map",
                "0:v:0",
                "-vf",
                "thumbnail=40,scale=w='min(2560,iw)':h=-2",
                "-frames:v",
                "1",
                "-f",
                "image2",
                "-c:v",
                "png",
                png.toString()));
        return BoundedProcess.run(folder, POSTER, command).good() && Files.exists(png)
                ? Optional.of(png)
                : Optional.empty();
    }

    /** The same picture and sound in a file without places, names, devices, chapters, covers and data tracks. */
    Optional<Path> stripped(Path file, FileType type, Path folder) {
        Path out = folder.resolve("played." + played(type).extension());
        var command = input(file, type, List.of());
        if (type.kind() == FileType.Kind.VIDEO) {
            command.addAll(List.of("-map", "0:v:0?"));
            String codec = ask(file, type, folder, "-select_streams", "v:0", "-show_entries", "stream=codec_name")
                    .output()
                    .replace("codec_name=", "")
                    .strip();
            if (USER_DATA.containsKey(codec)) {
                command.addAll(List.of("-bsf:v:0", "filter_units=remove_types=" + USER_DATA.get(codec)));
            }
        }
        command.addAll(List.of(
                "-map", "0:a:0?", "-map_metadata", "-1", "-map_chapters", "-1", "-c", "copy", "-fflags", "+bitexact"));
        switch (played(type)) {
            case MP4 -> command.addAll(List.of("-movflags", "+faststart", "-f", "mp4"));
            case M4A -> command.addAll(List.of("-movflags", "+faststart", "-f", "ipod"));
            case WEBM -> command.addAll(List.of("-f", "webm"));
            case MP3 -> command.addAll(List.of("-id3v2_version", "0", "-write_xing", "0", "-f", "mp3"));
            case OGG -> command.addAll(List.of("-f", "ogg"));
            case FLAC -> command.addAll(List.of("-f", "flac"));
            case WAV -> command.addAll(List.of("-f", "wav"));
            case JPEG, PNG, GIF, WEBP, AVIF, HEIC, QUICKTIME ->
                throw new IllegalArgumentException(type + " is not played");
        }
        command.add(out.toString());
        return BoundedProcess.run(folder, COPY, command).good() && Files.exists(out)
                ? Optional.of(out)
                : Optional.empty();
    }

    /** What readers get of it: browsers play MP4, and QuickTime holds the same. */
    static FileType played(FileType type) {
        return type == FileType.QUICKTIME ? FileType.MP4 : type;
    }

    private List<String> input(Path file, FileType type, List<String> before) {
        var command = new ArrayList<>(
                List.of(programs.resolve("ffmpeg").toString(), "-nostdin", "-v", "error", "-y", "-threads", "1"));
        command.addAll(before);
        // one reader and no addresses: a playlist in disguise reaches nothing
        command.addAll(List.of("-protocol_whitelist", "file", "-f", type.reader(), "-i", "file:" + file));
        return command;
    }
}
