package news.titr.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import news.titr.desk.SiteTemplates.Choice;
import news.titr.desk.SiteTemplates.Room;
import news.titr.http.Parameters;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.language.HouseStyle;
import news.titr.language.Tidy;
import news.titr.media.Logos;
import news.titr.people.People;
import news.titr.story.Colours;
import news.titr.story.Masthead;
import news.titr.story.Outcome;
import news.titr.story.SiteKeeping;
import news.titr.story.SiteSettings;

/** {@code /desk/site/settings}: what the newspaper is called, how it looks and how it writes. */
public final class SettingsDesk {

    private static final String ADDRESS = "/desk/site/settings";
    private static final int HISTORY = 12;

    /** The choices of the house style with the values that each may have. */
    private static final Map<String, List<String>> STYLE = styles();

    /** Those that have a name in every language. */
    private static final List<String> SHIPPED_THEMES = List.of("newspaper", "magazine");

    private final SiteKeeping keeping;
    private final Logos logos;
    private final Tidy tidy;
    private final ActorNames names;
    private final DeskFrame frame;

    public SettingsDesk(SiteKeeping keeping, Logos logos, Tidy tidy, People people, DeskFrame frame) {
        this.keeping = keeping;
        this.logos = logos;
        this.tidy = tidy;
        this.names = new ActorNames(people, frame);
        this.frame = frame;
    }

    /** A choice of the house style, in words. */
    public record Style(String name, String words, List<Choice> values) {}

    /** A colour for light and dark; {@code own} when it was chosen. */
    public record Tint(String name, String words, String light, String dark, boolean own) {}

    /** What is written in the fields. */
    public record Form(
            String name,
            String motto,
            String zone,
            String digits,
            String theme,
            String imprint,
            Map<String, String> style,
            Colours colours) {}

    public record Fixed(boolean name, boolean motto, boolean zone, boolean theme, boolean imprint, boolean style) {}

    public record Change(String name, String facts) {}

    public record View(
            long version,
            Form form,
            Fixed fixed,
            List<Choice> digits,
            List<Choice> themes,
            List<Style> styles,
            List<Tint> tints,
            List<SiteSettings.Logo> logo,
            String language,
            String address,
            String example,
            String exampleTidied,
            List<Change> history) {}

    public Response show(Request request, DeskAccess.Visitor visitor) {
        String notice = request.query().has("done") ? frame.word("desk.site.done") : "";
        var settings = keeping.current();
        return page(200, visitor, settings.version(), form(settings), Room.of(frame, "settings", notice));
    }

    /** {@code POST /desk/site/settings}. */
    public Response save(Request request, DeskAccess.Visitor visitor) {
        var form = submitted(request.form());
        long version = FrontEditor.number(request.form().text("version"));
        var wishes = new SiteSettings.Wishes(
                form.name().strip(),
                form.motto().strip(),
                form.zone().strip(),
                form.digits(),
                form.style(),
                lines(form.imprint()),
                form.colours(),
                keeping.current().logo(),
                keeping.current().wishes().editions(),
                keeping.current().robots(),
                keeping.current().security(),
                keeping.current().isFixed("site.theme")
                        ? keeping.current().wishes().theme()
                        : form.theme(),
                keeping.current().formats());
        return answer(visitor, form, keeping.change(visitor.actor(), version, wishes));
    }

    /** {@code POST /desk/site/settings/logo}: a file, or none to go back to the name. */
    public Response logo(Request request, DeskAccess.Visitor visitor) {
        if (!SiteTemplates.mayEnter(visitor)) {
            return SiteTemplates.refused(frame, visitor);
        }
        var settings = keeping.current();
        long version = FrontEditor.number(request.form().text("version"));
        Optional<SiteSettings.Logo> logo = Optional.empty();
        if (!request.form().text("act").equals("remove")) {
            logo = request.uploads().stream()
                    .findFirst()
                    .flatMap(upload -> logos.keep(bytes(upload)))
                    .map(kept -> new SiteSettings.Logo(kept.blob(), kept.mediaType(), kept.width(), kept.height()));
            if (logo.isEmpty()) {
                return page(
                        422,
                        visitor,
                        settings.version(),
                        form(settings),
                        Room.refused(frame, "settings", List.of(frame.word("desk.site.logo-problem"))));
            }
        }
        return answer(
                visitor,
                form(settings),
                keeping.change(visitor.actor(), version, settings.kept().withLogo(logo)));
    }

    /** {@code GET /desk/site/settings/example}: a text as a house style would have it. */
    public Response example(Request request, DeskAccess.Visitor visitor) {
        String text = request.query().text("text");
        String tidied = tidy.tidy(
                text.substring(0, Math.min(text.length(), 500)),
                style(submitted(request.query()).style()));
        return Response.text(200, tidied);
    }

    private Response answer(DeskAccess.Visitor visitor, Form form, Outcome<SiteSettings> outcome) {
        return switch (outcome) {
            case Outcome.Done<SiteSettings> _ -> Response.seeOther(ADDRESS + "?done=yes");
            case Outcome.Refused<SiteSettings>(var problems) ->
                page(
                        422,
                        visitor,
                        keeping.current().version(),
                        form,
                        Room.refused(
                                frame,
                                "settings",
                                problems.stream().map(frame::problem).toList()));
            case Outcome.Conflict<SiteSettings>(var current) ->
                page(
                        409,
                        visitor,
                        current.version(),
                        form,
                        Room.conflict(frame, "settings", frame.word("desk.site.conflict", words(form(current)))));
        };
    }

    private static String words(Form form) {
        return String.join(
                " · ", form.name(), form.motto(), form.zone(), form.imprint().replace('\n', '،'));
    }

    private Response page(int status, DeskAccess.Visitor visitor, long version, Form form, Room room) {
        if (!SiteTemplates.mayEnter(visitor)) {
            return SiteTemplates.refused(frame, visitor);
        }
        var settings = keeping.current();
        String example = frame.word("desk.site.style-example");
        var view = new View(
                version,
                form,
                new Fixed(
                        settings.isFixed("site.name"),
                        settings.isFixed("site.motto"),
                        settings.isFixed("site.zone"),
                        settings.isFixed("site.theme"),
                        settings.isFixed("site.imprint"),
                        settings.isFixed("site.house-style")),
                digits(form),
                themes(settings, form),
                styles(form),
                List.of(
                        tint("accent", form.colours().accent(), form.colours().accentOr()),
                        tint("ink", form.colours().ink(), form.colours().inkOr()),
                        tint("paper", form.colours().paper(), form.colours().paperOr())),
                settings.logo().stream().toList(),
                frame.languageName(settings.main().id()),
                settings.masthead().baseUrl().toString(),
                example,
                tidy.tidy(example, style(form.style())),
                keeping.history(Long.MAX_VALUE, HISTORY).stream()
                        .map(change -> new Change(
                                frame.word("desk.site.revision", change.version()),
                                names.of(change.actor()) + " · " + frame.dates().medium(change.at())))
                        .toList());
        return frame.page(
                status,
                SiteTemplates.siteSettings(frame.forVisitor(frame.word("desk.site.settings"), visitor), room, view));
    }

    /** Those that can be chosen; what the machine has set is shown as it is. */
    private List<Choice> themes(SiteSettings settings, Form form) {
        var names = settings.isFixed("site.theme") ? List.of(settings.theme()) : keeping.themes();
        String chosen = form.theme().isEmpty() ? settings.theme() : form.theme();
        return names.stream()
                .map(name -> new Choice(
                        name,
                        SHIPPED_THEMES.contains(name) ? frame.word("desk.site.theme." + name) : name,
                        name.equals(chosen)))
                .toList();
    }

    private List<Choice> digits(Form form) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice(
                "", frame.word("desk.site.digits.usual"), form.digits().isEmpty()));
        for (String id : List.of("persian", "arabic", "latin")) {
            choices.add(new Choice(
                    id, frame.word("desk.site.digits." + id), form.digits().equals(id)));
        }
        return List.copyOf(choices);
    }

    private List<Style> styles(Form form) {
        return STYLE.entrySet().stream()
                .map(entry -> new Style(
                        entry.getKey(),
                        frame.word("desk.site.style." + entry.getKey()),
                        entry.getValue().stream()
                                .map(value -> new Choice(
                                        value,
                                        frame.word("desk.site.style." + entry.getKey() + "." + value),
                                        value.equals(form.style().get(entry.getKey()))))
                                .toList()))
                .toList();
    }

    private Tint tint(String name, Optional<Colours.Pair> chosen, Colours.Pair shown) {
        return new Tint(name, frame.word("desk.site.colour." + name), shown.light(), shown.dark(), chosen.isPresent());
    }

    private static Form form(SiteSettings settings) {
        var masthead = settings.masthead();
        return new Form(
                masthead.name(),
                masthead.motto(),
                masthead.zone().getId(),
                settings.wishes().digits(),
                settings.wishes().theme(),
                masthead.imprint().stream()
                        .map(line -> line.office() + ": " + line.holder())
                        .collect(Collectors.joining("\n")),
                values(settings.houseStyle()),
                settings.colours());
    }

    private static Form submitted(Parameters form) {
        var style = new LinkedHashMap<String, String>();
        STYLE.keySet().forEach(choice -> form.first("style." + choice).ifPresent(value -> style.put(choice, value)));
        return new Form(
                form.text("name"),
                form.text("motto"),
                form.text("zone"),
                form.text("digits"),
                form.text("theme"),
                form.text("imprint"),
                style,
                new Colours(colour(form, "accent"), colour(form, "ink"), colour(form, "paper")));
    }

    private static Optional<Colours.Pair> colour(Parameters form, String name) {
        return form.has(name + ".own")
                ? Optional.of(new Colours.Pair(
                        form.text(name + ".light").strip().toLowerCase(Locale.ROOT),
                        form.text(name + ".dark").strip().toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    /** «سردبیر: …», one line for each. */
    static List<Masthead.ImprintLine> lines(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> {
                    int colon = line.indexOf(':');
                    return colon < 0
                            ? new Masthead.ImprintLine(line, "")
                            : new Masthead.ImprintLine(
                                    line.substring(0, colon).strip(),
                                    line.substring(colon + 1).strip());
                })
                .toList();
    }

    private static HouseStyle style(Map<String, String> choices) {
        var style = HouseStyle.standard();
        for (var choice : choices.entrySet()) {
            if (STYLE.getOrDefault(choice.getKey(), List.of()).contains(choice.getValue())) {
                style = style.with(choice.getKey(), choice.getValue());
            }
        }
        return style;
    }

    private static Map<String, String> values(HouseStyle style) {
        var values = new LinkedHashMap<String, String>();
        values.put("half-spaces", yes(style.halfSpaces()));
        values.put("hamza", yes(style.hamza()));
        values.put("tanvin", yes(style.tanvin()));
        values.put("letters", yes(style.letters()));
        values.put("they", id(style.they()));
        values.put("adverbs", id(style.adverbs()));
        values.put("ezafe", id(style.ezafe()));
        values.put("dialogue", id(style.dialogue()));
        values.put("digits", id(style.digits()));
        values.put("quotes", id(style.quotes()));
        values.put("punctuation", yes(style.punctuation()));
        values.put("spacing", yes(style.spacing()));
        return values;
    }

    private static Map<String, List<String>> styles() {
        var yes = List.of("yes", "no");
        var tie = List.of("leave", "half-space", "plain");
        var styles = new LinkedHashMap<String, List<String>>();
        styles.put("half-spaces", yes);
        styles.put("hamza", yes);
        styles.put("tanvin", yes);
        styles.put("letters", yes);
        styles.put("they", tie);
        styles.put("adverbs", tie);
        styles.put("ezafe", List.of("leave", "hamza", "yeh"));
        styles.put("dialogue", tie);
        styles.put("digits", List.of("leave", "persian", "latin"));
        styles.put("quotes", List.of("leave", "guillemets", "straight"));
        styles.put("punctuation", yes);
        styles.put("spacing", yes);
        return java.util.Collections.unmodifiableMap(styles);
    }

    private static String yes(boolean wanted) {
        return wanted ? "yes" : "no";
    }

    private static String id(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static byte[] bytes(Request.Upload upload) {
        try {
            return Files.readAllBytes(upload.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
