package news.titr.app;

import java.util.List;
import java.util.function.Function;
import news.titr.desk.CoverageDesk;
import news.titr.desk.DeskAccess;
import news.titr.desk.DeskFrame;
import news.titr.desk.DraftSurroundings;
import news.titr.desk.EditorPage;

/** The entries of a live coverage at the desk. What comes to its readers stands in {@link ReaderRoutes}. */
final class CoverageRoutes {

    private static final String COVERAGE = "^/desk/stories/(?<number>[0-9]{1,18})/coverage";
    private static final String ENTRIES = COVERAGE + "/entries";
    private static final String ENTRY = ENTRIES + "/(?<entry>[0-9]{1,15})";

    private final CoverageDesk coverage;
    private final Function<DeskAccess.Page, Route.Page> desk;

    /** @param access makes a page for whoever is signed in */
    CoverageRoutes(
            Newspaper newspaper, EditorPage editor, DeskFrame frame, Function<DeskAccess.Page, Route.Page> access) {
        coverage = new CoverageDesk(
                newspaper.covering,
                newspaper.newsroom,
                newspaper.people,
                editor,
                new DraftSurroundings(newspaper.pictures, newspaper.liveStories, newspaper.masthead.addresses()),
                frame);
        desk = access;
    }

    List<Route> all() {
        return List.of(
                Route.get(COVERAGE + "$", desk.apply(coverage::show)),
                Route.post(COVERAGE + "/end$", desk.apply(coverage::end)),
                Route.get(ENTRIES + "$", desk.apply(coverage::entries)),
                Route.post(ENTRIES + "$", desk.apply(coverage::write)),
                Route.post(ENTRY + "$", desk.apply(coverage::change)),
                Route.post(ENTRY + "/marks$", desk.apply(coverage::mark)),
                Route.post(ENTRY + "/removal$", desk.apply(coverage::remove)));
    }
}
