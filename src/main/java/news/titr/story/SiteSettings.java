package news.titr.story;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import news.titr.language.HouseStyle;
import news.titr.language.Language;

/**
 * What the newspaper has decided about its site, as it is in force.
 *
 * @param version counts the changes made at the desk, 0 before the first
 * @param wishes what was chosen at the desk
 * @param fixed what is set on the machine, and so cannot be changed at the desk: {@code site.name} …
 * @param editions one for each language that the site can speak, the main one first
 * @param theme the name of the theme that the site wears, or the path of its folder
 */
public record SiteSettings(
        long version, Wishes wishes, Set<String> fixed, List<Edition> editions, HouseStyle houseStyle, String theme) {

    /** What a site wears that has chosen nothing. */
    public static final String USUAL_THEME = "newspaper";

    /** The newspaper's picture in the masthead, kept under a key of the blob store. */
    public record Logo(String blob, String mediaType, int width, int height) {

        public String address() {
            return "/logo/" + blob + (mediaType.equals("image/svg+xml") ? ".svg" : ".png");
        }
    }

    /**
     * What editors choose. Text that is empty means that the usual holds.
     *
     * @param digits {@code persian}, {@code arabic}, {@code latin}, or empty for those of the language
     * @param houseStyle the choices of {@link HouseStyle#with}
     * @param theme the name of one, or empty
     */
    public record Wishes(
            String name,
            String motto,
            String zone,
            String digits,
            Map<String, String> houseStyle,
            List<Masthead.ImprintLine> imprint,
            Colours colours,
            Optional<Logo> logo,
            List<EditionWish> editions,
            Robots robots,
            SecurityContact security,
            String theme,
            StoryFormats formats) {

        public static final Wishes NONE =
                new Wishes("", "", "", "", Map.of(), List.of(), Colours.STANDARD, Optional.empty(), List.of());

        /** With the usual rules for robots and formats and the usual look, and nobody to tell of a hole. */
        public Wishes(
                String name,
                String motto,
                String zone,
                String digits,
                Map<String, String> houseStyle,
                List<Masthead.ImprintLine> imprint,
                Colours colours,
                Optional<Logo> logo,
                List<EditionWish> editions) {
            this(
                    name,
                    motto,
                    zone,
                    digits,
                    houseStyle,
                    imprint,
                    colours,
                    logo,
                    editions,
                    Robots.USUAL,
                    SecurityContact.NONE,
                    "",
                    StoryFormats.USUAL);
        }

        public Wishes {
            houseStyle = Map.copyOf(houseStyle);
            imprint = List.copyOf(imprint);
            editions = List.copyOf(editions);
        }

        public Wishes withLogo(Optional<Logo> other) {
            return new Wishes(
                    name,
                    motto,
                    zone,
                    digits,
                    houseStyle,
                    imprint,
                    colours,
                    other,
                    editions,
                    robots,
                    security,
                    theme,
                    formats);
        }

        public Wishes withEditions(List<EditionWish> others) {
            return new Wishes(
                    name,
                    motto,
                    zone,
                    digits,
                    houseStyle,
                    imprint,
                    colours,
                    logo,
                    others,
                    robots,
                    security,
                    theme,
                    formats);
        }

        public Wishes withTheme(String other) {
            return new Wishes(
                    name,
                    motto,
                    zone,
                    digits,
                    houseStyle,
                    imprint,
                    colours,
                    logo,
                    editions,
                    robots,
                    security,
                    other,
                    formats);
        }

        public Wishes withFormats(StoryFormats audiences) {
            return new Wishes(
                    name,
                    motto,
                    zone,
                    digits,
                    houseStyle,
                    imprint,
                    colours,
                    logo,
                    editions,
                    robots,
                    security,
                    theme,
                    audiences);
        }

        public Wishes withMachines(Robots others, SecurityContact whom) {
            return new Wishes(
                    name,
                    motto,
                    zone,
                    digits,
                    houseStyle,
                    imprint,
                    colours,
                    logo,
                    editions,
                    others,
                    whom,
                    theme,
                    formats);
        }
    }

    /**
     * What editors choose for an edition beside the main one. Text that is empty means that the usual holds: the name of the
     * main edition, no motto, the digits and calendar of the language; no lines of the imprint mean those of the main edition.
     *
     * @param id the tag of its language
     * @param calendar {@code jalali}, {@code gregorian}, {@code hijri}, or empty
     */
    public record EditionWish(
            String id,
            boolean open,
            String name,
            String motto,
            String digits,
            String calendar,
            List<Masthead.ImprintLine> imprint) {

        public EditionWish {
            imprint = List.copyOf(imprint);
        }

        public EditionWish opened(boolean isOpen) {
            return new EditionWish(id, isOpen, name, motto, digits, calendar, imprint);
        }

        /** An edition with the name, digits and calendar that it has of itself. */
        public static EditionWish usual(String id, boolean open) {
            return new EditionWish(id, open, "", "", "", "", List.of());
        }
    }

    /** Settings that say nothing but what the masthead says. */
    public static SiteSettings of(Masthead masthead) {
        return new SiteSettings(
                0, Wishes.NONE, Set.of(), List.of(Edition.of(masthead, true)), HouseStyle.standard(), USUAL_THEME);
    }

    /** What a change begins with: before the first one, what is in force. */
    public Wishes kept() {
        return version > 0
                ? wishes
                : new Wishes(
                        "",
                        masthead().motto(),
                        "",
                        "",
                        Map.of(),
                        masthead().imprint(),
                        Colours.STANDARD,
                        Optional.empty(),
                        List.of());
    }

    /** The main edition. */
    public Edition main() {
        return editions.getFirst();
    }

    public Masthead masthead() {
        return main().masthead();
    }

    /** The edition of a story: one that is not open has a look as well, for the desk. */
    public Edition edition(String id) {
        return editions.stream()
                .filter(edition -> edition.id().equals(id))
                .findFirst()
                .orElseGet(() -> Edition.of(
                        masthead()
                                .in(
                                        Language.of(id, masthead().language()),
                                        masthead().name(),
                                        "",
                                        masthead().imprint()),
                        false));
    }

    /** Those that readers are given, the main one first. */
    public List<Edition> open() {
        return editions.stream().filter(Edition::open).toList();
    }

    /** The languages of all editions that can be opened, the main one first. */
    static List<Language> languages(Language main) {
        return Stream.concat(Stream.of(main), Language.all().stream())
                .distinct()
                .toList();
    }

    public Colours colours() {
        return wishes.colours();
    }

    public Optional<Logo> logo() {
        return wishes.logo();
    }

    public Robots robots() {
        return wishes.robots();
    }

    public SecurityContact security() {
        return wishes.security();
    }

    public StoryFormats formats() {
        return wishes.formats();
    }

    public boolean isFixed(String key) {
        return fixed.contains(key);
    }
}
