package news.titr.doc.diff;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import news.titr.language.Letters;

/** A difference that a reader of the page hardly sees, or does not see at all, and so has to be told. */
public enum Unseen {
    HALF_SPACE_ADDED,
    HALF_SPACE_REMOVED,
    SPACE_BECAME_HALF_SPACE,
    HALF_SPACE_BECAME_SPACE,
    SPACE_ADDED,
    SPACE_REMOVED,
    OTHER_SPACE,
    LINE_ADDED,
    LINE_REMOVED,
    PARAGRAPH_ADDED,
    PARAGRAPH_REMOVED,
    LETTER_BECAME_PERSIAN,
    LETTER_BECAME_ARABIC,
    DIGIT_BECAME_PERSIAN,
    DIGIT_BECAME_ARABIC,
    HIDDEN_ADDED,
    HIDDEN_REMOVED,
    OTHER_ENCODING;

    /** Between two paragraphs whose texts are looked at as one. */
    static final char PARAGRAPH = '\u2029';

    /** The name of its message: {@code difference.unseen.half-space-added}. */
    public String messageKey() {
        return "difference.unseen." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * What a word or a few words look like, whatever they are made of: letters in their Persian form, without half-spaces,
     * spaces and invisible characters. Two texts with one look can be taken for each other.
     */
    static String look(String text) {
        var look = new StringBuilder(text.length());
        String plain = compatible(text);
        for (int i = 0; i < plain.length(); ) {
            int character = plain.codePointAt(i);
            i += Character.charCount(character);
            if (!isSeparator(character)) {
                shape(character, look);
            }
        }
        return look.toString();
    }

    /** What differs between two texts that look the same. */
    static Set<Unseen> between(String before, String after) {
        var found = EnumSet.noneOf(Unseen.class);
        var old = Shape.of(compatible(before));
        var now = Shape.of(compatible(after));
        for (int i = 0; i < Math.min(old.letters.size(), now.letters.size()); i++) {
            compareLetters(old.letters.get(i), now.letters.get(i), found);
        }
        for (int i = 0; i < Math.min(old.gaps.size(), now.gaps.size()); i++) {
            compareGaps(old.gaps.get(i), now.gaps.get(i), found);
        }
        if (found.isEmpty() && !before.equals(after)) {
            found.add(OTHER_ENCODING);
        }
        return found;
    }

    /** What two stretches of space between words have unlike each other. */
    static Set<Unseen> betweenSpaces(String before, String after) {
        var found = EnumSet.noneOf(Unseen.class);
        compareGaps(before, after, found);
        return found;
    }

    /** What a text is that shows nothing; empty when there is something to see. */
    static Set<Unseen> inserted(String text) {
        return look(text).isEmpty() ? between("", text) : Set.of();
    }

    static Set<Unseen> removed(String text) {
        return look(text).isEmpty() ? between(text, "") : Set.of();
    }

    static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    /** Half-space, invisible characters and controls: what takes no room. */
    static boolean isHidden(int character) {
        return character == Letters.HALF_SPACE
                || Letters.isInvisible(character)
                || Character.getType(character) == Character.FORMAT
                || Character.getType(character) == Character.CONTROL && !isSpace(character);
    }

    private static boolean isSeparator(int character) {
        return isSpace(character) || isHidden(character);
    }

    private static String compatible(String text) {
        // a space of another kind stays one of another kind, or its change would never be told
        if (Normalizer.isNormalized(text, Normalizer.Form.NFKC)) {
            return text;
        }
        var plain = new StringBuilder(text.length());
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || isSeparator(text.charAt(i))) {
                plain.append(Normalizer.normalize(text.substring(from, i), Normalizer.Form.NFKC));
                if (i < text.length()) {
                    plain.append(text.charAt(i));
                }
                from = i + 1;
            }
        }
        return plain.toString();
    }

    private static void shape(int character, StringBuilder look) {
        int twin = Letters.persianTwin(character);
        if (character == 0x06C0) {
            look.append('ه').append('\u0654');
        } else if (character >= 0x0660 && character <= 0x0669) {
            look.appendCodePoint(character - 0x0660 + 0x06F0);
        } else {
            look.appendCodePoint(isTwin(character, twin) ? twin : character);
        }
    }

    /** Kurdish and Urdu letters are seen; the Arabic ones in Persian words are not. */
    private static boolean isTwin(int character, int twin) {
        return (twin == 'ی' || twin == 'ک') && (character == 0x064A || character == 0x0649 || character == 0x0643)
                || twin == 'ه';
    }

    private static void compareLetters(int before, int after, Set<Unseen> found) {
        if (before == after) {
            return;
        }
        if (isArabicDigit(before) || isArabicDigit(after)) {
            found.add(isArabicDigit(before) ? DIGIT_BECAME_PERSIAN : DIGIT_BECAME_ARABIC);
        } else if (Letters.persianTwin(before) == after) {
            found.add(LETTER_BECAME_PERSIAN);
        } else if (Letters.persianTwin(after) == before) {
            found.add(LETTER_BECAME_ARABIC);
        } else {
            found.add(OTHER_ENCODING);
        }
    }

    private static boolean isArabicDigit(int character) {
        return character >= 0x0660 && character <= 0x0669;
    }

    private static void compareGaps(String before, String after, Set<Unseen> found) {
        if (before.equals(after)) {
            return;
        }
        compareCounts(before, after, PARAGRAPH, PARAGRAPH_ADDED, PARAGRAPH_REMOVED, found);
        compareCounts(before, after, '\n', LINE_ADDED, LINE_REMOVED, found);
        boolean halfBefore = before.indexOf(Letters.HALF_SPACE) >= 0;
        boolean halfAfter = after.indexOf(Letters.HALF_SPACE) >= 0;
        boolean spaceBefore = before.chars().anyMatch(Unseen::isBlank);
        boolean spaceAfter = after.chars().anyMatch(Unseen::isBlank);
        if (halfBefore && !halfAfter) {
            found.add(!spaceBefore && spaceAfter ? HALF_SPACE_BECAME_SPACE : HALF_SPACE_REMOVED);
        } else if (!halfBefore && halfAfter) {
            found.add(spaceBefore && !spaceAfter ? SPACE_BECAME_HALF_SPACE : HALF_SPACE_ADDED);
        }
        boolean told = found.contains(PARAGRAPH_ADDED)
                || found.contains(PARAGRAPH_REMOVED)
                || found.contains(LINE_ADDED)
                || found.contains(LINE_REMOVED);
        if (spaceBefore != spaceAfter && halfBefore == halfAfter && !told) {
            found.add(spaceAfter ? SPACE_ADDED : SPACE_REMOVED);
        } else if (!blanks(before).equals(blanks(after)) && spaceBefore && spaceAfter) {
            found.add(OTHER_SPACE);
        }
        String hiddenBefore = hidden(before);
        String hiddenAfter = hidden(after);
        if (!hiddenBefore.equals(hiddenAfter)) {
            found.add(hiddenAfter.length() >= hiddenBefore.length() ? HIDDEN_ADDED : HIDDEN_REMOVED);
        }
    }

    private static void compareCounts(
            String before, String after, char character, Unseen added, Unseen removed, Set<Unseen> found) {
        long old = before.chars().filter(c -> c == character).count();
        long now = after.chars().filter(c -> c == character).count();
        if (old != now) {
            found.add(now > old ? added : removed);
        }
    }

    private static boolean isBlank(int character) {
        return isSpace(character) && character != '\n' && character != PARAGRAPH;
    }

    private static String blanks(String gap) {
        return only(gap, true);
    }

    private static String hidden(String gap) {
        return only(gap, false);
    }

    private static String only(String gap, boolean blank) {
        var text = new StringBuilder();
        gap.chars()
                .filter(c -> blank ? isBlank(c) : !isSpace(c) && c != Letters.HALF_SPACE)
                .forEach(c -> text.append((char) c));
        return text.toString();
    }

    /** A text taken apart: what is seen, and what stands before, between and behind. */
    private record Shape(List<Integer> letters, List<String> gaps) {

        static Shape of(String text) {
            var letters = new ArrayList<Integer>();
            var gaps = new ArrayList<String>();
            var gap = new StringBuilder();
            for (int i = 0; i < text.length(); ) {
                int character = text.codePointAt(i);
                i += Character.charCount(character);
                if (isSeparator(character)) {
                    gap.appendCodePoint(character);
                    continue;
                }
                var shaped = new StringBuilder();
                shape(character, shaped);
                gaps.add(gap.toString());
                gap.setLength(0);
                letters.add(character);
                // a letter that stands for two is compared with the two
                for (int more = 1; more < shaped.codePointCount(0, shaped.length()); more++) {
                    gaps.add("");
                    letters.add(shaped.codePointAt(more));
                }
            }
            gaps.add(gap.toString());
            return new Shape(letters, gaps);
        }
    }
}
