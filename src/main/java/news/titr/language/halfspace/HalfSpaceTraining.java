package news.titr.language.halfspace;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Trains the model that the program ships, from a folder with the material that NOTICE names. */
public final class HalfSpaceTraining {
    /**
     * What was trained.
     *
     * @param forms words with and without half-spaces
     * @param pairs neighbours
     * @param bytes size of the file
     */
    public record Trained(int forms, int pairs, int bytes) {}

    private HalfSpaceTraining() {}

    /**
     * Trains and writes a model; the same material gives the same bytes.
     *
     * @param folder holds {@code perdt-train.txt}, {@code pquad-val.txt} (running text, one paragraph a line),
     *     {@code words.dat}, {@code verbs.dat} (hazm) and {@code index.dic} (lilak)
     * @param model where the model is written; replaced if it exists
     * @throws IOException if a file is missing or cannot be read or written
     */
    public static Trained train(Path folder, Path model) throws IOException {
        ModelTables tables = new HalfSpaceTrainer(TrainingMaterial.read(folder)).train();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        tables.write(bytes);
        Files.write(model, bytes.toByteArray());
        return new Trained(tables.forms(), tables.pairFirst.length, bytes.size());
    }
}
