package news.titr.app;

import io.quarkus.qute.Engine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import news.titr.desk.MentionWords;
import news.titr.desk.PeopleLetters;
import news.titr.fediverse.Fediverse;
import news.titr.mail.MailText;
import news.titr.share.MailQueue;
import news.titr.story.Alarm;
import news.titr.story.MostRead;
import news.titr.story.ReleaseTimer;
import org.jboss.logging.Logger;

/** What a running server does without being asked: publishes what is due, sends mails, forgets. */
final class Background implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Background.class);

    private final ScheduledExecutorService timers = Executors.newScheduledThreadPool(
            3, Thread.ofPlatform().name("background-", 1).daemon().factory());
    private final ScheduledExecutorService drawer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
            .name("pictures")
            .daemon()
            .priority(Thread.MIN_PRIORITY)
            .factory());
    /** Of its own: a first index takes minutes for a large archive. */
    private final ScheduledExecutorService indexer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("search-index").daemon().factory());

    private final Newspaper newspaper;
    private final Optional<MailQueue> mails;
    private final ReleaseTimer timer;
    private final PeopleLetters letterWords;
    private final MentionWords mentionWords;

    Background(Newspaper newspaper, Optional<MailQueue> mails, Engine templates) {
        this.newspaper = newspaper;
        this.mails = mails;
        timer = new ReleaseTimer(
                newspaper.dueReleases,
                newspaper.clock,
                newspaper.signals,
                Background::alarm,
                trouble -> LOG.error("Releasing what is due failed and will be tried again", trouble));
        letterWords = new PeopleLetters(templates, newspaper.masthead);
        mentionWords = new MentionWords(templates, newspaper.masthead);
    }

    void start() {
        newspaper.signals.start();
        timer.start();
        every(Duration.ofSeconds(5), "telling who is in which story", newspaper.rooms::sweep);
        every(Duration.ofSeconds(20), "cutting revisions of what was typed", newspaper.drafting::cutPaused);
        every(Duration.ofMinutes(10), "following passages with notes", newspaper.notes::keepUp);
        every(Duration.ofHours(6), "forgetting old steps", newspaper.drafting::forgetOldSteps);
        mails.ifPresent(queue -> every(Duration.ofSeconds(1), "sending mails", queue::sendDue));
        indexer.scheduleWithFixedDelay(
                guarded("keeping the search index", newspaper.indexing::run), 0, 200, TimeUnit.MILLISECONDS);
        every(Duration.ofSeconds(30), "counting redirects", newspaper.redirects::writeHits);
        every(Duration.ofSeconds(15), "counting what is read", newspaper.mostRead::write);
        every(MostRead.RANKED_EVERY, "finding what is read most", newspaper.mostRead::rank);
        every(Duration.ofHours(1), "folding what was read", newspaper.mostRead::fold);
        newspaper.settings.mail().ifPresent(mail -> {
            var masthead = newspaper.masthead;
            every(
                    Duration.ofSeconds(1),
                    "sending letters",
                    () -> newspaper.letters.sendDue(
                            mail,
                            MailText.oneLine(masthead.name()),
                            masthead.language().tag(),
                            letterWords::text));
            every(
                    Duration.ofSeconds(5),
                    "telling people of notes that call them",
                    () -> newspaper.mentionLetters.sendDue(
                            mail,
                            MailText.oneLine(masthead.name()),
                            masthead.language().tag(),
                            mentionWords::text));
        });
        every(Duration.ofSeconds(2), "telling others what has changed", newspaper.pings::run);
        if (newspaper.settings.cdn().purge().isPresent()) {
            String telling = "telling the content delivery network";
            every(Duration.ofSeconds(1), telling, newspaper.cdnPurging::run);
            newspaper.signals.onCommitted(_ -> timers.execute(guarded(telling, newspaper.cdnPurging::run)));
        }
        every(Duration.ofSeconds(1), "telling other systems", () -> {
            newspaper.webhookNews.run();
            newspaper.fediverse.ifPresent(Fediverse::run);
            newspaper.deliveries.run();
        });
        every(Duration.ofSeconds(2), "asking for news", newspaper.wireFetching::run);
        every(Duration.ofHours(6), "forgetting what other systems were told", newspaper.deliveries::forgetOld);
        every(Duration.ofHours(6), "forgetting whom nobody could tell", newspaper.pings::forgetOld);
        every(Duration.ofMinutes(10), "throwing old sessions away", newspaper.sessions::sweep);
        // not while everything starts, and on a thread of its own: many pictures take long
        drawer.scheduleWithFixedDelay(this::developPictures, 15, 2, TimeUnit.SECONDS);
        // nothing has gathered while everything starts
        timers.scheduleWithFixedDelay(guarded("giving memory back", HeapTrim::run), 20, 20, TimeUnit.SECONDS);
        every(Duration.ofMinutes(10), "forgetting old uploads", newspaper.uploads::forgetOld);
        every(Duration.ofMinutes(10), "forgetting old sendings", newspaper.sending::forgetOld);
    }

    /** All that are unfinished, for as long as the server runs. */
    private void developPictures() {
        try {
            while (!drawer.isShutdown() && newspaper.pictures.developNext()) {
                Thread.yield();
            }
        } catch (RuntimeException e) {
            LOG.error("The sizes of a picture could not be made; it will be tried again", e);
        }
    }

    private static void alarm(Alarm alarm) {
        String what = "Story " + alarm.story() + ", scheduled for " + alarm.dueAt();
        switch (alarm.kind()) {
            case REFUSED -> LOG.errorf("%s, was refused: %s", what, alarm.problems());
            case LATE -> LOG.errorf("%s, went out late, at %s", what, alarm.raisedAt());
            case CANCELED -> LOG.warnf("Story %d was taken back by %s", alarm.story(), alarm.failure());
            case FAILED -> LOG.errorf("%s, could not go out and is tried again: %s", what, alarm.failure());
        }
    }

    /** A task that fails is logged and comes again; an exception must not end its timer. */
    private void every(Duration period, String name, Runnable task) {
        timers.scheduleWithFixedDelay(guarded(name, task), 0, period.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Runnable guarded(String name, Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.errorf(e, "%s failed and will be tried again", name);
            }
        };
    }

    @Override
    public void close() {
        drawer.shutdownNow();
        indexer.shutdown();
        timer.close();
        timers.shutdown();
        try {
            if (!timers.awaitTermination(10, TimeUnit.SECONDS)) {
                timers.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        newspaper.redirects.writeHits();
        newspaper.mostRead.write();
    }
}
