package news.titr.media;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.event.IIOReadWarningListener;

/**
 * The other process of {@link JavaDecoder}. Uses the JDK alone. Takes file, format, orientation and the PNG to write; says
 * width, height and number of pages, or why not.
 */
final class JavaDecoderProgram {

    static final int DAMAGED = 3;
    static final int TOO_MANY_PIXELS = 4;

    private JavaDecoderProgram() {}

    public static void main(String[] arguments) {
        int code = DAMAGED;
        try (var say = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
            try {
                code = decode(
                        new File(arguments[0]),
                        arguments[1],
                        Integer.parseInt(arguments[2]),
                        new File(arguments[3]),
                        say);
            } catch (Exception | OutOfMemoryError | StackOverflowError e) {
                say.println(String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            }
        }
        System.exit(code);
    }

    private static int decode(File file, String format, int orientation, File png, PrintStream say) throws IOException {
        ImageIO.setUseCache(false);
        try (var input = ImageIO.createImageInputStream(file)) {
            var reader = ImageIO.getImageReadersByFormatName(format).next();
            var warnings = new ArrayList<String>();
            IIOReadWarningListener listener = (ImageReader _, String warning) -> warnings.add(warning);
            reader.addIIOReadWarningListener(listener);
            reader.setInput(input, false, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > Decoder.MOST_PIXELS) {
                say.println((long) width * height);
                return TOO_MANY_PIXELS;
            }
            var settings = reader.getDefaultReadParam();
            // pixels that would only be thrown away are skipped while reading, so that they never fill the memory
            int step = Math.max(1, Math.max(width, height) / (2 * Decoder.LARGEST_SIDE));
            settings.setSourceSubsampling(step, step, 0, 0);
            var read = reader.read(0, settings);
            if (warnings.stream().anyMatch(JavaDecoderProgram::tellsOfAnEnd)) {
                say.println("the file ends too early");
                return DAMAGED;
            }
            int pages = format.equals("gif") ? Math.max(1, reader.getNumImages(true)) : 1;
            var image = Scaling.turned(smaller(Scaling.plain(read)), orientation);
            write(image, png);
            boolean turned = orientation >= 5;
            say.println((turned ? height : width) + " " + (turned ? width : height) + " " + pages);
            return 0;
        }
    }

    /** The JDK paints what is missing grey, and only warns. */
    private static boolean tellsOfAnEnd(String warning) {
        return warning.contains("Premature end") || warning.contains("Truncated File") || warning.contains("EOI");
    }

    private static BufferedImage smaller(BufferedImage image) {
        int longer = Math.max(image.getWidth(), image.getHeight());
        return longer <= Decoder.LARGEST_SIDE
                ? image
                : Scaling.scale(
                        image,
                        Math.max(1, (int) ((long) image.getWidth() * Decoder.LARGEST_SIDE / longer)),
                        Math.max(1, (int) ((long) image.getHeight() * Decoder.LARGEST_SIDE / longer)));
    }

    private static void write(BufferedImage image, File png) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("png").next();
        try (var output = ImageIO.createImageOutputStream(png)) {
            var settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(0.9f); // fast: it is read once and thrown away
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), settings);
        }
    }
}
