package news.titr.app;

import io.quarkus.qute.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.titr.archive.Progress;
import news.titr.db.Database;
import news.titr.db.Ids;
import news.titr.db.Signals;
import news.titr.desk.StoryRooms;
import news.titr.fediverse.Fediverse;
import news.titr.feed.Pings;
import news.titr.http.OtherServers;
import news.titr.language.Language;
import news.titr.language.Messages;
import news.titr.language.Tidy;
import news.titr.language.halfspace.HalfSpaces;
import news.titr.language.halfspace.HouseWords;
import news.titr.media.BlobStore;
import news.titr.media.FolderBlobs;
import news.titr.media.PictureLibrary;
import news.titr.media.Pictures;
import news.titr.media.Programs;
import news.titr.media.Uploads;
import news.titr.people.Codes;
import news.titr.people.FirstPerson;
import news.titr.people.Letters;
import news.titr.people.Passkeys;
import news.titr.people.PasswordStrength;
import news.titr.people.Passwords;
import news.titr.people.People;
import news.titr.people.SecondFactor;
import news.titr.people.Sessions;
import news.titr.people.SignIn;
import news.titr.people.Tokens;
import news.titr.print.PdfEdition;
import news.titr.push.Deliveries;
import news.titr.push.Delivery;
import news.titr.push.WebhookNews;
import news.titr.push.Webhooks;
import news.titr.search.Indexing;
import news.titr.share.MailQueue;
import news.titr.share.Sending;
import news.titr.share.ShareKey;
import news.titr.sources.WireSources;
import news.titr.story.Alarms;
import news.titr.story.Archive;
import news.titr.story.Archiving;
import news.titr.story.Arriving;
import news.titr.story.Board;
import news.titr.story.BoardViews;
import news.titr.story.Breaking;
import news.titr.story.Bylines;
import news.titr.story.Covering;
import news.titr.story.Drafting;
import news.titr.story.DueReleases;
import news.titr.story.Fronting;
import news.titr.story.History;
import news.titr.story.Labelling;
import news.titr.story.Labels;
import news.titr.story.LiveRanges;
import news.titr.story.LiveStories;
import news.titr.story.Masthead;
import news.titr.story.MentionLetters;
import news.titr.story.MostRead;
import news.titr.story.MovingIn;
import news.titr.story.Newsroom;
import news.titr.story.Notes;
import news.titr.story.PictureUses;
import news.titr.story.Planning;
import news.titr.story.Publishing;
import news.titr.story.Redirects;
import news.titr.story.Sectioning;
import news.titr.story.Sections;
import news.titr.story.SiteKeeping;
import news.titr.story.StaticPages;
import news.titr.story.Translating;
import news.titr.story.Workflow;
import news.titr.theme.Themes;
import news.titr.wire.fetching.WireFetching;
import org.jboss.logging.Logger;

/**
 * One newspaper, open: everything that commands and pages work with, wired together. The one place where the parts of
 * the program are put into each other.
 */
public final class Newspaper implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Newspaper.class);

    /** In the data folder: what {@code titr language learn} has counted. */
    public static final String HOUSE_WORDS = "house-words.txt";

    /** In the data folder: the files of pictures. */
    static final String BLOBS = "blobs";

    public final Settings settings;
    public final Clock clock;
    public final Database database;
    public final Ids ids;
    /** Silent until a server starts them. */
    public final Signals signals;

    public final StoryRooms rooms;

    public final People people;
    public final Sessions sessions;
    public final Passwords passwords;
    public final SignIn signIn;
    public final Passkeys passkeys;
    public final Codes codes;
    public final SecondFactor secondFactor;
    public final Letters letters;
    public final FirstPerson firstPerson;
    public final PasswordStrength passwordStrength;
    public final BlobStore blobs;
    public final Pictures pictures;
    public final PictureLibrary library;
    public final Uploads uploads;
    public final PictureUses pictureUses;
    public final Sections sections;
    public final Drafting drafting;
    public final Translating translating;
    public final Publishing publishing;
    public final Covering covering;
    public final Archiving archiving;
    public final MovingIn movingIn;
    public final DueReleases dueReleases;
    public final Alarms alarms;
    public final History history;
    public final Notes notes;
    public final MentionLetters mentionLetters;
    public final Workflow workflow;
    public final Board board;
    public final Planning planning;
    public final BoardViews boardViews;
    public final Fronting fronting;
    public final Themes themes;
    /** The settings in force, which the desk may change. */
    public final SiteKeeping siteKeeping;
    /** Always what the settings in force say. */
    public final Masthead masthead;

    public final Sectioning sectioning;
    public final Labels labels;
    public final Labelling labelling;
    public final Redirects redirects;
    public final StaticPages staticPages;
    public final Breaking breaking;
    public final LiveStories liveStories;
    public final LiveRanges liveRanges;
    public final Archive archive;
    public final MostRead mostRead;
    public final Newsroom newsroom;
    /** Keeps the search index as the newspaper is. */
    public final Indexing indexing;

    public final Bylines bylines;
    public final PdfEdition pdfEdition;
    /** Also where no mail is configured: whoever says «never again» to an old mail is heard. */
    public final Sending sending;

    /** The way out, to any other server. */
    public final OtherServers servers;

    /** With which other programs come in. */
    public final Tokens tokens;

    /** Tells hubs and search engines, where the machine's settings name any. */
    public final Pings pings;

    /** Tells the network in front of the server, where there is one. */
    final CdnPurging cdnPurging;
    /** Other systems that are told of what happens. */
    public final Webhooks webhooks;

    public final WebhookNews webhookNews;

    /** Where the settings let people follow the newspaper from Mastodon and its like. */
    public final Optional<Fediverse> fediverse;

    /** Sends what is to be told to them. */
    public final Deliveries deliveries;

    /** Where news comes from by itself. */
    public final WireSources wireSources;

    /** What has come from there, and how it stands. */
    public final Arriving arriving;

    /** Asks them. */
    public final WireFetching wireFetching;

    private final ShareKey shareKey;

    private Newspaper(Settings settings, Clock clock, Database database) {
        this.settings = settings;
        this.clock = clock;
        this.database = database;
        ids = new Ids(clock);
        signals = new Signals(database, trouble -> LOG.errorf(trouble, "A signal was not heard by all"));
        people = new People(database, ids, clock);
        themes = settings.themes();
        siteKeeping = new SiteKeeping(database, ids, clock, settings.machine(themes));
        masthead = siteKeeping.masthead();
        sessions = new Sessions(database, ids, clock);
        passwords = new Passwords(Passwords.Cost.OWASP);
        signIn = new SignIn(
                database, ids, clock, passwords, sessions, settings.mail().isPresent());
        passkeys = new Passkeys(database, ids, clock, sessions, masthead.baseUrl(), masthead.name());
        codes = new Codes(database, ids, clock, sessions, masthead.name());
        secondFactor = new SecondFactor(database, settings.secondFactorRequired());
        letters = new Letters(database, ids, clock);
        passwordStrength =
                new PasswordStrength(List.of(masthead.name(), masthead.baseUrl().getHost(), "titr"));
        firstPerson = new FirstPerson(database, ids, clock, passwords);
        blobs = new FolderBlobs(settings.dataFolder().resolve(BLOBS));
        pictures = new Pictures(database, blobs, clock, programs(), PictureUses::shown);
        library = new PictureLibrary(database, pictures, blobs, ids, clock, masthead.zone());
        uploads = new Uploads(database, library, settings.dataFolder().resolve("uploads"), ids, clock);
        sections = new Sections(database, ids);
        pictureUses = new PictureUses(database);
        sectioning = new Sectioning(database, ids, clock);
        labels = new Labels(database);
        labelling = new Labelling(database, ids, clock);
        redirects = new Redirects(database, ids, clock);
        staticPages = new StaticPages(database, ids, clock);
        breaking = new Breaking(database, ids, clock);
        drafting = new Drafting(database, ids, clock);
        translating = new Translating(database, ids, clock, drafting);
        publishing = new Publishing(database, ids, clock, masthead.baseUrl());
        covering = new Covering(database, ids, clock, masthead.baseUrl());
        archiving = new Archiving(database, ids, clock, masthead.baseUrl());
        movingIn = new MovingIn(database, ids, clock);
        dueReleases = new DueReleases(database, ids, clock, masthead.baseUrl());
        alarms = new Alarms(database, ids, clock);
        history = new History(database, ids, clock);
        notes = new Notes(database, ids, clock);
        mentionLetters = new MentionLetters(database, clock);
        workflow = new Workflow(database, ids, clock);
        planning = new Planning(database, ids, clock, drafting);
        boardViews = new BoardViews(database, ids, clock);
        fronting = new Fronting(database, ids, clock);
        liveStories = new LiveStories(database);
        liveRanges = new LiveRanges(database);
        archive = new Archive(database);
        mostRead = new MostRead(database, clock);
        newsroom = new Newsroom(database, masthead.baseUrl());
        indexing = new Indexing(
                database,
                liveStories,
                settings.dataFolder().resolve("search"),
                stories -> LOG.infof("A search index is being made: %d stories so far", stories));
        board = new Board(database, clock, (words, most) -> indexing.index().map(index -> index.having(words, most)));
        rooms = new StoryRooms(newsroom, signals, clock);
        bylines = new Bylines(database);
        pdfEdition = new PdfEdition(siteKeeping::edition, liveStories, pictures);
        servers = new OtherServers(settings.privateServers(), "Titr (+" + masthead.baseUrl() + ")");
        tokens = new Tokens(database, ids, clock);
        pings = new Pings(database, ids, clock, siteKeeping::current, liveStories, settings.pings(), servers);
        cdnPurging = new CdnPurging(database, clock, masthead.zone(), settings.cdn(), servers);
        webhooks = new Webhooks(database, ids, clock);
        webhookNews = new WebhookNews(database, ids, clock, siteKeeping::current, liveStories, newsroom);
        fediverse = settings.fediverse()
                ? Optional.of(new Fediverse(
                        database, ids, clock, siteKeeping::current, liveStories, newsroom, sections, servers))
                : Optional.empty();
        deliveries = new Deliveries(
                database,
                clock,
                servers,
                fediverse
                        .<Map<Delivery.Kind, Deliveries.Sender>>map(
                                followed -> Map.of(Delivery.Kind.WEBHOOK, webhooks, Delivery.Kind.ACTIVITY, followed))
                        .orElseGet(() -> Map.of(Delivery.Kind.WEBHOOK, webhooks)));
        wireSources = new WireSources(database, ids, clock, sections, people, settings.wiresFolder());
        arriving = new Arriving(database, ids, clock, drafting, publishing);
        wireFetching =
                new WireFetching(wireSources, arriving, sections, clock, masthead.zone(), servers, this::takenBack);
        shareKey = ShareKey.of(database);
        sending = new Sending(database, ids, clock, shareKey);
    }

    /**
     * Opens the newspaper that the settings describe, and makes a new one where there is none.
     *
     * @throws Database.CannotOpen or {@link Settings.WrongSetting} with a message that says what to do
     */
    public static Newspaper open(Settings settings, Clock clock) {
        try {
            Files.createDirectories(settings.dataFolder());
        } catch (IOException e) {
            throw new Settings.WrongSetting(
                    "The data folder " + settings.dataFolder() + " cannot be made: " + e.getMessage());
        }
        var newspaper = new Newspaper(settings, clock, Database.open(settings.databaseUrl()));
        newspaper.sections.keep(settings.masthead().language().tag(), settings.sections());
        settings.editions().forEach(edition -> newspaper.sections.keep(edition, List.of()));
        newspaper
                .siteKeeping
                .current()
                .editions()
                .forEach(edition -> newspaper.archive.keep(edition.id(), newspaper.masthead.zone()));
        newspaper.sections.firstNumber(settings.firstNumber());
        newspaper.pictureUses.fillOnce();
        newspaper.labels.foldMissing();
        newspaper.liveStories.gatherPlacesOnce();
        newspaper.signals.onCommitted(entry -> {
            if (entry.event().equals(SiteKeeping.EVENT)) {
                newspaper.siteKeeping.refresh();
            }
        });
        newspaper.board.complete();
        return newspaper;
    }

    /** The programs of others on this machine that look at pictures and film. */
    static Programs programs() {
        return Programs.on(Optional.ofNullable(System.getenv("PATH")).orElse(""));
    }

    /** The mails that wait to be sent; empty where no mail is configured. */
    Optional<MailQueue> mailQueue(Engine templates) {
        return settings.mail()
                .map(mail ->
                        new MailQueue(database, clock, liveStories, siteKeeping::edition, shareKey, mail, templates));
    }

    /** Mends the half-spaces and spelling of what comes in, knowing the words of the house if they were learned. */
    public Tidy tidy() {
        var words = houseWordsFile();
        try {
            return Files.exists(words) ? new Tidy(HalfSpaces.shipped().with(HouseWords.load(words))) : Tidy.standard();
        } catch (IOException e) {
            throw new Settings.WrongSetting(words + " cannot be read; delete it, and run titr language learn again");
        }
    }

    /** What readers of an edition are told of a story that its source took back. */
    private String takenBack(String edition) {
        return Messages.of(Language.of(edition, masthead.language())).word("story.taken-back");
    }

    /** How many live stories and pictures there are. */
    public record Rebuilt(int stories, int pictures) {}

    /** Makes everything that is derived anew. */
    public Rebuilt rebuild(Progress progress) {
        int stories = rebuildWords(progress);
        progress.told("sizes of pictures", 0, 0);
        return new Rebuilt(stories, pictures.rebuildRenditions());
    }

    /** The same after an import, so that readers have all of it soon; AVIF and WebP are made while the server runs. */
    Rebuilt rebuildAfterImport(Progress progress) {
        int stories = rebuildWords(progress);
        return new Rebuilt(stories, pictures.makeShowable(done -> progress.told("sizes of pictures", done, 0)));
    }

    private int rebuildWords(Progress progress) {
        progress.told("lists of live stories", 0, 0);
        int stories = publishing.rebuildLists();
        pictureUses.rebuild();
        progress.told("search index", 0, 0);
        indexing.rebuild();
        return stories;
    }

    public Path houseWordsFile() {
        return settings.dataFolder().resolve(HOUSE_WORDS);
    }

    @Override
    public void close() {
        signals.close();
        deliveries.close();
        wireFetching.close();
        indexing.close();
        database.close();
    }
}
