package news.titr.language.halfspace;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A trained knowledge of where Persian words have half-spaces; loaded on first use, shared by all threads. */
public final class HalfSpaces {
    /** Where the model lies among the program's resources. */
    public static final String RESOURCE = "/language/half-spaces.model";

    private static final HalfSpaces SHIPPED = new HalfSpaces(HalfSpaces::readShipped);

    private final Supplier<HalfSpaceModel> source;
    private volatile @Nullable HalfSpaceModel model;

    HalfSpaces(Supplier<HalfSpaceModel> source) {
        this.source = source;
    }

    /** The model that the program ships. */
    public static HalfSpaces shipped() {
        return SHIPPED;
    }

    /**
     * A model from a file that the trainer wrote; the stream is read to its end but not closed.
     *
     * @throws IOException if it cannot be read or is of another version
     */
    public static HalfSpaces read(InputStream in) throws IOException {
        HalfSpaceModel read = new HalfSpaceModel(ModelTables.read(in));
        return new HalfSpaces(() -> read);
    }

    private static HalfSpaceModel readShipped() {
        try (InputStream in = HalfSpaces.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The program was built without " + RESOURCE);
            }
            return new HalfSpaceModel(ModelTables.read(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loads the model if it is not loaded yet. */
    HalfSpaceModel model() {
        HalfSpaceModel loaded = model;
        if (loaded == null) {
            synchronized (this) {
                loaded = model;
                if (loaded == null) {
                    loaded = source.get();
                    model = loaded;
                }
            }
        }
        return loaded;
    }

    /** A repair with working arrays of its own: for one thread at a time, best used for many texts. */
    public HalfSpaceRepair repair() {
        return new HalfSpaceRepair(model());
    }

    /** Bytes that the model holds on the heap. */
    public long heapBytes() {
        return model().heapBytes();
    }
}
