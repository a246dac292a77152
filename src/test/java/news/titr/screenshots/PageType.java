package news.titr.screenshots;

import java.util.List;

/**
 * A kind of page that readers see, with an example of it in the sample newspaper. A new kind is added here, once.
 *
 * @param name of the picture's file
 * @param path {@code {day}} stands for today's place in the archive, and {@code {month}}, {@code {year}} for those around it
 * @param english the same in the English edition; a page that is not there is left out
 * @param status what it answers with
 */
public record PageType(String name, String path, String english, int status) {

    private static PageType of(String name, String path) {
        return new PageType(name, path, path, 200);
    }

    private static PageType of(String name, String path, String english) {
        return new PageType(name, path, english, 200);
    }

    String in(String edition) {
        return edition.equals("en") ? "/en" + english : path;
    }

    /** The story of the sample that is withdrawn for its picture. */
    static final long WITHDRAWN = 1014;

    /** The first story of {@link EnglishSample}, which is numbered behind those of the sample. */
    private static final String ENGLISH = "/news/1061";

    /** All of them. The numbers are the sample's. */
    public static final List<PageType> ALL = List.of(
            of("front", "/"),
            of("section", "/section/city"),
            of("section-of-one", "/section/weather"),
            of("story", "/news/1053", ENGLISH),
            of("story-long", "/news/1057"),
            of("story-with-table", "/news/1059"),
            of("story-interview", "/news/1038"),
            of("story-opinion", "/news/1050"),
            of("story-corrected", "/news/1056"),
            of("story-pictures", "/news/1039"),
            of("story-video", "/news/1018"),
            of("story-live", "/news/1060"),
            of("tag", "/tag/رود-نیلاب", "/tag/nilab"),
            of("author", "/author/سارا-ایزدمهر", "/author/sara-izadmehr"),
            of("place", "/place/مهرکوه"),
            of("places", "/places"),
            of("topic", "/topic/رود-نیلاب"),
            of("latest", "/latest"),
            of("most-read", "/most-read"),
            of("archive", "/archive"),
            of("archive-year", "/archive/{year}"),
            of("archive-month", "/archive/{month}"),
            of("archive-day", "/archive/{day}"),
            of("corrections", "/corrections"),
            of("search", "/search?q=%D8%A2%D8%A8"),
            of("page", "/privacy"),
            of("imprint", "/imprint"),
            of("search", "/search?q=پل"),
            of("send", "/news/1057/send", ENGLISH + "/send"),
            of("print", "/news/1057/print", ENGLISH + "/print"),
            of("lite", "/lite"),
            of("lite-story", "/lite/news/1057", "/lite" + ENGLISH),
            of("offline", "/offline"),
            new PageType("missing", "/nowhere", "/nowhere", 404),
            new PageType("withdrawn", "/news/" + WITHDRAWN, "/news/" + WITHDRAWN, 410));
}
