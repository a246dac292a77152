package news.titr.story;

import news.titr.language.Slug;

/** Where a story stands: built on its number, so that nothing which is written later breaks a link. */
public final class StoryAddress {

    private StoryAddress() {}

    /** The story's page, such as {@code /news/26841/آماده-هرگونه-حمایت}; without the slug when the headline has none. */
    public static String page(long number, String headline) {
        String slug = Slug.of(headline);
        return "/news/" + number + (slug.isEmpty() ? "" : "/" + slug);
    }

    /** The short link. */
    public static String shortLink(long number) {
        return "/" + number;
    }

    public static String pdf(long number) {
        return "/news/" + number + ".pdf";
    }

    public static String print(long number) {
        return "/news/" + number + "/print";
    }

    public static String send(long number) {
        return "/news/" + number + "/send";
    }
}
