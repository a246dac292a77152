package news.titr.story;

import static news.titr.World.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.titr.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Old addresses that lead on. */
@Tag("database")
class RedirectsTest {

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void an_old_address_leads_on_however_it_is_encoded() {
        put("https://old.example.org/fa/%D8%AE%D8%A8%D8%B1/12/", "/news/1001", 301);
        for (String asked : List.of("/fa/خبر/12", "/fa/خبر/12/", "/fa/%D8%AE%D8%A8%D8%B1/12")) {
            assertEquals(
                    "/news/1001",
                    world.redirects.follow(asked, Map.of()).orElseThrow().target(),
                    asked);
        }
        assertEquals(Optional.empty(), world.redirects.follow("/fa/خبر/13", Map.of()));
    }

    @Test
    void an_old_address_with_a_query_is_told_from_others_of_its_path() {
        put("https://old.example.org/?p=123", "/news/1001", 301);
        put("/index.php?lang=fa&id=%D8%AE%D8%A8%D8%B1", "/news/1002", 301);
        put("/index.php", "/archive", 302);
        assertEquals(Optional.of("/news/1001"), target("/", "p", "123"));
        assertEquals(Optional.of("/news/1001"), target("/", "p", "123", "utm_source", "telegram"));
        assertEquals(Optional.of("/news/1001"), target("/", "p", "123", "page", "2"));
        assertEquals(Optional.empty(), target("/", "p", "124"));
        assertEquals(Optional.empty(), target("/"));
        assertEquals(Optional.of("/news/1002"), target("/index.php", "id", "خبر", "lang", "fa"));
        // one without a query still takes any
        assertEquals(Optional.of("/archive"), target("/index.php", "id", "خبر"));
        assertEquals(Optional.of("/archive"), target("/index.php"));
        world.redirects.writeHits();
        assertEquals(3, find("/?p=123").hits());
    }

    @Test
    void other_forms_of_an_old_page_lead_where_it_leads() {
        put("/2019/05/pol", "/news/1001", 301);
        put("/?p=7", "/news/1002", 301);
        put("/2019/05/amp", "/news/1003", 301);
        put("/feed", "/rss.xml", 301);
        for (String form :
                List.of("/amp", "/feed/", "/feed/atom", "/embed", "/trackback/", "/comment-page-2/", "/page/3")) {
            assertEquals(Optional.of("/news/1001"), target("/2019/05/pol" + form), form);
        }
        assertEquals(Optional.of("/news/1001"), target("/index.php/2019/05/pol/"));
        assertEquals(Optional.of("/news/1001"), target("/index.php/2019/05/pol/amp/", "x", "1"));
        assertEquals(Optional.of("/news/1002"), target("/index.php", "p", "7"));
        assertEquals(Optional.of("/news/1003"), target("/2019/05/amp"), "a page of this name goes first");
        assertEquals(Optional.of("/rss.xml"), target("/index.php/feed/"));
        assertEquals(Optional.empty(), target("/index.php"));
        assertEquals(Optional.empty(), target("/page/2"));
        assertEquals(Optional.empty(), target("/2019/05/polite/amp"));
        assertRefused(Problem.Kind.REDIRECT_LOOP, new Redirects.Wish("/a", "/a/amp", 301));
    }

    @Test
    void a_way_through_queries_that_comes_back_is_refused_as_well() {
        put("/a?id=1", "/b?id=1", 301);
        assertRefused(Problem.Kind.REDIRECT_LOOP, new Redirects.Wish("/b", "/a?x=2&id=1", 301));
        assertRefused(Problem.Kind.REDIRECT_LOOP, new Redirects.Wish("/c?id=1", "/c?id=1&x=2", 301));
        put("/b", "/a?id=2", 301);
    }

    private Optional<String> target(String path, String... query) {
        var parameters = new java.util.TreeMap<String, List<String>>();
        for (int i = 0; i < query.length; i += 2) {
            parameters.put(query[i], List.of(query[i + 1]));
        }
        return world.redirects.follow(path, parameters).map(Redirect::target);
    }

    @Test
    void hits_are_counted_in_memory_and_written_down_now_and_then() {
        put("/old", "/news/1001", 302);
        for (int i = 0; i < 7; i++) {
            world.redirects.follow("/old", Map.of());
        }
        assertEquals(0, find("/old").hits());
        world.redirects.writeHits();
        world.redirects.writeHits();
        assertEquals(7, find("/old").hits());
        assertEquals(Optional.of(world.clock.instant()), find("/old").hitAt());
    }

    @Test
    void a_way_that_comes_back_to_itself_is_refused() {
        put("/a", "/b", 301);
        put("/b", "/c", 301);
        assertRefused(Problem.Kind.REDIRECT_LOOP, new Redirects.Wish("/c", "/a", 301));
        assertRefused(Problem.Kind.REDIRECT_LOOP, new Redirects.Wish("/c", "/c/", 301));
        put("/c", "/d", 301);
    }

    @Test
    void what_cannot_be_an_address_is_refused() {
        assertRefused(Problem.Kind.UNFIT_PATH, new Redirects.Wish("/", "/b", 301));
        assertRefused(Problem.Kind.UNFIT_PATH, new Redirects.Wish("/desk/front", "/b", 301));
        assertRefused(Problem.Kind.UNFIT_PATH, new Redirects.Wish("/#top", "/b", 301));
        assertRefused(Problem.Kind.UNFIT_PATH, new Redirects.Wish("old", "/b", 301));
        assertRefused(Problem.Kind.UNFIT_TARGET, new Redirects.Wish("/old", "//evil.example.org", 301));
        assertRefused(Problem.Kind.UNFIT_TARGET, new Redirects.Wish("/old", "javascript:alert(1)", 301));
        assertRefused(Problem.Kind.UNFIT_TARGET, new Redirects.Wish("/old", "", 302));
        assertRefused(Problem.Kind.NO_SUCH_CHOICE, new Redirects.Wish("/old", "/b", 307));
        put("/old", "", 410);
        put("/elsewhere", "https://example.org/x", 301);
    }

    @Test
    void a_table_is_taken_in_whole_or_not_at_all() {
        var imported = done(world.redirects.importTable(world.chiefEditor(), """
                from,to,status
                /a,/news/1001
                "/b, with a comma",/news/1002,302
                /gone
                /c;x,/news/1003
                """));
        assertEquals(new Redirects.Imported(4, List.of()), imported);
        assertEquals(410, find("/gone").status());
        assertEquals(302, find("/b, with a comma").status());

        var bad = done(world.redirects.importTable(world.chiefEditor(), "/new\t/x\n/p\t/q\n/q\t/p\n/r\tnowhere\n"));
        assertEquals(0, bad.taken());
        assertEquals(
                List.of(2, 3, 4),
                bad.bad().stream().map(Redirects.BadLine::number).toList());
        assertTrue(world.redirects.follow("/new", Map.of()).isEmpty());
    }

    @Test
    void a_redirect_changes_only_for_who_saw_it_and_reporters_change_none() {
        put("/old", "/b", 301);
        var there = find("/old");
        assertInstanceOf(
                Outcome.Conflict.class,
                world.redirects.put(world.chiefEditor(), 0, new Redirects.Wish("/old", "/c", 301)));
        done(world.redirects.put(world.chiefEditor(), there.version(), new Redirects.Wish("/old", "/c", 301)));
        assertInstanceOf(Outcome.Conflict.class, world.redirects.remove(world.chiefEditor(), "/old", there.version()));
        assertInstanceOf(
                Outcome.Refused.class,
                world.redirects.put(world.reporter(), 0, new Redirects.Wish("/other", "/c", 301)));
        done(world.redirects.remove(world.chiefEditor(), "/old", find("/old").version()));
        assertTrue(world.redirects.list("", "", 10).isEmpty());
    }

    @Test
    void the_list_is_searched_and_goes_on_where_it_ended() {
        put("/a_1", "/x", 301);
        put("/ab1", "/y", 301);
        put("/b", "/a_1/more", 301);
        assertEquals(List.of("/a_1", "/b"), paths(world.redirects.list("a_1", "", 10)));
        assertEquals(List.of("/ab1", "/b"), paths(world.redirects.list("", "/a_1", 10)));
    }

    private static List<String> paths(List<Redirect> redirects) {
        return redirects.stream().map(Redirect::path).toList();
    }

    private void put(String path, String target, int status) {
        done(world.redirects.put(world.chiefEditor(), 0, new Redirects.Wish(path, target, status)));
    }

    private Redirect find(String path) {
        return world.redirects.list("", "", 100).stream()
                .filter(redirect -> redirect.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private void assertRefused(Problem.Kind kind, Redirects.Wish wish) {
        var refused = assertInstanceOf(
                Outcome.Refused.class, world.redirects.put(world.chiefEditor(), 0, wish), wish.toString());
        assertEquals(kind, ((Problem) refused.problems().getFirst()).kind(), wish.toString());
    }
}
