package news.titr.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pages look as they looked when somebody last looked at them. A picture counts as the same when the grey values of its
 * pixels differ by at most {@value #MOST_DIFFERENCE} of 255 on average, since letters are smoothed a little differently on
 * other machines. A paragraph that breaks its lines elsewhere gives about 0.6, everything one line lower about 6. After a
 * wanted change: {@code mvn test -Dtest=GoldenPageTest -Dtitr.golden=write}, look at the pictures, commit them.
 */
class GoldenPageTest {

    private static final float DPI = 60;
    private static final double MOST_DIFFERENCE = 0.25;
    private static final Path FOLDER = Path.of("src/test/resources/news/titr/print");

    @ParameterizedTest
    @ValueSource(strings = {"bridge-1", "bridge-2", "mixed-1", "english-1"})
    void aPageLooksAsItDid(String name) throws IOException {
        var story = switch (name.substring(0, name.indexOf('-'))) {
            case "bridge" -> SampleStories.bridge();
            case "mixed" -> SampleStories.mixed();
            default -> SampleStories.english();
        };
        int number = Integer.parseInt(name.substring(name.indexOf('-') + 1));
        byte[] pdf = StoryPdf.render(story, SampleStories.surroundings(), Typefaces.load());
        BufferedImage page;
        try (var document = Loader.loadPDF(pdf)) {
            page = new PDFRenderer(document).renderImageWithDPI(number - 1, DPI, ImageType.GRAY);
        }
        var file = FOLDER.resolve(name + ".png");
        if ("write".equals(System.getProperty("titr.golden"))) {
            Files.createDirectories(FOLDER);
            ImageIO.write(page, "png", file.toFile());
        }
        var golden = ImageIO.read(file.toFile());
        assertNotNull(golden, file + " is missing");
        assertEquals(golden.getWidth(), page.getWidth());
        assertEquals(golden.getHeight(), page.getHeight());
        double difference = difference(golden, page);
        assertTrue(difference <= MOST_DIFFERENCE, name + " differs by " + difference);
    }

    private static double difference(BufferedImage one, BufferedImage other) {
        long sum = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                sum += Math.abs((one.getRGB(x, y) & 255) - (other.getRGB(x, y) & 255));
            }
        }
        return (double) sum / one.getWidth() / one.getHeight();
    }
}
