package news.titr.audit;

/** Who does something, as the audit log remembers it. */
public interface Who {

    /** {@code person:ID}, {@code technician}, {@code timer} or {@code stranger}. */
    String id();

    /** The network address, or the empty string for what was done on the machine itself. */
    String networkAddress();

    /** The name of the token with which a program acts for somebody, or the empty string. */
    default String token() {
        return "";
    }

    /** Somebody who is not signed in, such as one who tries passwords. */
    static Who stranger(String address) {
        return new Stranger(address);
    }

    /** Known by nothing but the address that they came from. */
    record Stranger(String networkAddress) implements Who {
        @Override
        public String id() {
            return "stranger";
        }
    }
}
