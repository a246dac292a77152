package news.titr.site;

import java.util.List;
import news.titr.language.Messages;

/**
 * All that stands around the content of a page: the head, the masthead, the sections and the foot. Text that a page lacks
 * is the empty string.
 *
 * @param title the whole browser title
 * @param canonical the page's absolute address, percent-encoded
 * @param indexed false for pages that search engines are to leave alone
 * @param front true for the front page, whose heading is the newspaper's name
 * @param today today's date as readers see it; {@code todayMachine} in ISO 8601
 * @param zone the newspaper's time zone, in which a script shows the time of day
 */
record PageFrame(
        Messages words,
        String language,
        String direction,
        String title,
        String description,
        String canonical,
        boolean indexed,
        boolean front,
        Sharing sharing,
        Assets assets,
        String siteName,
        String motto,
        String today,
        String todayMachine,
        String zone,
        List<Link> sections) {

    /** A link; {@code current} when it leads to the place where the reader is. */
    record Link(String name, String address, boolean current) {

        static Link to(String name, String address) {
            return new Link(name, address, false);
        }
    }

    /** What a messenger or a social network shows of a page; addresses absolute, times in ISO 8601. */
    record Sharing(String type, String title, String image, String published, String modified, String section) {

        static Sharing website(String title) {
            return new Sharing("website", title, "", "", "", "");
        }
    }

    /** The style sheet itself, and the addresses of what browsers fetch besides. */
    record Assets(String style, String script, String font, String icon) {}

    public String word(String key) {
        return words.word(key);
    }

    public String word(String key, String argument) {
        return words.word(key, argument);
    }

    PageFrame shared(Sharing sharing) {
        return new PageFrame(
                words,
                language,
                direction,
                title,
                description,
                canonical,
                indexed,
                front,
                sharing,
                assets,
                siteName,
                motto,
                today,
                todayMachine,
                zone,
                sections);
    }

    PageFrame notIndexed() {
        return new PageFrame(
                words,
                language,
                direction,
                title,
                description,
                canonical,
                false,
                front,
                sharing,
                assets,
                siteName,
                motto,
                today,
                todayMachine,
                zone,
                sections);
    }
}
