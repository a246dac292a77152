package news.titr.site;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.titr.doc.Block;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.story.Edition;
import news.titr.story.LiveCoverage;
import news.titr.story.LiveStories;
import news.titr.story.LiveStory;
import news.titr.story.MostRead;
import news.titr.story.Section;
import news.titr.story.StoryType;
import news.titr.story.Teaser;

/** {@code /news/N} and {@code /news/N/SLUG}: a story. Any other slug or edition than its own leads to the right one. */
public final class StoryPage {

    private static final int RELATED = 4;
    private static final int NEXT = 4;

    /** Entries of a live coverage on one page. */
    static final int ENTRIES = 30;

    private final Site site;
    private final MissingPage missing;
    private final WithdrawnPage withdrawn;
    private final StoryViews views;
    private final CoverageViews coverages;
    private final Optional<ReaderCount> readers;
    private final Function<LiveStory, Optional<String>> note;

    /** A page that nobody counts. */
    public StoryPage(Site site, MissingPage missing, WithdrawnPage withdrawn) {
        this(site, missing, withdrawn, Optional.empty(), _ -> Optional.empty());
    }

    /** @param note the address of what Mastodon and its like have of a story, where they have anything */
    public StoryPage(
            Site site,
            MissingPage missing,
            WithdrawnPage withdrawn,
            MostRead mostRead,
            Function<LiveStory, Optional<String>> note) {
        this(site, missing, withdrawn, Optional.of(new ReaderCount(mostRead)), note);
    }

    private StoryPage(
            Site site,
            MissingPage missing,
            WithdrawnPage withdrawn,
            Optional<ReaderCount> readers,
            Function<LiveStory, Optional<String>> note) {
        this.site = site;
        this.missing = missing;
        this.withdrawn = withdrawn;
        this.readers = readers;
        this.note = note;
        views = new StoryViews(site);
        coverages = new CoverageViews(site);
    }

    public Response answer(Request request) {
        var number = StoryNumber.of(request);
        if (number.isEmpty()) {
            return missing.answer(request);
        }
        return switch (site.find(number.getAsLong())) {
            case LiveStories.Found.Live(var story) -> {
                String address = site.address(story);
                if (!address.equals(asked(request))) {
                    yield Response.movedPermanently(address + ownLink(request));
                }
                readers.ifPresent(count -> count.count(request, story));
                yield story.type() == StoryType.LIVE ? showLive(story, request) : show(story);
            }
            case LiveStories.Found.Withdrawn gone -> withdrawn.answer(gone);
            case LiveStories.Found.Absent() -> missing.answer(request);
        };
    }

    /** The entry of a live coverage that is asked for: its link outlives every headline. */
    private static String ownLink(Request request) {
        var entry = StoryNumber.of(request.query().text("entry"));
        return entry.isPresent() ? "?entry=" + entry.getAsLong() : "";
    }

    private String asked(Request request) {
        String number = request.route().text("number");
        return request.route()
                .first("slug")
                .map(slug -> site.address("/news/" + number + "/" + slug))
                .orElse(site.address("/news/" + number));
    }

    /** {@code ?entry=N} begins with that entry, {@code ?before=N} behind it. */
    private Response showLive(LiveStory story, Request request) {
        var entry = StoryNumber.of(request.query().text("entry"));
        var before = StoryNumber.of(request.query().text("before"));
        LiveCoverage.From from = entry.isPresent()
                ? new LiveCoverage.From.Entry(entry.getAsLong())
                : before.isPresent()
                        ? new LiveCoverage.From.Before(before.getAsLong())
                        : new LiveCoverage.From.Newest();
        boolean takenBack = entry.isPresent() && site.stories.wasTakenBack(story.number(), entry.getAsLong());
        return site.stories
                .coverage(story.number(), from, ENTRIES)
                .map(live -> coverages.of(story, live, from instanceof LiveCoverage.From.Newest, takenBack))
                .map(coverage -> show(takenBack ? 410 : 200, story, Optional.of(coverage)))
                .orElseGet(() -> missing.answer(request));
    }

    /** The page of a story that is no coverage. */
    public Response show(LiveStory story) {
        return show(200, story, Optional.empty());
    }

    /** The page of a story that is still in the making, with the entries that are written for it. */
    public Response rehearse(LiveStory story, Optional<LiveCoverage> live) {
        return show(200, story, live.map(its -> coverages.of(story, its, true, false)));
    }

    private Response show(int status, LiveStory story, Optional<CoverageView> coverage) {
        var versions = versions(story);
        var known = named(story);
        var related = site.stories.related(story, known, RELATED);
        related.forEach(other -> known.add(other.number()));
        var view = views.of(
                story,
                translations(versions),
                site.teasers().list(related),
                site.teasers().list(next(story, known)));
        var frame = new StoryHead(site, note)
                .on(
                        site.frame(
                                story.headline(),
                                story.lead().isEmpty() ? story.headline() : story.lead(),
                                site.address(story),
                                story.section().map(Section::slug).orElse("")),
                        story)
                .alternates(alternates(story, versions));
        return site.page(status, site.templates.storyPage(frame, view, coverage));
    }

    /** The story in other languages, in the order of the editions. */
    private Map<Edition, Teaser> versions(LiveStory story) {
        var editions = site.editions();
        var versions = new LinkedHashMap<Edition, Teaser>();
        if (editions.size() > 1) {
            var live = site.stories.translations(story.number());
            editions.forEach(edition -> live.stream()
                    .filter(other -> other.edition().equals(edition.id()))
                    .forEach(other -> versions.put(edition, other)));
        }
        return versions;
    }

    private List<StoryView.Translation> translations(Map<Edition, Teaser> versions) {
        return versions.entrySet().stream()
                .map(version -> new StoryView.Translation(
                        version.getKey().id(),
                        version.getKey().masthead().language().direction().html(),
                        version.getKey().masthead().language().name(),
                        version.getValue().headline(),
                        site.address(version.getValue())))
                .toList();
    }

    /** A story alone in its language has no other. */
    private List<PageFrame.Alternate> alternates(LiveStory story, Map<Edition, Teaser> versions) {
        if (versions.isEmpty()) {
            return List.of();
        }
        var addresses = new LinkedHashMap<String, String>();
        addresses.put(story.edition(), site.address(story));
        versions.forEach((edition, version) -> addresses.put(edition.id(), site.address(version)));
        return site.alternates(addresses);
    }

    /** Itself, and what its text has pointed to. */
    private static Set<Long> named(LiveStory story) {
        var named = story.body().all(Block.ReadAlso.class).stream().map(Block.ReadAlso::story);
        return Stream.concat(Stream.of(story.number()), named).collect(Collectors.toCollection(HashSet::new));
    }

    /** The newest of its section, without what the reader knows. */
    private List<Teaser> next(LiveStory story, Set<Long> known) {
        LiveStories.Of of = story.section()
                .<LiveStories.Of>map(LiveStories.Of.InSection::new)
                .orElseGet(() -> new LiveStories.Of.Edition(site.edition()));
        return site.stories.list(of, LiveStories.After.START, NEXT + known.size()).stream()
                .filter(teaser -> !known.contains(teaser.number()))
                .limit(NEXT)
                .toList();
    }
}
