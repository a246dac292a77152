package news.titr.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.titr.language.Letters;

/** Finds title line, kicker, headline and lead among the lines that are text, and leaves the rest to the body. */
final class PageHead {

    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:\\||::|»|›|•|¦)\\s*|\\s+[-–—ـ]\\s+");
    private static final Pattern SITE =
            Pattern.compile("(?:پایگاه|خبرگزاری|روزنامه|سایت|وب ?سایت|مجله|هفته ?نامه|پرتال|درگاه).{0,60}|.{2,30}"
                    + " ?(?:نیوز|آنلاین|پرس|خبر|News|Online)");
    private static final Pattern KICKER = Pattern.compile(
            "(?:گفت ?و ?گو(?:ی .{2,40})? با|در گفت ?و ?گو|در نشست|در جلسه|در مراسم|در همایش|به مناسبت|به بهانه|همزمان"
                    + " با|گزارش .{2,40} از|یادداشتی از|به قلم) .{2,90}|.{2,110} (?:عنوان|مطرح|تشریح|بررسی) شد");
    private static final int LONGEST_HEADLINE = 180;
    private static final int LONGEST_KICKER = 130;
    private static final int LONGEST_LEAD = 900;

    /** More short lines than these above the headline are a menu. */
    private static final int LONGEST_PREAMBLE = 5;

    /** How far down a line that is there twice may still be the headline. */
    private static final int HEAD = 14;

    private final List<PageLine> text;
    private final PageSheet sheet;
    private final Map<String, List<Integer>> places = new HashMap<>();

    /** Number of the line at which the headline stands in the page itself, or 0. */
    int headlineLine;

    PageHead(List<PageLine> text, PageSheet sheet) {
        this.text = text;
        this.sheet = sheet;
        for (int i = 0; i < text.size(); i++) {
            places.computeIfAbsent(text.get(i).key(), _ -> new ArrayList<>()).add(i);
        }
    }

    /** Reads the head; answers the lines that are left for the body, in order. */
    List<PageLine> read() {
        int title = title();
        if (sheet.headline.isEmpty()) {
            guess(title + 1);
        }
        var first = new ArrayList<>(headlinePlaces(title));
        var used = new ArrayList<Integer>();
        if (title >= 0) {
            used.add(title);
        }
        int start = first.isEmpty() ? title + 1 : first.getFirst();
        headlineLine = first.isEmpty() ? 0 : text.get(start).number();
        int last = lastOfHead(first);
        // further down, with more of the story below it, it is text: a question of an interview
        first.removeIf(place -> place > last && isFollowedByProse(place));
        used.addAll(first);
        for (int place : first) {
            if (place > last) {
                sheet.doubt(text.get(place), Doubt.Kind.REPEATED);
            }
        }
        kicker(first, used);
        var rest = new ArrayList<PageLine>();
        for (int i = 0; i < text.size(); i++) {
            if (!used.contains(i)) {
                sortOut(i, start, last, first.size() > 1, rest);
            }
        }
        lead(rest);
        return rest;
    }

    private void sortOut(int i, int start, int last, boolean repeated, List<PageLine> rest) {
        var line = text.get(i);
        boolean prose = PageSorting.isProse(line);
        boolean isLead = prose
                && sheet.lead.isEmpty()
                && line.text().length() <= LONGEST_LEAD
                && !isReport(line)
                && !Speech.announces(line.text())
                && (i < start || repeated && i < last);
        if (isLead) {
            sheet.lead = line.text();
        } else if (i < start && !prose && isMenu(start)) {
            sheet.furniture.add(line);
        } else if (i < start && !prose) {
            sheet.particulars.add(line);
            sheet.doubt(line, Doubt.Kind.UNCLEAR_ABOVE);
        } else {
            rest.add(line);
        }
    }

    /** Whether so many short lines stand above the headline that they must be the site's menu. */
    private boolean isMenu(int start) {
        return text.subList(0, start).stream().filter(line -> line.words() <= 4).count() > LONGEST_PREAMBLE;
    }

    /** The place of the title line, or -1. */
    private int title() {
        if (text.isEmpty()) {
            return -1;
        }
        var line = text.getFirst();
        var between = BETWEEN.matcher(line.text());
        String headline = "";
        String site = "";
        while (between.find()) {
            String left = line.text().substring(0, between.start());
            String right = line.text().substring(between.end());
            if (stands(left) && left.length() > headline.length()) {
                headline = left;
                site = right;
            }
            if (stands(right) && right.length() > headline.length()) {
                headline = right;
                site = left;
            }
        }
        // a page may show the site's name as a line of its own, and its headline in other words than the title's
        boolean onlyTheSite = headline.split(" ").length <= 3 && site.split(" ").length > 4;
        if (!headline.isEmpty() && !onlyTheSite) {
            return takeTitle(line, headline, site);
        }
        if (places(line.text()).size() > 1 && line.text().length() <= LONGEST_HEADLINE) {
            sheet.headline = line.text();
            sheet.browserTitle = line.text();
            sheet.particulars.add(line);
            return 0;
        }
        return titleAlone(line);
    }

    private int takeTitle(PageLine line, String headline, String site) {
        sheet.browserTitle = line.text();
        sheet.siteName = siteAmong(site);
        sheet.particulars.add(line);
        sheet.headline = text.get(places(headline).getFirst()).text();
        return 0;
    }

    /** The site's name where a section or a motto stands beside it. */
    private static String siteAmong(String words) {
        return BETWEEN.splitAsStream(words)
                .map(String::strip)
                .filter(piece -> SITE.matcher(piece).matches())
                .findFirst()
                .orElse(words.strip());
    }

    /** A title line whose headline does not stand in the page again, or which only names the site. */
    private int titleAlone(PageLine line) {
        String whole = line.text();
        boolean more = text.size() > 1;
        int bar = whole.lastIndexOf('|');
        Matcher between = BETWEEN.matcher(whole);
        int from = -1;
        int to = -1;
        while (between.find()) {
            from = between.start();
            to = between.end();
        }
        if (more && from > 0 && whole.length() <= LONGEST_HEADLINE + 60 && !PageSorting.isProse(line)) {
            String left = whole.substring(0, from).strip();
            String right = whole.substring(to).strip();
            boolean neither = Furniture.is(left) || Furniture.is(right);
            boolean siteLast = SITE.matcher(right).matches() || bar >= 0 && right.length() <= left.length();
            boolean siteFirst = !siteLast && SITE.matcher(left).matches();
            if (neither || siteLast || siteFirst) {
                boolean last = neither ? Furniture.is(left) : siteLast;
                sheet.browserTitle = whole;
                sheet.siteName = last ? right : left;
                sheet.particulars.add(line);
                sheet.doubt(line, Doubt.Kind.SITE_GUESSED);
                if (!neither) {
                    headlineOf(line, last ? left : right);
                }
                return 0;
            }
        }
        if (more && whole.length() <= 60 && SITE.matcher(whole).matches() && !PageSorting.isProse(text.get(1))) {
            sheet.browserTitle = whole;
            sheet.siteName = whole;
            sheet.particulars.add(line);
            sheet.doubt(line, Doubt.Kind.SITE_GUESSED);
            return 0;
        }
        if (isSiteAboveKicker(line)) {
            sheet.browserTitle = whole;
            sheet.siteName = whole;
            sheet.particulars.add(line);
            sheet.doubt(line, Doubt.Kind.SITE_GUESSED);
            sheet.kicker = text.get(1).text();
            sheet.headline = text.get(2).text();
            sheet.doubt(text.get(2), Doubt.Kind.HEADLINE_GUESSED);
            return 0;
        }
        return -1;
    }

    /** A bare name, «کرانه», with a kicker and its headline below it. */
    private boolean isSiteAboveKicker(PageLine line) {
        if (text.size() < 4 || !isHeading(line) || line.endsWith("؛:؟!") || line.words() > 3) {
            return false;
        }
        var kicker = text.get(1);
        var headline = text.get(2);
        boolean marked = isKicker(kicker);
        return isHeading(kicker)
                && isHeading(headline)
                && !PageSorting.isProse(kicker)
                && !PageSorting.isProse(headline)
                && PageSorting.isProse(text.get(3))
                && kicker.text().length() <= LONGEST_KICKER
                && (marked || line.words() <= 2 && headline.words() >= 4 && headline.words() > kicker.words());
    }

    /** The headline of a page whose title line says it in other words, or shorter, or alone. */
    private void headlineOf(PageLine line, String title) {
        String key = PageLine.key(title);
        for (int i = 1; i < Math.min(text.size(), HEAD) && proseAbove(i) == 0; i++) {
            var candidate = text.get(i);
            boolean same = key.length() >= 12 && candidate.key().startsWith(key);
            boolean similar = isHeading(candidate)
                    && candidate.words() >= 3
                    && !candidate.key().equals(PageLine.key(sheet.siteName))
                    && (commonWords(title, candidate.text()) * 3 >= title.split(" ").length
                            || isLatin(title) && !isLatin(candidate.text()));
            if (candidate.text().length() <= LONGEST_HEADLINE && (same || similar)) {
                sheet.headline = candidate.text();
                if (!same) {
                    sheet.doubt(candidate, Doubt.Kind.HEADLINE_GUESSED);
                }
                return;
            }
        }
        sheet.headline = title;
        sheet.doubt(line, Doubt.Kind.HEADLINE_FROM_TITLE);
    }

    private static long commonWords(String one, String other) {
        var words = new HashSet<>(List.of(Furniture.fold(other).split(" ")));
        return Arrays.stream(Furniture.fold(one).split(" "))
                .filter(words::contains)
                .count();
    }

    private static boolean isLatin(String text) {
        return text.codePoints().noneMatch(Letters::isArabicScript);
    }

    /** The headline of a page whose title line does not tell it. */
    private void guess(int from) {
        int end = Math.min(text.size(), from + HEAD);
        for (int i = from; i < end; i++) {
            var line = text.get(i);
            if (places(line.text()).size() > 1 && line.words() >= 3 && isHeading(line)) {
                sheet.headline = line.text();
                return;
            }
        }
        for (int i = from; i < end; i++) {
            var line = text.get(i);
            boolean kicker = isKicker(line) && i + 1 < end && isHeading(text.get(i + 1));
            if (isHeading(line) && !kicker) {
                sheet.headline = line.text();
                sheet.doubt(line, Doubt.Kind.HEADLINE_GUESSED);
                return;
            }
            if (!kicker) {
                break;
            }
        }
        sheet.doubt(Doubt.Kind.NO_HEADLINE);
    }

    private static boolean isKicker(PageLine line) {
        return line.endsWith("؛:")
                || KICKER.matcher(Furniture.fold(line.text())).matches();
    }

    private static boolean isHeading(PageLine line) {
        return line.text().length() <= LONGEST_HEADLINE
                && !line.endsWith(".")
                && !PageBody.isSeparator(line.text())
                && line.text().chars().anyMatch(Character::isLetter);
    }

    private List<Integer> headlinePlaces(int title) {
        return places(sheet.headline).stream().filter(place -> place != title).toList();
    }

    private List<Integer> places(String words) {
        String key = PageLine.key(words);
        return key.isEmpty() ? List.of() : places.getOrDefault(key, List.of());
    }

    /** Whether these words are a line of their own further down, before the story is well under way. */
    private boolean stands(String words) {
        return words.length() >= 4 && places(words).stream().anyMatch(place -> place > 0 && proseAbove(place) <= 3);
    }

    private boolean isFollowedByProse(int place) {
        return text.subList(place + 1, text.size()).stream().anyMatch(PageSorting::isProse);
    }

    private long proseAbove(int place) {
        return text.subList(0, place).stream().filter(PageSorting::isProse).count();
    }

    /** The last place of the headline that still belongs to the head: at most four paragraphs below the first one. */
    private int lastOfHead(List<Integer> first) {
        int last = first.isEmpty() ? -1 : first.getFirst();
        for (int place : first) {
            long prose = text.subList(first.getFirst(), place).stream()
                    .filter(PageSorting::isProse)
                    .count();
            if (prose <= 3) {
                last = place;
            }
        }
        return last;
    }

    private void kicker(List<Integer> first, List<Integer> used) {
        for (int place : first) {
            int above = place - 1;
            if (above >= 0 && !sheet.kicker.isEmpty() && text.get(above).key().equals(PageLine.key(sheet.kicker))) {
                used.add(above);
            } else if (above >= 0 && !used.contains(above) && sheet.kicker.isEmpty()) {
                var line = text.get(above);
                boolean touching = line.number() == text.get(place).number() - 1;
                boolean marked = isKicker(line);
                if (line.text().length() <= LONGEST_KICKER
                        && (marked || touching && !PageSorting.isProse(line))
                        && !PageBody.isSeparator(line.text())
                        && !(marked && Speech.announces(line.text()) && !touching)) {
                    sheet.kicker = line.text();
                    used.add(above);
                    if (!line.endsWith("؛:")) {
                        sheet.doubt(line, Doubt.Kind.KICKER_GUESSED);
                    }
                }
            }
        }
    }

    private void lead(List<PageLine> rest) {
        if (!sheet.lead.isEmpty()) {
            var twice = rest.stream()
                    .limit(4)
                    .filter(line -> line.key().equals(PageLine.key(sheet.lead)))
                    .findFirst();
            twice.ifPresent(line -> {
                sheet.doubt(line, Doubt.Kind.REPEATED);
                rest.remove(line);
            });
            return;
        }
        if (rest.size() > 1) {
            var line = rest.getFirst();
            boolean followed = rest.stream().skip(1).anyMatch(PageSorting::isProse);
            if (followed
                    && PageSorting.isProse(line)
                    && line.text().length() <= LONGEST_LEAD
                    && !isReport(line)
                    && !PageBody.isMarked(line.text())
                    && !Speech.announces(line.text())) {
                sheet.lead = line.text();
                rest.removeFirst();
                sheet.doubt(line, Doubt.Kind.LEAD_GUESSED);
                return;
            }
        }
        sheet.doubt(Doubt.Kind.NO_LEAD);
    }

    private static boolean isReport(PageLine line) {
        return line.text().startsWith("به گزارش ");
    }
}
