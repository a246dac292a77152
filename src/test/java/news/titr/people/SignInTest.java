package news.titr.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import news.titr.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class SignInTest {

    private static final Visit VISIT = new Visit("192.0.2.1", "browser");

    private final World world = new World();
    private final Person mina = world.people.add("Mina@Example.org ", "مینا", Role.CHIEF_EDITOR);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aLinkSignsInOnce() {
        String token = world.signIn.link(mina);
        assertEquals(Optional.of(mina), world.signIn.find(token).map(SignIn.Link::owner));
        var session = world.signIn.redeem(token, VISIT).orElseThrow();
        assertEquals(
                mina,
                world.sessions.find(session.token(), "192.0.2.1").orElseThrow().person());
        assertTrue(world.signIn.redeem(token, VISIT).isEmpty());
        assertTrue(world.signIn.find(token).isEmpty());
    }

    @Test
    void aLinkIsGoodForADayAndASessionForTwoWeeks() {
        String late = world.signIn.link(mina);
        var session = world.signIn.redeem(world.signIn.link(mina), VISIT).orElseThrow();
        world.clock.forward(Duration.ofHours(25));
        assertTrue(world.signIn.redeem(late, VISIT).isEmpty());
        assertTrue(world.sessions.find(session.token(), "192.0.2.1").isPresent());
        world.clock.forward(Duration.ofDays(14));
        assertTrue(world.sessions.find(session.token(), "192.0.2.1").isEmpty());
    }

    @Test
    void whoSignsOutIsOut() {
        var session = world.signIn.redeem(world.signIn.link(mina), VISIT).orElseThrow();
        world.sessions.signOut(session.token());
        assertTrue(world.sessions.find(session.token(), "192.0.2.1").isEmpty());
    }

    @Test
    void theDatabaseHoldsNothingThatSignsIn() {
        String token = world.signIn.link(mina);
        var session = world.signIn.redeem(token, VISIT).orElseThrow();
        assertEquals(0, world.count("SELECT COUNT(*) FROM sign_in_link WHERE token_hash = '" + token + "'"));
        assertEquals(0, world.count("SELECT COUNT(*) FROM session WHERE token_hash = '" + session.token() + "'"));
    }

    @Test
    void madeUpTokensOpenNothing() {
        assertTrue(world.signIn.redeem("0".repeat(64), VISIT).isEmpty());
        assertTrue(world.sessions.find("", "192.0.2.1").isEmpty());
    }

    @Test
    void anAddressBelongsToOnePersonHoweverItIsTyped() {
        assertEquals("mina@example.org", mina.email());
        assertThrows(People.CannotAdd.class, () -> world.people.add("MINA@example.org", "دیگری", Role.REPORTER));
        assertThrows(People.CannotAdd.class, () -> world.people.add("not an address", "دیگری", Role.REPORTER));
    }
}
