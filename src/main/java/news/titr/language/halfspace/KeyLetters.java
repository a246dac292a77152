package news.titr.language.halfspace;

import java.util.Arrays;

/**
 * The alphabet in which the half-space model counts words: 36 letters, with hamza carriers, Arabic letter forms and
 * vowel marks folded away, so that «تأکید» and «تاكيد» are one word.
 */
final class KeyLetters {
    /** The half-space, U+200C. */
    static final char HALF_SPACE = '\u200c';

    /** What {@link #code} answers for a sign that no Persian word is made of. */
    static final int NONE = 0;

    /** What {@link #code} answers for a sign that stands in a word without being a letter of it: vowel marks, tatweel. */
    static final int IGNORED = 63;

    private static final String ALPHABET = "ءآابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی";
    private static final String NON_JOINING = "ءآادذرزژو";
    private static final int FIRST = 0x0600;
    private static final byte[] CODES = codes();
    private static final boolean[] JOINS = joins();

    static final int ALEF = codeOf('ا');
    static final int ALEF_MADDA = codeOf('آ');
    static final int HEH = codeOf('ه');
    static final int YEH = codeOf('ی');

    private KeyLetters() {}

    private static byte[] codes() {
        byte[] codes = new byte[0x100];
        for (int i = 0; i < ALPHABET.length(); i++) {
            codes[ALPHABET.charAt(i) - FIRST] = (byte) (i + 1);
        }
        // alef with hamza, waw with hamza, yeh with hamza, teh marbuta, Arabic yeh and kaf, alef maksura, heh variants
        same(codes, "\u0623\u0625\u0671", 'ا');
        same(codes, "\u0624", 'و');
        same(codes, "\u0626\u064a\u0649", 'ی');
        same(codes, "\u0643", 'ک');
        same(codes, "\u0629\u06c0\u06c1\u06c2\u06be\u06d5", 'ه');
        for (char c = '\u064b'; c <= '\u065f'; c++) {
            codes[c - FIRST] = IGNORED;
        }
        codes['\u0640' - FIRST] = IGNORED;
        codes['\u0670' - FIRST] = IGNORED;
        return codes;
    }

    private static void same(byte[] codes, String variants, char letter) {
        for (int i = 0; i < variants.length(); i++) {
            codes[variants.charAt(i) - FIRST] = codes[letter - FIRST];
        }
    }

    private static boolean[] joins() {
        boolean[] joins = new boolean[ALPHABET.length() + 1];
        Arrays.fill(joins, true);
        for (int i = 0; i < NON_JOINING.length(); i++) {
            joins[codeOf(NON_JOINING.charAt(i))] = false;
        }
        return joins;
    }

    private static int codeOf(char letter) {
        return CODES[letter - FIRST];
    }

    /** The number of a letter, 1 to 36; {@link #NONE} or {@link #IGNORED} for everything else. */
    static int code(char c) {
        int index = c - FIRST;
        return index >= 0 && index < CODES.length ? CODES[index] : NONE;
    }

    /** The letter with this number. */
    static char letter(int code) {
        return ALPHABET.charAt(code - 1);
    }

    static boolean isDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= '\u06f0' && c <= '\u06f9') || (c >= '\u0660' && c <= '\u0669');
    }

    /** True if the letter is drawn connected to the one after it. */
    static boolean joins(int code) {
        return JOINS[code];
    }

    /** Teh marbuta apart, a hamza or tanvin on the last letter closes a word: no ending can be tied to it. */
    static boolean closes(char mark) {
        return mark == '\u064b' || mark == '\u0654' || mark == '\u06c0';
    }

    /** A word written in the letters of this alphabet, half-spaces kept, those at its ends dropped; may be empty. */
    static String fold(CharSequence word) {
        StringBuilder folded = new StringBuilder(word.length());
        boolean pending = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            int code = code(c);
            if (c == HALF_SPACE) {
                pending = !folded.isEmpty();
            } else if (code != NONE && code != IGNORED) {
                if (code == ALEF && i + 1 < word.length() && word.charAt(i + 1) == '\u0653') {
                    code = ALEF_MADDA;
                }
                if (pending) {
                    folded.append(HALF_SPACE);
                    pending = false;
                }
                folded.append(letter(code));
            }
        }
        return folded.toString();
    }
}
