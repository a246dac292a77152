package news.titr.language;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes off a folded word what search should see past: plurals in «ها» with what hangs on them, and the present prefix of
 * verbs. Light on purpose: where an ending could as well be part of the word, it stays.
 */
final class Stem {
    private static final String PLURAL = "ها";

    /** What can follow the «ها» of a plural. */
    private static final List<String> AFTER_PLURAL =
            List.of("", "ی", "یی", "یم", "یت", "یش", "یمان", "یتان", "یشان", "م", "ت", "ش", "مان", "تان", "شان");

    /** What can follow a word in a silent «ه», behind a half-space: «بیانیه‌ای», «گفته‌اند». */
    private static final Set<String> AFTER_HEH = Set.of("ای", "ام", "ات", "اش", "اند", "ایم", "اید");

    /** What hangs on a word behind a half-space or a lost one. */
    private static final Set<String> ENCLITICS = enclitics();

    /** Words that have «ها» at the end without being plurals. */
    private static final Set<String> NOT_PLURAL = Set.of(
            "تنها",
            "بها",
            "رها",
            "منها",
            "اشتها",
            "انتها",
            "منتها",
            "گرانبها",
            "خونبها",
            "شیربها",
            "اجارهبها",
            "پربها",
            "کمبها",
            "پراشتها",
            "بیاشتها",
            "بیانتها",
            "اژدها",
            "طاها",
            "فقها",
            "سفها",
            "سها",
            "مها",
            "شها",
            "نها",
            "علیها",
            "یاماها",
            "روزبها",
            "شفاها",
            "تکوتنها");

    /** Words in «هات», «هام», «هاش» and «هایی» that would lose a part of themselves. */
    private static final Set<String> WHOLE = Set.of(
            "اتهام",
            "سهام",
            "الهام",
            "ابهام",
            "ایهام",
            "استفهام",
            "اوهام",
            "پرهام",
            "رهام",
            "مهام",
            "گراهام",
            "ابراهام",
            "ناتینگهام",
            "هامان",
            "اشتباهات",
            "تنبیهات",
            "توجهات",
            "توجیهات",
            "شبهات",
            "جهات",
            "وجوهات",
            "تشابهات",
            "مشابهات",
            "مواجهات",
            "دهات",
            "امهات",
            "مباهات",
            "افهام",
            "التهام",
            "درهام",
            "نهایی",
            "تنهایی",
            "بهایی",
            "رهایی",
            "شانگهای",
            "اهای",
            "بهای",
            "انتهای",
            "منهای",
            "نهایت",
            "رهایش",
            "بهایم",
            "تشبیهات",
            "مکروهات",
            "متشابهات",
            "ترهات",
            "فقهایی",
            "اشتهای",
            "اشتهایی",
            "اژدهای",
            "اژدهایی",
            "فقهای",
            "سفهای",
            "رهایم",
            "رهایت");

    private static final Set<String> VERBS = verbs();

    /** Glued words that look like a verb with «می» and are more often something else. */
    private static final Set<String> NOT_VERBS = Set.of("میدانی", "میلی", "میرم");

    private Stem() {}

    static boolean isEnclitic(String piece) {
        return ENCLITICS.contains(piece);
    }

    static boolean isAfterHeh(String piece) {
        return AFTER_HEH.contains(piece);
    }

    static boolean isVerbPrefix(String piece) {
        return piece.equals("می") || piece.equals("نمی");
    }

    /** The stem of a word written in one piece, folded. */
    static String of(String word) {
        if (word.length() < 4) {
            return word;
        }
        return withoutPlural(withoutVerbPrefix(word));
    }

    /** What else «بیانیهای» can be: «بیانیه‌ای», where {@link #of} reads «بیانی‌های». */
    static Optional<String> otherReading(String word) {
        for (String ending : AFTER_HEH) {
            int heh = word.length() - ending.length() - 1;
            if (heh >= 2 && word.charAt(heh) == 'ه' && word.endsWith(ending) && !WHOLE.contains(word)) {
                return Optional.of(word.substring(0, heh + 1));
            }
        }
        return Optional.empty();
    }

    private static String withoutVerbPrefix(String word) {
        int prefix = word.startsWith("می") ? 2 : word.startsWith("نمی") ? 3 : 0;
        if (prefix == 0 || NOT_VERBS.contains(word)) {
            return word;
        }
        String verb = word.substring(prefix);
        return VERBS.contains(verb) ? verb : word;
    }

    private static String withoutPlural(String word) {
        if (WHOLE.contains(word)) {
            return word;
        }
        for (String after : AFTER_PLURAL) {
            int end = word.length() - after.length();
            int stem = end - PLURAL.length();
            if (stem >= 2 && word.endsWith(after) && word.startsWith(PLURAL, stem)) {
                return NOT_PLURAL.contains(word.substring(0, end)) ? word : word.substring(0, stem);
            }
        }
        return word;
    }

    private static Set<String> enclitics() {
        var all = new HashSet<String>();
        for (String after : AFTER_PLURAL) {
            all.add(PLURAL + after);
        }
        all.addAll(AFTER_HEH);
        all.addAll(List.of("ی", "یی", "م", "ت", "ش", "مان", "تان", "شان", "یم", "ید", "ند", "ایمان", "یش"));
        return Set.copyOf(all);
    }

    /** Past and present stems of the verbs that news is written with, folded, each pair as «past present». */
    private static final String VERB_STEMS = """
            شد شو،کرد کن،بود باش،داد ده،داشت دار،گفت گوی،رفت رو،امد ای،زد زن،گرفت گیر،خواست خواه،توانست توان،دانست دان،\
            یافت یاب،رسید رس،رساند رسان،ماند مان،گذاشت گذار،گذشت گذر،گردید گرد،گشت گرد،گرداند گردان،برد بر،اورد اور،\
            خورد خور،خواند خوان،نوشت نویس،دید بین،شنید شنو،ساخت ساز،پرداخت پرداز،انداخت انداز،شناخت شناس،فروخت فروش،\
            اموخت اموز،سوخت سوز،دوخت دوز،ریخت ریز،گریخت گریز،امیخت امیز،انگیخت انگیز،پذیرفت پذیر،نمود نما،نمود نمای،\
            فرمود فرمای،افزود افزای،ازمود ازمای،پیمود پیمای،ستود ستای،گشود گشای،سرود سرای،ربود ربای،اسود اسای،\
            ایستاد ایست،فرستاد فرست،افتاد افت،نهاد نه،کشید کش،کشت کش،کشاند کشان،بخشید بخش،پرسید پرس،ترسید ترس،خرید خر،\
            فهمید فهم،جنگید جنگ،کوشید کوش،پوشید پوش،نوشید نوش،جوشید جوش،خندید خند،پسندید پسند،ورزید ورز،لرزید لرز،چرخید چرخ،\
            چسبید چسب،پیچید پیچ،سنجید سنج،گنجید گنج،رقصید رقص،طلبید طلب،نامید نام،نالید نال،مالید مال،پاشید پاش،تراشید تراش،\
            خراشید خراش،کوبید کوب،خوابید خواب،تابید تاب،دوید دو،پرید پر،برید بر،دزدید دزد،وزید وز،انجامید انجام،اندیشید اندیش،\
            رنجید رنج،بلعید بلع،بوسید بوس،پرستید پرست،پژوهید پژوه،جهید جه،چید چین،چشید چش،درخشید درخش،غلتید غلت،فریفت فریب،\
            شکست شکن،بست بند،نشست نشین،جست جوی،جست جه،شست شوی،گسست گسل،پیوست پیوند،خاست خیز،کاست کاه،ارزید ارز،\
            اراست ارای،ویراست ویرای،انباشت انبار،پنداشت پندار،گماشت گمار،کاشت کار،نگاشت نگار،برداشت بردار،افراشت افراز،شتافت شتاب،\
            شکافت شکاف،بافت باف،تافت تاب،روفت روب،نهفت نهنب،خفت خواب،سفت سنب،کوفت کوب،اشفت اشوب،پخت پز،باخت باز،تاخت تاز،نواخت نواز،\
            گداخت گداز،افروخت افروز،اویخت اویز،مرد میر،سپرد سپار،شمرد شمار،فشرد فشار،ازرد ازار،پرورد پرور،گسترد گستر،کند کن،\
            افکند افکن،راند ران،گذراند گذران،چرخاند چرخان،نشاند نشان،پوشاند پوشان،سوزاند سوزان،ترساند ترسان،فهماند فهمان،\
            کشاند کشان،پراند پران،خنداند خندان،لرزاند لرزان،پیچاند پیچان،خوراند خوران،شناساند شناسان،بایست بای،شایست شای،\
            زیست زی،نگریست نگر،گریست گری،زاد زای،گزید گزین،افرید افرین،افشاند افشان،الود الای،اندوخت اندوز،اشامید اشام،\
            بازگشت بازگرد،درگذشت درگذر،دربرگرفت دربرگیر،شورید شور،شوراند شوران،غرید غر،مکید مک،خزید خز,رهید ره،رست ره""";

    private static Set<String> verbs() {
        var all = new HashSet<String>();
        for (String verb : VERB_STEMS.split("،")) {
            String[] stems = verb.strip().split(" ");
            for (String ending :
                    List.of("", "م", "ی", "یم", "ید", "ند", "هام", "های", "هاست", "هایم", "هاید", "هاند")) {
                all.add(stems[0] + ending);
            }
            for (String ending : List.of("م", "ی", "د", "یم", "ید", "ند")) {
                all.add(stems[1] + ending);
            }
        }
        all.addAll(List.of("گو", "گوید", "گویم", "اید", "ایند", "دهد", "شود"));
        return Set.copyOf(all);
    }
}
