package news.titr.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.titr.World;
import news.titr.doc.Block;
import news.titr.doc.Body;
import news.titr.story.Board;
import news.titr.story.BoardColumn;
import news.titr.story.BoardFilter;
import news.titr.story.Card;
import news.titr.story.Label;
import news.titr.story.Publishing.Seen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The search index is what readers have, whatever happens to it. */
@Tag("database")
class IndexingTest {

    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");

    private final World world = new World();

    @TempDir
    private Path folder;

    private final List<Indexing> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(Indexing::close);
        world.close();
    }

    @Test
    void whatIsPublishedIsFoundAndWhatIsTakenBackIsNot() {
        var indexing = indexing();
        assertEquals(List.of(), found(indexing, "پل"));
        var story = world.published(World.bridgeReopens());
        world.draft(World.bridgeCloses());
        assertEquals(List.of(story.number()), found(indexing, "پل"));

        var revised = World.done(world.drafting.revise(
                world.technician,
                story.number(),
                story.newestRevision(),
                World.bridgeReopens().withText("", "گذرگاه باز شد", "", Body.of(Block.Paragraph.of("متن.")))));
        assertEquals(List.of(), found(indexing, "گذرگاه"), "a draft");
        var updated = World.done(world.publishing.publish(world.technician, story.number(), Seen.of(revised)));
        assertEquals(List.of(story.number()), found(indexing, "گذرگاه"));
        assertEquals(List.of(), found(indexing, "مهندس"), "what it said before");

        World.done(world.publishing.withdraw(world.technician, story.number(), Seen.of(updated), "نادرست بود"));
        assertEquals(List.of(), found(indexing, "گذرگاه"));
    }

    @Test
    void theDeskFindsLiveStoriesByAllThatIsWrittenInThemAndOthersByTheirHeadlines() {
        var indexing = indexing();
        var board = new Board(
                world.database, world.clock, (words, most) -> indexing.index().map(index -> index.having(words, most)));
        var live = world.published(World.bridgeReopens());
        var draft = world.draft(World.bridgeReopens());
        var rewritten = world.published(World.bridgeReopens());
        var newer = World.done(world.drafting.revise(
                world.technician,
                rewritten.number(),
                rewritten.newestRevision(),
                World.bridgeReopens().withText("", "گذرگاه باز شد", "", Body.EMPTY)));
        assertEquals(List.of(), onBoard(board, "مهندس"), "as long as there is no index, headlines are looked through");
        indexing.run();
        assertEquals(List.of(live.number(), rewritten.number()), onBoard(board, "مهندس"));
        assertEquals(List.of(draft.number(), live.number(), rewritten.number()), onBoard(board, "پل کهنه"));
        assertEquals(List.of(live.number(), rewritten.number()), onBoard(board, "مهند"), "while it is being typed");
        assertEquals(List.of(newer.number()), onBoard(board, "گذرگاه"));
        assertEquals(List.of(live.number()), onBoard(board, Long.toString(live.number())));
        assertEquals(List.of(), onBoard(board, "مهندس هواپیما"));
        assertEquals(List.of(), onBoard(board, "!"));
        assertEquals(
                List.of(live.number()),
                board.cards(List.of(live.number(), draft.number()), withWords("مهندس"), TEHRAN).stream()
                        .map(Card::number)
                        .toList());
        assertEquals(
                2,
                board.counts(withWords("مهندس"), List.of(BoardColumn.LIVE), TEHRAN)
                        .get(BoardColumn.LIVE));
    }

    private static List<Long> onBoard(Board board, String words) {
        return board
                .sight(withWords(words), List.of(BoardColumn.DRAFT, BoardColumn.LIVE), TEHRAN, 20)
                .columns()
                .stream()
                .flatMap(column -> column.cards().stream())
                .map(Card::number)
                .toList();
    }

    private static BoardFilter withWords(String words) {
        return BoardFilter.EVERYTHING.withWords(words);
    }

    @Test
    void aWordIsFoundHoweverItIsWritten() {
        var indexing = indexing();
        var story = world.published(World.bridgeReopens());
        for (String typed : List.of(
                "باز می‌شود",
                "باز ميشود",
                "باز می شود",
                "حمل و نقل",
                "حمل‌ونقل",
                "پل \u0643هنه",
                "«پل کهنه»",
                "\"پل کهنه\"",
                "سارا نویسنده",
                "ساوران")) {
            assertEquals(List.of(story.number()), found(indexing, typed), typed);
        }
        assertEquals(List.of(), found(indexing, "«کهنه پل»"), "a phrase the other way round");
        assertEquals(List.of(), found(indexing, "پل -کهنه"), "a word that must not be there");
        for (String nothing : List.of("", " ", "-", "«»", "\"", "()*?:~^", "\u200c")) {
            found(indexing, nothing);
        }
    }

    @Test
    void allWordsAreWantedAndWhereNoStoryHasThemSomeWillDo() {
        var indexing = indexing();
        var reopens = world.published(World.bridgeReopens());
        var closes = world.published(World.bridgeCloses());
        assertEquals(List.of(reopens.number()), found(indexing, "پل مهندس"));
        var both = search(indexing, "پل");
        assertEquals(2, both.total());
        assertFalse(both.partial());
        var some = search(indexing, "مهندس بسته");
        assertTrue(some.partial());
        assertEquals(2, some.total());
        assertTrue(some.stories().contains(closes.number()));
    }

    @Test
    void aWordThatNobodyWritesLeadsToOneThatSomebodyDoes() {
        var indexing = indexing();
        world.published(World.bridgeReopens());
        assertEquals(Optional.of("مرمت پل"), search(indexing, "مرنت پل").meant());
        assertEquals(Optional.empty(), search(indexing, "مرمت پل").meant());
        assertEquals(List.of("پایان مرمت"), indexing.index().orElseThrow().completions("پایان مر", 5));
        assertEquals(List.of(), indexing.index().orElseThrow().completions("م", 5));
    }

    @Test
    void filtersNarrowAndCountsSayByHowMuch() {
        var indexing = indexing();
        var city = world.published(World.bridgeReopens());
        world.clock.forward(Duration.ofDays(1));
        var culture = world.published(World.bridgeReopens().withSection("culture"));
        var section = world.liveStories.section(World.EDITION, "culture").orElseThrow();
        var all = SearchQuery.of(World.EDITION, "پل", 10);
        assertEquals(
                List.of(culture.number()),
                stories(indexing, with(all, world.liveStories.idsWithin(section), Optional.empty())));
        assertEquals(
                List.of(culture.number()),
                stories(indexing, with(all, List.of(), Optional.of(World.MORNING.plusSeconds(1)))));
        assertEquals(
                List.of(culture.number(), city.number()), stories(indexing, all.ordered(SearchQuery.Order.NEWEST)));
        assertEquals(
                List.of(new SearchResult.Count("news", 2)),
                search(indexing, "پل").facets().get(SearchResult.Facet.TYPE));
        assertEquals(
                2,
                search(indexing, "پل").facets().get(SearchResult.Facet.SECTION).size());

        // a section that is merged is found in the other one
        World.done(world.sectioning.merge(
                world.technician,
                world.sectionId("city"),
                world.liveStories.section(World.EDITION, "city").orElseThrow().version(),
                section.id()));
        assertEquals(
                2,
                stories(indexing, with(all, world.liveStories.idsWithin(section), Optional.empty()))
                        .size());
        var tag = world.liveStories
                .label(Label.Kind.TAG, World.EDITION, "پل-کهنه")
                .orElseThrow();
        assertEquals(1, world.liveStories.idsOf(tag).size());
    }

    @Test
    void anIndexThatWasClosedKnowsWhatHappenedMeanwhile() {
        var first = indexing();
        var one = world.published(World.bridgeReopens());
        assertEquals(List.of(one.number()), found(first, "پل"));
        first.close();
        var two = world.published(World.bridgeCloses());
        assertEquals(2, search(indexing(), "پل").total());
        assertTrue(found(indexingAgain(), "بسته").contains(two.number()));
    }

    @Test
    void whatAPowerCutTookIsLookedUpAgain() throws IOException {
        var before = indexing();
        before.run();
        var story = world.published(World.bridgeReopens());
        assertEquals(List.of(story.number()), found(before, "پل"));
        // as the disk holds it while nothing was kept yet
        var cut = Files.createDirectory(folder.resolveSibling(folder.getFileName() + "-cut"));
        copy(folder, cut);
        var after = indexing(cut);
        assertEquals(List.of(story.number()), found(after, "پل"));
    }

    @Test
    void anIndexThatIsDeletedIsMadeAnew() throws IOException {
        var first = indexing();
        var story = world.published(World.bridgeReopens());
        assertEquals(1, found(first, "پل").size());
        first.close();
        try (var files = Files.walk(folder)) {
            for (var file : (Iterable<Path>) files.sorted(java.util.Comparator.reverseOrder())::iterator) {
                if (!file.equals(folder)) {
                    Files.delete(file);
                }
            }
        }
        assertEquals(List.of(story.number()), found(indexingAgain(), "پل"));
    }

    @Test
    void aRunningServerGoesOverToAnIndexThatIsMadeBesideIt() throws IOException {
        var server = indexing();
        var story = world.published(World.bridgeReopens());
        assertEquals(1, found(server, "پل").size());
        assertEquals(1, new Indexing(world.database, world.liveStories, folder, _ -> {}).rebuild());
        var later = world.published(World.bridgeCloses());
        assertEquals(2, search(server, "پل").total());
        assertTrue(found(server, "پل").containsAll(List.of(story.number(), later.number())));
        try (Stream<Path> folders = Files.list(folder)) {
            assertEquals(1, folders.filter(Files::isDirectory).count(), "the old one is swept away");
        }
    }

    @Test
    void twoServersDoNotShareAnIndex() {
        indexing().run();
        var other = new Indexing(world.database, world.liveStories, folder, _ -> {});
        var refused = assertThrows(UncheckedIOException.class, other::run);
        assertTrue(refused.getMessage().contains("a data folder of its own"));
    }

    @Test
    void aSnippetShowsWhereTheWordsStandAndMarksThem() {
        String text = "آغاز. ".repeat(60) + "مرمت پل‌های کهنه سه سال طول کشید. " + "پایان. ".repeat(60);
        var snippet = Snippet.best(text, "پل کهنه", 120);
        assertEquals(
                List.of("پل‌های", "کهنه"),
                snippet.parts().stream()
                        .filter(Snippet.Part::marked)
                        .map(Snippet.Part::text)
                        .toList());
        String whole = snippet.parts().stream().map(Snippet.Part::text).reduce("", String::concat);
        assertTrue(whole.startsWith("…") && whole.endsWith("…") && whole.length() < 140, whole);
        String lines = "آغاز\n".repeat(60) + "قنات آب دارد.\n" + "پایان\n".repeat(60);
        assertTrue(
                Snippet.best(lines, "آب", 60).parts().stream()
                        .map(Snippet.Part::text)
                        .reduce("", String::concat)
                        .contains(" قنات "),
                "words stay whole");
        assertEquals(
                List.of("خانهٔ"),
                Snippet.whole("خانهٔ مردم", "خانه").parts().stream()
                        .filter(Snippet.Part::marked)
                        .map(Snippet.Part::text)
                        .toList(),
                "a hamza stays with its letter");
        assertEquals(
                "پل کهنه",
                Snippet.whole("پل کهنه", "هیچ").parts().stream()
                        .map(Snippet.Part::text)
                        .reduce("", String::concat));
    }

    // ---- what these tests do

    private Indexing indexing() {
        return indexing(folder);
    }

    private Indexing indexingAgain() {
        opened.forEach(Indexing::close);
        return indexing(folder);
    }

    private Indexing indexing(Path where) {
        var indexing = new Indexing(world.database, world.liveStories, where, _ -> {});
        opened.add(indexing);
        return indexing;
    }

    private static List<Long> found(Indexing indexing, String text) {
        return search(indexing, text).stories();
    }

    private static SearchResult search(Indexing indexing, String text) {
        indexing.run();
        return indexing.index().orElseThrow().search(SearchQuery.of(World.EDITION, text, 10));
    }

    private static List<Long> stories(Indexing indexing, SearchQuery query) {
        indexing.run();
        return indexing.index().orElseThrow().search(query).stories();
    }

    private static SearchQuery with(SearchQuery query, List<String> sections, Optional<java.time.Instant> from) {
        return new SearchQuery(
                query.edition(),
                query.text(),
                sections,
                List.of(),
                List.of(),
                Optional.empty(),
                from,
                Optional.empty(),
                query.order(),
                0,
                10);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var copied = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copied);
                } else if (!file.endsWith("write.lock")) {
                    Files.copy(file, copied);
                }
            }
        }
    }
}
