package news.titr.print;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * What the segments before the pixels of a JPEG say (ITU-T T.81; Exif 2.3 for the orientation; Adobe's APP14 for the
 * inks).
 *
 * @param process number of the start-of-frame marker: 0 baseline, 2 progressive, others are rare
 * @param components 1 grey, 3 colour, 4 printing inks
 * @param orientation 1 upright to 8, as the camera was held
 * @param transform Adobe's: 0 plain inks, 2 YCCK, -1 when the file does not say
 * @param whole whether the end of the picture is there
 */
record JpegHeader(
        int process,
        int precision,
        int width,
        int height,
        int components,
        int orientation,
        int transform,
        boolean whole) {

    static Optional<JpegHeader> read(byte[] bytes) {
        if (bytes.length < 4 || (bytes[0] & 0xFF) != 0xFF || (bytes[1] & 0xFF) != 0xD8) {
            return Optional.empty();
        }
        var data = ByteBuffer.wrap(bytes);
        int orientation = 1;
        int transform = -1;
        for (int at = 2; at + 9 < bytes.length; ) {
            if ((bytes[at] & 0xFF) != 0xFF) {
                return Optional.empty();
            }
            int marker = bytes[at + 1] & 0xFF;
            if (marker == 0xFF) {
                at++;
                continue;
            }
            int length = data.getShort(at + 2) & 0xFFFF;
            if (length < 2 || at + 2 + length > bytes.length) {
                return Optional.empty();
            }
            boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
            if (frame) {
                return Optional.of(new JpegHeader(
                        marker - 0xC0,
                        bytes[at + 4] & 0xFF,
                        data.getShort(at + 7) & 0xFFFF,
                        data.getShort(at + 5) & 0xFFFF,
                        bytes[at + 9] & 0xFF,
                        orientation,
                        transform,
                        hasEnd(bytes)));
            }
            if (marker == 0xE1 && length > 16 && bytes[at + 4] == 'E' && bytes[at + 7] == 'f') {
                orientation = orientation(data.slice(at + 10, length - 8));
            } else if (marker == 0xEE && length >= 14 && bytes[at + 4] == 'A' && bytes[at + 8] == 'e') {
                transform = bytes[at + 15] & 0xFF;
            }
            at += 2 + length;
        }
        return Optional.empty();
    }

    /** True when every PDF reader shows the file as it is. */
    boolean canPassThrough() {
        return whole
                && process <= 2
                && precision == 8
                && width > 0
                && height > 0
                && (components == 1 || components == 3)
                && orientation == 1;
    }

    /** RGB of a pixel of four samples as the file has them; Adobe's files hold them inverted. */
    int rgb(int first, int second, int third, int fourth) {
        int cyan = first;
        int magenta = second;
        int yellow = third;
        if (transform == 2) {
            cyan = clamp(first + 1.402 * (third - 128));
            magenta = clamp(first - 0.344136 * (second - 128) - 0.714136 * (third - 128));
            yellow = clamp(first + 1.772 * (second - 128));
        }
        int light = fourth;
        if (transform < 0) {
            cyan = 255 - cyan;
            magenta = 255 - magenta;
            yellow = 255 - yellow;
            light = 255 - fourth;
        }
        return (cyan * light / 255) << 16 | (magenta * light / 255) << 8 | yellow * light / 255;
    }

    /** The picture turned as the camera was held. */
    BufferedImage upright(BufferedImage picture) {
        if (orientation < 2 || orientation > 8) {
            return picture;
        }
        int w = picture.getWidth();
        int h = picture.getHeight();
        var turn = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            default -> new AffineTransform(0, -1, 1, 0, 0, w);
        };
        boolean sideways = orientation >= 5;
        var upright = new BufferedImage(sideways ? h : w, sideways ? w : h, BufferedImage.TYPE_INT_RGB);
        var graphics = upright.createGraphics();
        graphics.drawImage(picture, turn, null);
        graphics.dispose();
        return upright;
    }

    private static int clamp(double sample) {
        return (int) Math.clamp(Math.round(sample), 0L, 255L);
    }

    private static int orientation(ByteBuffer tiff) {
        if (tiff.capacity() < 14) {
            return 1;
        }
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory > tiff.capacity() - 2) {
            return 1;
        }
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries && directory + 14 + 12 * i <= tiff.capacity(); i++) {
            int entry = directory + 2 + 12 * i;
            if (tiff.getShort(entry) == 0x112) {
                int value = tiff.getShort(entry + 8);
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }

    private static boolean hasEnd(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && (bytes[end - 1] == 0 || bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
            end--;
        }
        return end > 2 && (bytes[end - 2] & 0xFF) == 0xFF && (bytes[end - 1] & 0xFF) == 0xD9;
    }
}
