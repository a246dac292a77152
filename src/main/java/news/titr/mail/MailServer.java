package news.titr.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Properties;

/** Speaks to the mail server that the settings name. Headers are made by the mail library alone. */
public final class MailServer {

    /** A server that says nothing for so long is down. */
    private static final int SILENCE_MILLISECONDS = 20_000;

    private final MailSettings settings;
    private final Session session;

    public MailServer(MailSettings settings) {
        this.settings = settings;
        session = Session.getInstance(properties(settings));
    }

    private static Properties properties(MailSettings settings) {
        var properties = new Properties();
        String silence = Integer.toString(SILENCE_MILLISECONDS);
        properties.setProperty("mail.smtp.host", settings.host());
        properties.setProperty("mail.smtp.port", Integer.toString(settings.port()));
        properties.setProperty(
                "mail.smtp.auth", Boolean.toString(!settings.username().isEmpty()));
        properties.setProperty("mail.smtp.from", settings.from());
        properties.setProperty("mail.smtp.connectiontimeout", silence);
        properties.setProperty("mail.smtp.timeout", silence);
        properties.setProperty("mail.smtp.writetimeout", silence);
        // whoever stands in between and strips the offer of TLS gets no mail
        properties.setProperty(
                "mail.smtp.starttls.enable",
                Boolean.toString(settings.security().equals("starttls")));
        properties.setProperty(
                "mail.smtp.starttls.required",
                Boolean.toString(settings.security().equals("starttls")));
        properties.setProperty(
                "mail.smtp.ssl.enable", Boolean.toString(settings.security().equals("tls")));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        return properties;
    }

    /** An open connection; several mails may go through it, one after another. */
    public Transport connect() throws MessagingException {
        var transport = session.getTransport("smtp");
        if (settings.username().isEmpty()) {
            transport.connect();
        } else {
            transport.connect(settings.username(), settings.password());
        }
        return transport;
    }

    /**
     * A mail, ready to be sent.
     *
     * @param id stays the same in every try, so that a mailbox can tell a second copy
     */
    public MimeMessage message(String id, String fromName, String recipient, String language, MailText text, Instant at)
            throws MessagingException {
        var message = new Numbered(session, "<" + id + "@" + domain(settings.from()) + ">");
        message.setFrom(from(fromName));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(recipient, true));
        message.setSubject(text.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(at));
        message.setHeader("Auto-Submitted", "auto-generated");
        if (!text.neverLink().isEmpty()) {
            message.setHeader("Precedence", "bulk");
            message.setHeader("List-Unsubscribe", "<" + text.neverLink() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        message.setContentLanguage(new String[] {language});
        var plain = new MimeBodyPart();
        plain.setText(text.plain(), StandardCharsets.UTF_8.name());
        var html = new MimeBodyPart();
        html.setText(text.html(), StandardCharsets.UTF_8.name(), "html");
        message.setContent(new MimeMultipart("alternative", plain, html));
        message.saveChanges();
        return message;
    }

    private InternetAddress from(String name) throws MessagingException {
        try {
            return new InternetAddress(settings.from(), name, StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("Every Java has UTF-8", e);
        }
    }

    private static String domain(String address) {
        return address.substring(address.indexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    /** A message that keeps the id it was given; the library would give it a new one. */
    private static final class Numbered extends MimeMessage {
        private final String messageId;

        Numbered(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
