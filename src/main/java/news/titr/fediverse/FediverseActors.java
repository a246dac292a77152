package news.titr.fediverse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import news.titr.http.Address;
import news.titr.story.Edition;
import news.titr.story.LiveStories;
import news.titr.story.Section;
import news.titr.story.SiteSettings;

/** Who there is to be followed, and the addresses of what they have. */
final class FediverseActors {

    static final String PATH = "/fediverse";

    /** The handle of the main edition: {@code @news@news.example.org}. */
    private static final String MAIN = "news";

    /** What Mastodon takes for a name. */
    private static final Pattern HANDLE = Pattern.compile("[a-z0-9_]+([a-z0-9_.-]*[a-z0-9_]+)?");

    private static final int LONGEST = 30;

    private final Supplier<SiteSettings> settings;
    private final LiveStories stories;

    FediverseActors(Supplier<SiteSettings> settings, LiveStories stories) {
        this.settings = settings;
        this.stories = stories;
    }

    /** All of them, by their keys: the editions that are open, each with the sections that readers are offered. */
    Map<String, FediverseActor> all() {
        var all = new LinkedHashMap<String, FediverseActor>();
        var taken = new ArrayList<String>();
        for (var edition : settings.get().open()) {
            String handle = edition.isMain() ? MAIN : edition.id().toLowerCase(Locale.ROOT);
            taken.add(handle);
            all.put(
                    edition.id(),
                    new FediverseActor(
                            edition.id(),
                            handle,
                            edition.masthead().name(),
                            edition.masthead().motto(),
                            edition.id(),
                            Optional.empty()));
        }
        for (var edition : settings.get().open()) {
            for (var section : stories.sections(edition.id())) {
                String handle = handle(edition, section, taken);
                taken.add(handle);
                all.put(
                        section.id(),
                        new FediverseActor(
                                section.id(),
                                handle,
                                section.name() + " | " + edition.masthead().name(),
                                section.description(),
                                edition.id(),
                                Optional.of(section)));
            }
        }
        return all;
    }

    /** Its slug, where it can be a name there; what stands in another edition has the edition before it. */
    private static String handle(Edition edition, Section section, List<String> taken) {
        String wanted = (edition.isMain() ? "" : edition.id().toLowerCase(Locale.ROOT) + "_")
                + section.slug().toLowerCase(Locale.ROOT);
        boolean fit = HANDLE.matcher(wanted).matches() && wanted.length() <= LONGEST && !taken.contains(wanted);
        // of an id, what makes it different stands at its end
        return fit ? wanted : "s" + section.id().replace("-", "").substring(16);
    }

    Optional<FediverseActor> byKey(String key) {
        return Optional.ofNullable(all().get(key));
    }

    Optional<FediverseActor> byHandle(String handle) {
        return all().values().stream()
                .filter(actor -> actor.handle().equalsIgnoreCase(handle))
                .findFirst();
    }

    /** The one that an address names. */
    Optional<FediverseActor> byAddress(String address) {
        String prefix = absolute(PATH + "/");
        return address.startsWith(prefix) ? byKey(address.substring(prefix.length())) : Optional.empty();
    }

    /** Those that say a story: its edition, its section, and the sections above that. */
    List<FediverseActor> saying(String edition, Optional<Section> section) {
        var all = all();
        var saying = new ArrayList<FediverseActor>();
        Optional.ofNullable(all.get(edition)).ifPresent(saying::add);
        var sections = stories.sectionsById(edition);
        var at = section;
        for (int depth = 0; depth < 10 && at.isPresent(); depth++) {
            Optional.ofNullable(all.get(at.get().id())).ifPresent(saying::add);
            at = at.get().parent().flatMap(parent -> Optional.ofNullable(sections.get(parent)));
        }
        return saying;
    }

    // ---- addresses

    String absolute(String path) {
        return Address.encode(settings.get().masthead().absolute(path));
    }

    String address(FediverseActor actor) {
        return absolute(PATH + "/" + actor.key());
    }

    String followers(FediverseActor actor) {
        return address(actor) + "/followers";
    }

    /**
     * The address of what it says of a story. Mastodon never takes again what was once deleted, so that a story that is out
     * again is a note of its own: {@code /notes/1001}, after a withdrawal {@code /notes/1001-2}.
     *
     * @param withdrawals how often readers had lost the story before
     */
    String note(FediverseActor actor, long story, long withdrawals) {
        return address(actor) + "/notes/" + story + (withdrawals == 0 ? "" : "-" + (withdrawals + 1));
    }

    String keyId(FediverseActor actor) {
        return address(actor) + "#main-key";
    }

    /** Where readers find the same. */
    String page(FediverseActor actor) {
        var addresses = settings.get().masthead().addresses();
        return absolute(actor.section().map(addresses::section).orElseGet(() -> addresses.in(actor.edition(), "/")));
    }

    /** The part behind the {@code @}, with its port where it has one. */
    String host() {
        var base = settings.get().masthead().baseUrl();
        return base.getPort() < 0 ? base.getHost() : base.getHost() + ":" + base.getPort();
    }
}
