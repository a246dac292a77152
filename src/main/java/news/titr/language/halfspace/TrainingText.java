package news.titr.language.halfspace;

import java.util.ArrayList;
import java.util.List;

/** Text cut into the words that the model counts. */
final class TrainingText {
    /** Stands for the begin of a line and for every sign that is neither word nor number. */
    static final String START = "<p>";
    /** Stands for a number. */
    static final String NUMBER = "<n>";

    /**
     * @param word a folded word, {@link #START} or {@link #NUMBER}
     * @param spaced true if white space stands before it
     */
    record Token(String word, boolean spaced) {
        boolean isWord() {
            return word.charAt(0) != '<';
        }
    }

    private TrainingText() {}

    static List<Token> tokens(String line) {
        List<Token> tokens = new ArrayList<>();
        boolean spaced = false;
        int at = 0;
        while (at < line.length()) {
            char c = line.charAt(at);
            int from = at++;
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                spaced = true;
                continue;
            }
            if (KeyLetters.code(c) != KeyLetters.NONE && KeyLetters.code(c) != KeyLetters.IGNORED) {
                while (at < line.length() && inWord(line.charAt(at))) {
                    at++;
                }
                String word = KeyLetters.fold(line.substring(from, at));
                if (word.length() <= WordForms.LONGEST) {
                    tokens.add(new Token(word, spaced));
                } else {
                    tokens.add(new Token(START, spaced));
                }
            } else if (KeyLetters.isDigit(c)) {
                while (at < line.length() && KeyLetters.isDigit(line.charAt(at))) {
                    at++;
                }
                tokens.add(new Token(NUMBER, spaced));
            } else if (c != KeyLetters.HALF_SPACE) {
                tokens.add(new Token(START, spaced));
            }
            spaced = false;
        }
        return tokens;
    }

    private static boolean inWord(char c) {
        return c == KeyLetters.HALF_SPACE || KeyLetters.code(c) != KeyLetters.NONE;
    }
}
