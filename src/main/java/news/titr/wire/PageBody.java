package news.titr.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.titr.doc.Block;
import news.titr.doc.Body;
import news.titr.doc.Inline;

/** Makes blocks of the lines below the head: paragraphs, quotes with speakers, sub-headings, lists, separators. */
final class PageBody {

    private static final Pattern SEPARATOR = Pattern.compile("[•●■◼◆◇▪∎*⁎∗＊✱~\\-–—_=#·□○◦\\s]{1,80}");
    private static final Pattern BULLET = Pattern.compile("([•●▪◾◼■◦○▫*✔✅✓🔹🔸🔻🔺🔴🔵⚫►▶◄◀➤➢❖\\-–—ـ])\\s+(\\S.*)");
    private static final Pattern NUMBERED =
            Pattern.compile("[(\\[]?([0-9۰-۹\u0660-\u0669]{1,2})\\s?[.\\-–ـ)\\]]\\s*(\\D.*)");
    private static final Pattern REPORT = Pattern.compile("^به (?:گزارش|نقل از) ([^،,:؛]{2,90})[،,؛:]");
    private static final Pattern AGENCY = Pattern.compile("^[\\p{L}\\u200c"
            + " ]{2,25}\\s*[-–ـ،,]\\s*(ایرنا|ایسنا|مهر|فارس|تسنیم|ایلنا|ایمنا|ایکنا|برنا|میزان|شبستان|صداوسیما|خبرگزاری"
            + " [\\p{L}\\u200c]+)\\s*[-–ـ:]");
    /** Before a list these name what is listed, not who speaks. */
    private static final Pattern AS_FOLLOWS =
            Pattern.compile("(?:شرح|قرار)(?:[\\s\\u200c]*زیر)?(?:[\\s\\u200c]*است)?\\s*[:：]?$");

    private static final int LONGEST_SUBHEAD = 100;

    /** A sub-heading without an empty line below it; in characters. */
    private static final int LONGEST_ABOVE = 70;

    /** A quotation that was opened is looked for its end in so many paragraphs. */
    private static final int LONGEST_QUOTE = 20;

    private final List<PageLine> lines;
    private final PageSheet sheet;
    private final List<Block> blocks = new ArrayList<>();
    private final boolean dense;
    private String lastNamed = "";
    private int at;

    PageBody(List<PageLine> lines, PageSheet sheet) {
        this.lines = lines;
        this.sheet = sheet;
        long blanks = lines.stream().skip(1).filter(PageLine::afterBlank).count();
        dense = lines.size() > 3 && blanks * 5 < lines.size();
    }

    static boolean isSeparator(String text) {
        return SEPARATOR.matcher(text).matches();
    }

    /** Whether the line begins with a bullet or a number. */
    static boolean isMarked(String text) {
        return BULLET.matcher(text).matches() || NUMBERED.matcher(text).matches();
    }

    Body read() {
        Speech.subjectOf(sheet.lead).ifPresent(name -> lastNamed = name);
        while (at < lines.size()) {
            var line = lines.get(at);
            if (isSeparator(line.text())) {
                separator(line);
            } else if (listLength() > 1) {
                blocks.add(list());
            } else if (!subheadWithKicker() && !subhead()) {
                paragraph(line);
            }
        }
        return new Body(blocks);
    }

    private void separator(PageLine line) {
        boolean between = !blocks.isEmpty()
                && !(blocks.getLast() instanceof Block.Separator)
                && lines.subList(at, lines.size()).stream().anyMatch(later -> !isSeparator(later.text()));
        if (between) {
            blocks.add(new Block.Separator());
        } else {
            sheet.furniture.add(line);
        }
        at++;
    }

    private void paragraph(PageLine line) {
        blocks.add(Block.Paragraph.of(line.text()));
        source(line);
        at++;
        if (Speech.announces(line.text())) {
            quote(line);
        } else {
            Speech.subjectOf(line.text()).ifPresent(name -> lastNamed = name);
        }
    }

    private void source(PageLine line) {
        if (!sheet.source.isEmpty()) {
            return;
        }
        Matcher report = REPORT.matcher(line.text());
        if (report.find()) {
            sheet.source = sourceName(report.group(1));
            if (sheet.source.split(" ").length > 4) {
                sheet.doubt(line, Doubt.Kind.NOT_SURE_SOURCE);
            }
        } else if (line.text().startsWith("به گزارش ")) {
            sheet.doubt(line, Doubt.Kind.NOT_SURE_SOURCE);
        } else {
            Matcher agency = AGENCY.matcher(line.text());
            if (agency.find()) {
                sheet.source = agency.group(1);
                sheet.doubt(line, Doubt.Kind.SOURCE_GUESSED);
            }
        }
    }

    /** «خبرگزاری مهر» from «خبرنگار سیاسی خبرگزاری مهر به نقل از …». */
    private static String sourceName(String words) {
        String name = words.replaceAll("\\s+(?:به نقل از|از|در|و به نقل)(?:\\s.*)?$", "")
                .strip();
        int agency = name.indexOf("خبرگزاری ");
        if (agency > 0) {
            name = name.substring(agency);
        }
        return name.replaceFirst("^(?:خبرنگار|گزارشگر|سرویس خبری|گروه خبر)\\s+", "")
                .replaceAll("[«»]", "")
                .strip();
    }

    // ---- quotes

    private void quote(PageLine announcement) {
        if (at >= lines.size() || !canBeSaid(lines.get(at))) {
            return;
        }
        if (listLength() > 1 && AS_FOLLOWS.matcher(announcement.text()).find()) {
            return;
        }
        String speaker = speaker(announcement);
        if (listLength() > 1) {
            blocks.add(new Block.Quote(speaker, List.of(list())));
            return;
        }
        var said = new ArrayList<Block>();
        int end = at + quoteLength(announcement);
        for (; at < end; at++) {
            said.add(Block.Paragraph.of(lines.get(at).text()));
        }
        blocks.add(new Block.Quote(speaker, said));
    }

    private boolean canBeSaid(PageLine line) {
        return !isSeparator(line.text())
                && !Speech.announces(line.text())
                && (PageSorting.isProse(line)
                        || line.words() >= 4
                        || line.text().startsWith("«")
                        || listLength() > 1);
    }

    /** One paragraph, or as many as it takes until what is opened with « is closed. */
    private int quoteLength(PageLine announcement) {
        int open = 0;
        boolean opened = announcement.endsWith("«");
        open += opened ? 1 : 0;
        for (int i = at; i < lines.size() && i < at + LONGEST_QUOTE; i++) {
            String text = lines.get(i).text();
            if (i > at && (isSeparator(text) || Speech.announces(text))) {
                break;
            }
            if (i == at && !opened && !text.startsWith("«")) {
                return 1;
            }
            open += (int) (text.chars().filter(c -> c == '«').count()
                    - text.chars().filter(c -> c == '»').count());
            if (open <= 0) {
                return i - at + 1;
            }
        }
        sheet.doubt(lines.get(at), Doubt.Kind.QUOTE_NEVER_ENDS);
        return 1;
    }

    private String speaker(PageLine announcement) {
        Optional<String> named = Speech.speaker(announcement.text());
        if (named.isPresent()) {
            lastNamed = named.get();
        } else if (lastNamed.isEmpty()) {
            sheet.doubt(announcement, Doubt.Kind.NO_SPEAKER);
        } else {
            sheet.doubts.add(new Doubt(announcement.number(), Doubt.Kind.SPEAKER_FROM_BEFORE, "«" + lastNamed + "»"));
        }
        return lastNamed;
    }

    // ---- sub-headings

    private boolean subheadWithKicker() {
        if (at + 2 >= lines.size()) {
            return false;
        }
        var kicker = lines.get(at);
        var heading = lines.get(at + 1);
        boolean pair = kicker.endsWith("؛:")
                && kicker.text().length() <= LONGEST_SUBHEAD
                && (kicker.afterBlank() || dense)
                && !heading.afterBlank()
                && isShort(heading)
                && lines.get(at + 2).afterBlank()
                && leadsOn(at + 2)
                && !isMarked(heading.text());
        if (pair && !(Speech.announces(kicker.text()) && heading.text().startsWith("«"))) {
            blocks.add(new Block.Subhead(2, kicker.text(), Inline.plain(heading.text())));
            sheet.doubt(heading, Doubt.Kind.SUBHEAD_GUESSED);
            at += 2;
            return true;
        }
        return false;
    }

    private boolean subhead() {
        var line = lines.get(at);
        if (!isShort(line) || at + 1 >= lines.size() || !leadsOn(at + 1) || Speech.announces(line.text())) {
            return false;
        }
        boolean afterSeparator = !blocks.isEmpty() && blocks.getLast() instanceof Block.Separator;
        boolean alone = line.afterBlank() && lines.get(at + 1).afterBlank() && !isMarked(line.text());
        boolean tight = dense
                && line.text().length() <= LONGEST_ABOVE
                && line.words() >= 2
                && at > 0
                && PageSorting.isProse(lines.get(at - 1))
                && !isMarked(line.text());
        boolean above = line.afterBlank()
                && line.text().length() <= LONGEST_ABOVE
                && line.words() >= 2
                && PageSorting.isProse(lines.get(at + 1))
                && !isMarked(line.text());
        if (!afterSeparator && !alone && !tight && !above) {
            return false;
        }
        Matcher bullet = BULLET.matcher(line.text());
        blocks.add(Block.Subhead.of(bullet.matches() ? bullet.group(2) : line.text()));
        sheet.doubt(line, Doubt.Kind.SUBHEAD_GUESSED);
        at++;
        return true;
    }

    private static boolean isShort(PageLine line) {
        return line.text().length() <= LONGEST_SUBHEAD
                && !line.endsWith(".؟?!…:؛،,»)")
                && !isSeparator(line.text())
                && !line.text().contains("://")
                && line.text().chars().anyMatch(Character::isLetter);
    }

    /** Whether a paragraph, or a line that announces one, stands there. */
    private boolean leadsOn(int place) {
        var line = lines.get(place);
        return PageSorting.isProse(line) || Speech.announces(line.text());
    }

    // ---- lists

    /** How many lines from here on are entries of one list. */
    private int listLength() {
        int count = 0;
        String bullet = "";
        while (at + count < lines.size()) {
            String text = lines.get(at + count).text();
            Matcher marked = BULLET.matcher(text);
            Matcher numbered = NUMBERED.matcher(text);
            String found =
                    marked.matches() ? marked.group(1) : numbered.matches() && number(numbered) == count + 1 ? "1" : "";
            if (found.isEmpty() || !bullet.isEmpty() && !bullet.equals(found)) {
                break;
            }
            bullet = found;
            count++;
        }
        return count;
    }

    private Block.Listing list() {
        int count = listLength();
        sheet.doubt(lines.get(at), Doubt.Kind.LIST_GUESSED);
        boolean numbered = !BULLET.matcher(lines.get(at).text()).matches();
        var items = new ArrayList<Block.Listing.Item>();
        for (var line : lines.subList(at, at + count)) {
            Matcher entry = (numbered ? NUMBERED : BULLET).matcher(line.text());
            String text = entry.matches() ? entry.group(2) : line.text();
            items.add(new Block.Listing.Item(List.of(Block.Paragraph.of(text))));
        }
        at += count;
        return new Block.Listing(numbered, items);
    }

    private static int number(Matcher numbered) {
        return Integer.parseInt(news.titr.language.Digits.ascii(numbered.group(1)));
    }
}
