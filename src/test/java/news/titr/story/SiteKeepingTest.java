package news.titr.story;

import static news.titr.World.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.titr.World;
import news.titr.language.DigitPolicy;
import news.titr.language.HouseStyle;
import news.titr.language.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The settings of the site. */
@Tag("database")
class SiteKeepingTest {

    private static final Masthead USUAL = new Masthead(
            "تیتر", "", URI.create("https://news.example.org"), ZoneId.of("Asia/Tehran"), Language.PERSIAN, List.of());

    private final World world = new World();
    private final SiteKeeping keeping = keeping(Set.of());

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void what_is_changed_holds_at_once_for_whoever_holds_the_masthead() {
        var masthead = keeping.masthead();
        assertEquals("تیتر", masthead.name());
        done(keeping.change(world.chiefEditor(), 0, wishes("کرانه", Colours.STANDARD)));
        assertEquals("کرانه", masthead.name());
        assertEquals("Asia/Kabul", masthead.zone().getId());
        assertEquals(DigitPolicy.LATIN, keeping.current().main().digits());
        assertEquals(HouseStyle.Tie.HALF_SPACE, keeping.current().houseStyle().they());
        assertEquals(List.of(new Masthead.ImprintLine("سردبیر", "مینا")), masthead.imprint());
    }

    @Test
    void another_process_takes_it_up_and_a_new_start_finds_it() {
        var other = keeping(Set.of());
        done(keeping.change(world.chiefEditor(), 0, wishes("کرانه", Colours.STANDARD)));
        assertEquals("تیتر", other.current().masthead().name());
        other.refresh();
        assertEquals("کرانه", other.current().masthead().name());
        assertEquals("کرانه", keeping(Set.of()).current().masthead().name());
    }

    @Test
    void what_is_set_on_the_machine_goes_first() {
        var fixed = keeping(Set.of("site.name", "site.zone", "site.imprint", "site.house-style"));
        done(fixed.change(world.chiefEditor(), 0, wishes("کرانه", Colours.STANDARD)));
        assertEquals("تیتر", fixed.current().masthead().name());
        assertEquals("Asia/Tehran", fixed.current().masthead().zone().getId());
        assertEquals(List.of(), fixed.current().masthead().imprint());
        assertEquals(HouseStyle.standard(), fixed.current().houseStyle());
        assertEquals("روزنامهٔ صبح", fixed.current().masthead().motto());
    }

    @Test
    void versions_decide_who_was_first_and_none_is_lost() {
        done(keeping.change(world.chiefEditor(), 0, wishes("کرانه", Colours.STANDARD)));
        var late = keeping.change(world.chiefEditor(), 0, wishes("ساحل", Colours.STANDARD));
        assertInstanceOf(Outcome.Conflict.class, late);
        done(keeping.change(world.chiefEditor(), 1, wishes("ساحل", Colours.STANDARD)));
        assertEquals(
                List.of("ساحل", "کرانه"),
                keeping.history(Long.MAX_VALUE, 10).stream()
                        .map(version -> version.wishes().name())
                        .toList());
        assertEquals(
                Outcome.refused(Problem.Kind.NOT_ALLOWED),
                keeping.change(world.reporter(), 2, wishes("دریا", Colours.STANDARD)));
    }

    @Test
    void a_theme_that_is_not_there_is_refused_and_one_of_the_machine_goes_first() {
        var unknown = wishes("کرانه", Colours.STANDARD).withTheme("evening");
        assertEquals(
                new Outcome.Refused<>(List.of(new Problem(Problem.Kind.NO_SUCH_CHOICE, "evening"))),
                keeping.change(world.chiefEditor(), 0, unknown));
        assertEquals("newspaper", keeping.current().theme());
        var machine = new SiteKeeping.Machine(
                USUAL,
                HouseStyle.standard(),
                Set.of(),
                Set.of("site.theme"),
                "/srv/looks/morning",
                () -> List.of("newspaper", "evening"));
        var fixed = new SiteKeeping(world.database, world.ids, world.clock, machine);
        done(fixed.change(world.chiefEditor(), 0, unknown));
        assertEquals("evening", fixed.current().wishes().theme());
        assertEquals("/srv/looks/morning", fixed.current().theme());
    }

    @Test
    void colours_that_cannot_be_read_are_refused_in_light_and_in_dark() {
        var pale = new Colours(Optional.of(new Colours.Pair("#ff907f", "#ff907f")), Optional.empty(), Optional.empty());
        var refused =
                assertInstanceOf(Outcome.Refused.class, keeping.change(world.chiefEditor(), 0, wishes("کرانه", pale)));
        assertTrue(refused.problems().stream()
                .allMatch(problem -> ((Problem) problem).kind() == Problem.Kind.TOO_LITTLE_CONTRAST));
        var blue = new Colours(Optional.of(new Colours.Pair("#0b4f9c", "#8fc2ff")), Optional.empty(), Optional.empty());
        done(keeping.change(world.chiefEditor(), 0, wishes("کرانه", blue)));
        var nonsense = new Colours(Optional.of(new Colours.Pair("red;}", "#fff")), Optional.empty(), Optional.empty());
        assertInstanceOf(Outcome.Refused.class, keeping.change(world.chiefEditor(), 1, wishes("کرانه", nonsense)));
    }

    @Test
    void the_usual_colours_can_be_read_and_contrast_is_counted_as_the_guidelines_say() {
        assertEquals(List.of(), Colours.STANDARD.tooNear());
        assertEquals("", Colours.STANDARD.css());
        assertEquals(21, Colours.contrast("#000000", "#ffffff"), .001);
        assertEquals(4.54, Colours.contrast("#767676", "#ffffff"), .01);
        var sepia = new Colours(
                Optional.empty(),
                Optional.of(new Colours.Pair("#2b1d0e", "#f2e6d0")),
                Optional.of(new Colours.Pair("#fbf3e4", "#1c150c")));
        assertEquals(List.of(), sepia.tooNear());
        assertTrue(sepia.css().contains("--quiet:light-dark(#"), sepia.css());
    }

    @Test
    void a_logo_and_a_digit_choice_survive_the_way_through_the_database() {
        var logo = new SiteSettings.Logo("0".repeat(64), "image/svg+xml", 240, 60);
        var wishes = wishes("کرانه", Colours.STANDARD).withLogo(Optional.of(logo));
        done(keeping.change(world.chiefEditor(), 0, wishes));
        assertEquals(wishes, keeping.history(Long.MAX_VALUE, 1).getFirst().wishes());
        assertEquals("/logo/" + "0".repeat(64) + ".svg", logo.address());
    }

    private SiteKeeping keeping(Set<String> fixed) {
        return new SiteKeeping(
                world.database,
                world.ids,
                world.clock,
                new SiteKeeping.Machine(USUAL, HouseStyle.standard(), Set.of(), fixed));
    }

    private static SiteSettings.Wishes wishes(String name, Colours colours) {
        return new SiteSettings.Wishes(
                name,
                "روزنامهٔ صبح",
                "Asia/Kabul",
                "latin",
                Map.of("they", "half-space"),
                List.of(new Masthead.ImprintLine("سردبیر", "مینا")),
                colours,
                Optional.empty(),
                List.of());
    }
}
