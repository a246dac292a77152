package news.titr.site;

import news.titr.http.Response;

/** A page of the site whose content another part of the program has made, such as the form for sending a story on. */
public final class FramedPage {

    private final Site site;

    public FramedPage(Site site) {
        this.site = site;
    }

    /**
     * The page with every header that the site's pages have. Search engines are to leave it alone.
     *
     * @param title without the newspaper's name
     * @param content HTML, escaped where it has to be
     */
    public Response page(int status, String title, String content) {
        return site.page(
                status, Templates.framedPage(site.frame(title, "", "/", "").notIndexed(), content));
    }
}
