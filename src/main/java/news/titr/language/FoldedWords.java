package news.titr.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The words of a text in the form that search compares: folded, in one piece whether they were written with a half-space, a
 * space or nothing, without plural endings and the present prefix of verbs. «کتاب‌ها», «کتاب ها», «کتابهای» and «کتاب» all
 * give "کتاب"; «می‌شود», «می شود» and «میشود» give "شود".
 *
 * <p>No word is left out for being common. A search engine indexes every {@link Word#term}, {@link Word#otherTerm} and {@link
 * Word#parts}, and looks for the same.
 */
public final class FoldedWords {
    private static final int MAX_TERM = 64;

    /** Pairs that are one word although their «و» stands apart: «گفت و گو». */
    private static final Set<String> WITH_WAW = Set.of(
            "گفتگو",
            "جستجو",
            "شستشو",
            "پرسوجو",
            "رفتوامد",
            "خریدوفروش",
            "زدوخورد",
            "دادوستد",
            "ساختوساز",
            "تاختوتاز",
            "جنبوجوش",
            "سروصدا",
            "کشتوکار",
            "امدوشد",
            "کسبوکار",
            "حملونقل",
            "حلوفصل",
            "ضربوشتم",
            "چونوچرا",
            "سازوکار",
            "کموکاست",
            "قیدوبند",
            "رشدونمو",
            "پختوپز",
            "دستوپنجه",
            "کندوکاو",
            "بگومگو",
            "سوختوساز",
            "تبوتاب",
            "افتوخیز");

    /** Words that make one with the next, although many put a space between: «سوء استفاده», «پیش بینی». */
    private static final Set<String> FIRST_OF_COMPOUND = Set.of(
            "سو", "پیش", "هم", "غیر", "بی", "پر", "کم", "باز", "فوق", "تک", "چند", "خوش", "بد", "نیم", "ضد", "پسا",
            "فرا", "بین", "درون", "برون", "رییس", "نایب", "دانش", "صاحب", "سر", "نا", "زیر", "میان", "خود", "دست",
            "پیشا", "ریز", "کلان", "تمام");

    /** Words that make one with the word before: «بسته بندی», «نرم افزار». */
    private static final Set<String> LAST_OF_COMPOUND = Set.of(
            "ساز", "سازی", "گذار", "گذاری", "پذیر", "پذیری", "امیز", "کننده", "کنندگان", "بندی", "شناس", "شناسی", "گرا",
            "گرایی", "نشین", "نشینی", "نویس", "نویسی", "پرداز", "پردازی", "افزار", "افزاری", "نامه", "خانه", "گاه",
            "اموز", "اموزان", "المللی", "گیری", "ریزی", "یابی", "داری", "داران", "دهنده", "دهندگان", "خواهی", "طلبی",
            "فروشی", "شویی", "سنجی", "نگاری", "نگار");

    /**
     * One word.
     *
     * @param term what it is found by
     * @param otherTerm a second reading of a word that lost its half-space («بیانیهای»: بیانی‌های, بیانیه‌ای)
     * @param parts of a compound, in order, by which it is found as well («رئیس‌جمهور»: رییس, جمهور); empty for other words
     * @param start offset of its first character in the text
     * @param end offset behind its last character
     */
    public record Word(String term, Optional<String> otherTerm, List<String> parts, int start, int end) {}

    private FoldedWords() {}

    /**
     * Two neighbours as one term, which a reader may have meant: «کتاب خانه» for «کتابخانه». Empty between digits, since «۱٫۲» is
     * not «۱۲».
     */
    public static Optional<String> joined(Word word, Word next) {
        char last = word.term().charAt(word.term().length() - 1);
        boolean digits =
                Character.isDigit(last) && Character.isDigit(next.term().charAt(0));
        return digits ? Optional.empty() : Optional.of(cut(word.term() + next.term()));
    }

    /** The terms alone, in order. */
    public static List<String> terms(String text) {
        return of(text).stream().map(Word::term).toList();
    }

    /** The words of the text in order. */
    public static List<Word> of(String text) {
        var runs = runs(text);
        var words = new ArrayList<Word>(runs.size());
        for (int i = 0; i < runs.size(); ) {
            i = word(runs, i, words);
        }
        return words;
    }

    /** Letters that stand together, folded, with the half-spaces as joints. */
    private record Run(List<String> pieces, int start, int end, boolean persian, boolean afterSpace) {
        String first() {
            return pieces.getFirst();
        }

        boolean single() {
            return pieces.size() == 1;
        }
    }

    /** Makes a word of the runs from {@code i} on that belong together; the index behind them. */
    private static int word(List<Run> runs, int i, List<Word> words) {
        Run run = runs.get(i);
        if (!run.persian) {
            words.add(new Word(cut(run.first()), Optional.empty(), List.of(), run.start, run.end));
            return i + 1;
        }
        var pieces = new ArrayList<String>(run.pieces);
        int next = i + 1;
        if (run.single() && Stem.isVerbPrefix(run.first()) && follows(runs, next)) {
            pieces.addAll(runs.get(next).pieces);
            next++;
        } else if (follows(runs, next)
                && follows(runs, next + 1)
                && runs.get(next).single()
                && runs.get(next).first().equals("و")
                && run.single()
                && WITH_WAW.contains(
                        Fold.fold(run.first() + "و" + runs.get(next + 1).first()))) {
            pieces.set(0, run.first() + "و");
            pieces.addAll(runs.get(next + 1).pieces);
            next += 2;
        }
        int hung = hangOn(runs, next, pieces);
        boolean alone = hung == i + 1 && run.single();
        if (alone && follows(runs, hung) && runs.get(hung).single() && compound(run, runs.get(hung))) {
            pieces.add(runs.get(hung).first());
            hung = hangOn(runs, hung + 1, pieces);
        }
        add(pieces, run.start, runs.get(hung - 1).end, words);
        return hung;
    }

    /** Adds the pieces that hang on the last one; the index behind them. */
    private static int hangOn(List<Run> runs, int from, List<String> pieces) {
        int next = from;
        while (follows(runs, next)
                && runs.get(next).single()
                && hangsOn(runs.get(next).first(), pieces.getLast())) {
            pieces.add(runs.get(next).first());
            next++;
        }
        return next;
    }

    private static boolean compound(Run run, Run next) {
        return FIRST_OF_COMPOUND.contains(run.first()) && next.first().length() > 2
                || LAST_OF_COMPOUND.contains(next.first()) && run.first().length() > 1;
    }

    private static boolean follows(List<Run> runs, int i) {
        return i < runs.size() && runs.get(i).afterSpace && runs.get(i).persian;
    }

    /** True for what cannot be a word by itself after a space; «ای» and its like only behind a silent «ه». */
    private static boolean hangsOn(String piece, String before) {
        if (piece.length() >= 2 && piece.startsWith("ها") && Stem.isEnclitic(piece)) {
            return !piece.equals("هات");
        }
        return before.length() > 2
                && switch (piece) {
                    case "تر", "ترین", "ترها" -> true;
                    case "ای", "ام", "ات", "اش", "اند", "ایم", "اید", "ی" -> before.endsWith("ه");
                    default -> false;
                };
    }

    private static void add(List<String> pieces, int start, int end, List<Word> words) {
        if (pieces.size() == 1) {
            String word = pieces.getFirst();
            String stem = cut(Stem.of(word));
            var other = Stem.otherReading(word).map(FoldedWords::cut).filter(reading -> !reading.equals(stem));
            words.add(new Word(stem, other, List.of(), start, end));
            return;
        }
        boolean copula = pieces.getLast().equals("است") && pieces.size() > 1;
        int last = pieces.size() - (copula ? 1 : 0);
        int first = last > 1 && Stem.isVerbPrefix(pieces.getFirst()) ? 1 : 0;
        while (last > first + 1 && Stem.isEnclitic(pieces.get(last - 1))) {
            last--;
        }
        var core = pieces.subList(first, last);
        if (core.size() == 1) {
            String stem = first == 1 ? core.getFirst() : Stem.of(core.getFirst());
            words.add(new Word(cut(stem), Optional.empty(), List.of(), start, end));
        } else {
            String joined = Fold.fold(String.join("", core));
            var parts = new ArrayList<String>(core.size());
            for (int i = 0; i < core.size(); i++) {
                parts.add(cut(Stem.of(part(core, i))));
            }
            words.add(new Word(cut(Stem.of(joined)), Optional.empty(), List.copyOf(parts), start, end));
        }
        if (copula) {
            words.add(new Word("است", Optional.empty(), List.of(), start, end));
        }
    }

    /** «گفت» and «گو» of «گفت‌وگو»: the «و» between them is no part of either. */
    private static String part(List<String> core, int i) {
        String piece = core.get(i);
        if (core.size() != 2) {
            return piece;
        }
        if (i == 0 && piece.endsWith("و") && WITH_WAW.contains(Fold.fold(piece + core.get(1)))) {
            return piece.substring(0, piece.length() - 1);
        }
        if (i == 1
                && piece.startsWith("و")
                && piece.length() > 2
                && WITH_WAW.contains(Fold.fold(core.getFirst() + piece))) {
            return piece.substring(1);
        }
        return piece;
    }

    private static String cut(String term) {
        if (term.length() <= MAX_TERM) {
            return term;
        }
        return term.substring(0, Character.isHighSurrogate(term.charAt(MAX_TERM - 1)) ? MAX_TERM - 1 : MAX_TERM);
    }

    private static List<Run> runs(String text) {
        return new RunScanner(text).runs();
    }

    private static final class RunScanner {
        private final String text;
        private final List<Run> runs = new ArrayList<>();

        RunScanner(String text) {
            this.text = text;
        }

        List<Run> runs() {
            boolean afterSpace = false;
            for (int i = 0; i < text.length(); ) {
                int codePoint = text.codePointAt(i);
                if (Character.isLetterOrDigit(codePoint)) {
                    int end = run(i, afterSpace);
                    afterSpace = true;
                    i = end;
                } else {
                    afterSpace &= Character.isWhitespace(codePoint) && codePoint != '\n'
                            || codePoint == 0x00A0
                            || Letters.isInvisible(codePoint)
                            || codePoint == Letters.HALF_SPACE;
                    i += Character.charCount(codePoint);
                }
            }
            return runs;
        }

        /** Scans letters of one kind, Persian or other, with what joins them. */
        private int run(int start, boolean afterSpace) {
            boolean persian = Letters.isArabicScript(text.codePointAt(start));
            var pieces = new ArrayList<String>(2);
            int piece = start;
            int i = start;
            int end = start;
            while (i < text.length()) {
                int codePoint = text.codePointAt(i);
                int width = Character.charCount(codePoint);
                if (Character.isLetterOrDigit(codePoint) || codePoint == Letters.TATWEEL) {
                    if (codePoint != Letters.TATWEEL && Letters.isArabicScript(codePoint) != persian) {
                        break;
                    }
                    end = i + width;
                } else if (codePoint == Letters.HALF_SPACE && persian) {
                    fold(piece, i, pieces);
                    piece = i + 1;
                } else if (!joins(codePoint, i)) {
                    break;
                }
                i += width;
            }
            fold(piece, end, pieces);
            if (!pieces.isEmpty()) {
                runs.add(new Run(pieces, start, end, persian, afterSpace));
            }
            return i;
        }

        private void fold(int from, int to, List<String> pieces) {
            if (from < to) {
                String folded = Fold.fold(text.substring(from, to));
                if (!folded.isEmpty()) {
                    pieces.add(folded);
                }
            }
        }

        /** Marks on letters, and what stands within "it's" and «۱٬۲۰۰». */
        private boolean joins(int codePoint, int i) {
            int type = Character.getType(codePoint);
            if (type == Character.NON_SPACING_MARK
                    || type == Character.FORMAT
                    || type == Character.COMBINING_SPACING_MARK) {
                return true;
            }
            if (i == 0 || i + 1 >= text.length()) {
                return false;
            }
            char before = text.charAt(i - 1);
            char after = text.charAt(i + 1);
            return switch (codePoint) {
                case '\'', '’' -> Character.isLetter(before) && Character.isLetter(after);
                case '٬', ',' -> Digits.value(before) >= 0 && thousands(i + 1);
                default -> false;
            };
        }

        private boolean thousands(int i) {
            return i + 3 <= text.length()
                    && Digits.value(text.charAt(i)) >= 0
                    && Digits.value(text.charAt(i + 1)) >= 0
                    && Digits.value(text.charAt(i + 2)) >= 0
                    && (i + 3 == text.length() || Digits.value(text.charAt(i + 3)) < 0);
        }
    }
}
