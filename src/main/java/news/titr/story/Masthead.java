package news.titr.story;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import news.titr.language.Language;

/**
 * What the newspaper is: its name, where it stands on the web, and who answers for it.
 *
 * @param baseUrl the address that readers use, without a slash at the end; never guessed from a request
 * @param zone whose midnight begins a day
 * @param imprint the lines of the imprint (شناسنامه), in order
 */
public record Masthead(
        String name, String motto, URI baseUrl, ZoneId zone, Language language, List<ImprintLine> imprint) {

    /** A line of the imprint, such as «سردبیر»: «…». */
    public record ImprintLine(String office, String holder) {}

    /** The same newspaper at another address. */
    public Masthead at(URI otherBaseUrl) {
        return new Masthead(name, motto, otherBaseUrl, zone, language, imprint);
    }

    /** An absolute address of a path on this site. */
    public String absolute(String path) {
        return baseUrl + path;
    }
}
