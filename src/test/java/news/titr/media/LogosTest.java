package news.titr.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import news.titr.TestDatabase;
import org.junit.jupiter.api.Test;

/** A logo is a drawing without anything in it but shapes, or a PNG made anew. */
class LogosTest {

    private final BlobStore blobs = new FolderBlobs(TestDatabase.temporaryFolder());
    private final Logos logos = new Logos(blobs);

    @Test
    void shapes_and_colours_stay() {
        String drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 200 50\"><defs>"
                + "<linearGradient id=\"g\"><stop offset=\"0\" stop-color=\"#f00\"/></linearGradient></defs>"
                + "<rect width=\"200\" height=\"50\" fill=\"url(#g)\"/></svg>";
        var kept = logos.keep(bytes(drawing)).orElseThrow();
        assertEquals(200, kept.width());
        assertEquals(50, kept.height());
        String text = text(kept);
        assertTrue(text.contains("fill=\"url(#g)\""), text);
        assertTrue(text.contains("stop-color=\"#f00\""), text);
    }

    @Test
    void everything_that_could_run_or_fetch_is_left_out() {
        String body = "<script>alert(1)</script><g onclick=\"alert(2)\"><path d=\"M0 0h5\"/></g>"
                + "<image href=\"https://evil.example.org/a.png\"/><use href=\"https://evil.example.org/x.svg#a\"/>"
                + "<foreignObject><b xmlns=\"http://www.w3.org/1999/xhtml\">x</b></foreignObject>"
                + "<style>@import url(https://evil.example.org)</style>"
                + "<rect fill=\"url(https://evil.example.org)\" style=\"background:url(x)\"/>"
                + "<a xlink:href=\"javascript:alert(3)\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"><text>y</text></a>"
                + "<set attributeName=\"href\" to=\"javascript:alert(4)\"/>";
        var kept = logos.keep(bytes(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\">" + body + "</svg>"))
                .orElseThrow();
        String text = text(kept);
        assertTrue(text.contains("<path d=\"M0 0h5\""), text);
        for (String harm : List.of("alert", "evil", "script", "onclick", "style", "image", "foreignObject", "<set")) {
            assertFalse(text.contains(harm), harm + " in " + text);
        }
    }

    @Test
    void a_document_type_an_endless_entity_and_what_is_no_drawing_are_refused() {
        String bomb = "<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>"
                + "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"><text>&b;</text></svg>";
        assertEquals(Optional.empty(), logos.keep(bytes(bomb)));
        assertEquals(Optional.empty(), logos.keep(bytes("<html><body>x</body></html>")));
        assertEquals(Optional.empty(), logos.keep(bytes("GIF89a")));
        assertEquals(Optional.empty(), logos.keep(bytes("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")));
    }

    @Test
    void a_png_is_made_anew_and_one_that_is_too_large_is_not_even_unpacked() throws IOException {
        var image = new BufferedImage(120, 40, BufferedImage.TYPE_INT_ARGB);
        var png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        byte[] withTrailer = java.util.Arrays.copyOf(png.toByteArray(), png.size() + 20);
        var kept = logos.keep(withTrailer).orElseThrow();
        assertEquals(new Logos.Kept(kept.blob(), "image/png", 120, 40), kept);
        assertTrue(blobs.get(kept.blob()).orElseThrow().length < withTrailer.length);
        byte[] huge = png.toByteArray();
        huge[16] = 0x7F;
        assertEquals(Optional.empty(), logos.keep(huge));
    }

    private String text(Logos.Kept kept) {
        return new String(blobs.get(kept.blob()).orElseThrow(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
