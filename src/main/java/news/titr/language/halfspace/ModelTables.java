package news.titr.language.halfspace;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The columns of a half-space model as they stand in its file: forms sorted by key, then by half-spaces; logarithms as
 * bytes. The file is one deflated stream, columns one after the other, the same bytes for the same counts.
 */
final class ModelTables {
    // no run of letters is looked up under these: real hashes are asked for by text only
    private static final long START_HASH = 0x6f3a_91c2_5d07_e8b5L;
    private static final long NUMBER_HASH = 0x2b84_d6e0_71fa_3c95L;

    private static final int MAGIC = 0x54485331;

    /** The letters of every form, front-coded: shared length, rest length, codes (0 is a half-space). */
    byte[] words = new byte[0];

    long[] hashes = new long[0];
    long[] masks = new long[0];
    byte[] wordLogs = new byte[0];
    byte[] stemLogs = new byte[0];
    byte[] backoffs = new byte[0];
    byte[] flags = new byte[0];

    /** What each form is as a neighbour, see {@link WordTypes}. */
    byte[] types = new byte[0];

    /** Words that are types of their own. */
    List<String> typeWords = List.of();

    /** For each pair of types, first times count plus second, how much likelier the second is after the first. */
    double[] typeLogs = new double[0];

    int[] pairFirst = new int[0];
    int[] pairSecond = new int[0];
    byte[] pairLogs = new byte[0];
    Affixes affixes = new Affixes(List.of(), List.of());
    double total;
    double[] constants = new double[0];
    int startForm = HalfSpaceModel.UNKNOWN;
    int numberForm = HalfSpaceModel.UNKNOWN;

    int forms() {
        return hashes.length;
    }

    int keyCount() {
        int keys = 0;
        for (int i = 0; i < hashes.length; i++) {
            if (i == 0 || hashes[i] != hashes[i - 1]) {
                keys++;
            }
        }
        return keys;
    }

    long heapBytes() {
        return hashes.length * 20L + pairFirst.length * 9L;
    }

    /** The half-spaces of a folded word: bit n stands for one before letter n. */
    static long maskOf(String folded) {
        long mask = 0;
        int letter = 0;
        for (int i = 0; i < folded.length(); i++) {
            if (folded.charAt(i) == KeyLetters.HALF_SPACE) {
                mask |= 1L << letter;
            } else {
                letter++;
            }
        }
        return mask;
    }

    /** Takes the folded words, already sorted, as the forms of this model. */
    void words(List<String> sorted) {
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        hashes = new long[sorted.size()];
        masks = new long[sorted.size()];
        String before = "";
        for (int form = 0; form < sorted.size(); form++) {
            String word = sorted.get(form);
            int shared = 0;
            while (shared < word.length() && shared < before.length() && word.charAt(shared) == before.charAt(shared)) {
                shared++;
            }
            coded.write(shared);
            coded.write(word.length() - shared);
            for (int i = shared; i < word.length(); i++) {
                char c = word.charAt(i);
                coded.write(c == KeyLetters.HALF_SPACE ? 0 : KeyLetters.code(c));
            }
            hashes[form] = LetterRun.hashOf(word);
            masks[form] = maskOf(word);
            before = word;
        }
        words = coded.toByteArray();
    }

    /** Adds the two contexts that are not words, after all forms: the begin of a line, a number. */
    void withContexts() {
        int forms = hashes.length;
        hashes = java.util.Arrays.copyOf(hashes, forms + 2);
        masks = java.util.Arrays.copyOf(masks, forms + 2);
        startForm = forms;
        numberForm = forms + 1;
        hashes[startForm] = START_HASH;
        hashes[numberForm] = NUMBER_HASH;
    }

    /** All forms as text, in order. */
    List<String> wordList() {
        List<String> list = new ArrayList<>(forms());
        StringBuilder word = new StringBuilder();
        for (int at = 0; at < words.length; ) {
            word.setLength(words[at]);
            int rest = words[at + 1];
            for (int i = 0; i < rest; i++) {
                int code = words[at + 2 + i];
                word.append(code == 0 ? KeyLetters.HALF_SPACE : KeyLetters.letter(code));
            }
            at += 2 + rest;
            list.add(word.toString());
        }
        return list;
    }

    private void hashWords(int forms) {
        hashes = new long[forms];
        masks = new long[forms];
        byte[] word = new byte[256];
        LetterRun run = new LetterRun();
        int at = 0;
        for (int form = 0; form < forms; form++) {
            int shared = words[at];
            int rest = words[at + 1];
            System.arraycopy(words, at + 2, word, shared, rest);
            at += 2 + rest;
            run.clear();
            long mask = 0;
            for (int i = 0; i < shared + rest; i++) {
                if (word[i] == 0) {
                    mask |= 1L << run.length();
                } else {
                    run.add(word[i]);
                }
            }
            hashes[form] = run.hash(0, run.length());
            masks[form] = mask;
        }
    }

    void write(OutputStream out) throws IOException {
        Deflater deflater = new Deflater(9);
        try (DataOutputStream data = new DataOutputStream(new DeflaterOutputStream(out, deflater))) {
            data.writeInt(MAGIC);
            data.writeDouble(total);
            data.writeInt(constants.length);
            for (double constant : constants) {
                data.writeDouble(constant);
            }
            data.writeInt(affixes.endings().size());
            for (Affixes.Ending ending : affixes.endings()) {
                writeText(data, ending.text());
                data.writeBoolean(ending.bound());
                for (int k = 0; k < EndingClass.COUNT; k++) {
                    data.writeDouble(ending.tied()[k]);
                    data.writeDouble(ending.glued()[k]);
                }
            }
            data.writeInt(affixes.beginnings().size());
            for (Affixes.Beginning beginning : affixes.beginnings()) {
                writeText(data, beginning.text());
                data.writeBoolean(beginning.free());
                data.writeDouble(beginning.rate());
            }
            data.writeInt(forms());
            data.writeInt(words.length);
            data.write(words);
            data.write(wordLogs);
            data.write(stemLogs);
            data.write(backoffs);
            data.write(flags);
            data.write(types);
            data.writeInt(typeWords.size());
            for (String word : typeWords) {
                writeText(data, word);
            }
            data.writeInt(typeLogs.length);
            for (double log : typeLogs) {
                data.writeFloat((float) log);
            }
            data.writeInt(pairFirst.length);
            int first = 0;
            for (int form : pairFirst) {
                writeCount(data, form - first);
                first = form;
            }
            for (int i = 0; i < pairSecond.length; i++) {
                boolean same = i > 0 && pairFirst[i] == pairFirst[i - 1];
                writeCount(data, same ? pairSecond[i] - pairSecond[i - 1] : pairSecond[i]);
            }
            data.write(pairLogs);
        } finally {
            deflater.end();
        }
    }

    /** Reads what {@link #write} wrote. */
    static ModelTables read(InputStream in) throws IOException {
        ModelTables tables = new ModelTables();
        byte[] all = new InflaterInputStream(in, new java.util.zip.Inflater(), 1 << 16).readAllBytes();
        try (DataInputStream data = new DataInputStream(new java.io.ByteArrayInputStream(all))) {
            if (data.readInt() != MAGIC) {
                throw new IOException("Not a half-space model of this version");
            }
            tables.total = data.readDouble();
            tables.constants = new double[data.readInt()];
            for (int i = 0; i < tables.constants.length; i++) {
                tables.constants[i] = data.readDouble();
            }
            List<Affixes.Ending> endings = new ArrayList<>();
            for (int n = data.readInt(); n > 0; n--) {
                String text = readText(data);
                boolean bound = data.readBoolean();
                double[] tied = new double[EndingClass.COUNT];
                double[] glued = new double[EndingClass.COUNT];
                for (int k = 0; k < EndingClass.COUNT; k++) {
                    tied[k] = data.readDouble();
                    glued[k] = data.readDouble();
                }
                endings.add(new Affixes.Ending(text, bound, tied, glued));
            }
            List<Affixes.Beginning> beginnings = new ArrayList<>();
            for (int n = data.readInt(); n > 0; n--) {
                beginnings.add(new Affixes.Beginning(readText(data), data.readBoolean(), data.readDouble()));
            }
            tables.affixes = new Affixes(endings, beginnings);
            int forms = data.readInt();
            tables.words = data.readNBytes(data.readInt());
            tables.hashWords(forms - 2);
            tables.withContexts();
            tables.wordLogs = data.readNBytes(forms);
            tables.stemLogs = data.readNBytes(forms);
            tables.backoffs = data.readNBytes(forms);
            tables.flags = data.readNBytes(forms);
            tables.types = data.readNBytes(forms);
            tables.typeWords = new ArrayList<>();
            for (int n = data.readInt(); n > 0; n--) {
                tables.typeWords.add(readText(data));
            }
            tables.typeLogs = new double[data.readInt()];
            for (int i = 0; i < tables.typeLogs.length; i++) {
                tables.typeLogs[i] = data.readFloat();
            }
            int pairs = data.readInt();
            tables.pairFirst = new int[pairs];
            tables.pairSecond = new int[pairs];
            int first = 0;
            for (int i = 0; i < pairs; i++) {
                first += readCount(data);
                tables.pairFirst[i] = first;
            }
            for (int i = 0; i < pairs; i++) {
                boolean same = i > 0 && tables.pairFirst[i] == tables.pairFirst[i - 1];
                tables.pairSecond[i] = readCount(data) + (same ? tables.pairSecond[i - 1] : 0);
            }
            tables.pairLogs = data.readNBytes(pairs);
        }
        return tables;
    }

    private static void writeText(DataOutputStream data, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        data.writeShort(bytes.length);
        data.write(bytes);
    }

    private static String readText(DataInputStream data) throws IOException {
        return new String(data.readNBytes(data.readUnsignedShort()), StandardCharsets.UTF_8);
    }

    private static void writeCount(DataOutputStream data, int count) throws IOException {
        int rest = count;
        while (rest >= 0x80) {
            data.write(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        data.write(rest);
    }

    private static int readCount(DataInputStream data) throws IOException {
        int count = 0;
        for (int shift = 0; ; shift += 7) {
            int next = data.readUnsignedByte();
            count |= (next & 0x7f) << shift;
            if (next < 0x80) {
                return count;
            }
        }
    }
}
