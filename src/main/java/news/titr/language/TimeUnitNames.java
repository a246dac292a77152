package news.titr.language;

/** The units of time as they are counted: «۵ دقیقه», "5 minutes", and the four numbers of Arabic. */
enum TimeUnitNames {
    SECOND("ثانیه", "second", "ثان\u064Aة", "ثان\u064Aت\u064Aن", "ثوان\u064D"),
    MINUTE("دقیقه", "minute", "دق\u064Aقة", "دق\u064Aقت\u064Aن", "دقائق"),
    HOUR("ساعت", "hour", "ساعة", "ساعت\u064Aن", "ساعات"),
    DAY("روز", "day", "\u064Aوم", "\u064Aوم\u064Aن", "أ\u064Aام");

    private final String persian;
    private final String english;
    private final String arabicOne;
    private final String arabicTwo;
    private final String arabicFew;

    TimeUnitNames(String persian, String english, String arabicOne, String arabicTwo, String arabicFew) {
        this.persian = persian;
        this.english = english;
        this.arabicOne = arabicOne;
        this.arabicTwo = arabicTwo;
        this.arabicFew = arabicFew;
    }

    String counted(long count, Language language, DigitPolicy digits) {
        String number = digits.number(count);
        return switch (language.manner()) {
            case PERSIAN, DARI -> number + " " + persian;
            case ENGLISH -> number + " " + english + (count == 1 ? "" : "s");
            case ARABIC -> {
                if (count == 1) {
                    yield arabicOne;
                }
                yield count == 2 ? arabicTwo : number + " " + (count >= 3 && count <= 10 ? arabicFew : arabicOne);
            }
        };
    }
}
