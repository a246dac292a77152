package news.titr.story;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.titr.language.DigitPolicy;
import news.titr.language.HouseStyle;

/**
 * What the newspaper has decided about its site, as it is in force.
 *
 * @param version counts the changes made at the desk, 0 before the first
 * @param wishes what was chosen at the desk
 * @param fixed what is set on the machine, and so cannot be changed at the desk: {@code site.name} …
 * @param digits of the readers' pages
 */
public record SiteSettings(
        long version, Wishes wishes, Set<String> fixed, Masthead masthead, DigitPolicy digits, HouseStyle houseStyle) {

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
     */
    public record Wishes(
            String name,
            String motto,
            String zone,
            String digits,
            Map<String, String> houseStyle,
            List<Masthead.ImprintLine> imprint,
            Colours colours,
            Optional<Logo> logo) {

        public static final Wishes NONE =
                new Wishes("", "", "", "", Map.of(), List.of(), Colours.STANDARD, Optional.empty());

        public Wishes {
            houseStyle = Map.copyOf(houseStyle);
            imprint = List.copyOf(imprint);
        }

        public Wishes withLogo(Optional<Logo> other) {
            return new Wishes(name, motto, zone, digits, houseStyle, imprint, colours, other);
        }
    }

    /** Settings that say nothing but what the masthead says. */
    public static SiteSettings of(Masthead masthead) {
        return new SiteSettings(
                0, Wishes.NONE, Set.of(), masthead, masthead.language().digits(), HouseStyle.standard());
    }

    public Colours colours() {
        return wishes.colours();
    }

    public Optional<Logo> logo() {
        return wishes.logo();
    }

    public boolean isFixed(String key) {
        return fixed.contains(key);
    }
}
