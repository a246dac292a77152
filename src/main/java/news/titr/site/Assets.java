package news.titr.site;

import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.http.StaticFiles;

/** {@code /assets/HASH/NAME}: style sheets, scripts, fonts. */
public final class Assets {

    private final StaticFiles files;
    private final MissingPage missing;

    public Assets(StaticFiles files, MissingPage missing) {
        this.files = files;
        this.missing = missing;
    }

    public Response answer(Request request) {
        return files.answer(request.route().text("hash"), request.route().text("name"))
                .orElseGet(() -> missing.answer(request));
    }
}
