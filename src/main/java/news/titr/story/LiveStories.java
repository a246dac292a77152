package news.titr.story;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.titr.audit.Action;
import news.titr.db.Database;
import news.titr.db.Dependencies;
import news.titr.db.Outbox;
import org.jdbi.v3.core.Handle;

/** What readers may see. Every surface but the desk reads stories here and nowhere else. */
public final class LiveStories {

    /** What happens at the desk alone. */
    private static final Set<String> UNSEEN =
            Set.of("drafted", "noted", "worked", "planned", "front-draft", Action.ACKNOWLEDGE.id());

    private static final Set<String> OF_STORIES =
            Set.of(Action.PUBLISH.id(), Action.UPDATE.id(), Action.CORRECT.id(), Action.WITHDRAW.id(), Covering.EVENT);

    private final Database database;

    public LiveStories(Database database) {
        this.database = database;
    }

    /** What stands under a story number. */
    public sealed interface Found {

        record Live(LiveStory story) implements Found {}

        record Withdrawn(long number, Instant at, String reason) implements Found {}

        /** Never released, or no such number: readers cannot tell which. */
        record Absent() implements Found {}
    }

    /** Where a list goes on: after the story with this number, released first at this moment. */
    public record After(Instant firstReleasedAt, long number) {

        /** Before the newest story of all. */
        public static final After START = new After(Instant.ofEpochMilli(Long.MAX_VALUE), Long.MAX_VALUE);

        public static After of(Teaser story) {
            return new After(story.firstReleasedAt(), story.number());
        }
    }

    /** What a list gathers. */
    public sealed interface Of {

        record Edition(String id) implements Of {}

        record InSection(Section section) implements Of {}

        record Labelled(Label label) implements Of {}

        record About(Place place) implements Of {}

        /** Those first released from one moment until before another; empty {@code type} for all of them. */
        record Released(String edition, Instant from, Instant until, Optional<StoryType> type) implements Of {}
    }

    /** Whether what this word in the outbox stands for can change what readers see. */
    public static boolean concernsReaders(String event) {
        return !UNSEEN.contains(event);
    }

    /** A page that stays, as a link in the foot. */
    public record PageLink(String slug, String title) {}

    /** The bar of breaking news, as readers have it. */
    public record Flash(String text, Optional<Teaser> story, Optional<Instant> until) {}

    /** What was wrong in a story, and was set right. */
    public record Corrected(String id, Teaser story, LiveStory.Correction correction) {}

    /** Where the list of corrections goes on: after the one with this id, made at this moment. */
    public record CorrectedAfter(Instant at, String id) {

        /** Before the newest of all. */
        public static final CorrectedAfter START = new CorrectedAfter(Instant.ofEpochMilli(Long.MAX_VALUE), "");

        public static CorrectedAfter of(Corrected corrected) {
            return new CorrectedAfter(corrected.correction().at(), corrected.id());
        }
    }

    /** What stands around every page. */
    public record Around(List<Section> sections, List<PageLink> pages, Optional<Flash> breaking) {}

    public Found find(long number) {
        Dependencies.on(ReaderChanges.story(number));
        return database.read(read -> LiveStore.find(read, number));
    }

    public Optional<LiveStory> story(long number) {
        return find(number) instanceof Found.Live(var story) ? Optional.of(story) : Optional.empty();
    }

    /** Live stories, newest first; {@code After.START} begins at the top. */
    public List<Teaser> list(Of of, After after, int limit) {
        Dependencies.on(ReaderChanges.of(of));
        return seen(database.read(read -> LiveListStore.list(read, of, after, limit)));
    }

    /** Where stories end that are newer than this place in a list: at most {@code count} of them, the nearest first. */
    public List<After> newer(Of of, After than, int count) {
        Dependencies.on(ReaderChanges.of(of));
        var newer = database.read(read -> LiveListStore.newer(read, of, than, count));
        newer.forEach(after -> Dependencies.on(ReaderChanges.story(after.number())));
        return newer;
    }

    /** Corrections of live stories, newest first. */
    public List<Corrected> corrections(String edition, CorrectedAfter after, int limit) {
        Dependencies.on(ReaderChanges.edition(edition));
        var corrections = database.read(read -> CorrectionStore.newest(read, edition, after, limit));
        seen(corrections.stream().map(Corrected::story).toList());
        return corrections;
    }

    /** Where corrections end that are newer than one, the nearest first. */
    public List<CorrectedAfter> newerCorrections(String edition, CorrectedAfter than, int count) {
        Dependencies.on(ReaderChanges.edition(edition));
        return database.read(read -> CorrectionStore.newer(read, edition, than, count));
    }

    /** Live stories that go with this one, the nearest first, without some that the reader has before them anyway. */
    public List<Teaser> related(LiveStory story, Set<Long> without, int limit) {
        Dependencies.on(ReaderChanges.story(story.number()));
        story.section().ifPresent(section -> Dependencies.on(ReaderChanges.section(section.id())));
        Stream.concat(story.tags().stream(), story.authors().stream())
                .forEach(label -> Dependencies.on(ReaderChanges.label(label)));
        Place.named(story.edition(), story.place()).forEach(place -> Dependencies.on(ReaderChanges.place(place)));
        return seen(database.read(read -> RelatedStories.of(read, story, without, limit)));
    }

    /** The place with this slug, if any live story is about it. */
    public Optional<Place> place(String edition, String slug) {
        Dependencies.on(ReaderChanges.edition(edition));
        return database.read(read -> PlaceStore.bySlug(read, edition, slug));
    }

    /** The towns of a province in the order of their names; with the empty string, the provinces. */
    public List<Place> placesBelow(String edition, String parent) {
        Dependencies.on(ReaderChanges.edition(edition));
        return database.read(read -> PlaceStore.below(read, edition, parent));
    }

    /** Gathers the places of live stories, once, for what was written before there were any. */
    public void gatherPlacesOnce() {
        if (!database.read(PlaceStore::gathered)) {
            database.write(write -> {
                PlaceStore.rebuild(write);
                return null;
            });
        }
    }

    /** The same with all that is written in them. */
    public List<LiveStory> stories(Of of, After after, int limit) {
        Dependencies.on(ReaderChanges.of(of));
        var stories = database.read(read -> LiveListStore.list(read, of, after, limit).stream()
                .map(Teaser::number)
                .flatMap(number -> LiveStore.find(read, number) instanceof Found.Live(var story)
                        ? Stream.of(story)
                        : Stream.empty())
                .toList());
        stories.forEach(story -> Dependencies.on(ReaderChanges.story(story.number())));
        return stories;
    }

    private static List<Teaser> seen(List<Teaser> stories) {
        stories.forEach(story -> Dependencies.on(ReaderChanges.story(story.number())));
        return stories;
    }

    /** Whether an event of the outbox has changed what readers have of a story: its text, or whether they have it. */
    public static boolean changesStory(String event) {
        return OF_STORIES.contains(event);
    }

    /** Another number whenever anything that readers may see has changed. */
    public long changes() {
        return newestChange().position();
    }

    /**
     * The newest change of anything that readers may see.
     *
     * @param position higher with every change; zero before the first
     */
    public record Change(long position, Instant at) {}

    public Change newestChange() {
        return database.read(read -> Outbox.newestBut(read, UNSEEN))
                .map(entry -> new Change(entry.position(), entry.at()))
                .orElseGet(() -> new Change(0, Instant.EPOCH));
    }

    /** Hands over every live story of an edition, newest first, however many there are. */
    public void forEach(String edition, Consumer<LiveStory> visitor) {
        var after = After.START;
        while (true) {
            var page = list(new Of.Edition(edition), after, 200);
            page.forEach(teaser -> story(teaser.number()).ifPresent(visitor));
            if (page.isEmpty()) {
                return;
            }
            after = new After(page.getLast().firstReleasedAt(), page.getLast().number());
        }
    }

    /** The live ones among these numbers. */
    public Map<Long, Teaser> teasers(Collection<Long> numbers) {
        numbers.forEach(number -> Dependencies.on(ReaderChanges.story(number)));
        return numbers.isEmpty()
                ? Map.of()
                : database.read(read -> LiveStore.teasers(read, numbers)).stream()
                        .collect(Collectors.toMap(Teaser::number, Function.identity()));
    }

    /** The live versions of a story in other languages. */
    public List<Teaser> translations(long story) {
        Dependencies.on(ReaderChanges.story(story));
        return database.read(read -> {
            var others = TranslationStore.others(read, story);
            // one that is still being written will stand here as soon as readers have it
            others.forEach(other -> Dependencies.on(ReaderChanges.story(other.number())));
            var live = others.stream()
                    .filter(Translation::live)
                    .map(Translation::number)
                    .toList();
            return live.isEmpty() ? List.of() : LiveStore.teasers(read, live);
        });
    }

    /** The front page as readers have it at this moment. */
    public FrontLayout front(String edition, Instant now) {
        Dependencies.on(ReaderChanges.edition(edition));
        var layout = database.read(read -> FrontSources.live(read, edition)
                .layout(FrontStore.live(read, edition).front(), now));
        layout.validUntil().ifPresent(Dependencies::until);
        return layout;
    }

    /**
     * A page of the entries of a live coverage: pages, PDF and feeds read it here.
     *
     * @return empty where the page begins with an entry that there never was
     */
    public Optional<LiveCoverage> coverage(long story, LiveCoverage.From from, int limit) {
        Dependencies.on(ReaderChanges.story(story));
        return database.read(read -> coverage(read, story, from, limit));
    }

    private static Optional<LiveCoverage> coverage(Handle read, long story, LiveCoverage.From from, int limit) {
        boolean top = from instanceof LiveCoverage.From.Newest;
        Optional<CoverageStore.Place> place = switch (from) {
            case LiveCoverage.From.Newest() -> Optional.of(CoverageStore.Place.TOP);
            case LiveCoverage.From.Entry(var number) ->
                CoverageStore.place(read, story, number).map(CoverageStore.Place::including);
            case LiveCoverage.From.Before(var number) -> CoverageStore.place(read, story, number);
        };
        return place.map(begin -> {
            // one more than the page shows, to know whether there is another
            var found = CoverageStore.behind(read, story, begin, !top, limit + 1);
            var entries = found.subList(0, Math.min(limit, found.size()));
            return new LiveCoverage(
                    CoverageStore.forReaders(read, story),
                    top ? CoverageStore.pinned(read, story) : List.of(),
                    entries,
                    CoverageStore.keyEvents(read, story),
                    found.size() > limit ? OptionalLong.of(entries.getLast().number()) : OptionalLong.empty());
        });
    }

    /** An entry that was taken back still marks a place, but says nothing. */
    public boolean wasTakenBack(long story, long entry) {
        Dependencies.on(ReaderChanges.story(story));
        return database.read(read -> CoverageStore.forReaders(read, story).isPresent()
                && CoverageStore.entry(read, story, entry)
                        .map(CoverageEntry::isRemoved)
                        .orElse(false));
    }

    /** Those of the numbered entries that readers may see, newest first. */
    public List<CoverageEntry> entries(long story, Collection<Long> numbers) {
        return database.read(read -> CoverageStore.numbered(read, story, numbers));
    }

    /** What happened to a live coverage after a change; empty for a story that readers do not have, or that is none. */
    public Optional<LiveCoverage.Changes> changes(long story, long after) {
        return database.read(read -> CoverageStore.forReaders(read, story)
                .map(coverage -> new LiveCoverage.Changes(
                        coverage.change(),
                        coverage.isFinished(),
                        coverage.changedAt(),
                        CoverageStore.changedAfter(read, story, after, LiveCoverage.Changes.MOST))));
    }

    /** What stands around every page, all of one moment. */
    public Around around(String edition, Instant now) {
        var around = database.read(read -> new Around(
                sections(read, edition),
                StaticPageStore.links(read, edition),
                breaking(read, BreakingStore.find(read, edition), now)));
        around.breaking().flatMap(Flash::until).ifPresent(Dependencies::until);
        return around;
    }

    /** The sections that readers are offered, in their order. */
    public List<Section> sections(String edition) {
        return database.read(read -> sections(read, edition));
    }

    private static List<Section> sections(Handle read, String edition) {
        return SectionStore.all(read, edition).stream()
                .filter(section -> !section.hidden())
                .toList();
    }

    /** News of a story that readers do not have any more is no news. */
    private static Optional<Flash> breaking(Handle read, BreakingNews news, Instant now) {
        news.story().ifPresent(number -> Dependencies.on(ReaderChanges.story(number)));
        if (!news.showsAt(now)) {
            return Optional.empty();
        }
        if (news.story().isEmpty()) {
            return Optional.of(new Flash(news.text(), Optional.empty(), news.until()));
        }
        return LiveStore.teasers(read, List.of(news.story().getAsLong())).stream()
                .findFirst()
                .map(story -> new Flash(
                        news.text().isEmpty() ? story.headline() : news.text(), Optional.of(story), news.until()));
    }

    /** A page that stays, as readers have it. */
    public Optional<StaticPage.Opened> page(String edition, String slug) {
        return database.read(read -> StaticPageStore.bySlug(read, edition, slug)
                .flatMap(page -> page.live().isEmpty()
                        ? Optional.empty()
                        : StaticPageStore.revision(read, page.id(), page.live().getAsLong())
                                .map(revision -> new StaticPage.Opened(page, revision))));
    }

    /** The ids of the editions that there are stories of. */
    public List<String> editions() {
        return database.read(SectionStore::editions);
    }

    /** The ids of a section, of those below it, and of those that were merged into them: what revisions may name. */
    public List<String> idsWithin(Section section) {
        return database.read(read -> SectionStore.idsWithin(read, section));
    }

    /** The ids of a label, and of those that were merged into it. */
    public List<String> idsOf(Label label) {
        return database.read(read -> LabelStore.idsOf(read, label));
    }

    /** The sections with these ids, by these ids. */
    public Map<String, Section> sectionsById(String edition) {
        return database.read(read -> SectionStore.byIds(read, edition));
    }

    /** The labels with these ids, by these ids. */
    public Map<String, Label> labelsById(Label.Kind kind, Collection<String> ids) {
        return database.read(read -> LabelStore.byIds(read, kind, ids));
    }

    public Optional<Section> section(String edition, String slug) {
        return database.read(read -> SectionStore.bySlug(read, edition, slug));
    }

    /** What readers are told of a tag, if it is a topic. */
    public Optional<String> introduction(Label label) {
        return database.read(read -> LabelStore.introduction(read, label)).filter(text -> !text.isBlank());
    }

    public Optional<Label> label(Label.Kind kind, String edition, String slug) {
        return database.read(read -> LabelStore.bySlug(read, kind, edition, slug));
    }
}
