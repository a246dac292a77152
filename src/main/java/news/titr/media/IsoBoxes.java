package news.titr.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The boxes of HEIC, AVIF and MP4: which items of a picture are metadata ({@code iinf}), where they lie ({@code iloc}), and
 * whether a film is all there.
 */
final class IsoBoxes {

    private static final int LARGEST_ITEM = 1 << 20;
    private static final int MOST_ITEMS = 4096;
    private static final int MOST_BOXES = 100_000;
    private static final Set<String> NEEDED = Set.of("moov", "mdat", "moof");

    private IsoBoxes() {}

    private record Box(String name, int from, int to) {}

    /** Of a film that was cut off on its way, what is played ({@code mdat}) or the list of it is missing or not all there. */
    static boolean isWhole(Path file) {
        try (var channel = Files.newByteChannel(file)) {
            var head = ByteBuffer.allocate(16);
            var missing = new HashSet<>(Set.of("moov", "mdat"));
            long at = 0;
            for (int boxes = 0; boxes < MOST_BOXES && at + head.capacity() <= channel.size(); boxes++) {
                channel.position(at).read(head.clear());
                long size = Integer.toUnsignedLong(head.getInt(0));
                if (size == 1) {
                    size = head.getLong(8);
                }
                if (size > channel.size() - at) {
                    return missing.isEmpty() && !NEEDED.contains(name(head, 4));
                }
                missing.remove(name(head, 4));
                if (size < 8) {
                    break;
                }
                at += size;
            }
            return missing.isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands over what it finds. Reading beyond the end throws, which the caller expects of damaged files. */
    static void read(byte[] file, Consumer<byte[]> exif, Consumer<byte[]> xmp) {
        var bytes = ByteBuffer.wrap(file);
        var meta = find(bytes, "meta", 0, file.length);
        if (meta == null) {
            return;
        }
        int from = meta.from() + 4;
        var information = find(bytes, "iinf", from, meta.to());
        var locations = find(bytes, "iloc", from, meta.to());
        if (information == null || locations == null) {
            return;
        }
        var types = types(bytes, information);
        locations(bytes, locations, (item, offset, length) -> {
            String type = types.getOrDefault(item, "");
            if (length < 5 || length > LARGEST_ITEM || offset < 0 || offset + length > file.length) {
                return;
            }
            byte[] content = Arrays.copyOfRange(file, (int) offset, (int) (offset + length));
            if (type.equals("Exif")) {
                // four bytes say how many more stand before the TIFF header
                int skipped = 4 + ByteBuffer.wrap(content).getInt();
                if (skipped >= 4 && skipped < content.length) {
                    exif.accept(Arrays.copyOfRange(content, skipped, content.length));
                }
            } else if (type.equals("mime")) {
                xmp.accept(content);
            }
        });
    }

    private static Map<Integer, String> types(ByteBuffer bytes, Box information) {
        var types = new HashMap<Integer, String>();
        int at = information.from() + (version(bytes, information) == 0 ? 6 : 8);
        while (at + 8 <= information.to() && types.size() < MOST_ITEMS) {
            var entry = box(bytes, at, information.to());
            int version = version(bytes, entry);
            if (entry.name().equals("infe") && version >= 2) {
                int item = version == 2 ? unsigned16(bytes, entry.from() + 4) : bytes.getInt(entry.from() + 4);
                types.put(item, name(bytes, entry.from() + (version == 2 ? 8 : 10)));
            }
            at = entry.to();
        }
        return types;
    }

    @FunctionalInterface
    private interface Location {
        void at(int item, long offset, long length);
    }

    private static void locations(ByteBuffer bytes, Box box, Location location) {
        int version = version(bytes, box);
        int at = box.from() + 4;
        int sizes = unsigned16(bytes, at);
        int offsetSize = sizes >> 12 & 15;
        int lengthSize = sizes >> 8 & 15;
        int baseSize = sizes >> 4 & 15;
        int indexSize = version == 0 ? 0 : sizes & 15;
        at += 2;
        int count = version < 2 ? unsigned16(bytes, at) : bytes.getInt(at);
        at += version < 2 ? 2 : 4;
        for (int i = 0; i < Math.min(count, MOST_ITEMS); i++) {
            int item = version < 2 ? unsigned16(bytes, at) : bytes.getInt(at);
            at += version < 2 ? 2 : 4;
            int method = 0;
            if (version > 0) {
                method = unsigned16(bytes, at) & 15;
                at += 2;
            }
            at += 2;
            long base = number(bytes, at, baseSize);
            at += baseSize;
            int extents = unsigned16(bytes, at);
            at += 2;
            for (int extent = 0; extent < extents; extent++) {
                at += indexSize;
                long offset = number(bytes, at, offsetSize);
                at += offsetSize;
                long length = number(bytes, at, lengthSize);
                at += lengthSize;
                if (method == 0 && extent == 0) {
                    location.at(item, base + offset, length);
                }
            }
        }
    }

    private static @org.jspecify.annotations.Nullable Box find(ByteBuffer bytes, String name, int from, int to) {
        int at = from;
        while (at + 8 <= to) {
            var box = box(bytes, at, to);
            if (box.name().equals(name)) {
                return box;
            }
            at = box.to();
        }
        return null;
    }

    private static Box box(ByteBuffer bytes, int at, int end) {
        long size = Integer.toUnsignedLong(bytes.getInt(at));
        int head = 8;
        if (size == 1) {
            size = bytes.getLong(at + 8);
            head = 16;
        } else if (size == 0) {
            size = (long) end - at;
        }
        if (size < head || at + size > end) {
            throw new IllegalArgumentException("a box that does not fit");
        }
        return new Box(name(bytes, at + 4), at + head, (int) (at + size));
    }

    private static int version(ByteBuffer bytes, Box box) {
        return bytes.get(box.from()) & 0xFF;
    }

    private static long number(ByteBuffer bytes, int at, int size) {
        return switch (size) {
            case 0 -> 0;
            case 4 -> Integer.toUnsignedLong(bytes.getInt(at));
            case 8 -> bytes.getLong(at);
            default -> throw new IllegalArgumentException("a number of " + size + " bytes");
        };
    }

    private static int unsigned16(ByteBuffer bytes, int at) {
        return bytes.getShort(at) & 0xFFFF;
    }

    private static String name(ByteBuffer bytes, int at) {
        var name = new byte[4];
        bytes.get(at, name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }
}
