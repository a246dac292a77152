package news.titr.story;

import static news.titr.World.EDITION;
import static news.titr.World.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import news.titr.World;
import news.titr.doc.Markup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pages that stay, and the bar of breaking news. */
@Tag("database")
class StaticPagesTest {

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void readers_have_a_page_when_it_is_published_and_not_before() {
        var page = begin("about", "دربارهٔ ما");
        assertTrue(world.liveStories.page(EDITION, "about").isEmpty());
        done(world.staticPages.publish(world.chiefEditor(), page.id(), 1));
        assertEquals(
                "دربارهٔ ما",
                world.liveStories
                        .page(EDITION, "about")
                        .orElseThrow()
                        .revision()
                        .title());
        done(world.staticPages.save(world.chiefEditor(), page.id(), 1, "about", "ما", Markup.read("تازه")));
        assertEquals(
                "دربارهٔ ما",
                world.liveStories
                        .page(EDITION, "about")
                        .orElseThrow()
                        .revision()
                        .title());
        done(world.staticPages.publish(world.chiefEditor(), page.id(), 2));
        assertEquals(
                "ما",
                world.liveStories
                        .page(EDITION, "about")
                        .orElseThrow()
                        .revision()
                        .title());
        assertEquals(2, world.staticPages.history(page.id(), 10).size());
        done(world.staticPages.withdraw(world.chiefEditor(), page.id(), 2));
        assertTrue(world.liveStories.page(EDITION, "about").isEmpty());
    }

    @Test
    void an_address_that_the_program_answers_itself_is_taken() {
        for (String slug : List.of("desk", "news", "section", "1001", "a/b", "feed")) {
            assertInstanceOf(
                    Outcome.Refused.class,
                    world.staticPages.begin(world.chiefEditor(), EDITION, slug, "عنوان", Markup.read("متن")),
                    slug);
        }
        begin("about", "دربارهٔ ما");
        assertInstanceOf(
                Outcome.Refused.class,
                world.staticPages.begin(world.chiefEditor(), EDITION, "about", "عنوان", Markup.read("متن")));
    }

    @Test
    void a_page_that_moves_leads_on_and_the_imprint_never_moves() {
        var page = begin("about", "دربارهٔ ما");
        done(world.staticPages.publish(world.chiefEditor(), page.id(), 1));
        done(world.staticPages.save(world.chiefEditor(), page.id(), 1, "about-us", "دربارهٔ ما", Markup.read("متن")));
        assertEquals(
                "/about-us",
                world.redirects
                        .follow("/about", java.util.Map.of())
                        .orElseThrow()
                        .target());
        var imprint = begin(StaticPage.IMPRINT, "شناسنامه");
        assertInstanceOf(
                Outcome.Refused.class,
                world.staticPages.save(
                        world.chiefEditor(), imprint.id(), 1, "masthead", "شناسنامه", Markup.read("متن")));
    }

    @Test
    void who_saves_second_is_told() {
        var page = begin("about", "دربارهٔ ما");
        done(world.staticPages.save(world.chiefEditor(), page.id(), 1, "about", "یک", Markup.read("یک")));
        assertInstanceOf(
                Outcome.Conflict.class,
                world.staticPages.save(world.chiefEditor(), page.id(), 1, "about", "دو", Markup.read("دو")));
        assertInstanceOf(Outcome.Conflict.class, world.staticPages.publish(world.chiefEditor(), page.id(), 1));
        assertInstanceOf(
                Outcome.Refused.class,
                world.staticPages.begin(world.reporter(), EDITION, "x", "عنوان", Markup.read("متن")));
    }

    @Test
    void the_foot_has_them_in_their_order() {
        var about = begin("about", "دربارهٔ ما");
        var corrections = begin("corrections", "روش تصحیح خبر");
        done(world.staticPages.publish(world.chiefEditor(), about.id(), 1));
        done(world.staticPages.publish(world.chiefEditor(), corrections.id(), 1));
        done(world.staticPages.move(world.chiefEditor(), corrections.id(), -1));
        assertEquals(
                List.of("corrections", "about"),
                around().pages().stream().map(LiveStories.PageLink::slug).toList());
    }

    // ---- breaking news

    @Test
    void breaking_news_stands_above_every_page_until_its_time_or_until_it_is_switched_off() {
        var until = Optional.of(world.clock.instant().plusSeconds(3600));
        done(world.breaking.show(world.chiefEditor(), EDITION, 0, "پل باز شد", OptionalLong.empty(), until));
        assertEquals("پل باز شد", around().breaking().orElseThrow().text());
        world.clock.forward(java.time.Duration.ofHours(1));
        assertTrue(around().breaking().isEmpty());
        done(world.breaking.show(world.chiefEditor(), EDITION, 1, "پل باز شد", OptionalLong.empty(), Optional.empty()));
        done(world.breaking.hide(world.chiefEditor(), EDITION, 2));
        assertTrue(around().breaking().isEmpty());
        assertInstanceOf(
                Outcome.Conflict.class,
                world.breaking.show(
                        world.chiefEditor(), EDITION, 2, "دیر رسید", OptionalLong.empty(), Optional.empty()));
    }

    @Test
    void breaking_news_of_a_story_goes_when_the_story_goes() {
        var story = world.published(World.bridgeReopens());
        done(world.breaking.show(
                world.chiefEditor(), EDITION, 0, "", OptionalLong.of(story.number()), Optional.empty()));
        assertEquals(
                "پل کهنه پس از سه سال باز می‌شود",
                around().breaking().orElseThrow().text());
        done(world.publishing.withdraw(world.chiefEditor(), story.number(), Publishing.Seen.of(story), "نادرست بود"));
        assertTrue(around().breaking().isEmpty());
    }

    @Test
    void breaking_news_needs_something_to_say_and_somebody_who_may() {
        assertInstanceOf(
                Outcome.Refused.class,
                world.breaking.show(world.chiefEditor(), EDITION, 0, " ", OptionalLong.empty(), Optional.empty()));
        assertInstanceOf(
                Outcome.Refused.class,
                world.breaking.show(world.chiefEditor(), EDITION, 0, "", OptionalLong.of(4), Optional.empty()));
        assertInstanceOf(
                Outcome.Refused.class,
                world.breaking.show(world.reporter(), EDITION, 0, "خبر", OptionalLong.empty(), Optional.empty()));
    }

    private LiveStories.Around around() {
        return world.liveStories.around(EDITION, world.clock.instant());
    }

    private StaticPage begin(String slug, String title) {
        return done(world.staticPages.begin(world.chiefEditor(), EDITION, slug, title, Markup.read("متن")));
    }
}
