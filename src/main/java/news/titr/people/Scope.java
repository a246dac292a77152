package news.titr.people;

import static news.titr.people.Permission.ASSIGN;
import static news.titr.people.Permission.CORRECT;
import static news.titr.people.Permission.EDIT_PICTURES;
import static news.titr.people.Permission.MOVE_STAGE;
import static news.titr.people.Permission.PUBLISH;
import static news.titr.people.Permission.WITHDRAW;
import static news.titr.people.Permission.WRITE;
import static news.titr.people.Permission.WRITE_ANY;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a token is good for. People, settings and the audit log are in no scope: no token reaches them. */
public enum Scope {
    /** What readers have. */
    READ(EnumSet.noneOf(Permission.class)),
    /** Drafts, pictures, stages. */
    WRITE_DRAFTS(EnumSet.of(WRITE, WRITE_ANY, MOVE_STAGE, ASSIGN, EDIT_PICTURES)),
    /** What readers get. */
    PUBLISH_STORIES(EnumSet.of(PUBLISH, CORRECT, WITHDRAW));

    private final Set<Permission> permissions;

    Scope(Set<Permission> permissions) {
        this.permissions = Set.copyOf(permissions);
    }

    boolean covers(Permission permission) {
        return permissions.contains(permission);
    }

    /** Its name on the command line, in storage and in documents: {@code read}, {@code write}, {@code publish}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replaceFirst("_.*", "");
    }

    public static Optional<Scope> of(String id) {
        return Arrays.stream(values()).filter(scope -> scope.id().equals(id)).findFirst();
    }
}
