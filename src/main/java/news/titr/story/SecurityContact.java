package news.titr.story;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * Whom somebody is to tell who has found a hole in the site.
 *
 * @param contact a mail address or an https address, or the empty string where nobody is named
 * @param policy the https address of a page that says how such reports are handled, or the empty string
 */
public record SecurityContact(String contact, String policy) {

    public static final SecurityContact NONE = new SecurityContact("", "");

    private static final Pattern MAIL = Pattern.compile("[!-~&&[^@<>]]+@[A-Za-z0-9.-]+");

    /** As a URI, which machines want. */
    public String contactAddress() {
        return MAIL.matcher(contact).matches() ? "mailto:" + contact : contact;
    }

    public boolean contactUnderstood() {
        return contact.isEmpty() || MAIL.matcher(contact).matches() || isPage(contact);
    }

    public boolean policyUnderstood() {
        return policy.isEmpty() || isPage(policy);
    }

    private static boolean isPage(String address) {
        try {
            return address.startsWith("https://") && URI.create(address).getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
