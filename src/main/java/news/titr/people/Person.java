package news.titr.people;

import static news.titr.people.Permission.CORRECT;
import static news.titr.people.Permission.PUBLISH;
import static news.titr.people.Permission.WRITE;
import static news.titr.people.Permission.WRITE_ANY;

import java.util.Set;

/**
 * An account at the desk.
 *
 * @param sections ids of the sections that a desk editor edits, with all that stand below them; none for all
 * @param trusted ids of the sections in which this person may publish and correct their own stories, whatever their role
 * @param language the language tag they want the desk in; empty for the newspaper's own
 */
public record Person(
        String id,
        String email,
        String name,
        Role role,
        Set<String> sections,
        Set<String> trusted,
        String language,
        boolean disabled) {

    public Person {
        sections = Set.copyOf(sections);
        trusted = Set.copyOf(trusted);
    }

    /** Whether there is anything at all that this person may do it to. */
    boolean may(Permission permission) {
        if (disabled) {
            return false;
        }
        return role.may(permission) || (permission == PUBLISH || permission == CORRECT) && !trusted.isEmpty();
    }

    boolean may(Permission permission, Matter matter) {
        if (disabled) {
            return false;
        }
        if (permission == WRITE) {
            return matter.own() && role.may(WRITE) || may(WRITE_ANY, matter);
        }
        boolean trustedHere = (permission == PUBLISH || permission == CORRECT)
                && matter.own()
                && matter.sectionId().filter(trusted::contains).isPresent();
        return trustedHere || role.may(permission) && (role != Role.DESK_EDITOR || edits(permission, matter));
    }

    /** A story that stands in no section yet is every desk editor's to work on, and no desk editor's to publish. */
    private boolean edits(Permission permission, Matter matter) {
        return matter.sectionId()
                .map(section -> sections.isEmpty()
                        || sections.contains(section)
                        || matter.above().stream().anyMatch(sections::contains))
                .orElse(permission != PUBLISH && permission != CORRECT);
    }
}
