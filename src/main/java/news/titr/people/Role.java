package news.titr.people;

import static news.titr.people.Permission.ADMINISTER;
import static news.titr.people.Permission.ASSIGN;
import static news.titr.people.Permission.CORRECT;
import static news.titr.people.Permission.EDIT_PICTURES;
import static news.titr.people.Permission.MANAGE_PEOPLE;
import static news.titr.people.Permission.MOVE_STAGE;
import static news.titr.people.Permission.PUBLISH;
import static news.titr.people.Permission.WRITE;
import static news.titr.people.Permission.WRITE_ANY;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What somebody is at the newspaper, and so what they may do. Where they may do it, {@link Person} knows. */
public enum Role {
    REPORTER(EnumSet.of(WRITE)),
    DESK_EDITOR(EnumSet.of(WRITE, WRITE_ANY, MOVE_STAGE, ASSIGN, PUBLISH, CORRECT)),
    PICTURE_EDITOR(EnumSet.of(WRITE, WRITE_ANY, EDIT_PICTURES)),
    CHIEF_EDITOR(EnumSet.complementOf(EnumSet.of(MANAGE_PEOPLE, ADMINISTER))),
    ADMINISTRATOR(EnumSet.allOf(Permission.class));

    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = Set.copyOf(permissions);
    }

    boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** Whoever can harm the whole newspaper is asked for more than a password. */
    public boolean asksForSecondFactor() {
        return this == ADMINISTRATOR || this == CHIEF_EDITOR;
    }

    /** The name used on the command line and in storage: {@code chief-editor}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name of its message: {@code role.chief-editor}. */
    public String messageKey() {
        return "role." + id();
    }

    public static Optional<Role> of(String id) {
        return Arrays.stream(values()).filter(role -> role.id().equals(id)).findFirst();
    }
}
