package news.titr.print;

/** The few words that paper adds to a story, in the language of the edition. */
record PrintWords(
        boolean persian,
        String number,
        String published,
        String updated,
        String source,
        String readAlso,
        String correction,
        String seeOn,
        String picture,
        String page,
        String comma) {

    private static final PrintWords PERSIAN = new PrintWords(
            true,
            "شماره",
            "انتشار",
            "به‌روزرسانی",
            "منبع",
            "بیشتر بخوانید:",
            "اصلاح",
            "دیدن در %s",
            "تصویر خبر",
            "صفحهٔ %s از %s",
            "، ");

    private static final PrintWords ENGLISH = new PrintWords(
            false,
            "No.",
            "Published",
            "Updated",
            "Source",
            "Read also:",
            "Correction",
            "See it on %s",
            "Picture",
            "Page %s of %s",
            ", ");

    static PrintWords of(String languageTag) {
        return languageTag.equals("fa") || languageTag.startsWith("fa-") ? PERSIAN : ENGLISH;
    }

    /** A number in the digits of the language. */
    String digits(long value) {
        if (!persian) {
            return Long.toString(value);
        }
        var digits = new StringBuilder();
        Long.toString(value)
                .chars()
                .forEach(digit -> digits.append((char) (Character.isDigit(digit) ? digit - '0' + '۰' : digit)));
        return digits.toString();
    }

    String page(int number, int count) {
        return page.formatted(digits(number), digits(count));
    }
}
