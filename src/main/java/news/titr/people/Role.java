package news.titr.people;

import static news.titr.people.Permission.CORRECT;
import static news.titr.people.Permission.EDIT_FRONT;
import static news.titr.people.Permission.MOVE_STAGE;
import static news.titr.people.Permission.PUBLISH;
import static news.titr.people.Permission.WITHDRAW;
import static news.titr.people.Permission.WRITE;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What somebody is at the newspaper, and so what they may do. */
public enum Role {
    REPORTER("خبرنگار", WRITE),
    DESK_EDITOR("دبیر", WRITE, MOVE_STAGE, PUBLISH, CORRECT),
    CHIEF_EDITOR("سردبیر", WRITE, MOVE_STAGE, PUBLISH, CORRECT, WITHDRAW, EDIT_FRONT),
    PICTURE_EDITOR("دبیر عکس", WRITE),
    ADMINISTRATOR("مدیر سامانه", Permission.values());

    private final String persianName;
    private final Set<Permission> permissions;

    Role(String persianName, Permission... permissions) {
        this.persianName = persianName;
        this.permissions = Set.of(permissions);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    public String persianName() {
        return persianName;
    }

    /** The name used on the command line and in storage: {@code chief-editor}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Role> of(String id) {
        return Arrays.stream(values()).filter(role -> role.id().equals(id)).findFirst();
    }
}
