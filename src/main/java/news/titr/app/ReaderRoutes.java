package news.titr.app;

import io.quarkus.qute.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import news.titr.feed.FeedPage;
import news.titr.feed.Feeds;
import news.titr.feed.Sitemap;
import news.titr.feed.SitemapPage;
import news.titr.feed.StoryFiles;
import news.titr.http.Response;
import news.titr.language.Digits;
import news.titr.people.Tokens;
import news.titr.print.PdfPage;
import news.titr.share.ConfirmPage;
import news.titr.share.NeverPage;
import news.titr.share.SendPage;
import news.titr.share.Sending;
import news.titr.site.AppIcons;
import news.titr.site.AppManifest;
import news.titr.site.ArchivePage;
import news.titr.site.AuthorPage;
import news.titr.site.CorrectionsPage;
import news.titr.site.CoverageUpdates;
import news.titr.site.DayFile;
import news.titr.site.ErrorPage;
import news.titr.site.FixedPage;
import news.titr.site.FrontPage;
import news.titr.site.ImprintPage;
import news.titr.site.LatestPage;
import news.titr.site.LitePages;
import news.titr.site.MissingPage;
import news.titr.site.MostReadPage;
import news.titr.site.NeedsServerPage;
import news.titr.site.OfflinePage;
import news.titr.site.OpenSearch;
import news.titr.site.PlacePage;
import news.titr.site.PlacesPage;
import news.titr.site.PrintPage;
import news.titr.site.SearchPage;
import news.titr.site.SectionPage;
import news.titr.site.ServiceWorker;
import news.titr.site.ShortLink;
import news.titr.site.Site;
import news.titr.site.SocialCardPage;
import news.titr.site.StoryPage;
import news.titr.site.TagPage;
import news.titr.site.TopicPage;
import news.titr.site.WithdrawnPage;
import org.jboss.logging.Logger;

/**
 * What readers see of one edition, and where: the paths below stand behind its prefix, {@code /en/section/city}, or alone in
 * the main edition. One that is not open answers as if it were not there.
 */
final class ReaderRoutes {

    private static final Logger LOG = Logger.getLogger(ReaderRoutes.class);

    /** A number with Persian or Arabic digits in it, as it stands in a path: encoded. */
    private static final String DIGITS =
            "[0-9]*(%[dD][bB]%[bB][0-9]|%[dD]9%[aA][0-9])([0-9]|%[dD][bB]%[bB][0-9]|%[dD]9%[aA][0-9])*";

    /** The same when it is decoded. */
    private static final Pattern IN_ANY_DIGITS = Pattern.compile("(?<=/news/)[0-9\u06F0-\u06F9\u0660-\u0669]+");

    private static final String NEWS = "/news/(?<number>[0-9]+)";
    private static final String SLUG = "(?<slug>[^/]+)";
    private static final String FEED = "(?<file>rss\\.xml|atom\\.xml|feed\\.json)";

    final Site site;
    final MissingPage missing;
    final WithdrawnPage withdrawn;
    final FrontPage front;
    final StoryPage story;
    final PrintPage print;
    final FixedPage fixed;
    final ErrorPage error;
    final Sitemap sitemap;

    private final Route.Page closed;
    private final List<Route> all = new ArrayList<>();

    /**
     * @param pdf the PDFs of all editions
     * @param closed what answers while the edition is not open
     */
    ReaderRoutes(Newspaper newspaper, Engine templates, Site site, PdfPage pdf, Route.Page closed) {
        this.site = site;
        this.closed = closed;
        missing = new MissingPage(site, newspaper.redirects::follow);
        withdrawn = new WithdrawnPage(site);
        front = new FrontPage(site, newspaper.mostRead);
        story = new StoryPage(
                site,
                missing,
                withdrawn,
                newspaper.mostRead,
                its -> newspaper.fediverse.flatMap(followed -> followed.note(its)));
        print = new PrintPage(site, missing, withdrawn);
        fixed = new FixedPage(site, missing);
        error = new ErrorPage(site);

        // an old system may have had its stories here, under a query
        get(
                "/",
                request -> Optional.of(request)
                        .filter(asked -> !asked.query().values().isEmpty())
                        .flatMap(missing::leadsOn)
                        .orElseGet(() -> front.answer(request)));
        get("/section/:slug", new SectionPage(site, missing)::answer);
        get("/tag/:slug", new TagPage(site, missing)::answer);
        get("/author/:slug", new AuthorPage(site, missing)::answer);
        get("/topic/:slug", new TopicPage(site, missing)::answer);
        get("/place/:slug", new PlacePage(site, missing)::answer);
        get("/places", new PlacesPage(site)::answer);
        get("/latest", new LatestPage(site, missing, newspaper.mostRead)::answer);
        matching(
                "/archive(/(?<year>[^/]+)(/(?<month>[^/]+)(/(?<day>[^/]+))?)?)?",
                new ArchivePage(site, missing, newspaper.archive)::answer);
        var search = new SearchPage(site, newspaper.indexing::index);
        fresh("/search", search::answer);
        fresh("/search/suggest", search::suggest);
        get("/opensearch.xml", new OpenSearch(site)::answer);
        get("/corrections", new CorrectionsPage(site, missing)::answer);
        var mostRead = new MostReadPage(site, missing, newspaper.mostRead);
        get("/most-read", mostRead::answer);
        get("/most-read/:span", mostRead::answer);
        var lite = new LitePages(site);
        get("/lite", lite::front);
        get("/lite/latest", lite::latest);
        get("/lite/section/:slug", lite::section);
        matching("/lite" + NEWS, lite::story);
        matching(
                "/lite/(?<day>today|[0-9]{4}-[0-9]{2}-[0-9]{2})\\.html",
                new DayFile(site, lite, newspaper.archive)::answer);
        var icons = new AppIcons(site, newspaper.blobs, missing);
        get("/manifest.webmanifest", new AppManifest(site, icons)::answer);
        freshMatching("/icon/(?<name>[a-z0-9-]+\\.png)", icons::answer);
        fresh("/sw.js", new ServiceWorker(site)::answer);
        get(OfflinePage.PATH, new OfflinePage(site)::answer);
        get(NeedsServerPage.PATH, new NeedsServerPage(site)::answer);
        get("/imprint", new ImprintPage(site)::answer);
        var feeds = new Feeds(
                newspaper.siteKeeping::current,
                site.edition(),
                newspaper.liveStories,
                newspaper.pictures,
                newspaper.clock,
                newspaper.settings.pings(),
                newspaper.indexing::index);
        freshMatching(
                NEWS + "\\.(?<ending>" + StoryFiles.ENDINGS + ")",
                readable(new StoryFiles(
                        feeds,
                        newspaper.liveStories,
                        () -> newspaper.siteKeeping.current().formats(),
                        request -> request.header("Authorization")
                                .flatMap(Tokens::bearer)
                                .flatMap(secret -> newspaper.tokens.enter(secret, request.address())),
                        missing::answer,
                        (_, gone) -> withdrawn.answer(gone))::answer));
        var feed = new FeedPage(feeds, missing::answer);
        freshMatching("/" + FEED, feed::site);
        freshMatching("/section/" + SLUG + "/" + FEED, feed::section);
        freshMatching("/tag/" + SLUG + "/" + FEED, feed::tag);
        freshMatching("/topic/" + SLUG + "/" + FEED, feed::topic);
        freshMatching("/author/" + SLUG + "/" + FEED, feed::author);
        freshMatching("/search/" + FEED, feed::search);
        freshMatching("/place/" + SLUG + "/" + FEED, feed::place);
        sitemap = new Sitemap(
                newspaper.siteKeeping::current,
                site.edition(),
                newspaper.liveStories,
                newspaper.liveRanges,
                newspaper.pictures,
                newspaper.clock);
        matching("/sitemap/(?<name>[a-z0-9-]+)\\.xml", new SitemapPage(sitemap, missing::answer)::answer);
        matching(NEWS + "/print", print::answer);
        freshMatching(NEWS + "\\.pdf", readable(pdf::answer));
        freshMatching(
                "/card/(?<number>[0-9]+)/[0-9a-f]{16}\\.png",
                new SocialCardPage(
                                site,
                                newspaper.settings.dataFolder().resolve("cards"),
                                icons,
                                LOG::warn,
                                missing,
                                withdrawn)::answer);
        coverage(newspaper);
        sending(newspaper, templates);
        // after print, send and entries, which would be slugs to it
        matching(NEWS + "(/(?<slug>[^/]*))?", story::answer);
        // a number as it reads: to the same address in Latin digits
        freshMatching(
                "/news/" + DIGITS + "([./].*)?",
                request -> Response.movedPermanently(
                        IN_ANY_DIGITS.matcher(request.path()).replaceFirst(found -> Digits.ascii(found.group()))));
        if (!site.prefix().isEmpty()) {
            all.add(Route.get(site.prefix(), _ -> Response.movedPermanently(site.address("/"))));
        }
        fresh("/:number", new ShortLink(site, missing, withdrawn)::answer);
    }

    /** What comes to readers who have a live coverage open. */
    private void coverage(Newspaper newspaper) {
        var updates = new CoverageUpdates(site, newspaper.signals, missing);
        freshMatching(NEWS + "/entries", updates::entries);
        freshMatching(NEWS + "/entries/events", updates::events);
        freshMatching(NEWS + "/entries/changes", updates::changes);
    }

    /** Sending a story to friends. */
    private void sending(Newspaper newspaper, Engine templates) {
        var masthead = site.masthead;
        var frame = new ShareFrame(site, missing, withdrawn);
        Optional<Sending> mail = newspaper.settings.mail().map(_ -> newspaper.sending);
        var send = new SendPage(masthead, newspaper.liveStories, mail, templates, frame);
        freshMatching(NEWS + "/send", readable(send::show));
        all.add(Route.post("^" + site.prefix() + NEWS + "/send$", open(readable(send::ask))));
        mail.ifPresent(sending -> {
            var confirm = new ConfirmPage(masthead, newspaper.liveStories, sending, templates, frame);
            fresh("/send/confirm/:token", confirm::show);
            all.add(Route.post(site.address("/send/confirm/:token"), open(confirm::confirm)));
        });
        // whoever wants no more mail is heard in a closed edition as well
        var never = new NeverPage(masthead, newspaper.sending, templates, frame);
        all.add(Route.get(site.address("/send/never/:token"), never::show));
        all.add(Route.post(site.address("/send/never/:token"), never::stop));
    }

    List<Route> all() {
        return List.copyOf(all);
    }

    private void get(String path, Route.Page page) {
        all.add(Route.kept(site.address(path), open(page)));
    }

    private void matching(String path, Route.Page page) {
        all.add(Route.kept("^" + site.prefix() + path + "$", open(page)));
    }

    /** What is made for each who asks: forms, redirects, and what is kept elsewhere. */
    private void fresh(String path, Route.Page page) {
        all.add(Route.get(site.address(path), open(page)));
    }

    private void freshMatching(String path, Route.Page page) {
        all.add(Route.get("^" + site.prefix() + path + "$", open(page)));
    }

    /** For pages of other surfaces, which do not know that a story's edition is closed: it would lead where nothing is. */
    private Route.Page readable(Route.Page page) {
        return request -> {
            String number = request.route().text("number");
            return number.length() > 18 || site.isReadable(Long.parseLong(number))
                    ? page.answer(request)
                    : missing.answer(request);
        };
    }

    private Route.Page open(Route.Page page) {
        return request -> (site.isOpen() ? page : closed).answer(request);
    }
}
