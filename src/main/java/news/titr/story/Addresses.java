package news.titr.story;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.titr.language.Slug;

/**
 * Where everything stands that readers are given: the one page on which an address is made.
 *
 * <p>An address is the prefix of its edition and a path. The main edition has no prefix, every other has its language:
 * {@code /section/city}, {@code /en/section/city}. A story is built on its number, so that nothing which is written later
 * breaks a link: {@code /news/26841/آماده-هرگونه-حمایت}, {@code /en/news/26842/ready-for-anything}; its number alone,
 * {@code /26841}, leads there from any edition.
 *
 * @param main the id of the main edition: {@code fa}
 */
public record Addresses(String main) {

    /** The path of the whole archive. */
    public static final String ARCHIVE = "/archive";

    /** What the light edition has a page of as well. */
    private static final Pattern ALSO_LIGHT = Pattern.compile(
            "((?:/[A-Za-z-]{2,7})?)(/news/[0-9]+|/section/[^/?]+|/latest)((?!/(?:print|send)$)/[^/?.]*)?(\\?.*)?");

    /** The empty string, or {@code /en}. */
    public String prefix(String edition) {
        return edition.equals(main) ? "" : "/" + edition;
    }

    /** @param path within the edition, from its first slash */
    public String in(String edition, String path) {
        return prefix(edition) + path;
    }

    /** The story's page; without the slug when the headline has none. */
    public String story(String edition, long number, String headline) {
        String slug = Slug.of(headline);
        return in(edition, "/news/" + number + (slug.isEmpty() ? "" : "/" + slug));
    }

    public String story(LiveStory story) {
        return story(story.edition(), story.number(), story.headline());
    }

    public String story(Teaser story) {
        return story(story.edition(), story.number(), story.headline());
    }

    /** The short link, the same for every edition. */
    public static String shortLink(long number) {
        return "/" + number;
    }

    public String pdf(String edition, long number) {
        return in(edition, "/news/" + number + ".pdf");
    }

    public String print(String edition, long number) {
        return in(edition, "/news/" + number + "/print");
    }

    public String send(String edition, long number) {
        return in(edition, "/news/" + number + "/send");
    }

    public String section(Section section) {
        return in(section.edition(), "/section/" + section.slug());
    }

    /** The page of a tag, a topic or an author. */
    public String label(String edition, Label label) {
        String kind = switch (label.kind()) {
            case TAG -> label.topic() ? "/topic/" : "/tag/";
            case AUTHOR -> "/author/";
        };
        return in(edition, kind + label.slug());
    }

    /** The path of a year, a month or a day of the archive; {@code month} or {@code day} is 0 for the whole. */
    public static String archive(int year, int month, int day) {
        return ARCHIVE
                + "/%04d".formatted(year)
                + (month == 0 ? "" : "/%02d".formatted(month))
                + (day == 0 ? "" : "/%02d".formatted(day));
    }

    public String place(Place place) {
        return in(place.edition(), "/place/" + place.slug());
    }

    /** The front of the light edition: the same newspaper for slow networks. */
    public String liteFront(String edition) {
        return in(edition, "/lite");
    }

    public String liteStory(String edition, long number) {
        return liteFront(edition) + "/news/" + number;
    }

    public String liteSection(Section section) {
        return liteFront(section.edition()) + "/section/" + section.slug();
    }

    /** What was published on a day, as one file. */
    public String dayFile(String edition, LocalDate day) {
        return liteFront(edition) + "/" + day + ".html";
    }

    /** The same for whatever day it is. */
    public String todayFile(String edition) {
        return liteFront(edition) + "/today.html";
    }

    /** The same page in the light edition: {@code /en/news/26842/…} stands at {@code /en/lite/news/26842}; empty if it has none. */
    public static Optional<String> lite(String path) {
        return Optional.of(ALSO_LIGHT.matcher(path))
                .filter(Matcher::matches)
                .map(page -> page.group(1) + "/lite" + page.group(2));
    }

    /** A page that stays. */
    public String page(String edition, String slug) {
        return in(edition, "/" + slug);
    }
}
