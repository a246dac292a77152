package news.titr.media;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.InflaterInputStream;

/** Finds the EXIF, IPTC and XMP parts in the containers that carry them. Each part is bounded, and none is trusted. */
record EmbeddedParts(Optional<byte[]> exif, Optional<byte[]> iptc, Optional<byte[]> xmp) {

    private static final EmbeddedParts NONE = new EmbeddedParts(Optional.empty(), Optional.empty(), Optional.empty());

    private static final int LARGEST_PART = 1 << 20;
    private static final byte[] EXIF_HEAD = ascii("Exif\0\0");
    private static final byte[] XMP_HEAD = ascii("http://ns.adobe.com/xap/1.0/\0");
    private static final byte[] PHOTOSHOP_HEAD = ascii("Photoshop 3.0\0");
    private static final byte[] XMP_KEYWORD = ascii("XML:com.adobe.xmp\0");

    static EmbeddedParts of(byte[] file, FileType type) {
        var found = new Finding();
        try {
            switch (type) {
                case JPEG -> jpeg(file, found);
                case PNG -> png(file, found);
                case WEBP -> webp(file, found);
                case AVIF, HEIC -> IsoBoxes.read(file, found::exif, found::xmp);
                case GIF, MP4, QUICKTIME, WEBM, M4A, MP3, OGG, FLAC, WAV -> {
                    return NONE;
                }
            }
        } catch (RuntimeException e) {
            // what was found before the damage is good
        }
        return found.parts();
    }

    private static final class Finding {
        private Optional<byte[]> exif = Optional.empty();
        private Optional<byte[]> xmp = Optional.empty();
        private final ByteArrayOutputStream photoshop = new ByteArrayOutputStream();

        void exif(byte[] part) {
            if (exif.isEmpty()) {
                exif = Optional.of(begins(part, 0, EXIF_HEAD) ? tail(part, EXIF_HEAD.length) : part);
            }
        }

        void xmp(byte[] part) {
            if (xmp.isEmpty()) {
                xmp = Optional.of(part);
            }
        }

        EmbeddedParts parts() {
            var iptc = photoshop.size() == 0 ? Optional.<byte[]>empty() : iptcOf(photoshop.toByteArray());
            return new EmbeddedParts(exif, iptc, xmp);
        }
    }

    private static void jpeg(byte[] file, Finding found) {
        int at = 2;
        while (at + 4 <= file.length && (file[at] & 0xFF) == 0xFF) {
            int marker = file[at + 1] & 0xFF;
            if (marker == 0xFF) {
                at++;
                continue;
            }
            int length = unsigned16(file, at + 2);
            if (marker == 0xDA || marker == 0xD9 || length < 2) {
                return;
            }
            byte[] part = Arrays.copyOfRange(file, at + 4, Math.min(file.length, at + 2 + length));
            if (marker == 0xE1 && begins(part, 0, EXIF_HEAD)) {
                found.exif(part);
            } else if (marker == 0xE1 && begins(part, 0, XMP_HEAD)) {
                found.xmp(tail(part, XMP_HEAD.length));
            } else if (marker == 0xED && begins(part, 0, PHOTOSHOP_HEAD) && found.photoshop.size() < LARGEST_PART) {
                found.photoshop.writeBytes(tail(part, PHOTOSHOP_HEAD.length));
            }
            at += 2 + length;
        }
    }

    private static void png(byte[] file, Finding found) {
        var bytes = ByteBuffer.wrap(file);
        int at = 8;
        while (at + 12 <= file.length) {
            int length = bytes.getInt(at);
            if (length < 0 || length > file.length - at - 12) {
                return;
            }
            String name = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (length <= LARGEST_PART && name.equals("eXIf")) {
                found.exif(Arrays.copyOfRange(file, at + 8, at + 8 + length));
            } else if (length <= LARGEST_PART && name.equals("iTXt") && begins(file, at + 8, XMP_KEYWORD)) {
                internationalText(Arrays.copyOfRange(file, at + 8 + XMP_KEYWORD.length, at + 8 + length))
                        .ifPresent(found::xmp);
            }
            at += 12 + length;
        }
    }

    /** After the keyword: whether compressed, by what, language, translated keyword, text. */
    private static Optional<byte[]> internationalText(byte[] rest) {
        boolean compressed = rest[0] == 1;
        int at = 2;
        for (int ended = 0; ended < 2; at++) {
            if (rest[at] == 0) {
                ended++;
            }
        }
        byte[] text = tail(rest, at);
        return compressed ? inflate(text) : Optional.of(text);
    }

    private static Optional<byte[]> inflate(byte[] compressed) {
        try (var stream = new InflaterInputStream(new ByteArrayInputStream(compressed))) {
            byte[] text = stream.readNBytes(LARGEST_PART + 1);
            return text.length > LARGEST_PART ? Optional.empty() : Optional.of(text);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void webp(byte[] file, Finding found) {
        var bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int at = 12;
        while (at + 8 <= file.length) {
            int length = bytes.getInt(at + 4);
            if (length < 0 || length > file.length - at - 8) {
                return;
            }
            if (length <= LARGEST_PART) {
                switch (new String(file, at, 4, StandardCharsets.ISO_8859_1)) {
                    case "EXIF" -> found.exif(Arrays.copyOfRange(file, at + 8, at + 8 + length));
                    case "XMP " -> found.xmp(Arrays.copyOfRange(file, at + 8, at + 8 + length));
                    default -> {
                        // pixels, profile, frames
                    }
                }
            }
            at += 8 + length + (length & 1);
        }
    }

    /** Photoshop's resources: {@code 8BIM}, a number, a name, a length; number 0x0404 is IPTC. */
    private static Optional<byte[]> iptcOf(byte[] resources) {
        int at = 0;
        while (at + 12 <= resources.length && begins(resources, at, ascii("8BIM"))) {
            int number = unsigned16(resources, at + 4);
            int name = (resources[at + 6] & 0xFF) + 1;
            at += 6 + name + (name & 1);
            if (at + 4 > resources.length) {
                break;
            }
            int length = ByteBuffer.wrap(resources).getInt(at);
            at += 4;
            if (length < 0 || length > resources.length - at) {
                break;
            }
            if (number == 0x0404) {
                return Optional.of(Arrays.copyOfRange(resources, at, at + length));
            }
            at += length + (length & 1);
        }
        return Optional.empty();
    }

    private static int unsigned16(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }

    private static boolean begins(byte[] bytes, int from, byte[] wanted) {
        return bytes.length >= from + wanted.length
                && Arrays.equals(bytes, from, from + wanted.length, wanted, 0, wanted.length);
    }

    private static byte[] tail(byte[] bytes, int from) {
        return Arrays.copyOfRange(bytes, from, bytes.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
