package news.titr.wire.fetching;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import news.titr.http.OtherServers;
import news.titr.sources.WireSource;
import news.titr.sources.WireSources;
import news.titr.story.Arrival;
import news.titr.story.Arriving;
import news.titr.story.Section;
import news.titr.story.Sections;
import news.titr.wire.agency.WireItem;
import news.titr.wire.moving.OldDates;
import org.jboss.logging.Logger;

/**
 * Asks every source when it is due and hands what is new to the desk. A source is one process's own while it is asked. What
 * it said last is remembered only when all of it is at the desk: a process that is lost on the way loses nothing, and what
 * is handed over again is there already.
 */
public final class WireFetching implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(WireFetching.class);

    private static final int AT_ONCE = 8;
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);
    private static final int MOST_DOUBLINGS = 8;
    private static final int LONGEST_REMARK = 300;

    private final WireSources sources;
    private final Arriving arriving;
    private final Sections sections;
    private final InstantSource clock;
    private final ZoneId zone;
    private final UnaryOperator<String> reason;
    private final WireWeb web;
    private final WireFolder folder;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * @param zone of dates that say none
     * @param reason what readers of an edition are told of a story that its source took back
     */
    public WireFetching(
            WireSources sources,
            Arriving arriving,
            Sections sections,
            InstantSource clock,
            ZoneId zone,
            OtherServers servers,
            UnaryOperator<String> reason) {
        this.sources = sources;
        this.arriving = arriving;
        this.sections = sections;
        this.clock = clock;
        this.zone = zone;
        this.reason = reason;
        web = new WireWeb(servers);
        folder = new WireFolder(sources);
    }

    /**
     * How a fetch went.
     *
     * @param changed false when the source had nothing new to say
     * @param failure why it failed, or what could not be read of it; empty when all went well
     */
    public record Report(boolean changed, Map<Arrival.Fate, Integer> fates, String failure) {

        public int count(Arrival.Fate fate) {
            return fates.getOrDefault(fate, 0);
        }
    }

    /** Begins to ask whoever is due, and does not wait for it. */
    public void run() {
        while (places.tryAcquire()) {
            var due = sources.takeDue();
            if (due.isEmpty()) {
                places.release();
                return;
            }
            threads.execute(() -> {
                try {
                    fetch(due.get());
                } catch (RuntimeException e) {
                    LOG.errorf(
                            e,
                            "The wire “%s” could not be fetched",
                            due.get().source().name());
                } finally {
                    places.release();
                }
            });
        }
    }

    /** Asks one source now and waits for it; empty when it is gone, or another process asks it at the moment. */
    public Optional<Report> fetch(String id) {
        return sources.take(id).map(this::fetch);
    }

    private Report fetch(WireSources.Leased leased) {
        var source = leased.source();
        Instant now = clock.instant();
        try {
            carryOut(source);
            var dates = new OldDates(zone, now);
            var found = source.wish().isFolder() ? folder.look(source, dates) : web.ask(source, dates);
            var report = found.map(items -> hand(source, items))
                    .orElseGet(() -> new Report(false, Map.of(), source.state().failure()));
            if (source.wish().keptDays() > 0) {
                arriving.putAway(
                        source.actor(),
                        source.origin(),
                        now.minus(Duration.ofDays(source.wish().keptDays())));
            }
            sources.giveBack(leased, went(source, report, found));
            return report;
        } catch (Found.Failed e) {
            sources.giveBack(leased, failed(source, e));
            return new Report(false, Map.of(), e.line());
        } catch (RuntimeException e) {
            sources.giveBack(leased, failed(source, new Found.Failed("an error of the program: " + e)));
            throw e;
        }
    }

    private void carryOut(WireSource source) {
        arriving.carryOut(
                source.origin(),
                sources.owner(source),
                reason.apply(source.wish().edition()));
    }

    private Report hand(WireSource source, Found found) {
        var slugs = sections.all(source.wish().edition()).stream()
                .map(Section::slug)
                .collect(Collectors.toSet());
        var mapping = new WireMapping(source, slugs);
        var news = fresh(source, found.items());
        arriving.passOver(
                source.actor(), news.tooOld().stream().map(mapping::arrival).toList());
        var fates = new EnumMap<Arrival.Fate, Integer>(Arrival.Fate.class);
        for (var item : news.items()) {
            fates.merge(arriving.take(source.actor(), mapping.arrival(item)), 1, Integer::sum);
        }
        carryOut(source);
        sources.remember(source.id(), found.read(), found.gone());
        return new Report(true, fates, remark(found.remarks(), fates));
    }

    /** @param tooOld what stood there already when the source was first asked, beyond as much as is wanted of it */
    private record Fresh(List<WireItem> items, List<WireItem> tooOld) {}

    /** What says something else than before, oldest first. */
    private Fresh fresh(WireSource source, List<WireItem> items) {
        var usable = items.stream()
                .filter(item -> item.unusable().isEmpty()
                        || item.terms().status() != Arrival.Status.USABLE
                        || item.terms().embargo().isPresent())
                .toList();
        var said = arriving.said(
                source.origin(), usable.stream().map(WireMapping::name).collect(Collectors.toSet()));
        // feeds begin with their newest, and the sort is stable: where no dates are, they are taken from the end
        var fresh = usable.reversed().stream()
                .filter(item -> !item.said().equals(said.get(WireMapping.name(item))))
                .sorted(Comparator.comparing(WireFetching::moment))
                .toList();
        boolean first = source.state().fetchedAt().isEmpty();
        int from = first ? Math.max(0, fresh.size() - source.wish().most()) : 0;
        return new Fresh(fresh.subList(from, fresh.size()), fresh.subList(0, from));
    }

    private static Instant moment(WireItem item) {
        return item.changed().or(item::published).orElse(Instant.EPOCH);
    }

    private static String remark(List<String> remarks, Map<Arrival.Fate, Integer> fates) {
        int refused = fates.getOrDefault(Arrival.Fate.REFUSED, 0);
        String text = refused > 0
                ? refused + " items were refused: the edition is gone"
                : remarks.isEmpty()
                        ? ""
                        : (remarks.size() == 1 ? "" : remarks.size() + " files could not be read; one: ")
                                + remarks.getFirst().lines().findFirst().orElse("");
        return text.length() <= LONGEST_REMARK ? text : text.substring(0, LONGEST_REMARK);
    }

    // ---- how it goes

    private WireSource.State went(WireSource source, Report report, Optional<Found> found) {
        var before = source.state();
        Instant now = clock.instant();
        long begun = report.count(Arrival.Fate.BEGUN);
        boolean fresh = report.fates().entrySet().stream()
                .anyMatch(fate -> fate.getKey() != Arrival.Fate.THERE && fate.getValue() > 0);
        return new WireSource.State(
                found.filter(Found::more).isPresent()
                        ? now
                        : now.plus(Duration.ofMinutes(source.wish().minutes())),
                Optional.of(now),
                fresh ? Optional.of(now) : before.newAt(),
                before.taken() + begun,
                0,
                Optional.empty(),
                report.failure(),
                found.map(Found::etag).orElse(before.etag()),
                found.map(Found::modified).orElse(before.modified()));
    }

    /** Asked less and less often while it fails; what it said last stays true. */
    private WireSource.State failed(WireSource source, Found.Failed failure) {
        var before = source.state();
        Instant now = clock.instant();
        var usual = Duration.ofMinutes(source.wish().minutes());
        var wait = usual.multipliedBy(1L << Math.min(before.failures(), MOST_DOUBLINGS));
        if (wait.compareTo(LONGEST_WAIT) > 0) {
            wait = usual.compareTo(LONGEST_WAIT) > 0 ? usual : LONGEST_WAIT;
        }
        var patience = failure.patience().orElse(Duration.ZERO);
        String line = failure.line();
        return new WireSource.State(
                now.plus(wait.compareTo(patience) < 0 ? patience : wait),
                before.fetchedAt(),
                before.newAt(),
                before.taken(),
                before.failures() + 1,
                before.failingSince().or(() -> Optional.of(now)),
                line.length() <= LONGEST_REMARK ? line : line.substring(0, LONGEST_REMARK),
                before.etag(),
                before.modified());
    }

    /** Lets those who are being asked answer; what does not is asked again. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
