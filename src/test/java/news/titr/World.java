package news.titr;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.titr.db.Database;
import news.titr.db.Ids;
import news.titr.doc.Block;
import news.titr.doc.Body;
import news.titr.people.Actor;
import news.titr.people.Passwords;
import news.titr.people.People;
import news.titr.people.Person;
import news.titr.people.Role;
import news.titr.people.Sessions;
import news.titr.people.SignIn;
import news.titr.story.Alarms;
import news.titr.story.Archiving;
import news.titr.story.Board;
import news.titr.story.BoardViews;
import news.titr.story.Breaking;
import news.titr.story.Content;
import news.titr.story.Covering;
import news.titr.story.Drafting;
import news.titr.story.DueReleases;
import news.titr.story.Fronting;
import news.titr.story.History;
import news.titr.story.Labelling;
import news.titr.story.Labels;
import news.titr.story.LiveStories;
import news.titr.story.LiveStory;
import news.titr.story.Newsroom;
import news.titr.story.Notes;
import news.titr.story.Outcome;
import news.titr.story.Planning;
import news.titr.story.Published;
import news.titr.story.Publishing;
import news.titr.story.Redirects;
import news.titr.story.Sectioning;
import news.titr.story.Sections;
import news.titr.story.StaticPages;
import news.titr.story.Story;
import news.titr.story.StoryType;
import news.titr.story.Translating;
import news.titr.story.Workflow;

/**
 * A small newspaper that tests know by heart: the sections city and culture, a reporter, a chief editor, and stories
 * about a bridge. Its clock stands still until it is told to go on.
 */
public final class World implements AutoCloseable {

    public static final String EDITION = "fa";
    public static final URI SITE = URI.create("https://news.example.org");
    public static final Instant MORNING = Instant.parse("2025-01-20T04:40:00Z");

    /** A clock that goes when it is told to. */
    public static final class Hands implements InstantSource {
        private volatile Instant now = MORNING;

        @Override
        public Instant instant() {
            return now;
        }

        public void forward(Duration duration) {
            now = now.plus(duration);
        }
    }

    public final Hands clock = new Hands();
    public final Database database;
    public final Ids ids = new Ids(clock);
    public final People people;
    public final Sessions sessions;
    /** As the program has it, but so cheap that tests need not wait. */
    public final Passwords passwords = new Passwords(new Passwords.Cost(64, 1, 1));

    public final SignIn signIn;
    public final Sections sections;
    public final Drafting drafting;
    public final Translating translating;
    public final Publishing publishing;
    public final Archiving archiving;
    public final Covering covering;
    public final DueReleases due;
    public final Alarms alarms;
    public final History history;
    public final Notes notes;
    public final Workflow workflow;
    public final Board board;
    public final Planning planning;
    public final BoardViews boardViews;
    public final Fronting fronting;
    public final Sectioning sectioning;
    public final Labels labels;
    public final Labelling labelling;
    public final Redirects redirects;
    public final StaticPages staticPages;
    public final Breaking breaking;
    public final LiveStories liveStories;
    public final Newsroom newsroom;
    public final Actor technician = new Actor.Technician();

    public World() {
        this(TestDatabase.open());
    }

    public World(Database database) {
        this.database = database;
        people = new People(database, ids, clock);
        sessions = new Sessions(database, ids, clock);
        signIn = new SignIn(database, ids, clock, passwords, sessions, true);
        sections = new Sections(database, ids);
        drafting = new Drafting(database, ids, clock);
        translating = new Translating(database, ids, clock, drafting);
        publishing = new Publishing(database, ids, clock, SITE);
        archiving = new Archiving(database, ids, clock, SITE);
        covering = new Covering(database, ids, clock, SITE);
        due = new DueReleases(database, ids, clock, SITE);
        alarms = new Alarms(database, ids, clock);
        history = new History(database, ids, clock);
        notes = new Notes(database, ids, clock);
        workflow = new Workflow(database, ids, clock);
        board = new Board(database, clock, Board.LiveWords.NONE);
        planning = new Planning(database, ids, clock, drafting);
        boardViews = new BoardViews(database, ids, clock);
        fronting = new Fronting(database, ids, clock);
        sectioning = new Sectioning(database, ids, clock);
        labels = new Labels(database);
        labelling = new Labelling(database, ids, clock);
        redirects = new Redirects(database, ids, clock);
        staticPages = new StaticPages(database, ids, clock);
        breaking = new Breaking(database, ids, clock);
        liveStories = new LiveStories(database);
        newsroom = new Newsroom(database, SITE);
        sections.keep(EDITION, List.of(Map.entry("city", "شهر"), Map.entry("culture", "فرهنگ")));
        sections.firstNumber(1001);
    }

    // ---- people

    public Actor reporter() {
        return actor("sara@example.org", "سارا", Role.REPORTER);
    }

    public Actor chiefEditor() {
        return actor("mina@example.org", "مینا", Role.CHIEF_EDITOR);
    }

    public Actor actor(String email, String name, Role role) {
        Person person = people.withEmail(email).orElseGet(() -> people.add(email, name, role));
        return atDesk(person);
    }

    public Actor atDesk(Person person) {
        return new Actor.AtDesk(person, "192.0.2.7");
    }

    /** The id of a section, by its slug. */
    public String sectionId(String slug) {
        return sections.all(EDITION).stream()
                .filter(section -> section.slug().equals(slug))
                .findFirst()
                .orElseThrow()
                .id();
    }

    // ---- stories

    /** «پل کهنه پس از سه سال باز شد», in the section city, with a half-space, a tag and an author. */
    public static Content bridgeReopens() {
        return new Content(
                "پایان مرمت",
                "پل کهنه پس از سه سال باز می‌شود",
                List.of("عابران از فردا می‌توانند از روی آن بگذرند"),
                "شهرداری می‌گوید مرمت پل تمام شده است و راه از فردا باز است.",
                Body.of(
                        Block.Paragraph.of("مرمت پل سه سال طول کشید."),
                        new Block.Quote("مهندس کار", List.of(Block.Paragraph.of("پایه‌ها از نو ساخته شد.")))),
                "city",
                List.of("پل کهنه", "حمل‌ونقل"),
                List.of("سارا نویسنده"),
                "ساوران",
                "",
                "",
                new Published.OnRelease(),
                Optional.empty());
    }

    public static Content bridgeCloses() {
        return bridgeReopens()
                .withText("", "پل کهنه بسته شد", "پل برای مرمت بسته شد.", Body.of(Block.Paragraph.of("متن.")));
    }

    public Story draft(Content content) {
        return done(drafting.begin(technician, Drafting.Beginning.in(EDITION), content));
    }

    /** A draft that this actor began, and may go on with. */
    public Story draft(Actor actor, Content content) {
        return done(drafting.begin(actor, Drafting.Beginning.in(EDITION), content));
    }

    public Story draft(StoryType type, Content content) {
        return done(drafting.begin(technician, Drafting.Beginning.in(EDITION).withType(type), content));
    }

    public Story published(Content content) {
        return published(EDITION, content);
    }

    /** A live story of an edition, which is made if there is none yet. */
    public Story published(String edition, Content content) {
        sections.keep(edition, List.of(Map.entry("city", "City"), Map.entry("culture", "Culture")));
        var story = done(drafting.begin(technician, Drafting.Beginning.in(edition), content));
        return done(publishing.publish(technician, story.number(), Publishing.Seen.of(story)));
    }

    public LiveStory live(long number) {
        return liveStories.story(number).orElseThrow(() -> new AssertionError("Story " + number + " is not live"));
    }

    /** The value of an outcome that must be Done. */
    public static <T> T done(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Done<T> done) {
            return done.value();
        }
        throw new AssertionError("Expected Done, got " + outcome);
    }

    /** One number out of a query. */
    public long count(String query) {
        return database.read(read -> read.createQuery(query).mapTo(Long.class).one());
    }

    @Override
    public void close() {
        database.close();
    }
}
