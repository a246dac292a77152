package news.titr.language;

import java.util.Map;
import java.util.Set;

/** Letters, hamza, tanvin, and the pairs of which both are right: everything that goes by rule, word by word. */
final class StyleRules {
    private static final Edit.Reason LETTER =
            new Edit.Reason("tidy.letter", "این حرف عربی است؛ فارسی آن نوشته می‌شود.");
    private static final Edit.Reason HAMZA = new Edit.Reason("tidy.hamza", "این واژه با همزه نوشته می‌شود.");
    private static final Edit.Reason TANVIN = new Edit.Reason("tidy.tanvin", "این قید با تنوین نوشته می‌شود.");
    private static final Edit.Reason HOUSE = new Edit.Reason("tidy.house-style", "شیوهٔ نگارش این رسانه چنین است.");
    private static final Set<String> THEY =
            Set.of("آنها", "آنهای", "آنهایی", "آنهاست", "اینها", "اینهای", "اینهایی", "اینهاست", "همانها", "همینها");
    private static final Set<String> DIALOGUE =
            Set.of("گفتگو", "گفتگوی", "گفتگوها", "گفتگوهای", "گفتگوهایی", "گفتگویی", "گفتگوهایش", "گفتگویش");
    private static final Set<String> ADVERBS = Set.of(
            "طور", "طوری", "ویژه", "خصوص", "عنوان", "دلیل", "صورت", "علاوه", "ندرت", "شدت", "سرعت", "راحتی", "تدریج",
            "زودی", "سادگی", "خوبی", "تازگی", "هنگام", "موقع", "سوی", "دست", "وسیله", "منظور", "رغم", "جز", "جای",
            "خاطر", "نظر", "ترتیب", "نوعی", "آسانی", "روشنی", "درستی", "سختی", "دنبال", "همراه", "واسطه", "موجب");

    /** First words of pairs that may as well be written apart or together: «هیچ گاه», «این گونه», «به طور». */
    private static final Set<String> LOOSE = Set.of("به", "این", "آن", "همین", "همان", "هیچ", "هر", "یک", "در", "از");

    private final HouseStyle style;

    StyleRules(HouseStyle style) {
        this.style = style;
    }

    /** True if the text has one of two right forms here, so that no half-space is to be put in. */
    static boolean mayBeLeft(String text, int start, int end, HouseStyle style) {
        int from = start;
        while (from > 0 && isLetter(text.charAt(from - 1))) {
            from--;
        }
        int to = end;
        while (to < text.length() && (isLetter(text.charAt(to)) || text.charAt(to) == '\u200c')) {
            to++;
        }
        String before = PersianSpelling.plain(text.substring(from, start));
        String after = PersianSpelling.plain(text.substring(end, to));
        if (end > start) {
            boolean adverb = before.equals("به") && ADVERBS.contains(after);
            return adverb
                    ? style.adverbs() != HouseStyle.Tie.HALF_SPACE
                    : LOOSE.contains(before) && !after.startsWith("ها");
        }
        String word = before + after;
        return THEY.contains(word) && style.they() != HouseStyle.Tie.HALF_SPACE
                || DIALOGUE.contains(word) && style.dialogue() != HouseStyle.Tie.HALF_SPACE;
    }

    static boolean isLetter(char c) {
        return c >= '\u0621' && c <= '\u065f' && c != '\u0640' || c == '\u0670' || c >= '\u0671' && c <= '\u06d3';
    }

    void letters(EditList edits) {
        if (!style.letters()) {
            return;
        }
        for (Letters.Repair repair : Letters.repairs(edits.text())) {
            edits.add(repair.start(), repair.end(), repair.replacement(), Edit.Kind.LETTER, LETTER);
        }
    }

    void hamza(EditList edits) {
        if (!style.hamza() && !style.tanvin()) {
            return;
        }
        String text = edits.text();
        int at = 0;
        while (at < text.length()) {
            if (!isLetter(text.charAt(at))) {
                at++;
                continue;
            }
            int from = at;
            while (at < text.length() && isLetter(text.charAt(at))) {
                at++;
            }
            if (at - from <= PersianSpelling.LONGEST
                    && at - from >= PersianSpelling.SHORTEST
                    && PersianSpelling.worthALook(text.charAt(from), text.charAt(from + 1), text.charAt(at - 1))) {
                hamzaIn(edits, from, at);
            }
        }
    }

    private void hamzaIn(EditList edits, int from, int to) {
        String text = edits.text();
        String word = text.substring(from, to);
        if (style.tanvin()
                && PersianSpelling.wantsTanvin(word)
                && (to == text.length() || text.charAt(to) != '\u200c')) {
            edits.add(to, to, "\u064b", Edit.Kind.HAMZA, TANVIN);
        }
        if (style.hamza()) {
            Map.Entry<Integer, Character> carrier = PersianSpelling.missingHamza(word);
            if (carrier != null) {
                int place = from + carrier.getKey();
                edits.add(place, place + 1, String.valueOf(carrier.getValue()), Edit.Kind.HAMZA, HAMZA);
            }
        }
    }

    /** The pairs of which the house wants one. */
    void choices(EditList edits) {
        String text = edits.text();
        if (style.they() == HouseStyle.Tie.LEAVE
                && style.adverbs() == HouseStyle.Tie.LEAVE
                && style.dialogue() == HouseStyle.Tie.LEAVE
                && style.ezafe() == HouseStyle.Ezafe.LEAVE) {
            return;
        }
        int at = 0;
        while (at < text.length()) {
            if (!isLetter(text.charAt(at))) {
                at++;
                continue;
            }
            int from = at;
            while (at < text.length() && (isLetter(text.charAt(at)) || text.charAt(at) == '\u200c')) {
                at++;
            }
            String word = text.substring(from, at);
            String plain = PersianSpelling.plain(word);
            tie(
                    edits,
                    from,
                    word,
                    plain,
                    THEY,
                    style.they(),
                    plain.startsWith("هم") ? 4 : plain.startsWith("آن") ? 2 : 3);
            tie(edits, from, word, plain, DIALOGUE, style.dialogue(), 3);
            adverb(edits, from, at, word, plain);
            ezafe(edits, from, at, word);
        }
    }

    private static void tie(
            EditList edits, int from, String word, String plain, Set<String> all, HouseStyle.Tie wanted, int place) {
        if (wanted == HouseStyle.Tie.LEAVE) {
            return;
        }
        boolean dialogue = all == DIALOGUE;
        if (dialogue && plain.startsWith("گفتوگو")) {
            if (wanted == HouseStyle.Tie.PLAIN && word.startsWith("گفت\u200cو")) {
                int end = word.startsWith("\u200c", 5) ? 6 : 5;
                edits.add(from + 3, from + end, "", Edit.Kind.SPACING, HOUSE);
            }
            return;
        }
        if (!all.contains(plain)) {
            return;
        }
        int half = word.indexOf('\u200c');
        if (wanted == HouseStyle.Tie.PLAIN && half == place && !dialogue) {
            edits.add(from + half, from + half + 1, "", Edit.Kind.SPACING, HOUSE);
        } else if (wanted == HouseStyle.Tie.HALF_SPACE && half < 0) {
            edits.add(from + place, from + place, dialogue ? "\u200cو" : "\u200c", Edit.Kind.GLUED, HOUSE);
        }
    }

    private void adverb(EditList edits, int from, int to, String word, String plain) {
        String text = edits.text();
        if (style.adverbs() == HouseStyle.Tie.PLAIN
                && word.startsWith("به\u200c")
                && ADVERBS.contains(plain.substring(2))) {
            edits.add(from + 2, from + 3, " ", Edit.Kind.SPACING, HOUSE);
        } else if (style.adverbs() == HouseStyle.Tie.HALF_SPACE && word.equals("به") && text.startsWith(" ", to)) {
            int end = to + 1;
            while (end < text.length() && (isLetter(text.charAt(end)) || text.charAt(end) == '\u200c')) {
                end++;
            }
            if (ADVERBS.contains(text.substring(to + 1, end))) {
                edits.add(to, to + 1, "\u200c", Edit.Kind.SPACED, HOUSE);
            }
        }
    }

    private void ezafe(EditList edits, int from, int to, String word) {
        int length = word.length();
        if (style.ezafe() == HouseStyle.Ezafe.HAMZA && word.endsWith("ه\u200cی") && length > 3) {
            edits.add(to - 2, to, "\u0654", Edit.Kind.HAMZA, HOUSE);
        } else if (style.ezafe() == HouseStyle.Ezafe.YEH && length > 2) {
            if (word.endsWith("ه\u0654")) {
                edits.add(to - 1, to, "\u200cی", Edit.Kind.HAMZA, HOUSE);
            } else if (word.endsWith("\u06c0")) {
                edits.add(to - 1, to, "ه\u200cی", Edit.Kind.HAMZA, HOUSE);
            }
        }
    }
}
