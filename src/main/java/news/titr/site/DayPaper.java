package news.titr.site;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.titr.doc.BlockWords;
import news.titr.doc.Body;
import news.titr.doc.Surroundings;
import news.titr.media.Asset;
import news.titr.media.Slot;
import news.titr.story.Addresses;
import news.titr.story.Front;
import news.titr.story.LiveStory;
import news.titr.story.Section;
import news.titr.story.Teaser;

/**
 * The paper of a day. It stays below {@link #LARGEST} bytes whatever happened that day: texts go in as far as there is room,
 * then pictures, the most important first; what is left out is named, with where it is to be had.
 */
final class DayPaper {

    static final int LARGEST = 1_000_000;

    /** The level of a headline in the file. */
    private static final int HEADLINE = 3;

    /** Of a live coverage: the newest, so that one of days on end leaves room for the rest of the paper. */
    private static final int ENTRIES = 150;

    private static final int LARGEST_PICTURE = 60_000;
    private static final int PICTURE_WIDTH = 320;

    /** About what the page adds to the text of a story, in bytes. */
    private static final int AROUND_TEXT = 3_000;

    /**
     * @param made the time of day
     * @param notes what is not in the file
     * @param site the newspaper's address; {@code before} that of the file of the last day before, or empty
     */
    record View(
            String date,
            String dateMachine,
            String made,
            List<String> notes,
            List<Group> groups,
            String site,
            String before) {}

    /** The stories of a section, or what is most important. */
    record Group(String heading, List<Entry> stories) {}

    /**
     * @param id its anchor
     * @param body HTML; empty where there was no room for the text
     * @param picture the story's own, or none
     */
    record Entry(String id, StoryView story, String body, List<Picture> picture) {}

    /** @param source the picture itself, as an address that holds it */
    record Picture(String source, int width, int height, String alt, String caption, String credit) {}

    private final Site site;
    private final LocalDate day;
    private final Map<String, List<Teaser>> groups;
    private final Optional<LocalDate> before;
    private final StoryViews views;

    private int room = LARGEST;
    private int cut;

    /**
     * @param stories of the day, newest first
     * @param today whether the front page is still that of the day
     * @param before the last day before with stories
     */
    DayPaper(Site site, LocalDate day, List<Teaser> stories, boolean today, Optional<LocalDate> before) {
        this.site = site;
        this.day = day;
        this.before = before;
        groups = groups(stories, today);
        views = new StoryViews(site, new Inside());
    }

    /** How a story's pictures, links and tables are in the file. */
    private final class Inside implements StoryViews.Manner {

        private final Set<Long> stories = groups.values().stream()
                .flatMap(List::stream)
                .map(Teaser::number)
                .collect(Collectors.toSet());

        @Override
        public Surroundings of(Map<String, Asset> assets, Map<Long, Teaser> named) {
            return new TextOnly(site, assets, named, this::address, this::address);
        }

        private String address(Teaser story) {
            return stories.contains(story.number())
                    ? "#" + id(story.number())
                    : site.masthead.absolute(Addresses.shortLink(story.number()));
        }

        /** Nothing on the site can be reached from a file but by its whole address. */
        private String address(String link) {
            return link.startsWith("/") ? site.masthead.absolute(link) : link;
        }

        @Override
        public BlockWords words(Site of, LiveStory story) {
            return of.blockWords()
                    .withTable(of.words().word("lite.day-table", story.number()))
                    .below(HEADLINE);
        }
    }

    /** First without pictures, to see how much room there is for them. */
    byte[] write() {
        var drafts = new LinkedHashMap<String, List<Draft>>();
        groups.forEach((heading, stories) -> drafts.put(
                heading,
                stories.stream()
                        .flatMap(teaser -> site.stories.story(teaser.number()).stream())
                        .map(story -> CoverageViews.asOneText(site, story, ENTRIES))
                        .map(this::draft)
                        .toList()));
        var page = render(drafts, Map.of());
        room = LARGEST - page.length;
        var pictures = pictures(drafts.values().stream().flatMap(List::stream).toList());
        return pictures.isEmpty() ? page : render(drafts, pictures);
    }

    /**
     * A story before it is known whether there is room for its picture.
     *
     * @param named its picture as a line of HTML, or empty
     * @param text its body as HTML; empty where there was no room
     */
    private record Draft(long number, StoryView view, String named, String text, Optional<Asset> picture) {

        Entry entry(Map<Long, Picture> pictures) {
            var shown = Optional.ofNullable(pictures.get(number)).stream().toList();
            return new Entry(id(number), view, shown.isEmpty() && !text.isEmpty() ? named + text : text, shown);
        }
    }

    private Draft draft(LiveStory story) {
        var view = views.of(story);
        String named = story.picture().map(its -> views.body(Body.of(its))).orElse("");
        int size = bytes(view.body()) + bytes(named) + bytes(view.lead()) + AROUND_TEXT;
        if (size > room) {
            cut++;
            return new Draft(story.number(), view, "", "", Optional.empty());
        }
        room -= size;
        return new Draft(
                story.number(),
                view,
                named,
                view.body(),
                story.picture().flatMap(its -> site.pictures.find(its.asset())));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The pictures that there is room for, by story. */
    private Map<Long, Picture> pictures(List<Draft> drafts) {
        var pictures = new LinkedHashMap<Long, Picture>();
        for (var draft : drafts) {
            var still = draft.picture().flatMap(asset -> asset.atLeast(Slot.WHOLE, PICTURE_WIDTH));
            still.filter(its -> site.pictures.bytes(its) <= LARGEST_PICTURE)
                    .flatMap(its -> site.pictures
                            .content(its)
                            .map(bytes -> picture(its, bytes, draft.view().picture())))
                    .filter(its -> bytes(its.source()) + AROUND_TEXT < room)
                    .ifPresent(its -> {
                        room -= bytes(its.source()) + AROUND_TEXT;
                        pictures.put(draft.number(), its);
                    });
        }
        return pictures;
    }

    private static Picture picture(Asset.Rendition still, byte[] bytes, PictureView use) {
        return new Picture(
                "data:" + still.mediaType() + ";base64," + Base64.getEncoder().encodeToString(bytes),
                still.width(),
                still.height(),
                use.alt(),
                use.caption(),
                use.credit());
    }

    private byte[] render(Map<String, List<Draft>> drafts, Map<Long, Picture> pictures) {
        var shown = new ArrayList<Group>();
        drafts.forEach((heading, its) -> shown.add(new Group(
                heading, its.stream().map(draft -> draft.entry(pictures)).toList())));
        long all = drafts.values().stream()
                .flatMap(List::stream)
                .filter(draft -> draft.picture().isPresent())
                .count();
        var view = new View(
                site.dates().fullDate(day),
                day.toString(),
                site.dates().medium(site.clock.instant()),
                notes(cut, all - pictures.size()),
                shown,
                site.masthead.absolute(site.masthead.addresses().liteFront(site.edition())),
                before.map(its ->
                                site.masthead.absolute(site.masthead.addresses().dayFile(site.edition(), its)))
                        .orElse(""));
        var frame = site.bareFrame(site.dates().fullDate(day), site.address("/"));
        return site.templates.dayFile(frame, site.liteStyle(), view).render().getBytes(StandardCharsets.UTF_8);
    }

    private List<String> notes(long texts, long pictures) {
        var notes = new ArrayList<String>();
        if (texts > 0) {
            notes.add(site.words().word("lite.day-texts", texts));
        }
        if (pictures > 0) {
            notes.add(site.words().word("lite.day-pictures", pictures));
        }
        return notes;
    }

    /** What is important today goes first; then section by section, in their order. */
    private Map<String, List<Teaser>> groups(List<Teaser> stories, boolean today) {
        var all = new LinkedHashMap<String, List<Teaser>>();
        var known = new LinkedHashSet<Long>();
        if (today) {
            var layout = site.stories.front(site.edition(), site.clock.instant());
            var important = Stream.of(Front.LEAD, Front.SECOND)
                    .flatMap(area -> layout.area(area).stories().stream())
                    .map(Teaser::number)
                    .toList();
            add(
                    all,
                    known,
                    site.words().word("site.seconds"),
                    important.stream().flatMap(number -> stories.stream().filter(story -> story.number() == number)));
        }
        for (Section section : site.stories.sections(site.edition())) {
            add(
                    all,
                    known,
                    section.name(),
                    stories.stream().filter(story -> story.section().equals(Optional.of(section))));
        }
        add(all, known, site.words().word("site.stories"), stories.stream());
        return all;
    }

    private static void add(
            Map<String, List<Teaser>> all, LinkedHashSet<Long> known, String heading, Stream<Teaser> stories) {
        var its = stories.filter(story -> known.add(story.number())).toList();
        if (!its.isEmpty()) {
            all.computeIfAbsent(heading, _ -> new ArrayList<>()).addAll(its);
        }
    }

    private static String id(long number) {
        return "n" + number;
    }
}
