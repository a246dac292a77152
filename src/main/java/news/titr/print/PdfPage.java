package news.titr.print;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.story.LiveStories;
import news.titr.story.LiveStory;

/** {@code /news/N.pdf}: a story as a PDF of its live revision. */
public final class PdfPage {

    /** PDFs that are kept ready; about 100 kB each. */
    private static final int KEPT = 200;

    private final LiveStories stories;
    private final PdfEdition edition;
    private final Function<Request, Response> missing;
    private final Function<LiveStories.Found.Withdrawn, Response> withdrawn;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<LiveStory, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<LiveStory, byte[]> eldest) {
            return size() > KEPT;
        }
    };

    public PdfPage(
            LiveStories stories,
            PdfEdition edition,
            Function<Request, Response> missing,
            Function<LiveStories.Found.Withdrawn, Response> withdrawn) {
        this.stories = stories;
        this.edition = edition;
        this.missing = missing;
        this.withdrawn = withdrawn;
    }

    public Response answer(Request request) {
        String digits = request.route().text("number");
        if (digits.length() > 18) {
            return missing.apply(request);
        }
        return switch (stories.find(Long.parseLong(digits))) {
            case LiveStories.Found.Live(var story) ->
                Response.of(200, "application/pdf", pdf(story))
                        .with("Content-Disposition", "inline; filename=\"" + story.number() + ".pdf\"")
                        .with("X-Content-Type-Options", "nosniff")
                        .with("Content-Language", story.edition());
            case LiveStories.Found.Withdrawn gone -> withdrawn.apply(gone);
            case LiveStories.Found.Absent() -> missing.apply(request);
        };
    }

    /** Kept by all that readers see of the story: whatever changes, the PDF is made anew. */
    private byte[] pdf(LiveStory story) {
        lock.lock();
        try {
            var ready = kept.get(story);
            if (ready != null) {
                return ready;
            }
        } finally {
            lock.unlock();
        }
        byte[] made = edition.of(story);
        lock.lock();
        try {
            kept.put(story, made);
        } finally {
            lock.unlock();
        }
        return made;
    }
}
