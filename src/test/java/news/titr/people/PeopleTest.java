package news.titr.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import news.titr.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class PeopleTest {

    private static final Visit VISIT = new Visit("192.0.2.1", "browser");
    private static final String GOOD = "دریاچهٔ قلم سبز و چمدان";

    private final World world = new World();
    private final PasswordStrength strength = new PasswordStrength(List.of("کرانه"));
    private final FirstPerson firstPerson = new FirstPerson(world.database, world.ids, world.clock, world.passwords);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void the_first_link_makes_one_administrator_and_then_nobody() {
        String token = firstPerson.link().orElseThrow();
        String other = firstPerson.link().orElseThrow();
        assertFalse(firstPerson.isGood("0".repeat(64)));
        var session = firstPerson.make(token, "مریم", "maryam@example.org", GOOD, strength, VISIT);
        assertEquals(
                Role.ADMINISTRATOR,
                assertInstanceOf(Verdict.Done.class, session).value() instanceof SignIn.Session made
                        ? made.person().role()
                        : null);
        assertEquals(
                Verdict.refused(Verdict.Reason.LINK_IS_USED),
                firstPerson.make(other, "دزد", "thief@example.org", GOOD, strength, VISIT));
        assertTrue(firstPerson.link().isEmpty());
        assertInstanceOf(Entry.Entered.class, world.signIn.enter("maryam@example.org", GOOD, VISIT));
    }

    @Test
    void the_last_administrator_is_neither_closed_nor_made_less() {
        var root = world.people.add("root@example.org", "ریشه", Role.ADMINISTRATOR);
        var refused = Verdict.refused(Verdict.Reason.LAST_ADMINISTRATOR);
        var place = new People.Place(Role.REPORTER, Set.of(), Set.of());
        assertEquals(refused, world.people.disable(world.technician, root.id()));
        assertEquals(refused, world.people.place(world.atDesk(root), root.id(), place));
        var second = world.people.add("second@example.org", "دوم", Role.ADMINISTRATOR);
        assertInstanceOf(Verdict.Done.class, world.people.disable(world.technician, root.id()));
        assertEquals(refused, world.people.place(world.technician, second.id(), place));
    }

    @Test
    void only_administrators_manage_people() {
        var root = world.people.add("root@example.org", "ریشه", Role.ADMINISTRATOR);
        var place = new People.Place(Role.ADMINISTRATOR, Set.of(), Set.of());
        var refused = Verdict.refused(Verdict.Reason.NOT_ALLOWED);
        var letters = new Letters(world.database, world.ids, world.clock);
        var codes = new Codes(world.database, world.ids, world.clock, world.sessions, "کرانه");
        for (var role : Role.values()) {
            if (role == Role.ADMINISTRATOR) {
                continue;
            }
            var actor = world.actor(role.id() + "@example.org", role.id(), role);
            var self = ((Actor.AtDesk) actor).person();
            assertEquals(refused, world.people.invite(actor, "x@example.org", "x", place));
            assertEquals(refused, world.people.place(actor, self.id(), place));
            assertEquals(refused, world.people.disable(actor, root.id()));
            assertEquals(refused, world.people.enable(actor, self.id()));
            assertEquals(refused, world.people.unlock(actor, self.id()));
            assertEquals(refused, world.people.resetLink(actor, root.id()));
            assertEquals(refused, world.sessions.endAll(actor, root.id()));
            assertEquals(refused, letters.send(actor, root.id(), SignIn.Purpose.RESET));
            assertEquals(refused, codes.turnOff(actor, root.id()));
        }
    }

    @Test
    void sections_and_trust_are_kept_and_taken_away() {
        String city = world.sectionId("city");
        String culture = world.sectionId("culture");
        var editor = world.people.add("e@example.org", "دبیر", Role.DESK_EDITOR, Set.of(city), Set.of(culture));
        var kept = world.people.withEmail("e@example.org").orElseThrow();
        assertEquals(editor, kept);
        world.people.place(world.technician, editor.id(), new People.Place(Role.REPORTER, Set.of(), Set.of(city)));
        var changed = world.people.withEmail("e@example.org").orElseThrow();
        assertEquals(Set.of(), changed.sections());
        assertEquals(Set.of(city), changed.trusted());
        assertEquals(1, world.count("SELECT COUNT(*) FROM audit WHERE action = 'set-role'"));
        assertEquals(1, world.count("SELECT COUNT(*) FROM audit WHERE action = 'trust'"));
    }

    @Test
    void closing_an_account_ends_its_sessions_and_links_at_once() {
        var reporter = world.people.add("r@example.org", "خبرنگار", Role.REPORTER);
        var session = world.signIn.redeem(world.signIn.link(reporter), VISIT).orElseThrow();
        String link = world.signIn.link(reporter);
        world.people.disable(world.technician, reporter.id());
        assertTrue(world.sessions.find(session.token(), "").isEmpty());
        world.people.enable(world.technician, reporter.id());
        assertTrue(world.sessions.find(session.token(), "").isEmpty());
        assertTrue(world.signIn.redeem(link, VISIT).isEmpty());
    }

    @Test
    void a_section_that_is_gone_makes_no_editor_of_all() {
        var editor = world.people.add("e@example.org", "دبیر", Role.DESK_EDITOR, Set.of("gone"), Set.of());
        assertFalse(world.atDesk(editor)
                .may(Permission.PUBLISH, new Matter(java.util.Optional.of(world.sectionId("city")), Set.of(), false)));
    }
}
