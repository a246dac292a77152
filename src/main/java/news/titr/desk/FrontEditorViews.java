package news.titr.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import news.titr.doc.Block;
import news.titr.http.Parameters;
import news.titr.media.Asset;
import news.titr.media.Pictures;
import news.titr.story.Front;
import news.titr.story.FrontCandidate;
import news.titr.story.FrontDifference;
import news.titr.story.FrontLayout;
import news.titr.story.FrontRevision;
import news.titr.story.Fronting;
import news.titr.story.LiveStories;
import news.titr.story.Section;
import news.titr.story.Teaser;

/** Makes the front page's editor ready to be shown. */
final class FrontEditorViews {

    private static final int CANDIDATES = 24;
    private static final int THUMBNAIL = 320;

    private final Fronting fronting;
    private final LiveStories stories;
    private final Pictures pictures;
    private final ActorNames names;
    private final DeskFrame frame;

    FrontEditorViews(Fronting fronting, LiveStories stories, Pictures pictures, ActorNames names, DeskFrame frame) {
        this.fronting = fronting;
        this.stories = stories;
        this.pictures = pictures;
        this.names = names;
        this.frame = frame;
    }

    /** What is chosen on the page, and what is looked for beside it. */
    record Chosen(String slot, String area, String words) {

        static Chosen of(Parameters parameters) {
            String area = parameters.text("area");
            String slot = area.isEmpty() ? parameters.first("slot").orElse(Front.LEAD) : "";
            return new Chosen(slot, area, parameters.text("q"));
        }
    }

    public record Field(String name, String value) {}

    /** Somebody else was faster: what they did, and what this editor wanted, to be done all the same. */
    public record Conflict(String words, List<Line> lines, String address, List<Field> fields) {}

    /** What became different at a place. */
    public record Line(String place, String before, String after) {}

    /**
     * A place on the small front page.
     *
     * @param status why it stands there, in words
     * @param story its number, 0 for an empty place
     */
    public record Place(
            String slot,
            String name,
            long story,
            String kicker,
            String headline,
            String status,
            boolean byHand,
            boolean pinned,
            boolean chosen,
            String picture) {}

    public record Area(
            String key, String name, String rule, String style, boolean chosen, boolean settable, List<Place> places) {}

    /** What the side shows of the chosen place. */
    public record SlotPanel(
            String slot, String name, String headline, String status, boolean byHand, String until, String words) {}

    public record Candidate(long number, String shownNumber, String headline, String facts, boolean standing) {}

    public record Choice(String value, String words, boolean chosen) {}

    public record RulePanel(
            String key, String name, List<Choice> orders, List<Choice> counts, boolean repeats, boolean band) {}

    public record View(
            long version,
            long ordinal,
            List<Area> top,
            List<Area> bands,
            List<SlotPanel> slot,
            List<RulePanel> rule,
            List<Candidate> candidates,
            List<Line> unpublished,
            String state,
            boolean undoable,
            List<String> problems,
            String notice,
            List<Conflict> conflict) {

        public boolean changed() {
            return !unpublished.isEmpty();
        }
    }

    public record Revision(long ordinal, String name, String facts, List<Line> lines, boolean current) {}

    public record History(List<Revision> revisions, long version, String older) {}

    View view(String edition, Chosen chosen, List<String> problems, String notice, Optional<Conflict> conflict) {
        var draft = fronting.draft(edition);
        var live = fronting.live(edition);
        var layout = fronting.preview(edition, draft.front(), frame.now());
        var called = areaNames(stories.sections(edition));
        var assets = pictures.find(layout.areas().stream()
                .flatMap(area -> area.stories().stream())
                .flatMap(story -> story.picture().stream())
                .map(Block.Picture::asset)
                .distinct()
                .toList());
        var waiting = headlines(edition, draft.front());
        var areas = layout.areas().stream()
                .map(filled -> area(filled, called, assets, waiting, chosen))
                .toList();
        var lines = lines(FrontDifference.between(live.front(), draft.front()));
        return new View(
                draft.version(),
                live.ordinal(),
                areas.subList(0, 5),
                areas.subList(5, areas.size()),
                areas.stream()
                        .flatMap(area -> area.places().stream())
                        .filter(Place::chosen)
                        .map(place -> panel(place, draft.front(), chosen))
                        .toList(),
                layout.areas().stream()
                        .map(FrontLayout.Filled::area)
                        .filter(area -> area.key().equals(chosen.area()))
                        .map(area -> rule(area, called))
                        .toList(),
                candidates(edition, layout, chosen),
                lines,
                state(draft.actor(), draft.version() == 0 ? "" : frame.moment(draft.at()), lines.size()),
                draft.undoTo() > 0 || draft.version() > 0 && !lines.isEmpty(),
                problems,
                notice,
                conflict.stream().toList());
    }

    private String state(String actor, String when, int changes) {
        String difference = changes == 0
                ? frame.word("desk.front.state.published")
                : frame.word("desk.front.state.changed", changes);
        return when.isEmpty()
                ? difference
                : difference + " " + frame.word("desk.front.last-act", names.of(actor), when);
    }

    private Area area(
            FrontLayout.Filled filled,
            Map<String, String> called,
            Map<String, Asset> assets,
            Map<Long, FrontCandidate> waiting,
            Chosen chosen) {
        var area = filled.area();
        var places = new ArrayList<Place>();
        for (var slot : filled.slots()) {
            places.add(place(area, slot, called, assets, waiting, chosen));
        }
        return new Area(
                area.key(),
                called.getOrDefault(area.key(), area.key()),
                area.count() == 0
                        ? frame.word("desk.front.rule.hidden")
                        : frame.word("desk.front.rule." + area.order().id()),
                area.sectionId().isPresent() ? "band" : area.key(),
                area.key().equals(chosen.area()),
                area.settable(),
                List.copyOf(places));
    }

    private Place place(
            Front.Area area,
            FrontLayout.Slot slot,
            Map<String, String> called,
            Map<String, Asset> assets,
            Map<Long, FrontCandidate> waiting,
            Chosen chosen) {
        var story = slot.story();
        return new Place(
                slot.name(),
                slotName(slot.name(), called),
                story.map(Teaser::number).orElse(0L),
                story.map(Teaser::kicker).orElse(""),
                story.map(Teaser::headline).orElse(""),
                status(slot, waiting),
                slot.placement().isPresent(),
                slot.placement().flatMap(Front.Placement::until).isPresent(),
                area.settable() && slot.name().equals(chosen.slot()),
                story.flatMap(Teaser::picture)
                        .flatMap(picture -> Optional.ofNullable(assets.get(picture.asset())))
                        .flatMap(asset -> asset.atLeast(THUMBNAIL))
                        .map(Asset.Rendition::address)
                        .orElse(""));
    }

    private String status(FrontLayout.Slot slot, Map<Long, FrontCandidate> waiting) {
        if (slot.placement().isEmpty()) {
            return slot.story().isPresent() ? frame.word("desk.front.automatic") : frame.word("desk.front.empty");
        }
        var placement = slot.placement().get();
        if (!slot.byHand()) {
            String headline = Optional.ofNullable(waiting.get(placement.story()))
                    .map(FrontCandidate::headline)
                    .orElse(Long.toString(placement.story()));
            return frame.word("desk.front.waiting", headline);
        }
        return placement
                .until()
                .map(until -> frame.word("desk.front.until", frame.dates().medium(until)))
                .orElseGet(() -> frame.word("desk.front.by-hand"));
    }

    private SlotPanel panel(Place place, Front front, Chosen chosen) {
        return new SlotPanel(
                place.slot(),
                place.name(),
                place.headline(),
                place.status(),
                place.byHand(),
                front.at(place.slot())
                        .flatMap(Front.Placement::until)
                        .map(frame::inField)
                        .orElse(""),
                chosen.words());
    }

    private RulePanel rule(Front.Area area, Map<String, String> called) {
        var orders = new ArrayList<Choice>();
        for (var order : Front.Order.values()) {
            orders.add(new Choice(order.id(), frame.word("desk.front.rule." + order.id()), order == area.order()));
        }
        var counts = IntStream.rangeClosed(area.key().equals(Front.LEAD) ? 1 : 0, area.most())
                .mapToObj(count -> new Choice(
                        Integer.toString(count),
                        count == 0
                                ? frame.word("desk.front.rule.hidden")
                                : frame.dates().digits().number(count),
                        count == area.count()))
                .toList();
        return new RulePanel(
                area.key(),
                frame.word("desk.front.rule-of", called.getOrDefault(area.key(), area.key())),
                area.settable() ? orders : orders.subList(0, 1),
                counts,
                area.repeats(),
                area.sectionId().isPresent());
    }

    private List<Candidate> candidates(String edition, FrontLayout layout, Chosen chosen) {
        var standing = layout.areas().stream()
                .flatMap(area -> area.slots().stream())
                .filter(FrontLayout.Slot::byHand)
                .flatMap(slot -> slot.story().stream())
                .map(Teaser::number)
                .toList();
        return fronting.candidates(edition, chosen.words(), CANDIDATES).stream()
                .map(candidate -> new Candidate(
                        candidate.number(),
                        frame.dates().digits().number(candidate.number()),
                        candidate.headline(),
                        facts(candidate),
                        standing.contains(candidate.number())))
                .toList();
    }

    private String facts(FrontCandidate candidate) {
        var facts = new ArrayList<String>();
        facts.add(frame.word("desk.front.candidate." + candidate.column()));
        if (!candidate.section().isEmpty()) {
            facts.add(candidate.section());
        }
        facts.add(candidate.goesOutAt().map(frame.dates()::medium).orElseGet(() -> frame.moment(candidate.at())));
        return String.join(" · ", facts);
    }

    private Map<Long, FrontCandidate> headlines(String edition, Front front) {
        var found = new HashMap<Long, FrontCandidate>();
        fronting.candidates(
                        front.placements().stream().map(Front.Placement::story).toList())
                .forEach(candidate -> found.put(candidate.number(), candidate));
        return found;
    }

    /** Areas by key, as editors call them. */
    private Map<String, String> areaNames(List<Section> sections) {
        var called = new HashMap<String, String>();
        for (String key : List.of(Front.LEAD, Front.SECOND, Front.LATEST, Front.OPINION, Front.PICTURE)) {
            called.put(key, frame.word("desk.front.area." + key));
        }
        sections.forEach(section -> called.put(Front.sectionKey(section.id()), section.name()));
        return called;
    }

    private String slotName(String slot, Map<String, String> called) {
        String area = Front.areaOf(slot);
        String name = called.getOrDefault(area, area);
        return slot.equals(Front.LEAD)
                ? name
                : frame.word("desk.front.place", name, FrontEditor.number(slot.substring(slot.lastIndexOf('-') + 1)));
    }

    /** What differs, one line for each place and each rule. */
    List<Line> lines(FrontDifference difference) {
        var edition = frame.edition();
        var called = areaNames(stories.sections(edition));
        var numbers = difference.slots().stream()
                .flatMap(slot -> java.util.stream.Stream.of(slot.before(), slot.after()))
                .flatMap(Optional::stream)
                .map(Front.Placement::story)
                .distinct()
                .toList();
        var headlines = new HashMap<Long, String>();
        fronting.candidates(numbers).forEach(story -> headlines.put(story.number(), story.headline()));
        var lines = new ArrayList<Line>();
        difference
                .slots()
                .forEach(slot -> lines.add(new Line(
                        slotName(slot.slot(), called),
                        words(slot.before(), headlines),
                        words(slot.after(), headlines))));
        difference
                .rules()
                .forEach(rule -> lines.add(new Line(
                        called.getOrDefault(rule.after().key(), rule.after().key()),
                        words(rule.before()),
                        words(rule.after()))));
        if (difference.reordered()) {
            lines.add(new Line(frame.word("desk.front.bands"), "", frame.word("desk.front.reordered")));
        }
        return List.copyOf(lines);
    }

    private String words(Optional<Front.Placement> placement, Map<Long, String> headlines) {
        return placement
                .map(there -> headlines.getOrDefault(there.story(), Long.toString(there.story()))
                        + there.until()
                                .map(until -> " ("
                                        + frame.word(
                                                "desk.front.until",
                                                frame.dates().medium(until)) + ")")
                                .orElse(""))
                .orElseGet(() -> frame.word("desk.front.automatic"));
    }

    private String words(Front.Area area) {
        String words = area.count() == 0
                ? frame.word("desk.front.rule.hidden")
                : frame.word(
                        "desk.front.rule-words",
                        frame.word("desk.front.rule." + area.order().id()),
                        area.count());
        return area.repeats() ? words + " · " + frame.word("desk.front.repeats") : words;
    }

    ActorNames names() {
        return names;
    }

    /**
     * The history of the front page.
     *
     * @param shown the revisions to show
     * @param all those and the one before them, if there is one
     */
    History history(List<FrontRevision> shown, List<FrontRevision> all, long version, String older) {
        var lines = new ArrayList<Revision>();
        for (int i = 0; i < shown.size(); i++) {
            var revision = shown.get(i);
            var before = i + 1 < all.size() ? all.get(i + 1).front() : Front.AUTOMATIC;
            lines.add(new Revision(
                    revision.ordinal(),
                    frame.word("desk.front.revision", revision.ordinal()),
                    String.join(
                            " · ",
                            frame.word("desk.front.reason." + revision.reason()),
                            names.of(revision.actor()),
                            frame.dates().medium(revision.at())),
                    lines(FrontDifference.between(before, revision.front())),
                    i == 0
                            && revision.ordinal()
                                    == fronting.live(revision.edition()).ordinal()));
        }
        return new History(List.copyOf(lines), version, older);
    }
}
