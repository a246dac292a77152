package news.titr.media;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import news.titr.db.Database;

/** The pictures of the newspaper: takes them in, makes the sizes that readers get, and finds them again. */
public final class Pictures {

    /** Widths in pixels: a phone, a column, a full page, and the same for dense screens. */
    private static final List<Integer> WIDTHS = List.of(320, 640, 960, 1600);

    private static final long MOST_PIXELS = 60_000_000;
    private static final float QUALITY = 0.8f;

    private final Database database;
    private final BlobStore blobs;
    private final InstantSource clock;

    public Pictures(Database database, BlobStore blobs, InstantSource clock) {
        this.database = database;
        this.blobs = blobs;
        this.clock = clock;
    }

    /** Thrown for a file that is not a picture we can show; the message says why. */
    public static final class NotAPicture extends RuntimeException {
        NotAPicture(String message) {
            super(message);
        }
    }

    /**
     * Keeps a picture (JPEG or PNG) and makes its renditions. Under an id that is already taken nothing changes.
     *
     * @throws NotAPicture when the bytes cannot be shown as a picture
     */
    public Asset add(String id, byte[] bytes, String credit) {
        var known = find(List.of(id)).get(id);
        if (known != null) {
            return known;
        }
        String mediaType = mediaType(bytes);
        var image = decode(bytes);
        var asset = new Asset(
                id,
                blobs.put(bytes),
                mediaType,
                image.getWidth(),
                image.getHeight(),
                credit,
                clock.instant(),
                renditions(image));
        database.write(write -> {
            AssetStore.insert(write, asset);
            return null;
        });
        return asset;
    }

    /** The pictures with these ids, in one query. */
    public Map<String, Asset> find(Collection<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : database.read(read -> AssetStore.find(read, ids)).stream()
                        .collect(Collectors.toMap(Asset::id, Function.identity()));
    }

    /** A rendition's bytes by the name that its address ends in, such as {@code ab12….jpg}. */
    public Optional<byte[]> rendition(String name) {
        int dot = name.indexOf('.');
        String blob = dot < 0 ? name : name.substring(0, dot);
        return database.read(read -> AssetStore.isRendition(read, blob)) ? blobs.get(blob) : Optional.empty();
    }

    /** The bytes of the widest rendition of a picture. */
    public Optional<byte[]> widest(String id) {
        return Optional.ofNullable(find(List.of(id)).get(id))
                .flatMap(asset -> asset.atLeast(Integer.MAX_VALUE))
                .flatMap(rendition -> blobs.get(rendition.blob()));
    }

    /** Makes every rendition anew from the originals; answers how many pictures were done. */
    public int rebuildRenditions() {
        var all = database.read(AssetStore::all);
        for (var asset : all) {
            var original = blobs.get(asset.blob())
                    .orElseThrow(
                            () -> new IllegalStateException("The original of picture " + asset.id() + " is missing"));
            var renditions = renditions(decode(original));
            database.write(write -> {
                AssetStore.replaceRenditions(write, asset.id(), renditions);
                return null;
            });
        }
        return all.size();
    }

    /** Widest first, each made from the one before: a picture is never made larger than it came. */
    private List<Asset.Rendition> renditions(BufferedImage image) {
        var renditions = new ArrayList<Asset.Rendition>();
        var current = image;
        for (int width : WIDTHS.reversed()) {
            int actual = Math.min(width, image.getWidth());
            if (!renditions.isEmpty() && actual >= current.getWidth()) {
                continue;
            }
            current = scale(current, actual);
            boolean transparent = current.getColorModel().hasAlpha();
            renditions.add(new Asset.Rendition(
                    current.getWidth(),
                    current.getHeight(),
                    transparent ? "image/png" : "image/jpeg",
                    blobs.putDerived(transparent ? png(current) : jpeg(current))));
        }
        return renditions;
    }

    private static String mediaType(byte[] bytes) {
        if (bytes.length > 3 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xD8) {
            return "image/jpeg";
        }
        if (bytes.length > 8 && (bytes[0] & 0xFF) == 0x89 && bytes[1] == 'P' && bytes[2] == 'N' && bytes[3] == 'G') {
            return "image/png";
        }
        throw new NotAPicture("Only JPEG and PNG pictures can be taken in");
    }

    private static BufferedImage decode(byte[] bytes) {
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new NotAPicture("The file is not a picture");
            }
            var reader = readers.next();
            try {
                reader.setInput(input, true, true);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                if (pixels > MOST_PIXELS) {
                    throw new NotAPicture("The picture has %,d pixels, the most is %,d".formatted(pixels, MOST_PIXELS));
                }
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            throw e instanceof NotAPicture refused
                    ? refused
                    : new NotAPicture("The picture is damaged: " + e.getMessage());
        }
    }

    /** Halves until close, then once to the exact size: a single large step would skip pixels. */
    private static BufferedImage scale(BufferedImage image, int width) {
        var current = image;
        while (current.getWidth() >= width * 2) {
            current = draw(current, current.getWidth() / 2);
        }
        return draw(current, width);
    }

    private static BufferedImage draw(BufferedImage image, int width) {
        int height = Math.max(1, Math.round(image.getHeight() * (width / (float) image.getWidth())));
        int type = image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        var drawn = new BufferedImage(width, height, type);
        var graphics = drawn.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return drawn;
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
}
