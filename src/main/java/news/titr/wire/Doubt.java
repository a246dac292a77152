package news.titr.wire;

import news.titr.language.Digits;

/**
 * Something about a page that the reader decided and a person should look at.
 *
 * @param line the line of the page, counted from 1, or 0 where it is about the whole page
 * @param detail the words in question, or the empty string
 */
public record Doubt(int line, Kind kind, String detail) {

    /** What was doubtful, for a prompt in English and for the note in Persian. */
    public enum Kind {
        HEADLINE_FROM_TITLE(
                "the headline is taken from the title line; it does not stand in the page again",
                "تیتر از سطر عنوان صفحه برداشته شد و در خود صفحه تکرار نشده است"),
        HEADLINE_GUESSED("taken for the headline, because it stands first", "چون پیش از همه بود، تیتر دانسته شد"),
        NO_HEADLINE("no headline was found", "تیتری پیدا نشد"),
        SITE_GUESSED("taken for the name of the site", "نام سایت دانسته شد"),
        KICKER_GUESSED(
                "taken for the kicker, because it stands above the headline", "چون بالای تیتر بود، روتیتر دانسته شد"),
        LEAD_GUESSED("taken for the lead, because it is the first paragraph", "چون نخستین بند بود، لید دانسته شد"),
        NO_LEAD("no lead was found", "لیدی پیدا نشد"),
        REPEATED("stands in the page twice and is kept once", "در صفحه دو بار آمده و یک بار نگه داشته شد"),
        UNCLEAR_ABOVE(
                "stands above the headline and is kept in the note only", "بالای تیتر بود و تنها در یادداشت ماند"),
        CLOCK("taken for the page's clock, not for the date of publication", "ساعت صفحه دانسته شد، نه تاریخ انتشار"),
        PUBLISHED_SAID(
                "may be the date of publication; set it if it is right",
                "شاید تاریخ انتشار باشد؛ اگر درست است آن را تنظیم کنید"),
        NUMBER_TWICE("a second number; the first one was taken", "شماره‌ای دیگر؛ همان شماره نخست گرفته شد"),
        NUMBER_TOO_LONG(
                "not usable as a story number; kept as it is",
                "به‌عنوان شماره خبر پذیرفتنی نیست؛ همان‌گونه نگه داشته شد"),
        SECTION_SAID("names a section; choose the story's section", "نام بخش را می‌گوید؛ بخش خبر را برگزینید"),
        BYLINE_SAID("names who wrote or photographed it", "نام نویسنده یا عکاس را می‌گوید"),
        SOURCE_GUESSED("taken for the source", "منبع دانسته شد"),
        NOT_SURE_SOURCE("where the source's name ends is not clear", "پایان نام منبع روشن نیست"),
        SPEAKER_FROM_BEFORE(
                "the speaker is not named here; taken from before", "گوینده اینجا نام برده نشده است؛ از پیش گرفته شد"),
        NO_SPEAKER("who is quoted here is not clear", "روشن نیست گفته از کیست"),
        QUOTE_NEVER_ENDS("a quotation is opened and never closed", "گیومه باز شده و بسته نشده است"),
        SUBHEAD_GUESSED("a short line taken for a sub-heading", "سطری کوتاه که میان‌تیتر دانسته شد"),
        LIST_GUESSED("lines with bullets or numbers taken for a list", "سطرهای نشان‌دار فهرست دانسته شد"),
        TAGS_GUESSED("taken for tags", "برچسب دانسته شد"),
        COMMENTS_DROPPED(
                "from here on readers' comments were left out", "از اینجا به بعد نظر خوانندگان بود و کنار رفت"),
        RELATED_DROPPED("links to other stories were left out", "پیوند خبرهای دیگر کنار رفت");

        private final String english;
        private final String persian;

        Kind(String english, String persian) {
            this.english = english;
            this.persian = persian;
        }
    }

    /** For somebody at a prompt: {@code line 11: taken for the lead …: «…»}. */
    public String english() {
        return (line == 0 ? "" : "line " + line + ": ") + kind.english + (detail.isEmpty() ? "" : ": " + detail);
    }

    /** For the note on the story. */
    public String persian() {
        return (line == 0 ? "" : "سطر " + Digits.persian(line) + ": ")
                + kind.persian
                + (detail.isEmpty() ? "" : ": " + detail);
    }
}
