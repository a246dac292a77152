package news.titr.wire;

import java.util.ArrayList;
import java.util.List;
import news.titr.language.Digits;

/** The note that an imported page leaves on its story, in plain Persian, for the desk. */
final class PageNote {

    private PageNote() {}

    static String write(PageReading.Read read) {
        var lines = new ArrayList<String>();
        lines.add("این خبر از متن یک صفحه وارد شده است.");
        add(lines, "عنوان صفحه", read.browserTitle());
        add(lines, "نام سایت", read.siteName());
        add(lines, "شماره در مبدأ", Digits.persian(read.sourceNumber()));
        add(lines, "ساعت صفحه هنگام برداشت (نه تاریخ انتشار)", read.pageClock());
        lines.add(
                read.publishedText().isEmpty()
                        ? "تاریخ انتشار: نامعلوم، تا ویراستار آن را تنظیم کند"
                        : "تاریخ انتشار: نامعلوم، تا ویراستار آن را تنظیم کند؛ در صفحه نوشته بود: "
                                + read.publishedText());
        if (read.edits() > 0) {
            lines.add("ویرایش خودکار نیم‌فاصله و املا: " + Digits.persian(read.edits()) + " جا");
        }
        list(
                lines,
                "آنچه روشن نبود:",
                read.doubts().stream().map(Doubt::persian).toList());
        list(lines, "سطرهای شناسنامه:", numbered(read.particulars()));
        list(lines, "سطرهای کنارگذاشته:", numbered(read.furniture()));
        return String.join("\n", lines);
    }

    private static void add(List<String> lines, String label, String value) {
        if (!value.isEmpty()) {
            lines.add(label + ": " + value);
        }
    }

    private static void list(List<String> lines, String heading, List<String> entries) {
        if (!entries.isEmpty()) {
            lines.add("");
            lines.add(heading);
            entries.forEach(entry -> lines.add("- " + entry));
        }
    }

    private static List<String> numbered(List<PageLine> lines) {
        return lines.stream()
                .map(line -> "سطر " + Digits.persian(line.number()) + ": " + line.text())
                .toList();
    }
}
