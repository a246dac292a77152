package news.titr.media;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A GIF block by block.
 *
 * @param frames how many pictures it holds
 * @param stripped the same without comments, texts and the data of programs; loops and delays stay
 */
record GifFrames(int frames, byte[] stripped) {

    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2C;
    private static final int TRAILER = 0x3B;
    private static final int GRAPHIC_CONTROL = 0xF9;
    private static final int APPLICATION = 0xFF;

    /** @throws NotAPicture when it ends too early or holds what no GIF may */
    static GifFrames read(byte[] file) {
        try {
            return new Reading(file).read();
        } catch (IndexOutOfBoundsException e) {
            throw new NotAPicture(MediaProblem.Kind.DAMAGED);
        }
    }

    private static final class Reading {
        private final byte[] file;
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private int at = 13;

        Reading(byte[] file) {
            this.file = file;
        }

        GifFrames read() {
            at += colours(file[10]);
            keep(0, at);
            int frames = 0;
            while (true) {
                int from = at;
                switch (next()) {
                    case EXTENSION -> {
                        int label = next();
                        boolean loop = label == APPLICATION
                                && new String(file, at + 1, 11, StandardCharsets.ISO_8859_1).equals("NETSCAPE2.0");
                        blocks();
                        if (label == GRAPHIC_CONTROL || loop) {
                            keep(from, at);
                        }
                    }
                    case IMAGE -> {
                        at += 9;
                        at += colours(file[at - 1]) + 1;
                        blocks();
                        keep(from, at);
                        frames++;
                    }
                    case TRAILER -> {
                        kept.write(TRAILER);
                        return new GifFrames(frames, kept.toByteArray());
                    }
                    default -> throw new NotAPicture(MediaProblem.Kind.DAMAGED);
                }
            }
        }

        private int next() {
            return file[at++] & 0xFF;
        }

        /** Passes over blocks that each begin with their length, up to an empty one. */
        private void blocks() {
            int length;
            do {
                length = next();
                at += length;
            } while (length > 0);
        }

        private static int colours(byte flags) {
            return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
        }

        private void keep(int from, int to) {
            kept.write(file, from, to - from);
        }
    }
}
