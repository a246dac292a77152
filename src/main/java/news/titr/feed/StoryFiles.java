package news.titr.feed;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.people.Actor;
import news.titr.story.LiveStories;
import news.titr.story.LiveStory;
import news.titr.story.StoryFormat;
import news.titr.story.StoryFormats;

/**
 * {@code /news/N.ninjs.json}, {@code .newsml.xml}, {@code .nitf.xml}, {@code .txt} and {@code .md}: a live story in the formats of
 * agencies and of people who write. They say what the story's page says, and no more; the settings name who may have which.
 */
public final class StoryFiles {

    /** Of an address, as a regular expression. */
    public static final String ENDINGS = Arrays.stream(StoryFormat.values())
            .map(format -> Pattern.quote(format.ending()))
            .collect(Collectors.joining("|"));

    private final Feeds feeds;
    private final LiveStories stories;
    private final Supplier<StoryFormats> formats;
    private final Function<Request, Optional<Actor.AtDesk>> caller;
    private final Function<Request, Response> missing;
    private final BiFunction<Request, LiveStories.Found.Withdrawn, Response> withdrawn;

    /**
     * @param formats who may have which
     * @param caller whoever comes with a token that opens something
     */
    public StoryFiles(
            Feeds feeds,
            LiveStories stories,
            Supplier<StoryFormats> formats,
            Function<Request, Optional<Actor.AtDesk>> caller,
            Function<Request, Response> missing,
            BiFunction<Request, LiveStories.Found.Withdrawn, Response> withdrawn) {
        this.feeds = feeds;
        this.stories = stories;
        this.formats = formats;
        this.caller = caller;
        this.missing = missing;
        this.withdrawn = withdrawn;
    }

    public Response answer(Request request) {
        String digits = request.route().text("number");
        var format = StoryFormat.ending(request.route().text("ending"));
        if (digits.length() > 18 || format.isEmpty()) {
            return missing.apply(request);
        }
        var audience = formats.get().of(format.get());
        if (!formats.get().mayHave(format.get(), caller.apply(request))) {
            return audience == StoryFormats.Audience.TOKEN
                    ? Response.text(401, "This is for programs with a token that may read\n")
                            .with("WWW-Authenticate", "Bearer")
                    : missing.apply(request);
        }
        return switch (stories.find(Long.parseLong(digits))) {
            case LiveStories.Found.Live(var story) -> show(request, format.get(), audience, story);
            case LiveStories.Found.Withdrawn gone -> withdrawn.apply(request, gone);
            case LiveStories.Found.Absent() -> missing.apply(request);
        };
    }

    private Response show(Request request, StoryFormat format, StoryFormats.Audience audience, LiveStory story) {
        String address = feeds.file(story, format.ending());
        if (!request.path().equals(address)) {
            return Response.movedPermanently(address);
        }
        var answer = Response.of(200, format.mediaType() + "; charset=utf-8", write(format, feeds.whole(story)))
                .with("Content-Language", story.edition())
                .with("X-Content-Type-Options", "nosniff")
                // the page is what search engines are to show
                .with("X-Robots-Tag", "noindex");
        return audience == StoryFormats.Audience.EVERYONE
                ? answer.with("Access-Control-Allow-Origin", "*")
                // nothing between us keeps it for somebody else
                : answer.with("Cache-Control", "private, no-cache").with("Vary", "Authorization");
    }

    private static byte[] write(StoryFormat format, WholeStory story) {
        return switch (format) {
            case NINJS -> NinjsFile.write(story);
            case NEWSML -> NewsmlFile.write(story);
            case NITF -> NitfFile.write(story);
            case TEXT -> story.text().getBytes(StandardCharsets.UTF_8);
            case MARKDOWN -> story.markdown().getBytes(StandardCharsets.UTF_8);
        };
    }
}
