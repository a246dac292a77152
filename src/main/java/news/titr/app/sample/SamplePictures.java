package news.titr.app.sample;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * The pictures of the sample newspaper. Each is drawn by code from its key alone, so that the repository carries no
 * image files and nobody's rights; the same key gives the same bytes.
 */
public final class SamplePictures {
    private static final float QUALITY = 0.85f;

    private record Drawing(int width, int height, Consumer<Sketch> draw) {}

    private final Map<String, Drawing> drawings = new LinkedHashMap<>();

    public SamplePictures() {
        wide("bridge-dusk", CityPictures::bridgeAtDusk);
        wide("bazaar-arches", CityPictures::bazaarArches);
        wide("skyline-mountains", CityPictures::skyline);
        wide("metro-train", CityPictures::metroTrain);
        wide("metro-cat", CityPictures::metroCat);
        wide("night-lamps", CityPictures::nightLamps);
        wide("rooftops", CityPictures::rooftops);
        wide("clock-square", StreetPictures::clockSquare);
        wide("plane-trees", StreetPictures::planeTrees);
        wide("rain-roofs", StreetPictures::rainRoofs);
        wide("bicycles", StreetPictures::bicycles);
        wide("courier", StreetPictures::courier);
        wide("story-bus", StreetPictures::storyBus);
        wide("sound-map", StreetPictures::soundMap);
        wide("telescope", NaturePictures::telescope);
        wide("star-trails", NaturePictures::starTrails);
        wide("snow-peaks", NaturePictures::snowPeaks);
        wide("lenticular", NaturePictures::lenticular);
        wide("wheat-field", NaturePictures::wheatField);
        wide("wetland-turtle", NaturePictures::wetlandTurtle);
        wide("river-bend", NaturePictures::riverBend);
        wide("fog-railway", WeatherPictures::fogRailway);
        wide("mountain-run", WeatherPictures::mountainRun);
        wide("bees", WeatherPictures::bees);
        wide("isobars", WeatherPictures::isobars);
        wide("aquifer", WeatherPictures::aquifer);
        wide("library-shelves", CulturePictures::libraryShelves);
        wide("loom", CulturePictures::loom);
        wide("cinema", CulturePictures::cinema);
        wide("orchestra", CulturePictures::orchestra);
        tall("theatre-curtain", CulturePictures::theatreCurtain);
        tall("vase", MuseumPictures::vase);
        tall("carpet", MuseumPictures::carpet);
        tall("pomegranates", WorkPictures::pomegranates);
        wide("market-stall", WorkPictures::marketStall);
        wide("solar-panels", MeasurePictures::solarPanels);
        wide("sangak-bakery", WorkPictures::sangakBakery);
        wide("copperware", WorkPictures::copperware);
        wide("jars", WorkPictures::jars);
        wide("laboratory", MeasurePictures::laboratory);
        wide("bar-chart", MeasurePictures::barChart);
        wide("football-pitch", SportPictures::footballPitch);
        wide("chess", SportPictures::chess);
        wide("runner", SportPictures::runner);
        wide("volleyball", SportPictures::volleyball);
        wide("ping-pong", SportPictures::pingPong);
        wide("pool", SportPictures::pool);
        face("avatar-golnar", Portraits::golnar);
        face("avatar-farhad", Portraits::farhad);
        face("avatar-katayoun", Portraits::katayoun);
        face("avatar-mahnaz", Portraits::mahnaz);
        face("avatar-yousef", Portraits::yousef);
        face("avatar-iraj", Portraits::iraj);
        face("avatar-parisa", Portraits::parisa);
        face("avatar-babak", Portraits::babak);
    }

    private void wide(String key, Consumer<Sketch> draw) {
        drawings.put(key, new Drawing(1600, 1000, draw));
    }

    private void tall(String key, Consumer<Sketch> draw) {
        drawings.put(key, new Drawing(1600, 1200, draw));
    }

    private void face(String key, Consumer<Sketch> draw) {
        drawings.put(key, new Drawing(800, 800, draw));
    }

    public Set<String> keys() {
        return Collections.unmodifiableSet(drawings.keySet());
    }

    /** In pixels. */
    public int width(String key) {
        return drawing(key).width();
    }

    /** In pixels. */
    public int height(String key) {
        return drawing(key).height();
    }

    /**
     * The picture as a baseline JPEG.
     *
     * @throws IllegalArgumentException when there is no picture of that key
     */
    public byte[] jpeg(String key) {
        Drawing drawing = drawing(key);
        Sketch sketch = new Sketch(drawing.width(), drawing.height(), key.hashCode());
        drawing.draw().accept(sketch);
        return encode(sketch.finish());
    }

    private Drawing drawing(String key) {
        Drawing drawing = drawings.get(key);
        if (drawing == null) {
            throw new IllegalArgumentException("no sample picture is called " + key);
        }
        return drawing;
    }

    private static byte[] encode(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), settings);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a picture could not be encoded in memory", impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
