package news.titr.story;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import news.titr.audit.Action;
import news.titr.audit.Audit;
import news.titr.audit.Detail;
import news.titr.audit.Entry;
import news.titr.audit.Subject;
import news.titr.db.Counters;
import news.titr.db.Database;
import news.titr.db.Ids;
import news.titr.db.Outbox;
import news.titr.people.Actor;
import news.titr.people.Permission;
import org.jdbi.v3.core.Handle;

/**
 * The door for whole archives. It does what {@link Drafting#begin} and {@link Publishing#publishFromArchive} do, but for
 * many stories in one transaction, with a few statements for all of them.
 */
public final class Archiving {

    /** As many as a transaction should hold: more takes memory and keeps other writers waiting, and is hardly faster. */
    public static final int BATCH = 500;

    private final Database database;
    private final Ids ids;
    private final InstantSource clock;
    private final URI site;

    /** @param site where readers find it, for checks of links */
    public Archiving(Database database, Ids ids, InstantSource clock, URI site) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        this.site = site;
    }

    /** The story that came from there, if it was ever taken in. */
    public OptionalLong there(String source, String sourceId) {
        return database.read(read -> OriginStore.find(read, source, sourceId));
    }

    /**
     * Takes stories in, each wholly or not at all, and answers what has become of each, in their order. What was taken in
     * before is left as it is, so that an archive that was cut off can be handed over again from its beginning.
     *
     * @param stories at most {@link #BATCH}
     */
    public List<Taken> take(Actor actor, List<ArchivedStory> stories) {
        if (stories.size() > BATCH) {
            throw new IllegalArgumentException(stories.size() + " stories are more than " + BATCH);
        }
        if (!actor.may(Permission.ADMINISTER)) {
            return stories.stream()
                    .map(_ -> (Taken) new Taken.Refused(List.of(Problem.of(Problem.Kind.NOT_ALLOWED))))
                    .toList();
        }
        return database.write(write -> new Batch(write, actor).take(stories));
    }

    /**
     * What would become of stories if they were handed over now; nothing is stored, and the numbers of new ones are 0.
     *
     * @param stories at most {@link #BATCH}
     */
    public List<Taken> look(Actor actor, List<ArchivedStory> stories) {
        if (!actor.may(Permission.ADMINISTER)) {
            return stories.stream()
                    .map(_ -> (Taken) new Taken.Refused(List.of(Problem.of(Problem.Kind.NOT_ALLOWED))))
                    .toList();
        }
        return database.read(read -> new Batch(read, actor)
                .judge(stories, new ArrayList<>()).stream().map(Supplier::get).toList());
    }

    /** One transaction's work: what it has looked up is true until it commits, since nobody else writes meanwhile. */
    private final class Batch {

        private final Handle write;
        private final Actor actor;
        private final Instant now = clock.instant();
        private final Set<String> editions;
        private final Map<String, Map<String, Optional<Section>>> sections = new HashMap<>();
        private final Map<String, Map<String, String>> labels = new HashMap<>();
        private final List<CardStore.New> added = new ArrayList<>();
        private final List<ArchivedStory> archived = new ArrayList<>();
        private final List<StoryStore.Named> named = new ArrayList<>();
        private final List<String> forgiven = new ArrayList<>();

        Batch(Handle write, Actor actor) {
            this.write = write;
            this.actor = actor;
            editions = Set.copyOf(SectionStore.editions(write));
        }

        List<Taken> take(List<ArchivedStory> stories) {
            var coming = new ArrayList<Coming>();
            var answers = judge(stories, coming);
            giveNumbers(coming);
            knowLabels(coming);
            coming.forEach(this::add);
            store();
            return answers.stream().map(Supplier::get).toList();
        }

        /** The answer for each, to be asked for when what is coming has its numbers. */
        private List<Supplier<Taken>> judge(List<ArchivedStory> stories, List<Coming> coming) {
            var there = there(stories);
            var elsewhere = CheckStore.elsewhere(
                    write, site, stories.stream().map(ArchivedStory::content).toList(), now);
            var answers = new ArrayList<Supplier<Taken>>();
            var again = new HashMap<String, Coming>();
            for (var story : stories) {
                var known = there.get(key(story));
                var same = again.get(key(story));
                if (known != null) {
                    answers.add(() -> new Taken.There(known));
                } else if (same != null) {
                    answers.add(() -> new Taken.There(same.number));
                } else {
                    var problems = problems(story, elsewhere);
                    if (refuses(story, problems)) {
                        answers.add(() -> new Taken.Refused(problems));
                    } else {
                        var next = new Coming(story, problems);
                        coming.add(next);
                        again.put(key(story), next);
                        answers.add(() -> new Taken.In(next.number, problems));
                    }
                }
            }
            return answers;
        }

        private Map<String, Long> there(List<ArchivedStory> stories) {
            var there = new HashMap<String, Long>();
            stories.stream()
                    .collect(Collectors.groupingBy(
                            ArchivedStory::source, Collectors.mapping(ArchivedStory::sourceId, Collectors.toSet())))
                    .forEach((source, sourceIds) -> OriginStore.find(write, source, sourceIds)
                            .forEach((sourceId, number) -> there.put(key(source, sourceId), number)));
            return there;
        }

        /** What speaks against a story, or is to be looked at. */
        private List<Problem> problems(ArchivedStory story, Checks.Elsewhere elsewhere) {
            var problems = new ArrayList<Problem>();
            String edition = story.beginning().edition();
            if (!editions.contains(edition)) {
                problems.add(new Problem(Problem.Kind.NO_SUCH_EDITION, edition));
            } else if (!story.content().section().isEmpty()
                    && section(edition, story.content().section()).isEmpty()) {
                problems.add(new Problem(
                        Problem.Kind.NO_SUCH_SECTION, story.content().section()));
            }
            if (story.standing() instanceof ArchivedStory.Standing.Scheduled(var at) && !at.isAfter(now)) {
                problems.add(Problem.of(Problem.Kind.TIME_IS_PAST));
            }
            problems.addAll(Checks.of(story.content(), elsewhere));
            return problems;
        }

        private static boolean refuses(ArchivedStory story, List<Problem> problems) {
            return problems.stream().anyMatch(problem -> problem.refuses() && !isForgiven(story, problem));
        }

        /** What was printed stays as it was printed, and a draft may be unfinished. */
        private static boolean isForgiven(ArchivedStory story, Problem problem) {
            return switch (story.standing()) {
                case ArchivedStory.Standing.Live _ -> problem.kind().isForgivenToArchives();
                case ArchivedStory.Standing.Scheduled _ -> false;
                case ArchivedStory.Standing.Draft _ ->
                    problem.kind() != Problem.Kind.NO_SUCH_EDITION && problem.kind() != Problem.Kind.NO_SUCH_SECTION;
            };
        }

        /** The numbers that stories want, as long as nobody has them, and the next ones for the others. */
        private void giveNumbers(List<Coming> coming) {
            var free = new HashSet<Long>();
            coming.forEach(each -> each.story.beginning().wantedNumber().ifPresent(free::add));
            free.removeIf(number -> number <= 0);
            free.removeAll(ArchivingStore.numbersAmong(write, free));
            free.stream().max(Long::compare).ifPresent(most -> Counters.raise(write, Drafting.NUMBERS, most));
            var others = new ArrayList<Coming>();
            for (var each : coming) {
                var wanted = each.story.beginning().wantedNumber();
                if (wanted.isPresent() && free.remove(wanted.getAsLong())) {
                    each.number = wanted.getAsLong();
                } else {
                    others.add(each);
                }
            }
            if (!others.isEmpty()) {
                long next = Counters.next(write, Drafting.NUMBERS, others.size());
                for (var each : others) {
                    each.number = next++;
                }
            }
        }

        private void knowLabels(List<Coming> coming) {
            for (var kind : Label.Kind.values()) {
                coming.stream()
                        .map(each -> each.story)
                        .collect(Collectors.groupingBy(
                                story -> story.beginning().edition(),
                                Collectors.flatMapping(
                                        story -> names(kind, story.content()).stream(), Collectors.toSet())))
                        .forEach((edition, names) ->
                                labels.put(kind + edition, LabelStore.idsByName(write, ids, kind, edition, names)));
            }
        }

        private static List<String> names(Label.Kind kind, Content content) {
            return kind == Label.Kind.TAG ? content.tags() : content.authors();
        }

        private void add(Coming coming) {
            var archivedStory = coming.story;
            long number = coming.number;
            var beginning = archivedStory.beginning();
            var content = archivedStory.content();
            String revision = ids.next();
            boolean isLive = archivedStory.standing() instanceof ArchivedStory.Standing.Live;
            var story = new Story(
                    number,
                    beginning.edition(),
                    beginning.type(),
                    isLive ? Stage.READY : Stage.DRAFT,
                    archivedStory.standing() instanceof ArchivedStory.Standing.Live(var first, var released)
                            ? new Release.Live(revision, first, released)
                            : new Release.Unreleased(),
                    revision,
                    beginning.sourceNumber(),
                    actor.id(),
                    beginning.note(),
                    now,
                    Optional.empty(),
                    Optional.empty());
            var section = section(beginning.edition(), content.section())
                    .map(Section::id)
                    .orElse(null);
            archived.add(archivedStory);
            added.add(new CardStore.New(
                    story,
                    new Revision(
                            revision,
                            number,
                            1,
                            archivedStory.revisedAt(),
                            actor.id(),
                            content,
                            Cause.BEGUN,
                            "",
                            isLive,
                            OptionalLong.empty(),
                            archivedStory.revisedAt()),
                    section));
            named.add(new StoryStore.Named(
                    section,
                    labels(Label.Kind.TAG, beginning.edition(), content),
                    labels(Label.Kind.AUTHOR, beginning.edition(), content)));
            forgiven.add(coming.problems.stream()
                    .filter(Problem::refuses)
                    .map(problem -> problem.kind().id())
                    .distinct()
                    .collect(Collectors.joining(" ")));
        }

        private Optional<Section> section(String edition, String slug) {
            return slug.isEmpty()
                    ? Optional.empty()
                    : sections.computeIfAbsent(edition, _ -> new HashMap<>())
                            .computeIfAbsent(slug, _ -> SectionStore.bySlug(write, edition, slug));
        }

        private List<String> labels(Label.Kind kind, String edition, Content content) {
            var known = labels.getOrDefault(kind + edition, Map.of());
            return names(kind, content).stream()
                    .flatMap(name -> Optional.ofNullable(known.get(name)).stream())
                    .distinct()
                    .toList();
        }

        // ---- the rows

        private void store() {
            if (added.isEmpty()) {
                return;
            }
            ArchivingStore.insert(
                    write, added, named, added.stream().map(_ -> ids.next()).toList());
            OriginStore.insert(
                    write,
                    archived,
                    added.stream().map(row -> row.story().number()).toList());
            CardStore.insert(write, added);
            PictureUseStore.insert(
                    write,
                    added.stream()
                            .collect(Collectors.toMap(
                                    row -> row.story().number(),
                                    row -> row.revision().content())),
                    live().stream().map(row -> row.story().number()).collect(Collectors.toSet()));
            tieLabels();
            ArchivingStore.gather(write, live());
            Audit.append(write, entries());
            var released = new HashSet<Long>();
            live().forEach(row -> released.add(row.story().number()));
            Outbox.append(write, now, Action.PUBLISH.id(), List.copyOf(released));
            Outbox.append(
                    write,
                    now,
                    "drafted",
                    added.stream()
                            .map(row -> row.story().number())
                            .filter(number -> !released.contains(number))
                            .toList());
            schedule();
        }

        private List<CardStore.New> live() {
            return added.stream().filter(row -> row.story().isLive()).toList();
        }

        private void tieLabels() {
            for (var kind : Label.Kind.values()) {
                var ties = new ArrayList<LabelStore.Tie>();
                for (int i = 0; i < added.size(); i++) {
                    var story = added.get(i).story();
                    if (story.release() instanceof Release.Live live) {
                        var names = kind == Label.Kind.TAG
                                ? named.get(i).tags()
                                : named.get(i).authors();
                        names.forEach(label -> ties.add(new LabelStore.Tie(
                                label, story.number(), live.firstReleasedAt().toEpochMilli())));
                    }
                }
                LabelStore.tie(write, kind, ties);
            }
        }

        private List<Entry> entries() {
            var entries = new ArrayList<Entry>();
            for (int i = 0; i < added.size(); i++) {
                var story = added.get(i).story();
                var detail = Releases.revised(story.newestRevision());
                entries.add(entry(Action.BEGIN, story, detail));
                if (story.isLive()) {
                    entries.add(entry(Action.PUBLISH, story, detail.with(Detail.Name.PROBLEMS, forgiven.get(i))));
                }
            }
            return entries;
        }

        private Entry entry(Action action, Story story, Detail detail) {
            return Audit.entry(ids.next(), now, actor, action, Subject.story(story.number()), detail);
        }

        /** Few of an archive's stories are still to come. */
        private void schedule() {
            for (int i = 0; i < added.size(); i++) {
                if (archived.get(i).standing() instanceof ArchivedStory.Standing.Scheduled(var at)) {
                    var story = added.get(i).story();
                    StoryStore.setScheduled(write, story.number(), story.newestRevision(), at, Weight.MAJOR);
                    var detail = Releases.revised(story.newestRevision()).with(Detail.Name.TIME, at);
                    Audit.append(write, List.of(entry(Action.SCHEDULE, story, detail)));
                    Outbox.append(write, now, Action.SCHEDULE.id(), OptionalLong.of(story.number()));
                }
            }
        }
    }

    /** A story that will be one here. */
    private static final class Coming {
        private final ArchivedStory story;
        private final List<Problem> problems;
        private long number;

        Coming(ArchivedStory story, List<Problem> problems) {
            this.story = story;
            this.problems = problems;
        }
    }

    private static String key(ArchivedStory story) {
        return key(story.source(), story.sourceId());
    }

    private static String key(String source, String sourceId) {
        return source + '\n' + sourceId;
    }
}
