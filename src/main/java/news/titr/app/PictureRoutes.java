package news.titr.app;

import java.util.List;
import java.util.function.Function;
import news.titr.desk.DeskAccess;
import news.titr.desk.DeskFrame;
import news.titr.desk.PicturePage;
import news.titr.desk.PictureUploads;
import news.titr.desk.PicturesPage;

/** The picture library at the desk. */
final class PictureRoutes {

    private final PicturesPage library;
    private final PictureUploads uploads;
    private final PicturePage picture;
    private final Function<DeskAccess.Page, Route.Page> access;

    /** @param access makes a page for whoever is signed in */
    PictureRoutes(Newspaper newspaper, DeskFrame frame, Function<DeskAccess.Page, Route.Page> access) {
        library = new PicturesPage(newspaper.library, frame);
        uploads = new PictureUploads(newspaper.library, newspaper.uploads, frame);
        picture = new PicturePage(newspaper.library, newspaper.pictureUses, frame);
        this.access = access;
    }

    List<Route> all() {
        return List.of(
                Route.get("/desk/pictures", access.apply(library::show)),
                Route.post("/desk/pictures", access.apply(library::add)),
                Route.get("/desk/pictures/picker", access.apply(library::picker)),
                Route.post("/desk/pictures/uploads", access.apply(uploads::begin)),
                Route.get("/desk/pictures/uploads/:upload", access.apply(uploads::find)),
                Route.post("/desk/pictures/uploads/:upload", access.apply(uploads::append)),
                Route.post("/desk/pictures/pasted", access.apply(uploads::pasted)),
                Route.get("/desk/pictures/:picture", access.apply(picture::show)),
                Route.post("/desk/pictures/:picture", access.apply(picture::describe)),
                Route.post("/desk/pictures/:picture/framing", access.apply(picture::cut)),
                Route.post("/desk/pictures/:picture/replacement", access.apply(picture::replace)),
                Route.post("/desk/pictures/:picture/poster", access.apply(picture::poster)),
                Route.get("/desk/pictures/:picture/original", access.apply(picture::original)));
    }
}
