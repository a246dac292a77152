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

    private final World world = new World();
    private final Person mina = world.people.add("Mina@Example.org ", "مینا", Role.CHIEF_EDITOR);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aLinkSignsInOnce() {
        String token = world.signIn.link(mina);
        assertEquals(Optional.of(mina), world.signIn.owner(token));
        var session = world.signIn.redeem(token, "192.0.2.1", "browser").orElseThrow();
        assertEquals(mina, world.signIn.session(session.token()).orElseThrow().person());
        assertTrue(world.signIn.redeem(token, "192.0.2.1", "browser").isEmpty());
        assertTrue(world.signIn.owner(token).isEmpty());
    }

    @Test
    void aLinkIsGoodForADayAndASessionForTwoWeeks() {
        String late = world.signIn.link(mina);
        var session = world.signIn
                .redeem(world.signIn.link(mina), "192.0.2.1", "browser")
                .orElseThrow();
        world.clock.forward(Duration.ofHours(25));
        assertTrue(world.signIn.redeem(late, "192.0.2.1", "browser").isEmpty());
        assertTrue(world.signIn.session(session.token()).isPresent());
        world.clock.forward(Duration.ofDays(14));
        assertTrue(world.signIn.session(session.token()).isEmpty());
    }

    @Test
    void whoSignsOutIsOut() {
        var session = world.signIn
                .redeem(world.signIn.link(mina), "192.0.2.1", "browser")
                .orElseThrow();
        world.signIn.signOut(session.token());
        assertTrue(world.signIn.session(session.token()).isEmpty());
    }

    @Test
    void theDatabaseHoldsNothingThatSignsIn() {
        String token = world.signIn.link(mina);
        var session = world.signIn.redeem(token, "192.0.2.1", "browser").orElseThrow();
        assertEquals(0, world.count("SELECT COUNT(*) FROM sign_in_link WHERE token_hash = '" + token + "'"));
        assertEquals(0, world.count("SELECT COUNT(*) FROM session WHERE token_hash = '" + session.token() + "'"));
    }

    @Test
    void madeUpTokensOpenNothing() {
        assertTrue(world.signIn.redeem("0".repeat(64), "192.0.2.1", "").isEmpty());
        assertTrue(world.signIn.session("").isEmpty());
    }

    @Test
    void anAddressBelongsToOnePersonHoweverItIsTyped() {
        assertEquals("mina@example.org", mina.email());
        assertThrows(People.CannotAdd.class, () -> world.people.add("MINA@example.org", "دیگری", Role.REPORTER));
        assertThrows(People.CannotAdd.class, () -> world.people.add("not an address", "دیگری", Role.REPORTER));
    }
}
