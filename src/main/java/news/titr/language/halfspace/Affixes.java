package news.titr.language.halfspace;

import java.util.List;

/**
 * The endings and beginnings that are tied on with a half-space, with how often each follows each
 * {@link EndingClass}; the counts come from the trainer, the grammar from here.
 *
 * @param endings all endings, bound ones first asked
 * @param beginnings all beginnings apart from the verbal «می» and «نمی»
 */
record Affixes(List<Ending> endings, List<Beginning> beginnings) {
    /**
     * @param text its folded letters, without half-space
     * @param bound true if it is never a word of its own: it may follow a stem that nobody has seen
     * @param tied per ending class, the share of stems that carry it after a half-space
     * @param glued per ending class, the share of stems that carry it joined, by right («ستارهای»)
     */
    record Ending(String text, boolean bound, double[] tied, double[] glued) {}

    /**
     * @param text its folded letters
     * @param free true if it is a word of its own too: a space after it is kept unless the whole is a known word
     * @param rate the share of all words that begin with it
     */
    record Beginning(String text, boolean free, double rate) {}

    /** Endings that are never words of their own. */
    static final List<String> BOUND = words(
            "ها های هایی هایش هایشان هایم هایت هایمان هایتان هاست ای ام ات اش ایم اید اند مان تان شان تر تری ترین ست است یی ی");

    /** A word of its own that some tie to a participle; it is untied from one («شدهاست») but never tied to one. */
    static final String COPULA = "است";

    /** Endings that are always tied, whatever they follow. */
    static final List<String> ALWAYS_TIED = words("ها های هایی هایش هایشان هایم هایت هایمان هایتان هاست ترین");

    /** Endings that are joined to a letter before them only by mistake, words of their own apart («بهتر»). */
    static final List<String> NEVER_JOINED =
            words("ها های هایی هایش هایشان هایم هایت هایمان هایتان هاست ای ایم اید اند تر تری ترین است");

    /** Words too common and too short to be stems of compounds. */
    static final List<String> FUNCTION_WORDS =
            words("این آن از به در که را با و یک هر من او ما تو بر تا یا اگر هم نه چه");

    static final List<String> BEGINNINGS = words(
            "بی هم غیر پیش پسا فرا فرو ضد نا کم پر خوش بد نیم نیمه شبه ابر میان درون برون بین تک چند پاد تمام باز نو کلان خرد ریز");

    static final List<String> FREE_BEGINNINGS =
            words("هم پیش کم پر خوش بد نیم میان بین تک چند تمام باز نو کلان خرد ریز ضد");

    /** «می» and «نمی». */
    static final List<String> VERBAL = words("می نمی");

    /** What may stand before «می» in a compound verb, as in «برمی‌گردد». */
    static final List<String> PREVERBS = words("بر در باز فرو فرا وا ور پس پیش");

    private static List<String> words(String spaced) {
        return List.of(spaced.split(" ")).stream().distinct().toList();
    }
}
