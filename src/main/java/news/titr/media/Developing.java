package news.titr.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import news.titr.media.Asset.Rendition;

/** Makes from pixels the files that readers get. No file carries anything but pixels: it is written anew from them. */
final class Developing {

    private static final float QUALITY = 0.8f;
    private static final BoundedProcess.Limits ENCODE =
            new BoundedProcess.Limits(Duration.ofSeconds(60), 3L << 30, 64 << 20, true);

    /** Formats that browsers like better, with what libvips is told: of equal looks, each a good deal smaller. */
    private enum Modern {
        AVIF("image/avif", ".avif", "[Q=55,effort=2,strip]"),
        WEBP("image/webp", ".webp", "[Q=78,effort=4,strip]");

        private final String mediaType;
        private final String extension;
        private final String settings;

        Modern(String mediaType, String extension, String settings) {
            this.mediaType = mediaType;
            this.extension = extension;
            this.settings = settings;
        }
    }

    private final BlobStore blobs;
    private final Optional<Path> vips;

    Developing(BlobStore blobs, Optional<Path> vips) {
        this.blobs = blobs;
        this.vips = vips;
    }

    /** One size of one slot, still in memory. */
    private record Size(Slot slot, BufferedImage image) {}

    /**
     * JPEG, or PNG where something shines through.
     *
     * @param key the folder of their addresses
     */
    List<Rendition> plain(BufferedImage image, Framing framing, List<Slot> slots, String key) {
        return sizes(image, framing, slots).stream()
                .map(size -> {
                    boolean transparent = size.image().getColorModel().hasAlpha();
                    return rendition(
                            size,
                            key,
                            transparent ? "image/png" : "image/jpeg",
                            transparent ? ".png" : ".jpg",
                            transparent ? png(size.image()) : jpeg(size.image()));
                })
                .toList();
    }

    boolean canMakeModern() {
        return vips.isPresent();
    }

    /** The same sizes in AVIF and WebP; none where libvips is missing. The card for social networks stays plain. */
    List<Rendition> modern(BufferedImage image, Framing framing, String key, Path folder) {
        var renditions = new ArrayList<Rendition>();
        if (vips.isEmpty()) {
            return renditions;
        }
        var slots = Slot.cropped().stream().filter(slot -> slot != Slot.SOCIAL).toList();
        var all = new ArrayList<>(sizes(image, framing, List.of(Slot.WHOLE)));
        all.addAll(sizes(image, framing, slots));
        for (var size : all) {
            Path png = folder.resolve("size.png");
            write(png, size.image());
            for (var modern : Modern.values()) {
                Path out = folder.resolve("size" + modern.extension);
                var encoded = BoundedProcess.run(
                        folder,
                        ENCODE,
                        List.of(vips.get().resolve("vips").toString(), "copy", png.toString(), out + modern.settings));
                if (encoded.good()) {
                    renditions.add(rendition(size, key, modern.mediaType, modern.extension, pixels(modern, out)));
                }
            }
        }
        return renditions;
    }

    /** The moving picture: WebP by libvips, else the GIF as it came but for its comments. */
    Optional<Rendition> moving(Asset.Original original, Path file, String key, Path folder) {
        int width = Math.min(original.width(), 960);
        int height = Math.max(1, Math.round(original.height() * (width / (float) original.width())));
        if (vips.isPresent()) {
            Path out = folder.resolve("moving.webp");
            var made = BoundedProcess.run(
                    folder,
                    ENCODE,
                    List.of(
                            vips.get().resolve("vipsthumbnail").toString(),
                            file + "[n=-1]",
                            "--size",
                            width + "x>",
                            "--output",
                            out + "[Q=75,effort=3,strip]"));
            if (made.good()) {
                return Optional.of(new Rendition(
                        Slot.WHOLE,
                        Rendition.Purpose.MOVING,
                        width,
                        height,
                        "image/webp",
                        blobs.putDerived(WebpChunks.stripped(read(out))),
                        key + "/moving.webp"));
            }
        }
        if (original.type() != FileType.GIF) {
            return Optional.empty();
        }
        return Optional.of(new Rendition(
                Slot.WHOLE,
                Rendition.Purpose.MOVING,
                original.width(),
                original.height(),
                "image/gif",
                blobs.putDerived(GifFrames.read(read(file)).stripped()),
                key + "/moving.gif"));
    }

    /** libvips writes resolution and the like into WebP even when told to strip. */
    private static byte[] pixels(Modern modern, Path file) {
        return switch (modern) {
            case AVIF -> read(file);
            case WEBP -> WebpChunks.stripped(read(file));
        };
    }

    private Rendition rendition(Size size, String key, String mediaType, String extension, byte[] bytes) {
        int width = size.image().getWidth();
        return new Rendition(
                size.slot(),
                Rendition.Purpose.STILL,
                width,
                size.image().getHeight(),
                mediaType,
                blobs.putDerived(bytes),
                key + "/" + size.slot().id() + "-" + width + extension);
    }

    /** Each made from the next larger one; a picture is never made larger than it came. */
    private static List<Size> sizes(BufferedImage image, Framing framing, List<Slot> slots) {
        var sizes = new ArrayList<Size>();
        for (var slot : slots) {
            var whole = Scaling.cut(image, framing.crop(slot, image.getWidth(), image.getHeight()));
            var current = whole;
            int narrowest = Integer.MAX_VALUE;
            for (int wanted : slot.widths().reversed()) {
                int width = Math.min(wanted, whole.getWidth());
                if (width >= narrowest) {
                    continue;
                }
                narrowest = width;
                current = Scaling.scale(current, width, height(slot, whole, width));
                sizes.add(new Size(slot, current));
            }
        }
        return sizes;
    }

    /** A slot's own shape to the pixel, whatever rounding did to the part that was cut out. */
    private static int height(Slot slot, BufferedImage whole, int width) {
        double ratio = slot == Slot.WHOLE ? (double) whole.getWidth() / whole.getHeight() : slot.ratio();
        return (int) Math.max(1, Math.round(width / ratio));
    }

    private static byte[] jpeg(BufferedImage image) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException e) {
            throw new IllegalStateException("A picture in memory could not be encoded", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static byte[] png(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new IllegalStateException("A picture in memory could not be encoded", e);
        }
        return bytes.toByteArray();
    }

    private static void write(Path file, BufferedImage image) {
        try {
            ImageIO.write(image, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
