package news.titr.desk;

import io.quarkus.qute.TemplateInstance;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import news.titr.http.Response;
import news.titr.http.StaticFiles;
import news.titr.language.DateText;
import news.titr.language.Messages;
import news.titr.story.Masthead;
import news.titr.story.Problem;

/** What every page of the desk stands in: its words, dates, style, and the headers that keep it safe. */
public final class DeskFrame {

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "same-origin",
            "X-Robots-Tag",
            "noindex");

    private final Masthead masthead;
    private final Messages messages;
    private final DateText dates;
    private final InstantSource clock;
    private final StaticFiles files;

    public DeskFrame(Masthead masthead, Messages messages, InstantSource clock, StaticFiles files) {
        this.masthead = masthead;
        this.messages = messages;
        this.dates = DateText.of(masthead.language(), masthead.zone());
        this.clock = clock;
        this.files = files;
    }

    /**
     * What the layout needs.
     *
     * @param visitor the name of who is signed in, or empty
     */
    public record View(
            DeskFrame frame,
            String title,
            String siteName,
            String visitor,
            String csrf,
            String language,
            String direction) {

        public String word(String key) {
            return frame.word(key);
        }

        public String file(String name) {
            return frame.files.address(name);
        }

        /** A module and all that it imports, for {@code <link rel="modulepreload">}. */
        public List<String> modules(String name) {
            return frame.files.modules(name);
        }
    }

    View forStranger(String titleKey) {
        return view(word(titleKey), "", "");
    }

    View forVisitor(String title, DeskAccess.Visitor visitor) {
        return view(title, visitor.name(), visitor.csrf());
    }

    private View view(String title, String visitor, String csrf) {
        return new View(
                this,
                title,
                masthead.name(),
                visitor,
                csrf,
                masthead.language().tag(),
                masthead.language().direction().html());
    }

    Response page(int status, TemplateInstance page) {
        var body = page.render().getBytes(StandardCharsets.UTF_8);
        return Response.of(status, "text/html; charset=utf-8", body)
                .with(HEADERS)
                .with("Content-Language", masthead.language().tag())
                .with("Cache-Control", "no-store");
    }

    String word(String key, Object... arguments) {
        return messages.word(key, arguments);
    }

    String problem(Problem problem) {
        return word(problem.kind().messageKey(), problem.detail());
    }

    /** A moment as the desk says it: «دو ساعت پیش», or the date. */
    String moment(Instant instant) {
        return dates.relative(instant, clock.instant());
    }

    /** A moment as it stands in a field that is read again: «۱۲ آذر ۱۴۰۳ - ۱۰:۲۰». */
    String inField(Instant instant) {
        return dates.medium(instant);
    }

    DateText dates() {
        return dates;
    }

    Instant now() {
        return clock.instant();
    }

    Masthead masthead() {
        return masthead;
    }
}
