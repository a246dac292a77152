package news.titr.media;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;

/** Picture files made for tests: with everything that cameras and agencies put into them, whole and broken. */
public final class PictureFiles {

    public static final String SERIAL = "SERIAL-4711-OF-THE-CAMERA";
    public static final String PLACE = "35/1 41/1 GPS-OF-THE-SOURCE";

    private PictureFiles() {}

    /** Red on the left, blue on the right. */
    public static BufferedImage image(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(width / 2, 0, width - width / 2, height);
        graphics.dispose();
        return image;
    }

    public static byte[] jpeg(int width, int height) {
        return written(image(width, height), "jpeg");
    }

    public static byte[] png(int width, int height) {
        return written(image(width, height), "png");
    }

    public static byte[] written(BufferedImage image, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** As a photographer sends it: held on its side, with place, serial number, thumbnail, IPTC and XMP in Persian. */
    public static byte[] fromPhotographer(int width, int height) {
        return withSegments(
                jpeg(width, height),
                segment(0xE1, join(ascii("Exif\0\0"), exif())),
                segment(0xE1, join(ascii("http://ns.adobe.com/xap/1.0/\0"), utf8(XMP))),
                segment(0xED, photoshop(iptc())));
    }

    public static final String XMP = """
            <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
              photoshop:Credit="خبرگزاری نمونه">
            <dc:description><rdf:Alt><rdf:li xml:lang="x-default">عابران از روی پل کهنه می‌گذرند</rdf:li></rdf:Alt></dc:description>
            <dc:creator><rdf:Seq><rdf:li>سارا عکاس</rdf:li></rdf:Seq></dc:creator>
            <dc:subject><rdf:Bag><rdf:li>پل کهنه</rdf:li><rdf:li>شهر</rdf:li></rdf:Bag></dc:subject>
            </rdf:Description></rdf:RDF></x:xmpmeta>
            <?xpacket end="w"?>""";

    /** A TIFF header, one folder with orientation 6, serial number, date, and a folder of places. */
    private static byte[] exif() {
        var bytes = ByteBuffer.allocate(400);
        bytes.put(ascii("MM")).putShort((short) 42).putInt(8);
        bytes.putShort((short) 4);
        tag(bytes, 0x0112, 3, 1, 6 << 16);
        tag(bytes, 0x0132, 2, 20, 100);
        tag(bytes, 0xA431, 2, SERIAL.length() + 1, 130);
        tag(bytes, 0x8825, 4, 1, 200);
        bytes.putInt(0);
        bytes.position(100).put(ascii("2024:05:01 10:20:30\0"));
        bytes.position(130).put(ascii(SERIAL + "\0"));
        bytes.position(200).putShort((short) 1);
        tag(bytes, 29, 2, PLACE.length() + 1, 240);
        bytes.putInt(0);
        bytes.position(240).put(ascii(PLACE + "\0"));
        return bytes.array();
    }

    private static void tag(ByteBuffer bytes, int tag, int type, int count, int value) {
        bytes.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    /** Without a word on its encoding, in the code page of old Persian Windows. */
    private static byte[] iptc() {
        byte[] city = "تهران".getBytes(java.nio.charset.Charset.forName("windows-1256"));
        return join(new byte[] {0x1C, 2, 90, 0, (byte) city.length}, city);
    }

    private static byte[] photoshop(byte[] iptc) {
        return join(
                ascii("Photoshop 3.0\0" + "8BIM"),
                new byte[] {0x04, 0x04, 0, 0},
                ByteBuffer.allocate(4).putInt(iptc.length).array(),
                iptc);
    }

    private static byte[] withSegments(byte[] jpeg, byte[]... segments) {
        var parts = join(segments);
        return join(java.util.Arrays.copyOf(jpeg, 2), parts, java.util.Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    private static byte[] segment(int marker, byte[] content) {
        return join(
                new byte[] {(byte) 0xFF, (byte) marker, (byte) (content.length + 2 >> 8), (byte) (content.length + 2)},
                content);
    }

    /** Says of itself that it has so many pixels, and holds hardly any. */
    public static byte[] bomb(int width, int height) {
        byte[] png = png(8, 8);
        var bytes = ByteBuffer.wrap(png);
        bytes.putInt(16, width).putInt(20, height);
        var crc = new java.util.zip.CRC32();
        crc.update(png, 12, 17);
        bytes.putInt(29, (int) crc.getValue());
        return png;
    }

    /** Two frames, a comment, and the data of some program. */
    public static byte[] movingGif() {
        var still = written(image(40, 30), "gif");
        int from = 13 + ((still[10] & 0x80) == 0 ? 0 : 3 << (still[10] & 7) + 1);
        byte[] frame = java.util.Arrays.copyOfRange(still, from, still.length - 1);
        byte[] comment = ascii("the comment");
        return join(
                java.util.Arrays.copyOf(still, from),
                new byte[] {0x21, (byte) 0xFF, 11},
                ascii("NETSCAPE2.0"),
                new byte[] {3, 1, 0, 0, 0},
                new byte[] {0x21, (byte) 0xFE, (byte) comment.length},
                comment,
                new byte[] {0},
                frame,
                frame,
                new byte[] {0x3B});
    }

    public static List<String> secrets() {
        return List.of(
                SERIAL, "GPS-OF-THE-SOURCE", "Exif", "ns.adobe.com", "Photoshop", "8BIM", "سارا عکاس", "the comment");
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
