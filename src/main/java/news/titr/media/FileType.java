package news.titr.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of file that are taken in, told by how they begin and never by their names. */
public enum FileType {
    JPEG(Kind.PICTURE, "image/jpeg", "jpg", "jpegload"),
    PNG(Kind.PICTURE, "image/png", "png", "pngload"),
    GIF(Kind.PICTURE, "image/gif", "gif", "gifload"),
    WEBP(Kind.PICTURE, "image/webp", "webp", "webpload"),
    AVIF(Kind.PICTURE, "image/avif", "avif", "heifload"),
    HEIC(Kind.PICTURE, "image/heic", "heic", "heifload"),
    MP4(Kind.VIDEO, "video/mp4", "mp4", "mov"),
    QUICKTIME(Kind.VIDEO, "video/quicktime", "mov", "mov"),
    WEBM(Kind.VIDEO, "video/webm", "webm", "matroska"),
    M4A(Kind.AUDIO, "audio/mp4", "m4a", "mov"),
    MP3(Kind.AUDIO, "audio/mpeg", "mp3", "mp3"),
    OGG(Kind.AUDIO, "audio/ogg", "ogg", "ogg"),
    FLAC(Kind.AUDIO, "audio/flac", "flac", "flac"),
    WAV(Kind.AUDIO, "audio/wav", "wav", "wav");

    public enum Kind {
        PICTURE,
        VIDEO,
        AUDIO
    }

    /** This many bytes are enough to tell. */
    public static final int HEAD = 64;

    private static final List<String> HEIC_BRANDS = List.of("heic", "heix", "heim", "heis", "hevc", "hevx");
    private static final List<String> MP4_BRANDS = List.of(
            "isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "dash", "3gp4", "3gp5", "MSNV");

    private final Kind kind;
    private final String mediaType;
    private final String extension;
    private final String reader;

    FileType(Kind kind, String mediaType, String extension, String reader) {
        this.kind = kind;
        this.mediaType = mediaType;
        this.extension = extension;
        this.reader = reader;
    }

    public Kind kind() {
        return kind;
    }

    public String mediaType() {
        return mediaType;
    }

    public String extension() {
        return extension;
    }

    /** The one reader of libvips (pictures) or ffmpeg (all else) that may look at such a file. */
    String reader() {
        return reader;
    }

    /** Whether the JDK reads it without further programs. */
    boolean plain() {
        return this == JPEG || this == PNG || this == GIF;
    }

    public static Optional<FileType> ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst();
    }

    /** What a file with this beginning is; empty for everything that is not taken in. */
    public static Optional<FileType> of(byte[] head) {
        if (begins(head, 0, 0xFF, 0xD8, 0xFF)) {
            return Optional.of(JPEG);
        }
        if (begins(head, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return Optional.of(PNG);
        }
        if (text(head, 0, 6).equals("GIF87a") || text(head, 0, 6).equals("GIF89a")) {
            return Optional.of(GIF);
        }
        if (text(head, 0, 4).equals("RIFF")) {
            return switch (text(head, 8, 4)) {
                case "WEBP" -> Optional.of(WEBP);
                case "WAVE" -> Optional.of(WAV);
                default -> Optional.empty();
            };
        }
        if (text(head, 4, 4).equals("ftyp")) {
            return ofBrands(head);
        }
        if (begins(head, 0, 0x1A, 0x45, 0xDF, 0xA3)) {
            return Optional.of(WEBM);
        }
        if (text(head, 0, 3).equals("ID3") || isMpegAudioFrame(head)) {
            return Optional.of(MP3);
        }
        return switch (text(head, 0, 4)) {
            case "OggS" -> Optional.of(OGG);
            case "fLaC" -> Optional.of(FLAC);
            default -> Optional.empty();
        };
    }

    private static Optional<FileType> ofBrands(byte[] head) {
        for (int at = 8; at + 4 <= head.length && at < 48; at += at == 8 ? 8 : 4) {
            String brand = text(head, at, 4);
            if (brand.equals("avif") || brand.equals("avis")) {
                return Optional.of(AVIF);
            }
            if (HEIC_BRANDS.contains(brand)) {
                return Optional.of(HEIC);
            }
            if (brand.equals("M4A ") || brand.equals("M4B ")) {
                return Optional.of(M4A);
            }
            if (brand.equals("qt  ")) {
                return Optional.of(QUICKTIME);
            }
            if (MP4_BRANDS.contains(brand)) {
                return Optional.of(MP4);
            }
        }
        return Optional.empty();
    }

    /** Eleven bits of sync, then a version, layer, bit rate and frequency that exist. */
    private static boolean isMpegAudioFrame(byte[] head) {
        return head.length > 3
                && (head[0] & 0xFF) == 0xFF
                && (head[1] & 0xE0) == 0xE0
                && (head[1] & 0x18) != 0x08
                && (head[1] & 0x06) == 0x02
                && (head[2] & 0xF0) != 0xF0
                && (head[2] & 0x0C) != 0x0C;
    }

    private static boolean begins(byte[] head, int from, int... wanted) {
        if (head.length < from + wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((head[from + i] & 0xFF) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] head, int from, int length) {
        return head.length < from + length ? "" : new String(head, from, length, StandardCharsets.ISO_8859_1);
    }
}
