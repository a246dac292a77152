package news.titr.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a camera writes: a TIFF header and folders of numbered tags. */
record Exif(
        int orientation,
        String title,
        String caption,
        List<String> creators,
        String rights,
        List<String> keywords,
        String takenAt,
        List<EmbeddedEntry> entries) {

    static final Exif NONE = new Exif(1, "", "", List.of(), "", List.of(), "", List.of());

    private static final int LONGEST_TEXT = 4000;
    private static final int MOST_TAGS = 300;

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(0x010E, "ImageDescription"),
            Map.entry(0x010F, "Make"),
            Map.entry(0x0110, "Model"),
            Map.entry(0x0131, "Software"),
            Map.entry(0x0132, "DateTime"),
            Map.entry(0x013B, "Artist"),
            Map.entry(0x8298, "Copyright"),
            Map.entry(0x9C9B, "XPTitle"),
            Map.entry(0x9C9C, "XPComment"),
            Map.entry(0x9C9D, "XPAuthor"),
            Map.entry(0x9C9E, "XPKeywords"),
            Map.entry(0x829A, "ExposureTime"),
            Map.entry(0x829D, "FNumber"),
            Map.entry(0x8827, "ISO"),
            Map.entry(0x9003, "DateTimeOriginal"),
            Map.entry(0x9011, "OffsetTimeOriginal"),
            Map.entry(0x920A, "FocalLength"),
            Map.entry(0xA430, "OwnerName"),
            Map.entry(0xA431, "BodySerialNumber"),
            Map.entry(0xA434, "LensModel"),
            Map.entry(0xA435, "LensSerialNumber"));

    private static final Pattern CAMERA_TALK =
            Pattern.compile("(?i)digital camera|^DC[IF][M ]|\\.jpe?g$|^(image|untitled|default)$");

    private static final Map<Integer, String> GPS_NAMES = Map.of(
            1, "GPSLatitudeRef",
            2, "GPSLatitude",
            3, "GPSLongitudeRef",
            4, "GPSLongitude",
            6, "GPSAltitude",
            29, "GPSDateStamp");

    static Exif read(byte[] tiff) {
        try {
            return new Reading(tiff).exif();
        } catch (RuntimeException e) {
            return NONE;
        }
    }

    private static final class Reading {
        private final ByteBuffer bytes;
        private final Map<Integer, String> texts = new HashMap<>();
        private final List<EmbeddedEntry> entries = new ArrayList<>();
        private int orientation = 1;
        private int tags;

        Reading(byte[] tiff) {
            bytes = ByteBuffer.wrap(tiff);
            bytes.order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        }

        Exif exif() {
            if (bytes.getShort(2) != 42) {
                return NONE;
            }
            folder(bytes.getInt(4), "EXIF", NAMES, 0);
            String taken = text(0x9003).isEmpty() ? text(0x0132) : text(0x9003) + text(0x9011);
            return new Exif(
                    orientation,
                    text(0x9C9B),
                    said(text(0x010E)).isEmpty() ? text(0x9C9C) : said(text(0x010E)),
                    parts(text(0x013B).isEmpty() ? text(0x9C9D) : text(0x013B)),
                    text(0x8298),
                    parts(text(0x9C9E)),
                    taken,
                    entries);
        }

        private String text(int tag) {
            return texts.getOrDefault(tag, "");
        }

        /** Cameras fill the description with their own name or that of the file, which is no caption. */
        private static String said(String description) {
            return CAMERA_TALK.matcher(description).find() ? "" : description;
        }

        private static List<String> parts(String text) {
            return Arrays.stream(text.split(";", -1))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .toList();
        }

        /** A folder that lies outside the part, or goes in circles, ends the reading and not the picture. */
        private void folder(int offset, String group, Map<Integer, String> names, int depth) {
            if (offset < 8 || offset + 2 > bytes.capacity() || depth > 2) {
                return;
            }
            int count = bytes.getShort(offset) & 0xFFFF;
            for (int i = 0; i < count && tags < MOST_TAGS; i++, tags++) {
                int at = offset + 2 + 12 * i;
                if (at + 12 > bytes.capacity()) {
                    return;
                }
                int tag = bytes.getShort(at) & 0xFFFF;
                if (tag == 0x8769 && depth == 0) {
                    folder(bytes.getInt(at + 8), "EXIF", NAMES, depth + 1);
                } else if (tag == 0x8825 && depth == 0) {
                    folder(bytes.getInt(at + 8), "GPS", GPS_NAMES, depth + 1);
                } else if (tag == 0x0112 && depth == 0) {
                    int turned = bytes.getShort(at + 8);
                    orientation = turned >= 1 && turned <= 8 ? turned : 1;
                } else {
                    Optional.ofNullable(names.get(tag))
                            .ifPresent(name -> value(at).ifPresent(text -> {
                                if (group.equals("EXIF")) {
                                    texts.putIfAbsent(tag, text);
                                }
                                entries.add(new EmbeddedEntry(group, name, text));
                            }));
                }
            }
        }

        private Optional<String> value(int at) {
            int tag = bytes.getShort(at) & 0xFFFF;
            int type = bytes.getShort(at + 2);
            long count = Integer.toUnsignedLong(bytes.getInt(at + 4));
            int size = switch (type) {
                case 1, 2, 7 -> 1;
                case 3 -> 2;
                case 4 -> 4;
                case 5, 10 -> 8;
                default -> 0;
            };
            long length = count * size;
            long from = length <= 4 ? at + 8 : Integer.toUnsignedLong(bytes.getInt(at + 8));
            if (size == 0 || count == 0 || length > LONGEST_TEXT || from + length > bytes.capacity()) {
                return Optional.empty();
            }
            String text = switch (type) {
                case 1, 2, 7 -> letters(tag, (int) from, (int) length);
                case 3 -> Integer.toString(bytes.getShort((int) from) & 0xFFFF);
                case 4 -> Long.toString(Integer.toUnsignedLong(bytes.getInt((int) from)));
                default -> fractions((int) from, (int) count);
            };
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        }

        private String letters(int tag, int from, int length) {
            var raw = new byte[length];
            bytes.get(from, raw);
            boolean windows = tag >= 0x9C9B && tag <= 0x9C9F;
            return windows
                    ? EmbeddedLetters.clean(new String(raw, StandardCharsets.UTF_16LE))
                    : EmbeddedLetters.read(raw);
        }

        private String fractions(int from, int count) {
            var text = new StringBuilder();
            for (int i = 0; i < Math.min(count, 4); i++) {
                long above = Integer.toUnsignedLong(bytes.getInt(from + 8 * i));
                long below = Integer.toUnsignedLong(bytes.getInt(from + 8 * i + 4));
                if (below == 0) {
                    return "";
                }
                text.append(text.isEmpty() ? "" : " ")
                        .append(
                                above % below == 0
                                        ? Long.toString(above / below)
                                        : above < below && below % above == 0
                                                ? "1/" + below / above
                                                : String.format(Locale.ROOT, "%.4f", (double) above / below));
            }
            return text.toString();
        }
    }
}
