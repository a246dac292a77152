package news.titr.people;

import java.util.Optional;
import news.titr.audit.Who;

/** Who does something, as the doors judge it and the audit log remembers it. */
public sealed interface Actor extends Who {

    /**
     * Somebody signed in at the desk, and the network address they came from.
     *
     * @param pass the token with which a program of theirs acts for them; empty for themselves
     */
    record AtDesk(Person person, String address, Optional<Pass> pass) implements Actor {

        public AtDesk(Person person, String address) {
            this(person, address, Optional.empty());
        }

        private boolean covers(Permission permission) {
            return pass.isEmpty() || pass.get().covers(permission);
        }
    }

    /** Whoever may run commands on the machine itself. */
    record Technician() implements Actor {}

    /** The program's own clock, carrying out what somebody scheduled. */
    record Timer() implements Actor {}

    /**
     * News that came by itself: it may begin drafts, and take back what nobody has touched.
     *
     * @param name of the source
     */
    record Wire(String name) implements Actor {}

    /** Whether there is anything at all that this actor may do it to; for menus, and for what has no section. */
    default boolean may(Permission permission) {
        return switch (this) {
            case AtDesk desk -> desk.covers(permission) && desk.person().may(permission);
            case Technician() -> true;
            case Timer() -> permission == Permission.PUBLISH;
            case Wire(var _) -> permission == Permission.WRITE || permission == Permission.WRITE_ANY;
        };
    }

    /** What the doors ask. */
    default boolean may(Permission permission, Matter matter) {
        return switch (this) {
            case AtDesk desk -> desk.covers(permission) && desk.person().may(permission, matter);
            case Technician() -> true;
            case Timer() -> permission == Permission.PUBLISH;
            case Wire(var _) -> permission == Permission.WRITE || permission == Permission.WRITE_ANY;
        };
    }

    @Override
    default String id() {
        return switch (this) {
            case AtDesk desk -> "person:" + desk.person().id();
            case Technician() -> "technician";
            case Timer() -> "timer";
            case Wire(var _) -> "wire";
        };
    }

    @Override
    default String networkAddress() {
        return switch (this) {
            case AtDesk desk -> desk.address();
            case Technician _, Timer _, Wire _ -> "";
        };
    }

    /** Which program it was: of somebody's, or the source that news came from. */
    @Override
    default String token() {
        return switch (this) {
            case AtDesk desk -> desk.pass().map(Pass::name).orElse("");
            case Wire(var name) -> name;
            case Technician _, Timer _ -> "";
        };
    }
}
