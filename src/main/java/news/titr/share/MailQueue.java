package news.titr.share;

import io.quarkus.qute.Engine;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import news.titr.db.Database;
import news.titr.mail.MailFailure;
import news.titr.mail.MailServer;
import news.titr.mail.MailSettings;
import news.titr.mail.MailText;
import news.titr.story.Edition;
import news.titr.story.LiveStories;
import news.titr.story.Masthead;
import org.jboss.logging.Logger;

/**
 * Sends the mails that wait in the table {@code outgoing_mail}, one at a time. A mail leaves the table when the mail server
 * has taken it; if that fails it is tried again, later each time, for a day.
 */
public final class MailQueue {

    private static final Logger LOG = Logger.getLogger(MailQueue.class);

    static final Duration GIVE_UP_AFTER = Duration.ofHours(24);

    /** How long a mail is this process's own: longer than the slowest conversation with a mail server. */
    private static final Duration MINE = Duration.ofMinutes(10);

    /** A server that is back is noticed after so long. */
    private static final Duration LONGEST_REST = Duration.ofMinutes(10);

    private final Database database;
    private final InstantSource clock;
    private final LiveStories stories;
    private final Function<String, Edition> editions;
    private final ShareKey key;
    private final MailServer server;
    private final Engine templates;
    private final ReentrantLock sending = new ReentrantLock();

    /** While the server itself does not answer, no mail is tried; the first may be after this moment. */
    private Instant restUntil = Instant.MIN;

    private int failedConnections;

    /** How many mails could not be sent so far, and are tried again. */
    public static long failing(Database database) {
        return database.read(OutgoingMailStore::failing);
    }

    /** @param editions by their ids, as they are at the moment: a mail speaks the language of its story */
    public MailQueue(
            Database database,
            InstantSource clock,
            LiveStories stories,
            Function<String, Edition> editions,
            ShareKey key,
            MailSettings settings,
            Engine templates) {
        this.database = database;
        this.clock = clock;
        this.stories = stories;
        this.editions = editions;
        this.key = key;
        this.templates = templates;
        server = new MailServer(settings);
    }

    /**
     * Sends what is due, until nothing is, or the mail server does not answer. Does nothing while another thread is at it.
     *
     * @return how many mails the mail server took
     */
    public int sendDue() {
        if (!sending.tryLock()) {
            return 0;
        }
        if (clock.instant().isBefore(restUntil)) {
            sending.unlock();
            return 0;
        }
        try (var connection = new Connection()) {
            boolean goOn = true;
            while (goOn && !Thread.currentThread().isInterrupted()) {
                var mail = take();
                if (mail.isEmpty()) {
                    return connection.taken;
                }
                goOn = deliver(connection, mail.get());
            }
            return connection.taken;
        } finally {
            sending.unlock();
        }
    }

    private Optional<OutgoingMail> take() {
        Instant now = clock.instant();
        return database.write(write -> OutgoingMailStore.take(write, now, now.plus(MINE)));
    }

    /** False when there is no use in trying the next mail now. */
    private boolean deliver(Connection connection, OutgoingMail mail) {
        if (!isWanted(mail) || !(stories.find(mail.story()) instanceof LiveStories.Found.Live(var story))) {
            delete(mail);
            return true;
        }
        var masthead = editions.apply(story.edition()).masthead();
        var text = switch (mail.kind()) {
            case CONFIRMATION -> ReaderMails.confirmation(templates, masthead, key, story, mail);
            case STORY -> ReaderMails.story(templates, masthead, key, story, mail);
        };
        try {
            connection.open();
            failedConnections = 0;
        } catch (MessagingException e) {
            failedConnections++;
            restUntil = clock.instant().plus(shorter(MailFailure.waitAfter(failedConnections), LONGEST_REST));
            // its own waiting is not for the server's failure
            failed(mail, e, Duration.ZERO);
            return false;
        }
        try {
            connection.send(masthead, mail, text);
            delete(mail);
        } catch (MessagingException e) {
            failed(mail, e, MailFailure.waitAfter(mail.tries()));
        }
        return true;
    }

    /** Asked again at the last moment: somebody may have said «never again» since the mail was put here. */
    private boolean isWanted(OutgoingMail mail) {
        String hash = key.hash(new MailAddress(mail.recipient()));
        return !database.read(read -> SendStore.wantsNoMail(read, hash));
    }

    private void failed(OutgoingMail mail, MessagingException problem, Duration wait) {
        Instant next = clock.instant().plus(wait);
        if (MailFailure.isNobodyThere(problem)) {
            LOG.infof("Mail %s about story %d was not sent: there is no such mailbox", mail.id(), mail.story());
            delete(mail);
        } else if (!next.isBefore(mail.createdAt().plus(GIVE_UP_AFTER))) {
            LOG.warnf(
                    "Mail %s about story %d was given up after a day: %s",
                    mail.id(), mail.story(), MailFailure.reason(problem));
            delete(mail);
        } else {
            LOG.infof(
                    "Mail %s about story %d could not be sent yet: %s",
                    mail.id(), mail.story(), MailFailure.reason(problem));
            database.write(write -> {
                OutgoingMailStore.postpone(write, mail.id(), next);
                return mail;
            });
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void delete(OutgoingMail mail) {
        database.write(write -> {
            OutgoingMailStore.delete(write, mail.id());
            return mail;
        });
    }

    /** The conversation with the mail server during one run: begun by the first mail, if there is one. */
    private final class Connection implements AutoCloseable {

        private Optional<Transport> transport = Optional.empty();
        private int taken;

        void open() throws MessagingException {
            if (transport.isEmpty() || !transport.get().isConnected()) {
                transport = Optional.of(server.connect());
            }
        }

        void send(Masthead masthead, OutgoingMail mail, MailText text) throws MessagingException {
            var message = server.message(
                    mail.id(),
                    MailText.oneLine(masthead.name()),
                    mail.recipient(),
                    masthead.language().tag(),
                    text,
                    mail.createdAt());
            transport.orElseThrow().sendMessage(message, message.getAllRecipients());
            taken++;
        }

        @Override
        public void close() {
            try {
                if (transport.isPresent()) {
                    transport.get().close();
                }
            } catch (MessagingException e) {
                LOG.debug("The mail server closed first", e);
            }
        }
    }
}
