package news.titr.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Tells Arabic passages from Persian text that merely has Arabic letters in it.
 *
 * <p>Each word weighs for Arabic (vowel signs, «ال», «ة», words such as «هذا») or for Persian (پ چ ژ گ, half-spaces, words such
 * as «است»); the passages are the cheapest division of the text, where changing language costs something, and less at a
 * quotation mark or the end of a sentence. One pass, linear in the text.
 */
final class ArabicPassages {
    private static final double CHANGE = 3;
    private static final double CHANGE_AT_MARK = 1;
    private static final double PERSIAN_ONLY = -4;
    private static final double KNOWN_WORD = 2.5;
    private static final double VOWELLED = 3;
    private static final double ARTICLE = 1.4;
    private static final double TELLING_LETTER = 1.2;
    private static final double NEUTRAL = -0.5;
    private static final String MARKS = "«»\"“”()[]{}﴿﴾*.؟?!؛;:،\n۝";

    /** Arabic words that are no Persian words, and Persian ones that are no Arabic words; both in Persian letters. */
    private static final Set<String> ARABIC = Set.of(
            "فی", "التی", "الذی", "الذین", "هذا", "هذه", "ذلک", "تلک", "قال", "قالت", "علیهم", "علیها", "الی", "لم",
            "لن", "ثم", "عن", "لله", "بسم", "ولا", "وما", "وهو", "وهی", "فیه", "فیها", "منها", "منهم", "لهم", "لها",
            "لکم", "ایها", "الا", "وقد", "فقد", "انما", "کما", "لقد", "مع", "کنت", "فهذا", "صل", "وان", "وفی", "ومن",
            "وعلی", "یوم", "اللهم", "نحن", "اولئک", "سوف", "لدی");

    private static final Set<String> PERSIAN = Set.of(
            "است", "را", "که", "از", "این", "آن", "در", "با", "برای", "به", "می", "شد", "شده", "شود", "بود", "کرد",
            "کرده", "کند", "کنند", "هم", "نیز", "هر", "یک", "تا", "اما", "اگر", "ها", "های", "خود", "وی", "داد", "داده",
            "دارد", "خواهد", "درباره", "ایران", "دو", "سه", "آنها", "بر", "باید", "شدند", "کردند", "هستند", "بودند",
            "همه", "روز", "سال", "کشور", "مردم", "دیگر", "میشود", "میکند", "نمی", "چه", "پس", "پیش", "آمد", "آمده",
            "رفت", "دست", "کار", "خبر", "شهر", "تهران", "اسلامی");

    /** Words whose «ى» is an alef; Persian would write them with «ی», or «ي» where it is damaged. */
    private static final Set<String> FINAL_ALEF = Set.of("عل\u0649", "إل\u0649", "حت\u0649", "وعل\u0649", "وإل\u0649");

    /** How Persian words begin that only look as if they had the Arabic article. */
    private static final List<String> NO_ARTICLE = List.of(
            "البت", "الان", "الزام", "الماس", "التها", "التیام", "الهام", "الفب", "الکتر", "الکل", "المپ", "الحاق",
            "القا", "التزام", "التماس", "الگ", "المان", "الیاف", "الیاس", "الهه", "الوار", "الوند", "الطاف", "الصاق",
            "الک");

    private static final List<String> ARTICLES = List.of("ال", "وال", "بال", "فال", "کال", "لل", "ولل");

    private ArabicPassages() {}

    /**
     * A word of the text.
     *
     * @param start offset of its first character
     * @param end offset behind its last
     */
    record Word(int start, int end, boolean arabic) {}

    /** The words of Arabic script in the text, each with the language that it stands in. */
    static List<Word> words(String text) {
        var spans = new ArrayList<int[]>();
        for (int i = 0; i < text.length(); ) {
            int start = i;
            boolean afterMark = false;
            while (start < text.length() && !isWordCharacter(text.charAt(start))) {
                afterMark |= MARKS.indexOf(text.charAt(start)) >= 0;
                start++;
            }
            int end = start;
            while (end < text.length() && isWordCharacter(text.charAt(end))) {
                end++;
            }
            if (end > start) {
                spans.add(new int[] {start, end, afterMark ? 1 : 0});
            }
            i = end;
        }
        return divide(text, spans);
    }

    /** The cheapest division into passages, by dynamic programming over two states. */
    private static List<Word> divide(String text, List<int[]> spans) {
        var fromArabic = new boolean[spans.size()];
        var fromPersian = new boolean[spans.size()];
        double arabic = -2 * CHANGE_AT_MARK;
        double persian = 0;
        for (int i = 0; i < spans.size(); i++) {
            int[] span = spans.get(i);
            double change = span[2] == 1 ? CHANGE_AT_MARK : CHANGE;
            double weight = weight(text, span[0], span[1]);
            fromPersian[i] = persian - change > arabic;
            fromArabic[i] = arabic - change > persian;
            double toArabic = Math.max(arabic, persian - change) + weight;
            persian = Math.max(persian, arabic - change) - weight;
            arabic = toArabic;
        }
        var languages = new boolean[spans.size()];
        boolean isArabic = arabic > persian;
        for (int i = spans.size() - 1; i >= 0; i--) {
            languages[i] = isArabic;
            isArabic = isArabic ? !fromPersian[i] : fromArabic[i];
        }
        var words = new ArrayList<Word>(spans.size());
        for (int i = 0; i < spans.size(); i++) {
            int start = spans.get(i)[0];
            int end = spans.get(i)[1];
            words.add(new Word(start, end, languages[i] && !standsAlone(languages, i, text.substring(start, end))));
        }
        return words;
    }

    /** A single word without vowel signs is a Persian loan («مکة») rather than a passage. */
    private static boolean standsAlone(boolean[] arabic, int i, String word) {
        boolean neighbours = i > 0 && arabic[i - 1] || i + 1 < arabic.length && arabic[i + 1];
        return !neighbours && word.chars().filter(Letters::isMark).count() < 2;
    }

    /** Above zero for Arabic, below for Persian. */
    private static double weight(String text, int start, int end) {
        var letters = new StringBuilder(end - start);
        int vowels = 0;
        double weight = NEUTRAL;
        for (int i = start; i < end; i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case 'پ', 'چ', 'ژ', 'گ', Letters.HALF_SPACE -> weight += PERSIAN_ONLY;
                case 'ی', 'ک' -> weight -= 1;
                case 0x0629 -> weight += TELLING_LETTER;
                case 0x064C, 0x064D -> weight += TELLING_LETTER;
                case 0x0625 -> weight += TELLING_LETTER;
                case 0x0623 -> weight += i == start ? TELLING_LETTER : 0;
                default -> {}
            }
            if (Letters.isMark(letter)) {
                vowels += letter == 0x064B || letter == 0x0654 || letter == 0x0651 ? 0 : 1;
            } else if (letter != Letters.TATWEEL) {
                letters.append((char) Letters.persianTwin(letter));
            }
        }
        weight += vowels >= 2 ? VOWELLED : vowels * 0.8;
        return weight + known(text.substring(start, end), letters.toString());
    }

    private static double known(String text, String word) {
        String bare = word.replace('أ', 'ا').replace('\u0625', 'ا');
        if (PERSIAN.contains(word)) {
            return -KNOWN_WORD;
        }
        if (ARABIC.contains(bare)) {
            return KNOWN_WORD;
        }
        if (bare.equals("الله") || FINAL_ALEF.contains(text)) {
            return ARTICLE;
        }
        boolean article =
                ARTICLES.stream().anyMatch(start -> bare.startsWith(start) && bare.length() >= start.length() + 3);
        return article && NO_ARTICLE.stream().noneMatch(bare::startsWith) ? ARTICLE : 0;
    }

    private static boolean isWordCharacter(char character) {
        return character >= 0x0620
                        && character <= 0x06FF
                        && (Character.isLetter(character) || Letters.isMark(character))
                || character == Letters.HALF_SPACE
                || character >= 0xFB50 && character <= 0xFDFF && Character.isLetter(character)
                || character >= 0xFE80 && character <= 0xFEFC;
    }
}
