package news.titr.http;

import java.nio.charset.StandardCharsets;

/** Addresses as they stand in HTTP headers and machine-read files: percent-encoded UTF-8. */
public final class Address {

    private static final String PLAIN = "-._~!$&'()*+,;=:@/?#[]%";

    private Address() {}

    /** Encodes what may not stand in a URI as it is; what is already encoded stays. */
    public static String encode(String address) {
        var encoded = new StringBuilder(address.length() + 32);
        for (byte unit : address.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (unit & 0xFF);
            boolean plain = character < 0x80 && (Character.isLetterOrDigit(character) || PLAIN.indexOf(character) >= 0);
            if (plain) {
                encoded.append(character);
            } else {
                encoded.append('%').append("%02X".formatted(unit & 0xFF));
            }
        }
        return encoded.toString();
    }
}
