package news.titr.feed;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import news.titr.http.Address;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.story.Edition;
import news.titr.story.SiteSettings;

/** {@code /.well-known/security.txt} (RFC 9116): whom to tell of a hole in the site. It is there when somebody has been named. */
public final class SecurityPage {

    /** Less than a year, as the RFC advises. The settings it is made from are in force today, so it is renewed each day. */
    private static final Duration VALID = Duration.ofDays(180);

    private final Supplier<SiteSettings> settings;
    private final InstantSource clock;
    private final Function<Request, Response> missing;

    public SecurityPage(Supplier<SiteSettings> settings, InstantSource clock, Function<Request, Response> missing) {
        this.settings = settings;
        this.clock = clock;
        this.missing = missing;
    }

    public Response answer(Request request) {
        var site = settings.get();
        if (site.security().contact().isEmpty()) {
            return missing.apply(request);
        }
        var lines = new ArrayList<>(List.of(
                "Contact: " + site.security().contactAddress(),
                "Expires: " + clock.instant().plus(VALID).truncatedTo(ChronoUnit.DAYS),
                "Preferred-Languages: " + site.open().stream().map(Edition::id).collect(Collectors.joining(", ")),
                "Canonical: " + Address.encode(site.masthead().absolute("/.well-known/security.txt"))));
        if (!site.security().policy().isEmpty()) {
            lines.add("Policy: " + site.security().policy());
        }
        return Response.text(200, String.join("\n", lines) + "\n");
    }
}
