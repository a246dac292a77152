package news.titr.story;

/**
 * A version of a story in another language, as the desk sees it.
 *
 * @param headline of its newest revision; empty while nobody has written one
 */
public record Translation(long number, String edition, String headline, boolean live) {}
