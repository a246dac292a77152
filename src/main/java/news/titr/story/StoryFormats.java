package news.titr.story;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import news.titr.people.Actor;
import news.titr.people.Scope;

/**
 * Who may have which format of a story.
 *
 * @param audiences of the formats for which something else was chosen than the usual
 */
public record StoryFormats(Map<StoryFormat, Audience> audiences) {

    /** Whoever can read the page can have all of them. */
    public static final StoryFormats USUAL = new StoryFormats(Map.of());

    public StoryFormats {
        var chosen = new EnumMap<StoryFormat, Audience>(StoryFormat.class);
        audiences.forEach((format, audience) -> {
            if (audience != Audience.EVERYONE) {
                chosen.put(format, audience);
            }
        });
        audiences = Map.copyOf(chosen);
    }

    /** Whom a format is for. */
    public enum Audience {
        EVERYONE,
        /** Programs with a token that may read. */
        TOKEN,
        NOBODY;

        /** In storage and in forms. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Audience> of(String id) {
            return Arrays.stream(values())
                    .filter(audience -> audience.id().equals(id))
                    .findFirst();
        }
    }

    public Audience of(StoryFormat format) {
        return audiences.getOrDefault(format, Audience.EVERYONE);
    }

    /** Those that everyone may have, in their order. */
    public List<StoryFormat> open() {
        return Arrays.stream(StoryFormat.values())
                .filter(format -> of(format) == Audience.EVERYONE)
                .toList();
    }

    /** @param caller whoever has come with a token; empty for a reader */
    public boolean mayHave(StoryFormat format, Optional<Actor.AtDesk> caller) {
        return switch (of(format)) {
            case EVERYONE -> true;
            case TOKEN ->
                caller.flatMap(Actor.AtDesk::pass)
                        .filter(pass -> pass.scopes().contains(Scope.READ))
                        .isPresent();
            case NOBODY -> false;
        };
    }

    /** For the audit log: {@code nitf: nobody}; empty where everything is for everyone. */
    @Override
    public String toString() {
        return Arrays.stream(StoryFormat.values())
                .filter(audiences::containsKey)
                .map(format -> format.id() + ": " + of(format).id())
                .collect(Collectors.joining(", "));
    }
}
