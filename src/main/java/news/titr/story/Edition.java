package news.titr.story;

import news.titr.language.CalendarSystem;
import news.titr.language.DateText;
import news.titr.language.DigitPolicy;
import news.titr.language.Messages;

/**
 * The newspaper in one language, as the settings in force have it.
 *
 * @param masthead its language, and the name and motto it has there
 * @param open true for one that readers are given; the main edition always is
 */
public record Edition(Masthead masthead, DigitPolicy digits, CalendarSystem calendar, boolean open) {

    /** What its language expects. */
    static Edition of(Masthead masthead, boolean open) {
        return new Edition(
                masthead, masthead.language().digits(), masthead.language().calendar(), open);
    }

    /** As stories and sections name it: {@code fa}, {@code en}. */
    public String id() {
        return masthead.language().tag();
    }

    public boolean isMain() {
        return masthead.addresses().prefix(id()).isEmpty();
    }

    /** The address of its front page. */
    public String front() {
        return masthead.addresses().in(id(), "/");
    }

    public Messages words() {
        return Messages.of(masthead.language()).withDigits(digits);
    }

    public DateText dates() {
        return DateText.of(masthead.language(), masthead.zone())
                .withCalendar(calendar)
                .withDigits(digits);
    }
}
