package news.titr.story;

import jakarta.mail.MessagingException;
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
import org.jboss.logging.Logger;

/** Tells people by mail that a note calls them by name, unless they have looked at it before. */
public final class MentionLetters {

    private static final Logger LOG = Logger.getLogger(MentionLetters.class);

    /** Whoever is at the desk sees it there first. */
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Duration MINE = Duration.ofMinutes(10);
    private static final Duration GIVE_UP_AFTER = Duration.ofHours(24);

    private final Database database;
    private final InstantSource clock;
    private final ReentrantLock sending = new ReentrantLock();

    public MentionLetters(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A call that nobody has looked at.
     *
     * @param by the name of who called, or the empty string
     * @param tries how often it was tried, this time included
     */
    public record Letter(
            String saying,
            String person,
            String name,
            String email,
            String language,
            long story,
            String headline,
            String by,
            String text,
            Instant saidAt,
            int tries) {}

    /** How many letters could not be sent so far, and are tried again. */
    public long failing() {
        return database.read(NoteStore::failingLetters);
    }

    /** Sends what is due; answers how many letters the mail server took. Does nothing while another thread is at it. */
    public int sendDue(MailSettings settings, String fromName, String language, Function<Letter, MailText> words) {
        if (!sending.tryLock()) {
            return 0;
        }
        try {
            int taken = 0;
            for (var letter = take(); letter.isPresent(); letter = take()) {
                if (send(new MailServer(settings), fromName, language, words, letter.get())) {
                    taken++;
                }
            }
            return taken;
        } finally {
            sending.unlock();
        }
    }

    private Optional<Letter> take() {
        Instant now = clock.instant();
        return database.write(write -> NoteStore.takeLetter(write, now, now.minus(GIVE_UP_AFTER), now.plus(MINE)));
    }

    private boolean send(
            MailServer server, String fromName, String language, Function<Letter, MailText> words, Letter letter) {
        try (var connection = server.connect()) {
            var message = server.message(
                    letter.saying() + "." + letter.person(),
                    fromName,
                    letter.email(),
                    letter.language().isEmpty() ? language : letter.language(),
                    words.apply(letter),
                    letter.saidAt());
            connection.sendMessage(message, message.getAllRecipients());
            due(letter, Optional.empty());
            return true;
        } catch (MessagingException e) {
            Instant next = clock.instant().plus(MailFailure.waitAfter(letter.tries()));
            boolean over = MailFailure.isNobodyThere(e)
                    || !next.isBefore(letter.saidAt().plus(GIVE_UP_AFTER));
            LOG.infof("A letter about a note could not be sent%s: %s", over ? "" : " yet", MailFailure.reason(e));
            due(letter, over ? Optional.empty() : Optional.of(next));
            return false;
        }
    }

    private void due(Letter letter, Optional<Instant> at) {
        database.write(write -> {
            NoteStore.dueAgain(write, letter, at);
            return null;
        });
    }
}
