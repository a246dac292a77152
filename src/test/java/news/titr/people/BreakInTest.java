package news.titr.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import news.titr.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What people try who are nobody here. */
@Tag("database")
class BreakInTest {

    private static final String GOOD = "دریاچهٔ قلم سبز و چمدان";
    private static final Visit HOME = new Visit("192.0.2.1", "browser");
    private static final Visit ATTACKER = new Visit("198.51.100.66", "curl");

    private final World world = new World();
    private final PasswordStrength strength = new PasswordStrength(List.of("کرانه"));
    private final Person mina = world.people.add("mina@example.org", "مینا", Role.CHIEF_EDITOR);
    private final Codes codes = new Codes(world.database, world.ids, world.clock, world.sessions, "کرانه");

    @BeforeEach
    void minaHasAPassword() {
        var token = world.signIn.link(mina, SignIn.Purpose.INVITATION);
        assertInstanceOf(Verdict.Done.class, world.signIn.choosePassword(token, GOOD, strength, HOME));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void the_right_password_comes_in() {
        var session = entered(world.signIn.enter(" Mina@Example.ORG", GOOD, HOME));
        assertEquals(mina.id(), session.person().id());
        assertTrue(world.sessions.find(session.token(), "192.0.2.1").isPresent());
    }

    @Test
    void who_guesses_waits_twice_as_long_each_time_and_learns_nothing_meanwhile() {
        for (int i = 0; i < 5; i++) {
            assertInstanceOf(Entry.Wrong.class, guess());
        }
        assertEquals(
                world.clock.instant().plusSeconds(30),
                assertInstanceOf(Entry.Wait.class, guess()).until());
        // not even with the right password
        assertInstanceOf(Entry.Wait.class, world.signIn.enter("mina@example.org", GOOD, ATTACKER));
        for (int wait = 30; wait < 3_600; wait *= 2) {
            world.clock.forward(Duration.ofSeconds(wait));
            assertInstanceOf(Entry.Wrong.class, guess(), "after " + wait + " s");
            assertInstanceOf(Entry.Wait.class, guess(), "after " + wait + " s");
        }
        world.clock.forward(Duration.ofHours(1));
        assertInstanceOf(Entry.Entered.class, world.signIn.enter("mina@example.org", GOOD, HOME));
    }

    @Test
    void a_hundred_guesses_at_once_are_a_hundred_guesses() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var guesses = new ArrayList<Future<Entry>>();
            for (int i = 0; i < 100; i++) {
                guesses.add(threads.submit(this::guess));
            }
            int looked = 0;
            for (var guess : guesses) {
                looked += guess.get() instanceof Entry.Wrong ? 1 : 0;
            }
            assertEquals(5, looked);
        }
    }

    @Test
    void a_restart_forgets_nothing() {
        for (int i = 0; i < 5; i++) {
            guess();
        }
        var restarted = new SignIn(
                world.database,
                world.ids,
                world.clock,
                world.passwords,
                new Sessions(world.database, world.ids, world.clock),
                false);
        assertInstanceOf(Entry.Wait.class, restarted.enter("mina@example.org", "x", ATTACKER));
    }

    @Test
    void one_password_tried_on_everybody_is_slowed_down_by_network() {
        int looked = 0;
        for (int i = 0; i < 40; i++) {
            // of the new addresses, one attacker has billions
            var visit = new Visit("2001:db8:1:2:" + Integer.toHexString(i) + "::1", "curl");
            looked += world.signIn.enter("person" + i + "@example.org", "Spring2025!", visit) instanceof Entry.Wrong
                    ? 1
                    : 0;
        }
        assertEquals(25, looked);
        // the next street is not to blame
        assertInstanceOf(
                Entry.Entered.class,
                world.signIn.enter("mina@example.org", GOOD, new Visit("2001:db8:1:3::1", "browser")));
    }

    @Test
    void an_account_that_is_not_there_answers_as_one_that_is() {
        for (int i = 0; i < 5; i++) {
            assertEquals(guess(), world.signIn.enter("nobody@example.org", "wrong", ATTACKER));
        }
        assertEquals(guess(), world.signIn.enter("nobody@example.org", "wrong", ATTACKER));
    }

    @Test
    void a_closed_account_answers_like_a_wrong_password() {
        world.people.add("root@example.org", "ریشه", Role.ADMINISTRATOR);
        world.people.disable(world.technician, mina.id());
        assertInstanceOf(Entry.Wrong.class, world.signIn.enter("mina@example.org", GOOD, HOME));
    }

    @Test
    void what_was_typed_is_kept_nowhere() {
        world.signIn.enter("secretpassword@typo", "hunter2-hunter2", ATTACKER);
        assertEquals(1, world.count("SELECT COUNT(*) FROM audit WHERE action = 'sign-in-failed'"));
        assertEquals(
                0,
                world.count("SELECT COUNT(*) FROM audit WHERE detail LIKE '%secretpassword%' OR detail LIKE '%hunter2%'"
                        + " OR subject_name LIKE '%secretpassword%' OR folded LIKE '%secretpassword%'"));
        assertEquals(0, world.count("SELECT COUNT(*) FROM sign_in_tally WHERE subject LIKE '%secretpassword%'"));
        assertEquals(0, world.count("SELECT COUNT(*) FROM person WHERE password LIKE '%چمدان%'"));
    }

    @Test
    void the_wait_is_ended_by_an_administrator_or_by_choosing_another_password() {
        for (int i = 0; i < 6; i++) {
            guess();
        }
        world.people.unlock(world.technician, mina.id());
        assertInstanceOf(Entry.Entered.class, world.signIn.enter("mina@example.org", GOOD, HOME));
        for (int i = 0; i < 6; i++) {
            guess();
        }
        String token = world.signIn.link(mina, SignIn.Purpose.RESET);
        world.signIn.choosePassword(token, "چهار ماهی در کیف بنفش", strength, HOME);
        assertInstanceOf(Entry.Entered.class, world.signIn.enter("mina@example.org", "چهار ماهی در کیف بنفش", HOME));
    }

    @Test
    void a_reset_ends_every_session_and_every_other_link() {
        var thief = entered(world.signIn.enter("mina@example.org", GOOD, ATTACKER));
        String other = world.signIn.link(mina);
        String token = world.signIn.link(mina, SignIn.Purpose.RESET);
        assertInstanceOf(
                Verdict.Done.class, world.signIn.choosePassword(token, "چهار ماهی در کیف بنفش", strength, HOME));
        assertTrue(world.sessions.find(thief.token(), "192.0.2.1").isEmpty());
        assertTrue(world.signIn.redeem(other, ATTACKER).isEmpty());
        assertEquals(
                Verdict.refused(Verdict.Reason.LINK_IS_USED),
                world.signIn.choosePassword(token, "پنج ماهی در کیف بنفش", strength, ATTACKER));
        assertInstanceOf(Entry.Wrong.class, world.signIn.enter("mina@example.org", GOOD, ATTACKER));
    }

    @Test
    void a_link_for_choosing_a_password_is_no_way_in_and_the_other_way_round() {
        assertTrue(world.signIn
                .redeem(world.signIn.link(mina, SignIn.Purpose.RESET), ATTACKER)
                .isEmpty());
        assertEquals(
                Verdict.refused(Verdict.Reason.LINK_IS_USED),
                world.signIn.choosePassword(world.signIn.link(mina), GOOD, strength, ATTACKER));
    }

    @Test
    void who_has_an_authenticator_app_is_not_let_in_by_a_stolen_mailbox() {
        String secret = turnOnCodes();
        String token = world.signIn.link(mina, SignIn.Purpose.RESET);
        var verdict = world.signIn.choosePassword(token, "چهار ماهی در کیف بنفش", strength, ATTACKER);
        var entry = assertInstanceOf(Verdict.Done.class, verdict).value();
        String step = assertInstanceOf(Entry.CodeWanted.class, entry).step();
        assertInstanceOf(Entry.Wrong.class, world.signIn.enterCode(step, "000000", ATTACKER));
        world.clock.forward(Duration.ofSeconds(30));
        assertInstanceOf(Entry.Entered.class, world.signIn.enterCode(step, code(secret), HOME));
    }

    @Test
    void a_code_is_good_once_and_guesses_at_it_are_few() {
        String secret = turnOnCodes();
        world.clock.forward(Duration.ofSeconds(30));
        String seen = code(secret);
        assertInstanceOf(Entry.Entered.class, world.signIn.enterCode(step(), persian(seen), HOME));
        // read over the shoulder
        assertInstanceOf(Entry.Wrong.class, world.signIn.enterCode(step(), seen, ATTACKER));
        int looked = 1;
        for (int i = 0; i < 50; i++) {
            // a new step does not begin the count anew
            looked += world.signIn.enterCode(step(), "%06d".formatted(i), ATTACKER) instanceof Entry.Wrong ? 1 : 0;
        }
        assertEquals(5, looked);
    }

    @Test
    void a_step_is_good_for_ten_minutes_and_once() {
        String secret = turnOnCodes();
        String late = step();
        world.clock.forward(Duration.ofMinutes(11));
        assertInstanceOf(Entry.TooLate.class, world.signIn.enterCode(late, code(secret), HOME));
        String step = step();
        assertInstanceOf(Entry.Entered.class, world.signIn.enterCode(step, code(secret), HOME));
        world.clock.forward(Duration.ofSeconds(30));
        assertInstanceOf(Entry.TooLate.class, world.signIn.enterCode(step, code(secret), HOME));
        assertInstanceOf(Entry.TooLate.class, world.signIn.enterCode("0".repeat(64), code(secret), HOME));
    }

    @Test
    void whoever_finds_an_open_screen_changes_nothing_that_matters() {
        var session = entered(world.signIn.enter("mina@example.org", GOOD, HOME));
        var actor = new Actor.AtDesk(mina, "192.0.2.1");
        world.clock.forward(Duration.ofMinutes(16));
        var old = world.sessions.find(session.token(), "192.0.2.1").orElseThrow();
        var refused = Verdict.refused(Verdict.Reason.NOT_PROVED);
        assertEquals(refused, world.signIn.changePassword(old, "چهار ماهی در کیف بنفش", strength, HOME));
        assertEquals(refused, codes.turnOn(old, actor, "A".repeat(32), "000000"));
        assertEquals(refused, codes.turnOff(old, actor));
        assertEquals(refused, codes.renewRecoveryCodes(old, actor));

        assertEquals(Verdict.refused(Verdict.Reason.WRONG_PASSWORD), world.signIn.prove(old, "guessed", HOME));
        assertInstanceOf(Verdict.Done.class, world.signIn.prove(old, GOOD, HOME));
        var proved = world.sessions.find(session.token(), "192.0.2.1").orElseThrow();
        assertInstanceOf(
                Verdict.Done.class, world.signIn.changePassword(proved, "چهار ماهی در کیف بنفش", strength, HOME));
    }

    @Test
    void a_session_ends_after_two_weeks_unused_and_after_ninety_days_anyway() {
        var idle = entered(world.signIn.enter("mina@example.org", GOOD, HOME));
        world.clock.forward(Duration.ofDays(14).plusMinutes(1));
        assertTrue(world.sessions.find(idle.token(), "192.0.2.1").isEmpty());

        var busy = entered(world.signIn.enter("mina@example.org", GOOD, HOME));
        for (int day = 0; day < 89; day++) {
            world.clock.forward(Duration.ofDays(1));
            assertTrue(world.sessions.find(busy.token(), "192.0.2.1").isPresent(), "day " + day);
        }
        world.clock.forward(Duration.ofDays(1));
        assertTrue(world.sessions.find(busy.token(), "192.0.2.1").isEmpty());
        world.sessions.sweep();
        assertEquals(0, world.count("SELECT COUNT(*) FROM session"));
        assertEquals(0, world.count("SELECT COUNT(*) FROM sign_in_tally"));
    }

    @Test
    void nobody_ends_the_sessions_of_another() {
        var session = entered(world.signIn.enter("mina@example.org", GOOD, HOME));
        var reporter = (Actor.AtDesk) world.reporter();
        world.sessions.end(reporter, Sessions.id(session));
        assertEquals(Verdict.refused(Verdict.Reason.NOT_ALLOWED), world.sessions.endAll(reporter, mina.id()));
        assertTrue(world.sessions.find(session.token(), "192.0.2.1").isPresent());
    }

    @Test
    void a_password_of_yesterdays_cost_is_hashed_anew_at_the_next_sign_in() {
        var dearer = new SignIn(
                world.database,
                world.ids,
                world.clock,
                new Passwords(new Passwords.Cost(128, 1, 1)),
                world.sessions,
                false);
        String before = hash();
        assertInstanceOf(Entry.Entered.class, dearer.enter("mina@example.org", GOOD, HOME));
        assertNotEquals(before, hash());
        assertTrue(hash().contains("m=128"));
        assertInstanceOf(Entry.Entered.class, dearer.enter("mina@example.org", GOOD, HOME));
    }

    // ---- what these tests do

    private Entry guess() {
        return world.signIn.enter("mina@example.org", "wrong", ATTACKER);
    }

    private static SignIn.Session entered(Entry entry) {
        return assertInstanceOf(Entry.Entered.class, entry).session();
    }

    private String step() {
        return assertInstanceOf(Entry.CodeWanted.class, world.signIn.enter("mina@example.org", GOOD, HOME))
                .step();
    }

    private String turnOnCodes() {
        var session = entered(world.signIn.enter("mina@example.org", GOOD, HOME));
        String secret = codes.begin(mina).secret();
        assertInstanceOf(
                Verdict.Done.class, codes.turnOn(session, new Actor.AtDesk(mina, "192.0.2.1"), secret, code(secret)));
        return secret;
    }

    private String code(String secret) {
        return Authenticator.code(secret, world.clock.instant());
    }

    private static String persian(String code) {
        return news.titr.language.Digits.persian(code.substring(0, 3) + " " + code.substring(3));
    }

    private String hash() {
        return world.database.read(read -> PersonStore.password(read, mina.id()));
    }

    @Test
    void recovery_codes_are_good_once_each_and_stand_nowhere() {
        var session = entered(world.signIn.enter("mina@example.org", GOOD, HOME));
        String secret = codes.begin(mina).secret();
        var verdict = codes.turnOn(session, new Actor.AtDesk(mina, "192.0.2.1"), secret, code(secret));
        var recovery = assertInstanceOf(Verdict.Done.class, verdict).value();
        assertTrue(recovery instanceof List<?> list && Set.copyOf(list).size() == 10);
        String first = ((List<?>) recovery).getFirst().toString();
        assertInstanceOf(Entry.Entered.class, world.signIn.enterCode(step(), first, HOME));
        assertInstanceOf(Entry.Wrong.class, world.signIn.enterCode(step(), first, HOME));
        assertEquals(9, codes.recoveryCodesLeft(mina));
        assertEquals(0, world.count("SELECT COUNT(*) FROM recovery_code WHERE code_hash LIKE '%" + first + "%'"));
    }
}
