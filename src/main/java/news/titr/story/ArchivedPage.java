package news.titr.story;

import news.titr.doc.Body;

/**
 * A page that stays, as another system hands it over.
 *
 * @param source and {@code sourceId} as of an {@link ArchivedStory}
 * @param slug as it was there; made fit for an address here, and numbered where another page has it
 * @param live true when readers had it
 */
public record ArchivedPage(
        String source, String sourceId, String edition, String slug, String title, Body body, boolean live) {}
