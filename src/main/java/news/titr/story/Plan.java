package news.titr.story;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Something that the newsroom means to cover.
 *
 * @param version counts its changes
 * @param sectionName the name of its section, or the empty string
 * @param people who covers it, by name
 * @param story the number of the story that it has become
 * @param begunBy the actor who planned it, as in the audit log
 */
public record Plan(
        String id,
        String edition,
        int version,
        Details details,
        String sectionName,
        List<Card.Holder> people,
        boolean cancelled,
        Optional<Long> story,
        String begunBy) {

    public Plan {
        people = people.stream()
                .sorted(Comparator.comparing(Card.Holder::name).thenComparing(Card.Holder::id))
                .toList();
    }

    /**
     * What can be said about it.
     *
     * @param section a slug, or the empty string
     * @param clock when on that day, if anybody knows
     * @param words how long it should be, 0 when nobody has said
     * @param people ids of those who cover it
     */
    public record Details(
            String title,
            String section,
            LocalDate day,
            Optional<LocalTime> clock,
            String place,
            String notes,
            int words,
            int pictures,
            Set<String> people) {

        public Details {
            title = title.strip();
            place = place.strip();
            notes = notes.strip();
            people = Set.copyOf(people);
        }

        public static Details of(String title, LocalDate day) {
            return new Details(title, "", day, Optional.empty(), "", "", 0, 0, Set.of());
        }

        public Details withPeople(Set<String> others) {
            return new Details(title, section, day, clock, place, notes, words, pictures, others);
        }

        public Details withSection(String slug) {
            return new Details(title, slug, day, clock, place, notes, words, pictures, people);
        }

        public Details withPlace(String where, String notes) {
            return new Details(title, section, day, clock, where, notes, words, pictures, people);
        }
    }

    /** How far it has come. */
    public enum Status {
        /** Nobody covers it yet. */
        OPEN,
        TAKEN,
        STORY,
        /** Its day has passed and no story has come of it. */
        MISSED,
        CANCELLED;

        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public static Optional<Status> of(String id) {
            return java.util.Arrays.stream(values())
                    .filter(status -> status.id().equals(id))
                    .findFirst();
        }
    }

    public Status status(LocalDate today) {
        if (story.isPresent()) {
            return Status.STORY;
        }
        if (cancelled) {
            return Status.CANCELLED;
        }
        if (details.day().isBefore(today)) {
            return Status.MISSED;
        }
        return people.isEmpty() ? Status.OPEN : Status.TAKEN;
    }

    public boolean isCoveredBy(String person) {
        return people.stream().anyMatch(holder -> holder.id().equals(person));
    }

    Set<String> personIds() {
        return people.stream().map(Card.Holder::id).collect(Collectors.toUnmodifiableSet());
    }
}
