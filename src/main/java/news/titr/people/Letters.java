package news.titr.people;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import news.titr.audit.Action;
import news.titr.audit.Detail;
import news.titr.audit.Who;
import news.titr.db.Database;
import news.titr.db.Ids;
import news.titr.mail.MailFailure;
import news.titr.mail.MailServer;
import news.titr.mail.MailSettings;
import news.titr.mail.MailText;
import org.jboss.logging.Logger;

/**
 * Mails to people of the newsroom: an invitation, or a link to choose another password. They wait in the table {@code letter};
 * their link is made when they go, so that no copy of the database opens anything.
 */
public final class Letters {

    private static final Logger LOG = Logger.getLogger(Letters.class);

    private static final Duration MINE = Duration.ofMinutes(10);
    private static final Duration GIVE_UP_AFTER = Duration.ofHours(24);

    private final Database database;
    private final Ids ids;
    private final InstantSource clock;
    private final ReentrantLock sending = new ReentrantLock();

    public Letters(Database database, Ids ids, InstantSource clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param tries how often it was tried, this time included */
    public record Letter(String id, Person person, SignIn.Purpose purpose, Instant createdAt, int tries) {}

    /** What a letter says, given the token of its link. */
    @FunctionalInterface
    public interface Words extends BiFunction<Letter, String, MailText> {}

    /**
     * Somebody forgot their password. Answers nothing: whether there is such an account is no stranger's business. At most
     * some letters a day go to one address, however often they are asked for.
     */
    public void forgotten(String email, Visit visit) {
        Instant now = clock.instant();
        database.write(write -> {
            var subjects = List.of(Attempts.letters(email), Attempts.network(visit.address()));
            if (Attempts.begin(write, now, subjects).isPresent()) {
                return null;
            }
            PersonStore.byEmail(write, People.normal(email))
                    .filter(person -> !person.disabled())
                    .ifPresent(person -> {
                        LetterStore.insert(write, letter(person, SignIn.Purpose.RESET, now));
                        SignIn.remember(
                                write, ids, now, Who.stranger(visit.address()), Action.ASK_RESET, person, Detail.NONE);
                    });
            return null;
        });
    }

    /** Sends somebody the link by which they choose their password. */
    public Verdict<Person> send(Actor actor, String id, SignIn.Purpose purpose) {
        if (!actor.may(Permission.MANAGE_PEOPLE)) {
            return Verdict.refused(Verdict.Reason.NOT_ALLOWED);
        }
        Instant now = clock.instant();
        return database.write(write -> {
            var person = PersonStore.byId(write, id).filter(found -> !found.disabled());
            if (person.isEmpty()) {
                return Verdict.refused(Verdict.Reason.NO_SUCH_PERSON);
            }
            LetterStore.insert(write, letter(person.get(), purpose, now));
            if (purpose == SignIn.Purpose.RESET) {
                SignIn.remember(write, ids, now, actor, Action.ASK_RESET, person.get(), Detail.NONE);
            }
            return new Verdict.Done<>(person.get());
        });
    }

    private Letter letter(Person person, SignIn.Purpose purpose, Instant now) {
        return new Letter(ids.next(), person, purpose, now, 0);
    }

    /** How many letters could not be sent so far, and are tried again. */
    public long failing() {
        return database.read(LetterStore::failing);
    }

    /** Sends what is due; answers how many letters the mail server took. Does nothing while another thread is at it. */
    public int sendDue(MailSettings settings, String fromName, String language, Words words) {
        if (!sending.tryLock()) {
            return 0;
        }
        try {
            int taken = 0;
            for (var letter = take(); letter.isPresent(); letter = take()) {
                if (letter.get().person().disabled() || send(settings, fromName, language, words, letter.get())) {
                    taken++;
                    delete(letter.get());
                }
            }
            return taken;
        } finally {
            sending.unlock();
        }
    }

    private Optional<Letter> take() {
        Instant now = clock.instant();
        return database.write(write -> LetterStore.take(write, now, now.plus(MINE)));
    }

    private boolean send(MailSettings settings, String fromName, String language, Words words, Letter letter) {
        String token = database.write(write -> SignIn.link(write, letter.person(), letter.purpose(), clock.instant()));
        var server = new MailServer(settings);
        try (var connection = server.connect()) {
            var message = server.message(
                    letter.id(),
                    fromName,
                    letter.person().email(),
                    language,
                    words.apply(letter, token),
                    letter.createdAt());
            connection.sendMessage(message, message.getAllRecipients());
            return true;
        } catch (MessagingException e) {
            failed(letter, e);
            return false;
        }
    }

    private void failed(Letter letter, MessagingException problem) {
        Instant next = clock.instant().plus(MailFailure.waitAfter(letter.tries()));
        if (MailFailure.isNobodyThere(problem)
                || !next.isBefore(letter.createdAt().plus(GIVE_UP_AFTER))) {
            LOG.warnf("Letter %s was given up: %s", letter.id(), MailFailure.reason(problem));
            delete(letter);
        } else {
            LOG.infof("Letter %s could not be sent yet: %s", letter.id(), MailFailure.reason(problem));
            database.write(write -> {
                LetterStore.postpone(write, letter.id(), next);
                return null;
            });
        }
    }

    private void delete(Letter letter) {
        database.write(write -> {
            LetterStore.delete(write, letter.id());
            return null;
        });
    }
}
