package news.titr.feed;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.Function;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.story.LiveStories;
import news.titr.story.LiveStory;

/**
 * {@code /news/N.ninjs.json}, {@code .newsml.xml}, {@code .nitf.xml}, {@code .txt} and {@code .md}: a live story in the formats of
 * agencies and of people who write. They say what the story's page says, and no more.
 */
public final class StoryFiles {

    /** Of an address, as a regular expression. */
    public static final String ENDINGS = "ninjs\\.json|newsml\\.xml|nitf\\.xml|txt|md";

    private enum Format {
        NINJS("ninjs.json", "application/json") {
            @Override
            byte[] write(WholeStory story) {
                return NinjsFile.write(story);
            }
        },
        NEWSML("newsml.xml", "application/vnd.iptc.g2.newsitem+xml") {
            @Override
            byte[] write(WholeStory story) {
                return NewsmlFile.write(story);
            }
        },
        NITF("nitf.xml", "application/xml") {
            @Override
            byte[] write(WholeStory story) {
                return NitfFile.write(story);
            }
        },
        TEXT("txt", "text/plain") {
            @Override
            byte[] write(WholeStory story) {
                return story.text().getBytes(StandardCharsets.UTF_8);
            }
        },
        MARKDOWN("md", "text/markdown") {
            @Override
            byte[] write(WholeStory story) {
                return story.markdown().getBytes(StandardCharsets.UTF_8);
            }
        };

        private final String ending;
        private final String mediaType;

        Format(String ending, String mediaType) {
            this.ending = ending;
            this.mediaType = mediaType;
        }

        abstract byte[] write(WholeStory story);
    }

    private final Feeds feeds;
    private final LiveStories stories;
    private final Function<Request, Response> missing;
    private final BiFunction<Request, LiveStories.Found.Withdrawn, Response> withdrawn;

    public StoryFiles(
            Feeds feeds,
            LiveStories stories,
            Function<Request, Response> missing,
            BiFunction<Request, LiveStories.Found.Withdrawn, Response> withdrawn) {
        this.feeds = feeds;
        this.stories = stories;
        this.missing = missing;
        this.withdrawn = withdrawn;
    }

    public Response answer(Request request) {
        String digits = request.route().text("number");
        var format = Arrays.stream(Format.values())
                .filter(known -> known.ending.equals(request.route().text("ending")))
                .findFirst();
        if (digits.length() > 18 || format.isEmpty()) {
            return missing.apply(request);
        }
        return switch (stories.find(Long.parseLong(digits))) {
            case LiveStories.Found.Live(var story) -> show(request, format.get(), story);
            case LiveStories.Found.Withdrawn gone -> withdrawn.apply(request, gone);
            case LiveStories.Found.Absent() -> missing.apply(request);
        };
    }

    private Response show(Request request, Format format, LiveStory story) {
        String address = feeds.file(story, format.ending);
        if (!request.path().equals(address)) {
            return Response.movedPermanently(address);
        }
        return Response.of(200, format.mediaType + "; charset=utf-8", format.write(feeds.whole(story)))
                .with("Content-Language", story.edition())
                .with("X-Content-Type-Options", "nosniff")
                // the page is what search engines are to show
                .with("X-Robots-Tag", "noindex")
                .with("Access-Control-Allow-Origin", "*");
    }
}
