package news.titr.language;

import java.util.regex.Pattern;

/** Brings the numbers of a running text to one set of digits and marks. */
final class DigitText {
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\d.,٫٬/:])\\d{1,3}(?:[,٬]\\d{3})+(?:[.٫]\\d+)?(?![.,٫٬/:]?\\d)|(?<![\\d.,٫٬/:])\\d+[.٫]\\d+(?![.,٫٬/:]?\\d)");

    private DigitText() {}

    static String in(String text, DigitPolicy policy) {
        return WORD.matcher(text)
                .replaceAll(word -> java.util.regex.Matcher.quoteReplacement(word(word.group(), policy)));
    }

    private static String word(String word, DigitPolicy policy) {
        if (word.codePoints().anyMatch(DigitText::latin)) {
            return word;
        }
        String ascii = Digits.ascii(word);
        if (ascii.equals(word) && ascii.codePoints().noneMatch(c -> Digits.value(c) >= 0)) {
            return word;
        }
        String marked = NUMBER.matcher(ascii).replaceAll(number -> marks(number.group(), policy));
        return policy.apply(marked);
    }

    private static String marks(String number, DigitPolicy policy) {
        var text = new StringBuilder(number.length());
        for (int i = 0; i < number.length(); i++) {
            char mark = number.charAt(i);
            text.append(
                    switch (mark) {
                        case ',', '٬' -> policy.thousands();
                        case '.', '٫' -> policy.decimal();
                        default -> mark;
                    });
        }
        return text.toString();
    }

    private static boolean latin(int codePoint) {
        return Character.isLetter(codePoint) && !Letters.isArabicScript(codePoint) || codePoint == '@';
    }
}
