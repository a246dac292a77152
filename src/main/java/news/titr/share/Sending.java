package news.titr.share;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import news.titr.db.Database;
import news.titr.db.Ids;
import news.titr.share.SendLimits.Tally;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Sending a story to friends by the newspaper's own mail: a reader asks, confirms by a link in their mailbox, and only
 * then a mail goes to friends. Nothing that anybody typed stands in any mail, but the confirmed address of the sender.
 */
public final class Sending {

    private static final Logger LOG = Logger.getLogger(Sending.class);

    static final int MOST_RECIPIENTS = 3;

    private static final Duration LINK_LIFE = Duration.ofHours(24);

    private static final String CONFIRM = "confirm";
    private static final String NEVER = "never";

    private final Database database;
    private final Ids ids;
    private final InstantSource clock;
    private final ShareKey key;
    private final SendLimits limits;

    public Sending(Database database, Ids ids, InstantSource clock, ShareKey key) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        this.key = key;
        limits = new SendLimits(ids);
    }

    /**
     * What came in by the form, as it was typed.
     *
     * @param recipients empty ones included
     * @param trap what stands in the field that nobody sees
     * @param networkAddress where it came from
     */
    record Form(String token, String sender, List<String> recipients, String trap, String networkAddress) {}

    /** What became of a form. */
    sealed interface Asked {

        /** A link is on its way to the sender, or would be, if they wanted mail: nobody can tell. */
        record Taken() implements Asked {}

        record Refused(List<SendProblem> problems) implements Asked {}
    }

    /** What a confirmation link leads to. */
    sealed interface Link {

        record Open(long story, String sender, List<String> recipients) implements Link {}

        record Used(long story) implements Link {}

        /** Too old, forged, or never there: nobody can tell. */
        record Gone() implements Link {}
    }

    /** What became of a confirmation. */
    sealed interface Confirmed {

        /** @param held how many friends get no mail today, because they got enough of them */
        record Sent(long story, int held) implements Confirmed {}

        /** Too much was sent already; the link stays good. */
        record TooMuch(long story, SendProblem problem) implements Confirmed {}

        record Not(Link link) implements Confirmed {}
    }

    String formToken(long story) {
        return FormToken.issue(key, story, clock.instant());
    }

    /** Takes a form, or says everything that is wrong with it at once. */
    Asked ask(long story, Form form) {
        if (!form.trap().isEmpty()) {
            return new Asked.Taken();
        }
        Instant now = clock.instant();
        var problems = new ArrayList<SendProblem>();
        var token = FormToken.read(key, story, form.token());
        if (token.isEmpty() || token.get().isTooOld(now)) {
            problems.add(SendProblem.of(SendProblem.Kind.TOO_OLD));
        } else if (token.get().isTooFast(now)) {
            problems.add(SendProblem.of(SendProblem.Kind.TOO_FAST));
        }
        var sender = sender(form.sender(), problems);
        var recipients = recipients(form.recipients(), problems);
        if (!problems.isEmpty() || token.isEmpty() || sender.isEmpty()) {
            return new Asked.Refused(problems);
        }
        return database.write(write -> take(
                write,
                new SendStore.Request(
                        ids.next(),
                        token.get().nonce(),
                        story,
                        sender.get().text(),
                        recipients.stream().map(MailAddress::text).toList(),
                        now.plus(LINK_LIFE),
                        false),
                sender.get(),
                recipients,
                key.networkHash(form.networkAddress()),
                now));
    }

    private static Optional<MailAddress> sender(String typed, List<SendProblem> problems) {
        if (typed.isBlank()) {
            problems.add(SendProblem.ofSender(SendProblem.Kind.NO_SENDER));
            return Optional.empty();
        }
        var address = MailAddress.read(typed);
        if (address.isEmpty()) {
            problems.add(SendProblem.ofSender(SendProblem.Kind.WRONG_ADDRESS));
        }
        return address;
    }

    /** Each mailbox once, however often and in whatever spelling it was typed. */
    private static List<MailAddress> recipients(List<String> typed, List<SendProblem> problems) {
        var recipients = new LinkedHashMap<String, MailAddress>();
        if (typed.size() > MOST_RECIPIENTS) {
            problems.add(SendProblem.of(SendProblem.Kind.TOO_MANY_RECIPIENTS));
            return List.of();
        }
        for (int i = 0; i < typed.size(); i++) {
            if (typed.get(i).isBlank()) {
                continue;
            }
            var address = MailAddress.read(typed.get(i));
            if (address.isPresent()) {
                recipients.putIfAbsent(address.get().mailbox(), address.get());
            } else {
                problems.add(SendProblem.ofRecipient(SendProblem.Kind.WRONG_ADDRESS, i));
            }
        }
        if (typed.stream().allMatch(String::isBlank)) {
            problems.add(SendProblem.ofRecipient(SendProblem.Kind.NO_RECIPIENT, 0));
        }
        return List.copyOf(recipients.values());
    }

    private Asked take(
            Handle write,
            SendStore.Request request,
            MailAddress sender,
            List<MailAddress> recipients,
            String network,
            Instant now) {
        if (SendStore.formWasUsed(write, request.form())) {
            return new Asked.Refused(List.of(SendProblem.of(SendProblem.Kind.SENT_TWICE)));
        }
        String senderHash = key.hash(sender);
        var problems = new ArrayList<SendProblem>();
        if (!limits.allows(write, Tally.FORM, network, 1, now)) {
            problems.add(SendProblem.of(SendProblem.Kind.TOO_MANY_FROM_NETWORK));
        }
        if (!limits.allows(write, Tally.MAIL, SendLimits.EVERYBODY, 1, now)) {
            problems.add(SendProblem.of(SendProblem.Kind.TOO_MANY_MAILS));
        }
        if (!limits.allows(write, Tally.CONFIRMATION, senderHash, 1, now)
                || !limits.allows(write, Tally.SEND, senderHash, 1, now)) {
            problems.add(SendProblem.of(SendProblem.Kind.TOO_MANY_FROM_SENDER));
        }
        if (recipients.stream()
                .noneMatch(recipient -> limits.allows(write, Tally.RECEIPT, key.hash(recipient), 1, now))) {
            problems.add(SendProblem.of(SendProblem.Kind.TOO_MANY_TO_RECIPIENT));
        }
        if (!problems.isEmpty()) {
            return new Asked.Refused(problems);
        }
        // counted alike whether or not the sender wants mail: else the limits would tell who does not
        limits.count(write, Tally.FORM, network, now);
        limits.count(write, Tally.CONFIRMATION, senderHash, now);
        limits.count(write, Tally.MAIL, SendLimits.EVERYBODY, now);
        SendStore.insert(write, request);
        if (!SendStore.wantsNoMail(write, senderHash)) {
            OutgoingMailStore.insert(
                    write, OutgoingMail.confirmation(ids.next(), request.story(), request.id(), sender.text(), now));
        }
        return new Asked.Taken();
    }

    static String confirmToken(ShareKey key, String request) {
        return key.seal(CONFIRM, request);
    }

    static String neverToken(ShareKey key, MailAddress address) {
        return key.seal(NEVER, key.hash(address));
    }

    /** Looks at a confirmation link without using it: mail scanners follow every link before the reader does. */
    Link look(String token) {
        return database.read(read -> look(read, token));
    }

    private Link look(Handle read, String token) {
        var request = request(read, token);
        if (request.isEmpty()) {
            return new Link.Gone();
        }
        var found = request.get();
        return found.used()
                ? new Link.Used(found.story())
                : new Link.Open(found.story(), found.sender(), found.recipients());
    }

    private Optional<SendStore.Request> request(Handle read, String token) {
        return key.open(CONFIRM, token)
                .flatMap(id -> SendStore.request(read, id))
                .filter(request -> clock.instant().isBefore(request.expiresAt()));
    }

    /** Sends the story on, once. */
    Confirmed confirm(String token) {
        return database.write(write -> request(write, token)
                .filter(request -> !request.used())
                .<Confirmed>map(request -> send(write, request))
                .orElseGet(() -> new Confirmed.Not(look(write, token))));
    }

    private Confirmed send(Handle write, SendStore.Request request) {
        Instant now = clock.instant();
        String senderHash = key.hash(new MailAddress(request.sender()));
        var recipients = request.recipients().stream().map(MailAddress::new).toList();
        if (!limits.allows(write, Tally.SEND, senderHash, 1, now)) {
            return new Confirmed.TooMuch(request.story(), SendProblem.of(SendProblem.Kind.TOO_MANY_FROM_SENDER));
        }
        if (!limits.allows(write, Tally.MAIL, SendLimits.EVERYBODY, recipients.size(), now)) {
            return new Confirmed.TooMuch(request.story(), SendProblem.of(SendProblem.Kind.TOO_MANY_MAILS));
        }
        limits.count(write, Tally.SEND, senderHash, now);
        int held = 0;
        for (var recipient : recipients) {
            String hash = key.hash(recipient);
            if (!limits.allows(write, Tally.RECEIPT, hash, 1, now)) {
                held++;
                continue;
            }
            limits.count(write, Tally.RECEIPT, hash, now);
            limits.count(write, Tally.MAIL, SendLimits.EVERYBODY, now);
            if (!SendStore.wantsNoMail(write, hash)) {
                OutgoingMailStore.insert(
                        write,
                        OutgoingMail.story(ids.next(), request.story(), recipient.text(), request.sender(), now));
            }
        }
        SendStore.use(write, request.id(), now);
        return new Confirmed.Sent(request.story(), held);
    }

    /** Whether a never-again link is one of ours. */
    boolean isNeverLink(String token) {
        return key.open(NEVER, token).isPresent();
    }

    /** No mail goes to this address ever again. False if the link is none of ours. */
    boolean never(String token) {
        var hash = key.open(NEVER, token);
        hash.ifPresent(address -> database.write(write -> {
            SendStore.neverAgain(write, address, clock.instant());
            return address;
        }));
        return hash.isPresent();
    }

    /** Erases what is no longer needed: requests that nobody confirmed, old tallies, mails that could not be sent. */
    public void forgetOld() {
        Instant now = clock.instant();
        int lost = database.write(write -> {
            SendStore.forget(write, now, SendLimits.oldestThatCounts(now));
            return OutgoingMailStore.deleteOlder(write, now.minus(MailQueue.GIVE_UP_AFTER));
        });
        if (lost > 0) {
            LOG.warnf("%d mails to readers could not be sent within a day and were dropped", lost);
        }
    }
}
