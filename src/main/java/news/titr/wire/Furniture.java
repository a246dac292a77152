package news.titr.wire;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.titr.language.Digits;

/** What stands on the page of a story and is not the story: buttons, labels, counters, and the lists around it. */
final class Furniture {

    /** Labels, of which any number may stand in one line. */
    private static final List<String> LABELS = List.of(
                    ("Aa|A+|A-|A|+A|-A|آ+|آ-|ا+|ا-|الف+|الف-|نسخه PDF|نسخه پی دی اف|PDF|دانلود PDF|نسخه چاپی|نسخه قابل"
                                    + " چاپ|نسخه مناسب چاپ|چاپ|چاپ خبر|چاپ این خبر|پرینت|پرینت خبر|Print|ارسال به دوستان|ارسال"
                                    + " برای دوستان|ارسال به دوست|ارسال خبر|ارسال|ارسال با ایمیل|ایمیل|Email|لینک کوتاه|لینک کوتاه"
                                    + " خبر|پیوند کوتاه|نشانی کوتاه|لینک خبر|لینک مطلب|کپی|کپی لینک|کپی لینک کوتاه|کپی شد|لینک کپی"
                                    + " شد|کپی متن خبر|Copy|اشتراک گذاری|اشتراک گذاری خبر|به اشتراک بگذارید|به اشتراک گذاری|اشتراک"
                                    + " گذاری در|اشتراک|Share|این خبر را به اشتراک بگذارید|با دوستان خود به اشتراک بگذارید|این"
                                    + " مطلب را به اشتراک بگذارید|تلگرام|Telegram|واتساپ|واتس"
                                    + " اپ|WhatsApp|توییتر|تویتر|Twitter|X|ایکس|فیسبوک|فیس"
                                    + " بوک|Facebook|لینکدین|LinkedIn|اینستاگرام|Instagram|ایتا|بله|سروش|روبیکا|آی"
                                    + " گپ|گپ|پینترست|Pinterest|آپارات|یوتیوب|کلوب|ویراستی|ذخیره|ذخیره خبر|نشان کردن|افزودن به"
                                    + " علاقه مندی‌ها|پسندیدن|لایک|Like|دانلود|بازگشت|بازگشت به بالا|رفتن به بالا|بالای صفحه|تغییر"
                                    + " اندازه متن|اندازه متن|اندازه قلم|اندازه فونت|سایز متن|فونت|بزرگ نمایی|کوچک نمایی|حالت"
                                    + " شب|حالت مطالعه|حالت تاریک|گزارش خطا|گزارش تخلف|ثبت تخلف|اصلاح خبر|نظر بدهید|ثبت نظر|ارسال"
                                    + " نظر|مشاهده نظرات|بدون نظر|بدون دیدگاه|نظر شما چیست|ورود|ثبت نام|ورود / ثبت"
                                    + " نام|عضویت|جستجو|جستجو کنید|منو|فهرست|بستن|صفحه نخست|صفحه اصلی|خانه|درباره ما|تماس با"
                                    + " ما|پیوندها|آرشیو|پیشخوان|RSS|English|العرب\u064Aة|العربیة|فارسی|تبلیغات|آگهی|رپورتاژ"
                                    + " آگهی|پخش صوت|شنیدن خبر|بشنوید|قبلی|بعدی|مطلب قبلی|مطلب بعدی|پست قبلی|پست بعدی|خبر قبلی|خبر"
                                    + " بعدی|پرش به محتوا|رفتن به محتوا|Skip to content|ادامه مطلب|بیشتر|مشاهده بیشتر|انتهای"
                                    + " پیام|انتهای پیام/|پایان پیام|پایان پیام/|کد را کپی کنید|دنبال کنید|عضویت در خبرنامه")
                            .split("\\|"))
            .stream()
            .map(Furniture::fold)
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();

    private static final String COUNT = "[\\(\\[]?\\s*[0-9,]+\\s*[\\)\\]]?";

    /** Whole lines, folded. */
    private static final Pattern LINE = folding(
            "(تعداد )?(بازدید|بازدیدها|مشاهده|نمایش|کلیک|لایک|پسند|اشتراک گذاری)( این)?( خبر| مطلب)?( از)? ?:? ?"
                    + COUNT + "( نفر| بار)?"
                    + "|" + COUNT + " ?(بازدید|مشاهده|نظر|دیدگاه|لایک|پسند|کامنت|نفر|رای)|(زمان|مدت زمان|مدت)"
                    + " (مطالعه|خواندن)( خبر| مطلب)? ?:? ?(حدود )?[0-9]+ ?(دقیقه|ثانیه)?|(حدود )?[0-9]+"
                    + " (دقیقه|ثانیه) (مطالعه|خواندن|زمان مطالعه)|(امتیاز|میانگین امتیاز|رای)"
                    + " ?(مطلب|خبر|شما)? ?:? ?[0-9./ ]+( از [0-9]+)?( ستاره)?|(لینک|پیوند|نشانی|آدرس)"
                    + " ?(کوتاه|مستقیم|اصلی|ثابت)? ?(خبر|مطلب|صفحه|این خبر)? ?:? ?(https?://)?[^"
                    + " ]*[a-z0-9-]+\\.[a-z]{2,}[^ ]*( ?کپی.*)?|(©|تمامی حقوق|تمام حقوق|کلیه حقوق|کلیه ی"
                    + " حقوق|همه حقوق|کپی رایت|copyright|all rights reserved).*|(استفاده از مطالب|نقل"
                    + " مطالب|بازنشر مطالب|هرگونه کپی|هر گونه کپی|کپی"
                    + " برداری).*(منبع|مجاز|بلامانع|آزاد).*|(طراحی|طراحی و تولید|طراحی و اجرا|قدرت گرفته"
                    + " از|powered by).{0,60}|.{0,60}(طراحی و تولید ?:? ?|powered by).{0,40}|(ما"
                    + " را|کانال ما را|اخبار ما را).{0,60}(دنبال کنید|بخوانید)|(به کانال|عضو کانال|در"
                    + " کانال).{0,60}(بپیوندید|شوید|دنبال کنید)|انتهای پیام ?[/.].*|پایان پیام"
                    + " ?[/.].*|[/.] ?انتهای پیام.*|\\d{1,3}%|[-+]?\\d{1,3} ?[-+]");

    private static final Set<String> COMMENTS = folded(
            "نظرات|نظرات کاربران|نظر کاربران|نظرات مخاطبان|نظرات خوانندگان|دیدگاه‌ها|دیدگاه|دیدگاه کاربران|دیدگاه"
                    + " شما|نظر شما|نظرات شما|ارسال نظرات|ارسال دیدگاه|ثبت دیدگاه|نظر دهید|نظر خود را بنویسید|دیدگاهتان را"
                    + " بنویسید|دیدگاه خود را بنویسید|یک دیدگاه بنویسید|یک پاسخ بنویسید|پاسخی بگذارید|نظر بگذارید|افزودن"
                    + " نظر|افزودن دیدگاه|نظرات بینندگان|نظرسنجی|کامنت‌ها|ارسال نظر شما|لغو پاسخ|Comments|Leave a"
                    + " comment|Leave a reply");

    /** «۳ دیدگاه برای …», as blogs head their comments. */
    private static final Pattern COMMENTS_ON =
            folding("(?:[0-9]{1,5}|یک|دو|سه) (?:دیدگاه|نظر|پاسخ|کامنت|comments?|thoughts?|responses?)"
                    + " (?:برای|به|درباره|on|to) .{1,200}");

    private static final Set<String> RELATED = folded(
            "اخبار مرتبط|خبرهای مرتبط|مطالب مرتبط|نوشته‌های مرتبط|نوشته‌های مشابه|مقالات مرتبط|مقاله‌های مرتبط|مطالب مشابه|اخبار مشابه|خبرهای مشابه|بیشتر"
                    + " بخوانید|بیشتر بخوانید:|بخوانید|بخوانید:|همچنین بخوانید|این مطالب را هم بخوانید|این مطلب را هم"
                    + " بخوانید|این خبر را هم بخوانید|در همین رابطه|در همین زمینه|مطالب پیشنهادی|خبرهای پیشنهادی|پیشنهاد"
                    + " ما|پیشنهاد سردبیر|پیشنهاد ما به شما|آخرین اخبار|آخرین خبرها|آخرین مطالب|تازه‌ترین خبرها|تازه‌ترین"
                    + " اخبار|جدیدترین اخبار|جدیدترین خبرها|پربازدیدترین‌ها|پربازدید"
                    + " ها|پربازدیدها|پربازدیدترین|پربازدیدترین اخبار|پربحث‌ترین‌ها|پربحث‌ترین|پرطرفدارترین|مهم‌ترین"
                    + " اخبار|مهمترین اخبار|داغ‌ترین‌ها|از دیگر رسانه‌ها|وبگردی|شاید دوست داشته باشید|سایر اخبار|دیگر"
                    + " خبرها|اخبار روز|Related|Related news|Read more");

    private static final Pattern ADDRESS =
            Pattern.compile("(https?://|www\\.)\\S+|[a-z0-9-]+(\\.[a-z0-9-]+)*\\.(ir|com|news|org|net)/\\S*");

    private Furniture() {}

    /** True for a line that consists of labels, counters and the like. */
    static boolean is(String text) {
        String folded = fold(text);
        if (folded.length() > 300) {
            return false;
        }
        return LINE.matcher(folded).matches() || consistsOfLabels(folded);
    }

    /** True for the heading of the comments, below which nothing belongs to the story. */
    static boolean opensComments(String text) {
        return COMMENTS.contains(heading(text))
                || COMMENTS_ON.matcher(fold(text)).matches();
    }

    /** True for the heading of links to other stories. */
    static boolean opensRelated(String text) {
        return RELATED.contains(heading(text));
    }

    static boolean isAddress(String text) {
        return ADDRESS.matcher(text.toLowerCase(Locale.ROOT)).matches();
    }

    private static String heading(String text) {
        String folded = fold(text);
        folded = folded.replaceAll("^[^\\p{L}]+", "");
        return folded.replaceAll("[\\s:؟?!.…»>\\-]*(" + COUNT + ")?[\\s:؟?!.…»>\\-]*$", "");
    }

    private static boolean consistsOfLabels(String folded) {
        String rest = folded;
        boolean found = false;
        while (!rest.isEmpty()) {
            String label = label(rest);
            if (label.isEmpty()) {
                return false;
            }
            found = true;
            rest = rest.substring(label.length()).replaceFirst("^[\\s|/,،:•·»«\\-–_?؟!]+", "");
        }
        return found;
    }

    private static String label(String text) {
        for (String label : LABELS) {
            if (text.startsWith(label)
                    && (text.length() == label.length() || !Character.isLetterOrDigit(text.charAt(label.length())))) {
                return label;
            }
        }
        return "";
    }

    /** Small letters, Latin digits, spaces for half-spaces. */
    static String fold(String text) {
        return Digits.ascii(text)
                .toLowerCase(Locale.ROOT)
                .replace('\u200C', ' ')
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** For folded text, in which a half-space is a space. */
    static Pattern folding(String pattern) {
        return Pattern.compile(pattern.replace('\u200C', ' '));
    }

    private static Set<String> folded(String list) {
        return Arrays.stream(list.split("\\|")).map(Furniture::heading).collect(Collectors.toUnmodifiableSet());
    }
}
