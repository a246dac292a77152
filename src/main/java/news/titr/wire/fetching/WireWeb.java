package news.titr.wire.fetching;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.titr.http.OtherServers;
import news.titr.sources.WireSource;
import news.titr.wire.moving.BadArchive;
import news.titr.wire.moving.OldDates;

/** Asks a source on the web, with what it said last: one that has nothing new answers with nothing. */
final class WireWeb {

    private static final int LARGEST = 10 << 20;
    private static final int HOPS = 5;
    private static final long LONGEST_PATIENCE = Duration.ofDays(1).toSeconds();
    private static final String ACCEPTED = "application/atom+xml, application/rss+xml, application/feed+json,"
            + " application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.9, */*;q=0.5";

    private final OtherServers servers;

    WireWeb(OtherServers servers) {
        this.servers = servers;
    }

    /** Empty when nothing has changed since. */
    Optional<Found> ask(WireSource source, OldDates dates) throws Found.Failed {
        var state = source.state();
        var headers = new LinkedHashMap<String, String>();
        headers.put("Accept", ACCEPTED);
        if (!state.etag().isEmpty()) {
            headers.put("If-None-Match", state.etag());
        }
        if (!state.modified().isEmpty()) {
            headers.put("If-Modified-Since", state.modified());
        }
        try {
            var address = URI.create(source.wish().address());
            var answer = servers.follow(OtherServers.Message.get(address, headers, LARGEST + 1), HOPS);
            if (answer.status() == 304) {
                return Optional.empty();
            }
            if (!answer.good()) {
                throw new Found.Failed("it answered " + answer.status(), patience(answer));
            }
            if (answer.body().length > LARGEST) {
                throw new Found.Failed("it answered more than " + (LARGEST >> 20) + " MB");
            }
            var items = Formats.items(source, "feed", answer.body(), dates);
            return Optional.of(new Found(
                    items,
                    answer.headers().getOrDefault("etag", ""),
                    answer.headers().getOrDefault("last-modified", ""),
                    List.of(),
                    Map.of(),
                    List.of(),
                    false));
        } catch (OtherServers.NoAnswer e) {
            throw new Found.Failed(String.valueOf(e.getMessage()));
        } catch (BadArchive e) {
            throw new Found.Failed(String.valueOf(e.getMessage()).replaceFirst("^feed: ", ""));
        }
    }

    private static Optional<Duration> patience(OtherServers.Answer answer) {
        String written = answer.headers().getOrDefault("retry-after", "");
        return written.matches("[0-9]{1,9}")
                ? Optional.of(Duration.ofSeconds(Math.min(Long.parseLong(written), LONGEST_PATIENCE)))
                : Optional.empty();
    }
}
