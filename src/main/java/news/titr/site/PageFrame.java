package news.titr.site;

import java.util.List;
import news.titr.language.Messages;
import news.titr.story.SiteSettings;

/**
 * All that stands around the content of a page: the head, the masthead, the sections and the foot. Text that a page lacks
 * is the empty string.
 *
 * @param prefix what the addresses of this edition begin with: the empty string, or {@code /en}
 * @param title the whole browser title
 * @param canonical the page's absolute address, percent-encoded
 * @param indexed false for pages that search engines are to leave alone
 * @param front true for the front page, whose heading is the newspaper's name
 * @param alternates the same page in every edition that has it, this one too; none where only this one has it
 * @param sections the navigation
 * @param pages the pages that stay, for the foot
 * @param breaking news that cannot wait, or none
 * @param editions the other editions
 */
record PageFrame(
        Messages words,
        String language,
        String direction,
        String prefix,
        String title,
        String description,
        String canonical,
        boolean indexed,
        boolean front,
        List<Alternate> alternates,
        Sharing sharing,
        Assets assets,
        Nameplate nameplate,
        List<Link> sections,
        List<Link> pages,
        List<Breaking> breaking,
        List<OtherEdition> editions) {

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

    /** The style sheets themselves, the addresses of what browsers fetch besides, and the colours of the browser's own frame. */
    record Assets(SiteStyle style, String script, String font, String icon, String light, String dark) {}

    /**
     * The head of every page.
     *
     * @param logo in place of the name, or none
     * @param today today's date as readers see it; {@code todayMachine} in ISO 8601
     * @param archive the address of what was published today
     * @param zone the newspaper's time zone, in which a script shows the time of day
     */
    record Nameplate(
            String name,
            String motto,
            List<SiteSettings.Logo> logo,
            String today,
            String todayMachine,
            String archive,
            String zone) {}

    /** A line above every page; with an empty address it leads nowhere. */
    record Breaking(String text, String address) {}

    /** The same page in another language. {@code address} is absolute and percent-encoded. */
    record Alternate(String language, String address) {

        /** For readers of all other languages. */
        static final String DEFAULT = "x-default";
    }

    /** Another edition's front page, under the name of its language in that language. */
    record OtherEdition(String language, String direction, String name, String address) {}

    /** The address of a path within this edition. */
    public String address(String path) {
        return prefix + path;
    }

    public String word(String key) {
        return words.word(key);
    }

    public String word(String key, String argument) {
        return words.word(key, argument);
    }

    /** The digits 1, 2, 3 as this edition writes them; empty where those are the Latin ones. */
    public String ownDigits() {
        String own = words.word("site.number", 123);
        return own.equals("123") ? "" : own;
    }

    /** The style sheet of every page. */
    public String css() {
        return assets.style().css();
    }

    /** A style sheet that only some pages need. */
    public SiteStyle.Sheet sheet(String name) {
        return assets.style().sheet(name);
    }

    public String siteName() {
        return nameplate.name();
    }

    public String motto() {
        return nameplate.motto();
    }

    PageFrame shared(Sharing other) {
        return with(indexed, alternates, other);
    }

    PageFrame notIndexed() {
        return with(false, List.of(), sharing);
    }

    PageFrame alternates(List<Alternate> others) {
        return with(indexed, others, sharing);
    }

    private PageFrame with(boolean toBeIndexed, List<Alternate> others, Sharing shared) {
        return new PageFrame(
                words,
                language,
                direction,
                prefix,
                title,
                description,
                canonical,
                toBeIndexed,
                front,
                others,
                shared,
                assets,
                nameplate,
                sections,
                pages,
                breaking,
                editions);
    }
}
