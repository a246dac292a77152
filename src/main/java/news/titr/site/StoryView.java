package news.titr.site;

import java.util.List;

/**
 * A story as its page and its print sheet show it. Text that it lacks is the empty string.
 *
 * @param number in the reader's digits
 * @param type the name of its type, for the style sheet
 * @param label what readers are told of its type; empty for plain news
 * @param shortLink absolute
 * @param shortLinkText the same without the scheme
 * @param published the date in words, also when it is not known; {@code publishedMachine} is then empty
 * @param body HTML
 * @param stage of a picture story or a video; none for others
 * @param related what goes with it
 * @param next the newest of its section
 * @param qrCode an SVG element with the short link
 */
record StoryView(
        String number,
        String type,
        String label,
        String kicker,
        String headline,
        List<String> subheadlines,
        String lead,
        List<PageFrame.Link> section,
        List<PageFrame.Link> authors,
        String dateline,
        String source,
        List<PageFrame.Link> places,
        String published,
        String publishedMachine,
        String updated,
        String updatedMachine,
        String readingTime,
        PictureView picture,
        String body,
        List<Stage> stage,
        List<Correction> corrections,
        List<PageFrame.Link> tags,
        List<Translation> translations,
        Addresses addresses,
        String qrCode,
        List<TeaserView> related,
        List<TeaserView> next) {

    record Correction(String text, String at, String atMachine) {}

    /** The story in another language; {@code called} is the language's name in itself. */
    record Translation(String language, String direction, String called, String headline, String address) {}

    record Addresses(String page, String shortLink, String shortLinkText, String pdf, String print, String send) {}

    public boolean signed() {
        return !authors.isEmpty() || !dateline.isEmpty() || !source.isEmpty();
    }
}
