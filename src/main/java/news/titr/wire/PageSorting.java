package news.titr.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the lines of a page apart: text of the story, particulars about it, furniture of the page. */
final class PageSorting {

    /** A line that is not text of the story, with what it says about it. */
    record Said(PageLine line, Particular particular) {}

    /** Words that are buttons beside other buttons and may be text when they stand alone between paragraphs. */
    private static final Set<String> AMBIGUOUS = Set.of(
            "بله", "گپ", "سروش", "ایتا", "بیشتر", "فهرست", "خانه", "بستن", "منو", "چاپ", "ارسال", "بازگشت", "دانلود",
            "ذخیره", "قبلی", "بعدی", "فارسی", "پیوندها", "آگهی", "x", "کپی", "اشتراک", "جستجو", "ورود", "عضویت",
            "ایمیل");

    private static final Pattern NUMBER_WITHIN = Pattern.compile(
            "(?:شماره خبر|کد خبر|کد مطلب|کدخبر|شناسه خبر|شماره|کد)\\s*[:：]\\s*[0-9۰-۹\u0660-\u0669]{2,15}");

    private static final int SHORT_LINE = 160;

    /** More names of sections than these are the site's menu, not the story's place in it. */
    private static final int LONGEST_PATH = 3;

    private final List<PageLine> lines;
    private final PageSheet sheet;
    private int firstProse = Integer.MAX_VALUE;
    private int lastProse = -1;

    /** Lines that are only the name of a section. */
    private final List<PageLine> menu = new ArrayList<>();

    final List<PageLine> text = new ArrayList<>();
    final List<Said> said = new ArrayList<>();

    PageSorting(List<PageLine> lines, PageSheet sheet) {
        this.lines = lines;
        this.sheet = sheet;
    }

    void sort() {
        int end = findEnd();
        int i = 0;
        while (i < end) {
            i = sortOne(i, end);
        }
        if (menu.size() > LONGEST_PATH) {
            said.removeIf(entry -> menu.contains(entry.line()));
            sheet.particulars.removeAll(menu);
            sheet.furniture.addAll(menu);
        }
        if (end < lines.size()) {
            sheet.doubt(lines.get(end), Doubt.Kind.COMMENTS_DROPPED);
            sheet.furniture.addAll(lines.subList(end, lines.size()));
        }
    }

    /** Where the readers' comments begin, or the end. */
    private int findEnd() {
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (lastProse >= 0 && Furniture.opensComments(line.text())) {
                return i;
            }
            if (isProse(line)
                    && !Furniture.is(line.text())
                    && particulars(line.text()).isEmpty()) {
                firstProse = Math.min(firstProse, i);
                lastProse = i;
            }
        }
        return lines.size();
    }

    private int sortOne(int i, int end) {
        var line = lines.get(i);
        String text = line.text();
        if (Furniture.opensComments(text)) {
            sheet.furniture.add(line);
            return i + 1;
        }
        if (Furniture.opensRelated(text)) {
            return related(i, end);
        }
        var joined = i + 1 < end && text.length() <= 30
                ? joined(text, lines.get(i + 1).text())
                : Optional.<Particular>empty();
        if (joined.isPresent()) {
            keep(line, joined.get());
            sheet.particulars.add(lines.get(i + 1));
            return i + 2;
        }
        if (isFurniture(i)) {
            sheet.furniture.add(line);
            return i + 1;
        }
        var found = particulars(text).stream()
                .filter(particular -> fits(particular, i))
                .toList();
        if (!found.isEmpty()) {
            sheet.particulars.add(line);
            found.forEach(particular -> said.add(new Said(line, particular)));
            return found.getFirst().kind() == Particular.Kind.TAGS
                            && found.getFirst().value().isEmpty()
                    ? tags(i + 1, end)
                    : i + 1;
        }
        if (i < firstProse && i > 0 && Particular.isNameOfSection(text)) {
            keep(line, new Particular(Particular.Kind.SECTION, text));
            menu.add(line);
            return i + 1;
        }
        this.text.add(line);
        return i + 1;
    }

    private void keep(PageLine line, Particular particular) {
        sheet.particulars.add(line);
        said.add(new Said(line, particular));
    }

    private boolean isFurniture(int i) {
        String text = lines.get(i).text();
        if (!Furniture.is(text)) {
            return Furniture.isAddress(text)
                    && (i > lastProse || i > 0 && Furniture.is(lines.get(i - 1).text()));
        }
        boolean inside = i > firstProse && i < lastProse;
        return !inside || !isAmbiguous(text) || isSureFurniture(i - 1) || isSureFurniture(i + 1);
    }

    private boolean isSureFurniture(int i) {
        return i >= 0
                && i < lines.size()
                && Furniture.is(lines.get(i).text())
                && !isAmbiguous(lines.get(i).text());
    }

    private static boolean isAmbiguous(String text) {
        return AMBIGUOUS.contains(Furniture.fold(text));
    }

    /** Between the paragraphs of the story, a date or «موضوع: …» is text. */
    private boolean fits(Particular particular, int i) {
        boolean inside = i > firstProse && i < lastProse;
        return switch (particular.kind()) {
            case NUMBER, PUBLISHED, TAGS -> true;
            case BARE_DATE, SECTION, BYLINE, SOURCE ->
                !inside || i < firstProse + 4 && particular.kind() == Particular.Kind.BARE_DATE;
        };
    }

    /** The heading of links to other stories, and the short lines below it. */
    private int related(int i, int end) {
        int next = i + 1;
        if (i > firstProse) {
            while (next < end
                    && isLink(lines.get(next))
                    && particulars(lines.get(next).text()).isEmpty()) {
                next++;
            }
            sheet.doubt(lines.get(i), Doubt.Kind.RELATED_DROPPED);
        }
        sheet.furniture.addAll(lines.subList(i, next));
        return next;
    }

    private static boolean isLink(PageLine line) {
        return line.text().length() <= 130 && !line.endsWith(".:") && !Speech.announces(line.text());
    }

    /** Tags that stand below their label, one on a line. */
    private int tags(int from, int end) {
        int i = from;
        while (i < end
                && !lines.get(i).afterBlank()
                && lines.get(i).text().length() <= 40
                && !Furniture.is(lines.get(i).text())
                && particulars(lines.get(i).text()).isEmpty()) {
            keep(lines.get(i), new Particular(Particular.Kind.TAGS, lines.get(i).text()));
            i++;
        }
        return i;
    }

    /** A label on one line and what it labels on the next. */
    private static Optional<Particular> joined(String label, String value) {
        String bare = label.replaceAll("[\\s:：]+$", "");
        if (particulars(label).isEmpty() && value.length() <= 60) {
            return Particular.of(bare + ": " + value)
                    .filter(found ->
                            found.kind() == Particular.Kind.NUMBER || found.kind() == Particular.Kind.PUBLISHED)
                    .filter(found -> Particular.of(value)
                                    .map(Particular::kind)
                                    .filter(kind -> kind == Particular.Kind.BARE_DATE)
                                    .isPresent()
                            || value.chars().allMatch(Character::isDigit));
        }
        return Optional.empty();
    }

    /** Everything that a line says about the story; empty when a part of it is something else. */
    static List<Particular> particulars(String text) {
        var whole = Particular.of(text);
        if (whole.isPresent()) {
            return List.of(whole.get());
        }
        if (text.length() > SHORT_LINE) {
            return List.of();
        }
        var found = new ArrayList<Particular>();
        for (String piece : apart(text)) {
            String part = piece.strip();
            var particular = Particular.of(part);
            if (particular.isPresent()) {
                found.add(particular.get());
            } else if (Particular.isNameOfSection(part)) {
                found.add(new Particular(Particular.Kind.SECTION, part));
            } else if (!part.isEmpty() && !Furniture.is(part) && part.chars().anyMatch(Character::isLetterOrDigit)) {
                return List.of();
            }
        }
        boolean more = found.stream().anyMatch(particular -> particular.kind() != Particular.Kind.SECTION);
        return more ? found : List.of();
    }

    private static List<String> apart(String text) {
        var pieces = new ArrayList<String>();
        Matcher number = NUMBER_WITHIN.matcher(text);
        int at = 0;
        while (number.find()) {
            pieces.add(text.substring(at, number.start()));
            pieces.add(number.group());
            at = number.end();
        }
        pieces.add(text.substring(at));
        return pieces.stream()
                .flatMap(piece -> Pattern.compile("[|•¦]").splitAsStream(piece))
                .map(piece -> piece.replaceAll("^[\\s،,\\-–—/]+|[\\s،,\\-–—/]+$", ""))
                .toList();
    }

    /** A line that reads like a paragraph. */
    static boolean isProse(PageLine line) {
        int length = line.text().length();
        return length >= 100 || length >= 30 && line.endsWith(".؟!…»") || length >= 15 && line.endsWith(".");
    }
}
