package news.titr.share;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import news.titr.language.Digits;

/**
 * An e-mail address, far stricter than RFC 5322 allows: no quotes, no comments, no lists, no address literals, nothing
 * that a mail server could read as a route or a header could end with.
 *
 * @param text in ASCII, the domain in lower case, at most 254 characters
 */
record MailAddress(String text) {

    static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;

    private static final Pattern LOCAL_PART = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_+'-]*(\\.[A-Za-z0-9_+'-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+(?!\\d+$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])");

    /**
     * Characters that the IDNA of 2003, which Java has, turns into others or drops, while that of 2008 keeps them: the mail
     * would go to another domain than the one that was typed.
     */
    private static final Pattern DEVIATIONS = Pattern.compile("[\\u200C\\u200D\\u00DF\\u03C2]");

    /** Invisible marks that a phone puts around Latin text which is copied out of a Persian line, and blanks. */
    private static final Pattern AROUND = Pattern.compile(
            "^[\\s\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]+|[\\s\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]+$");

    /** Where dots in the local part mean nothing: one person has thousands of spellings. */
    private static final Set<String> DOTLESS = Set.of("gmail.com", "googlemail.com");

    /** Reads what somebody typed. Persian digits before the @ are a keyboard's doing and become Latin ones. */
    static Optional<MailAddress> read(String typed) {
        // before any pattern sees it: nothing that long is an address, marks around it included
        if (typed.length() > LONGEST * 2) {
            return Optional.empty();
        }
        String bare = AROUND.matcher(typed).replaceAll("");
        int at = bare.indexOf('@');
        if (at < 1 || at > LONGEST_LOCAL_PART) {
            return Optional.empty();
        }
        String local = Digits.ascii(bare.substring(0, at));
        var domain = domain(bare.substring(at + 1));
        return LOCAL_PART.matcher(local).matches()
                ? domain.map(name -> local + "@" + name)
                        .filter(address -> address.length() <= LONGEST)
                        .map(MailAddress::new)
                : Optional.empty();
    }

    private static Optional<String> domain(String typed) {
        if (DEVIATIONS.matcher(typed).find()) {
            return Optional.empty();
        }
        try {
            String domain = IDN.toASCII(typed, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return DOMAIN.matcher(domain).matches() ? Optional.of(domain) : Optional.empty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /**
     * The mailbox behind the address, for counting and for the never-again list: without letter case and without the tag
     * after a plus sign, since both are spellings of one person.
     */
    String mailbox() {
        int at = text.indexOf('@');
        String domain = text.substring(at + 1);
        String local = text.substring(0, at).toLowerCase(Locale.ROOT);
        int plus = local.indexOf('+');
        if (plus > 0) {
            local = local.substring(0, plus);
        }
        if (DOTLESS.contains(domain)) {
            local = local.replace(".", "");
            domain = "gmail.com";
        }
        return local + "@" + domain;
    }

    @Override
    public String toString() {
        return text;
    }
}
