package news.titr.language.halfspace;

import java.util.Arrays;

/**
 * The forms that one stretch of letters may have been meant as, and how likely each is: from the lexicon, from its
 * endings and beginnings, or as it stands. Holds the answers to the last question; not safe for two threads.
 */
final class WordForms {
    /** Longest stretch that is taken apart, in letters. */
    static final int LONGEST = 60;

    private static final int MOST = 64;
    private static final double UNSEEN_VERB = 6e-7;
    private static final double UNSEEN_SHARE = .1;
    private static final double UNSEEN_PREVERB = 2e-7;
    private static final double NEGATED_SHARE = .12;
    private static final double AFFIRMED_SHARE = 3;
    private static final long MI = LetterRun.hashOf("می");
    private static final long NEMI = LetterRun.hashOf("نمی");
    private static final long[] PREVERBS =
            Affixes.PREVERBS.stream().mapToLong(LetterRun::hashOf).toArray();

    private final HalfSpaceModel model;
    private final AffixIndex affixes;
    private final double unseen;
    private final double perLetter;
    private final double tiedShare;
    private final double plainShare;
    private final WordTypes types;
    private final LetterRun scratch = new LetterRun();
    private LetterRun run = scratch;
    private int start;
    private int end;
    private long required;
    private long forbidden;

    int count;
    final long[] masks = new long[MOST];
    final int[] forms = new int[MOST];
    final double[] logs = new double[MOST];

    WordForms(HalfSpaceModel model) {
        this.model = model;
        affixes = model.affixes();
        types = model.types();
        double[] constants = model.tables().constants;
        unseen = constants[0];
        perLetter = constants[1];
        tiedShare = constants[2];
        plainShare = constants[3];
    }

    /**
     * Fills {@link #masks}, {@link #forms} and {@link #logs} with the forms of letters start to end.
     *
     * @param required half-spaces that the form must have: those observed, and one for each space that is merged
     * @param forbidden places where no half-space can stand
     * @param spaces places of merged spaces, part of required
     */
    void find(LetterRun letters, int from, int to, long required, long forbidden, long spaces) {
        run = letters;
        start = from;
        end = to;
        this.required = required;
        this.forbidden = forbidden;
        count = 0;
        int length = to - from;
        if (length > LONGEST) {
            add(required, HalfSpaceModel.UNKNOWN);
            return;
        }
        long hash = letters.hash(from, to);
        int listed = model.firstForm(hash);
        for (int form = listed; form != HalfSpaceModel.UNKNOWN && model.sameKey(form, hash); form++) {
            if (model.has(form, HalfSpaceModel.LISTED)) {
                add(model.mask(form), form);
            }
        }
        if (spaces == 0) {
            add(required, HalfSpaceModel.UNKNOWN);
        }
        addEndings(length, spaces);
        addVerbs(length, spaces);
        addBeginnings(length, spaces);
        for (int i = 0; i < count; i++) {
            forms[i] = forms[i] == HalfSpaceModel.UNKNOWN ? model.form(hash, masks[i]) : forms[i];
            if (forms[i] == HalfSpaceModel.UNKNOWN) {
                forms[i] = HalfSpaceModel.unknown(types.of(letters, from, to, masks[i]));
                logs[i] = Math.log(probability(letters, from, to, masks[i], 0));
                continue;
            }
            logs[i] = model.has(forms[i], HalfSpaceModel.LISTED)
                    ? model.wordLog(forms[i])
                    : Math.log(probability(letters, from, to, masks[i], 0));
        }
    }

    private void add(long mask, int form) {
        if ((required & ~mask) != 0 || (mask & forbidden) != 0 || count == MOST) {
            return;
        }
        for (int i = 0; i < count; i++) {
            if (masks[i] == mask) {
                return;
            }
        }
        masks[count] = mask;
        forms[count++] = form;
    }

    private void addEndings(int length, long spaces) {
        int longest = Math.min(affixes.longestEnding(), length - 1);
        for (int tail = 1; tail <= longest; tail++) {
            int number = affixes.ending(run.hash(end - tail, end));
            if (number == AffixIndex.NONE) {
                continue;
            }
            Affixes.Ending ending = affixes.ending(number);
            int stemEnd = end - tail;
            if (ending.tied()[run.endingClass(start, stemEnd)] <= 0) {
                continue;
            }
            long border = 1L << (length - tail);
            if ((spaces & border) != 0 && ending.text().equals(Affixes.COPULA)) {
                continue;
            }
            long hash = run.hash(start, stemEnd);
            for (int form = model.firstForm(hash);
                    form != HalfSpaceModel.UNKNOWN && model.sameKey(form, hash);
                    form++) {
                if (model.has(form, HalfSpaceModel.LISTED) && !model.has(form, HalfSpaceModel.FUNCTION)) {
                    add(model.mask(form) | border, HalfSpaceModel.UNKNOWN);
                }
            }
            boolean apart = (spaces & border) != 0 && Affixes.ALWAYS_TIED.contains(ending.text());
            boolean function = !apart
                    && model.firstForm(hash) != HalfSpaceModel.UNKNOWN
                    && model.has(model.firstForm(hash), HalfSpaceModel.FUNCTION);
            if (ending.bound() && length - tail >= 2 && !function) {
                add(required & (border - 1) | border, HalfSpaceModel.UNKNOWN);
                addSecondEnding(stemEnd, border);
            }
        }
    }

    /** «نیم‌دایره‌مانند‌ها»: an ending behind one that may stand within a word. */
    private void addSecondEnding(int stemEnd, long border) {
        int longest = Math.min(affixes.longestEnding(), stemEnd - start - 2);
        for (int tail = 2; tail <= longest; tail++) {
            int number = affixes.ending(run.hash(stemEnd - tail, stemEnd));
            if (number == AffixIndex.NONE || affixes.ending(number).bound()) {
                continue;
            }
            int innerEnd = stemEnd - tail;
            if (affixes.ending(number).tied()[run.endingClass(start, innerEnd)] <= 0) {
                continue;
            }
            long hash = run.hash(start, innerEnd);
            for (int form = model.firstForm(hash);
                    form != HalfSpaceModel.UNKNOWN && model.sameKey(form, hash);
                    form++) {
                if (model.has(form, HalfSpaceModel.LISTED)) {
                    add(model.mask(form) | border | 1L << (innerEnd - start), HalfSpaceModel.UNKNOWN);
                }
            }
        }
    }

    private void addVerbs(int length, long spaces) {
        for (int head = 2; head <= 7 && length - head >= 2; head++) {
            int mi = verbalLength(start, start + head);
            boolean apart = head == mi && (spaces >>> head & 1) == 1;
            if (mi == 0 || !apart && !isVerb(start + head, end)) {
                continue;
            }
            long border = 1L << head;
            if (head == mi) {
                add(border, HalfSpaceModel.UNKNOWN);
            } else if (isPreverb(start, start + head - mi)) {
                add(border, HalfSpaceModel.UNKNOWN);
                add(border | 1L << (head - mi), HalfSpaceModel.UNKNOWN);
            }
        }
    }

    /** The length of the «می» or «نمی» that ends here, 0 if there is none; «نمی» only where it begins the word or follows a preverb. */
    private int verbalLength(int from, int to) {
        if (to - from >= 3 && run.hash(to - 3, to) == NEMI && (to - from == 3 || isPreverb(from, to - 3))) {
            return 3;
        }
        if (to - from >= 2 && run.hash(to - 2, to) == MI && (to - from == 2 || isPreverb(from, to - 2))) {
            return 2;
        }
        return 0;
    }

    private boolean isVerbal(LetterRun letters, int from, int to) {
        run = letters;
        return verbalLength(from, to) > 0;
    }

    private boolean isPreverb(int from, int to) {
        long hash = run.hash(from, to);
        for (long preverb : PREVERBS) {
            if (preverb == hash) {
                return true;
            }
        }
        return false;
    }

    private boolean isVerb(int from, int to) {
        int form = model.form(run.hash(from, to), 0);
        return form != HalfSpaceModel.UNKNOWN && model.has(form, HalfSpaceModel.VERB);
    }

    private void addBeginnings(int length, long spaces) {
        int longest = Math.min(affixes.longestBeginning(), length - 2);
        for (int head = 2; head <= longest; head++) {
            int number = affixes.beginning(run.hash(start, start + head));
            if (number == AffixIndex.NONE || affixes.beginning(number).free() && (spaces >>> head & 1) == 1) {
                continue;
            }
            long hash = run.hash(start + head, end);
            for (int form = model.firstForm(hash);
                    form != HalfSpaceModel.UNKNOWN && model.sameKey(form, hash);
                    form++) {
                if (model.has(form, HalfSpaceModel.COMMON)) {
                    add(model.mask(form) << head | 1L << head, HalfSpaceModel.UNKNOWN);
                }
            }
        }
    }

    /** How likely a word of so many letters is that nobody has seen. */
    double unseenProbability(int letters) {
        return unseen * Math.exp(-perLetter * letters);
    }

    /** How likely this form is, given how likely it is as a whole; adds what its parts say. */
    double probability(LetterRun letters, int from, int to, long mask, double whole) {
        LetterRun outer = run;
        run = letters;
        double probability = mask == 0
                ? whole + plainShare * gluedEndings(from, to) + unseenProbability(to - from)
                : whole + tiedShare * tiedParts(from, to, mask);
        run = outer;
        return Math.max(probability, 1e-200);
    }

    private double gluedEndings(int from, int to) {
        double sum = 0;
        for (int tail = 2; tail <= 6 && to - from - tail >= 3; tail++) {
            int number = affixes.ending(run.hash(to - tail, to));
            if (number != AffixIndex.NONE && affixes.ending(number).bound()) {
                double rate = affixes.ending(number).glued()[run.endingClass(from, to - tail)];
                if (rate > 0) {
                    sum += rate * stem(from, to - tail, 0);
                }
            }
        }
        return sum;
    }

    private double stem(int from, int to, long mask) {
        int form = model.form(run.hash(from, to), mask);
        return form == HalfSpaceModel.UNKNOWN ? 0 : model.stemProbability(form);
    }

    private double tiedParts(int from, int to, long mask) {
        double sum = 0;
        int last = 63 - Long.numberOfLeadingZeros(mask);
        int number = affixes.ending(run.hash(from + last, to));
        if (number != AffixIndex.NONE) {
            Affixes.Ending ending = affixes.ending(number);
            double rate = ending.tied()[run.endingClass(from, from + last)];
            if (rate > 0) {
                long inner = mask & ~(1L << last);
                double stem = stem(from, from + last, inner);
                if (stem == 0 && inner != 0) {
                    stem = tiedShare * tiedParts(from, from + last, inner);
                }
                if (stem == 0 && ending.bound() && last > 1) {
                    stem = unseenProbability(last);
                }
                sum += stem * rate;
            }
        }
        int first = Long.numberOfTrailingZeros(mask);
        long rest = mask >>> first & ~1L;
        int mi = first <= 7 ? verbalLength(from, from + first) : 0;
        if (mi == first && mi > 0) {
            sum += verb(from + first, to, rest, mi == 2);
        } else if (mi > 0 && rest == 0 && isVerb(from + first, to)) {
            sum += UNSEEN_PREVERB;
        } else {
            int beginning = affixes.beginning(run.hash(from, from + first));
            if (beginning != AffixIndex.NONE) {
                sum += affixes.beginning(beginning).rate() * stem(from + first, to, rest);
            }
        }
        return sum;
    }

    private double verb(int from, int to, long rest, boolean affirmed) {
        double sum = 0;
        if (rest == 0) {
            if (isVerb(from, to)) {
                sum += UNSEEN_VERB;
            } else if (model.firstForm(run.hash(from, to)) == HalfSpaceModel.UNKNOWN) {
                sum += UNSEEN_SHARE * unseenProbability(to - from);
            }
        }
        LetterRun other = new LetterRun().addAll(affirmed ? "نمی" : "می");
        int head = other.length();
        for (int i = from; i < to; i++) {
            other.add(run.code(i));
        }
        if (other.length() <= LONGEST) {
            int form = model.form(other.hash(0, other.length()), rest << head | 1L << head);
            if (form != HalfSpaceModel.UNKNOWN && model.has(form, HalfSpaceModel.SEEN)) {
                sum += model.wordProbability(form) * (affirmed ? AFFIRMED_SHARE : NEGATED_SHARE);
            }
        }
        return sum;
    }

    /** True if merging words into the letters start to end, the last word beginning at lastWord, is worth a look. */
    boolean plausible(LetterRun letters, int from, int firstEnd, int lastStart, int to) {
        if (to - from > LONGEST) {
            return false;
        }
        if (model.firstForm(letters.hash(from, to)) != HalfSpaceModel.UNKNOWN) {
            return true;
        }
        long head = letters.hash(from, firstEnd);
        if (affixes.ending(letters.hash(lastStart, to)) != AffixIndex.NONE
                || firstEnd - from <= 7 && isVerbal(letters, from, firstEnd)
                || affixes.beginning(head) != AffixIndex.NONE) {
            return true;
        }
        int longest = Math.min(affixes.longestEnding(), to - lastStart - 1);
        for (int tail = 2; tail <= longest; tail++) {
            int number = affixes.ending(letters.hash(to - tail, to));
            if (number != AffixIndex.NONE
                    && affixes.ending(number).bound()
                    && model.firstForm(letters.hash(from, to - tail)) != HalfSpaceModel.UNKNOWN) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return "WordForms" + Arrays.toString(Arrays.copyOf(masks, count));
    }
}
