package news.titr.wire;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines that announce what somebody said («وی افزود:»), and who that was. */
final class Speech {

    /** Between the parts of a verb: a space, a half-space, or nothing where the half-space was lost. */
    private static final String GAP = "[\\s\\u200c]*";

    private static final String ENDING = "(?:" + GAP + "(?:است|بود|اند))?";
    private static final String VERB = "(?:(?:می" + GAP + ")?گفت(?:ه|ند|یم)?" + ENDING
            + "|می" + GAP + "گوی(?:د|ند)|افزود(?:ه|ند)?" + ENDING + "|می" + GAP + "افزای(?:د|ند)|آمده" + ENDING + "|می"
            + GAP + "خوان(?:یم|ید)"
            + "|نوشت(?:ه|ند)?" + ENDING + "|می" + GAP + "نویس(?:د|ند)|پرسید(?:ه|ند)?" + ENDING + "|فرمود(?:ه|ند)?"
            + ENDING
            + "|(?:تأکید|تاکید|خاطر" + GAP + "نشان|تصریح|اعلام|اظهار|بیان|عنوان|ابراز|اضافه|مطرح|یاد" + GAP
            + "آوری?|اشاره|تشریح|توضیح|خبر|پاسخ|جواب|ادامه|هشدار|گزارش|شرح|نقل|متذکر|مدعی|اذعان|اعتراف|فاش|استدلال|ادعا|تکرار|روایت|ابراز"
            + " امیدواری|ابراز عقیده|اظهار امیدواری|اظهار عقیده|اظهار"
            + " نظر|اظهارنظر|توییت|منتشر|خطاب|سخن|یادداشت|قرائت|معتقد)"
            + GAP
            + "(?:کرد(?:ه|ند)?|داشت(?:ه|ند)?|داد(?:ه|ند)?|شد(?:ه|ند)?|نمود(?:ه|ند)?|می" + GAP
            + "(?:کند|کنند|دهد|دهند|دارد|دارند|شود)|گفت(?:ه)?|است)" + ENDING
            + "|(?:به|از) این (?:شرح|قرار)" + ENDING + "|بدین شرح" + ENDING + "|به شرح زیر" + ENDING + "|(?:چنین|این"
            + GAP + "گونه|این" + GAP + "طور) (?:گفت|نوشت|آمده|است)" + ENDING + ")";

    private static final String EDGE = "(?<![\\p{L}\\u200c])";
    private static final Pattern INTRO =
            Pattern.compile("(?s)(.*?)" + EDGE + VERB + "(?:\\s+که)?\\s*([:：])?\\s*[«\"“]?\\s*$");
    /** These end headlines too («… خبر داد»), and announce something only before a colon. */
    private static final Pattern NEEDS_COLON =
            Pattern.compile("(?s).*(?:شد|شده|شدند|است|خبر" + GAP + "داد|هشدار" + GAP + "داد|سخن" + GAP + "گفت|منتشر"
                    + GAP + "کرد|گزارش" + GAP + "داد|اشاره" + GAP + "کرد|مطرح" + GAP + "کرد|پاسخ" + GAP + "داد)$");

    private static final Pattern SURE_WITHOUT = Pattern.compile("(?s).*(?:آمده|گفته|افزوده|نوشته)" + GAP + "است$");
    private static final Pattern SAID = Pattern.compile(EDGE + VERB + "(?![\\p{L}\\u200c])");

    private static final Pattern REPORT = Pattern.compile("^به (?:گزارش|نقل از|نوشته) [^،,:؛]{2,90}[،,؛]\\s*");
    private static final Pattern FIRST_WORDS =
            Pattern.compile("^(?:و |اما |همچنین،? |در (?:ادامه|پایان|همین حال|این حال|آغاز|ابتدا)،? (?!این"
                    + " |سخنان|نشست|مراسم|جلسه|گفت)|سپس |در نهایت،? )+");
    private static final Pattern ASIDE = Pattern.compile(
            "^(?:در|با|طی|به|ضمن|از|پس از|پیش از|همچنین|بر اساس|براساس|درباره|پیرامون|سپس|همزمان)(?:\\s|$).*");
    private static final Pattern CUT = Pattern.compile(
            "\\s+(?:نیز|هم|همچنین|در|با|طی|ضمن|پس|پیش|به|بر|درباره|دربارۀ|دربارهٔ|پیرامون|خطاب|که|سپس|چنین|این" + GAP
                    + "گونه|امروز|دیروز|امشب|صبح|عصر|شامگاه|ظهر|روز|شنبه|ادامه)(?=\\s|$)|\\s*[،,:(؛].*");
    private static final Pattern ON_BEHALF =
            Pattern.compile("(?:صادره|صادر شده|منتشرشده|منتشر شده)? ?(?:از سوی|توسط) (.+)");
    private static final Set<String> PRONOUNS = Set.of("وی", "او", "ایشان", "آنها", "آن‌ها", "آنان", "نامبرده", "");

    /** Longer than this is a clause, not a name. In words. */
    private static final int LONGEST_NAME = 9;

    /** A line without a colon announces something only when it is short; in characters. */
    private static final int LONGEST_WITHOUT_COLON = 90;

    private Speech() {}

    /** True for a line that ends in a verb of saying, so that the next paragraph is what was said. */
    static boolean announces(String text) {
        String end = text.length() > 240 ? text.substring(text.length() - 240) : text;
        Matcher matcher = INTRO.matcher(end);
        if (!matcher.matches()) {
            return false;
        }
        boolean sure = SURE_WITHOUT.matcher(text).matches()
                || !NEEDS_COLON.matcher(text).matches();
        return matcher.group(2) != null || sure && text.length() <= LONGEST_WITHOUT_COLON;
    }

    /** Who speaks, as far as this announcing line says; empty where it says «وی» or nobody. */
    static Optional<String> speaker(String announcement) {
        String text = REPORT.matcher(announcement).replaceFirst("");
        Matcher matcher = INTRO.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return subject(matcher.group(1).strip());
    }

    /** Who is the subject of a paragraph that tells what somebody said. */
    static Optional<String> subjectOf(String paragraph) {
        String text = REPORT.matcher(paragraph).replaceFirst("");
        return SAID.matcher(text).find() ? subject(text) : Optional.empty();
    }

    private static Optional<String> subject(String clause) {
        String text = FIRST_WORDS.matcher(clause).replaceFirst("");
        Matcher document = Pattern.compile("^(?:در|طی) (?:متن |بخشی از |بخش دیگری از |ادامه )?(?=(?:این"
                        + " )?(?:بیانیه|اطلاعیه|پیام|نامه|گزارش|خبر|متن|حکم|توییت|یادداشت|اعلامیه|قطعنامه))(.+)$")
                .matcher(text);
        if (document.matches()) {
            String named = document.group(1);
            Matcher behalf = ON_BEHALF.matcher(named);
            return behalf.find()
                    ? name(behalf.group(1))
                    : named.startsWith("این ") ? name(named.substring(4)).map(name -> "این " + name) : name(named);
        }
        for (String piece : text.split("[،,]")) {
            String part = piece.strip();
            if (!ASIDE.matcher(part).matches()) {
                return name(part);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> name(String text) {
        Matcher cut = CUT.matcher(text);
        String name = (cut.find() ? text.substring(0, cut.start()) : text)
                .replaceAll("[«»\"“”]", "")
                .strip();
        boolean usable = !PRONOUNS.contains(name)
                && !name.startsWith("این ")
                && !name.startsWith("آن ")
                && !ASIDE.matcher(name).matches()
                && name.split(" ").length <= LONGEST_NAME
                && name.length() > 1
                && !SAID.matcher(name).find();
        return usable ? Optional.of(name) : Optional.empty();
    }
}
