package news.titr.site;

import java.util.List;
import java.util.stream.Stream;
import news.titr.language.Messages;
import news.titr.theme.Theme;

/**
 * All that stands around the content of a page: the head, the masthead, the sections and the foot. Text that a page lacks
 * is the empty string.
 *
 * @param prefix what the addresses of this edition begin with: the empty string, or {@code /en}
 * @param title the whole browser title
 * @param canonical the page's absolute address, percent-encoded
 * @param lite the same page in the light edition, or its front
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
        String lite,
        boolean indexed,
        boolean front,
        List<Alternate> alternates,
        Sharing sharing,
        Machines machines,
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

    /**
     * What a messenger or a social network shows of a page; addresses absolute, times in ISO 8601.
     *
     * @param picture the picture of its card, or none
     * @param authors the addresses of their pages
     */
    record Sharing(
            String type,
            String title,
            List<CardPicture> picture,
            String published,
            String modified,
            String section,
            List<String> authors,
            List<String> tags) {

        static Sharing website(String title) {
            return new Sharing("website", title, List.of(), "", "", "", List.of(), List.of());
        }
    }

    /** @param alt what is to be seen, or empty where nobody has said it */
    record CardPicture(String address, String mediaType, int width, int height, String alt) {}

    /**
     * What search engines, feed readers and other programs find in the head of a page.
     *
     * @param formats the same in other formats
     * @param jsonLd what the page is about, ready to stand in a script element
     */
    record Machines(List<Format> formats, List<String> jsonLd) {

        /** The same with the formats of a list within the newspaper, which go first, and with what the page is about. */
        Machines with(List<Format> more, List<String> about) {
            return new Machines(Stream.concat(more.stream(), formats.stream()).toList(), about);
        }
    }

    /**
     * What a page has in another format, and where.
     *
     * @param title empty where the format says it all
     */
    record Format(String mediaType, String title, String address) {}

    /** The style sheets themselves, the addresses of what browsers fetch besides, and the colours of the browser's own frame. */
    record Assets(SiteStyle style, List<String> scripts, List<String> fonts, String icon, String light, String dark) {}

    /**
     * The head of every page.
     *
     * @param logo in place of the name, or none
     * @param today today's date as readers see it; {@code todayMachine} in ISO 8601
     * @param archive the address of what was published today
     * @param zone the newspaper's time zone, in which a script shows the time of day
     * @param numbers the numbering system of its digits, such as {@code arabext}
     */
    record Nameplate(
            String name,
            String motto,
            List<Theme.Logo> logo,
            String today,
            String todayMachine,
            String archive,
            String zone,
            String numbers) {}

    /** A line above every page; with an empty address it leads nowhere. */
    record Breaking(String text, String address) {}

    /** The same page in another language. {@code address} is absolute and percent-encoded. */
    record Alternate(String language, String address) {

        /** For readers of all other languages. */
        static final String DEFAULT = "x-default";
    }

    /** Another edition's front page, under the name of its language in that language. */
    record OtherEdition(String language, String direction, String name, String address) {

        OtherEdition at(String other) {
            return new OtherEdition(language, direction, name, other);
        }
    }

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

    /** As Open Graph names languages: with a country. */
    public String locale() {
        return switch (language) {
            case "fa" -> "fa_IR";
            case "en" -> "en_US";
            case "ar" -> "ar_AR";
            default -> language.replace('-', '_');
        };
    }

    /** The style sheet of every page. */
    public String css() {
        return assets.style().css();
    }

    /** The style sheet that stands behind all others, if there is one. */
    public List<SiteStyle.Sheet> last() {
        return assets.style().last();
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
        return with(indexed, alternates, other, machines);
    }

    PageFrame notIndexed() {
        return with(false, List.of(), sharing, new Machines(List.of(), List.of()));
    }

    PageFrame alternates(List<Alternate> others) {
        return with(indexed, others, sharing, machines);
    }

    PageFrame described(List<Format> formats, List<String> data) {
        return with(indexed, alternates, sharing, machines.with(formats, data));
    }

    private PageFrame with(boolean toBeIndexed, List<Alternate> others, Sharing shared, Machines forMachines) {
        return new PageFrame(
                words,
                language,
                direction,
                prefix,
                title,
                description,
                canonical,
                lite,
                toBeIndexed,
                front,
                others,
                shared,
                forMachines,
                assets,
                nameplate,
                sections,
                pages,
                breaking,
                editions);
    }
}
