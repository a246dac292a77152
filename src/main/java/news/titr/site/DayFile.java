package news.titr.site;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.story.Archive;
import news.titr.story.LiveStories;
import news.titr.story.Teaser;
import org.jspecify.annotations.Nullable;

/**
 * {@code /lite/2025-01-20.html} and {@code /lite/today.html}: what was published on a day, whole, in one file that needs no
 * network, to be passed on by mail, by hand or on a stick.
 */
public final class DayFile {

    private static final int AT_ONCE = 100;

    private final Site site;
    private final LitePages pages;
    private final Archive archive;

    /** The file that was made last; nearly everybody wants that one. */
    private @Nullable Kept kept;

    private record Kept(LocalDate day, LocalDate today, long changes, byte[] file) {}

    /** @param pages what answers for a day without a file */
    public DayFile(Site site, LitePages pages, Archive archive) {
        this.site = site;
        this.pages = pages;
        this.archive = archive;
    }

    /** The day is the route's {@code day}: {@code today}, or a date in ISO 8601. */
    public Response answer(Request request) {
        var today = site.day(site.clock.instant());
        return day(request.route().text("day"), today)
                .flatMap(day -> file(day, today).map(file -> response(day, file)))
                .orElseGet(pages::missing);
    }

    private static Optional<LocalDate> day(String asked, LocalDate today) {
        if (asked.equals("today")) {
            return Optional.of(today);
        }
        try {
            return Optional.of(LocalDate.parse(asked)).filter(day -> !day.isAfter(today));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Response response(LocalDate day, byte[] file) {
        String name = URLEncoder.encode(site.masthead.name() + " " + day + ".html", StandardCharsets.UTF_8)
                .replace("+", "%20");
        return SiteHeaders.withPicturesInside(site.liteStyle(), site.edition())
                .on(Response.of(200, "text/html; charset=utf-8", file))
                .with("Content-Disposition", "inline; filename=\"" + day + ".html\"; filename*=UTF-8''" + name);
    }

    /** One is made at a time: each takes a few megabytes, and whoever waits mostly wants the one that is being made. */
    private synchronized Optional<byte[]> file(LocalDate day, LocalDate today) {
        // before the stories: what changes meanwhile makes the file old
        long changes = site.stories.changes();
        var there = kept;
        if (there != null && there.day().equals(day) && there.today().equals(today) && there.changes() == changes) {
            return Optional.of(there.file());
        }
        var stories = stories(day);
        if (stories.isEmpty() && !day.equals(today)) {
            return Optional.empty();
        }
        var before = archive.dayBefore(site.edition(), day);
        var file = new DayPaper(site, day, stories, day.equals(today), before).write();
        kept = new Kept(day, today, changes, file);
        return Optional.of(file);
    }

    /** Newest first. */
    private List<Teaser> stories(LocalDate day) {
        var zone = site.masthead.zone();
        var released = new LiveStories.Of.Released(
                site.edition(),
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant(),
                Optional.empty());
        var stories = new ArrayList<Teaser>();
        var after = LiveStories.After.START;
        while (true) {
            var page = site.stories.list(released, after, AT_ONCE);
            stories.addAll(page);
            if (page.size() < AT_ONCE) {
                return stories;
            }
            after = LiveStories.After.of(page.getLast());
        }
    }
}
