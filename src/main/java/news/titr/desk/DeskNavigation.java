package news.titr.desk;

import java.util.Arrays;
import java.util.List;
import news.titr.people.Permission;
import org.jspecify.annotations.Nullable;

/** The rooms of the desk, in the order in which they stand in the sidebar. What somebody may not do is not shown to them. */
enum DeskNavigation {
    BOARD("/desk", "desk.navigation.board", "b", Permission.WRITE),
    PLANNING("/desk/planning", "desk.navigation.planning", "l", Permission.WRITE),
    PICTURES("/desk/pictures", "desk.navigation.pictures", "i", Permission.WRITE),
    FRONT("/desk/front", "desk.navigation.front", "f", Permission.EDIT_FRONT),
    SITE("/desk/site", "desk.navigation.site", "e", Permission.EDIT_SITE),
    WIRES("/desk/wires", "desk.navigation.wires", "", Permission.EDIT_SITE),
    NUMBERS("/desk/numbers", "desk.navigation.numbers", "", Permission.WRITE),
    AUDIT("/desk/audit", "desk.navigation.audit", "", Permission.READ_AUDIT),
    PEOPLE("/desk/people", "desk.navigation.people", "", Permission.MANAGE_PEOPLE),
    TOKENS("/desk/tokens", "desk.navigation.tokens", "", Permission.ADMINISTER),
    WEBHOOKS("/desk/webhooks", "desk.navigation.webhooks", "", Permission.ADMINISTER);

    private final String address;
    private final String messageKey;
    private final String key;
    private final Permission permission;

    DeskNavigation(String address, String messageKey, String key, Permission permission) {
        this.address = address;
        this.messageKey = messageKey;
        this.key = key;
        this.permission = permission;
    }

    /**
     * A line of the sidebar.
     *
     * @param key the letter that follows g on the keyboard («go to»), or empty
     * @param current true when the page that is shown belongs to it
     */
    public record Item(String address, String words, String key, boolean current) {}

    static List<Item> items(DeskFrame frame, DeskAccess.Visitor visitor) {
        var current = current(visitor.path());
        return Arrays.stream(values())
                .filter(room -> visitor.actor().may(room.permission))
                .map(room -> new Item(room.address, frame.word(room.messageKey), room.key, room == current))
                .toList();
    }

    /** The room with the longest address that the path begins with; a story belongs to the board, one's account to none. */
    private static @Nullable DeskNavigation current(String path) {
        if (path.equals("/desk/account") || path.startsWith("/desk/account/")) {
            return null;
        }
        var found = BOARD;
        for (var room : values()) {
            boolean inside = path.equals(room.address) || path.startsWith(room.address + "/");
            if (inside && room.address.length() > found.address.length()) {
                found = room;
            }
        }
        return found;
    }
}
