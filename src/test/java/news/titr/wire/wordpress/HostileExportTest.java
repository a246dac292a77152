package news.titr.wire.wordpress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import news.titr.wire.moving.ArchiveFiles;
import news.titr.wire.moving.BadArchive;
import news.titr.wire.moving.XmlRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are broken, or made to do harm: each is refused in one clear line, before anything is stored. */
class HostileExportTest {

    private static final long GIGABYTE = 1L << 30;

    @TempDir
    Path folder;

    private String refusal(String file) throws IOException {
        return refusal(Files.writeString(folder.resolve("a.xml"), file));
    }

    private static String refusal(Path file) {
        var refused = assertThrows(BadArchive.class, () -> Wxr.reader(file).survey(_ -> {}));
        String message = String.valueOf(refused.getMessage());
        assertFalse(message.contains("\n"), message);
        return message;
    }

    private static void assertSays(String words, String message) {
        assertTrue(message.contains(words), message);
    }

    @Test
    void entities_made_of_entities_are_refused() throws IOException {
        var laughs = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"ha\">");
        for (char name = 'b'; name < 'm'; name++) {
            laughs.append("<!ENTITY ")
                    .append(name)
                    .append(" \"")
                    .append(("&" + (char) (name - 1) + ";").repeat(10))
                    .append("\">");
        }
        assertSays("document type declaration", refusal(laughs + "]><rss><channel><title>&l;</title></channel></rss>"));
    }

    @Test
    void entities_from_elsewhere_are_refused() throws IOException {
        String secret =
                Files.writeString(folder.resolve("secret"), "SECRET").toUri().toString();
        String message = refusal("<!DOCTYPE rss [<!ENTITY x SYSTEM \"" + secret
                + "\">]><rss><channel><title>&x;</title></channel></rss>");
        assertSays("document type declaration", message);
        assertFalse(message.contains("SECRET"));
    }

    @Test
    void bare_ampersands_and_characters_named_as_in_html_are_read_as_what_was_meant() {
        String file = "<a><b>x&y=1&amp;z&nbsp;&zwnj;&nothing; & &#1575;<![CDATA[&nbsp;&]]></b></a>";
        try (var xml = XmlRecords.open("odd", new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)))) {
            while (xml.next() && !xml.isStart("b")) {
                // until there
            }
            assertEquals("x&y=1&z\u00A0\u200C&nothing; & \u0627&nbsp;&", xml.text());
        }
    }

    @Test
    void a_file_that_is_cut_off_says_so() throws IOException {
        String whole = Wxr.HEAD + Wxr.post(1, "یک", "متن", "") + Wxr.FOOT;
        for (int end : List.of(whole.length() - 10, whole.length() - 500, whole.indexOf("متن") + 1, 700)) {
            assertSays("cut off", refusal(whole.substring(0, end)));
        }
    }

    @Test
    void what_is_no_export_says_so() throws IOException {
        assertSays("It is not sound XML", refusal("this is no XML"));
        assertSays("no export of WordPress", refusal("<html><body>x</body></html>"));
        assertSays(
                "There is no such file",
                assertThrows(BadArchive.class, () -> Wxr.reader(folder.resolve("nowhere")))
                        .getMessage());
    }

    @Test
    void a_wrong_encoding_is_named() throws IOException {
        byte[] arabic = (Wxr.HEAD + "<!-- سلام -->" + Wxr.FOOT).getBytes(Charset.forName("windows-1256"));
        assertSays("not in the encoding that it says, UTF-8", refusal(Files.write(folder.resolve("b.xml"), arabic)));
        assertSays("KLINGON", refusal("<?xml version=\"1.0\" encoding=\"KLINGON\"?><rss/>"));
    }

    @Test
    void other_encodings_and_control_characters_are_read() throws IOException {
        String text = Wxr.HEAD.replace("UTF-8", "windows-1256").replace("\u200C", "")
                + Wxr.post(1, "سلام", "متن\u0008\u001F", "")
                + Wxr.FOOT;
        Wxr.reader(Files.write(folder.resolve("c.xml"), text.getBytes(Charset.forName("windows-1256"))))
                .survey(_ -> {});
        Wxr.reader(Files.write(
                        folder.resolve("d.xml"), ("\uFEFF" + Wxr.HEAD + Wxr.FOOT).getBytes(StandardCharsets.UTF_16LE)))
                .survey(_ -> {});
    }

    /** A line of a gigabyte, which is never anywhere whole. */
    private static InputStream endless(String before, String filling, long length, String after) {
        byte[] piece = filling.repeat(8192).getBytes(StandardCharsets.UTF_8);
        var stream = new InputStream() {
            private long left = length;

            @Override
            public int read() {
                return left-- > 0 ? piece[0] : -1;
            }

            @Override
            public int read(byte[] bytes, int offset, int count) {
                if (left <= 0) {
                    return -1;
                }
                int now = (int) Math.min(Math.min(count, piece.length), left);
                System.arraycopy(piece, 0, bytes, offset, now);
                left -= now;
                return now;
            }
        };
        return new SequenceInputStream(Collections.enumeration(Arrays.asList(
                new ByteArrayInputStream(before.getBytes(StandardCharsets.UTF_8)),
                stream,
                new ByteArrayInputStream(after.getBytes(StandardCharsets.UTF_8)))));
    }

    private static void readAll(InputStream in) {
        try (var xml = XmlRecords.open("endless", in)) {
            while (xml.next()) {
                // to its end
            }
        }
    }

    @Test
    void a_tag_or_comment_without_end_is_refused_at_once() {
        for (String start : List.of("<rss><!--", "<rss a=\"", "<rss><", "<rss><?x ")) {
            var refused = assertThrows(BadArchive.class, () -> readAll(endless(start, "a", GIGABYTE, "")));
            assertSays("endless: line 1", refused.getMessage());
        }
    }

    @Test
    void a_text_without_end_is_cut_off_and_said() {
        for (String[] around : List.of(new String[] {"<![CDATA[", "]]>"}, new String[] {"", ""})) {
            var in = endless(
                    "<rss><content>" + around[0], "a", GIGABYTE / 16, around[1] + "</content><next>b</next></rss>");
            try (var xml = XmlRecords.open("endless", in)) {
                while (xml.next() && !xml.isStart("content")) {
                    // until there
                }
                assertEquals(1000, xml.text(1000).length());
                assertTrue(xml.tooLong());
                assertTrue(xml.next() && xml.isStart("next"));
                assertEquals("b", xml.text());
                assertFalse(xml.tooLong());
            }
        }
    }

    @Test
    void a_bomb_in_a_zip_does_not_go_off() throws IOException {
        var file = folder.resolve("bomb.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("a.xml"));
            zip.write("<rss><channel><title>".getBytes(StandardCharsets.UTF_8));
            byte[] blanks = new byte[1 << 20];
            Arrays.fill(blanks, (byte) ' ');
            for (int i = 0; i < 80; i++) {
                zip.write(blanks);
            }
            zip.closeEntry();
        }
        assertSays("far more than text can be packed", refusal(file));
    }

    @Test
    void what_stands_behind_an_export_or_breaks_off_packed_is_told() throws IOException {
        String export = Wxr.HEAD + Wxr.post(1, "یک", "متن", "") + Wxr.FOOT;
        assertSays("There is more behind its end", refusal(export + export.replaceFirst("<\\?xml.*", "")));
        long line = export.substring(0, export.indexOf("/item>")).lines().count() + 2;
        assertSays("line " + line + ":", refusal("Warning: x\n\n" + export.replace("</item>", "</itm>")));
        try (var packed = new GZIPOutputStream(Files.newOutputStream(folder.resolve("c.xml.gz")))) {
            packed.write("<rss><channel><title>".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 80; i++) {
                packed.write(" ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8));
            }
        }
        assertSays("far more than text can be packed", refusal(folder.resolve("c.xml.gz")));
        byte[] whole = Files.readAllBytes(folder.resolve("c.xml.gz"));
        Files.write(folder.resolve("d.xml.gz"), Arrays.copyOf(whole, 200));
        assertSays("cut off", refusal(folder.resolve("d.xml.gz")));
    }

    @Test
    void a_path_that_leads_out_of_a_zip_is_refused() throws IOException {
        var file = folder.resolve("path.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("../../a.xml"));
            zip.closeEntry();
        }
        var refused = assertThrows(BadArchive.class, () -> Wxr.reader(file));
        assertSays("leads out of it", refused.getMessage());
        Files.write(folder.resolve("broken.zip"), new byte[] {'P', 'K', 3, 4, 0, 0});
        assertSays(
                "damaged zip",
                assertThrows(BadArchive.class, () -> Wxr.reader(folder.resolve("broken.zip")))
                        .getMessage());
    }

    @Test
    void exports_in_a_zip_and_in_a_folder_are_read() throws IOException {
        var inside = Files.createDirectories(folder.resolve("many"));
        Wxr.write(inside, "1.xml", Wxr.post(1, "یک", "متن", ""));
        var file = folder.resolve("two.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("part/2.xml"));
            zip.write((Wxr.HEAD + Wxr.post(2, "دو", "متن", "") + Wxr.FOOT).getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        var files = ArchiveFiles.of(List.of(inside, file), ".xml");
        assertEquals(2, files.parts().size());
        Wxr.reader(inside, file).survey(_ -> {});
    }
}
