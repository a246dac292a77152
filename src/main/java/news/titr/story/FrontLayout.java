package news.titr.story;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What stands where on the front page at a moment: what editors have set, and what fills the rest.
 *
 * @param areas in the order of the page
 * @param validUntil when the first pin is over, and the page another one; empty if it stays until somebody changes something
 */
public record FrontLayout(List<Filled> areas, Optional<Instant> validUntil) {

    public FrontLayout {
        areas = List.copyOf(areas);
    }

    /** An area with its slots; {@code section} for the band of one. */
    public record Filled(Front.Area area, Optional<Section> section, List<Slot> slots) {

        public List<Teaser> stories() {
            return slots.stream().flatMap(slot -> slot.story().stream()).toList();
        }
    }

    /**
     * One place on the page.
     *
     * @param story what readers see there; empty if there is nothing to fill it with
     * @param placement what an editor has set there and is not over; its story may not be out yet, and another fill the place
     */
    public record Slot(String name, Optional<Teaser> story, Optional<Front.Placement> placement) {

        public boolean byHand() {
            return placement.isPresent()
                    && story.map(there -> there.number() == placement.get().story())
                            .orElse(false);
        }
    }

    public Filled area(String key) {
        return areas.stream()
                .filter(filled -> filled.area().key().equals(key))
                .findFirst()
                .orElseGet(() -> new Filled(Front.Area.usual(key), Optional.empty(), List.of()));
    }

    /** The bands of sections that have something to show. */
    public List<Filled> bands() {
        return areas.stream()
                .filter(filled ->
                        filled.section().isPresent() && !filled.stories().isEmpty())
                .toList();
    }
}
