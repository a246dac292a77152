package news.titr.language;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words whose hamza or tanvin is often left out and which mean nothing else without it. Words that are names too
 * («رویا», «مومنی», «راس») are not among them.
 */
final class PersianSpelling {
    /** Length of the shortest and the longest word worth looking up, endings included. */
    static final int SHORTEST = 4;

    static final int LONGEST = 18;

    /** Stems with their hamza; endings may follow. */
    private static final List<String> STEMS =
            List.of(("تأکید تأثیر تأسیس تأمین تأخیر تأسف تأیید تألیف تألم تأمل تأهل تأویل تأدیب تأدیه تأثر "
                            + "تأخر متأسف متأسفانه متأثر متأخر متأهل متأمل متألم مأمور مأموریت مأمورین مأخذ مأخوذ "
                            + "مأنوس مأیوس مأیوسانه مألوف مؤثر مؤسسه مؤسسات مؤسس مؤسسین مؤلف مؤلفه مؤلفین مؤکد مؤدب "
                            + "مؤدبانه مؤخر مؤاخذه مؤتلفه مؤنث سؤال سؤالات هیأت نشأت جرأت منشأ مبدأ مسئول مسئولین "
                            + "مسئولیت مسئولانه رئیس رئیسه رؤسا رؤسای جزئی جزئیات توطئه")
                    .split(" "));

    /** What may follow a stem in the same unbroken word. */
    private static final Set<String> ENDINGS = Set.of(
            (" ی م ت ش مان تان شان ها های هایی هایش هایشان ات اتی یم ید ند ان انی انه تر ترین ست یی یش").split(" "));

    /** Adverbs in tanvin, without it. */
    private static final Set<String> ADVERBS =
            Set.of(("ابدا اتفاقا اجبارا اجماعا اجمالا احتمالا احیانا اخیرا اساسا استثنائا اصلا اصولا "
                            + "الزاما انحصارا انصافا اولا اکثرا اکیدا بعدا تحقیقا تدریجا ترجیحا تصادفا تعمدا تفننا "
                            + "تقریبا تلویحا ثالثا ثانیا حتما حدودا حضورا حقیقتا خصوصا دائما دقیقا ذاتا رابعا رسما "
                            + "سابقا سهوا شخصا شدیدا شرعا شفاها صراحتا صرفا صریحا ضرورتا ضمنا طبعا طبیعتا ظاهرا "
                            + "عاجلا عادتا عرفا عقلا علنا عمدا عمدتا عملا عموما عینا غالبا غفلتا فطرتا فعلا فورا "
                            + "قاعدتا قانونا قبلا قطعا قلبا قهرا لزوما لطفا مؤکدا ماهیتا متعاقبا متفقا متقابلا مثلا "
                            + "مجانا مجددا مختصرا مخصوصا مستقلا مستقیما مستمرا مسلما مشخصا مشروطا مطلقا معمولا مفصلا "
                            + "مقدمتا منحصرا منطقا موقتا موکدا مکررا نتیجتا نسبتا نقدا نهایتا نوبتا نوعا واقعا "
                            + "وجدانا کاملا کتبا کثیرا کرارا یقینا")
                    .split(" "));

    /** The first two letters of the stems, as one number: most words are none of these. */
    private static final BitSet BEGINNINGS = new BitSet();

    private static final Map<String, String> WITH_HAMZA = new HashMap<>();

    static {
        for (String stem : STEMS) {
            String bare = withoutHamza(stem);
            if (!bare.equals(stem) && stem.indexOf('\u200c') < 0) {
                WITH_HAMZA.put(bare, stem);
            }
        }
        WITH_HAMZA.put("مسوول", "مسئول");
        WITH_HAMZA.put("رییس", "رئیس");
        for (String bare : WITH_HAMZA.keySet()) {
            char second = bare.charAt(1);
            BEGINNINGS.set(beginning(bare.charAt(0), second));
            if (second == 'ی') {
                BEGINNINGS.set(beginning(bare.charAt(0), '\u064a'));
            }
        }
    }

    private PersianSpelling() {}

    private static int beginning(char first, char second) {
        return (first & 0xff) << 8 | second & 0xff;
    }

    /** False if no word that begins so, and none that ends so, is in any of the lists here. */
    static boolean worthALook(char first, char second, char last) {
        return last == 'ا' || BEGINNINGS.get(beginning(first, second));
    }

    private static String withoutHamza(String word) {
        return word.replace('أ', 'ا').replace('ؤ', 'و').replace('ئ', 'ی');
    }

    /** The letters of a word as this class compares them: Persian yeh and kaf, no half-spaces, no vowel marks. */
    static String plain(String word) {
        StringBuilder plain = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            switch (c) {
                case '\u064a', '\u0649' -> plain.append('ی');
                case '\u0643' -> plain.append('ک');
                case '\u200c' -> {}
                default -> {
                    if (c < '\u064b' || c > '\u065f') {
                        plain.append(c);
                    }
                }
            }
        }
        return plain.toString();
    }

    /** True if the word is an adverb that lacks its tanvin. */
    static boolean wantsTanvin(String word) {
        return word.endsWith("ا") && ADVERBS.contains(plain(word));
    }

    /** The place of the letter that should carry a hamza, and that letter with it; null if none is missing. */
    static Map.@Nullable Entry<Integer, Character> missingHamza(String word) {
        String plain = plain(word);
        if (plain.length() != word.length()) {
            return null;
        }
        for (int end = plain.length(); end >= SHORTEST; end--) {
            String right = WITH_HAMZA.get(plain.substring(0, end));
            if (right != null
                    && right.length() == end
                    && (end == plain.length() || ENDINGS.contains(plain.substring(end)))) {
                for (int i = 0; i < end; i++) {
                    if (right.charAt(i) != plain.charAt(i)) {
                        return Map.entry(i, right.charAt(i));
                    }
                }
            }
        }
        return null;
    }
}
