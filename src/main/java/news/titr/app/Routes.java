package news.titr.app;

import io.quarkus.qute.Engine;
import java.util.ArrayList;
import java.util.List;
import news.titr.desk.BoardPage;
import news.titr.desk.BoardViewsPage;
import news.titr.desk.CalendarPage;
import news.titr.desk.DeskAccess;
import news.titr.desk.DeskFrame;
import news.titr.desk.EditorPage;
import news.titr.desk.PicturePage;
import news.titr.desk.PictureUploads;
import news.titr.desk.PicturesPage;
import news.titr.desk.SignInPage;
import news.titr.desk.StoriesPage;
import news.titr.desk.WorkflowPanel;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.http.StaticFiles;
import news.titr.print.PdfPage;
import news.titr.share.ConfirmPage;
import news.titr.share.NeverPage;
import news.titr.share.SendPage;
import news.titr.site.AuthorPage;
import news.titr.site.ErrorPage;
import news.titr.site.FrontPage;
import news.titr.site.ImprintPage;
import news.titr.site.MediaFile;
import news.titr.site.MissingPage;
import news.titr.site.PrintPage;
import news.titr.site.Robots;
import news.titr.site.SectionPage;
import news.titr.site.ShortLink;
import news.titr.site.Site;
import news.titr.site.StoryPage;
import news.titr.site.TagPage;
import news.titr.site.WithdrawnPage;

/** Every address that this program answers, on one page. */
final class Routes {

    private static final String NEWS = "^/news/(?<number>[0-9]+)";
    private static final String DESK_STORY = "^/desk/stories/(?<number>[0-9]{1,18})";

    private final Newspaper newspaper;
    private final StaticFiles files = new StaticFiles();
    private final MissingPage missing;
    private final ErrorPage error;
    private final DeskAccess access;
    private final SignInPage signIn;
    private final List<Route> all = new ArrayList<>();

    Routes(Newspaper newspaper, Engine templates) {
        this.newspaper = newspaper;
        var masthead = newspaper.settings.masthead();
        var site = new Site(
                templates,
                masthead,
                newspaper.liveStories,
                newspaper.bylines,
                newspaper.pictures,
                newspaper.clock,
                files);
        missing = new MissingPage(site);
        error = new ErrorPage(site);
        var withdrawn = new WithdrawnPage(site);

        // what readers see
        var story = new StoryPage(site, missing, withdrawn);
        get("/", new FrontPage(site)::answer);
        get(NEWS + "/print$", new PrintPage(site, missing, withdrawn)::answer);
        get(
                NEWS + "\\.pdf$",
                new PdfPage(newspaper.liveStories, newspaper.pdfEdition, missing::answer, withdrawn::answer)::answer);
        get("/section/:slug", new SectionPage(site, missing)::answer);
        get("/tag/:slug", new TagPage(site, missing)::answer);
        get("/author/:slug", new AuthorPage(site, missing)::answer);
        get("/imprint", new ImprintPage(site)::answer);
        get("/robots.txt", new Robots()::answer);
        get(
                "^/media/(?<name>[A-Za-z0-9._-]+(/[a-z0-9-]+\\.[a-z0-9]+)?)$",
                new MediaFile(newspaper.pictures, missing::answer)::answer);
        get("^/assets/(?<hash>[0-9a-f]+)/(?<name>.+)$", this::asset);

        // sending a story to friends
        var frame = new ShareFrame(site, missing, withdrawn);
        var mail = newspaper.settings.mail().map(_ -> newspaper.sending);
        var send = new SendPage(masthead, newspaper.liveStories, mail, templates, frame);
        get(NEWS + "/send$", send::show);
        post(NEWS + "/send$", send::ask);
        mail.ifPresent(sending -> {
            var confirm = new ConfirmPage(masthead, newspaper.liveStories, sending, templates, frame);
            get("/send/confirm/:token", confirm::show);
            post("/send/confirm/:token", confirm::confirm);
        });
        var never = new NeverPage(masthead, newspaper.sending, templates, frame);
        get("/send/never/:token", never::show);
        post("/send/never/:token", never::stop);

        // after print and send, which would be slugs to it
        get(NEWS + "(/(?<slug>[^/]*))?$", story::answer);

        // the desk
        var desk = new DeskFrame(masthead, newspaper.clock, files);
        signIn = new SignInPage(newspaper.signIn, desk);
        access = new DeskAccess(newspaper.signIn, signIn, desk);
        var stories = new StoriesPage(newspaper.newsroom, desk);
        var editor = new EditorPage(
                newspaper.newsroom,
                newspaper.drafting,
                newspaper.publishing,
                newspaper.sections,
                newspaper.tidy(),
                newspaper.settings.houseStyle(),
                desk);
        var board = new BoardPage(
                newspaper.board, newspaper.boardViews, newspaper.people, newspaper.sections, newspaper.signals, desk);
        var views = new BoardViewsPage(newspaper.boardViews);
        var workflow =
                new WorkflowPanel(newspaper.workflow, newspaper.newsroom, newspaper.board, newspaper.people, desk);
        get("/desk", desk(board::show));
        get("/desk/board/columns/:column", desk(board::more));
        get("/desk/board/cards", desk(board::cards));
        get("/desk/board/events", desk(board::events));
        post("/desk/views", desk(views::save));
        post("/desk/views/:id", desk(views::change));
        get("/desk/stories", desk(stories::show));
        get(DESK_STORY + "/panels/workflow$", desk(workflow::show));
        post(DESK_STORY + "/stage$", desk(workflow::move));
        post(DESK_STORY + "/assignee$", desk(workflow::assign));
        post(DESK_STORY + "/claim$", desk(workflow::claim));
        post(DESK_STORY + "/priority$", desk(workflow::prioritise));
        get("/desk/sign-in/:token", signIn::ask);
        post("/desk/sign-in/:token", signIn::redeem);
        post("/desk/sign-out", desk(signIn::signOut));
        get("/desk/stories/new", desk(editor::begin));
        post("/desk/stories", desk(editor::create));
        get(DESK_STORY + "$", desk(editor::show));
        post(DESK_STORY + "$", desk(editor::save));
        post(DESK_STORY + "/publication$", desk(editor::publish));
        post(DESK_STORY + "/tidying$", desk(editor::tidy));
        post(DESK_STORY + "/correction$", desk(editor::correct));
        post(DESK_STORY + "/withdrawal$", desk(editor::withdraw));
        var calendar = new CalendarPage(desk);
        get("/desk/calendar", desk(calendar::show));
        get("/desk/calendar/reading", desk(calendar::read));
        pictures(desk);
        get("^/desk/.*", desk(editor::nowhere));
        post("^/desk/.*", desk(editor::nowhere));

        // whoever watches over the server
        get("/health/live", _ -> Response.text(200, "ok\n").with("Cache-Control", "no-store"));
        get("/health/ready", _ -> ready());

        get("/:number", new ShortLink(site, missing, withdrawn)::answer);
    }

    private void pictures(DeskFrame desk) {
        var library = new PicturesPage(newspaper.library, desk);
        var uploads = new PictureUploads(newspaper.library, newspaper.uploads, desk);
        var picture = new PicturePage(newspaper.library, newspaper.pictureUses, desk);
        get("/desk/pictures", desk(library::show));
        post("/desk/pictures", desk(library::add));
        get("/desk/pictures/picker", desk(library::picker));
        post("/desk/pictures/uploads", desk(uploads::begin));
        get("/desk/pictures/uploads/:upload", desk(uploads::find));
        post("/desk/pictures/uploads/:upload", desk(uploads::append));
        post("/desk/pictures/pasted", desk(uploads::pasted));
        get("/desk/pictures/:picture", desk(picture::show));
        post("/desk/pictures/:picture", desk(picture::describe));
        post("/desk/pictures/:picture/framing", desk(picture::cut));
        post("/desk/pictures/:picture/replacement", desk(picture::replace));
        post("/desk/pictures/:picture/poster", desk(picture::poster));
        get("/desk/pictures/:picture/original", desk(picture::original));
    }

    List<Route> all() {
        return List.copyOf(all);
    }

    /** For every address that is none of the above. */
    Response missing(Request request) {
        return missing.answer(request);
    }

    /** For a change at the desk that comes without a session. */
    Response stranger(Request request) {
        return signIn.refused(401);
    }

    /** For what never came as far as a page: too large, or not well formed. */
    Response refused(int status) {
        return Response.text(
                status,
                status == 413
                        ? "آنچه فرستادید بیش از اندازه بزرگ است. / What you sent is too large.\n"
                        : "درخواست خوانده نشد. / The request could not be read.\n");
    }

    /** For a page that threw. */
    Response failed(Request request) {
        return error.answer(request);
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
        return files.answer(request.route().text("hash"), request.route().text("name"))
                .orElseGet(() -> missing(request));
    }

    private Response ready() {
        newspaper.database.read(read -> read.execute("SELECT 1"));
        return Response.text(200, "ready\n").with("Cache-Control", "no-store");
    }
}
