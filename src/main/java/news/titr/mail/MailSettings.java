package news.titr.mail;

/**
 * The mail server that takes our mails.
 *
 * @param username empty when the server asks for none
 * @param security none, starttls or tls
 * @param from the address that mails come from
 */
public record MailSettings(String host, int port, String username, String password, String security, String from) {

    @Override
    public String toString() {
        return host + ":" + port + " (" + security + ")";
    }
}
