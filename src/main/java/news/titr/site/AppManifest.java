package news.titr.site;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import news.titr.http.Request;
import news.titr.http.Response;

/** {@code /manifest.webmanifest}: what a phone needs to put an edition on its home screen. */
public final class AppManifest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Site site;
    private final AppIcons icons;

    public AppManifest(Site site, AppIcons icons) {
        this.site = site;
        this.icons = icons;
    }

    public Response answer(Request request) {
        String paper = site.paper().light();
        var manifest = JSON.createObjectNode()
                .put("id", site.address("/"))
                .put("name", site.masthead.name())
                .put("short_name", site.masthead.name())
                .put("description", site.masthead.motto())
                .put("lang", site.edition())
                .put("dir", site.masthead.language().direction().html())
                .put("start_url", site.address("/"))
                .put("scope", site.address("/"))
                // with a way back and a way to reload: it is a newspaper still
                .put("display", "minimal-ui")
                .put("background_color", paper)
                .put("theme_color", paper);
        var list = manifest.putArray("icons");
        for (var icon : icons.icons()) {
            list.addObject()
                    .put("src", icon.address())
                    .put("sizes", icon.sizes())
                    .put("type", icon.mediaType())
                    .put("purpose", icon.maskable() ? "maskable" : "any");
        }
        return Response.of(200, "application/manifest+json", manifest.toString().getBytes(StandardCharsets.UTF_8))
                .with("X-Content-Type-Options", "nosniff");
    }
}
