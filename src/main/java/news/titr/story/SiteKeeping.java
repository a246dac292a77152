package news.titr.story;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import news.titr.audit.Action;
import news.titr.audit.Audit;
import news.titr.audit.Detail;
import news.titr.audit.Subject;
import news.titr.db.Database;
import news.titr.db.Ids;
import news.titr.db.Outbox;
import news.titr.language.CalendarSystem;
import news.titr.language.DigitPolicy;
import news.titr.language.HouseStyle;
import news.titr.language.Language;
import news.titr.people.Actor;
import news.titr.people.Permission;

/**
 * The door to the settings of the site. They are versions in the database, which never change; the newest is in force, save
 * for what is set on the machine, which goes first.
 *
 * <p>The settings in force are kept in memory: a change made here holds at once, one made by another process when its
 * outbox entry is heard ({@link #refresh}).
 */
public final class SiteKeeping {

    /** The outbox's name for a change. */
    public static final String EVENT = "settings";

    /**
     * What the machine says.
     *
     * @param masthead the values set there, and the usual ones for the rest
     * @param fixed which are set there: {@code site.name}, {@code site.motto}, {@code site.zone}, {@code site.imprint},
     *     {@code site.house-style}, {@code site.editions}, {@code site.theme}
     * @param editions the ids of those that are open beside the main one
     * @param theme its name or the path of its folder, or empty
     * @param themes the names of those that can be chosen, as they are now
     */
    public record Machine(
            Masthead masthead,
            HouseStyle houseStyle,
            Set<String> editions,
            Set<String> fixed,
            String theme,
            Supplier<List<String>> themes) {

        /** One that leaves the look to the desk, and knows but the usual one. */
        public Machine(Masthead masthead, HouseStyle houseStyle, Set<String> editions, Set<String> fixed) {
            this(masthead, houseStyle, editions, fixed, "", () -> List.of(SiteSettings.USUAL_THEME));
        }

        public Machine {
            editions = Set.copyOf(editions);
            fixed = Set.copyOf(fixed);
        }
    }

    /** A version of the settings, for their history. */
    public record Version(long version, Instant at, String actor, SiteSettings.Wishes wishes) {}

    private final Database database;
    private final Ids ids;
    private final InstantSource clock;
    private final Machine machine;
    private final AtomicReference<SiteSettings> current;

    public SiteKeeping(Database database, Ids ids, InstantSource clock, Machine machine) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        this.machine = machine;
        current = new AtomicReference<>(inForce(database.read(SiteStore::newest)));
    }

    /** The settings in force. Asks nothing of the database. */
    public SiteSettings current() {
        return Objects.requireNonNull(current.get());
    }

    /** The names of the themes that can be chosen. */
    public List<String> themes() {
        return machine.themes().get();
    }

    /** An edition as it is now. */
    public Edition edition(String id) {
        return current().edition(id);
    }

    /** A masthead that is always the one in force. */
    public Masthead masthead() {
        return Masthead.following(() -> current().masthead());
    }

    /** Takes up what another process has changed. */
    public void refresh() {
        keep(inForce(database.read(SiteStore::newest)));
    }

    /** Versions below one, newest first. */
    public List<Version> history(long below, int limit) {
        return database.read(read -> SiteStore.history(read, below, limit));
    }

    /** Puts other settings in force, unless somebody has changed them since the editor looked. */
    public Outcome<SiteSettings> change(Actor actor, long seenVersion, SiteSettings.Wishes wishes) {
        var outcome = database.write(write -> {
            if (!actor.may(Permission.EDIT_SITE)) {
                return Outcome.<SiteSettings>refused(Problem.Kind.NOT_ALLOWED);
            }
            var newest = SiteStore.newest(write);
            if (newest.version() != seenVersion) {
                return new Outcome.Conflict<>(inForce(newest));
            }
            var problems = problems(wishes);
            if (!problems.isEmpty()) {
                return new Outcome.Refused<SiteSettings>(problems);
            }
            if (newest.wishes().equals(wishes)) {
                return new Outcome.Done<>(inForce(newest), List.of());
            }
            var version = new Version(newest.version() + 1, clock.instant(), actor.id(), wishes);
            SiteStore.insert(write, version);
            wishes.editions().stream()
                    .filter(SiteSettings.EditionWish::open)
                    .forEach(wish -> SectionStore.putEdition(write, wish.id()));
            Audit.append(
                    write,
                    ids.next(),
                    version.at(),
                    actor,
                    Action.CHANGE,
                    Subject.settings(),
                    Detail.of(Detail.Name.TEXT, difference(newest.wishes(), wishes)));
            Outbox.append(write, version.at(), EVENT, OptionalLong.empty());
            return new Outcome.Done<>(inForce(version), List.of());
        });
        if (outcome instanceof Outcome.Done<SiteSettings>(var settings, var _)) {
            keep(settings);
        }
        return outcome;
    }

    /** Never back to an older version, whoever comes late. */
    private void keep(SiteSettings settings) {
        current.accumulateAndGet(settings, (there, fresh) -> fresh.version() >= there.version() ? fresh : there);
    }

    private SiteSettings inForce(Version newest) {
        var wishes = newest.wishes();
        var usual = machine.masthead();
        var masthead = new Masthead(
                chosen("site.name", wishes.name()).orElse(usual.name()),
                machine.fixed().contains("site.motto") || newest.version() == 0 ? usual.motto() : wishes.motto(),
                usual.baseUrl(),
                chosen("site.zone", wishes.zone()).map(ZoneId::of).orElse(usual.zone()),
                usual.language(),
                machine.fixed().contains("site.imprint") || newest.version() == 0 ? usual.imprint() : wishes.imprint());
        var houseStyle = machine.fixed().contains("site.house-style")
                ? machine.houseStyle()
                : styled(machine.houseStyle(), wishes);
        var main = new Edition(
                masthead,
                digits(wishes.digits()).orElse(usual.language().digits()),
                usual.language().calendar(),
                true);
        var editions = SiteSettings.languages(usual.language()).stream()
                .map(language -> language == usual.language() ? main : edition(main, language, wishes))
                .toList();
        return new SiteSettings(newest.version(), wishes, machine.fixed(), editions, houseStyle, theme(wishes));
    }

    private String theme(SiteSettings.Wishes wishes) {
        String theme = machine.fixed().contains("site.theme") ? machine.theme() : wishes.theme();
        return theme.isBlank() ? SiteSettings.USUAL_THEME : theme;
    }

    private Edition edition(Edition main, Language language, SiteSettings.Wishes wishes) {
        var wish = wishes.editions().stream()
                .filter(one -> one.id().equals(language.tag()))
                .findFirst()
                .orElseGet(() -> SiteSettings.EditionWish.usual(language.tag(), false));
        var paper = main.masthead();
        return new Edition(
                paper.in(
                        language,
                        wish.name().isBlank() ? paper.name() : wish.name(),
                        wish.motto(),
                        wish.imprint().isEmpty() ? paper.imprint() : wish.imprint()),
                digits(wish.digits()).orElse(language.digits()),
                calendar(wish.calendar()).orElse(language.calendar()),
                machine.fixed().contains("site.editions") ? machine.editions().contains(language.tag()) : wish.open());
    }

    private Optional<String> chosen(String key, String wish) {
        return machine.fixed().contains(key) || wish.isBlank() ? Optional.empty() : Optional.of(wish);
    }

    private static HouseStyle styled(HouseStyle usual, SiteSettings.Wishes wishes) {
        var style = usual;
        for (var choice : wishes.houseStyle().entrySet()) {
            style = style.with(choice.getKey(), choice.getValue());
        }
        return style;
    }

    private static Optional<DigitPolicy> digits(String id) {
        for (var policy : DigitPolicy.values()) {
            if (policy.name().toLowerCase(Locale.ROOT).equals(id)) {
                return Optional.of(policy);
            }
        }
        return Optional.empty();
    }

    private static Optional<CalendarSystem> calendar(String id) {
        for (var calendar : CalendarSystem.values()) {
            if (calendar.name().toLowerCase(Locale.ROOT).equals(id)) {
                return Optional.of(calendar);
            }
        }
        return Optional.empty();
    }

    /** What cannot be had of an edition. */
    private List<Problem> problems(SiteSettings.EditionWish wish) {
        var problems = new ArrayList<Problem>();
        var main = machine.masthead().language();
        boolean known = SiteSettings.languages(main).stream()
                .anyMatch(language -> language != main && language.tag().equals(wish.id()));
        for (var choice : List.of(
                Map.entry(wish.id(), known),
                Map.entry(
                        wish.digits(),
                        wish.digits().isEmpty() || digits(wish.digits()).isPresent()),
                Map.entry(
                        wish.calendar(),
                        wish.calendar().isEmpty() || calendar(wish.calendar()).isPresent()))) {
            if (!choice.getValue()) {
                problems.add(new Problem(Problem.Kind.NO_SUCH_CHOICE, choice.getKey()));
            }
        }
        return problems;
    }

    private List<Problem> problems(SiteSettings.Wishes wishes) {
        var problems = new ArrayList<Problem>();
        if (!wishes.zone().isBlank()) {
            try {
                ZoneId.of(wishes.zone());
            } catch (DateTimeException e) {
                problems.add(new Problem(Problem.Kind.NO_SUCH_ZONE, wishes.zone()));
            }
        }
        if (!wishes.digits().isEmpty() && digits(wishes.digits()).isEmpty()) {
            problems.add(new Problem(Problem.Kind.NO_SUCH_CHOICE, wishes.digits()));
        }
        if (!wishes.theme().isEmpty() && !themes().contains(wishes.theme())) {
            problems.add(new Problem(Problem.Kind.NO_SUCH_CHOICE, wishes.theme()));
        }
        wishes.editions().forEach(wish -> problems.addAll(problems(wish)));
        wishes.robots().rules().stream()
                .filter(rule -> !rule.understood())
                .forEach(rule -> problems.add(new Problem(Problem.Kind.UNFIT_ROBOT_RULE, rule.text())));
        if (!wishes.security().contactUnderstood()) {
            problems.add(
                    new Problem(Problem.Kind.UNFIT_CONTACT, wishes.security().contact()));
        }
        if (!wishes.security().policyUnderstood()) {
            problems.add(
                    new Problem(Problem.Kind.UNFIT_CONTACT, wishes.security().policy()));
        }
        try {
            styled(HouseStyle.standard(), wishes);
        } catch (IllegalArgumentException e) {
            problems.add(new Problem(Problem.Kind.NO_SUCH_CHOICE, String.valueOf(e.getMessage())));
        }
        var colours = wishes.colours();
        boolean understood = List.of(colours.accentOr(), colours.inkOr(), colours.paperOr()).stream()
                .allMatch(Colours.Pair::understood);
        if (!understood) {
            problems.add(Problem.of(Problem.Kind.NO_SUCH_COLOUR));
        } else {
            colours.tooNear()
                    .forEach(near -> problems.add(new Problem(
                            Problem.Kind.TOO_LITTLE_CONTRAST,
                            "%s/%s%s %.1f"
                                    .formatted(
                                            near.colour(),
                                            near.ground(),
                                            near.dark() ? " (dark)" : "",
                                            near.contrast()))));
        }
        return problems;
    }

    /** Which settings differ, for the audit log. */
    private static String difference(SiteSettings.Wishes before, SiteSettings.Wishes after) {
        var lines = new ArrayList<String>();
        changed(lines, "name", before.name(), after.name());
        changed(lines, "motto", before.motto(), after.motto());
        changed(lines, "zone", before.zone(), after.zone());
        changed(lines, "digits", before.digits(), after.digits());
        changed(lines, "house style", before.houseStyle(), after.houseStyle());
        changed(lines, "theme", before.theme(), after.theme());
        changed(lines, "colours", before.colours().css(), after.colours().css());
        changed(
                lines,
                "logo",
                before.logo().map(SiteSettings.Logo::blob).orElse(""),
                after.logo().map(SiteSettings.Logo::blob).orElse(""));
        changed(lines, "editions", editions(before), editions(after));
        changed(lines, "robots", before.robots(), after.robots());
        changed(lines, "security", before.security(), after.security());
        changed(lines, "story formats", before.formats(), after.formats());
        if (!before.imprint().equals(after.imprint())) {
            lines.add("imprint");
        }
        return String.join("; ", lines);
    }

    private static String editions(SiteSettings.Wishes wishes) {
        return wishes.editions().stream()
                .filter(SiteSettings.EditionWish::open)
                .map(SiteSettings.EditionWish::id)
                .collect(Collectors.joining(", "));
    }

    private static void changed(List<String> lines, String name, Object before, Object after) {
        if (!before.equals(after)) {
            lines.add(name + ": " + before + " → " + after);
        }
    }
}
