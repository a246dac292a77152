package news.titr.site;

import java.util.List;

/**
 * What stands around a page of the light edition.
 *
 * @param page the frame of the same page on the full site; its address is the canonical one
 * @param css the whole style sheet
 * @param front the front of the light edition, {@code latest} its list of all stories
 * @param today today's paper in one file
 * @param full the full page, as a path
 * @param sections in the light edition
 * @param editions the light fronts of other languages
 */
record LiteFrame(
        PageFrame page,
        String css,
        String front,
        String latest,
        String today,
        String full,
        List<PageFrame.Link> sections,
        List<PageFrame.OtherEdition> editions) {

    public String word(String key) {
        return page.word(key);
    }
}
