package news.titr.desk;

import news.titr.people.People;
import news.titr.people.Person;

/** The names of those who did something, as the desk says them. */
final class ActorNames {

    private static final String PERSON = "person:";

    private final People people;
    private final DeskFrame frame;

    ActorNames(People people, DeskFrame frame) {
        this.people = people;
        this.frame = frame;
    }

    /** @param actor as the audit log has it: {@code person:ID}, {@code technician}, {@code timer} */
    String of(String actor) {
        if (!actor.startsWith(PERSON)) {
            return frame.word("desk.site.machine");
        }
        String id = actor.substring(PERSON.length());
        return people.all().stream()
                .filter(person -> person.id().equals(id))
                .map(Person::name)
                .findFirst()
                .orElseGet(() -> frame.word("desk.site.machine"));
    }
}
