package news.titr.story;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import news.titr.language.Language;

/**
 * What the newspaper is in one of its editions: its name, where it stands on the web, and who answers for it. Whoever holds one asks it each time:
 * a masthead that follows the settings changes when they do, without a restart.
 */
public final class Masthead {

    /** A line of the imprint, such as «سردبیر»: «…». */
    public record ImprintLine(String office, String holder) {}

    private record Facts(
            String name,
            String motto,
            URI baseUrl,
            ZoneId zone,
            Language language,
            List<ImprintLine> imprint,
            Addresses addresses) {}

    private final Supplier<Facts> facts;

    /**
     * A masthead that stays as it is.
     *
     * @param baseUrl the address that readers use, without a slash at the end; never guessed from a request
     * @param zone whose midnight begins a day
     * @param imprint the lines of the imprint (شناسنامه), in order
     */
    public Masthead(String name, String motto, URI baseUrl, ZoneId zone, Language language, List<ImprintLine> imprint) {
        this(new Facts(name, motto, baseUrl, zone, language, List.copyOf(imprint), new Addresses(language.tag())));
    }

    private Masthead(Facts stays) {
        facts = () -> stays;
    }

    private Masthead(Supplier<Facts> facts) {
        this.facts = facts;
    }

    /** A masthead that is what another one is at the moment when it is asked. */
    public static Masthead following(Supplier<Masthead> current) {
        return new Masthead((Supplier<Facts>) () -> current.get().facts.get());
    }

    public String name() {
        return facts.get().name();
    }

    public String motto() {
        return facts.get().motto();
    }

    public URI baseUrl() {
        return facts.get().baseUrl();
    }

    public ZoneId zone() {
        return facts.get().zone();
    }

    public Language language() {
        return facts.get().language();
    }

    public List<ImprintLine> imprint() {
        return facts.get().imprint();
    }

    /** Where things stand on the site. */
    public Addresses addresses() {
        return facts.get().addresses();
    }

    /** The same newspaper at another address. */
    public Masthead at(URI otherBaseUrl) {
        return new Masthead(name(), motto(), otherBaseUrl, zone(), language(), imprint());
    }

    /** The same newspaper in another language, below the one that this is. */
    public Masthead in(Language otherLanguage, String itsName, String itsMotto, List<ImprintLine> itsImprint) {
        return new Masthead(
                new Facts(itsName, itsMotto, baseUrl(), zone(), otherLanguage, List.copyOf(itsImprint), addresses()));
    }

    /** An absolute address of a path on this site. */
    public String absolute(String path) {
        return baseUrl() + path;
    }
}
