package news.titr.site;

import java.util.OptionalLong;
import java.util.regex.Pattern;
import news.titr.http.Request;
import news.titr.language.Digits;

/** Reads the story number of an address. */
final class StoryNumber {

    /** No number has more digits, and all of these fit a long. */
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    private StoryNumber() {}

    /** The route's {@code number} in Latin, Persian or Arabic digits; empty if it cannot be a story's. */
    static OptionalLong of(Request request) {
        return of(request.route().text("number"));
    }

    /** The same of any text; an entry of a live coverage has such a number too. */
    static OptionalLong of(String text) {
        String digits = Digits.ascii(text);
        return NUMBER.matcher(digits).matches() ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }
}
