package news.titr.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.TemplateInstance;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import news.titr.http.Response;
import news.titr.http.StaticFiles;
import news.titr.language.DateText;
import news.titr.language.Language;
import news.titr.language.Messages;
import news.titr.people.Permission;
import news.titr.people.Verdict;
import news.titr.story.Alarm;
import news.titr.story.Alarms;
import news.titr.story.Edition;
import news.titr.story.Masthead;
import news.titr.story.Problem;
import news.titr.story.SiteSettings;

/** What every page of the desk stands in: its words, dates, style, and the headers that keep it safe. */
public final class DeskFrame {

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; connect-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "same-origin",
            "X-Robots-Tag",
            "noindex");

    /** The language that the desk speaks while it answers this request. */
    private static final ScopedValue<Language> SPOKEN = ScopedValue.newInstance();

    /** Words that scripts need begin like this, see {@code web/desk/words.js}. */
    private static final String SCRIPT_WORDS = "js.";

    /** The edition whose rooms this request asks for. */
    private static final ScopedValue<String> WITHIN = ScopedValue.newInstance();

    private static final String EDITION = "edition";

    private final Supplier<SiteSettings> settings;
    private final Masthead masthead;
    private final Map<Language, Speech> speeches = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private final StaticFiles files;
    private final Alarms alarms;
    private final Supplier<List<String>> stopped;

    public DeskFrame(Supplier<SiteSettings> settings, InstantSource clock, StaticFiles files, Alarms alarms) {
        this(settings, clock, files, alarms, List::of);
    }

    /** @param stopped the names of the webhooks that were stopped because nothing arrived, for administrators */
    public DeskFrame(
            Supplier<SiteSettings> settings,
            InstantSource clock,
            StaticFiles files,
            Alarms alarms,
            Supplier<List<String>> stopped) {
        this.settings = settings;
        this.alarms = alarms;
        this.stopped = stopped;
        masthead = Masthead.following(() -> settings.get().masthead());
        this.clock = clock;
        this.files = files;
    }

    /** How the desk speaks one language: its words, and those of its scripts as JSON. */
    private record Speech(Messages messages, String scriptWords) {

        static Speech of(Language language) {
            var messages = Messages.of(language);
            var words = new TreeMap<String, String>();
            messages.beginningWith(SCRIPT_WORDS).forEach((key, word) -> words.put(key.substring(3), word));
            try {
                // inside a script element, only this could end it
                String json = new ObjectMapper().writeValueAsString(words).replace("<", "\\u003C");
                return new Speech(messages, json);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("Words in memory could not be written", e);
            }
        }
    }

    /**
     * What the layout needs.
     *
     * @param visitor the name of who is signed in, or empty
     * @param navigation the rooms that they may enter
     * @param alarms what did not go out as it was scheduled, for those who could do something about it
     * @param editions the open editions, where there are several
     * @param scriptWords JSON for {@code web/desk/words.js}
     */
    public record View(
            DeskFrame frame,
            String title,
            String siteName,
            String visitor,
            String csrf,
            String language,
            String direction,
            List<DeskNavigation.Item> navigation,
            List<String> alarms,
            List<String> stopped,
            List<EditionLink> editions,
            String scriptWords) {

        /** The id of the edition that this page is about. */
        public String edition() {
            return frame.edition();
        }

        /** True on pages about another edition than the main one: their forms and links must say so. */
        public boolean inOther() {
            return !frame.within("/").equals("/");
        }

        /** The address of a room in the edition that this page is about. */
        public String within(String address) {
            return frame.within(address);
        }

        public String within(String address, String end) {
            return frame.within(address + end);
        }

        public String within(String address, long end) {
            return frame.within(address + end);
        }

        /** Where readers find something of this edition. */
        public String onSite(String path, String end) {
            return frame.masthead.addresses().in(frame.edition(), path + end);
        }

        public String word(String key) {
            return frame.word(key);
        }

        public String file(String name) {
            return frame.files.address(name);
        }

        /** The addresses of a script and of everything that it imports, for {@code <link rel="modulepreload">}. */
        public List<String> modules(String name) {
            return frame.files.modules(name);
        }
    }

    /** An edition as a choice; {@code current} when the page is about it. */
    public record EditionLink(String id, String name, boolean main, boolean current) {

        /** A room's address in this edition. */
        public String at(String place) {
            return main ? place : withEdition(place, id);
        }
    }

    private static String withEdition(String address, String edition) {
        return address + (address.contains("?") ? "&" : "?") + EDITION + "=" + edition;
    }

    /** The edition whose rooms this request asks for: the one that it names and that is open, or the main one. */
    String edition() {
        return WITHIN.orElse(masthead.language().tag());
    }

    /** The address of a room in this request's edition. */
    String within(String address) {
        return WITHIN.isBound() ? withEdition(address, WITHIN.get()) : address;
    }

    /** The ids of the editions that readers are given. */
    List<String> openEditions() {
        return settings.get().open().stream().map(Edition::id).toList();
    }

    /** The edition of a story as it is now. */
    Edition edition(String id) {
        return settings.get().edition(id);
    }

    /** What the desk calls the language of an edition. */
    String languageName(String edition) {
        String key = "language." + edition;
        return messages().has(key)
                ? word(key)
                : Language.find(edition).map(Language::name).orElse(edition);
    }

    private List<EditionLink> editions() {
        var open = settings.get().open();
        return open.size() < 2
                ? List.of()
                : open.stream()
                        .map(other -> new EditionLink(
                                other.id(),
                                languageName(other.id()),
                                other.isMain(),
                                other.id().equals(edition())))
                        .toList();
    }

    /** Answers about the edition that is named, if it is open beside the main one. */
    Response about(Optional<String> named, Supplier<Response> answer) {
        return named.filter(id -> settings.get().open().stream()
                        .skip(1)
                        .anyMatch(edition -> edition.id().equals(id)))
                .map(id -> ScopedValue.where(WITHIN, id).call(answer::get))
                .orElseGet(answer);
    }

    /** Answers in this language. What runs later, outside of the answer, speaks the newspaper's own. */
    Response speaking(Language language, Supplier<Response> answer) {
        return ScopedValue.where(SPOKEN, language).call(answer::get);
    }

    /** The language that is spoken now. */
    public Language language() {
        return SPOKEN.orElse(masthead.language());
    }

    private Speech speech() {
        return speeches.computeIfAbsent(language(), Speech::of);
    }

    /** The address of a script, if the program has it. */
    Optional<String> script(String name) {
        return files.has(name) ? Optional.of(files.address(name)) : Optional.empty();
    }

    View forStranger(String titleKey) {
        return view(word(titleKey), "", "", List.of(), List.of(), List.of());
    }

    View forVisitor(String title, DeskAccess.Visitor visitor) {
        return view(
                title,
                visitor.name(),
                visitor.csrf(),
                DeskNavigation.items(this, visitor),
                alarms.unseen(visitor.actor()).stream().map(this::alarm).toList(),
                visitor.actor().may(Permission.ADMINISTER)
                        ? stopped.get().stream()
                                .map(name -> word("alarm.webhook", name))
                                .toList()
                        : List.of());
    }

    /** For somebody who is signed in and may not go anywhere yet. */
    View forNewcomer(String title, DeskAccess.Visitor visitor) {
        return view(title, "", visitor.csrf(), List.of(), List.of(), List.of());
    }

    /** «خبر ۱۰۵۷ در زمان خود (…) منتشر نشد» */
    String alarm(Alarm alarm) {
        return word(
                "alarm." + alarm.kind().id() + (alarm.id().isEmpty() ? "-now" : ""),
                dates().digits().apply(Long.toString(alarm.story())),
                dates().full(alarm.dueAt()));
    }

    private View view(
            String title,
            String visitor,
            String csrf,
            List<DeskNavigation.Item> navigation,
            List<String> unseen,
            List<String> stoppedHooks) {
        return new View(
                this,
                title,
                masthead.name(),
                visitor,
                csrf,
                language().tag(),
                language().direction().html(),
                navigation,
                unseen,
                stoppedHooks,
                csrf.isEmpty() ? List.of() : editions(),
                speech().scriptWords());
    }

    Response page(int status, TemplateInstance page) {
        return fragment(status, page).with("Content-Language", language().tag());
    }

    /** A part of a page, which a script of ours puts into one. */
    Response fragment(int status, TemplateInstance part) {
        var body = part.render().getBytes(StandardCharsets.UTF_8);
        return Response.of(status, "text/html; charset=utf-8", body)
                .with(HEADERS)
                .with("Cache-Control", "no-store");
    }

    public String word(String key, Object... arguments) {
        return speech().messages().word(key, arguments);
    }

    /** All words of the language that is spoken now, for what renders texts by itself. */
    Messages messages() {
        return speech().messages();
    }

    String problem(Problem problem) {
        String detail = problem.kind().saysWhen() ? dates().full(Instant.parse(problem.detail())) : problem.detail();
        return word(problem.kind().messageKey(), detail);
    }

    /** Why a door about people stayed shut. */
    List<String> reasons(List<Verdict.Reason> reasons) {
        return reasons.stream().map(reason -> word(reason.messageKey())).toList();
    }

    /** A moment as the desk says it: «دو ساعت پیش», or the date. */
    String moment(Instant instant) {
        return dates().relative(instant, clock.instant());
    }

    /** A moment as it stands in a field that is read again: «۱۲ آذر ۱۴۰۳ - ۱۰:۲۰». */
    String inField(Instant instant) {
        return dates().medium(instant);
    }

    public DateText dates() {
        return DateText.of(language(), masthead.zone());
    }

    Instant now() {
        return clock.instant();
    }

    Masthead masthead() {
        return masthead;
    }
}
