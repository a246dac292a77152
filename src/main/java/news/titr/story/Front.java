package news.titr.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The front page of an edition as editors have set it: what stands where by hand, and by which rules the rest is filled.
 *
 * @param placements at most one a slot, and no story twice
 * @param areas the rules that differ from the usual, and the order of the bands; areas that are not named follow the
 *     usual rule
 */
public record Front(List<Placement> placements, List<Area> areas) {

    /** A front page that fills itself. */
    public static final Front AUTOMATIC = new Front(List.of(), List.of());

    public static final String LEAD = "lead";
    public static final String SECOND = "second";
    public static final String LATEST = "latest";
    public static final String OPINION = "opinion";
    public static final String PICTURE = "picture";

    private static final String SECTION = "section:";

    public Front {
        placements = List.copyOf(placements);
        areas = List.copyOf(areas);
    }

    /**
     * A story put into a slot by hand.
     *
     * @param until when the slot goes back to filling itself; empty for a story that stays
     */
    public record Placement(String slot, long story, Optional<Instant> until) {

        boolean holdsAt(Instant moment) {
            return until.map(end -> end.isAfter(moment)).orElse(true);
        }
    }

    /** Which stories fill the slots that nobody has set. */
    public enum Order {
        NEWEST,
        /** The weightiest first; among equals, the newest. */
        PRIORITY,
        /** None: what nobody has set stays empty. */
        BY_HAND;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Order> of(String id) {
            return Arrays.stream(values())
                    .filter(order -> order.id().equals(id))
                    .findFirst();
        }
    }

    /**
     * The rule of one area: the lead, the second stories, the latest, opinion, pictures, or the band of a section.
     *
     * @param key one of the names above, or {@code section:} and the section's id
     * @param count how many slots it has; with none, it is not shown
     * @param repeats true if a story that stands further up may stand here again
     */
    public record Area(String key, Order order, int count, boolean repeats) {

        static final int IN_BAND = 4;

        public static Area usual(String key) {
            int count = switch (key) {
                case LEAD -> 1;
                case SECOND, OPINION -> 3;
                case LATEST -> 8;
                default -> IN_BAND;
            };
            return new Area(key, Order.NEWEST, count, false);
        }

        /** How many slots it may have at most. */
        public int most() {
            return switch (key) {
                case LEAD -> 1;
                case SECOND -> 3;
                case LATEST -> 12;
                case OPINION, PICTURE -> 6;
                default -> 8;
            };
        }

        /** The latest stories are the latest: nobody sets them. */
        public boolean settable() {
            return !key.equals(LATEST);
        }

        public Optional<String> sectionId() {
            return key.startsWith(SECTION) ? Optional.of(key.substring(SECTION.length())) : Optional.empty();
        }

        /** The name of its slot at a place, counted from one. */
        public String slot(int place) {
            return key.equals(LEAD) ? LEAD : key + "-" + place;
        }

        boolean mayBe() {
            return count >= (key.equals(LEAD) ? 1 : 0) && count <= most();
        }
    }

    public static String sectionKey(String sectionId) {
        return SECTION + sectionId;
    }

    /** The key of the area that a slot belongs to. */
    public static String areaOf(String slot) {
        int hyphen = slot.lastIndexOf('-');
        return hyphen < 0 ? slot : slot.substring(0, hyphen);
    }

    public Optional<Placement> at(String slot) {
        return placements.stream()
                .filter(placement -> placement.slot().equals(slot))
                .findFirst();
    }

    public Optional<Placement> of(long story) {
        return placements.stream()
                .filter(placement -> placement.story() == story)
                .findFirst();
    }

    public Area area(String key) {
        return areas.stream().filter(area -> area.key().equals(key)).findFirst().orElseGet(() -> Area.usual(key));
    }

    /** Every area in the order of the page: the five that always are, then a band for each section. */
    public List<Area> areas(List<Section> sections) {
        var all = new ArrayList<Area>();
        for (String key : List.of(LEAD, SECOND, LATEST, OPINION, PICTURE)) {
            all.add(area(key));
        }
        var keys = sections.stream().map(section -> sectionKey(section.id())).toList();
        // what stands in a section below another is shown in that one's band
        var below = sections.stream()
                .filter(section -> section.parent().isPresent())
                .map(section -> sectionKey(section.id()))
                .toList();
        areas.stream().filter(area -> keys.contains(area.key())).forEach(all::add);
        keys.stream()
                .filter(key -> areas.stream().noneMatch(area -> area.key().equals(key)))
                .map(Area::usual)
                .map(area -> below.contains(area.key()) ? new Area(area.key(), area.order(), 0, false) : area)
                .forEach(all::add);
        return List.copyOf(all);
    }

    Front with(Placement placement) {
        var others = new ArrayList<>(placements);
        others.removeIf(other -> other.slot().equals(placement.slot()) || other.story() == placement.story());
        others.add(placement);
        return new Front(others, areas);
    }

    Front without(String slot) {
        return new Front(
                placements.stream().filter(other -> !other.slot().equals(slot)).toList(), areas);
    }

    Front withoutStory(long story) {
        return new Front(
                placements.stream().filter(other -> other.story() != story).toList(), areas);
    }

    Front withAreas(List<Area> other) {
        return new Front(placements, other);
    }
}
