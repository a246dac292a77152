package news.titr.print;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Function;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.story.LiveStories;
import news.titr.story.LiveStory;

/** {@code /news/N.pdf}: a story as a PDF of its live revision. */
public final class PdfPage {

    /** Bytes of PDFs that are kept ready. */
    private static final long KEPT = 16 << 20;

    /** PDFs that are made at the same time: each takes a processor and some megabytes. */
    private static final int AT_ONCE = 2;

    private final LiveStories stories;
    private final PdfEdition edition;
    private final Function<Request, Response> missing;
    private final BiFunction<Request, LiveStories.Found.Withdrawn, Response> withdrawn;
    private final Semaphore making = new Semaphore(AT_ONCE, true);
    private final ReentrantLock lock = new ReentrantLock();
    /** Least used first. */
    private final Map<PdfEdition.Printed, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true);

    private long keptBytes;

    public PdfPage(
            LiveStories stories,
            PdfEdition edition,
            Function<Request, Response> missing,
            BiFunction<Request, LiveStories.Found.Withdrawn, Response> withdrawn) {
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
            case LiveStories.Found.Live(var story)
            when !request.path().equals(edition.address(story)) -> Response.movedPermanently(edition.address(story));
            case LiveStories.Found.Live(var story) ->
                Response.of(200, "application/pdf", pdf(story))
                        .with("Content-Disposition", "inline; filename=\"" + story.number() + ".pdf\"")
                        .with("X-Content-Type-Options", "nosniff")
                        .with("Content-Language", story.edition());
            case LiveStories.Found.Withdrawn gone -> withdrawn.apply(request, gone);
            case LiveStories.Found.Absent() -> missing.apply(request);
        };
    }

    /** Kept by all that is printed: whatever changes, the PDF is made anew. */
    private byte[] pdf(LiveStory story) {
        var printed = edition.printed(story);
        var ready = ready(printed);
        if (ready.isPresent()) {
            return ready.get();
        }
        making.acquireUninterruptibly();
        try {
            // somebody who waited for the same one finds it made
            return ready(printed).orElseGet(() -> keep(printed, edition.of(printed)));
        } finally {
            making.release();
        }
    }

    private Optional<byte[]> ready(PdfEdition.Printed printed) {
        lock.lock();
        try {
            return Optional.ofNullable(kept.get(printed));
        } finally {
            lock.unlock();
        }
    }

    private byte[] keep(PdfEdition.Printed printed, byte[] pdf) {
        lock.lock();
        try {
            if (kept.put(printed, pdf) == null) {
                keptBytes += pdf.length;
            }
            var eldest = kept.entrySet().iterator();
            while (keptBytes > KEPT && eldest.hasNext()) {
                keptBytes -= eldest.next().getValue().length;
                eldest.remove();
            }
            return pdf;
        } finally {
            lock.unlock();
        }
    }
}
