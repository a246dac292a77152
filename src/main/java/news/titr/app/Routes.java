package news.titr.app;

import io.quarkus.qute.Engine;
import io.quarkus.qute.TemplateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import news.titr.desk.AccountPage;
import news.titr.desk.AuditPage;
import news.titr.desk.BoardPage;
import news.titr.desk.BoardViewsPage;
import news.titr.desk.BreakingDesk;
import news.titr.desk.CalendarPage;
import news.titr.desk.ChecksPanel;
import news.titr.desk.ComparisonPage;
import news.titr.desk.DeskAccess;
import news.titr.desk.DeskFrame;
import news.titr.desk.DraftSurroundings;
import news.titr.desk.EditionsDesk;
import news.titr.desk.EditorPage;
import news.titr.desk.EditorQuestions;
import news.titr.desk.FrontEditor;
import news.titr.desk.FrontEvents;
import news.titr.desk.HistoryPage;
import news.titr.desk.LabelsDesk;
import news.titr.desk.LinkPages;
import news.titr.desk.MachinesDesk;
import news.titr.desk.NotesPanel;
import news.titr.desk.NumbersPage;
import news.titr.desk.PagesDesk;
import news.titr.desk.PeoplePages;
import news.titr.desk.PlanningPage;
import news.titr.desk.PreviewPage;
import news.titr.desk.ProofPage;
import news.titr.desk.PublishingPanel;
import news.titr.desk.RedirectsDesk;
import news.titr.desk.SectionsDesk;
import news.titr.desk.SecurityPages;
import news.titr.desk.SettingsDesk;
import news.titr.desk.SignInPage;
import news.titr.desk.StoriesPage;
import news.titr.desk.TranslationsAddress;
import news.titr.desk.WorkflowPanel;
import news.titr.desk.WritingAddress;
import news.titr.feed.OembedPage;
import news.titr.feed.Pings;
import news.titr.feed.RobotsPage;
import news.titr.feed.SecurityPage;
import news.titr.feed.SitemapPage;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.http.StaticFiles;
import news.titr.media.Logos;
import news.titr.people.AuditLog;
import news.titr.print.PdfPage;
import news.titr.push.Deliveries;
import news.titr.share.MailQueue;
import news.titr.site.MediaFile;
import news.titr.site.Site;
import news.titr.story.Label;
import news.titr.story.Numbers;
import news.titr.story.Proofreading;
import news.titr.theme.Theme;

/** Every address that this program answers, on one page. */
final class Routes {

    private static final String DESK_STORY = "^/desk/stories/(?<number>[0-9]{1,18})";

    private final Newspaper newspaper;
    private final StaticFiles files = new StaticFiles();
    private final PdfPage pdf;
    final ApiRoutes machines;
    private final ReaderRoutes main;
    private final List<ReaderRoutes> others = new ArrayList<>();
    private final DeskAccess access;
    private final SignInPage signIn;
    private final ProofPage proof;
    private final List<Route> all = new ArrayList<>();

    Routes(Newspaper newspaper, Engine templates) {
        this.newspaper = newspaper;
        var masthead = newspaper.masthead;
        pdf = new PdfPage(
                newspaper.liveStories,
                newspaper.pdfEdition,
                this::missing,
                (request, gone) -> readers(request).withdrawn.answer(gone));

        // what readers see, each edition below its prefix; the main one last, which would take a prefix for a page
        main = readers(templates, masthead.language().tag());
        newspaper.siteKeeping.current().editions().stream()
                .skip(1)
                .map(edition -> readers(templates, edition.id()))
                .forEach(others::add);
        others.forEach(edition -> all.addAll(edition.all()));
        forMachines();
        machines = new ApiRoutes(newspaper);
        all.addAll(machines.all());
        get("/logo/:name", this::logo);
        get(
                "^/media/(?<name>[A-Za-z0-9._-]+(/[a-z0-9-]+\\.[a-z0-9]+)?)$",
                new MediaFile(newspaper.pictures, this::missing)::answer);
        get("^/assets/(?<hash>[0-9a-f]+)/(?<name>.+)$", this::asset);

        // the desk
        var desk = new DeskFrame(
                newspaper.siteKeeping::current, newspaper.clock, files, newspaper.alarms, newspaper.webhooks::stopped);
        boolean hasMail = newspaper.settings.mail().isPresent();
        signIn = new SignInPage(
                newspaper.signIn, newspaper.passkeys, newspaper.letters, newspaper.sessions, hasMail, desk);
        proof = new ProofPage(newspaper.signIn, newspaper.sessions, newspaper.people, newspaper.passkeys, desk);
        access = new DeskAccess(newspaper.sessions, newspaper.secondFactor, signIn, desk);
        var stories = new StoriesPage(newspaper.newsroom, desk);
        var editor = new EditorPage(
                newspaper.newsroom,
                newspaper.drafting,
                newspaper.board,
                newspaper.people,
                newspaper.sections,
                () -> newspaper.siteKeeping.current().houseStyle(),
                desk);
        var questions = new EditorQuestions(
                newspaper.newsroom,
                newspaper.bylines,
                newspaper.pictures,
                newspaper.tidy(),
                () -> newspaper.siteKeeping.current().houseStyle(),
                desk);
        signingIn(desk);
        account(desk, hasMail);
        var board = new BoardPage(
                newspaper.board, newspaper.boardViews, newspaper.people, newspaper.sections, newspaper.signals, desk);
        var views = new BoardViewsPage(newspaper.boardViews);
        var workflow = new WorkflowPanel(
                newspaper.workflow,
                newspaper.newsroom,
                newspaper.board,
                newspaper.planning,
                newspaper.arriving,
                newspaper.people,
                desk);
        get("/desk", desk(board::show));
        get("/desk/board/columns/:column", desk(board::more));
        get("/desk/board/cards", desk(board::cards));
        get("/desk/board/events", desk(board::events));
        post("/desk/views", desk(views::save));
        post("/desk/views/:id", desk(views::change));
        var planning = new PlanningPage(newspaper.planning, newspaper.people, newspaper.sections, desk);
        get("/desk/planning", desk(planning::show));
        get("/desk/planning/new", desk(planning::begin));
        post("/desk/planning", desk(planning::add));
        get("/desk/planning/:id", desk(planning::edit));
        post("/desk/planning/:id", desk(planning::change));
        post("/desk/planning/:id/taking", desk(planning::take));
        post("/desk/planning/:id/cancellation", desk(planning::cancel));
        post("/desk/planning/:id/story", desk(planning::story));
        get("/desk/stories", desk(stories::show));
        get(DESK_STORY + "/panels/workflow$", desk(workflow::show));
        post(DESK_STORY + "/stage$", desk(workflow::move));
        post(DESK_STORY + "/assignee$", desk(workflow::assign));
        post(DESK_STORY + "/wire$", desk(workflow::settleWire));
        post(DESK_STORY + "/claim$", desk(workflow::claim));
        post(DESK_STORY + "/priority$", desk(workflow::prioritise));
        post("/desk/sign-out", desk(signIn::signOut));
        get("/desk/stories/search", desk(questions::stories));
        get("^/desk/known/(?<kind>tags|authors)$", desk(questions::names));
        get("/desk/dates", desk(questions::dates));
        get("/desk/picture-addresses", desk(questions::pictures));
        post("/desk/embeds", desk(questions::embed));
        post("/desk/stories", desk(editor::create));
        get(DESK_STORY + "$", desk(editor::show));
        post(DESK_STORY + "/tidying$", desk(questions::tidy));
        var writing = new WritingAddress(newspaper.drafting, newspaper.signals, desk);
        get(DESK_STORY + "/document$", desk(writing::document));
        get(DESK_STORY + "/steps$", desk(writing::since));
        post(DESK_STORY + "/steps$", desk(writing::type));
        post(DESK_STORY + "/type$", desk(writing::retype));
        get(DESK_STORY + "/events$", desk(newspaper.rooms::events));
        post(DESK_STORY + "/presence$", desk(newspaper.rooms::presence));
        besideTheEditor(desk);
        all.addAll(new CoverageRoutes(newspaper, editor, desk, this::desk).all());
        release(desk);
        var translations = new TranslationsAddress(newspaper.translating, newspaper.newsroom, desk);
        get(DESK_STORY + "/translations$", desk(translations::show));
        post(DESK_STORY + "/translations$", desk(translations::act));
        var calendar = new CalendarPage(desk);
        get("/desk/calendar", desk(calendar::show));
        get("/desk/calendar/reading", desk(calendar::read));
        all.addAll(new PictureRoutes(newspaper, desk, this::desk).all());
        frontPage(desk);
        siteRooms(desk);
        all.addAll(machines.desk(desk, this::proved));
        get("^/desk/.*", desk(editor::nowhere));
        post("^/desk/.*", desk(editor::nowhere));

        // whoever watches over the server
        get("/health/live", _ -> Response.text(200, "ok\n").with("Cache-Control", "no-store"));
        get("/health/ready", _ -> ready());

        // after the desk and all else that stands at the root
        all.addAll(main.all());
    }

    private ReaderRoutes readers(Engine templates, String edition) {
        var site = new Site(
                templates,
                newspaper.themes,
                newspaper.siteKeeping::current,
                edition,
                newspaper.liveStories,
                newspaper.bylines,
                newspaper.pictures,
                newspaper.clock,
                files);
        return new ReaderRoutes(newspaper, templates, site, pdf, this::closed);
    }

    /** The edition that an address lies in: the main one, unless it begins with the prefix of another that is open. */
    private ReaderRoutes readers(Request request) {
        return others.stream()
                .filter(edition ->
                        edition.site.isOpen() && (request.path() + "/").startsWith(edition.site.prefix() + "/"))
                .findFirst()
                .orElse(main);
    }

    private ReaderRoutes readers(String edition) {
        return others.stream()
                .filter(other -> other.site.edition().equals(edition))
                .findFirst()
                .orElse(main);
    }

    /** For an address in an edition that is not open. */
    private Response closed(Request request) {
        return main.missing.answer(request);
    }

    /** What is there once for all editions, and no reader looks at. */
    private void forMachines() {
        var settings = newspaper.siteKeeping;
        var sitemaps = Stream.concat(Stream.of(main), others.stream())
                .map(edition -> edition.sitemap)
                .toList();
        get("/robots.txt", new RobotsPage(settings::current, sitemaps)::answer);
        all.add(Route.kept("/sitemap.xml", _ -> SitemapPage.index(sitemaps)));
        get("/.well-known/security.txt", new SecurityPage(settings::current, newspaper.clock, this::missing)::answer);
        get("/oembed", new OembedPage(settings::current, newspaper.liveStories, newspaper.pictures)::answer);
        newspaper
                .settings
                .pings()
                .indexNow()
                .ifPresent(indexNow -> get(indexNow.keyPath(), _ -> Response.text(200, indexNow.key())));
    }

    /** What a story was, what is said about it, what speaks against it, and how readers would see it. */
    private void besideTheEditor(DeskFrame desk) {
        var surroundings =
                new DraftSurroundings(newspaper.pictures, newspaper.liveStories, newspaper.masthead.addresses());
        var history = new HistoryPage(newspaper.history, newspaper.drafting, desk);
        get(DESK_STORY + "/history$", desk(history::show));
        post(DESK_STORY + "/history$", desk(history::act));
        get(DESK_STORY + "/panels/history$", desk(history::panel));
        post(DESK_STORY + "/panels/history$", desk(history::actInPanel));
        var comparison = new ComparisonPage(
                newspaper.history, newspaper.newsroom, newspaper.drafting, newspaper.sections, surroundings, desk);
        get(DESK_STORY + "/history/comparison$", desk(comparison::show));
        get(DESK_STORY + "/difference$", desk(comparison::json));
        var checks = new ChecksPanel(
                newspaper.newsroom,
                newspaper.drafting,
                new Proofreading(
                        newspaper.tidy(), newspaper.siteKeeping.current().houseStyle()),
                desk);
        get(DESK_STORY + "/panels/checks$", desk(checks::show));
        var notes = new NotesPanel(newspaper.notes, newspaper.newsroom, desk);
        get(DESK_STORY + "/panels/notes$", desk(notes::show));
        post(DESK_STORY + "/panels/notes$", desk(notes::act));
        get(DESK_STORY + "/notes$", desk(notes::json));
        var preview = new PreviewPage(
                newspaper.drafting,
                newspaper.history,
                new DraftRehearsal(
                        this::readers, newspaper.siteKeeping::edition, newspaper.pdfEdition, newspaper.covering),
                surroundings,
                desk);
        get(DESK_STORY + "/preview$", desk(preview::show));
        get(DESK_STORY + "/preview/page$", desk(preview::page));
        get(DESK_STORY + "/preview/print$", desk(preview::print));
        get(DESK_STORY + "/preview/pdf$", desk(preview::pdf));
    }

    /** The front page, set by hand. */
    private void frontPage(DeskFrame desk) {
        var editor =
                new FrontEditor(newspaper.fronting, newspaper.liveStories, newspaper.pictures, newspaper.people, desk);
        get("/desk/front", desk(editor::show));
        get("/desk/front/events", desk(new FrontEvents(newspaper.fronting, newspaper.signals, desk)::show));
        post("/desk/front/draft", desk(editor::change));
        post("/desk/front/publication", desk(editor::publish));
        get("/desk/front/history", desk(editor::history));
        get(
                "/desk/front/preview",
                desk((request, visitor) -> editor.preview(request, visitor)
                        .map(preview -> readers(preview.edition()).front.preview(preview.layout(), preview.moment()))
                        .orElseGet(() -> editor.refusedPreview(request, visitor))));
    }

    /** Sections, tags, authors, pages, breaking news, redirects and settings. */
    private void siteRooms(DeskFrame desk) {
        var sections = new SectionsDesk(newspaper.sections, newspaper.sectioning, desk);
        get("/desk/site", desk(sections::show));
        get("/desk/site/sections", desk(sections::show));
        post("/desk/site/sections", desk(sections::save));
        post("/desk/site/sections/order", desk(sections::move));
        post("/desk/site/sections/merge", desk(sections::merge));
        post("/desk/site/sections/removal", desk(sections::remove));
        for (var kind : Label.Kind.values()) {
            var labels = new LabelsDesk(
                    kind,
                    newspaper.labels,
                    newspaper.labelling,
                    newspaper.bylines,
                    newspaper.people,
                    newspaper.pictures,
                    desk);
            String room = switch (kind) {
                case TAG -> "/desk/site/tags";
                case AUTHOR -> "/desk/site/authors";
            };
            get(room, desk(labels::list));
            get(room + "/duplicates", desk(labels::duplicates));
            get(room + "/one", desk(labels::show));
            post(room + "/one", desk(labels::save));
            post(room + "/merge", desk(labels::merge));
        }
        var pages = new PagesDesk(newspaper.staticPages, newspaper.people, desk);
        get("/desk/site/pages", desk(pages::list));
        get("/desk/site/pages/one", desk(pages::show));
        post("/desk/site/pages/one", desk(pages::save));
        post("/desk/site/pages/withdrawal", desk(pages::withdraw));
        post("/desk/site/pages/order", desk(pages::move));
        post(
                "/desk/site/pages/preview",
                desk((request, visitor) -> pages.previewed(request, visitor)
                        .map(opened -> readers(opened.page().edition()).fixed.preview(opened))
                        .orElseGet(() -> missing(request))));
        var breaking = new BreakingDesk(newspaper.breaking, newspaper.people, desk);
        get("/desk/site/breaking", desk(breaking::show));
        post("/desk/site/breaking", desk(breaking::change));
        var redirects = new RedirectsDesk(newspaper.redirects, desk);
        get("/desk/site/redirects", desk(redirects::show));
        post("/desk/site/redirects", desk(redirects::save));
        post("/desk/site/redirects/removal", desk(redirects::remove));
        post("/desk/site/redirects/table", desk(redirects::takeIn));
        var telling = new MachinesDesk(newspaper.siteKeeping, machines::telling, desk);
        get("/desk/site/machines", desk(telling::show));
        post("/desk/site/machines", desk(telling::save));
        var settings = new SettingsDesk(
                newspaper.siteKeeping, new Logos(newspaper.blobs), newspaper.tidy(), newspaper.people, desk);
        get("/desk/site/settings", desk(settings::show));
        post("/desk/site/settings", desk(settings::save));
        post("/desk/site/settings/logo", desk(settings::logo));
        get("/desk/site/settings/example", desk(settings::example));
        var editions = new EditionsDesk(newspaper.siteKeeping, desk);
        get("/desk/site/editions", desk(editions::show));
        post("/desk/site/editions", desk(editions::save));
    }

    /** The logo in force, and no other file. */
    private Response logo(Request request) {
        return newspaper
                .siteKeeping
                .current()
                .logo()
                .filter(logo -> logo.address().equals(request.path()))
                .flatMap(logo ->
                        newspaper.blobs.get(logo.blob()).map(bytes -> Response.of(200, logo.mediaType(), bytes)))
                .map(answer -> answer.with(Map.of(
                        "Cache-Control",
                        "public, max-age=31536000, immutable",
                        "X-Content-Type-Options",
                        "nosniff",
                        "Content-Security-Policy",
                        "default-src 'none'; sandbox")))
                .orElseGet(() -> missing(request));
    }

    /** The ways in; these alone take changes from strangers. */
    private void signingIn(DeskFrame desk) {
        var links = new LinkPages(newspaper.signIn, newspaper.firstPerson, newspaper.passwordStrength, signIn, desk);
        get("/desk/sign-in", signIn::ask);
        post("/desk/sign-in", signIn::enter);
        post("/desk/sign-in/code", signIn::enterCode);
        post("/desk/sign-in/passkey-challenge", signIn::challenge);
        post("/desk/sign-in/passkey", signIn::enterWithPasskey);
        get("/desk/sign-in/forgotten", signIn::askForgotten);
        post("/desk/sign-in/forgotten", signIn::forgotten);
        get("/desk/sign-in/first/:token", links::showFirst);
        post("/desk/sign-in/first/:token", links::makeFirst);
        get("/desk/sign-in/:token", links::show);
        post("/desk/sign-in/:token", links::use);
    }

    /** One's own account, and everybody's. */
    private void account(DeskFrame desk, boolean hasMail) {
        var account = new AccountPage(
                newspaper.people,
                newspaper.sessions,
                newspaper.passkeys,
                newspaper.codes,
                newspaper.secondFactor,
                desk);
        get("/desk/account", desk(account::show));
        get("/desk/account/second-factor", desk(account::askSecondFactor));
        post("/desk/account", desk(account::save));
        post("/desk/account/passkeys/name", desk(account::renamePasskey));
        post("/desk/account/sessions/end", desk(account::endSession));
        post("/desk/account/sessions/end-others", desk(account::endOtherSessions));

        var security = new SecurityPages(
                newspaper.signIn,
                newspaper.people,
                newspaper.passkeys,
                newspaper.codes,
                newspaper.passwordStrength,
                desk);
        get("/desk/account/proof", desk(proof::ask));
        post("/desk/account/proof", desk(proof::prove));
        post("/desk/account/proof/passkey", desk(proof::proveWithPasskey));
        post("/desk/account/strength", desk(security::strength));
        // the door itself asks for proof, but for a first password
        get("/desk/account/password", desk(security::askPassword));
        post("/desk/account/password", desk(security::changePassword));
        post("/desk/account/passkeys/challenge", proved(security::askPasskey));
        post("/desk/account/passkeys", proved(security::addPasskey));
        post("/desk/account/passkeys/removal", proved(security::removePasskey));
        get("/desk/account/codes", proved(security::askCodes));
        post("/desk/account/codes", proved(security::turnOnCodes));
        post("/desk/account/codes/recovery", proved(security::renewRecoveryCodes));
        post("/desk/account/codes/removal", proved(security::turnOffCodes));

        var people = new PeoplePages(
                newspaper.people,
                newspaper.sessions,
                newspaper.codes,
                newspaper.letters,
                newspaper.sections,
                hasMail,
                desk);
        get("/desk/people", proved(people::show));
        post("/desk/people", proved(people::invite));
        get("/desk/people/:person", proved(people::open));
        post("/desk/people/:person", proved(people::place));
        post("/desk/people/:person/closing", proved(people::close));
        post("/desk/people/:person/opening", proved(people::reopen));
        post("/desk/people/:person/letter", proved(people::sendLetter));
        post("/desk/people/:person/link", proved(people::showLink));
        post("/desk/people/:person/sessions", proved(people::endSessions));
        post("/desk/people/:person/unlocking", proved(people::unlock));
        post("/desk/people/:person/codes", proved(people::turnOffCodes));
    }

    /** A page for somebody who has shown within the last minutes who they are. */
    private Route.Page proved(DeskAccess.Page page) {
        return desk(proof.before(page));
    }

    /** What readers get and what they got: publishing, the audit log, the numbers. */
    private void release(DeskFrame desk) {
        var panel = new PublishingPanel(
                newspaper.newsroom, newspaper.drafting, newspaper.publishing, newspaper.people, desk);
        get(DESK_STORY + "/panels/publishing$", desk(panel::show));
        post(DESK_STORY + "/publication$", desk(panel::publish));
        post(DESK_STORY + "/schedule$", desk(panel::schedule));
        post(DESK_STORY + "/unscheduling$", desk(panel::unschedule));
        post(DESK_STORY + "/embargo$", desk(panel::embargo));
        post(DESK_STORY + "/correction$", desk(panel::correct));
        post(DESK_STORY + "/withdrawal$", desk(panel::withdraw));
        var audit =
                new AuditPage(new AuditLog(newspaper.database, newspaper.ids, newspaper.clock), newspaper.people, desk);
        get("/desk/audit", desk(audit::show));
        post("/desk/audit/export", desk(audit::export));
        var numbers = new NumbersPage(
                new Numbers(newspaper.database, newspaper.clock),
                newspaper.alarms,
                () -> MailQueue.failing(newspaper.database)
                        + newspaper.letters.failing()
                        + newspaper.mentionLetters.failing(),
                () -> Pings.failing(newspaper.database) + Deliveries.failing(newspaper.database),
                desk);
        get("/desk/numbers", desk(numbers::show));
        post(DESK_STORY + "/alarm$", desk(numbers::acknowledge));
    }

    List<Route> all() {
        return List.copyOf(all);
    }

    /** For every address that is none of the above. */
    Response missing(Request request) {
        return readers(request).missing.answer(request);
    }

    /** Whether a change comes with an open session, or a token; its page looks once more. */
    boolean isKnown(Request request) {
        try {
            return isOfApi(request)
                    ? machines.api.isKnown(request.header("Authorization").orElse(""), request.address())
                    : request.cookies()
                            .first(DeskAccess.COOKIE)
                            .filter(newspaper.sessions::isOpen)
                            .isPresent();
        } catch (RuntimeException e) {
            // the page itself will say what is wrong
            return true;
        }
    }

    /** For a change that comes without either. */
    Response stranger(Request request) {
        return isOfApi(request) ? machines.api.failed(request, 401) : signIn.refused(401);
    }

    /** For what never came as far as a page: too large, or not well formed. */
    Response refused(int status) {
        return Response.text(
                status,
                status == 413
                        ? "آنچه فرستادید بیش از اندازه بزرگ است. / What you sent is too large.\n"
                        : "درخواست خوانده نشد. / The request could not be read.\n");
    }

    Response refused(Request request, int status) {
        return isOfApi(request) ? machines.api.failed(request, status) : refused(status);
    }

    private static boolean isOfApi(Request request) {
        return request.path().startsWith("/api/");
    }

    /** The same; whoever works on a theme is told what its template did. */
    Response failed(Request request, Throwable problem) {
        return !isOfApi(request) && newspaper.settings.themeWatched() && problem instanceof TemplateException
                ? Response.text(500, String.valueOf(problem.getMessage()))
                : failed(request);
    }

    /** For a page that threw. */
    Response failed(Request request) {
        return isOfApi(request)
                ? machines.api.failed(request, 500)
                : readers(request).error.answer(request);
    }

    private void get(String path, Route.Page page) {
        all.add(Route.get(path, page));
    }

    private void post(String path, Route.Page page) {
        all.add(Route.post(path, page));
    }

    private Route.Page desk(DeskAccess.Page page) {
        return request -> access.enter(request, page);
    }

    private Response asset(Request request) {
        String hash = request.route().text("hash");
        String name = request.route().text("name");
        var answer = name.startsWith(Theme.PREFIX)
                ? newspaper
                        .themes
                        .theme(newspaper.siteKeeping.current().theme())
                        .answer(hash, name)
                : files.answer(hash, name);
        return answer.orElseGet(() -> missing(request));
    }

    private Response ready() {
        int alarms = newspaper.alarms.open().size();
        // a story that is late is no reason to send readers elsewhere
        String text =
                alarms == 0 ? "ready\n" : "ready\nalarms: " + alarms + " scheduled stories did not go out in time\n";
        return Response.text(200, text).with("Cache-Control", "no-store");
    }
}
