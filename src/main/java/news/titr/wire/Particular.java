package news.titr.wire;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that says something about the story: its number, a date, its tags, its section, who wrote it.
 *
 * @param value what it says, without its label, as it stands on the page
 */
record Particular(Kind kind, String value) {

    enum Kind {
        NUMBER,
        /** A date or a time without a word about what it is of. */
        BARE_DATE,
        PUBLISHED,
        TAGS,
        SECTION,
        BYLINE,
        SOURCE
    }

    private static final String MONTHS = "فروردین|اردیبهشت|خرداد|تیر|مرداد|امرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند"
            + "|ژانویه|فوریه|مارس|آوریل|آپریل|مه|می|ژوئن|جون|ژوئیه|جولای|اوت|آگوست|سپتامبر|اکتبر|نوامبر|دسامبر|محرم|صفر|ربیع"
            + " ?الاول|ربیع ?الثانی|جمادی ?الاول|جمادی ?الثانی|رجب|شعبان|رمضان|شوال|ذی ?القعده|ذی ?الحجه"
            + "|jan[a-z]*|feb[a-z]*|mar[a-z]*|apr[a-z]*|may|june?|july?|aug[a-z]*|sep[a-z]*|oct[a-z]*|nov[a-z]*|dec[a-z]*";
    private static final String WEEKDAY = "(?:شنبه|یک ?شنبه|دو ?شنبه|سه ?شنبه|چهار ?شنبه|پنج ?شنبه|جمعه|آدینه"
            + "|(?:sun|mon|tues|wednes|thurs|fri|satur)day|sun|mon|tue|wed|thu|fri|sat)";
    private static final String DAY = "(?:[0-9]{1,2} ?(?:" + MONTHS + ")(?: ?ماه)?(?: ?[,،]? ?(?:سال )?[0-9]{2,4})?"
            + "|(?:" + MONTHS + ") [0-9]{1,2}(?:st|nd|rd|th)?,? [0-9]{4}"
            + "|[0-9]{2,4}[/.\\-][0-9]{1,2}[/.\\-][0-9]{1,4})";
    private static final String TIME =
            "(?:ساعت ?:? ?)?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?: ?(?:ق\\.ظ|ب\\.ظ|صبح|ظهر|عصر|am|pm))?";
    private static final String GAP = "[\\s,،|\\-–—/:؛()•·]*";
    private static final Pattern DATE = Furniture.folding("(?:امروز" + GAP + ")?(?:" + WEEKDAY + GAP + ")?(?:" + TIME
            + GAP + ")?(?:" + WEEKDAY + GAP + ")?" + DAY + "(?:" + GAP + "(?:" + WEEKDAY + GAP + ")?" + DAY + ")*(?:"
            + GAP + TIME + ")?" + GAP + "|" + TIME + "|" + WEEKDAY);

    private static final Pattern NUMBER = Furniture.folding(
            "(?:شماره|شماره خبر|شماره مطلب|کد|کد خبر|کد مطلب|کدخبر|کد خبری|کد مقاله|کد گزارش|شناسه|شناسه خبر|شناسه"
                    + " مطلب|شناسه خبری|news id|news code|id|code) ?[:：=\\-]"
                    + " ?#?([0-9]{1,30}|[0-9]{2,6}[\\-/][0-9\\-/]{2,20})");
    private static final Pattern PUBLISHED = Furniture.folding(
            "(?:تاریخ|تاریخ انتشار|تاریخ درج|تاریخ ثبت|تاریخ خبر|تاریخ مخابره|زمان انتشار|زمان مخابره|انتشار|منتشر"
                    + " شده|منتشر شده در|منتشرشده در|انتشار در|تاریخ بروزرسانی|تاریخ به روزرسانی|به روز شده|به روز شده"
                    + " در|به روزرسانی|به روز رسانی|آخرین به روزرسانی|آخرین به روز رسانی|آخرین بروزرسانی|بروزرسانی|بروز"
                    + " رسانی|آخرین ویرایش|ویرایش|published|published on|published at|updated|date) ?:? ?(.*[0-9].*)");
    private static final Pattern TAGS = Furniture.folding(
            "(?:برچسب|برچسب‌ها|برچسبها|برچسب‌های خبر|برچسب‌های مطلب|کلیدواژه|کلید واژه|کلیدواژه‌ها|کلید واژه"
                    + " ها|کلیدواژگان|واژه‌های کلیدی|کلمات کلیدی|تگ|تگ‌ها|tags|keywords) ?(?:: ?(.*))?");
    private static final Pattern SECTION = Furniture.folding(
            "(?:سرویس|گروه|حوزه|بخش|دسته|دسته بندی|دسته‌ها|دسته بندی‌ها|دسته بندی خبر|موضوع|گروه خبری|سرویس"
                    + " خبر|section|category) ?: ?(.{1,80})");
    private static final Pattern BYLINE = Furniture.folding(
            "(?:نویسنده|خبرنگار|گزارشگر|عکاس|عکس|مترجم|ترجمه|تهیه کننده|دبیر|ویراستار|به قلم|نویسندگان|خبرنگاران|عکس"
                    + " ها|author|by) ?: ?(.{1,60})|(?:نوشته شده |ارسال شده |منتشر شده )?توسط :? ?(.{2,30})");
    private static final Pattern SOURCE = Furniture.folding("(?:منبع|منبع خبر|به نقل از|source) ?: ?(.{1,80})");

    private static final Pattern HOME =
            Furniture.folding("(?:صفحه نخست|صفحه اصلی|خانه|home|اخبار|سرویس‌ها) ?[>»›«‹/\\\\|←→] ?.{1,120}");

    private static final Pattern NAMES_OF_SECTIONS = Furniture.folding(
            "(?:اخبار )?(سیاسی|سیاست|سیاست خارجی|سیاست داخلی|دولت|مجلس|اقتصادی|اقتصاد|اجتماعی|جامعه|فرهنگی|فرهنگ|فرهنگ"
                    + " و هنر|فرهنگی و هنری|هنر|سینما|ورزشی|ورزش|بین الملل|جهان|علمی|علم و"
                    + " فناوری|دانش|فناوری|سلامت|بهداشت|حوادث|استان‌ها|شهری|شهرستان‌ها|محیط زیست|گردشگری|کشاورزی|آموزش|دانشگاه|کتاب|ادبیات|موسیقی|بازار|صنعت|دسته بندی نشده|دین و"
                    + " اندیشه|انرژی|عمومی|عکس|فیلم|چندرسانه‌ای|یادداشت|گفتگو|گفت و گو|گزارش)");

    static Optional<Particular> of(String text) {
        if (text.length() > 300) {
            return Optional.empty();
        }
        String folded = Furniture.fold(text);
        return first(folded, NUMBER, Kind.NUMBER)
                .or(() -> first(folded, PUBLISHED, Kind.PUBLISHED).filter(found -> hasDate(found.value)))
                .map(found -> found.kind == Kind.PUBLISHED ? new Particular(Kind.PUBLISHED, afterLabel(text)) : found)
                .or(() -> DATE.matcher(folded).matches()
                        ? Optional.of(new Particular(Kind.BARE_DATE, text))
                        : Optional.empty())
                .or(() -> labelled(text, folded, TAGS, Kind.TAGS))
                .or(() -> labelled(text, folded, SECTION, Kind.SECTION))
                .or(() -> labelled(text, folded, BYLINE, Kind.BYLINE))
                .or(() -> labelled(text, folded, SOURCE, Kind.SOURCE))
                .or(() -> HOME.matcher(folded).matches() || isPathOfSections(text)
                        ? Optional.of(new Particular(Kind.SECTION, text))
                        : Optional.empty());
    }

    /** True for a line that is only the name of a usual section; above the headline it says where the story belongs. */
    static boolean isNameOfSection(String text) {
        return NAMES_OF_SECTIONS.matcher(Furniture.fold(text)).matches();
    }

    private static boolean isPathOfSections(String text) {
        String[] names = text.split("\\s*[>»›/←]\\s*");
        return names.length > 1 && Arrays.stream(names).allMatch(Particular::isNameOfSection);
    }

    static boolean hasDate(String text) {
        return Pattern.compile(DAY + "|" + TIME).matcher(Furniture.fold(text)).find();
    }

    private static Optional<Particular> first(String folded, Pattern pattern, Kind kind) {
        Matcher matcher = pattern.matcher(folded);
        return matcher.matches()
                ? Optional.of(new Particular(kind, matcher.group(1).strip()))
                : Optional.empty();
    }

    private static Optional<Particular> labelled(String text, String folded, Pattern pattern, Kind kind) {
        return pattern.matcher(folded).matches()
                ? Optional.of(new Particular(kind, text.contains(":") ? afterLabel(text) : ""))
                : Optional.empty();
    }

    private static String afterLabel(String text) {
        int colon = text.indexOf(':');
        if (colon < 0 || colon > 0 && Character.isDigit(text.charAt(colon - 1))) {
            return text.strip();
        }
        return text.substring(colon + 1).strip();
    }
}
