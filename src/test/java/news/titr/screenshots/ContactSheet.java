package news.titr.screenshots;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One page that shows all pictures: a row for each kind of page, its widths and schemes beside each other. */
final class ContactSheet {

    private static final String STYLE = """
            :root { color-scheme: light dark; font: 1rem/1.6 system-ui, sans-serif; }
            body { margin-block: 1rem; margin-inline: 1.5rem; }
            nav { columns: 12rem; }
            section { border-block-start: 1px solid #8888; padding-block: 1rem; }
            .row { display: flex; gap: 1rem; overflow-x: auto; align-items: start; }
            figure { margin: 0; flex: none; }
            figcaption { font-size: .8125rem; opacity: .7; }
            img { display: block; inline-size: 16rem; block-size: 24rem; object-fit: cover; object-position: top; outline: 1px solid #8886; }
            """;

    private ContactSheet() {}

    /**
     * Writes {@code index.html} beside the pictures.
     *
     * @param shots in the order in which they are to be seen
     */
    static Path write(Path folder, String title, List<Shot> shots) {
        var rows = shots.stream().collect(Collectors.groupingBy(Shot::row, LinkedHashMap::new, Collectors.toList()));
        var html = new StringBuilder("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>" + title
                + "</title><style>" + STYLE + "</style></head><body><h1>" + title + "</h1><nav>");
        rows.keySet().forEach(row -> html.append("<a href=\"#%s\">%s</a><br>".formatted(row, row)));
        html.append("</nav>");
        for (Map.Entry<String, List<Shot>> row : rows.entrySet()) {
            html.append("<section id=\"%s\"><h2>%s</h2><div class=\"row\">".formatted(row.getKey(), row.getKey()));
            for (var shot : row.getValue()) {
                html.append(
                        "<figure><a href=\"%s\"><img src=\"%s\" alt=\"%s\" loading=\"lazy\"></a><figcaption>%s</figcaption></figure>"
                                .formatted(shot.file(), shot.file(), shot.caption(), shot.caption()));
            }
            html.append("</div></section>");
        }
        html.append("</body></html>");
        try {
            return Files.writeString(folder.resolve("index.html"), html);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
